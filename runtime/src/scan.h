/*
 * Finding the first byte of a text that must be looked at, sixteen bytes at a time where the
 * machine has SSE2, else eight at a time in a register; and copying what stands before it in the
 * same pass. What is found is the same; PROBLEM_PORTABLE forces the latter. Nothing is read but the
 * text.
 */
#ifndef PROBLEM_SCAN_H
#define PROBLEM_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "inline.h"

#if defined(__SSE2__) && defined(__GNUC__) && !defined(PROBLEM_PORTABLE)
#define PROBLEM_SSE2 1
#include <emmintrin.h>
#endif

enum scan {
    SCAN_CONTROLS, /* below 0x20, from 0x7f */
    SCAN_ESCAPES,  /* " and \ and 0xe2, with which U+2028 and U+2029 begin */
    SCAN_GUARDED,  /* CONTROLS, " and \ */
    SCAN_PATH      /* GUARDED, ? and # */
};

static inline bool scan_byte(enum scan what, char byte)
{
    unsigned char code = (unsigned char)byte;
    bool control = code < 0x20 || code >= 0x7f, quote = code == '"' || code == '\\';
    if (what == SCAN_ESCAPES)
        return quote || code == 0xe2;
    if (what == SCAN_PATH && (code == '?' || code == '#'))
        return true;
    return control || (what != SCAN_CONTROLS && quote);
}

/* Here and below, `to` is NULL where nothing is to be copied. */
static inline size_t scan_bytes(enum scan what, const char *text, size_t length, char *to)
{
    size_t at = 0;
    for (; at < length && !scan_byte(what, text[at]); at++) {
        if (to != NULL)
            to[at] = text[at];
    }
    return at;
}

#ifdef PROBLEM_SSE2

static inline __m128i scan_equal(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

static inline __m128i scan_either(__m128i bytes, char one, char other)
{
    return _mm_or_si128(scan_equal(bytes, one), scan_equal(bytes, other));
}

/* The top bit of each byte says it. As signed numbers, bytes from 0x80 are below 0x20, too; one
 * more makes 0x7f the lowest of all. */
static inline __m128i scan_controls(__m128i bytes)
{
    return _mm_subs_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(1)), _mm_set1_epi8(0x21));
}

/* The top bit of each byte that must be looked at. */
static inline __m128i scan_marks(enum scan what, __m128i bytes)
{
    __m128i found = what == SCAN_ESCAPES ? scan_equal(bytes, '\xe2') : scan_controls(bytes);
    if (what != SCAN_CONTROLS)
        found = _mm_or_si128(found, scan_either(bytes, '"', '\\'));
    if (what == SCAN_PATH)
        found = _mm_or_si128(found, scan_either(bytes, '?', '#'));
    return found;
}

/* A bit for each byte. */
static inline unsigned scan_block(enum scan what, __m128i bytes)
{
    return (unsigned)_mm_movemask_epi8(scan_marks(what, bytes));
}

/* Fewer than 16 bytes: two loads of `half` bytes that may overlap, from the front and the back. */
INLINE size_t scan_short(enum scan what, const char *text, size_t length, char *to)
{
    uint64_t front = 0, back = 0;
    size_t half = length >= 8 ? 8 : 4;
    if (length < 4)
        return scan_bytes(what, text, length, to);
    if (half == 8) {
        memcpy(&front, text, 8);
        memcpy(&back, text + length - 8, 8);
        if (to != NULL) {
            memcpy(to, &front, 8);
            memcpy(to + length - 8, &back, 8);
        }
    } else {
        memcpy(&front, text, 4);
        memcpy(&back, text + length - 4, 4);
        if (to != NULL) {
            memcpy(to, &front, 4);
            memcpy(to + length - 4, &back, 4);
        }
        front |= back << 32;
    }
    __m128i bytes = _mm_set_epi64x((long long)back, (long long)front);
    unsigned found = scan_block(what, bytes) & ((1u << 2 * half) - 1);
    if (found == 0)
        return length;
    size_t at = (size_t)__builtin_ctz(found);
    return at < half ? at : length - 2 * half + at;
}

/* The marks of sixteen bytes, which are copied. */
static inline __m128i scan_sixteen(enum scan what, const char *text, char *to)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
    if (to != NULL)
        _mm_storeu_si128((__m128i *)(void *)to, bytes);
    return scan_marks(what, bytes);
}

