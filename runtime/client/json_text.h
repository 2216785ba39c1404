/*
 * The bytes of JSON: blanks, escapes and UTF-8.
 */
#ifndef PROBLEM_JSON_TEXT_H
#define PROBLEM_JSON_TEXT_H

#include <stdbool.h>

#include "../src/syntax.h"

static inline bool problem_json_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static inline bool problem_json_is_hex(char byte)
{
    return byte_is(byte, BYTE_HEX);
}

/* The length of the UTF-8 sequence that begins at a byte from 0x80 (RFC 3629 4); 0: it is none. */
size_t problem_utf8_length(const char *bytes, size_t length);

/* Writes what the content of a string stands for: checked JSON, without its quotes. A surrogate
 * without its pair becomes U+FFFD. */
void problem_json_decode(struct writer *writer, const char *content, size_t length);

#endif
