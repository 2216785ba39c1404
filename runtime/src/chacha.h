/*
 * Blocks of ChaCha8 (RFC 8439 2.3, with 8 rounds). The key never serves twice, so the nonce is 0;
 * the order of the bytes in a word does not matter to anybody.
 */
#ifndef PROBLEM_CHACHA_H
#define PROBLEM_CHACHA_H

#include "scan.h"

enum { CHACHA_KEY_WORDS = 8, CHACHA_BLOCK = 64, CHACHA_ROUNDS = 8 };

static const uint32_t chacha_constants[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

#ifdef PROBLEM_SSE2

/* A state is four rows of four words. A column round works on rows as they are, a diagonal round on
 * rows that are turned by one, two and three words. */
struct chacha_rows {
    __m128i a, b, c, d;
};

#define CHACHA_ROTATE(row, bits)                                                                   \
    _mm_or_si128(_mm_slli_epi32(row, bits), _mm_srli_epi32(row, 32 - (bits)))

static inline void chacha_round(struct chacha_rows *rows)
{
    rows->a = _mm_add_epi32(rows->a, rows->b);
    rows->d = _mm_xor_si128(rows->d, rows->a);
    rows->d = CHACHA_ROTATE(rows->d, 16);
    rows->c = _mm_add_epi32(rows->c, rows->d);
    rows->b = _mm_xor_si128(rows->b, rows->c);
    rows->b = CHACHA_ROTATE(rows->b, 12);
    rows->a = _mm_add_epi32(rows->a, rows->b);
    rows->d = _mm_xor_si128(rows->d, rows->a);
    rows->d = CHACHA_ROTATE(rows->d, 8);
    rows->c = _mm_add_epi32(rows->c, rows->d);
    rows->b = _mm_xor_si128(rows->b, rows->c);
    rows->b = CHACHA_ROTATE(rows->b, 7);
}

#undef CHACHA_ROTATE

static inline __m128i chacha_load(const void *words)
{
    return _mm_loadu_si128((const __m128i *)words);
}

static inline void chacha_store(unsigned char *out, __m128i row, __m128i first)
{
    _mm_storeu_si128((__m128i *)(void *)out, _mm_add_epi32(row, first));
}

static inline void chacha_double_round(struct chacha_rows *rows)
{
    chacha_round(rows);
    rows->b = _mm_shuffle_epi32(rows->b, _MM_SHUFFLE(0, 3, 2, 1));
    rows->c = _mm_shuffle_epi32(rows->c, _MM_SHUFFLE(1, 0, 3, 2));
    rows->d = _mm_shuffle_epi32(rows->d, _MM_SHUFFLE(2, 1, 0, 3));
    chacha_round(rows);
    rows->b = _mm_shuffle_epi32(rows->b, _MM_SHUFFLE(2, 1, 0, 3));
    rows->c = _mm_shuffle_epi32(rows->c, _MM_SHUFFLE(1, 0, 3, 2));
    rows->d = _mm_shuffle_epi32(rows->d, _MM_SHUFFLE(0, 3, 2, 1));
}

static inline struct chacha_rows chacha_first(const uint32_t key[CHACHA_KEY_WORDS],
                                              uint32_t counter)
{
    struct chacha_rows first = {chacha_load(chacha_constants), chacha_load(key),
                                chacha_load(key + 4), _mm_cvtsi32_si128((int)counter)};
    return first;
}

static inline void chacha_end(unsigned char out[CHACHA_BLOCK], const struct chacha_rows *rows,
                              const struct chacha_rows *first)
{
    chacha_store(out, rows->a, first->a);
    chacha_store(out + 16, rows->b, first->b);
    chacha_store(out + 32, rows->c, first->c);
    chacha_store(out + 48, rows->d, first->d);
}

/* Two blocks, this counter's and the next one's: each step of one waits for the one before, so that
 * the other's fill the gaps. */
static inline void chacha_pair(const uint32_t key[CHACHA_KEY_WORDS], uint32_t counter,
                               unsigned char out[2 * CHACHA_BLOCK])
{
    const struct chacha_rows first = chacha_first(key, counter);
    const struct chacha_rows other_first = chacha_first(key, counter + 1);
    struct chacha_rows rows = first, other = other_first;
    for (int round = 0; round < CHACHA_ROUNDS; round += 2) {
        chacha_double_round(&rows);
        chacha_double_round(&other);
    }
    chacha_end(out, &rows, &first);
    chacha_end(out + CHACHA_BLOCK, &other, &other_first);
}

#else

static inline uint32_t chacha_rotate(uint32_t value, int bits)
{
    return value << bits | value >> (32 - bits);
}

static inline void chacha_quarter(uint32_t *state, int a, int b, int c, int d)
{
    state[a] += state[b];
    state[d] = chacha_rotate(state[d] ^ state[a], 16);
    state[c] += state[d];
    state[b] = chacha_rotate(state[b] ^ state[c], 12);
    state[a] += state[b];
    state[d] = chacha_rotate(state[d] ^ state[a], 8);
    state[c] += state[d];
    state[b] = chacha_rotate(state[b] ^ state[c], 7);
}

static inline void chacha_block(const uint32_t key[CHACHA_KEY_WORDS], uint32_t counter,
                                unsigned char out[CHACHA_BLOCK])
{
    uint32_t first[16] = {0}, state[16];
    memcpy(first, chacha_constants, sizeof chacha_constants);
    memcpy(first + 4, key, CHACHA_KEY_WORDS * sizeof key[0]);
    first[12] = counter;
    memcpy(state, first, sizeof state);
    for (int round = 0; round < CHACHA_ROUNDS; round += 2) {
        for (int i = 0; i < 4; i++)
            chacha_quarter(state, i, 4 + i, 8 + i, 12 + i);
        for (int i = 0; i < 4; i++)
            chacha_quarter(state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
    for (int i = 0; i < 16; i++)
        state[i] += first[i];
    memcpy(out, state, CHACHA_BLOCK);
}

static inline void chacha_pair(const uint32_t key[CHACHA_KEY_WORDS], uint32_t counter,
                               unsigned char out[2 * CHACHA_BLOCK])
{
    chacha_block(key, counter, out);
    chacha_block(key, counter + 1, out + CHACHA_BLOCK);
}

#endif

#endif
