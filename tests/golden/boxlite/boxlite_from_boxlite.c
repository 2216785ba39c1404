/*
 * BoxLite service: which problems the errors of boxlite become.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 *
 * Names end in an underscore here so that none is one of the foreign header's.
 */
#include "boxlite_from_boxlite.h"

#include <string.h>

#if BOXLITE_DIGEST != 0xd1abfa961bd294ad || \
    BOXLITE_FROM_BOXLITE_DIGEST != 0xe6d4aea63808540a
#error "boxlite_problems.h, boxlite_from_boxlite.h and .c were not made in one run"
#endif

/* What codes become: a problem's place in the tables, and its enumerator. */
static const struct {
    uint32_t index;
    enum boxlite_problem problem;
} boxlite_from_boxlite_outcomes[] = {
    {18, BOXLITE_INTERNAL}, /* what has no row */
    {18, (enum boxlite_problem)0}, /* what is no error */
    {18, BOXLITE_INTERNAL},
    {3, BOXLITE_NOT_FOUND},
    {5, BOXLITE_ALREADY_EXISTS},
    {6, BOXLITE_INVALID_STATE},
    {0, BOXLITE_INVALID_ARGUMENT},
    {17, BOXLITE_CONFIG},
    {14, BOXLITE_STORAGE},
    {8, BOXLITE_IMAGE},
    {11, BOXLITE_NETWORK},
    {9, BOXLITE_EXECUTION},
    {7, BOXLITE_STOPPED},
    {12, BOXLITE_ENGINE},
    {1, BOXLITE_UNSUPPORTED},
    {15, BOXLITE_DATABASE},
    {13, BOXLITE_UPSTREAM_UNAVAILABLE},
    {16, BOXLITE_METADATA},
    {10, BOXLITE_RESOURCE_EXHAUSTED},
    {4, BOXLITE_SESSION_REAPED},
    {2, BOXLITE_UNKNOWN_USER},
};

/*
 * The enum must be one to the compiler, so that it knows its enumerators: a typedef of int has none.
 */
enum boxlite_from_boxlite_int {
    BOXLITE_FROM_BOXLITE_INT_MIN = -2147483647 - 1,
    BOXLITE_FROM_BOXLITE_INT_MAX = 2147483647
};
enum boxlite_from_boxlite_unsigned {
    BOXLITE_FROM_BOXLITE_UNSIGNED_MAX = 2147483647
};
_Static_assert(_Generic((BoxliteErrorCode)0,
                        enum boxlite_from_boxlite_int: 0,
                        enum boxlite_from_boxlite_unsigned: 0,
                        default: 1),
               "BoxliteErrorCode is a number to C: write  enum: enum TAG  in the registry");

/*
 * The outcome of a code; 0: it has no row.
 *
 * If this does not compile:
 *
 * - "enumeration value ... not handled": the header has an error that the registry says nothing
 *   about. Give it a row under `map`, or list it under `ignore`.
 * - "undeclared": the header does not have it, or not by this name. Change or drop its row.
 * - "duplicate case value": two enumerators, or one and a row under `values`, are one number. Keep
 *   one of the rows: it is enough for both.
 */
static unsigned boxlite_from_boxlite_code(BoxliteErrorCode code_)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
    switch (code_) { /* each enumerator needs a row in the registry: see above */
    case Ok:
        return 1; /* ignored */
    case Internal:
        return 2; /* internal */
    case NotFound:
        return 3; /* not-found */
    case AlreadyExists:
        return 4; /* already-exists */
    case InvalidState:
        return 5; /* invalid-state */
    case InvalidArgument:
        return 6; /* invalid-argument */
    case Config:
        return 7; /* config */
    case Storage:
        return 8; /* storage */
    case Image:
        return 9; /* image */
    case Network:
        return 10; /* network */
    case Execution:
        return 11; /* execution */
    case Stopped:
        return 12; /* stopped */
    case Engine:
        return 13; /* engine */
    case Unsupported:
    case UnsupportedEngine:
        return 14; /* unsupported */
    case Database:
        return 15; /* database */
    case Portal:
    case Rpc:
    case RpcTransport:
        return 16; /* upstream-unavailable */
    case Metadata:
        return 17; /* metadata */
    case ResourceExhausted:
        return 18; /* resource-exhausted */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wswitch"
    case 21:
#pragma GCC diagnostic pop
        return 19; /* session-reaped */
    }
#pragma GCC diagnostic pop
    return 0;
}

/* Rules for messages, in order; 0: none of them holds. */
static unsigned boxlite_from_boxlite_message(
    BoxliteErrorCode code_, const char *message_)
{
    /* Until 2027-06-30: the library reports a user that the image does not have as Internal. */
    if (code_ == Internal &&
        strstr(message_, "not found in") != NULL &&
        strstr(message_, "/etc/passwd") != NULL)
        return 20; /* unknown-user */
    return 0;
}

static unsigned boxlite_from_boxlite_outcome(
    BoxliteErrorCode code_, const char *message_)
{
    unsigned outcome_ = 0;
    if (message_ != NULL)
        outcome_ = boxlite_from_boxlite_message(code_, message_);
    if (outcome_ == 0)
        outcome_ = boxlite_from_boxlite_code(code_);
    return outcome_;
}

enum boxlite_problem boxlite_from_boxlite(
    BoxliteErrorCode code_, const char *message_)
{
    return boxlite_from_boxlite_outcomes[
        boxlite_from_boxlite_outcome(code_, message_)].problem;
}

enum boxlite_problem boxlite_raise_from_boxlite_(
    const char *file_, int line_, const char *function_, struct problem *problem_,
    BoxliteErrorCode code_, const char *message_)
{
    unsigned outcome_ = boxlite_from_boxlite_outcome(code_, message_);
    if (outcome_ == 1)
        outcome_ = 0;
    problem_begin(problem_, BOXLITE_REGISTRY,
                  boxlite_from_boxlite_outcomes[outcome_].index, file_, line_, function_);
    problem_because_code(problem_, "boxlite", code_, message_);
    return boxlite_from_boxlite_outcomes[outcome_].problem;
}
