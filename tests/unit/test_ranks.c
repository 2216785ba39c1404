/*
 * Ranks of numbers, read back as the runtime reads them.
 */
#include "problem_tables.h"
#include "tables/ranks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PROBLEMS = 4, COUNT = 1000 };

static void out_of_memory(void)
{
    fail_msg("out of memory");
}

static int set_up(void **state)
{
    *state = arena_create(out_of_memory);
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static uint64_t number_at(const struct buffer *image, size_t offset, size_t bytes)
{
    assert_true(offset + bytes <= image->length);
    uint64_t number = 0;
    while (bytes-- > 0)
        number = number << 8 | (unsigned char)image->bytes[offset + bytes];
    return number;
}

/* The record of a number, or 0. */
static uint32_t found(const struct buffer *image, size_t ranks, uint32_t number)
{
    if (number / 64 >= number_at(image, ranks + PROBLEM_RANKS_BLOCKS, 4))
        return 0;
    size_t block = ranks + PROBLEM_RANKS_FIRST + number / 64 * PROBLEM_RANKS_LENGTH;
    uint64_t bits = number_at(image, block + PROBLEM_RANKS_BITS, 8);
    size_t rank = number_at(image, block + PROBLEM_RANKS_BEFORE, 4);
    if ((bits >> number % 64 & 1) == 0)
        return 0;
    for (unsigned i = 0; i < number % 64; i++)
        rank += bits >> i & 1;
    return (uint32_t)number_at(image, number_at(image, ranks + PROBLEM_RANKS_ORDER, 4) + 4 * rank,
                               4);
}

/* Offsets of records as an image has them at PROBLEMS, then the ranks; returns where those are. */
static uint32_t build(struct buffer *image, struct ranked *numbers, size_t count)
{
    buffer_repeat(image, '\0', PROBLEMS);
    for (size_t i = 0; i < count; i++)
        emit_u32(image, numbers[i].record);
    return emit_ranks(image, numbers, count, PROBLEMS);
}

static void check(struct arena *arena, const uint32_t *values, size_t count, bool sorted)
{
    struct buffer image = buffer_create(arena);
    struct ranked *numbers = arena_array(arena, count, sizeof *numbers);
    for (size_t i = 0; i < count; i++)
        numbers[i] = (struct ranked){values[i], 1000 + (uint32_t)i};
    uint32_t ranks = build(&image, numbers, count);
    assert_true(ranks != 0);
    assert_int_equal(number_at(&image, ranks + PROBLEM_RANKS_ORDER, 4) == PROBLEMS, sorted);
    uint32_t last = 0;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(found(&image, ranks, values[i]), 1000 + i);
        last = values[i] > last ? values[i] : last;
    }
    size_t there = 0;
    for (uint32_t number = 0; number <= last + 200; number++)
        there += found(&image, ranks, number) != 0;
    assert_int_equal(there, count);
    assert_int_equal(found(&image, ranks, UINT32_MAX), 0);
}

static void sorted_numbers_use_the_order_that_is_there(void **state)
{
    uint32_t values[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        values[i] = 1 + i * 5 + i % 3;
    check(*state, values, COUNT, true);
}

static void other_numbers_have_an_order_of_their_own(void **state)
{
    uint32_t values[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        values[i] = 1 + i * 7 % COUNT * 3;
    check(*state, values, COUNT, false);
}

static void sparse_numbers_have_none(void **state)
{
    struct buffer image = buffer_create(*state);
    struct ranked few[] = {{1, 1}, {2147483647, 2}}, one[] = {{128, 1}};
    assert_int_equal(build(&image, few, 2), 0);
    size_t length = image.length;
    assert_int_equal(emit_ranks(&image, one, 1, PROBLEMS), 0);
    assert_int_equal(image.length, length);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sorted_numbers_use_the_order_that_is_there, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(other_numbers_have_an_order_of_their_own, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sparse_numbers_have_none, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
