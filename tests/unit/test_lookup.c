/*
 * The hash of lookups and the builder of lookups, read back the way the runtime reads them.
 */
#include "problem_tables.h"
#include "tables/lookup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "own_arena.h"

enum { HOSTILE = 100000, BLOCK = 8 };

static const uint32_t NOT_FOUND = UINT32_MAX;

static uint64_t number_at(struct text image, size_t offset, size_t bytes)
{
    assert_true(offset + bytes <= image.length);
    uint64_t number = 0;
    while (bytes-- > 0)
        number = number << 8 | (unsigned char)image.bytes[offset + bytes];
    return number;
}

static uint32_t slots_of(struct text image)
{
    return (uint32_t)number_at(image, PROBLEM_LOOKUP_SLOTS, 4);
}

static uint32_t buckets_of(struct text image)
{
    return (uint32_t)number_at(image, PROBLEM_LOOKUP_BUCKETS, 4);
}

/* The slot of the only index that a key can have, before any comparison. */
static size_t slot_for(struct text image, struct text key, uint64_t *its_hash)
{
    uint64_t seed = number_at(image, PROBLEM_LOOKUP_SEED, 8);
    uint64_t hash = key.length >= number_at(image, PROBLEM_LOOKUP_WHOLE, 4)
                        ? problem_hash_windows(key.bytes, key.length, seed)
                        : problem_hash(key.bytes, key.length, seed);
    size_t pilots = PROBLEM_LOOKUP_PILOTS;
    size_t slots = pilots + (size_t)buckets_of(image) * 2;
    uint32_t bucket = problem_bucket(hash, buckets_of(image));
    uint16_t pilot = (uint16_t)number_at(image, pilots + (size_t)bucket * 2, 2);
    uint32_t slot = problem_slot(hash, pilot, slots_of(image));
    *its_hash = hash;
    return slots + (size_t)slot * PROBLEM_SLOT_LENGTH;
}

static uint32_t candidate(struct text image, struct text key)
{
    uint64_t hash;
    size_t slot = slot_for(image, key, &hash);
    bool possible = number_at(image, slot + PROBLEM_SLOT_CHECK, 1) == (hash & 0xff);
    return possible ? (uint32_t)number_at(image, slot + PROBLEM_SLOT_RECORD, 4) : UINT32_MAX;
}

static void check_all_found(struct text image, const struct lookup_key *keys, size_t count)
{
    assert_true(image.length > 0);
    assert_int_equal(image.length, PROBLEM_LOOKUP_PILOTS + (size_t)buckets_of(image) * 2 +
                                       (size_t)slots_of(image) * PROBLEM_SLOT_LENGTH);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(candidate(image, keys[i].key), keys[i].index);
}

static struct lookup_key *codes(struct arena *arena, size_t count)
{
    struct lookup_key *keys = arena_array(arena, count, sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = (struct lookup_key){arena_format(arena, "code-%zu", i), (uint32_t)i};
    return keys;
}

/* ------------------------------------------------------------------ hash */

/* The values are part of the image's format: the same on every host and in every release. */
static void test_hash_values(void **state)
{
    (void)state;
    char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37 & 0xff);
    assert_int_equal(problem_hash("", 0, 0), UINT64_C(0x0bb8ed0466187f1e));
    assert_int_equal(problem_hash("insufficient-funds", 18, 42), UINT64_C(0x1669866c6662abf1));
    assert_int_equal(problem_hash_windows("insufficient-funds", 18, 42),
                     UINT64_C(0x8da22614f7b3fa50));
    assert_int_equal(problem_hash_windows("funds", 5, 42), problem_hash("funds", 5, 42));
    assert_int_equal(problem_bucket(UINT64_C(0x1669866c6662abf1), 1000), 87);
    assert_int_equal(problem_slot(UINT64_C(0x1669866c6662abf1), 7, 1000), 445);
    uint64_t all = 0;
    for (size_t length = 0; length <= sizeof bytes; length++)
        all = problem_hash(bytes, length, all);
    assert_int_equal(all, UINT64_C(0xd7003e98eae7bfbf));
}

/* Blocks of exactly the length, for the sanitizer to see a read past either end. */
static void test_hash_reads_the_key_alone(void **state)
{
    (void)state;
    for (size_t length = 0; length <= 70; length++) {
        char *key = malloc(length + 1);
        assert_non_null(key);
        memset(key, 'k', length + 1);
        uint64_t hash = problem_hash(key + 1, length, 1);
        char *shorter = realloc(key, length ? length : 1);
        assert_non_null(shorter);
        assert_int_equal(problem_hash(shorter, length, 1), hash);
        free(shorter);
    }
    assert_int_equal(problem_hash(NULL, 0, 1), problem_hash("", 0, 1));
}

