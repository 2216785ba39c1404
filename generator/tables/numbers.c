#include "tables/numbers.h"

#include <stdlib.h>

enum {
    PLACES = 255, /* numbers from the first to the last, for which a byte each is little */
    BLOCK = 64,
    SPARSEST = 16 /* numbers from 0 on for each that there is, on average */
};

static int by_number(const void *a, const void *b)
{
    uint32_t first = ((const struct numbered *)a)->number,
             second = ((const struct numbered *)b)->number;
    return (first > second) - (first < second);
}

static bool is_sorted(const struct numbered *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (numbers[i - 1].number > numbers[i].number)
            return false;
    return true;
}

static enum problem_numbers_form form_of(const struct numbered *numbers, size_t count, bool sorted)
{
    uint32_t first = numbers[0].number, last = numbers[count - 1].number;
    if (sorted && first == 1 && last == count)
        return PROBLEM_NUMBERS_COUNTED;
    if (last - first < PLACES)
        return PROBLEM_NUMBERS_PLACED;
    return last / BLOCK <= count * SPARSEST / BLOCK ? PROBLEM_NUMBERS_RANKED
                                                    : PROBLEM_NUMBERS_HASHED;
}

static uint32_t emit_places(struct buffer *out, const struct numbered *numbers, size_t count,
                            size_t order)
{
    size_t offset = out->length;
    uint32_t first = numbers[0].number, last = numbers[count - 1].number;
    emit_u32(out, first);
    emit_u32(out, last - first + 1);
    emit_u32(out, order);
    for (uint32_t number = first, place = 0; number <= last; number++)
        emit_u8(out, numbers[place].number == number ? ++place : 0);
    return (uint32_t)offset;
}

static uint32_t emit_ranks(struct buffer *out, const struct numbered *numbers, size_t count,
                           size_t order)
{
    size_t offset = out->length;
    size_t blocks = numbers[count - 1].number / BLOCK + (size_t)1;
    emit_u32(out, blocks);
    emit_u32(out, order);
    for (size_t block = 0, rank = 0; block < blocks; block++) {
        uint64_t bits = 0;
        emit_u32(out, rank);
        for (; rank < count && numbers[rank].number / BLOCK == block; rank++)
            bits |= UINT64_C(1) << numbers[rank].number % BLOCK;
        emit_u64(out, bits);
    }
    return (uint32_t)offset;
}

uint32_t emit_numbers(struct buffer *out, struct numbered *numbers, size_t count, size_t problems,
                      enum problem_numbers_form *form)
{
    size_t order = problems;
    bool sorted = is_sorted(numbers, count);
    if (!sorted)
        qsort(numbers, count, sizeof *numbers, by_number);
    *form = form_of(numbers, count, sorted);
    if (*form == PROBLEM_NUMBERS_COUNTED || *form == PROBLEM_NUMBERS_HASHED)
        return 0;
    if (!sorted) {
        order = out->length;
        for (size_t i = 0; i < count; i++)
            emit_u32(out, numbers[i].record);
    }
    return *form == PROBLEM_NUMBERS_PLACED ? emit_places(out, numbers, count, order)
                                           : emit_ranks(out, numbers, count, order);
}
