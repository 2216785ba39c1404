/*
 * Content negotiation, as far as a problem takes part in it.
 */
#ifndef PROBLEM_ACCEPT_H
#define PROBLEM_ACCEPT_H

#include <stdbool.h>

/* Whether an Accept field's value (RFC 9110 12.5.1; NULL: none was sent) refuses
 * application/problem+json with q=0 and does not refuse application/json. */
bool problem_accept_wants_json(const char *accept);

#endif
