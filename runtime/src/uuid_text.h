/*
 * A UUID as text (RFC 9562 4): 8-4-4-4-12 hexadecimal digits, 36 bytes and no NUL.
 */
#ifndef PROBLEM_UUID_TEXT_H
#define PROBLEM_UUID_TEXT_H

#include "scan.h"

enum { UUID_LENGTH = 36 };

#ifdef PROBLEM_SSE2

/* Sixteen numbers from 0 to 15 as digits. */
static inline __m128i hex_digits(__m128i numbers)
{
    __m128i letters = _mm_cmpgt_epi8(numbers, _mm_set1_epi8(9));
    __m128i digits = _mm_add_epi8(numbers, _mm_set1_epi8('0'));
    return _mm_add_epi8(digits, _mm_and_si128(letters, _mm_set1_epi8('a' - '0' - 10)));
}

/* Each store begins where its digits belong; what it writes in wrong places, later ones replace. */
static inline void put_uuid(char *text, const unsigned char id[16])
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)id);
    __m128i nibble = _mm_set1_epi8(15);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), nibble);
    __m128i low = _mm_and_si128(bytes, nibble);
    __m128i front = hex_digits(_mm_unpacklo_epi8(high, low));
    __m128i back = hex_digits(_mm_unpackhi_epi8(high, low));
    int third = _mm_cvtsi128_si32(_mm_srli_si128(front, 12)), fourth = _mm_cvtsi128_si32(back);

    _mm_storel_epi64((__m128i *)(void *)text, front);
    _mm_storel_epi64((__m128i *)(void *)(text + 9), _mm_srli_si128(front, 8));
    memcpy(text + 14, &third, 4);
    _mm_storeu_si128((__m128i *)(void *)(text + 20), back);
    memcpy(text + 19, &fourth, 4);
    text[8] = text[13] = text[18] = text[23] = '-';
}

#else

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
