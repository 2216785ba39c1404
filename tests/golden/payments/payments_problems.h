/*
 * Payments API: its problems, for C and C++.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 */
#ifndef PAYMENTS_PROBLEMS_H

#include <problem.h>

#if PROBLEM_ABI != 6
#error "payments_problems.h and problem.h are of different versions: run problemc again"
#endif

/* What the tables beside this header must have, too. They need no more of it. */
#define PAYMENTS_DIGEST 0x3edc148281832a8b

#ifndef PAYMENTS_DIGEST_ALONE
#define PAYMENTS_PROBLEMS_H

#ifdef __cplusplus
extern "C" {
#endif

/* The registry, for problem_respond and the lookups: constant data. */
extern const struct payments_problem_tables payments_problem_tables;
#define PAYMENTS_REGISTRY \
    ((const struct problem_registry *)(const void *)&payments_problem_tables)

/* Bytes that the body and the header values of any response fit in. */
#define PAYMENTS_RESPONSE_MAX 5649

/* The problems, by their ids, which never change. */
enum payments_problem {
    /* 403 Insufficient funds */
    PAYMENTS_INSUFFICIENT_FUNDS = 12,
    /* 403 Account suspended */
    PAYMENTS_ACCOUNT_SUSPENDED = 13,
    /* 409 Duplicate payment */
    PAYMENTS_DUPLICATE_PAYMENT = 14,
    /* 422 Unknown payee */
    PAYMENTS_UNKNOWN_PAYEE = 15,
    /* 422 Currency mismatch */
    PAYMENTS_CURRENCY_MISMATCH = 16,
    /* 429 Too many requests */
    PAYMENTS_RATE_LIMITED = 20,
    /* 422 Validation failed */
    PAYMENTS_VALIDATION_FAILED = 30,
    /* 400 Malformed request */
    PAYMENTS_MALFORMED_REQUEST = 31,
    /* 415 Unsupported media type */
    PAYMENTS_UNSUPPORTED_MEDIA_TYPE = 32,
    /* 404 Not found */
    PAYMENTS_NOT_FOUND = 40,
    /* 405 Method not allowed */
    PAYMENTS_METHOD_NOT_ALLOWED = 41,
    /* 413 Payload too large */
    PAYMENTS_PAYLOAD_TOO_LARGE = 42,
    /* 431 Request head too large */
    PAYMENTS_HEAD_TOO_LARGE = 43,
    /* 401 Authentication required */
    PAYMENTS_AUTHENTICATION_REQUIRED = 50,
    /* 403 Access denied */
    PAYMENTS_ACCESS_DENIED = 51,
    /* 503 Service unavailable */
    PAYMENTS_SERVICE_UNAVAILABLE = 2,
    /* 500 Internal server error */
    PAYMENTS_INTERNAL_ERROR = 1
};

enum payments_format_expected {
    PAYMENTS_FORMAT_EXPECTED_A_DECIMAL_NUMBER = 1,
    PAYMENTS_FORMAT_EXPECTED_A_CURRENCY_CODE = 2,
    PAYMENTS_FORMAT_EXPECTED_A_UUID = 3,
    PAYMENTS_FORMAT_EXPECTED_A_DATE = 4,
    PAYMENTS_FORMAT_EXPECTED_AN_ACCOUNT_NUMBER = 5
};

enum payments_account_suspended_reason {
    /* A payment is being looked at. */
    PAYMENTS_ACCOUNT_SUSPENDED_REASON_FRAUD_REVIEW = 1,
    /* The owner asked for it. */
    PAYMENTS_ACCOUNT_SUSPENDED_REASON_OWNER_REQUEST = 2,
    /* Fees are overdue. */
    PAYMENTS_ACCOUNT_SUSPENDED_REASON_UNPAID_FEES = 3
};

enum payments_method_not_allowed_allow {
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_GET = 1,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_HEAD = 2,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_POST = 3,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_PUT = 4,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_PATCH = 5,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_DELETE = 6,
    PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_OPTIONS = 7
};

/* The problem with this code, or this type URI; 0 when the registry has none. */
static inline enum payments_problem payments_find_code(const char *code, size_t length)
{
    return (enum payments_problem)problem_find_code(PAYMENTS_REGISTRY, code, length);
}

static inline enum payments_problem payments_find_type(const char *uri, size_t length)
{
    return (enum payments_problem)problem_find_type(PAYMENTS_REGISTRY, uri, length);
}

/*
 * What the macros below call: one function for each list of types, so that the compiler checks
 * every argument.
 */
static inline enum payments_problem
payments_raise_1_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    struct problem_decimal value1,
    struct problem_decimal value2,
    const char *value3)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_decimal(problem, 0, value1);
    problem_put_decimal(problem, 1, value2);
    problem_put_string(problem, 2, value3);
    return code;
}

