/*
 * civetweb 1.15. Its http_error callback hands over what it finds wrong by itself; some of its
 * phrases are older than RFC 9110. See problem_civetweb.h.
 */
#include "expectations.h"

const struct expectations expectations = {
    .records_leavers = true,
    .phrases =
        {
            {413, "Request Entity Too Large"},
            {422, "Unproccessable entity"}, /* its own spelling */
        },
    .unknown_method = {EXPECT_RAISED, 400},
    .malformed =
        {
            [MALFORMED_GARBAGE] = {EXPECT_RAISED, 400},
            [MALFORMED_NO_PATH] = {EXPECT_RAISED, 400},
            [MALFORMED_VERSION] = {EXPECT_RAISED, 505},
            [MALFORMED_FIELD] = {EXPECT_RAISED, 400},
            [MALFORMED_LENGTH] = {EXPECT_RAISED, 411},
            [MALFORMED_HUGE] = {EXPECT_RAISED, 413},
            [MALFORMED_CHUNK] = {EXPECT_RAISED, 400},
            [MALFORMED_LARGE_LINE] = {EXPECT_RAISED, 400},
            [MALFORMED_LARGE_HEAD] = {EXPECT_RAISED, 400},
        },
    .request_ids =
        {
            [ID_TAB] = {EXPECT_RAISED, 400},
            [ID_ESCAPE] = {EXPECT_RAISED, 400},
        },
    .paths =
        {
            [PATH_BYTES] = {EXPECT_RAISED, 400},
        },
};
