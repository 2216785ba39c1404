/*
 * Appending to somebody else's memory. `used` counts on past the end, so that after the last append
 * it is the size that was needed; a piece is written whole or not at all, and nothing after one
 * that did not fit.
 */
#ifndef PROBLEM_WRITER_H
#define PROBLEM_WRITER_H

#include <stddef.h>
#include <string.h>

struct writer {
    char *buffer; /* may be NULL when `size` is 0 */
    size_t size;
    size_t used;
};

static inline void write_bytes(struct writer *writer, const void *bytes, size_t length)
{
    if (writer->used < writer->size && length <= writer->size - writer->used)
        memcpy(writer->buffer + writer->used, bytes, length);
    writer->used += length;
}

static inline void write_byte(struct writer *writer, char byte)
{
    if (writer->used < writer->size)
        writer->buffer[writer->used] = byte;
    writer->used++;
}

#define write_literal(writer, literal) write_bytes(writer, "" literal, sizeof(literal) - 1)

#endif
