/*
 * Numbers as a set of bits, in which the rank of a number leads to its record (problem_tables.h,
 * enum problem_ranks). About a byte a number where they are not too sparse.
 */
#ifndef PROBLEMC_TABLES_RANKS_H
#define PROBLEMC_TABLES_RANKS_H

#include "tables/emit.h"

struct ranked {
    uint32_t number, record;
};

/*
 * Appends the ranks, whose offset is returned. `numbers` are distinct and get sorted; where they
 * already are, the offsets of records at `problems` serve, which stand in the same order. 0, and
 * nothing appended, where numbers are too sparse for this.
 */
uint32_t emit_ranks(struct buffer *out, struct ranked *numbers, size_t count, size_t problems);

#endif