static void test_hash_depends_on_each_byte_and_the_seed(void **state)
{
    (void)state;
    char key[70] = {0};
    for (size_t length = 1; length <= sizeof key; length++) {
        uint64_t hash = problem_hash(key, length, 1);
        assert_true(hash != problem_hash(key, length, 2));
        assert_true(hash != problem_hash(key, length - 1, 1));
        for (size_t i = 0; i < length; i++) {
            key[i] = 1;
            assert_true(hash != problem_hash(key, length, 1));
            key[i] = 0;
        }
    }
}

static void test_buckets_and_slots_are_in_range(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {1, 2, 3, 1000, UINT32_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(problem_bucket(0, sizes[i]), 0);
        assert_int_equal(problem_bucket(UINT64_MAX, sizes[i]), sizes[i] - 1);
        for (unsigned pilot = 0; pilot <= UINT16_MAX; pilot += 257)
            assert_true(problem_slot(UINT64_MAX, (uint16_t)pilot, sizes[i]) < sizes[i]);
    }
}

/* ------------------------------------------------------------------ lookup */

static void test_every_key_is_found(void **state)
{
    static const size_t counts[] = {1, 2, 3, 4, 5, 7, 8, 50, 64, 999, 1000, 1001, 10000, 100000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct lookup_key *keys = codes(*state, counts[i]);
        check_all_found(lookup_build(*state, keys, counts[i]), keys, counts[i]);
    }
}

static void test_indices_are_the_callers(void **state)
{
    struct lookup_key keys[] = {{TEXT(""), 7}, {TEXT("a"), 0}, {TEXT("b"), UINT32_MAX - 1}};
    check_all_found(lookup_build(*state, keys, 3), keys, 3);
}

/* A key that is not there gives nothing, or the index of a key that differs. */
static void test_other_keys_give_an_index_to_compare(void **state)
{
    static const size_t counts[] = {1, 2, 50, 1000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        size_t count = counts[i];
        struct lookup_key *keys = codes(*state, count);
        struct text image = lookup_build(*state, keys, count);
        for (size_t miss = count; miss < count + 2000; miss++) {
            struct text key = arena_format(*state, "code-%zu", miss);
            uint32_t index = candidate(image, key);
            assert_true(index == NOT_FOUND || index < count);
            assert_true(index == NOT_FOUND || !text_equal(keys[index].key, key));
        }
    }
}

static void test_same_keys_give_same_bytes(void **state)
{
    enum { COUNT = 5000 };
    struct lookup_key *keys = codes(*state, COUNT);
    struct text image = lookup_build(*state, keys, COUNT);
    assert_true(text_equal(image, lookup_build(*state, keys, COUNT)));
    for (size_t i = 0; i < COUNT / 2; i++) {
        struct lookup_key key = keys[i];
        keys[i] = keys[COUNT - 1 - i];
        keys[COUNT - 1 - i] = key;
    }
    assert_true(text_equal(image, lookup_build(*state, keys, COUNT)));
}

/* Keys chosen against a seed get another one. */
static void test_seeds_depend_on_the_keys(void **state)
{
    struct lookup_key *keys = codes(*state, 3);
    struct text two = lookup_build(*state, keys, 2), three = lookup_build(*state, keys, 3);
    assert_true(number_at(two, PROBLEM_LOOKUP_SEED, 8) != number_at(three, PROBLEM_LOOKUP_SEED, 8));
}

/* At most a byte of pilots and a spare slot for every 8,192 keys. */
static void test_lookups_are_dense(void **state)
{
    static const size_t counts[] = {3, 50, 1000, 8191, 8192, 100000};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct text image = lookup_build(*state, codes(*state, counts[i]), counts[i]);
        assert_true((size_t)buckets_of(image) * 2 <= counts[i]);
        assert_int_equal(slots_of(image), counts[i] + counts[i] / 8192);
    }
}

