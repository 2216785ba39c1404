/*
 * What strings must look like to fit: one function for each enum problem_string, and what turns
 * fitting text into JSON. Bytes are judged by value, never by the locale.
 */
#ifndef PROBLEM_SYNTAX_H
#define PROBLEM_SYNTAX_H

#include <stdbool.h>
#include <stdint.h>

#include "writer.h"

/* Kinds of bytes, to be combined. */
enum {
    BYTE_IDENTIFIER = 1, /* [A-Za-z0-9._:@-] */
    BYTE_PARAMETER = 2,  /* identifier or []$ */
    BYTE_UNRESERVED = 4, /* RFC 3986 2.3, sub-delims and ":" : userinfo, reg-name but for % */
    BYTE_PCHAR = 8,      /* the same with "@": RFC 3986 3.3 but for % */
    BYTE_QUERY = 16,     /* pchar or "/" or "?": RFC 3986 3.4 and 3.5 but for % */
    BYTE_HEX = 32,       /* [0-9A-Fa-f] */
    BYTE_SCHEME = 64,    /* [A-Za-z0-9+.-] */
    BYTE_HEADER = 128    /* what values bring into headers: 0x20 to 0x7e without " and \ */
};
extern const unsigned char problem_byte_kinds[256];

static inline bool byte_is(char byte, unsigned kinds)
{
    return (problem_byte_kinds[(unsigned char)byte] & kinds) != 0;
}

static inline bool bytes_are(const char *bytes, size_t length, unsigned kinds)
{
    for (size_t i = 0; i < length; i++) {
        if (!byte_is(bytes[i], kinds))
            return false;
    }
    return true;
}

bool problem_is_identifier(const char *bytes, size_t length);
bool problem_is_uuid(const char *bytes, size_t length);
bool problem_is_pointer(const char *bytes, size_t length); /* RFC 6901, printable ASCII */
bool problem_is_uri(const char *bytes, size_t length);     /* RFC 3986, with a scheme */

/* Whether it is what a string of this shape must look like; its length is another matter. */
bool problem_string_fits(const unsigned char *image, const unsigned char *shape, const char *bytes,
                         size_t length);

/* The length of the UTF-8 sequence that begins at a byte from 0x80 (RFC 3629 4), or of the part of
 * it that could have become valid, 1 at least; `valid` tells which. */
size_t problem_utf8_sequence(const char *bytes, size_t length, bool *valid);

/* Writes text with U+FFFD for each maximal part of an invalid sequence (Unicode 3.9, table 3-8).
 * False when it holds a control character: C0, DEL or C1. */
bool problem_write_valid_text(struct writer *writer, const char *bytes, size_t length);

/* Bytes that so many become at most as the content of a JSON string. */
#define PROBLEM_ESCAPED_MAX(length) (2 * (length))

/* Writes valid text as the content of a JSON string; U+2028 and U+2029 are escaped too, since
 * JavaScript before 2019 took them for line ends. It stands in a problem: see write_run. */
void problem_write_escaped(struct writer *writer, const char *bytes, size_t length);

/* The same to where there is room for the most that it can become, and a block more that may be
 * written over; returns its end. */
char *problem_put_escaped(char *to, const char *bytes, size_t length);

/* Writes any bytes as the content of a JSON string in a log: nothing in it can end the string or
 * the line, or turn the direction of what follows it. Controls, line separators and bidirectional
 * controls are escaped; what is not UTF-8 becomes U+FFFD. */
void problem_write_logged(struct writer *writer, const char *bytes, size_t length);

/* The length of a text, or `limit` + 1 where it is longer than that; it is not read any further. */
static inline size_t text_length(const char *text, size_t limit)
{
    const char *end = memchr(text, '\0', limit + 1);
    return end != NULL ? (size_t)(end - text) : limit + 1;
}

/* Where a text ends of which `length` bytes are kept and more follow, so that no sequence is split.
 */
size_t problem_cut_at(const char *bytes, size_t length);

/* Writes the content of a JSON string as plain UTF-8; it has been checked, or the compiler wrote
 * it. A surrogate without its pair becomes U+FFFD. A quote that is not escaped is the string's end
 * and left out. */
void problem_write_unescaped(struct writer *writer, const char *bytes, size_t length);

#endif
