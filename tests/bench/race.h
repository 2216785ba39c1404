/*
 * Races: several ways to do the same work, in turns, round by round, on one processor. What counts
 * are ratios of medians within one race; times of different runs are not to be compared.
 */
#ifndef BENCH_RACE_H
#define BENCH_RACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { RACE_ROUNDS = 151, RACE_RUNNERS = 16 };

struct runner {
    const char *name;
    void (*run)(void *context, size_t operations); /* does the work so many times */
    void *context;
    void (*before)(void);   /* what comes before it in each round, not timed; NULL: nothing */
    double median, fastest; /* nanoseconds for an operation */
};

struct race {
    const char *name;
    size_t operations; /* of each runner in a round */
    bool is_long; /* a round takes milliseconds, of which others get some: the processor's time */
    struct runner runners[RACE_RUNNERS];
    size_t count;
};

void race_add(struct race *race, const char *name, void (*run)(void *, size_t), void *context);
void race_add_after(struct race *race, const char *name, void (*before)(void),
                    void (*run)(void *, size_t), void *context);

/* Runs it, prints a table to standard output, with ratios to the runner `unit`, and the medians to
 * `figures`. */
void race_run(struct race *race, size_t unit, FILE *figures);

/* A line of `figures`: tests/bench/table.awk reads them. */
void race_figure(FILE *figures, const char *race, const char *runner, double median, double fastest,
                 const char *unit);

/* Which part of a runner's data it takes now: another one in each round, and another one than its
 * rivals, which would find in the caches what they have in common. */
extern size_t race_slice;

/* Empties the caches: writes more than they hold. */
void race_evict(void);

/* On one processor, if the system lets it. */
void race_pin(void);

/* What compilers can't see through. */
extern volatile size_t race_sink;

#endif
