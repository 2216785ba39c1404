/*
 * Eight bytes of a text at a time, as one number.
 */
#ifndef PROBLEMC_BASE_WORD_H
#define PROBLEMC_BASE_WORD_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define HIGH_BITS (EACH_BYTE * 0x80)

static inline uint64_t word_at(const char *eight_bytes)
{
    uint64_t word;
    memcpy(&word, eight_bytes, sizeof word);
    return word;
}

/* Whether one of the bytes, of any kind, is this ASCII character. */
static inline bool word_holds(uint64_t word, char byte)
{
    word ^= EACH_BYTE * (unsigned char)byte; /* zero where it stands */
    return ((word - EACH_BYTE) & ~word & HIGH_BITS) != 0;
}

/* What follows looks for bytes in words of ASCII, several in one go: of the result no high bit is
 * set where there are none, and one is where there are. */
static inline uint64_t word_has(uint64_t word, char byte)
{
    return (word ^ EACH_BYTE * (unsigned char)byte) - EACH_BYTE;
}

/* Bytes beyond ASCII, too. */
static inline uint64_t not_printable(uint64_t word)
{
    return word | (word - EACH_BYTE * ' ') | word_has(word, 0x7f);
}

#endif