static inline enum payments_problem
payments_raise_2_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    enum payments_account_suspended_reason value1,
    const char *value2)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_enum(problem, 0, (int)value1);
    problem_put_string(problem, 1, value2);
    return code;
}

static inline enum payments_problem
payments_raise_3_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    return code;
}

static inline enum payments_problem
payments_raise_4_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    const char *value1)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_string(problem, 0, value1);
    return code;
}

static inline enum payments_problem
payments_raise_5_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    int64_t value1,
    int64_t value2,
    int64_t value3)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_integer(problem, 0, value1);
    problem_put_integer(problem, 1, value2);
    problem_put_integer(problem, 2, value3);
    return code;
}

static inline enum payments_problem
payments_raise_6_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    const enum payments_method_not_allowed_allow *value1, size_t count1)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_enums(problem, 0, value1, sizeof *value1, count1);
    return code;
}

static inline enum payments_problem
payments_raise_7_(const char *file, int line, const char *function,
    enum payments_problem code, uint32_t index, struct problem *problem,
    int64_t value1)
{
    problem_begin(problem, PAYMENTS_REGISTRY, index, file, line, function);
    problem_put_integer(problem, 0, value1);
    return code;
}

static inline void payments_set_1_(uint32_t index, unsigned ordinal,
    struct problem *problem,
    int64_t value1)
{
    if (problem_accepts(problem, PAYMENTS_REGISTRY, index))
        problem_put_integer(problem, ordinal, value1);
}

/*
 * To raise a problem: each macro takes what is listed above it and gives the problem's
 * enumerator. Setters add what is optional and give nothing.
 */

/*
 * 403 Insufficient funds
 *
 * The payment was refused because it would overdraw the account.
 *
 * struct problem *problem
 * struct problem_decimal balance: What the account holds.
 * struct problem_decimal cost: What the payment costs.
 * const char *shard: logged, never sent.
 */
#define payments_raise_insufficient_funds(...) \
    payments_raise_1_(PROBLEM_HERE, PAYMENTS_INSUFFICIENT_FUNDS, 0, __VA_ARGS__)

/*
 * 403 Account suspended
 *
 * The account that was to pay, or to be paid, is suspended.
 *
 * struct problem *problem
 * enum payments_account_suspended_reason reason: Why the account was suspended.
 * const char *case_number: logged, never sent.
 */
#define payments_raise_account_suspended(...) \
    payments_raise_2_(PROBLEM_HERE, PAYMENTS_ACCOUNT_SUSPENDED, 1, __VA_ARGS__)

/*
 * Optional, set after the raise.
 *
 * struct problem *problem
 * int64_t since: When it was suspended.
 */
#define payments_set_account_suspended_since(...) \
    payments_set_1_(1, 2, __VA_ARGS__)

/*
 * 409 Duplicate payment
 *
 * The `Idempotency-Key` of the request is that of an earlier payment, which stays as it was made.
 *
 * struct problem *problem
 */
#define payments_raise_duplicate_payment(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_DUPLICATE_PAYMENT, 2, __VA_ARGS__)

/*
 * 422 Unknown payee
 *
 * The account that was to be paid does not exist.
 *
 * struct problem *problem
 */
#define payments_raise_unknown_payee(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_UNKNOWN_PAYEE, 3, __VA_ARGS__)

/*
 * 422 Currency mismatch
 *
 * Money is paid in the currency of both accounts; nothing is exchanged.
 *
 * struct problem *problem
 * const char *currency: The currency that the account is kept in.
 */
#define payments_raise_currency_mismatch(...) \
    payments_raise_4_(PROBLEM_HERE, PAYMENTS_CURRENCY_MISMATCH, 4, __VA_ARGS__)

/*
 * 429 Too many requests
 *
 * More requests were sent with this key than its plan allows.
 *
 * struct problem *problem
 * int64_t sent: Requests that were counted.
 * int64_t limit: Requests that are allowed in a minute.
 * int64_t retry_after: Seconds to wait.
 */
#define payments_raise_rate_limited(...) \
    payments_raise_5_(PROBLEM_HERE, PAYMENTS_RATE_LIMITED, 5, __VA_ARGS__)

/*
 * 422 Validation failed
 *
 * The request was understood, but some of its fields break a rule.
 *
 * struct problem *problem
 */
#define payments_raise_validation_failed(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_VALIDATION_FAILED, 6, __VA_ARGS__)

