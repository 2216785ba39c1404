/*
 * The arena, and the buffer and the map that live in it: alignment, growth, zeroing, and the way
 * out when memory ends. arena.c is compiled in here with allocation functions that fail when a test
 * says so.
 */
#include "base/buffer.h"
#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool memory_is_gone;

static void *allocate(size_t size)
{
    return memory_is_gone ? NULL : malloc(size);
}

static void *allocate_zeroed(size_t count, size_t size)
{
    return memory_is_gone ? NULL : calloc(count, size);
}

static void *reallocate(void *memory, size_t size)
{
    return memory_is_gone ? NULL : realloc(memory, size);
}

#define malloc  allocate
#define calloc  allocate_zeroed
#define realloc reallocate
#include "../../generator/base/arena.c"

static struct arena *arena;
static jmp_buf way_out;
static int exhaustions;

static void exhausted(void)
{
    exhaustions++;
    memory_is_gone = false;
    longjmp(way_out, 1);
}

static int set_up(void **state)
{
    (void)state;
    exhaustions = 0;
    memory_is_gone = false;
    arena = arena_create(exhausted);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

/* The statement must end in the arena's handler. */
#define ASSERT_EXHAUSTS(statement)                                                                 \
    do {                                                                                           \
        int before = exhaustions;                                                                  \
        if (setjmp(way_out) == 0) {                                                                \
            statement;                                                                             \
            fail_msg("%s went on", #statement);                                                    \
        }                                                                                          \
        assert_int_equal(exhaustions, before + 1);                                                 \
    } while (0)

/* ---------------------------------------------------------------- arena */

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    char *last = NULL;
    for (size_t size = 0; size < 300; size++) {
        char *memory = arena_allocate(arena, size);
        assert_int_equal((uintptr_t)memory % (size % 16 ? 8 : 16), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0x55, size);
        if (last && size > 1) /* what was given before still says what it said */
            assert_int_equal(last[size - 2], 0x55);
        last = memory;
    }
}

/* A quarter of a chunk is the most that is cut from one. */
static void large_memory_has_a_block_of_its_own(void **state)
{
    (void)state;
    const size_t quarter = 256 * 1024 / 4;
    char *blocks[32];
    for (size_t i = 0; i < 32; i++) {
        size_t size = quarter - 8 + i;
        blocks[i] = arena_allocate(arena, size);
        assert_int_equal((uintptr_t)blocks[i] % (size % 16 ? 8 : 16), 0);
        for (size_t k = 0; k < size; k += 61)
            assert_int_equal(blocks[i][k], 0);
        memset(blocks[i], (int)i + 1, size);
    }
    for (size_t i = 0; i < 32; i++) {
        assert_int_equal(blocks[i][0], i + 1);
        assert_int_equal(blocks[i][quarter - 9 + i], i + 1);
    }
}

static void copies_and_formats_end_in_a_nul(void **state)
{
    (void)state;
    struct text copy = arena_copy(arena, TEXT("a\0b"));
    assert_int_equal(copy.length, 3);
    assert_memory_equal(copy.bytes, "a\0b", 4);
    copy = arena_copy(arena, (struct text){NULL, 0});
    assert_int_equal(copy.length, 0);
    assert_string_equal(copy.bytes, "");
    struct text made = arena_format(arena, "%d-%s", 42, "x");
    assert_true(text_is(made, "42-x"));
    assert_string_equal(made.bytes, "42-x");
    assert_int_equal(arena_format(arena, "%*d", 100000, 1).length, 100000);
}

static void blocks_grow_and_keep_their_bytes(void **state)
{
    (void)state;
    char *one = arena_resize(arena, NULL, 1), *two = arena_resize(arena, NULL, 1);
    one[0] = '1';
    two[0] = '2';
    for (size_t size = 2; size < 2000000; size *= 3) {
        one = arena_resize(arena, one, size);
        two = arena_resize(arena, two, size);
        assert_int_equal((uintptr_t)one % 16, 0);
        assert_int_equal(one[0], '1');
        assert_int_equal(two[0], '2');
        one[size - 1] = two[size - 1] = 'e';
    }
    one = arena_resize(arena, one, 1);
    assert_int_equal(one[0], '1');
}

static void dropped_blocks_leave_the_others(void **state)
{
    (void)state;
    char *one = arena_resize(arena, NULL, 10), *two = arena_resize(arena, NULL, 10);
    two[9] = '2';
    arena_drop(arena, one);
    arena_drop(arena, NULL);
    assert_int_equal(two[9], '2');
    two = arena_resize(arena, two, 100000); /* and tear_down frees it once */
    assert_int_equal(two[9], '2');
}

static void pushed_items_are_zeroed_and_kept(void **state)
{
    (void)state;
    struct item {
        uint64_t number;
        char fill[3];
    } *items = NULL;
    for (size_t i = 0; i < 1025; i++) {
        struct item *item = arena_push(arena, &items, i, sizeof *items);
        assert_ptr_equal(item, &items[i]);
        assert_int_equal(item->number, 0);
        assert_int_equal(item->fill[2], 0);
        *item = (struct item){i, {1, 2, 3}};
    }
    for (size_t i = 0; i < 1025; i++)
        assert_int_equal(items[i].number, i);
}

static void joined_texts_end_in_a_nul(void **state)
{
    (void)state;
    const struct text parts[] = {TEXT("a"), {NULL, 0}, TEXT("\0b")};
    struct text joined = arena_join(arena, parts, 3);
    assert_int_equal(joined.length, 3);
    assert_memory_equal(joined.bytes, "a\0b", 4);
    assert_string_equal(arena_join(arena, parts, 0).bytes, "");
}

static void memory_extends_in_place_while_nothing_stands_behind_it(void **state)
{
    (void)state;
    char *memory = arena_extend(arena, NULL, 0, 8);
    memset(memory, 'x', 8);
    assert_ptr_equal(arena_extend(arena, memory, 8, 100), memory);
    arena_allocate(arena, 1);
    char *moved = arena_extend(arena, memory, 100, 200);
    assert_ptr_not_equal(moved, memory);
    assert_memory_equal(moved, "xxxxxxxx", 8);
    for (size_t size = 200; size < 3000000; size *= 3) { /* out of the chunks, and on */
        moved = arena_extend(arena, moved, size, size * 3);
        assert_memory_equal(moved, "xxxxxxxx", 8);
        moved[size * 3 - 1] = 'e';
    }
}

static void what_came_after_a_mark_is_given_back(void **state)
{
    (void)state;
    char *before = arena_allocate(arena, 10);
    memset(before, 'b', 10);
    struct arena_mark mark = arena_mark(arena);
    char *first = arena_allocate(arena, 10);
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < 100; i++) /* several chunks, and blocks of their own */
            memset(arena_allocate(arena, i * 1000), 'x', i * 1000);
        arena_release(arena, mark);
        char *again = arena_allocate(arena, 10);
        assert_ptr_equal(again, first);
        assert_int_equal(again[0], 0);
    }
    assert_memory_equal(before, "bbbbbbbbbb", 10);
    arena_clear(arena);
    assert_non_null(arena_allocate(arena, 10));
    mark = arena_mark(arena);
    arena_clear(arena);
    arena_clear(arena);
    mark = arena_mark(arena); /* of an arena that has nothing */
    arena_release(arena, mark);
    arena_release(arena, mark);
    assert_non_null(arena_allocate(arena, 10));
}

