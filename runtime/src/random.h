/*
 * Unpredictable bytes for occurrence ids.
 */
#ifndef PROBLEM_RANDOM_H
#define PROBLEM_RANDOM_H

enum { PROBLEM_RANDOM_BYTES = 16 };

/* Fresh bytes that no other call, thread or forked process got. Never fails, keeps errno. */
void problem_random(unsigned char bytes[PROBLEM_RANDOM_BYTES]);

#endif
