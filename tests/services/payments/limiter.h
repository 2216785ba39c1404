/*
 * limiter.h - how many requests each key has sent in the current minute.
 */
#ifndef LIMITER_H
#define LIMITER_H

#include <stdint.h>

enum { LIMITER_KEYS = 256 };

/* All zero to begin with. Belongs to one thread. */
struct limiter {
    struct {
        int64_t key;
        int64_t minute; /* since 1970; 0: the row is free */
        int64_t sent;
    } rows[LIMITER_KEYS];
};

/* Counts one more request of `key` at `now`, in seconds since 1970. Returns how many that makes in
 * this minute. When more keys are busy than there are rows, the one seen least lately is
 * forgotten. */
int64_t limiter_count(struct limiter *limiter, int64_t key, int64_t now);

/* Seconds until the count begins anew: 1 to 60. */
int64_t limiter_wait(int64_t now);

#endif
