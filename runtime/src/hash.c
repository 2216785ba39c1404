/*
 * The hash as the compiler calls it.
 */
#include "hash.h"

uint64_t problem_hash(const void *bytes, size_t length, uint64_t seed)
{
    return hash_bytes(bytes, length, seed);
}

uint64_t problem_hash_windows(const void *bytes, size_t length, uint64_t seed)
{
    return length < PROBLEM_HASH_WINDOW ? hash_bytes(bytes, length, seed)
                                        : hash_windows(bytes, length, seed);
}

uint32_t problem_bucket(uint64_t hash, uint32_t buckets)
{
    return hash_bucket(hash, buckets);
}

uint32_t problem_slot(uint64_t hash, uint16_t pilot, uint32_t slots)
{
    return hash_slot(hash, pilot, slots);
}
