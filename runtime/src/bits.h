/*
 * Counting bits. Processors of x86-64 have an instruction for it since 2008, but compilers take it
 * only for those that are told to be no older. Whether this one has it is asked when the program
 * starts (bits.c), so that it costs a load and a branch to know it; to count without it costs
 * twenty instructions. The compiler's own library knows too (__builtin_cpu_supports), and takes
 * 50 us of each program's start for it: on virtual machines, asking is slow, and it asks for all.
 */
#ifndef PROBLEM_BITS_H
#define PROBLEM_BITS_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__GNUC__) && (defined(__POPCNT__) || defined(__aarch64__))
#define BITS_COUNTED 1
#elif defined(__GNUC__) && defined(__x86_64__)
#define BITS_ASKED 1
extern bool problem_counts_bits; /* the processor has the instruction; false until it is known */
#endif

/* Two bits, four bits, eight bits at a time. */
static inline uint64_t bits_count_by_steps(uint64_t bits)
{
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return bits * UINT64_C(0x0101010101010101) >> 56;
}

static inline uint64_t bits_count(uint64_t bits)
{
#if defined(BITS_COUNTED)
    return (uint64_t)__builtin_popcountll(bits);
#elif defined(BITS_ASKED)
    if (__builtin_expect(problem_counts_bits, 1)) {
        uint64_t count;
        __asm__("popcnt %1, %0" : "=r"(count) : "r"(bits) : "cc");
        return count;
    }
    return bits_count_by_steps(bits);
#else
    return bits_count_by_steps(bits);
#endif
}

#endif
