#include "tables/ranks.h"

#include "problem_tables.h"

#include <stdlib.h>

enum { BLOCK = 64, SPARSEST = 16 /* numbers from 0 on for each that there is, on average */ };

static int by_number(const void *a, const void *b)
{
    uint32_t first = ((const struct ranked *)a)->number,
             second = ((const struct ranked *)b)->number;
    return (first > second) - (first < second);
}

static bool is_sorted(const struct ranked *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (numbers[i - 1].number > numbers[i].number)
            return false;
    return true;
}

static void emit_blocks(struct buffer *out, const struct ranked *numbers, size_t count,
                        size_t blocks)
{
    for (size_t block = 0, rank = 0; block < blocks; block++) {
        uint64_t bits = 0;
        emit_u32(out, rank);
        for (; rank < count && numbers[rank].number / BLOCK == block; rank++)
            bits |= UINT64_C(1) << numbers[rank].number % BLOCK;
        emit_u64(out, bits);
    }
}

uint32_t emit_ranks(struct buffer *out, struct ranked *numbers, size_t count, size_t problems)
{
    size_t order = problems;
    if (!is_sorted(numbers, count)) {
        qsort(numbers, count, sizeof *numbers, by_number);
        order = 0;
    }
    size_t blocks = numbers[count - 1].number / BLOCK + (size_t)1;
    if (blocks > count * SPARSEST / BLOCK + 1)
        return 0;
    if (order == 0) {
        order = out->length;
        for (size_t i = 0; i < count; i++)
            emit_u32(out, numbers[i].record);
    }
    size_t offset = out->length;
    emit_u32(out, blocks);
    emit_u32(out, order);
    emit_blocks(out, numbers, count, blocks);
    return (uint32_t)offset;
}
