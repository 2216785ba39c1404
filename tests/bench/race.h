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
    double median, fastest; /* nanoseconds for an operation */
};

struct race {
    const char *name;
    const char *goal;  /* in words */
    size_t operations; /* of each runner in a round */
    struct runner runners[RACE_RUNNERS];
    size_t count;
};

void race_add(struct race *race, const char *name, void (*run)(void *, size_t), void *context);

/* Runs it, prints a table to standard output and an object to `json`, as one of an array. Ratios
 * are to the runner `unit`. */
void race_run(struct race *race, size_t unit, FILE *json);

/* On one processor, if the system lets it. */
void race_pin(void);

/* What compilers can't see through. */
extern volatile size_t race_sink;

#endif
