/*
 * The registry as it is written, around a place that YAML understood otherwise than its author
 * meant: lines, the text that was meant, and what to write instead. Offsets are relative to the
 * source's bytes.
 */
#ifndef PROBLEMC_YAML_WRITTEN_H
#define PROBLEMC_YAML_WRITTEN_H

#include "source/diagnostic.h"

static inline bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static inline bool is_space(char byte)
{
    return is_blank(byte) || byte == '\n' || byte == '\r';
}

/* The byte at an offset; NUL, which no source holds, past the end. */
static inline char byte_at(const struct source *source, size_t at)
{
    return at < source->bytes.length ? source->bytes.bytes[at] : '\0';
}

static inline struct span span_in(const struct source *source, size_t begin, size_t end)
{
    return (struct span){source->base + (uint32_t)begin, source->base + (uint32_t)end};
}

/* The end of what begins at `begin` without white space before it. */
static inline size_t trimmed(const struct source *source, size_t begin, size_t end)
{
    while (end > begin && is_space(source->bytes.bytes[end - 1]))
        end--;
    return end;
}

size_t skip_blanks(const struct source *source, size_t at);
size_t skip_spaces(const struct source *source, size_t at);

/* Where the line with `at` begins, and where it ends (before its line break). */
size_t line_begin(const struct source *source, size_t at);
size_t line_end(const struct source *source, size_t at);

/* The line's first byte that is no blank, or its end. */
size_t line_first(const struct source *source, size_t at);

/* The end of the key that stands at `at`: its colon, before a blank or the line's end. SIZE_MAX:
 * no key. A quoted key is one, too. */
size_t key_colon(const struct source *source, size_t at);

/*
 * The end of the text that begins at `begin` as its author meant it: to the end of the line, before
 * a comment; inside { } or [ ] (`flow`) before the bracket that closes, or the comma before the
 * next key.
 */
size_t text_end(const struct source *source, size_t begin, bool flow);

/* Help: the key before the text and the text quoted. */
void help_to_quote(struct diagnostic *finding, struct arena *arena, const struct source *source,
                   size_t begin, size_t end);

#endif
