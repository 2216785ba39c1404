/*
 * What an image says already, so that it is said once: a hash table of places in the image. It
 * holds no bytes of its own.
 */
#ifndef PROBLEMC_TABLES_SAID_H
#define PROBLEMC_TABLES_SAID_H

#include "base/buffer.h"

struct said {
    struct said_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/*
 * Where these bytes stand in `out`: the place that was stored for them. Where it is SAID_NOT, the
 * caller appends the bytes and stores where they begin, before anything else is asked.
 */
enum { SAID_NOT = 0 }; /* there is the head of the image */

uint32_t *said_at(struct arena *arena, struct said *said, const struct buffer *out,
                  struct text bytes);

void said_forget(struct arena *arena, struct said *said); /* nothing is asked any more */

#endif
