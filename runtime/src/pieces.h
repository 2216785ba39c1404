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
    memcpy(to + WRITER_OVERRUN, bytes + WRITER_OVERRUN, WRITER_OVERRUN);
    if (length <= 2 * WRITER_OVERRUN)
        return to + length;
    if (length > PIECES_LONG)
        memcpy(to, bytes, length);
    else
        for (size_t at = 2 * WRITER_OVERRUN; at < length; at += 2 * WRITER_OVERRUN) {
            memcpy(to + at, bytes + at, WRITER_OVERRUN);
            memcpy(to + at + WRITER_OVERRUN, bytes + at + WRITER_OVERRUN, WRITER_OVERRUN);
        }
    return to + length;
}

/* Stored numbers, of which most are not large: integers, and decimals with two digits. */
static inline char *put_stored_integer(char *to, const unsigned char *at)
{
    int64_t value;
    read_stored_number(at, &value);
    return value >= 0 ? put_digits(to, (uint64_t)value) : problem_number_text(to, value, 0);
}

static inline char *put_stored_hundredths(char *to, const unsigned char *at)
{
    int64_t value;
    read_stored_number(at, &value);
    if (value < 0 || value > INT32_MAX)
        return problem_number_text(to, value, 2);
    uint32_t whole = (uint32_t)value / 100;
    to = put_digits(to, whole);
    *to = '.';
    return put_pair(to + 1, (uint32_t)value - 100 * whole);
}

static inline char *put_stored_decimal(char *to, const unsigned char *at)
{
    int64_t value;
    read_stored_number(at, &value);
    return problem_number_text(to, value, stored_scale(at));
}

/* Any of them. */
static inline char *put_stored_number(char *to, const unsigned char *at)
{
    unsigned scale = stored_scale(at);
    if (scale == 2)
        return put_stored_hundredths(to, at);
    return scale == 0 ? put_stored_integer(to, at) : put_stored_decimal(to, at);
}

/* Bytes in which the pieces are sure to find room, with what they may write over behind them. */
static inline size_t pieces_room(struct program program)
{
    return program.length + image_u32(program.form + PROBLEM_FORM_WIDTH) + PIECES_OVERRUN;
}

#endif
