/*
 * Where a field error is: names and pointers that are safe to show.
 */
#ifndef PROBLEM_PLACE_H
#define PROBLEM_PLACE_H

#include "problem.h"

/* How much of a place may be shown: of a pointer its leading segments that look like identifiers,
 * of a name all or nothing. At most PROBLEM_PLACE_SIZE. */
size_t problem_place_length(enum problem_where_kind kind, const char *text, size_t length);

#endif
