/*
 * How numbers lead to records: each form that an image has for it, read by the runtime.
 */
#include "../../runtime/src/bits.h"
#include "../../runtime/src/lookup.h"
#include "tables/numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "own_arena.h"

enum { COUNT = 1000, RECORDS = 1000000 /* offset of the first one */ };

/* What an image has at its head of how numbers lead to records, then their offsets, then that. */
static enum problem_numbers_form build(struct buffer *image, const uint32_t *values, size_t count)
{
    struct numbered *numbers = arena_array(image->arena, count, sizeof *numbers);
    enum problem_numbers_form form;
    buffer_repeat(image, '\0', PROBLEM_HEAD_LENGTH);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = (struct numbered){values[i], RECORDS + (uint32_t)i};
        emit_u32(image, numbers[i].record);
    }
    uint32_t offset = emit_numbers(image, numbers, count, PROBLEM_HEAD_LENGTH, &form);
    patch_u32(image, PROBLEM_HEAD_COUNT, count);
    patch_u32(image, PROBLEM_HEAD_PROBLEMS, PROBLEM_HEAD_LENGTH);
    patch_u32(image, PROBLEM_HEAD_NUMBERS, offset);
    image->bytes[PROBLEM_HEAD_NUMBERS_FORM] = (char)form;
    return form;
}

/* The index of a number's problem, or COUNT. */
static size_t index_of(const struct buffer *image, uint32_t number)
{
    const unsigned char *bytes = (const unsigned char *)image->bytes;
    const unsigned char *record = find_number(bytes, number);
    return record != NULL ? (size_t)(record - bytes) - RECORDS : COUNT;
}

/* All are found and nothing else is; the offsets of records at PROBLEMS serve if `ordered`. */
static void check(struct arena *arena, enum problem_numbers_form form, const uint32_t *values,
                  size_t count, bool ordered)
{
    struct buffer image = buffer_create(arena);
    assert_int_equal(build(&image, values, count), form);
    uint32_t last = 0;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(index_of(&image, values[i]), i);
        last = values[i] > last ? values[i] : last;
    }
    size_t there = 0;
    for (uint32_t number = 0; number <= last + 200; number++)
        there += index_of(&image, number) != COUNT;
    assert_int_equal(there, count);
    assert_int_equal(index_of(&image, UINT32_MAX), COUNT);
    const unsigned char *bytes = (const unsigned char *)image.bytes;
    const unsigned char *numbers = bytes + image_u32(bytes + PROBLEM_HEAD_NUMBERS);
    uint32_t order = form == PROBLEM_NUMBERS_PLACED   ? image_u32(numbers + PROBLEM_PLACES_ORDER)
                     : form == PROBLEM_NUMBERS_RANKED ? image_u32(numbers + PROBLEM_RANKS_ORDER)
                                                      : PROBLEM_HEAD_LENGTH;
    assert_int_equal(order == PROBLEM_HEAD_LENGTH, ordered);
}

static void numbers_from_1_on_need_nothing(void **state)
{
    const uint32_t values[] = {1, 2, 3, 4};
    check(*state, PROBLEM_NUMBERS_COUNTED, values, 4, true);
    check(*state, PROBLEM_NUMBERS_COUNTED, values, 1, true);
}

static void few_numbers_have_places(void **state)
{
    const uint32_t ascending[] = {1, 9, 10, 255}, not [] = {2, 1}, great[] = {4001, 4000, 4254};
    check(*state, PROBLEM_NUMBERS_PLACED, ascending, 4, true);
    check(*state, PROBLEM_NUMBERS_PLACED, ascending + 1, 1, true);
    check(*state, PROBLEM_NUMBERS_PLACED, not, 2, false);
    check(*state, PROBLEM_NUMBERS_PLACED, great, 3, false);
}

static void more_have_ranks(void **state)
{
    uint32_t values[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        values[i] = 1 + i * 5 + i % 3;
    check(*state, PROBLEM_NUMBERS_RANKED, values, COUNT, true);
    check(*state, PROBLEM_NUMBERS_RANKED, values, 52, true); /* up to 256 */
    for (uint32_t i = 0; i < COUNT; i++)
        values[i] = 1 + i * 7 % COUNT * 3;
    check(*state, PROBLEM_NUMBERS_RANKED, values, COUNT, false);
}

static void sparse_numbers_are_hashed(void **state)
{
    struct buffer image = buffer_create(*state);
    const uint32_t values[] = {1, 2147483647};
    assert_int_equal(build(&image, values, 2), PROBLEM_NUMBERS_HASHED);
    assert_int_equal(image.length, PROBLEM_HEAD_LENGTH + 8);
}

static void bits_are_counted(void **state)
{
    (void)state;
    uint64_t bits = 0;
    for (unsigned i = 0; i < 64; i++) {
        assert_int_equal(bits_count(bits), i);
        assert_int_equal(bits_count_by_steps(bits), i);
        bits |= UINT64_C(1) << i * 37 % 64;
    }
    assert_int_equal(bits_count(bits), 64);
    assert_int_equal(bits_count_by_steps(bits), 64);
#ifdef BITS_ASKED
    assert_int_equal(problem_counts_bits, __builtin_cpu_supports("popcnt") != 0);
    problem_counts_bits = false; /* as on a processor without the instruction */
    assert_int_equal(bits_count(bits >> 1), 63);
    problem_counts_bits = __builtin_cpu_supports("popcnt") != 0;
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_from_1_on_need_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(few_numbers_have_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(more_have_ranks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sparse_numbers_are_hashed, set_up, tear_down),
        cmocka_unit_test(bits_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
