/*
 * What pieces are put together of, by pointer: once it is known that all of it finds room, nothing
 * is looked at but what there is to write.
 */
#ifndef PROBLEM_PIECES_H
#define PROBLEM_PIECES_H

#include "number.h"
#include "program.h"

enum {
    PIECES_OVERRUN = 32, /* bytes that put_image_text reads and writes behind a text at most */
    PIECES_LONG = 128    /* from here on, memcpy is worth its call */
};

/* Copies a text of the image: the first blocks without a look at how many there are. */
static inline char *put_image_text(char *to, const char *bytes, size_t length)
{
    memcpy(to, bytes, WRITER_OVERRUN);
    if (length > WRITER_OVERRUN) {
        memcpy(to + WRITER_OVERRUN, bytes + WRITER_OVERRUN, WRITER_OVERRUN);
        if (length > PIECES_LONG)
            memcpy(to, bytes, length);
        else
            for (size_t at = 2 * WRITER_OVERRUN; at < length; at += 2 * WRITER_OVERRUN) {
                memcpy(to + at, bytes + at, WRITER_OVERRUN);
                memcpy(to + at + WRITER_OVERRUN, bytes + at + WRITER_OVERRUN, WRITER_OVERRUN);
            }
    }
    return to + length;
}

/* Most numbers are amounts of money, or counts. */
static inline char *put_stored_number(char *to, const unsigned char *at)
{
    unsigned scale = stored_scale(at);
    int64_t value;
    read_stored_number(at, &value);
    if (value < 0 || (scale != 2 && scale != 0))
        return problem_number_text(to, value, scale);
    if (scale == 0)
        return put_digits(to, (uint64_t)value);
    uint64_t whole = (uint64_t)value / 100;
    to = put_digits(to, whole);
    *to = '.';
    return put_pair(to + 1, (unsigned)((uint64_t)value - whole * 100));
}

/* Bytes that the pieces make at most. */
static inline size_t pieces_size(struct program program)
{
    return image_u16(program.text + PROBLEM_TEXT_LENGTH) +
           (size_t)image_u32(program.form + PROBLEM_FORM_WIDTH);
}

/* Whether what the pieces make is sure to find room; more may be written over behind it. */
static inline bool pieces_fit(const char *to, const char *end, struct program program)
{
    return (size_t)(end - to) >= pieces_size(program) + PIECES_OVERRUN;
}

#endif
