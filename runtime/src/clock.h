/*
 * Moments one after the other, as records have them: 2026-11-21T10:00:00.123456Z.
 */
#ifndef PROBLEM_CLOCK_H
#define PROBLEM_CLOCK_H

#include "problem.h"

/* Both return their end. */
char *problem_now_text(char *to);
char *problem_clock_text(char *to, struct problem_time time);

#endif
