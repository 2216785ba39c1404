/*
 * catalogue.h - what every server of these tests answers, whatever its library. It knows methods
 * and paths, and nothing of any server.
 *
 *     GET, HEAD /ok             200, text/plain, CATALOGUE_TEXT
 *     POST /ok                  the same after a body of at most CATALOGUE_BODY_MAX bytes, which
 * the server reads and counts; else catalogue_too_large any other method of /ok method-not-allowed:
 * Allow: GET, HEAD, POST /problems/CODE            that problem of registry/payments.yaml, by any
 * method anything else             not-found
 *
 * All functions may be called by several threads at once.
 */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include "payments_problems.h"

#define CATALOGUE_TEXT "ok\n"

enum { CATALOGUE_BODY_MAX = 65536 };

/* 0: send CATALOGUE_TEXT; else what was raised. A query, from a "?" on, does not matter. */
enum payments_problem catalogue_answer(struct problem *problem, const char *method,
                                       const char *path);

/* For a request whose body has more than CATALOGUE_BODY_MAX bytes. */
enum payments_problem catalogue_too_large(struct problem *problem);

/* For the server's own errors: `raise` of a struct problem_edge. */
void catalogue_raise_status(struct problem *problem, int status);

/* The codes that /problems/CODE knows, in the registry's order; NULL past their end. */
const char *catalogue_code(size_t index);

#endif
