/*
 * Appending to somebody else's memory. `used` counts on past the end, so that after the last append
 * it is the size that was needed; a piece is written whole or not at all, and nothing after one
 * that did not fit. What lies behind the last piece, up to `size`, may be written over.
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

static inline size_t writer_room(const struct writer *writer)
{
    return writer->used < writer->size ? writer->size - writer->used : 0;
}

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

/* ------------------------------------------------------------------ short pieces
 *
 * Most pieces are shorter than thirty bytes. Copying them in sixteens, past their end, takes less
 * time than memcpy's choice between sizes. */

enum { WRITER_OVERRUN = 16 };

/* Copies bytes behind which WRITER_OVERRUN more can be read to where as many can be written;
 * returns their end there. Such bytes are the texts of an image and the values of a problem. */
static inline char *put_run(char *to, const char *bytes, size_t length)
{
    memcpy(to, bytes, WRITER_OVERRUN);
    for (size_t at = WRITER_OVERRUN; at < length; at += WRITER_OVERRUN)
        memcpy(to + at, bytes + at, WRITER_OVERRUN);
    return to + length;
}

/* A literal; returns its end. */
#define put_literal(to, literal) put_bytes(to, "" literal, sizeof(literal) - 1)

static inline char *put_bytes(char *to, const char *bytes, size_t length)
{
    memcpy(to, bytes, length);
    return to + length;
}

static inline void write_run(struct writer *writer, const char *bytes, size_t length)
{
    if (length + WRITER_OVERRUN > writer_room(writer)) {
        write_bytes(writer, bytes, length);
        return;
    }
    put_run(writer->buffer + writer->used, bytes, length);
    writer->used += length;
}

/* Bytes behind which nothing may be read: the last sixteen are copied from their end. */
static inline void write_short(struct writer *writer, const char *bytes, size_t length)
{
    size_t at = 0;
    if (length < WRITER_OVERRUN || length > writer_room(writer)) {
        write_bytes(writer, bytes, length);
        return;
    }
    char *to = writer->buffer + writer->used;
    for (; at + WRITER_OVERRUN < length; at += WRITER_OVERRUN)
        memcpy(to + at, bytes + at, WRITER_OVERRUN);
    at = length - WRITER_OVERRUN;
    memcpy(to + at, bytes + at, WRITER_OVERRUN);
    writer->used += length;
}

/*
 * A piece of at most `bound` bytes that is put together by pointer: in its place where there is
 * room for the longest, else in `spare`, of `bound` bytes.
 *
 *     char spare[BOUND], *begin = writer_begin(writer, spare, sizeof spare);
 *     writer_end(writer, begin, put(begin, ...), spare);
 */
static inline char *writer_begin(const struct writer *writer, char *spare, size_t bound)
{
    return bound <= writer_room(writer) ? writer->buffer + writer->used : spare;
}

static inline void writer_end(struct writer *writer, const char *begin, const char *end,
                              const char *spare)
{
    size_t length = (size_t)(end - begin);
    if (begin == spare)
        write_bytes(writer, spare, length);
    else
        writer->used += length;
}

#endif