static void test_repeated_keys_end(void **state)
{
    struct lookup_key *keys = codes(*state, HOSTILE);
    keys[HOSTILE - 1].key = keys[0].key;
    assert_int_equal(lookup_build(*state, keys, HOSTILE).length, 0);
    for (size_t i = 0; i < HOSTILE; i++)
        keys[i].key = TEXT("same");
    assert_int_equal(lookup_build(*state, keys, HOSTILE).length, 0);
    assert_int_equal(lookup_build(*state, keys, 2).length, 0);
    check_all_found(lookup_build(*state, keys, 1), keys, 1);
}

/* ------------------------------------------------------------------ hostile keys */

static void test_equal_ends(void **state)
{
    struct lookup_key *keys = codes(*state, HOSTILE);
    for (size_t i = 0; i < HOSTILE; i++)
        keys[i].key = arena_format(
            *state, "https://api.example.com/errors/%06zu/https://api.example.com/", i);
    check_all_found(lookup_build(*state, keys, HOSTILE), keys, HOSTILE);
}

/* Sets on which multiplications have little to work with: zeros, single bits, swapped halves. */
static void test_regular_bits(void **state)
{
    enum { LENGTH = 2048, BITS = LENGTH * 8, COUNT = LENGTH + BITS };
    char *zeros = arena_allocate(*state, LENGTH);
    struct lookup_key *keys = codes(*state, COUNT);
    for (size_t i = 0; i < LENGTH; i++)
        keys[i].key = (struct text){zeros, i};
    for (size_t i = 0; i < BITS; i++) {
        char *bytes = arena_allocate(*state, LENGTH);
        bytes[i / 8] = (char)(1 << i % 8);
        keys[LENGTH + i].key = (struct text){bytes, LENGTH};
    }
    check_all_found(lookup_build(*state, keys, COUNT), keys, COUNT);

    for (size_t i = 0; i < 512; i += 2) {
        keys[i].key = arena_format(*state, "%08zu%08zu", i, i + 1);
        keys[i + 1].key = arena_format(*state, "%08zu%08zu", i + 1, i);
    }
    check_all_found(lookup_build(*state, keys, 512), keys, 512);
}

static uint32_t fnv(uint32_t hash, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619;
    return hash;
}

/* Scattered blocks, since FNV-1a hardly collides on similar ones. */
static void write_block(char block[BLOCK], uint64_t number)
{
    uint64_t scattered = number * UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < BLOCK; i++)
        block[i] = (char)('a' + (scattered >> (8 * i + 4) & 15));
}

/* Two blocks that take FNV-1a (32 bits) from `hash` to the same value, which is returned. */
static uint32_t collide(struct arena *arena, uint32_t hash, char first[BLOCK], char second[BLOCK])
{
    enum { TABLE = 1 << 16 };
    size_t *seen = arena_array(arena, TABLE, sizeof *seen);
    for (size_t number = 1;; number++) {
        write_block(second, number);
        uint32_t value = fnv(hash, second, BLOCK);
        size_t *other = &seen[value % TABLE];
        write_block(first, *other);
        if (*other > 0 && fnv(hash, first, BLOCK) == value)
            return value;
        *other = number;
    }
}

/* 2^17 keys with one FNV-1a value: each of 17 blocks is one of two that collide. */
static void test_fnv_collisions(void **state)
{
    enum { BLOCKS = 17, COUNT = 1 << BLOCKS };
    char blocks[BLOCKS][2][BLOCK];
    uint32_t hash = UINT32_C(2166136261);
    for (size_t i = 0; i < BLOCKS; i++)
        hash = collide(*state, hash, blocks[i][0], blocks[i][1]);

    struct lookup_key *keys = codes(*state, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        char *key = arena_allocate(*state, sizeof blocks / 2);
        for (size_t block = 0; block < BLOCKS; block++)
            memcpy(key + block * BLOCK, blocks[block][i >> block & 1], BLOCK);
        keys[i].key = (struct text){key, sizeof blocks / 2};
        assert_int_equal(fnv(UINT32_C(2166136261), key, sizeof blocks / 2), hash);
    }
    check_all_found(lookup_build(*state, keys, COUNT), keys, COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hash_values),
        cmocka_unit_test(test_hash_reads_the_key_alone),
        cmocka_unit_test(test_hash_depends_on_each_byte_and_the_seed),
        cmocka_unit_test(test_buckets_and_slots_are_in_range),
        cmocka_unit_test_setup_teardown(test_every_key_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_indices_are_the_callers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_other_keys_give_an_index_to_compare, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_same_keys_give_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_seeds_depend_on_the_keys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lookups_are_dense, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_repeated_keys_end, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_equal_ends, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_regular_bits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_fnv_collisions, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
