#include "limiter.h"

#include <stddef.h>

enum { MINUTE = 60 };

int64_t limiter_count(struct limiter *limiter, int64_t key, int64_t now)
{
    size_t row = 0;
    for (size_t i = 0; i < LIMITER_KEYS; i++) {
        if (limiter->rows[i].minute != 0 && limiter->rows[i].key == key) {
            row = i;
            break;
        }
        if (limiter->rows[i].minute < limiter->rows[row].minute)
            row = i;
    }
    int64_t minute = now / MINUTE;
    if (limiter->rows[row].key != key || limiter->rows[row].minute != minute) {
        limiter->rows[row].key = key;
        limiter->rows[row].minute = minute;
        limiter->rows[row].sent = 0;
    }
    return ++limiter->rows[row].sent;
}

int64_t limiter_wait(int64_t now)
{
    return MINUTE - now % MINUTE;
}
