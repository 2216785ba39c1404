/*
 * The hash of a lookup (problem_tables.h, enum problem_lookup). The compiler places keys with these
 * functions and the runtime finds them with the same ones, so their values are part of the image's
 * format: they are equal on every host, and a change of them is a change of PROBLEM_ABI.
 *
 * Sixteen bytes at a time go through a multiplication to 128 bits whose halves are folded together.
 * Both factors are mixed with the seed, so that no set of keys collides under every seed.
 */
#ifndef PROBLEM_HASH_H
#define PROBLEM_HASH_H

#include "image.h"

/* Numbers without a pattern in their bits: the fractions of square roots. Factors must be odd. */
static const uint64_t HASH_ROOT2 = UINT64_C(0x6a09e667f3bcc908);
static const uint64_t HASH_ROOT3 = UINT64_C(0xbb67ae8584caa73b);
static const uint64_t HASH_ROOT5 = UINT64_C(0x3c6ef372fe94f82b);
static const uint64_t HASH_ROOT7 = UINT64_C(0xa54ff53a5f1d36f1);

/* The high half of the 128-bit product xor the low one. */
static inline uint64_t hash_fold(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 uint128;
    uint128 product = (uint128)a * b;
    return (uint64_t)(product >> 64) ^ (uint64_t)product;
#else
    uint64_t a_low = a & UINT32_MAX, a_high = a >> 32;
    uint64_t b_low = b & UINT32_MAX, b_high = b >> 32;
    uint64_t low = a_low * b_low;
    uint64_t middle = a_high * b_low + (low >> 32); /* at most 2^64 - 2^32 */
    uint64_t other = a_low * b_high + (middle & UINT32_MAX);
    uint64_t high = a_high * b_high + (middle >> 32) + (other >> 32);
    return high ^ (other << 32 | (low & UINT32_MAX));
#endif
}

static inline uint64_t hash_bytes(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = bytes;
    size_t left = length;
    uint64_t key = (seed ^ HASH_ROOT2) * HASH_ROOT3;
    uint64_t hash = seed ^ HASH_ROOT5;
    for (; left > 16; at += 16, left -= 16)
        hash = hash_fold(image_u64(at) ^ key, image_u64(at + 8) ^ hash);

    /* 0 to 16 bytes are left. The loads overlap rather than read past the end. */
    uint64_t first = 0, last = 0;
    if (left >= 8) {
        first = image_u64(at);
        last = image_u64(at + left - 8);
    } else if (left >= 4) {
        first = image_u32(at);
        last = image_u32(at + left - 4);
    } else if (left > 0) {
        first = (uint64_t)at[0] << 16 | (uint64_t)at[left / 2] << 8 | at[left - 1];
    }
    return hash_fold(hash_fold(first ^ key, last ^ hash) ^ length, key ^ HASH_ROOT7);
}

/*
 * Only the first, the middle and the last eight bytes, of keys that have as many: whole keys up to
 * 24 bytes, and of longer ones enough as a rule. The compiler sees to it that they tell the keys of
 * a lookup apart, and takes hash_bytes where they do not, as it has to for shorter ones.
 */
static inline uint64_t hash_windows(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = (const unsigned char *)bytes;
    uint64_t first = image_u64(at), middle = image_u64(at + (length - PROBLEM_HASH_WINDOW) / 2);
    uint64_t last = image_u64(at + length - PROBLEM_HASH_WINDOW);
    return hash_fold(first ^ seed, middle * HASH_ROOT3 + last + length);
}

/* A hash as a fraction of 1, times `size`. */
static inline uint32_t hash_scale(uint64_t hash, uint32_t size)
{
#ifdef __SIZEOF_INT128__
    __extension__ typedef unsigned __int128 uint128;
    return (uint32_t)((uint128)hash * size >> 64);
#else
    return (uint32_t)(((hash >> 32) * size + ((hash & UINT32_MAX) * size >> 32)) >> 32);
#endif
}

static inline uint32_t hash_bucket(uint64_t hash, uint32_t buckets)
{
    return hash_scale(hash, buckets);
}

/* The keys of a bucket share the hash's high bits; the multiplication brings up its low ones, by
 * other ways with each pilot. */
static inline uint32_t hash_slot(uint64_t hash, uint16_t pilot, uint32_t slots)
{
    return hash_scale(hash * (HASH_ROOT7 + pilot), slots);
}

#endif
