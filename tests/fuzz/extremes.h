/*
 * Values at the edges of what a member's shape takes, put as a service puts them.
 */
#ifndef PROBLEMC_TESTS_FUZZ_EXTREMES_H
#define PROBLEMC_TESTS_FUZZ_EXTREMES_H

#include "problem.h"
#include "registry.h"

enum { EXTREMES = 4 }; /* how many kinds there are: the least, the longest in JSON, ... */

/* Lists get as many items as they take. Every value fits. */
void extreme_put(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 unsigned extreme, struct arena *arena);

/* For lists and strings of any shape; strings that are too long or of the wrong kind don't fit. */
void put_strings(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 const char *const *items, size_t count);

#endif
