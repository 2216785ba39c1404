/*
 * What pieces are put together of, by pointer: once it is known that all of it finds room, nothing
 * is looked at but what there is to write.
 */
#ifndef PROBLEM_PIECES_H
#define PROBLEM_PIECES_H

#include "number.h"
#include "program.h"

enum {
    PIECES_OVERRUN = 32 /* bytes that put_image_text reads and writes behind a text at most */
};

/* Copies a text of the image: the first blocks without a look at how many there are. memcpy would
 * be quicker for hundreds of bytes, and its call takes registers from what is around it. */
static inline char *put_image_text(char *to, const char *bytes, size_t length)
{
    memcpy(to, bytes, WRITER_OVERRUN);
    memcpy(to + WRITER_OVERRUN, bytes + WRITER_OVERRUN, WRITER_OVERRUN);
    for (size_t at = 2 * WRITER_OVERRUN; at < length; at += 2 * WRITER_OVERRUN) {
        memcpy(to + at, bytes + at, WRITER_OVERRUN);
        memcpy(to + at + WRITER_OVERRUN, bytes + at + WRITER_OVERRUN, WRITER_OVERRUN);
    }
    return to + length;
}

/* A stored text that needs no escape: any number, and some strings. */
static inline char *put_stored_text(char *to, const unsigned char *at)
{
    struct image_text text = read_stored_text(at);
#ifdef __GNUC__
    __asm__("" : "+r"(text.length)); /* gcc would mask it twice, as 16 bits and as 32 */
#endif
    return put_run(to, text.bytes, text.length);
}

/* Bytes in which the pieces are sure to find room, with what they may write over behind them. */
static inline size_t pieces_room(struct program program)
{
    return program.length + image_u32(program.form + PROBLEM_FORM_WIDTH) + PIECES_OVERRUN;
}

#endif
