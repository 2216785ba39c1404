/*
 * JSON as RFC 8259 has it, and nothing else: a check of the whole document, once, and then a walk
 * over it that needs no bounds. There is no tree: a value is a pointer to its first byte in the
 * document.
 *
 * A string with escapes is decoded during the check, to the offset in the scratch that its content
 * has in the document: it never gets longer, so no two of them meet, and whoever reads it later
 * knows where it is.
 */
#ifndef PROBLEM_JSON_H
#define PROBLEM_JSON_H

#include "problem_client.h"

enum { PROBLEM_JSON_DEPTH = 64 }; /* arrays and objects inside each other */

struct json {
    const char *bytes;
    size_t length;
    char *scratch; /* `length` bytes */
};

static inline bool problem_json_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Whether it is one JSON value. Strings are decoded on the way. */
bool problem_json_check(const struct json *json);

/* The same; NULL where it is one, else the byte that can't stand where it does, or the end. */
const char *problem_json_fault(const struct json *json);

/* Whether these bytes are a number of JSON's grammar, and nothing else. */
bool problem_json_is_number(const char *bytes, size_t length);

/* ------------------------------------------------------------------ in a checked document
 *
 * Values are those inside an array or an object, which the functions rely on to end them.
 */

/* Behind the value at `at`. */
const char *problem_json_end(const char *at);

/* The next item of an array. *at is the array's first byte (or a blank before it) at first, and
 * then where the last call left it. False at the array's end. */
bool problem_json_next_item(const char **at, const char **value);

/* The next member of an object, likewise. */
bool problem_json_next_member(const char **at, const char **name, const char **value);

/* The string at `at`, decoded; `bytes` is NULL where that is no string, or NULL. */
struct problem_text problem_json_text(const struct json *json, const char *at);

/* The bytes of the value at `at`. */
static inline struct problem_text problem_json_span(const char *at)
{
    struct problem_text span = {at, (size_t)(problem_json_end(at) - at)};
    return span;
}

#endif
