/*
 * real.h - what the programs real_NAME.c share: each brings about real failures and looks at the
 * group that the fragment puts them in.
 *
 * The registry `groups` has a problem for every group of the fragment, named like it, and
 * `otherwise` for codes that are in none.
 */
#ifndef REAL_H
#define REAL_H

#include <stdio.h>
#include <stdlib.h>

static int real_cases, real_failures;

/* Holds what a failure became against the group that it should be in. */
static inline void real_expect(const char *failure, const char *code, int group, int wanted)
{
    real_cases++;
    if (group == wanted)
        return;
    real_failures++;
    fprintf(stderr, "%s: code %s is in group %d, not in %d\n", failure, code, group, wanted);
}

static inline void real_expect_number(const char *failure, long number, int group, int wanted)
{
    char code[32];
    snprintf(code, sizeof code, "%ld", number);
    real_expect(failure, code, group, wanted);
}

/* The system did not do what a case needs. */
static inline void real_give_up(const char *what)
{
    perror(what);
    exit(1);
}

static inline int real_result(void)
{
    printf("%d failures, %d in the wrong group\n", real_cases, real_failures);
    return real_failures != 0;
}

#endif
