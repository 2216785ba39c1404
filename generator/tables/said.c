#include "tables/said.h"

struct said_slot {
    uint32_t place; /* SAID_NOT: free */
    uint32_t length, hash;
};

static struct said_slot *free_slot(const struct said *said, uint32_t hash)
{
    size_t at = hash & (said->capacity - 1);
    while (said->slots[at].place != SAID_NOT)
        at = (at + 1) & (said->capacity - 1);
    return &said->slots[at];
}

static void grow(struct arena *arena, struct said *said)
{
    struct said old = *said;
    said->capacity = old.capacity ? old.capacity * 2 : 64;
    said->slots = arena_resize(arena, NULL, said->capacity * sizeof *said->slots);
    memset(said->slots, 0, said->capacity * sizeof *said->slots);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].place != SAID_NOT)
            *free_slot(said, old.slots[i].hash) = old.slots[i];
    arena_drop(arena, old.slots);
}

uint32_t *said_at(struct arena *arena, struct said *said, const struct buffer *out,
                  struct text bytes)
{
    if (said->count * 4 >= said->capacity * 3)
        grow(arena, said);
    uint32_t hash = (uint32_t)text_hash(bytes);
    size_t at = hash & (said->capacity - 1);
    for (; said->slots[at].place != SAID_NOT; at = (at + 1) & (said->capacity - 1)) {
        const struct said_slot *slot = &said->slots[at];
        if (slot->hash == hash &&
            text_equal((struct text){out->bytes + slot->place, slot->length}, bytes))
            return &said->slots[at].place;
    }
    said->slots[at] = (struct said_slot){SAID_NOT, (uint32_t)bytes.length, hash};
    said->count++;
    return &said->slots[at].place;
}

void said_forget(struct arena *arena, struct said *said)
{
    arena_drop(arena, said->slots);
    *said = (struct said){NULL, 0, 0};
}
