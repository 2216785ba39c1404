#include "base/map.h"

/* With the hash, so that hardly a key is looked at that is not the one. */
struct map_slot {
    const char *bytes; /* NULL: free */
    uint32_t length, hash;
    size_t value;
};

enum {
    SPARE = 8,    /* a slot of so many stays free */
    LARGE = 4096, /* slots that have a block of their own, which goes when they grow */
};

static struct text key_of(const struct map_slot *slot)
{
    return (struct text){slot->bytes, slot->length};
}

/* Keys of 4 GiB, which no source can hold, would not fit. */
static struct map_slot *slot_for(const struct map *map, struct text key, uint32_t hash)
{
    size_t at = hash & (map->capacity - 1);
    while (map->slots[at].bytes &&
           !(map->slots[at].hash == hash && text_equal(key_of(&map->slots[at]), key)))
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static void grow(struct arena *arena, struct map *map)
{
    struct map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 16;
    size_t size = map->capacity * sizeof *map->slots;
    map->slots = map->capacity < LARGE ? arena_allocate(arena, size)
                                       : memset(arena_resize(arena, NULL, size), 0, size);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.slots[i].bytes == NULL)
            continue;
        size_t at = old.slots[i].hash & (map->capacity - 1);
        while (map->slots[at].bytes)
            at = (at + 1) & (map->capacity - 1);
        map->slots[at] = old.slots[i];
    }
    if (old.capacity >= LARGE)
        arena_drop(arena, old.slots);
}

bool map_add(struct arena *arena, struct map *map, struct text key, size_t value)
{
    if (map->count >= map->capacity - map->capacity / SPARE)
        grow(arena, map);
    uint32_t hash = (uint32_t)text_hash(key);
    struct map_slot *slot = slot_for(map, key, hash);
    if (slot->bytes)
        return false;
    *slot = (struct map_slot){key.bytes ? key.bytes : "", (uint32_t)key.length, hash, value};
    map->count++;
    return true;
}

bool map_get(const struct map *map, struct text key, size_t *value)
{
    if (map->count == 0)
        return false;
    const struct map_slot *slot = slot_for(map, key, (uint32_t)text_hash(key));
    if (slot->bytes == NULL)
        return false;
    *value = slot->value;
    return true;
}

bool map_next(const struct map *map, size_t *at, struct text *key)
{
    while (*at < map->capacity && map->slots[*at].bytes == NULL)
        (*at)++;
    if (*at == map->capacity)
        return false;
    *key = key_of(&map->slots[(*at)++]);
    return true;
}
