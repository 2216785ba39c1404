/*
 * Payments API: which problems the errors of errno become, for C and C++.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 */
#ifndef PAYMENTS_FROM_ERRNO_H
#define PAYMENTS_FROM_ERRNO_H

#include "payments_problems.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the source beside this header must have, too. */
#define PAYMENTS_FROM_ERRNO_DIGEST 0xec71d118dc8722a3

/*
 * The problem that a code becomes:
 *
 *     service-unavailable: ENOMEM, EMFILE, ENFILE, ENOBUFS, ENOLCK, ENOSR, EPROCLIM, EQFULL,
 *                          ETOOMANYREFS, EUSERS
 *     internal-error: everything else
 *
 * `message` is what was said with the code. It is data, never a format, and may be NULL.
 */
enum payments_problem payments_from_errno(
    int code, const char *message);

/*
 *     enum payments_problem payments_raise_from_errno(
 *         struct problem *problem, int code, const char *message);
 *
 * Raises that problem; never gives 0.
 * Code and message are kept as its cause, for the log alone.
 */
#define payments_raise_from_errno(problem, code, message) \
    payments_raise_from_errno_(__FILE__, __LINE__, __func__, problem, code, message)

enum payments_problem payments_raise_from_errno_(
    const char *file, int line, const char *function, struct problem *problem,
    int code, const char *message);

#ifdef __cplusplus
}
#endif

#endif
