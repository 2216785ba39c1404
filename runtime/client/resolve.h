/*
 * References that are resolved (RFC 3986 5), as `type` is against the URL of the response.
 */
#ifndef PROBLEM_RESOLVE_H
#define PROBLEM_RESOLVE_H

#include "problem_client.h"

/* Whether it begins with a scheme and a colon. */
bool problem_has_scheme(struct problem_text reference);

/* Writes `reference` resolved against `base`, with scheme and host in lower case; `base.bytes` may
 * be NULL. Returns its length; 0 where neither has a scheme, where the base is needed and holds
 * anything but printable ASCII, or where it takes more than `size` bytes. */
size_t problem_resolve(struct problem_text base, struct problem_text reference, char *buffer,
                       size_t size);

#endif
