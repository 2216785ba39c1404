/*
 * Reading UTF-8 that may be broken, one code point at a time.
 */
#ifndef PROBLEMC_BASE_UTF8_H
#define PROBLEMC_BASE_UTF8_H

#include "base/text.h"

/* What utf8_decode gives for a byte that begins no well-formed sequence (RFC 3629): surrogates,
 * overlong forms and numbers over U+10FFFF are none. */
#define UTF8_INVALID UINT32_MAX

/* The code point at bytes[0]; returns how many of the `length` (at least 1) bytes it takes. What is
 * invalid is taken as far as it could have been the start of a sequence, so that one U+FFFD stands
 * for it. */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *code_point);

/* How many code points the text has, what is invalid counted as utf8_decode takes it. */
size_t utf8_count(struct text text);

#endif
