/*
 * A map from texts to numbers: an open-addressed hash table in the arena. Keys are not copied.
 */
#ifndef PROBLEMC_BASE_MAP_H
#define PROBLEMC_BASE_MAP_H

#include "base/arena.h"

struct map {
    struct map_slot *slots;
    size_t capacity; /* a power of two, or 0 */
    size_t count;
};

/* Adds key -> value, where the arena has not been marked since the last. False, and nothing
 * changed, when the key is there already. */
bool map_add(struct arena *arena, struct map *map, struct text key, size_t value);

/* True and the value, or false. */
bool map_get(const struct map *map, struct text key, size_t *value);

/* The keys one after the other, in no particular order: start with *at = 0, stop at false. */
bool map_next(const struct map *map, size_t *at, struct text *key);

#endif
