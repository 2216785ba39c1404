/*
 * Reads a text that callers will see for what should not be in it: the insides that error messages
 * leak.
 */
#ifndef PROBLEMC_LEAKS_LEAKS_H
#define PROBLEMC_LEAKS_LEAKS_H

#include "base/arena.h"

/* `id` is the check: leak-path, leak-address, leak-hostname, leak-sql, leak-trace,
 * leak-environment, leak-version, leak-token or leak-system. */
struct leak {
    const char *id;
    const char *what;      /* "a file path": completes "detail shows ... to callers" */
    size_t offset, length; /* the bytes that gave it away */
};

typedef void leak_found(void *context, const struct leak *leak);

/* What a scan looks up, made once for any number of texts. */
struct leak_scanner;

struct leak_scanner *leak_scanner_create(struct arena *arena);

/* Calls `found` for each leak in the order of the text; of overlapping ones only the longest.
 * Linear in the text, which may hold any bytes. */
void leaks_find(const struct leak_scanner *scanner, struct text text, leak_found *found,
                void *context);

#endif
