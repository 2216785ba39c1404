/*
 * Builds a perfect hash by hash and displace, in the form of problem_tables.h (enum
 * problem_lookup).
 */
#ifndef PROBLEMC_TABLES_LOOKUP_H
#define PROBLEMC_TABLES_LOOKUP_H

#include "base/arena.h"

struct lookup_key {
    struct text key;
    uint32_t index; /* what the lookup gives for it */
};

/*
 * The bytes of a lookup of one key or more. The same keys give the same bytes everywhere, in
 * whatever order they come. The keys must be distinct: the empty text when they are not.
 */
struct text lookup_build(struct arena *arena, const struct lookup_key *keys, size_t count);

#endif
