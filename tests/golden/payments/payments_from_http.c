/*
 * Payments API: which problems the errors of http become.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 *
 * Names end in an underscore here so that none is one of the foreign header's.
 */
#include "payments_from_http.h"

#if PAYMENTS_DIGEST != 0x3edc148281832a8b || \
    PAYMENTS_FROM_HTTP_DIGEST != 0x640cd9e5db1e1ef8
#error "payments_problems.h, payments_from_http.h and .c were not made in one run"
#endif

/* What codes become: a problem's place in the tables, and its enumerator. */
static const struct {
    uint32_t index;
    enum payments_problem problem;
} payments_from_http_outcomes[] = {
    {16, PAYMENTS_INTERNAL_ERROR}, /* what has no row */
    {7, PAYMENTS_MALFORMED_REQUEST},
    {9, PAYMENTS_NOT_FOUND},
    {8, PAYMENTS_UNSUPPORTED_MEDIA_TYPE},
    {12, PAYMENTS_HEAD_TOO_LARGE},
    {15, PAYMENTS_SERVICE_UNAVAILABLE},
};

/*
 * The outcome of a code; 0: it has no row.
 *
 * If this does not compile:
 *
 * - "duplicate case value": two constants, or one and a row under `values`, are one number. Keep
 *   one of the rows, or list one of the names under `aliases`.
 */
static unsigned payments_from_http_code(int code_)
{
    switch (code_) {
    default:
        break;
    case 400: /* BAD_REQUEST */
    case 411: /* LENGTH_REQUIRED */
    case 505: /* HTTP_VERSION_NOT_SUPPORTED */
    case 501: /* NOT_IMPLEMENTED */
        return 1; /* malformed-request */
    case 410: /* GONE */
    case 404: /* NOT_FOUND */
        return 2; /* not-found */
    case 415: /* UNSUPPORTED_MEDIA_TYPE */
        return 3; /* unsupported-media-type */
    case 431: /* REQUEST_HEADER_FIELDS_TOO_LARGE */
    case 414: /* URI_TOO_LONG */
        return 4; /* head-too-large */
    case 503: /* SERVICE_UNAVAILABLE */
        return 5; /* service-unavailable */
    }
    return 0;
}

static unsigned payments_from_http_outcome(
    int code_, const char *message_)
{
    unsigned outcome_ = 0;
    (void)message_;
    if (outcome_ == 0)
        outcome_ = payments_from_http_code(code_);
    return outcome_;
}

enum payments_problem payments_from_http(
    int code_, const char *message_)
{
    return payments_from_http_outcomes[
        payments_from_http_outcome(code_, message_)].problem;
}

enum payments_problem payments_raise_from_http_(
    const char *file_, int line_, const char *function_, struct problem *problem_,
    int code_, const char *message_)
{
    unsigned outcome_ = payments_from_http_outcome(code_, message_);
    problem_begin(problem_, PAYMENTS_REGISTRY,
                  payments_from_http_outcomes[outcome_].index, file_, line_, function_);
    problem_because_code(problem_, "http", code_, message_);
    return payments_from_http_outcomes[outcome_].problem;
}
