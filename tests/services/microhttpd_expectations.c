/*
 * libmicrohttpd 0.9.75. What it finds wrong before there is a request, it answers by itself: it has
 * no hook for that. See problem_microhttpd.h.
 */
#include "expectations.h"

const struct expectations expectations = {
    .endless = {EXPECT_CLOSED, 0},
    .malformed =
        {
            [MALFORMED_GARBAGE] = {EXPECT_CLOSED, 0},
            [MALFORMED_NO_PATH] = {EXPECT_CLOSED, 0},
            [MALFORMED_VERSION] = {EXPECT_OWN, 505},
            [MALFORMED_FIELD] = {EXPECT_OWN, 400},
            [MALFORMED_LENGTH] = {EXPECT_OWN, 400},
            [MALFORMED_HUGE] = {EXPECT_OWN, 413},
            [MALFORMED_CHUNK] = {EXPECT_OWN, 400},
            [MALFORMED_LARGE_LINE] = {EXPECT_OWN, 414},
            [MALFORMED_LARGE_HEAD] = {EXPECT_OWN, 431},
        },
};