/*
 * 400 Malformed request
 *
 * The request, or its body, is not what its format says, or in a version of it that is not spoken
 * here.
 *
 * struct problem *problem
 */
#define payments_raise_malformed_request(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_MALFORMED_REQUEST, 7, __VA_ARGS__)

/*
 * 415 Unsupported media type
 *
 * The request's body is labelled as another format than those that are read.
 *
 * struct problem *problem
 */
#define payments_raise_unsupported_media_type(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_UNSUPPORTED_MEDIA_TYPE, 8, __VA_ARGS__)

/*
 * 404 Not found
 *
 * The resource does not exist, or it is not yours to see.
 *
 * struct problem *problem
 */
#define payments_raise_not_found(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_NOT_FOUND, 9, __VA_ARGS__)

/*
 * 405 Method not allowed
 *
 * The address is right, but the method is not one of those it takes.
 *
 * struct problem *problem
 * const enum payments_method_not_allowed_allow *allow, size_t allow_count: The methods that the
 *     resource answers to.
 */
#define payments_raise_method_not_allowed(...) \
    payments_raise_6_(PROBLEM_HERE, PAYMENTS_METHOD_NOT_ALLOWED, 10, __VA_ARGS__)

/*
 * 413 Payload too large
 *
 * The request's body is larger than the API accepts.
 *
 * struct problem *problem
 * int64_t limit: The most bytes that are accepted.
 */
#define payments_raise_payload_too_large(...) \
    payments_raise_7_(PROBLEM_HERE, PAYMENTS_PAYLOAD_TOO_LARGE, 11, __VA_ARGS__)

/*
 * 431 Request head too large
 *
 * The address of the request, or its header fields together, are longer than the API accepts.
 *
 * struct problem *problem
 */
#define payments_raise_head_too_large(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_HEAD_TOO_LARGE, 12, __VA_ARGS__)

/*
 * 401 Authentication required
 *
 * The request carried no API key, or one that is unknown or has expired.
 *
 * struct problem *problem
 */
#define payments_raise_authentication_required(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_AUTHENTICATION_REQUIRED, 13, __VA_ARGS__)

/*
 * 403 Access denied
 *
 * The resource belongs to another account. Callers are told that there is nothing.
 *
 * Callers get not-found instead.
 *
 * struct problem *problem
 * const char *key_owner: logged, never sent.
 */
#define payments_raise_access_denied(...) \
    payments_raise_4_(PROBLEM_HERE, PAYMENTS_ACCESS_DENIED, 14, __VA_ARGS__)

/*
 * 503 Service unavailable
 *
 * Something that the request needs is busy. Nothing about the request needs to change.
 *
 * struct problem *problem
 */
#define payments_raise_service_unavailable(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_SERVICE_UNAVAILABLE, 15, __VA_ARGS__)

/*
 * 500 Internal server error
 *
 * Something failed on our side. Nothing about your request needs to change.
 *
 * struct problem *problem
 */
#define payments_raise_internal_error(...) \
    payments_raise_3_(PROBLEM_HERE, PAYMENTS_INTERNAL_ERROR, 16, __VA_ARGS__)

/*
 * A field error: Must be present.
 */
static inline void payments_add_required(
    struct problem *problem, struct problem_where where)
{
    problem_violation_begin(problem, PAYMENTS_REGISTRY, 0, &where);
    problem_violation_end(problem);
}

/*
 * A field error: Must be at least {limit}.
 *
 * value1 is limit: The least value that is accepted.
 */
static inline void payments_add_minimum(
    struct problem *problem, struct problem_where where,
    int64_t value1)
{
    problem_violation_begin(problem, PAYMENTS_REGISTRY, 1, &where);
    problem_put_integer(problem, 0, value1);
    problem_violation_end(problem);
}

/*
 * A field error: Must be at most {limit}.
 *
 * value1 is limit: The greatest value that is accepted.
 */
static inline void payments_add_maximum(
    struct problem *problem, struct problem_where where,
    int64_t value1)
{
    problem_violation_begin(problem, PAYMENTS_REGISTRY, 2, &where);
    problem_put_integer(problem, 0, value1);
    problem_violation_end(problem);
}

/*
 * A field error: Must be {expected}.
 *
 * value1 is expected: What is expected instead.
 */
static inline void payments_add_format(
    struct problem *problem, struct problem_where where,
    enum payments_format_expected value1)
{
    problem_violation_begin(problem, PAYMENTS_REGISTRY, 3, &where);
    problem_put_enum(problem, 0, (int)value1);
    problem_violation_end(problem);
}

#ifdef __cplusplus
}
#endif

#endif
#endif
