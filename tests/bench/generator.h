/*
 * The runtime's generator of ids once more, to be asked with and without its look at whether the
 * process has forked. Nothing else differs.
 */
#ifndef BENCH_GENERATOR_H
#define BENCH_GENERATOR_H

void generator_checked(unsigned char bytes[16]);

/* To be asked after the other: it is that which seeds. */
void generator_unchecked(unsigned char bytes[16]);

#endif
