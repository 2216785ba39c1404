/*
 * Payments API: which problems the errors of sqlite become, for C and C++.
 *
 * Made by problemc from payments.yaml. Do not edit; edit that file and run
 *
 *     problemc compile payments.yaml -o DIR
 */
#ifndef PAYMENTS_FROM_SQLITE_H
#define PAYMENTS_FROM_SQLITE_H

#include "payments_problems.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What the source beside this header must have, too. */
#define PAYMENTS_FROM_SQLITE_DIGEST 0x93985b9a66d15bef

/*
 * The problem that a code becomes:
 *
 *     0, no error: SQLITE_OK, SQLITE_ROW, SQLITE_DONE, SQLITE_NOTICE, SQLITE_WARNING
 *     duplicate-payment: SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID,
 *                        SQLITE_CONSTRAINT_UNIQUE
 *     service-unavailable: SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL, SQLITE_ABORT_ROLLBACK,
 *                          SQLITE_BUSY_SNAPSHOT, SQLITE_SCHEMA, SQLITE_IOERR_NOMEM, SQLITE_NOMEM
 *     internal-error: everything else
 *
 * `message` is what was said with the code. It is data, never a format, and may be NULL.
 */
enum payments_problem payments_from_sqlite(
    int code, const char *message);

/*
 *     enum payments_problem payments_raise_from_sqlite(
 *         struct problem *problem, int code, const char *message);
 *
 * Raises that problem, and internal-error for what is no error; never gives 0.
 * Code and message are kept as its cause, for the log alone.
 */
#define payments_raise_from_sqlite(problem, code, message) \
    payments_raise_from_sqlite_(__FILE__, __LINE__, __func__, problem, code, message)

enum payments_problem payments_raise_from_sqlite_(
    const char *file, int line, const char *function, struct problem *problem,
    int code, const char *message);

#ifdef __cplusplus
}
#endif

#endif
