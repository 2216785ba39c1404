/*
 * What is measured, in pieces: each is a unit of work on the registry of bench.yaml, for the budget
 * of instructions (budget.c) and the comparison with others (bench.c) alike.
 */
#ifndef BENCH_WORK_H
#define BENCH_WORK_H

#include "bench_problems.h"

enum { WORK_VIOLATIONS = 20, WORK_BUFFER = 64 * 1024 };

/* For buffers to write to: one that begins near the end of a page takes memcpy two or three times
 * as long. */
#define WORK_ALIGNED _Alignas(4096)

/* What changes from one occurrence to the next. */
struct work_values {
    int64_t balance, cost; /* hundredths */
    const char *account;
};

/* One of several that are used in turns. Apart by an odd number of cache lines: structs of a page
 * each would push each other out of the caches. */
struct work_raised {
    struct problem problem;
    char apart[7 * 64];
};

/* A cause, a request and a sink as a service has them; the sink counts what it gets. */
extern struct problem_sink work_sink;
extern const struct problem_request work_request;

/* An occurrence with its members, or with 20 field errors. */
void work_raise(struct problem *problem, const struct work_values *values);
void work_raise_constant(struct problem *problem);
void work_raise_violations(struct problem *problem);

/* The body alone, of an occurrence whose id has been drawn; its length. */
size_t work_body(struct problem *problem, char buffer[WORK_BUFFER]);

/* Status, headers and body, and no record. */
size_t work_respond(struct problem *problem, char buffer[WORK_BUFFER]);

/* All of it: an occurrence begins, is raised and answered, and its record handed on. */
size_t work_occurrence(const struct work_values *values, char buffer[WORK_BUFFER]);

#endif
