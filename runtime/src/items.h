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

/* Where an array of field errors has got to. */
struct items_progress {
    size_t position; /* for next_stored_violation */
    unsigned written, most;
};

/*
 * Writes field errors, each behind its comma or the bracket, from `to` on and not beyond `end`, up
 * to the first that must be written key by key, is none of the problem's or finds no room: that is
 * the next one then. Returns where they end.
 */
char *problem_put_items(char *to, const char *end, const struct item_forms *items,
                        const struct problem *problem, struct items_progress *progress);

#endif
