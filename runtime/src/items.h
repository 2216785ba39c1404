/*
 * Field errors of which nothing is missing (problem_tables.h, PROBLEM_VIOLATIONS_ITEMS).
 */
#ifndef PROBLEM_ITEMS_H
#define PROBLEM_ITEMS_H

#include "violation.h"

/* How a problem's are written: what is found once for all of them. */
struct item_forms {
    const unsigned char *image;
    const unsigned char *programs; /* offsets, by rule; NULL: none can be written so */
    struct image_text openings[4]; /* by kind of place; length 0: none */
};

/* `how` is one of enum problem_violations. */
void problem_read_items(const unsigned char *image, const unsigned char *how,
                        struct item_forms *items);

/* Writes `before` and the field error, from `to` on and not beyond `end`; returns where it ends.
 * NULL where it must be written key by key, or is none of the problem's. */
char *problem_violation_text(char *to, const char *end, const struct item_forms *items,
                             struct stored_violation stored, char before);

#endif
