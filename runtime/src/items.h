/*
 * Field errors of which nothing is missing (problem_tables.h, PROBLEM_VIOLATIONS_ITEMS).
 */
#ifndef PROBLEM_ITEMS_H
#define PROBLEM_ITEMS_H

#include "violation.h"

/* An array of field errors, and where it has got to. */
struct error_items {
    const struct problem *problem;
    const unsigned char *image, *how; /* one of enum problem_violations */
    size_t position;                  /* for next_stored_violation */
    unsigned written, most;
};

/*
 * Writes field errors, each behind its comma or the bracket, from `to` on and not beyond `end`, up
 * to the first that must be written key by key, is none of the problem's or finds no room: that is
 * the next one then. Returns where they end.
 */
char *problem_put_items(char *to, const char *end, struct error_items *items);

#endif
