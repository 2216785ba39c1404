/*
 * nginx 1.22 with a module of its own. Its error_page hands over all that it finds wrong by itself.
 * See problem_nginx.h.
 */
#include "expectations.h"

const struct expectations expectations = {
    .raw_path = true,
    .malformed =
        {
            [MALFORMED_GARBAGE] = {EXPECT_RAISED, 400},
            [MALFORMED_NO_PATH] = {EXPECT_RAISED, 400},
            [MALFORMED_VERSION] = {EXPECT_RAISED, 505},
            [MALFORMED_FIELD] = {EXPECT_RAISED, 400},
            [MALFORMED_LENGTH] = {EXPECT_RAISED, 400},
            [MALFORMED_HUGE] = {EXPECT_RAISED, 400},
            [MALFORMED_CHUNK] = {EXPECT_RAISED, 400},
            [MALFORMED_LARGE_LINE] = {EXPECT_RAISED, 414},
            [MALFORMED_LARGE_HEAD] = {EXPECT_RAISED, 431},
        },
    .paths =
        {
            [PATH_NUL] = {EXPECT_RAISED, 400},
            [PATH_PERCENT] = {EXPECT_RAISED, 400},
            [PATH_DOTS] = {EXPECT_RAISED, 400},
        },
};
