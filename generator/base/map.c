#include "base/map.h"

struct map_slot {
    struct text key; /* bytes NULL: free */
    size_t value;
};

static struct map_slot *slot_for(const struct map *map, struct text key)
{
    size_t at = (size_t)text_hash(key) & (map->capacity - 1);
    while (map->slots[at].key.bytes && !text_equal(map->slots[at].key, key))
        at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static void grow(struct arena *arena, struct map *map)
{
    struct map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 16;
    map->slots = arena_array(arena, map->capacity, sizeof *map->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].key.bytes)
            *slot_for(map, old.slots[i].key) = old.slots[i];
}

bool map_add(struct arena *arena, struct map *map, struct text key, size_t value)
{
    if (map->count * 4 >= map->capacity * 3)
        grow(arena, map);
    struct map_slot *slot = slot_for(map, key);
    if (slot->key.bytes)
        return false;
    *slot = (struct map_slot){{key.bytes ? key.bytes : "", key.length}, value};
    map->count++;
    return true;
}

bool map_get(const struct map *map, struct text key, size_t *value)
{
    if (map->count == 0)
        return false;
    const struct map_slot *slot = slot_for(map, key);
    if (slot->key.bytes == NULL)
        return false;
    *value = slot->value;
    return true;
}

bool map_next(const struct map *map, size_t *at, struct text *key)
{
    while (*at < map->capacity && map->slots[*at].key.bytes == NULL)
        (*at)++;
    if (*at == map->capacity)
        return false;
    *key = map->slots[(*at)++].key;
    return true;
}
