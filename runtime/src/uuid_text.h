/*
 * UUIDs: random bytes as one of version 4 (RFC 9562 5.4), and as text (RFC 9562 4): 8-4-4-4-12
 * hexadecimal digits, 36 bytes and no NUL.
 */
#ifndef PROBLEM_UUID_TEXT_H
#define PROBLEM_UUID_TEXT_H

#include "scan.h"

enum { UUID_LENGTH = 36 };

#ifdef PROBLEM_SSE2

/* Version 4, variant 10, in one store: see put_uuid. */
static inline void mark_uuid(unsigned char id[16])
{
    const __m128i random =
        _mm_set_epi8(-1, -1, -1, -1, -1, -1, -1, 0x3f, -1, 0x0f, -1, -1, -1, -1, -1, -1);
    const __m128i marks = _mm_set_epi64x(0x80, 0x40LL << 48);
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)id);
    bytes = _mm_or_si128(_mm_and_si128(bytes, random), marks);
    _mm_storeu_si128((__m128i *)(void *)id, bytes);
}

/* Sixteen numbers from 0 to 15 as digits. */
static inline __m128i hex_digits(__m128i numbers)
{
    __m128i letters = _mm_cmpgt_epi8(numbers, _mm_set1_epi8(9));
    __m128i digits = _mm_add_epi8(numbers, _mm_set1_epi8('0'));
    return _mm_add_epi8(digits, _mm_and_si128(letters, _mm_set1_epi8('a' - '0' - 10)));
}

/* Three stores, of the sizes in which it will be copied: a load that needs the bytes of several
 * stores waits until they have reached the cache. */
static inline void put_uuid(char *text, const unsigned char id[16])
{
    const __m128i dashes = _mm_set_epi8(0, 0, '-', 0, 0, 0, 0, '-', 0, 0, 0, 0, 0, 0, 0, 0);
    const __m128i more_dashes = _mm_set_epi8(0, 0, 0, 0, 0, 0, 0, 0, '-', 0, 0, 0, 0, '-', 0, 0);
    const __m128i second = _mm_set_epi32(0, -1, 0, 0), fourth = _mm_set_epi32(0, 0, 0, -1);
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)id);
    __m128i nibble = _mm_set1_epi8(15);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble);
    __m128i low = _mm_and_si128(bytes, nibble);
    __m128i front = hex_digits(_mm_unpacklo_epi8(high, low));
    __m128i back = hex_digits(_mm_unpackhi_epi8(high, low));
    int last = _mm_cvtsi128_si32(_mm_srli_si128(back, 12));

    __m128i begin = _mm_slli_si128(_mm_and_si128(front, second), 1);
    begin = _mm_or_si128(_mm_move_epi64(front), begin);
    begin = _mm_or_si128(begin, _mm_slli_si128(_mm_srli_si128(front, 12), 14));
    __m128i middle = _mm_slli_si128(_mm_and_si128(back, fourth), 3);
    middle = _mm_or_si128(_mm_srli_si128(front, 14), middle);
    middle = _mm_or_si128(middle, _mm_slli_si128(_mm_srli_si128(back, 4), 8));
    _mm_storeu_si128((__m128i *)(void *)text, _mm_or_si128(begin, dashes));
    _mm_storeu_si128((__m128i *)(void *)(text + 16), _mm_or_si128(middle, more_dashes));
    memcpy(text + 32, &last, 4);
}

#else

static inline void mark_uuid(unsigned char id[16])
{
    id[6] = (unsigned char)((id[6] & 0x0f) | 0x40); /* version 4 */
    id[8] = (unsigned char)((id[8] & 0x3f) | 0x80); /* variant 10 */
}

static inline void put_uuid(char *text, const unsigned char id[16])
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 16; i++) {
        *text++ = digits[id[i] >> 4];
        *text++ = digits[id[i] & 15];
        if (i == 3 || i == 5 || i == 7 || i == 9)
            *text++ = '-';
    }
}

#endif

#endif
