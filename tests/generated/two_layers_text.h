/*
 * two_layers_text.h - what a record shows of bytes that it was given. Written apart from the
 * runtime on purpose: the two are compared.
 */
#ifndef TWO_LAYERS_TEXT_H
#define TWO_LAYERS_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Writes the bytes as UTF-8, U+FFFD for each maximal part of a sequence that is not (Unicode 3.9,
 * "U+FFFD Substitution of Maximal Subparts"), and a NUL. Returns the length without it; three times
 * `length` and one byte is always room enough.
 */
size_t text_shown(char *out, const char *bytes, size_t length);

/*
 * Whether `logged` shows `given`: whole where it has at most `limit` bytes, else what is left of
 * `cut` bytes when a character is not split, and "…".
 */
bool text_is_shown(const char *logged, const char *given, size_t length, size_t limit, size_t cut);

/* A text that callers may see: without control characters, and at most `max` bytes of UTF-8. */
bool text_may_be_sent(const char *bytes, size_t length, size_t max);

/*
 * Whether these bytes are one line that harms no terminal and no other line: UTF-8 without control
 * characters, line separators and what turns the direction of text, and one newline, at the end.
 */
bool text_is_record_line(const char *bytes, size_t length);

/* Where the path of a request's target begins: behind the authority of an absolute one. */
const char *text_target_path(const char *target);

#endif
