/*
 * Text: bytes and a length. Not NUL-terminated unless the maker says so, since most texts are
 * slices of a source file. Never owns its bytes; they live in the run's arena, in a source file or
 * in a literal.
 */
#ifndef PROBLEMC_BASE_TEXT_H
#define PROBLEMC_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    const char *bytes;
    size_t length;
};

/* A text from a string literal. */
#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})

/* For "%.*s"; diagnostics and file names only, never for output. */
#define TEXT_ARGS(text) (int)(text).length, (text).bytes

struct text text_of(const char *string); /* of a NUL-terminated string; NULL gives the empty text */
bool text_equal(struct text a, struct text b);
bool text_equal_ignoring_case(struct text a, struct text b); /* of ASCII letters */
bool text_is(struct text text, const char *string);
int text_compare(struct text a, struct text b); /* by bytes, a prefix first */
bool text_starts_with(struct text text, struct text prefix);
bool text_ends_with(struct text text, struct text suffix);
struct text text_slice(struct text text, size_t offset, size_t length); /* clipped to the text */
uint64_t text_hash(struct text text);

/*
 * The candidate nearest to `wrong` by edit distance (insert, delete, replace, swap of neighbours),
 * or NULL when none is near enough to be what the author meant. `name(context, i)` gives candidate
 * i of `count`.
 */
struct text text_nearest(struct text wrong, struct text (*name)(const void *context, size_t i),
                         const void *context, size_t count);

#endif
