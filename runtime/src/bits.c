#include "bits.h"

#ifdef BITS_ASKED

#include <cpuid.h>

bool problem_counts_bits;

__attribute__((constructor)) static void ask_processor(void)
{
    unsigned a, b, c = 0, d;
    problem_counts_bits = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_POPCNT) != 0;
}

#endif
