/*
 * Payments API: which problems the errors of http become, for C and C++.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 */
#ifndef PAYMENTS_FROM_HTTP_H
#define PAYMENTS_FROM_HTTP_H

#include "payments_problems.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the source beside this header must have, too. */
#define PAYMENTS_FROM_HTTP_DIGEST 0x640cd9e5db1e1ef8

/*
 * The problem that a code becomes:
 *
 *     malformed-request: BAD_REQUEST, LENGTH_REQUIRED, HTTP_VERSION_NOT_SUPPORTED,
 *                        NOT_IMPLEMENTED
 *     not-found: GONE, NOT_FOUND
 *     unsupported-media-type: UNSUPPORTED_MEDIA_TYPE
 *     head-too-large: REQUEST_HEADER_FIELDS_TOO_LARGE, URI_TOO_LONG
 *     service-unavailable: SERVICE_UNAVAILABLE
 *     internal-error: everything else
 *
 * `message` is what was said with the code. It is data, never a format, and may be NULL.
 */
enum payments_problem payments_from_http(
    int code, const char *message);

/*
 *     enum payments_problem payments_raise_from_http(
 *         struct problem *problem, int code, const char *message);
 *
 * Raises that problem; never gives 0.
 * Code and message are kept as its cause, for the log alone.
 */
#define payments_raise_from_http(problem, code, message) \
    payments_raise_from_http_(__FILE__, __LINE__, __func__, problem, code, message)

enum payments_problem payments_raise_from_http_(
    const char *file, int line, const char *function, struct problem *problem,
    int code, const char *message);

#ifdef __cplusplus
}
#endif

#endif
