/*
 * ulfius 2.7.13 over libmicrohttpd 0.9.75. It reads every body to its end. What libmicrohttpd finds
 * wrong before there is a request, it answers by itself. See problem_ulfius.h.
 */
#include "expectations.h"

const struct expectations expectations = {
    .raw_path = true,
    .announced = {EXPECT_READ, 0},
    .endless = {EXPECT_READ, 0},
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
