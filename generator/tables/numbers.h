/*
 * How numbers lead to records, in as few bytes as is quick (problem_tables.h, enum
 * problem_numbers_form).
 */
#ifndef PROBLEMC_TABLES_NUMBERS_H
#define PROBLEMC_TABLES_NUMBERS_H

#include "problem_tables.h"
#include "tables/emit.h"

struct numbered {
    uint32_t number, record;
};

/*
 * Appends places or ranks, whose offset is returned, and says so in *form. `numbers` are distinct,
 * in the order of the problems, and get sorted; where they already are, the offsets of records at
 * `problems` serve.
 *
 * 0, and nothing appended, where none is needed and where a lookup is, which is the caller's to
 * add: a *form of COUNTED or HASHED.
 */
uint32_t emit_numbers(struct buffer *out, struct numbered *numbers, size_t count, size_t problems,
                      enum problem_numbers_form *form);

#endif
