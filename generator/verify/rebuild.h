/*
 * The occurrence that an answer tells of, put together from the answer's own values, and what the
 * runtime makes of it: the answer as it should be.
 */
#ifndef PROBLEMC_VERIFY_REBUILD_H
#define PROBLEMC_VERIFY_REBUILD_H

#include "tables/ordinals.h"
#include "verify/answer.h"

/* What became of a member's value. */
enum rebuilt_state {
    REBUILT_ABSENT, /* the answer does not have it */
    REBUILT_PUT,
    REBUILT_MISFIT, /* a service would not have sent it */
};

struct rebuilt {
    struct problem problem;
    struct ordinals ordinals;
    struct rebuilt_member {
        const char *value;    /* in the body; NULL: not there */
        struct text expected; /* what would fit */
        enum rebuilt_state state;
    } members[PROBLEM_MEMBERS_MAX];
    uint32_t misread; /* a bit for each declared header whose values do not fit: reported */
    struct problem_response response;
    struct body body; /* of the response */
};

/* Puts the values that stand in the body, then those in the headers, and renders. Reports values of
 * headers that don't fit. */
void rebuild(struct answer *answer, struct rebuilt *rebuilt);

/* Puts a JSON value; false where it does not fit. */
bool rebuild_put(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 const struct body *body, const char *at, struct arena *arena,
                 struct text *expected);

/* Puts a value as a detail shows it; lists are joined by ", " there. */
bool rebuild_put_shown(struct problem *problem, unsigned ordinal, const struct shape *shape,
                       struct text shown, struct arena *arena, struct text *expected);

#endif
