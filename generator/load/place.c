/*
 * Where what was read of a member's values stays: much of it is the same for many.
 */
#include "load/loader.h"

struct limits *place_limits(struct loader *loader, const struct shape_definition *definition)
{
    static const struct limits none = {.values_span = {0, 0}};
    struct limits *limits = &loader->no_limits[definition->shape.type];
    if (memcmp(&definition->limits, &none, sizeof none) != 0) {
        limits = arena_allocate(loader->arena, sizeof *limits);
        *limits = definition->limits;
    }
    return limits;
}

struct shape *place_shape(struct loader *loader, const struct shape *shape)
{
    struct shape plain = {.type = shape->type, .limits = &loader->no_limits[shape->type]};
    struct shape *own = NULL, **place = &own;
    if (shape->named)
        place = &loader->type_sources[shape->named - loader->registry->types].shared;
    else if (memcmp(shape, &plain, sizeof plain) == 0)
        place = &loader->plain[shape->type];
    if (*place == NULL) {
        *place = arena_allocate(loader->arena, sizeof **place);
        **place = *shape;
    }
    return *place;
}

struct shape *shape_to_come(struct loader *loader, const struct node *definition)
{
    size_t index = 0;
    map_get(&loader->types, node_get(definition, "type")->text, &index);
    struct shape **shared = &loader->type_sources[index].shared;
    if (*shared == NULL)
        *shared = arena_allocate(loader->arena, sizeof **shared);
    return *shared;
}

void finish_shapes(struct loader *loader)
{
    for (size_t i = 0; i < loader->registry->type_count; i++) {
        struct named_type *named = &loader->registry->types[i];
        struct shape *shared = loader->type_sources[i].shared;
        if (shared == NULL)
            continue;
        *shared = named->shape;
        shared->named = named;
        named->used = true;
    }
}