static bool is_within(const void *memory, const char *block, size_t size)
{
    return (const char *)memory >= block && (const char *)memory < block + size;
}

/* How many of 1,000 KiB, allocated one by one, lie in the block. */
static size_t allocated_in(struct arena *where, const char *block, size_t size)
{
    enum { KIB = 1024 };
    size_t within = 0;
    for (size_t i = 0; i < 1000; i++) {
        char *memory = arena_allocate(where, KIB);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < KIB; k++)
            assert_int_equal(memory[k], 0);
        memset(memory, 1, KIB);
        within += is_within(memory, block, size);
    }
    return within;
}

static void lent_memory_is_allocated_again(void **state)
{
    enum { SIZE = 4 * 1024 * 1024 };
    (void)state;
    arena_clear(arena);
    char *block = memset(arena_resize(arena, NULL, SIZE), 0xff, SIZE);
    struct arena *within = arena_create_within(arena);
    assert_int_equal(allocated_in(within, block, SIZE), 0);
    assert_int_equal(arena_lend(arena, block, 1000), 0);
    size_t taken = arena_lend(arena, block + 5, SIZE - 5);
    assert_in_range(taken, SIZE - 300 * 1024, SIZE - 5);
    assert_int_equal((unsigned char)block[SIZE - 1], 0xff);
    size_t used = allocated_in(within, block, SIZE);
    assert_in_range(used, 500, 1000);
    arena_clear(within);
    assert_int_equal(allocated_in(arena, block, SIZE), 1000);
    char *stays = memset(arena_allocate(arena, 1000), 7, 1000);
    assert_true(is_within(stays, block, SIZE));
    for (int i = 0; i < 8; i++) { /* more than waits to be used again */
        allocated_in(within, block, SIZE);
        allocated_in(within, block, SIZE);
        arena_clear(within);
    }
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(stays[i], 7);
}

