/*
 * Payments API: which problems the errors of sqlite become.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 *
 * Names end in an underscore here so that none is one of the foreign header's.
 */
#include "payments_from_sqlite.h"

#include <sqlite3.h>

#if PAYMENTS_DIGEST != 0x3edc148281832a8b || \
    PAYMENTS_FROM_SQLITE_DIGEST != 0x93985b9a66d15bef
#error "payments_problems.h, payments_from_sqlite.h and .c were not made in one run"
#endif

/* What codes become: a problem's place in the tables, and its enumerator. */
static const struct {
    uint32_t index;
    enum payments_problem problem;
} payments_from_sqlite_outcomes[] = {
    {16, PAYMENTS_INTERNAL_ERROR}, /* what has no row */
    {16, (enum payments_problem)0}, /* what is no error */
    {2, PAYMENTS_DUPLICATE_PAYMENT},
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
static unsigned payments_from_sqlite_code(int code_)
{
    switch (code_) {
    default:
        break;
#if defined(SQLITE_OK)
    case SQLITE_OK:
#endif
#if defined(SQLITE_ROW)
    case SQLITE_ROW:
#endif
#if defined(SQLITE_DONE)
    case SQLITE_DONE:
#endif
#if defined(SQLITE_NOTICE)
    case SQLITE_NOTICE:
#endif
#if defined(SQLITE_WARNING)
    case SQLITE_WARNING:
#endif
        return 1; /* ignored */
#if defined(SQLITE_CONSTRAINT_PRIMARYKEY)
    case SQLITE_CONSTRAINT_PRIMARYKEY:
#endif
#if defined(SQLITE_CONSTRAINT_ROWID)
    case SQLITE_CONSTRAINT_ROWID:
#endif
#if defined(SQLITE_CONSTRAINT_UNIQUE)
    case SQLITE_CONSTRAINT_UNIQUE:
#endif
        return 2; /* duplicate-payment */
#if defined(SQLITE_BUSY)
    case SQLITE_BUSY:
#endif
#if defined(SQLITE_LOCKED)
    case SQLITE_LOCKED:
#endif
#if defined(SQLITE_PROTOCOL)
    case SQLITE_PROTOCOL:
#endif
#if defined(SQLITE_ABORT_ROLLBACK)
    case SQLITE_ABORT_ROLLBACK:
#endif
#if defined(SQLITE_BUSY_SNAPSHOT)
    case SQLITE_BUSY_SNAPSHOT:
#endif
#if defined(SQLITE_SCHEMA)
    case SQLITE_SCHEMA:
#endif
#if defined(SQLITE_IOERR_NOMEM)
    case SQLITE_IOERR_NOMEM:
#endif
#if defined(SQLITE_NOMEM)
    case SQLITE_NOMEM:
#endif
        return 3; /* service-unavailable */
    }
    return 0;
}

static unsigned payments_from_sqlite_outcome(
    int code_, const char *message_)
{
    unsigned outcome_ = 0;
    (void)message_;
    if (outcome_ == 0)
        outcome_ = payments_from_sqlite_code(code_);
    if (outcome_ == 0)
        outcome_ = payments_from_sqlite_code(code_ & 255);
    return outcome_;
}

enum payments_problem payments_from_sqlite(
    int code_, const char *message_)
{
    return payments_from_sqlite_outcomes[
        payments_from_sqlite_outcome(code_, message_)].problem;
}

enum payments_problem payments_raise_from_sqlite_(
    const char *file_, int line_, const char *function_, struct problem *problem_,
    int code_, const char *message_)
{
    unsigned outcome_ = payments_from_sqlite_outcome(code_, message_);
    if (outcome_ == 1)
        outcome_ = 0;
    problem_begin(problem_, PAYMENTS_REGISTRY,
                  payments_from_sqlite_outcomes[outcome_].index, file_, line_, function_);
    problem_because_code(problem_, "sqlite", code_, message_);
    return payments_from_sqlite_outcomes[outcome_].problem;
}
