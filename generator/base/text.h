/*
 * Text: bytes and a length. Not NUL-terminated unless the maker says so, since most texts are
 * slices of a source file. Never owns its bytes; they live in the run's arena, in a source file or
 * in a literal.
 */
#ifndef PROBLEMC_BASE_TEXT_H
#define PROBLEMC_BASE_TEXT_H

#include "base/word.h"

#include <stddef.h>

struct text {
    const char *bytes;
    size_t length;
};

/* A text from a string literal. */
#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})

/* For "%.*s"; diagnostics and file names only, never for output. */
#define TEXT_ARGS(text) (int)(text).length, (text).bytes

/* Of a NUL-terminated string; NULL gives the empty text. */
static inline struct text text_of(const char *string)
{
    return string ? (struct text){string, strlen(string)} : TEXT("");
}

static inline bool text_equal(struct text a, struct text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* The first byte decides it nearly always. */
static inline bool text_is(struct text text, const char *string)
{
    if (text.length == 0)
        return string == NULL || string[0] == '\0';
    return string && text.bytes[0] == string[0] && text_equal(text, text_of(string));
}

/* Clipped to the text. */
static inline struct text text_slice(struct text text, size_t offset, size_t length)
{
    if (offset > text.length)
        offset = text.length;
    if (length > text.length - offset)
        length = text.length - offset;
    return (struct text){text.bytes ? text.bytes + offset : NULL, length};
}

static inline bool text_starts_with(struct text text, struct text prefix)
{
    return text.length >= prefix.length && text_equal(text_slice(text, 0, prefix.length), prefix);
}

static inline bool text_ends_with(struct text text, struct text suffix)
{
    return text.length >= suffix.length &&
           text_equal(text_slice(text, text.length - suffix.length, suffix.length), suffix);
}

/* Bytes that compilers make vectors of. */
enum { TEXT_BLOCK = 64 };

static inline bool text_block_is_printable(const char *bytes)
{
    unsigned char others = 0;
    for (size_t i = 0; i < TEXT_BLOCK; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        others |= (unsigned char)((byte < ' ' || byte > '~') & (byte != '\n'));
    }
    return others == 0;
}

/* How many bytes from `at` on are printable ASCII or line feeds. Looks at eight or more at a time,
 * and stops short of up to seven. */
static inline size_t text_printable(struct text text, size_t at)
{
    size_t begin = at;
    while (text.length >= at + TEXT_BLOCK && text_block_is_printable(text.bytes + at))
        at += TEXT_BLOCK;
    for (uint64_t word; text.length >= at + sizeof word; at += sizeof word) {
        word = word_at(text.bytes + at);
        uint64_t feeds = word ^ EACH_BYTE * '\n'; /* zero where one stands: taken for '*' below */
        word |= ~(((feeds & ~HIGH_BITS) + ~HIGH_BITS) | feeds | ~HIGH_BITS) >> 2;
        if (not_printable(word) & HIGH_BITS)
            break;
    }
    return at - begin;
}

/* Whether it has no other bytes. */
static inline bool text_is_printable(struct text text)
{
    size_t at = text_printable(text, 0);
    if (at != (text.length & ~(size_t)7))
        return false;
    if (text.length >= 8) /* the last eight, of which some have been looked at */
        return at == text.length || text_printable(text, text.length - 8) == 8;
    for (; at < text.length; at++)
        if ((unsigned char)(text.bytes[at] - ' ') >= 0x7f - ' ' && text.bytes[at] != '\n')
            return false;
    return true;
}

bool text_equal_ignoring_case(struct text a, struct text b); /* of ASCII letters */
int text_compare(struct text a, struct text b);              /* by bytes, a prefix first */
uint64_t text_hash(struct text text);

/*
 * The candidate nearest to `wrong` by edit distance (insert, delete, replace, swap of neighbours),
 * or NULL when none is near enough to be what the author meant. `name(context, i)` gives candidate
 * i of `count`.
 */
struct text text_nearest(struct text wrong, struct text (*name)(const void *context, size_t i),
                         const void *context, size_t count);

#endif