static void arenas_go_with_their_parents(void **state)
{
    (void)state;
    struct arena *child = arena_create_within(arena), *grandchild = arena_create_within(child);
    struct arena *other = arena_create_within(arena);
    memset(arena_allocate(child, 100000), 'x', 100000);
    memset(arena_allocate(grandchild, 100), 'x', 100);
    arena_clear(other);
    memory_is_gone = true;
    ASSERT_EXHAUSTS(arena_allocate(other, 1)); /* by the parent's way out */
}

/* ---------------------------------------------------------------- no memory */

static void nobody_goes_on_without_memory(void **state)
{
    (void)state;
    struct arena *volatile none = NULL; /* set between setjmp and longjmp */
    memory_is_gone = true;
    ASSERT_EXHAUSTS(none = arena_create(exhausted));
    assert_null(none);
    memory_is_gone = true;
    ASSERT_EXHAUSTS(arena_allocate(arena, 1));
    arena_allocate(arena, 1);
    memory_is_gone = true;
    arena_allocate(arena, 1); /* is cut from the chunk */
    ASSERT_EXHAUSTS(arena_allocate(arena, 256 * 1024));
    memory_is_gone = true;
    ASSERT_EXHAUSTS(arena_resize(arena, NULL, 10));
    ASSERT_EXHAUSTS(arena_exhausted(arena));
}

static void a_block_that_could_not_grow_is_still_the_arenas(void **state)
{
    (void)state;
    char *block = arena_resize(arena, NULL, 10);
    block[9] = 'x';
    memory_is_gone = true;
    ASSERT_EXHAUSTS(arena_resize(arena, block, 100));
    assert_int_equal(block[9], 'x');
    block = arena_resize(arena, block, 100); /* and tear_down frees it once */
    assert_int_equal(block[9], 'x');
}

static void sizes_that_overflow_are_no_memory_either(void **state)
{
    (void)state;
    char *block = arena_resize(arena, NULL, 1);
    ASSERT_EXHAUSTS(arena_allocate(arena, SIZE_MAX));
    ASSERT_EXHAUSTS(arena_allocate(arena, SIZE_MAX / 2 + 1));
    ASSERT_EXHAUSTS(arena_resize(arena, NULL, SIZE_MAX));
    ASSERT_EXHAUSTS(arena_resize(arena, block, SIZE_MAX));
    ASSERT_EXHAUSTS(arena_array(arena, SIZE_MAX / 4, 8));
    ASSERT_EXHAUSTS(arena_array(arena, SIZE_MAX, SIZE_MAX));
    assert_non_null(arena_array(arena, SIZE_MAX, 0));
    assert_non_null(arena_array(arena, 0, SIZE_MAX));
    struct buffer buffer = buffer_create(arena);
    buffer_byte(&buffer, 'x');
    ASSERT_EXHAUSTS(buffer_reserve(&buffer, SIZE_MAX - 1));
}

static void destroying_nothing_is_fine(void **state)
{
    (void)state;
    arena_destroy(NULL);
}

/* ---------------------------------------------------------------- buffer */

