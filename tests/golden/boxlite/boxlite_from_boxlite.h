/*
 * BoxLite service: which problems the errors of boxlite become, for C and C++.
 *
 * Made by problemc from boxlite.yaml. Do not edit; edit that file and run
 *
 *     problemc compile boxlite.yaml -o DIR
 */
#ifndef BOXLITE_FROM_BOXLITE_H
#define BOXLITE_FROM_BOXLITE_H

#include "boxlite_problems.h"

#include <boxlite.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What the source beside this header must have, too. */
#define BOXLITE_FROM_BOXLITE_DIGEST 0xe6d4aea63808540a

/*
 * The problem that a code becomes:
 *
 *     0, no error: Ok
 *     internal: Internal
 *     not-found: NotFound
 *     already-exists: AlreadyExists
 *     invalid-state: InvalidState
 *     invalid-argument: InvalidArgument
 *     config: Config
 *     storage: Storage
 *     image: Image
 *     network: Network
 *     execution: Execution
 *     stopped: Stopped
 *     engine: Engine
 *     unsupported: Unsupported, UnsupportedEngine
 *     database: Database
 *     upstream-unavailable: Portal, Rpc, RpcTransport
 *     metadata: Metadata
 *     resource-exhausted: ResourceExhausted
 *     session-reaped: 21
 *     internal: everything else
 *
 * Tried first:
 *
 *     unknown-user: Internal until 2027-06-30, where the message contains
 *         not found in
 *         /etc/passwd
 *
 * `message` is what was said with the code. It is data, never a format, and may be NULL.
 */
enum boxlite_problem boxlite_from_boxlite(
    BoxliteErrorCode code, const char *message);

/*
 *     enum boxlite_problem boxlite_raise_from_boxlite(
 *         struct problem *problem, BoxliteErrorCode code, const char *message);
 *
 * Raises that problem, and internal for what is no error; never gives 0.
 * Code and message are kept as its cause, for the log alone.
 */
#define boxlite_raise_from_boxlite(problem, code, message) \
    boxlite_raise_from_boxlite_(__FILE__, __LINE__, __func__, problem, code, message)

enum boxlite_problem boxlite_raise_from_boxlite_(
    const char *file, int line, const char *function, struct problem *problem,
    BoxliteErrorCode code, const char *message);

#ifdef __cplusplus
}
#endif

#endif
