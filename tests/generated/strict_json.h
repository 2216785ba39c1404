/*
 * strict_json.h - whether bytes are one JSON text as RFC 8259 has it, and nothing else: every byte
 * is looked at, and no object may have a key twice. cJSON alone takes raw control characters,
 * leading zeros and more.
 */
#ifndef STRICT_JSON_H
#define STRICT_JSON_H

#include <stdbool.h>
#include <stddef.h>

/* False: `*error` is the offset of the first byte that can't stand there. */
bool strict_json(const char *bytes, size_t length, size_t *error);

#endif
