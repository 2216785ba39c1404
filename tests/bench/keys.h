/*
 * A registry's codes and ids, and what is asked for in which order.
 */
#ifndef BENCH_KEYS_H
#define BENCH_KEYS_H

#include "bench.h"

#include "problem.h"

enum { QUERIES = 65536 };

struct key {
    const char *text;
    size_t length;
};

/* All texts are copies: none of those who look for them finds its own in the caches because it was
 * asked for. */
struct keys {
    size_t count;
    const struct problem_registry *registry;
    struct key *codes;          /* in the order of their bytes */
    struct key hits[QUERIES];   /* codes in random order */
    struct key misses[QUERIES]; /* each has another letter than its hit */
    struct key same[QUERIES];   /* one code, again and again */
    uint32_t numbers[QUERIES];  /* the hits' ids */
    uint32_t *direct, last;     /* by id: index + 1, or 0; the largest id */
    char *texts;                /* what all keys point into */
    size_t used;                /* bytes of it */
};

/* The ones of the registry that is measured now. */
extern struct keys keys;

/* Takes the registry of so many problems. False, with a line about it: it was not built. */
bool keys_take(const char *modules, size_t count);
void keys_release(void);

#endif