static void buffers_grow_by_every_way_of_appending(void **state)
{
    (void)state;
    struct buffer buffer = buffer_create(arena);
    assert_int_equal(buffer_contents(&buffer).length, 0);
    buffer_text(&buffer, (struct text){NULL, 0});
    buffer_repeat(&buffer, 'x', 0);
    assert_int_equal(buffer.capacity, 0);
    buffer_byte(&buffer, 'a');
    buffer_repeat(&buffer, 'b', 3);
    buffer_text(&buffer, TEXT("c\0c"));
    buffer_string(&buffer, "dd");
    buffer_format(&buffer, "%d%%", 7);
    assert_int_equal(buffer.length, 11);
    assert_memory_equal(buffer.bytes, "abbbc\0cdd7%", 11);
}

static void integers_are_written_in_decimal(void **state)
{
    (void)state;
    struct buffer buffer = buffer_create(arena);
    const int64_t numbers[] = {0, 7, -7, 10, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buffer_integer(&buffer, numbers[i]);
        buffer_byte(&buffer, ' ');
    }
    assert_true(
        text_is(buffer_contents(&buffer), "0 7 -7 10 9223372036854775807 -9223372036854775808 "));
}

static void buffers_hold_exactly_what_was_appended(void **state)
{
    (void)state;
    struct buffer buffer = buffer_create(arena);
    for (size_t i = 0; i < 100000; i++)
        buffer_byte(&buffer, (char)(i % 251));
    assert_int_equal(buffer.length, 100000);
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal((unsigned char)buffer.bytes[i], i % 251);
    struct buffer exact = buffer_create(arena);
    buffer_repeat(&exact, 'x', 256);
    assert_int_equal(exact.capacity, 256);
    buffer_byte(&exact, 'y');
    assert_int_equal(exact.capacity, 512);
    *buffer_reserve(&exact, 1000) = 'z';
    assert_int_equal(exact.length, 257);
    assert_int_equal(exact.bytes[257], 'z');
}

/* ---------------------------------------------------------------- map */

static void maps_find_what_was_added_first(void **state)
{
    (void)state;
    struct map map = {0};
    size_t value = 99;
    assert_false(map_get(&map, TEXT("a"), &value));
    assert_true(map_add(arena, &map, TEXT("a"), 1));
    assert_false(map_add(arena, &map, TEXT("a"), 2));
    assert_true(map_get(&map, TEXT("a"), &value));
    assert_int_equal(value, 1);
    assert_false(map_get(&map, TEXT("A"), &value));
    assert_int_equal(value, 1);
    assert_true(map_add(arena, &map, (struct text){NULL, 0}, 0)); /* the empty key is a key */
    assert_false(map_add(arena, &map, TEXT(""), 3));
    assert_true(map_get(&map, TEXT(""), &value));
    assert_int_equal(value, 0);
    assert_int_equal(map.count, 2);
}

static void maps_grow(void **state)
{
    (void)state;
    struct map map = {0};
    for (size_t i = 0; i < 5000; i++) {
        size_t value;
        struct text key = arena_format(arena, "key-%zu", i);
        assert_false(map_get(&map, key, &value));
        assert_true(map_add(arena, &map, key, i));
        assert_true(map.count <= map.capacity * 7 / 8);
    }
    for (size_t i = 0; i < 5000; i++) {
        size_t value;
        assert_true(map_get(&map, arena_format(arena, "key-%zu", i), &value));
        assert_int_equal(value, i);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(memory_is_zeroed_aligned_and_apart),
        TEST(large_memory_has_a_block_of_its_own),
        TEST(copies_and_formats_end_in_a_nul),
        TEST(blocks_grow_and_keep_their_bytes),
        TEST(dropped_blocks_leave_the_others),
        TEST(pushed_items_are_zeroed_and_kept),
        TEST(joined_texts_end_in_a_nul),
        TEST(memory_extends_in_place_while_nothing_stands_behind_it),
        TEST(what_came_after_a_mark_is_given_back),
        TEST(lent_memory_is_allocated_again),
        TEST(arenas_go_with_their_parents),
        TEST(nobody_goes_on_without_memory),
        TEST(a_block_that_could_not_grow_is_still_the_arenas),
        TEST(sizes_that_overflow_are_no_memory_either),
        TEST(destroying_nothing_is_fine),
        TEST(buffers_grow_by_every_way_of_appending),
        TEST(integers_are_written_in_decimal),
        TEST(buffers_hold_exactly_what_was_appended),
        TEST(maps_find_what_was_added_first),
        TEST(maps_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
