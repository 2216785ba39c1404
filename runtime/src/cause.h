/*
 * Causes, for the record.
 */
#ifndef PROBLEM_CAUSE_H
#define PROBLEM_CAUSE_H

#include "problem.h"

enum { PROBLEM_MISFIT_SHOWN = 64 }; /* bytes of a value that did not fit */

/* "ENOSPC"; NULL where the number or the C library has no names. */
const char *problem_errno_name(int error);

/* Notes the value of a member that did not fit it, as far as there is room to spare: half of the
 * room is left to causes that somebody gives. */
void problem_note_misfit(struct problem *problem, const char *member, const char *text,
                         size_t length);

#endif
