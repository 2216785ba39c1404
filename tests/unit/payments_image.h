/*
 * A registry with one of everything, for the tests of the runtime. Members 0 and 1 are the
 * registry's own: `region` (public, optional) and `node` (log).
 */
#ifndef TESTS_PAYMENTS_IMAGE_H
#define TESTS_PAYMENTS_IMAGE_H

#include "image_builder.h"

enum payments_index {
    INSUFFICIENT_FUNDS,
    INTERNAL_ERROR, /* the fallback */
    NOT_FOUND,
    SECRET, /* concealed as NOT_FOUND */
    VALIDATION_FAILED,
    METHOD_NOT_ALLOWED, /* with a type of its own */
    BARE                /* neither detail nor instance nor members of its own */
};

enum payments_number { FIRST_NUMBER = 10 }; /* that of index 0; they count up */

enum payments_member {
    REGION,
    NODE,
    BALANCE, /* of INSUFFICIENT_FUNDS */
    COST,
    HINT,       /* optional text, named by the detail */
    WAIT,       /* header only */
    SHARD,      /* log only */
    WHY = 2,    /* of SECRET: log only */
    ALLOWED = 2 /* of METHOD_NOT_ALLOWED: identifiers of at most 8 bytes, 4 of them */
};

enum payments_rule {
    REQUIRED,  /* no members */
    MINIMUM,   /* limit: integer */
    ONE_OF,    /* allowed: list of text; hint: optional text */
    UNRELATED, /* belongs to no problem */
    RULE_COUNT
};

/* `violations` NULL gives the usual ones: 3 items, fragments, every key. */
const struct problem_registry *payments_image(const char *base, bool numbers_by_lookup,
                                              const struct built_violations *violations);

#endif
