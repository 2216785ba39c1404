/*
 * A second registry for the tests of the runtime, `ledger`: a problem with a member of every type,
 * for every audience, and constants. LEDGER_LOST is its fallback.
 */
#ifndef TESTS_LEDGER_IMAGE_H
#define TESTS_LEDGER_IMAGE_H

#include "image_builder.h"

enum ledger_index { LEDGER_CLOSED, LEDGER_LOST };

/* Of LEDGER_CLOSED. */
enum ledger_member {
    TOTAL,   /* integer */
    RATE,    /* decimal of 2 digits */
    RATIO,   /* number; header only */
    OPEN,    /* boolean */
    STATE,   /* enum: open, closed; log only */
    NOTE,    /* text of at most 1024 bytes */
    MOMENT,  /* time in milliseconds; log only */
    DAY,     /* date */
    TAGS,    /* 4 texts of at most 16 bytes */
    ACCOUNT, /* integer, as a string */
    LINK,    /* URI of at most 64 bytes */
    LEDGER_MEMBERS
};

const struct problem_registry *ledger_image(void);

#endif
