/*
 * Payments API: which problems the errors of errno become.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 *
 * Names end in an underscore here so that none is one of the foreign header's.
 */
#include "payments_from_errno.h"

#include <errno.h>

#if PAYMENTS_DIGEST != 0x3edc148281832a8b || \
    PAYMENTS_FROM_ERRNO_DIGEST != 0xec71d118dc8722a3
#error "payments_problems.h, payments_from_errno.h and .c were not made in one run"
#endif

/* What codes become: a problem's place in the tables, and its enumerator. */
static const struct {
    uint32_t index;
    enum payments_problem problem;
} payments_from_errno_outcomes[] = {
    {16, PAYMENTS_INTERNAL_ERROR}, /* what has no row */
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
static unsigned payments_from_errno_code(int code_)
{
    switch (code_) {
    default:
        break;
#if defined(ENOMEM)
    case ENOMEM:
#endif
#if defined(EMFILE)
    case EMFILE:
#endif
#if defined(ENFILE)
    case ENFILE:
#endif
#if defined(ENOBUFS)
    case ENOBUFS:
#endif
#if defined(ENOLCK)
    case ENOLCK:
#endif
#if defined(ENOSR)
    case ENOSR:
#endif
#if defined(EPROCLIM)
    case EPROCLIM:
#endif
#if defined(EQFULL)
    case EQFULL:
#endif
#if defined(ETOOMANYREFS)
    case ETOOMANYREFS:
#endif
#if defined(EUSERS)
    case EUSERS:
#endif
        return 1; /* service-unavailable */
    }
    return 0;
}

static unsigned payments_from_errno_outcome(
    int code_, const char *message_)
{
    unsigned outcome_ = 0;
    (void)message_;
    if (outcome_ == 0)
        outcome_ = payments_from_errno_code(code_);
    return outcome_;
}

enum payments_problem payments_from_errno(
    int code_, const char *message_)
{
    return payments_from_errno_outcomes[
        payments_from_errno_outcome(code_, message_)].problem;
}

enum payments_problem payments_raise_from_errno_(
    const char *file_, int line_, const char *function_, struct problem *problem_,
    int code_, const char *message_)
{
    unsigned outcome_ = payments_from_errno_outcome(code_, message_);
    problem_begin(problem_, PAYMENTS_REGISTRY,
                  payments_from_errno_outcomes[outcome_].index, file_, line_, function_);
    problem_because_code(problem_, "errno", code_, message_);
    return payments_from_errno_outcomes[outcome_].problem;
}