/* Likewise of twice as many: whether there is none. */
static inline bool scan_clean_pair(enum scan what, const char *text, char *to)
{
    __m128i first = scan_sixteen(what, text, to);
    __m128i second = scan_sixteen(what, text + 16, to != NULL ? to + 16 : NULL);
    return _mm_movemask_epi8(_mm_or_si128(first, second)) == 0;
}

INLINE size_t scan_through(enum scan what, const char *text, size_t length, char *to)
{
    if (length < 16)
        return scan_short(what, text, length, to);
    size_t at = 0, last = length - 16;
    while (length - at >= 32 && scan_clean_pair(what, text + at, to != NULL ? to + at : NULL))
        at += 32;
    for (;; at += 16) {
        at = at < last ? at : last;
        unsigned found =
            (unsigned)_mm_movemask_epi8(scan_sixteen(what, text + at, to != NULL ? to + at : NULL));
        if (found != 0)
            return at + (size_t)__builtin_ctz(found);
        if (at == last)
            return length;
    }
}

/* From 16 to 32 bytes, as most short texts have: no loop is needed. */
INLINE bool scan_two_blocks(enum scan what, char *to, const char *text, size_t length)
{
    size_t last = length - 16;
    __m128i front = _mm_loadu_si128((const __m128i *)(const void *)text);
    __m128i back = _mm_loadu_si128((const __m128i *)(const void *)(text + last));
    _mm_storeu_si128((__m128i *)(void *)to, front);
    _mm_storeu_si128((__m128i *)(void *)(to + last), back);
    return (scan_block(what, front) | scan_block(what, back)) == 0;
}

#else

static const uint64_t SCAN_ONES = UINT64_C(0x0101010101010101);

/* Not 0 where a byte is less than `limit`, 0x80 at most. */
static inline uint64_t scan_below(uint64_t bytes, unsigned char limit)
{
    return (bytes - SCAN_ONES * limit) & ~bytes & SCAN_ONES << 7;
}

static inline uint64_t scan_equal(uint64_t bytes, unsigned char byte)
{
    return scan_below(bytes ^ SCAN_ONES * byte, 1);
}

static inline uint64_t scan_either(uint64_t bytes, unsigned char one, unsigned char other)
{
    return scan_equal(bytes, one) | scan_equal(bytes, other);
}

static inline uint64_t scan_controls(uint64_t bytes)
{
    return scan_below(bytes, 0x20) | (bytes & SCAN_ONES << 7) | scan_equal(bytes, 0x7f);
}

static inline bool scan_block(enum scan what, uint64_t bytes)
{
    uint64_t found = what == SCAN_ESCAPES ? scan_equal(bytes, 0xe2) : scan_controls(bytes);
    if (what != SCAN_CONTROLS)
        found |= scan_either(bytes, '"', '\\');
    if (what == SCAN_PATH)
        found |= scan_either(bytes, '?', '#');
    return found != 0;
}

INLINE size_t scan_through(enum scan what, const char *text, size_t length, char *to)
{
    size_t at = 0;
    for (; length - at >= 8; at += 8) {
        uint64_t bytes;
        memcpy(&bytes, text + at, sizeof bytes);
        if (scan_block(what, bytes))
            break;
        if (to != NULL)
            memcpy(to + at, &bytes, sizeof bytes);
    }
    return at + scan_bytes(what, text + at, length - at, to != NULL ? to + at : NULL);
}

#endif

/* Where the first such byte is; `length` where there is none. */
INLINE size_t scan_for(enum scan what, const char *text, size_t length)
{
    return scan_through(what, text, length, NULL);
}

/* Says that there is something to copy to, so that nobody looks again for each block. */
#ifdef __GNUC__
#define SCAN_COPIES(to) ((to) != NULL ? (void)0 : __builtin_unreachable())
#else
#define SCAN_COPIES(to) ((void)(to))
#endif

/* The same, and copies what stands before it. All `length` bytes at `to` may be written over. */
INLINE size_t scan_copy(enum scan what, char *to, const char *text, size_t length)
{
    SCAN_COPIES(to);
    return scan_through(what, text, length, to);
}

/* Copies all of it; whether there is no such byte in it. */
INLINE bool scan_copy_all(enum scan what, char *to, const char *text, size_t length)
{
#ifdef PROBLEM_SSE2
    if (length >= 16 && length <= 32)
        return scan_two_blocks(what, to, text, length);
#endif
    SCAN_COPIES(to);
    return scan_through(what, text, length, to) == length;
}

#endif
