/*
 * Values written as text - an `example`, an argument of `problemc render` - put into an occurrence
 * as a service would put them.
 */
#ifndef PROBLEMC_TABLES_VALUE_TEXT_H
#define PROBLEMC_TABLES_VALUE_TEXT_H

#include "problem.h"
#include "registry.h"

/*
 * Puts a member's value, written as in the body but without quotes: one text, or for a list one for
 * each item. True when it fits. `*expected`
 * says what does: "a number with 2 digits after the point"; NULL: nobody wants to know.
 */
bool put_texts(struct problem *problem, unsigned ordinal, const struct shape *shape,
               const struct text *texts, size_t count, struct arena *arena, struct text *expected);

struct text expected_texts(const struct shape *shape, struct arena *arena);

#endif
