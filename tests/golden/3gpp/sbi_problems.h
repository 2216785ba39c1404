/*
 * 3GPP service based interface: its problems, for C and C++.
 *
 * Made by problemc from 3gpp.yaml. Do not edit; edit that file and run
 *
 *     problemc compile 3gpp.yaml -o DIR
 */
#ifndef SBI_PROBLEMS_H

#include <problem.h>

#if PROBLEM_ABI != 6
#error "sbi_problems.h and problem.h are of different versions: run problemc again"
#endif

/* What the tables beside this header must have, too. They need no more of it. */
#define SBI_DIGEST 0x25543d8fef0e6b45

#ifndef SBI_DIGEST_ALONE
#define SBI_PROBLEMS_H

#ifdef __cplusplus
extern "C" {
#endif

/* The registry, for problem_respond and the lookups: constant data. */
extern const struct sbi_problem_tables sbi_problem_tables;
#define SBI_REGISTRY \
    ((const struct problem_registry *)(const void *)&sbi_problem_tables)

/* Bytes that the body and the header values of any response fit in. */
#define SBI_RESPONSE_MAX 3382

/* The problems, by their order in the registry. */
enum sbi_problem {
    /* 400 Bad Request */
    SBI_INVALID_API = 1,
    /* 400 Bad Request */
    SBI_INVALID_MSG_FORMAT = 2,
    /* 400 Bad Request */
    SBI_INVALID_QUERY_PARAM = 3,
    /* 400 Bad Request */
    SBI_MANDATORY_QUERY_PARAM_INCORRECT = 4,
    /* 400 Bad Request */
    SBI_OPTIONAL_QUERY_PARAM_INCORRECT = 5,
    /* 400 Bad Request */
    SBI_MANDATORY_QUERY_PARAM_MISSING = 6,
    /* 400 Bad Request */
    SBI_MANDATORY_IE_INCORRECT = 7,
    /* 400 Bad Request */
    SBI_OPTIONAL_IE_INCORRECT = 8,
    /* 400 Bad Request */
    SBI_MANDATORY_IE_MISSING = 9,
    /* 400 Bad Request */
    SBI_UNSPECIFIED_MSG_FAILURE = 10,
    /* 400 Bad Request */
    SBI_NF_DISCOVERY_FAILURE = 11,
    /* 400 Bad Request */
    SBI_INVALID_DISCOVERY_PARAM = 12,
    /* 400 Bad Request */
    SBI_RESOURCE_CONTEXT_NOT_FOUND = 13,
    /* 400 Bad Request */
    SBI_MISSING_ACCESS_TOKEN_INFO = 14,
    /* 403 Forbidden */
    SBI_CCA_VERIFICATION_FAILURE = 15,
    /* 403 Forbidden */
    SBI_TOKEN_CCA_MISMATCH = 16,
    /* 403 Forbidden */
    SBI_MODIFICATION_NOT_ALLOWED = 17,
    /* 403 Forbidden */
    SBI_ACCESS_TOKEN_DENIED = 18,
    /* 404 Not Found */
    SBI_SUBSCRIPTION_NOT_FOUND = 19,
    /* 404 Not Found */
    SBI_RESOURCE_URI_STRUCTURE_NOT_FOUND = 20,
    /* 411 Length Required */
    SBI_INCORRECT_LENGTH = 21,
    /* 429 Too Many Requests */
    SBI_NF_CONGESTION_RISK = 22,
    /* 500 Internal Server Error */
    SBI_INSUFFICIENT_RESOURCES = 23,
    /* 500 Internal Server Error */
    SBI_UNSPECIFIED_NF_FAILURE = 24,
    /* 500 Internal Server Error */
    SBI_SYSTEM_FAILURE = 25,
    /* 500 Internal Server Error */
    SBI_NF_FAILOVER = 26,
    /* 500 Internal Server Error */
    SBI_NF_SERVICE_FAILOVER = 27,
    /* 503 Service Unavailable */
    SBI_NF_CONGESTION = 28,
    /* 504 Gateway Timeout */
    SBI_TARGET_NF_NOT_REACHABLE = 29,
    /* 504 Gateway Timeout */
    SBI_TIMED_OUT_REQUEST = 30
};

/* The problem with this code, or this type URI; 0 when the registry has none. */
static inline enum sbi_problem sbi_find_code(const char *code, size_t length)
{
    return (enum sbi_problem)problem_find_code(SBI_REGISTRY, code, length);
}

static inline enum sbi_problem sbi_find_type(const char *uri, size_t length)
{
    return (enum sbi_problem)problem_find_type(SBI_REGISTRY, uri, length);
}

/*
 * What the macros below call: one function for each list of types, so that the compiler checks
 * every argument.
 */
static inline enum sbi_problem
sbi_raise_1_(const char *file, int line, const char *function,
    enum sbi_problem code, uint32_t index, struct problem *problem)
{
    problem_begin(problem, SBI_REGISTRY, index, file, line, function);
    return code;
}

/*
 * To raise a problem: each macro takes what is listed above it and gives the problem's
 * enumerator. Setters add what is optional and give nothing.
 */

/*
 * 400 Bad Request
 *
 * The address names no API, or a version of it, that this function offers.
 *
 * struct problem *problem
 */
#define sbi_raise_invalid_api(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INVALID_API, 0, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * The message does not have the form that the API's description asks for.
 *
 * struct problem *problem
 */
#define sbi_raise_invalid_msg_format(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INVALID_MSG_FORMAT, 1, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * A query parameter is not defined for this resource, or its value is not.
 *
 * struct problem *problem
 */
#define sbi_raise_invalid_query_param(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INVALID_QUERY_PARAM, 2, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * A query parameter that must be there has a value that makes no sense.
 *
 * struct problem *problem
 */
#define sbi_raise_mandatory_query_param_incorrect(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MANDATORY_QUERY_PARAM_INCORRECT, 3, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * A query parameter that may be left out has a value that makes no sense.
 *
 * struct problem *problem
 */
#define sbi_raise_optional_query_param_incorrect(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_OPTIONAL_QUERY_PARAM_INCORRECT, 4, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * A query parameter that must be there is not.
 *
 * struct problem *problem
 */
#define sbi_raise_mandatory_query_param_missing(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MANDATORY_QUERY_PARAM_MISSING, 5, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * An information element that must be there has a value that makes no sense.
 *
 * struct problem *problem
 */
#define sbi_raise_mandatory_ie_incorrect(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MANDATORY_IE_INCORRECT, 6, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * An information element that may be left out has a value that makes no sense.
 *
 * struct problem *problem
 */
#define sbi_raise_optional_ie_incorrect(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_OPTIONAL_IE_INCORRECT, 7, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * An information element that must be there is not.
 *
 * struct problem *problem
 */
#define sbi_raise_mandatory_ie_missing(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MANDATORY_IE_MISSING, 8, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * The request is wrong in a way that no other cause describes.
 *
 * struct problem *problem
 */
#define sbi_raise_unspecified_msg_failure(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_UNSPECIFIED_MSG_FAILURE, 9, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * No network function was found that could serve the request.
 *
 * struct problem *problem
 */
#define sbi_raise_nf_discovery_failure(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_NF_DISCOVERY_FAILURE, 10, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * A discovery parameter in the request is not usable.
 *
 * struct problem *problem
 */
#define sbi_raise_invalid_discovery_param(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INVALID_DISCOVERY_PARAM, 11, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * The request refers to a context that the function does not hold.
 *
 * struct problem *problem
 */
#define sbi_raise_resource_context_not_found(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_RESOURCE_CONTEXT_NOT_FOUND, 12, __VA_ARGS__)

/*
 * 400 Bad Request
 *
 * The request lacks what is needed to get an access token for it.
 *
 * struct problem *problem
 */
#define sbi_raise_missing_access_token_info(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MISSING_ACCESS_TOKEN_INFO, 13, __VA_ARGS__)

/*
 * 403 Forbidden
 *
 * The client credentials assertion could not be verified.
 *
 * struct problem *problem
 */
#define sbi_raise_cca_verification_failure(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_CCA_VERIFICATION_FAILURE, 14, __VA_ARGS__)

/*
 * 403 Forbidden
 *
 * The access token and the client credentials assertion name different clients.
 *
 * struct problem *problem
 */
#define sbi_raise_token_cca_mismatch(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_TOKEN_CCA_MISMATCH, 15, __VA_ARGS__)

/*
 * 403 Forbidden
 *
 * The resource exists, but the change is not allowed.
 *
 * struct problem *problem
 */
#define sbi_raise_modification_not_allowed(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_MODIFICATION_NOT_ALLOWED, 16, __VA_ARGS__)

/*
 * 403 Forbidden
 *
 * An access token could not be obtained on the client's behalf.
 *
 * struct problem *problem
 */
#define sbi_raise_access_token_denied(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_ACCESS_TOKEN_DENIED, 17, __VA_ARGS__)

/*
 * 404 Not Found
 *
 * The subscription does not exist, or exists no more.
 *
 * struct problem *problem
 */
#define sbi_raise_subscription_not_found(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_SUBSCRIPTION_NOT_FOUND, 18, __VA_ARGS__)

/*
 * 404 Not Found
 *
 * The address has a form that the API does not define.
 *
 * struct problem *problem
 */
#define sbi_raise_resource_uri_structure_not_found(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_RESOURCE_URI_STRUCTURE_NOT_FOUND, 19, __VA_ARGS__)

/*
 * 411 Length Required
 *
 * The Content-Length is missing or does not match the content.
 *
 * struct problem *problem
 */
#define sbi_raise_incorrect_length(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INCORRECT_LENGTH, 20, __VA_ARGS__)

/*
 * 429 Too Many Requests
 *
 * The function is near overload and refuses some requests.
 *
 * struct problem *problem
 */
#define sbi_raise_nf_congestion_risk(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_NF_CONGESTION_RISK, 21, __VA_ARGS__)

/*
 * 500 Internal Server Error
 *
 * The function lacks the resources that the request needs.
 *
 * struct problem *problem
 */
#define sbi_raise_insufficient_resources(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_INSUFFICIENT_RESOURCES, 22, __VA_ARGS__)

/*
 * 500 Internal Server Error
 *
 * The function failed in a way that no other cause describes.
 *
 * struct problem *problem
 */
#define sbi_raise_unspecified_nf_failure(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_UNSPECIFIED_NF_FAILURE, 23, __VA_ARGS__)

/*
 * 500 Internal Server Error
 *
 * The function failed because of a system fault.
 *
 * struct problem *problem
 */
#define sbi_raise_system_failure(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_SYSTEM_FAILURE, 24, __VA_ARGS__)

/*
 * 500 Internal Server Error
 *
 * The function is failing over to another instance.
 *
 * struct problem *problem
 */
#define sbi_raise_nf_failover(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_NF_FAILOVER, 25, __VA_ARGS__)

/*
 * 500 Internal Server Error
 *
 * The service is failing over to another instance.
 *
 * struct problem *problem
 */
#define sbi_raise_nf_service_failover(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_NF_SERVICE_FAILOVER, 26, __VA_ARGS__)

/*
 * 503 Service Unavailable
 *
 * The function is overloaded.
 *
 * struct problem *problem
 */
#define sbi_raise_nf_congestion(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_NF_CONGESTION, 27, __VA_ARGS__)

/*
 * 504 Gateway Timeout
 *
 * The function that the request is for can't be reached.
 *
 * struct problem *problem
 */
#define sbi_raise_target_nf_not_reachable(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_TARGET_NF_NOT_REACHABLE, 28, __VA_ARGS__)

/*
 * 504 Gateway Timeout
 *
 * The request took longer than its sender said it would wait.
 *
 * struct problem *problem
 */
#define sbi_raise_timed_out_request(...) \
    sbi_raise_1_(PROBLEM_HERE, SBI_TIMED_OUT_REQUEST, 29, __VA_ARGS__)

/*
 * A field error: must be present
 */
static inline void sbi_add_missing(
    struct problem *problem, struct problem_where where)
{
    problem_violation_begin(problem, SBI_REGISTRY, 0, &where);
    problem_violation_end(problem);
}

/*
 * A field error: has a value that can't be used
 */
static inline void sbi_add_incorrect(
    struct problem *problem, struct problem_where where)
{
    problem_violation_begin(problem, SBI_REGISTRY, 1, &where);
    problem_violation_end(problem);
}

/*
 * A field error: is not defined here
 */
static inline void sbi_add_unknown(
    struct problem *problem, struct problem_where where)
{
    problem_violation_begin(problem, SBI_REGISTRY, 2, &where);
    problem_violation_end(problem);
}

#ifdef __cplusplus
}
#endif

#endif
#endif
