/* What is under problem_random has no other way in. */
#define problem_random generator_checked
#include "random.c"

#include "generator.h"

void generator_unchecked(unsigned char bytes[16])
{
    take(bytes, PROBLEM_RANDOM_BYTES);
}
