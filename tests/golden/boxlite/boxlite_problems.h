/*
 * BoxLite service: its problems, for C and C++.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 */
#ifndef BOXLITE_PROBLEMS_H

#include <problem.h>

#if PROBLEM_ABI != 6
#error "boxlite_problems.h and problem.h are of different versions: run problemc again"
#endif

/* What the tables beside this header must have, too. They need no more of it. */
#define BOXLITE_DIGEST 0xd1abfa961bd294ad

#ifndef BOXLITE_DIGEST_ALONE
#define BOXLITE_PROBLEMS_H

#ifdef __cplusplus
extern "C" {
#endif

/* The registry, for problem_respond and the lookups: constant data. */
extern const struct boxlite_problem_tables boxlite_problem_tables;
#define BOXLITE_REGISTRY \
    ((const struct problem_registry *)(const void *)&boxlite_problem_tables)

/* Bytes that the body and the header values of any response fit in. */
#define BOXLITE_RESPONSE_MAX 239

/* The problems, by their ids, which never change. */
enum boxlite_problem {
    /* 400 Invalid argument */
    BOXLITE_INVALID_ARGUMENT = 5,
    /* 400 Unsupported */
    BOXLITE_UNSUPPORTED = 13,
    /* 400 Unknown user */
    BOXLITE_UNKNOWN_USER = 22,
    /* 404 Not found */
    BOXLITE_NOT_FOUND = 2,
    /* 410 Session reaped */
    BOXLITE_SESSION_REAPED = 21,
    /* 409 Already exists */
    BOXLITE_ALREADY_EXISTS = 3,
    /* 409 Invalid state */
    BOXLITE_INVALID_STATE = 4,
    /* 409 Box stopped */
    BOXLITE_STOPPED = 11,
    /* 422 Image unusable */
    BOXLITE_IMAGE = 8,
    /* 422 Execution failed */
    BOXLITE_EXECUTION = 10,
    /* 429 Resources exhausted */
    BOXLITE_RESOURCE_EXHAUSTED = 20,
    /* 503 Network unavailable */
    BOXLITE_NETWORK = 9,
    /* 503 Engine unavailable */
    BOXLITE_ENGINE = 12,
    /* 503 Upstream unavailable */
    BOXLITE_UPSTREAM_UNAVAILABLE = 15,
    /* 500 Storage failed */
    BOXLITE_STORAGE = 7,
    /* 500 State unavailable */
    BOXLITE_DATABASE = 14,
    /* 500 Metadata unusable */
    BOXLITE_METADATA = 18,
    /* 500 Service misconfigured */
    BOXLITE_CONFIG = 6,
    /* 500 Internal error */
    BOXLITE_INTERNAL = 1
};

enum boxlite_invalid_state_state {
    BOXLITE_INVALID_STATE_STATE_CONFIGURED = 1,
    BOXLITE_INVALID_STATE_STATE_RUNNING = 2,
    BOXLITE_INVALID_STATE_STATE_STOPPING = 3,
    BOXLITE_INVALID_STATE_STATE_STOPPED = 4,
    BOXLITE_INVALID_STATE_STATE_PAUSED = 5
};

/* The problem with this code, or this type URI; 0 when the registry has none. */
static inline enum boxlite_problem boxlite_find_code(const char *code, size_t length)
{
    return (enum boxlite_problem)problem_find_code(BOXLITE_REGISTRY, code, length);
}

static inline enum boxlite_problem boxlite_find_type(const char *uri, size_t length)
{
    return (enum boxlite_problem)problem_find_type(BOXLITE_REGISTRY, uri, length);
}

/*
 * What the macros below call: one function for each list of types, so that the compiler checks
 * every argument.
 */
static inline enum boxlite_problem
boxlite_raise_1_(const char *file, int line, const char *function,
    enum boxlite_problem code, uint32_t index, struct problem *problem)
{
    problem_begin(problem, BOXLITE_REGISTRY, index, file, line, function);
    return code;
}

static inline void boxlite_set_1_(uint32_t index, unsigned ordinal,
    struct problem *problem,
    enum boxlite_invalid_state_state value1)
{
    if (problem_accepts(problem, BOXLITE_REGISTRY, index))
        problem_put_enum(problem, ordinal, (int)value1);
}

static inline void boxlite_set_2_(uint32_t index, unsigned ordinal,
    struct problem *problem,
    int64_t value1)
{
    if (problem_accepts(problem, BOXLITE_REGISTRY, index))
        problem_put_integer(problem, ordinal, value1);
}

/*
 * To raise a problem: each macro takes what is listed above it and gives the problem's
 * enumerator. Setters add what is optional and give nothing.
 */

/*
 * 400 Invalid argument
 *
 * The request asked for a box with options that make no sense alone or together.
 *
 * struct problem *problem
 */
#define boxlite_raise_invalid_argument(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_INVALID_ARGUMENT, 0, __VA_ARGS__)

/*
 * 400 Unsupported
 *
 * The request asked for a feature or an engine that this service does not have.
 *
 * struct problem *problem
 */
#define boxlite_raise_unsupported(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_UNSUPPORTED, 1, __VA_ARGS__)

/*
 * 400 Unknown user
 *
 * The request asked for a user that is not among those of the box's image.
 *
 * struct problem *problem
 */
#define boxlite_raise_unknown_user(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_UNKNOWN_USER, 2, __VA_ARGS__)

/*
 * 404 Not found
 *
 * The name or id in the request stands for nothing that exists now.
 *
 * struct problem *problem
 */
#define boxlite_raise_not_found(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_NOT_FOUND, 3, __VA_ARGS__)

/*
 * 410 Session reaped
 *
 * A session that nobody used for a while is ended, and its resources are given back.
 *
 * struct problem *problem
 */
#define boxlite_raise_session_reaped(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_SESSION_REAPED, 4, __VA_ARGS__)

/*
 * 409 Already exists
 *
 * Names of boxes are unique, and this one is taken.
 *
 * struct problem *problem
 */
#define boxlite_raise_already_exists(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_ALREADY_EXISTS, 5, __VA_ARGS__)

/*
 * 409 Invalid state
 *
 * The operation needs the box to be in another state, such as running.
 *
 * struct problem *problem
 */
#define boxlite_raise_invalid_state(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_INVALID_STATE, 6, __VA_ARGS__)

/*
 * Optional, set after the raise.
 *
 * struct problem *problem
 * enum boxlite_invalid_state_state state: The state that the box is in.
 */
#define boxlite_set_invalid_state_state(...) \
    boxlite_set_1_(6, 0, __VA_ARGS__)

/*
 * 409 Box stopped
 *
 * The box was stopped before or during the operation.
 *
 * struct problem *problem
 */
#define boxlite_raise_stopped(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_STOPPED, 7, __VA_ARGS__)

/*
 * 422 Image unusable
 *
 * The image could be named but not used; its contents or its platform don't fit.
 *
 * struct problem *problem
 */
#define boxlite_raise_image(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_IMAGE, 8, __VA_ARGS__)

/*
 * 422 Execution failed
 *
 * The box is fine, but the command in it could not be started.
 *
 * struct problem *problem
 */
#define boxlite_raise_execution(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_EXECUTION, 9, __VA_ARGS__)

/*
 * 429 Resources exhausted
 *
 * All processors, memory or disk that this service may use are taken, or your share of them is.
 *
 * struct problem *problem
 */
#define boxlite_raise_resource_exhausted(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_RESOURCE_EXHAUSTED, 10, __VA_ARGS__)

/*
 * Optional, set after the raise.
 *
 * struct problem *problem
 * int64_t retry_after: Seconds to wait.
 */
#define boxlite_set_resource_exhausted_retry_after(...) \
    boxlite_set_2_(10, 0, __VA_ARGS__)

/*
 * 503 Network unavailable
 *
 * The service could not set up or reach the network that a box needs.
 *
 * struct problem *problem
 */
#define boxlite_raise_network(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_NETWORK, 11, __VA_ARGS__)

/*
 * 503 Engine unavailable
 *
 * The engine is starting, restarting or overloaded.
 *
 * struct problem *problem
 */
#define boxlite_raise_engine(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_ENGINE, 12, __VA_ARGS__)

/*
 * 503 Upstream unavailable
 *
 * Inside the service, one part could not talk to another. Nothing about the request needs to
 * change.
 *
 * struct problem *problem
 */
#define boxlite_raise_upstream_unavailable(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_UPSTREAM_UNAVAILABLE, 13, __VA_ARGS__)

/*
 * 500 Storage failed
 *
 * Storage behind the box failed on our side.
 *
 * struct problem *problem
 */
#define boxlite_raise_storage(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_STORAGE, 14, __VA_ARGS__)

/*
 * 500 State unavailable
 *
 * The service keeps a record of its boxes and could not use it.
 *
 * struct problem *problem
 */
#define boxlite_raise_database(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_DATABASE, 15, __VA_ARGS__)

/*
 * 500 Metadata unusable
 *
 * The record of this box is incomplete or damaged.
 *
 * struct problem *problem
 */
#define boxlite_raise_metadata(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_METADATA, 16, __VA_ARGS__)

/*
 * 500 Service misconfigured
 *
 * A setting of the service is missing or wrong. Callers can't mend it.
 *
 * struct problem *problem
 */
#define boxlite_raise_config(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_CONFIG, 17, __VA_ARGS__)

/*
 * 500 Internal error
 *
 * Something failed on our side that has no kind of its own.
 *
 * struct problem *problem
 */
#define boxlite_raise_internal(...) \
    boxlite_raise_1_(PROBLEM_HERE, BOXLITE_INTERNAL, 18, __VA_ARGS__)

#ifdef __cplusplus
}
#endif

#endif
#endif
