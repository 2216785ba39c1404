/*
 * Sandbox API: its problems, for C and C++.
 *
 * Made by problemc from sandbox.yaml. Do not edit; edit that file and run
 *
 *     problemc compile sandbox.yaml -o DIR
 */
#ifndef SANDBOX_PROBLEMS_H

#include <problem.h>

#if PROBLEM_ABI != 6
#error "sandbox_problems.h and problem.h are of different versions: run problemc again"
#endif

/* What the tables beside this header must have, too. They need no more of it. */
#define SANDBOX_DIGEST 0x2575474c9f568faf

#ifndef SANDBOX_DIGEST_ALONE
#define SANDBOX_PROBLEMS_H

#ifdef __cplusplus
extern "C" {
#endif

/* The registry, for problem_respond and the lookups: constant data. */
extern const struct sandbox_problem_tables sandbox_problem_tables;
#define SANDBOX_REGISTRY \
    ((const struct problem_registry *)(const void *)&sandbox_problem_tables)

/* Bytes that the body and the header values of any response fit in. */
#define SANDBOX_RESPONSE_MAX 4002

/* The problems, by their order in the registry. */
enum sandbox_problem {
    /* 400 Invalid request */
    SANDBOX_INVALID_REQUEST = 1,
    /* 400 Unknown template */
    SANDBOX_TEMPLATE_UNKNOWN = 2,
    /* 401 Authentication required */
    SANDBOX_UNAUTHORIZED = 3,
    /* 403 Forbidden */
    SANDBOX_FORBIDDEN = 4,
    /* 404 Sandbox not found */
    SANDBOX_SANDBOX_NOT_FOUND = 5,
    /* 404 Snapshot not found */
    SANDBOX_SNAPSHOT_NOT_FOUND = 6,
    /* 409 Wrong state */
    SANDBOX_WRONG_STATE = 7,
    /* 422 Snapshot incompatible */
    SANDBOX_SNAPSHOT_INCOMPATIBLE = 8,
    /* 403 Quota exceeded */
    SANDBOX_QUOTA_EXCEEDED = 9,
    /* 500 Sandbox not created */
    SANDBOX_CREATE_FAILED = 10,
    /* 500 Snapshot not restored */
    SANDBOX_RESTORE_FAILED = 11,
    /* 500 Internal server error */
    SANDBOX_INTERNAL_ERROR = 12,
    /* 502 Node lost */
    SANDBOX_NODE_LOST = 13,
    /* 503 No capacity */
    SANDBOX_NO_CAPACITY = 14,
    /* 504 Timed out */
    SANDBOX_TIMED_OUT = 15
};

enum sandbox_operation {
    /* A new sandbox was asked for. */
    SANDBOX_OPERATION_CREATE = 1,
    /* A sandbox was to be made ready ahead of time. */
    SANDBOX_OPERATION_WARM = 2,
    /* The state of a sandbox was to be kept. */
    SANDBOX_OPERATION_SNAPSHOT = 3,
    /* A sandbox was to be made from a snapshot. */
    SANDBOX_OPERATION_RESTORE = 4
};

enum sandbox_wrong_state_state {
    SANDBOX_WRONG_STATE_STATE_CREATING = 1,
    SANDBOX_WRONG_STATE_STATE_READY = 2,
    SANDBOX_WRONG_STATE_STATE_RUNNING = 3,
    SANDBOX_WRONG_STATE_STATE_SNAPSHOTTING = 4,
    SANDBOX_WRONG_STATE_STATE_STOPPED = 5
};

enum sandbox_wrong_state_needed {
    SANDBOX_WRONG_STATE_NEEDED_READY = 1,
    SANDBOX_WRONG_STATE_NEEDED_RUNNING = 2,
    SANDBOX_WRONG_STATE_NEEDED_STOPPED = 3
};

/* The problem with this code, or this type URI; 0 when the registry has none. */
static inline enum sandbox_problem sandbox_find_code(const char *code, size_t length)
{
    return (enum sandbox_problem)problem_find_code(SANDBOX_REGISTRY, code, length);
}

static inline enum sandbox_problem sandbox_find_type(const char *uri, size_t length)
{
    return (enum sandbox_problem)problem_find_type(SANDBOX_REGISTRY, uri, length);
}

/*
 * What the macros below call: one function for each list of types, so that the compiler checks
 * every argument.
 */
static inline enum sandbox_problem
sandbox_raise_1_(const char *file, int line, const char *function,
    enum sandbox_problem code, uint32_t index, struct problem *problem)
{
    problem_begin(problem, SANDBOX_REGISTRY, index, file, line, function);
    return code;
}

static inline enum sandbox_problem
sandbox_raise_2_(const char *file, int line, const char *function,
    enum sandbox_problem code, uint32_t index, struct problem *problem,
    const char *value1)
{
    problem_begin(problem, SANDBOX_REGISTRY, index, file, line, function);
    problem_put_string(problem, 2, value1);
    return code;
}

static inline enum sandbox_problem
sandbox_raise_3_(const char *file, int line, const char *function,
    enum sandbox_problem code, uint32_t index, struct problem *problem,
    enum sandbox_wrong_state_state value1,
    enum sandbox_wrong_state_needed value2)
{
    problem_begin(problem, SANDBOX_REGISTRY, index, file, line, function);
    problem_put_enum(problem, 2, (int)value1);
    problem_put_enum(problem, 3, (int)value2);
    return code;
}

static inline enum sandbox_problem
sandbox_raise_4_(const char *file, int line, const char *function,
    enum sandbox_problem code, uint32_t index, struct problem *problem,
    int64_t value1,
    int64_t value2)
{
    problem_begin(problem, SANDBOX_REGISTRY, index, file, line, function);
    problem_put_integer(problem, 2, value1);
    problem_put_integer(problem, 3, value2);
    return code;
}

static inline enum sandbox_problem
sandbox_raise_5_(const char *file, int line, const char *function,
    enum sandbox_problem code, uint32_t index, struct problem *problem,
    int64_t value1)
{
    problem_begin(problem, SANDBOX_REGISTRY, index, file, line, function);
    problem_put_integer(problem, 2, value1);
    return code;
}

static inline void sandbox_set_1_(uint32_t index, unsigned ordinal,
    struct problem *problem,
    enum sandbox_operation value1)
{
    if (problem_accepts(problem, SANDBOX_REGISTRY, index))
        problem_put_enum(problem, ordinal, (int)value1);
}

static inline void sandbox_set_2_(uint32_t index, unsigned ordinal,
    struct problem *problem,
    const char *value1)
{
    if (problem_accepts(problem, SANDBOX_REGISTRY, index))
        problem_put_string(problem, ordinal, value1);
}

/*
 * To raise a problem: each macro takes what is listed above it and gives the problem's
 * enumerator. Setters add what is optional and give nothing.
 */

/*
 * 400 Invalid request
 *
 * The request has fields that are missing or out of range.
 *
 * struct problem *problem
 */
#define sandbox_raise_invalid_request(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_INVALID_REQUEST, 0, __VA_ARGS__)

/*
 * 400 Unknown template
 *
 * Sandboxes are made from templates, and the request named one that does not exist.
 *
 * struct problem *problem
 * const char *template: The template that was asked for.
 */
#define sandbox_raise_template_unknown(...) \
    sandbox_raise_2_(PROBLEM_HERE, SANDBOX_TEMPLATE_UNKNOWN, 1, __VA_ARGS__)

/*
 * 401 Authentication required
 *
 * The request carried no token, or one that is unknown or has expired.
 *
 * struct problem *problem
 */
#define sandbox_raise_unauthorized(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_UNAUTHORIZED, 2, __VA_ARGS__)

/*
 * 403 Forbidden
 *
 * The token is valid, but its role does not include the operation.
 *
 * struct problem *problem
 */
#define sandbox_raise_forbidden(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_FORBIDDEN, 3, __VA_ARGS__)

/*
 * 404 Sandbox not found
 *
 * The sandbox never existed, or it has been removed.
 *
 * struct problem *problem
 * const char *sandbox: The sandbox that was named.
 */
#define sandbox_raise_sandbox_not_found(...) \
    sandbox_raise_2_(PROBLEM_HERE, SANDBOX_SANDBOX_NOT_FOUND, 4, __VA_ARGS__)

/*
 * 404 Snapshot not found
 *
 * The snapshot never existed, or it has been removed.
 *
 * struct problem *problem
 * const char *snapshot: The snapshot that was named.
 */
#define sandbox_raise_snapshot_not_found(...) \
    sandbox_raise_2_(PROBLEM_HERE, SANDBOX_SNAPSHOT_NOT_FOUND, 5, __VA_ARGS__)

/*
 * 409 Wrong state
 *
 * Sandboxes go through states, and not every operation is possible in each.
 *
 * struct problem *problem
 * enum sandbox_wrong_state_state state: The state that the sandbox is in.
 * enum sandbox_wrong_state_needed needed: The state that the operation needs.
 */
#define sandbox_raise_wrong_state(...) \
    sandbox_raise_3_(PROBLEM_HERE, SANDBOX_WRONG_STATE, 6, __VA_ARGS__)

/*
 * 422 Snapshot incompatible
 *
 * Snapshots hold the state of a machine, which newer machines can't always take over.
 *
 * struct problem *problem
 */
#define sandbox_raise_snapshot_incompatible(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_SNAPSHOT_INCOMPATIBLE, 7, __VA_ARGS__)

/*
 * 403 Quota exceeded
 *
 * The account has as many sandboxes as its plan includes.
 *
 * struct problem *problem
 * int64_t used: Sandboxes that you have.
 * int64_t quota: Sandboxes that you may have.
 */
#define sandbox_raise_quota_exceeded(...) \
    sandbox_raise_4_(PROBLEM_HERE, SANDBOX_QUOTA_EXCEEDED, 8, __VA_ARGS__)

/*
 * 500 Sandbox not created
 *
 * Something failed on our side while the sandbox was being made.
 *
 * struct problem *problem
 */
#define sandbox_raise_create_failed(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_CREATE_FAILED, 9, __VA_ARGS__)

/*
 * 500 Snapshot not restored
 *
 * Something failed on our side while a sandbox was being made from a snapshot.
 *
 * struct problem *problem
 */
#define sandbox_raise_restore_failed(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_RESTORE_FAILED, 10, __VA_ARGS__)

/*
 * 500 Internal server error
 *
 * Something failed on our side that has no kind of its own.
 *
 * struct problem *problem
 */
#define sandbox_raise_internal_error(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_INTERNAL_ERROR, 11, __VA_ARGS__)

/*
 * 502 Node lost
 *
 * The sandbox ended because the machine under it did. Its snapshots are kept.
 *
 * struct problem *problem
 */
#define sandbox_raise_node_lost(...) \
    sandbox_raise_1_(PROBLEM_HERE, SANDBOX_NODE_LOST, 12, __VA_ARGS__)

/*
 * 503 No capacity
 *
 * More sandboxes are wanted than there are machines for. More are being started.
 *
 * struct problem *problem
 * int64_t retry_after: Seconds to wait.
 */
#define sandbox_raise_no_capacity(...) \
    sandbox_raise_5_(PROBLEM_HERE, SANDBOX_NO_CAPACITY, 13, __VA_ARGS__)

/*
 * 504 Timed out
 *
 * The operation took longer than the API waits for.
 *
 * struct problem *problem
 * int64_t seconds: How long was waited.
 */
#define sandbox_raise_timed_out(...) \
    sandbox_raise_5_(PROBLEM_HERE, SANDBOX_TIMED_OUT, 14, __VA_ARGS__)

/*
 * Optional, set before or after the raise of any problem.
 *
 * struct problem *problem
 * enum sandbox_operation operation: What was being done when it failed.
 */
#define sandbox_set_operation(...) \
    sandbox_set_1_(PROBLEM_ANY, 0, __VA_ARGS__)

/*
 * Optional, set before or after the raise of any problem.
 *
 * struct problem *problem
 * const char *node: logged, never sent.
 */
#define sandbox_set_node(...) \
    sandbox_set_2_(PROBLEM_ANY, 1, __VA_ARGS__)

/*
 * A field error: Must be present.
 */
static inline void sandbox_add_required(
    struct problem *problem, struct problem_where where)
{
    problem_violation_begin(problem, SANDBOX_REGISTRY, 0, &where);
    problem_violation_end(problem);
}

/*
 * A field error: Must be from {least} to {most}.
 */
static inline void sandbox_add_range(
    struct problem *problem, struct problem_where where,
    int64_t value1,
    int64_t value2)
{
    problem_violation_begin(problem, SANDBOX_REGISTRY, 1, &where);
    problem_put_integer(problem, 0, value1);
    problem_put_integer(problem, 1, value2);
    problem_violation_end(problem);
}

#ifdef __cplusplus
}
#endif

#endif
#endif
