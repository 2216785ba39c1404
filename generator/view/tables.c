/*
 * The tables as arrays of characters: several small chunks of a kind make one array, since each
 * array costs a compiler more than its bytes do; a large one is cut into several.
 */
#include "view/view.h"

enum {
    ARRAY_MAX = 4000, /* bytes of one string literal: C99 promises 4,095 */
};

/* A place in the image. */
struct place {
    uint32_t chunk, at; /* bytes of the chunk before it */
};

/* Where each array begins, and behind them where the last one ends. */
struct arrays {
    struct place *begin;
    size_t count;
};

static size_t offset_of(const struct image *image, struct place place)
{
    return place.chunk < image->chunk_count ? image->chunks[place.chunk].offset + place.at
                                            : image->bytes.length;
}

/* Where the array that begins there ends. */
static struct place array_end(const struct image *image, struct place begin)
{
    const struct chunk *first = &image->chunks[begin.chunk];
    if (first->length - begin.at > ARRAY_MAX)
        return (struct place){begin.chunk, begin.at + ARRAY_MAX};
    struct place end = {begin.chunk + 1, 0};
    while (begin.at == 0 && end.chunk < image->chunk_count) {
        const struct chunk *next = &image->chunks[end.chunk];
        if (strcmp(next->part, first->part) != 0 ||
            next->offset + next->length - first->offset > ARRAY_MAX)
            break;
        end.chunk++;
    }
    return end;
}

static size_t find_arrays(const struct image *image, struct place *begin)
{
    size_t count = 0;
    struct place place = {0, 0};
    for (; place.chunk < image->chunk_count; place = array_end(image, place)) {
        if (begin)
            begin[count] = place;
        count++;
    }
    if (begin)
        begin[count] = place;
    return count;
}

/* ---------------------------------------------------------------- what is in an array */

/* Bytes of a chunk. */
struct part {
    const struct chunk *chunk;
    size_t offset, length; /* in the image */
};

static struct value part_about(struct value_maker *maker, const void *of, size_t offset)
{
    const struct part *part = of;
    (void)maker, (void)offset;
    bool named = part->offset == part->chunk->offset && part->chunk->about.length;
    return named ? text_value(part->chunk->about) : absent_value();
}

static struct value part_bytes(struct value_maker *maker, const void *of, size_t offset)
{
    const struct part *part = of;
    (void)offset;
    return bytes_value(text_slice(view_of(maker)->image.bytes, part->offset, part->length));
}

static const struct value_getter part_getters[] = {
    {"about", part_about, 0},
    {"bytes", part_bytes, 0},
};
static const struct value_class part_class = VALUE_CLASS(part_getters);

/* ---------------------------------------------------------------- an array */

struct array {
    struct place begin, end;
    size_t number;
};

static struct value array_name(struct value_maker *maker, const void *of, size_t offset)
{
    const struct array *array = of;
    struct buffer name = buffer_create(maker->arena);
    (void)offset;
    buffer_string(&name, view_of(maker)->image.chunks[array->begin.chunk].part);
    buffer_byte(&name, '_');
    buffer_integer(&name, (int64_t)array->number);
    return identifier_value(buffer_contents(&name));
}

static struct value array_size(struct value_maker *maker, const void *of, size_t offset)
{
    const struct array *array = of;
    const struct image *image = &view_of(maker)->image;
    (void)offset;
    return integer_value((int64_t)(offset_of(image, array->end) - offset_of(image, array->begin)));
}

static struct value part_at(const struct value_items *items, size_t i)
{
    const struct array *array = items->of;
    const struct image *image = &view_of(items->maker)->image;
    struct part *part = arena_allocate(items->maker->arena, sizeof *part);
    const struct chunk *chunk = &image->chunks[array->begin.chunk + i];
    size_t begin = chunk->offset + (i == 0 ? array->begin.at : 0);
    size_t end = chunk->offset + chunk->length, last = offset_of(image, array->end);
    *part = (struct part){chunk, begin, (end < last ? end : last) - begin};
    return object_value(items->maker, &part_class, part);
}

static struct value array_parts(struct value_maker *maker, const void *of, size_t offset)
{
    const struct array *array = of;
    (void)offset;
    size_t count = array->end.chunk - array->begin.chunk + (array->end.at > 0);
    return items_value((struct value_items){part_at, maker, array}, count);
}

static const struct value_getter array_getters[] = {
    {"name", array_name, 0},
    {"size", array_size, 0},
    {"parts", array_parts, 0},
};
static const struct value_class array_class = VALUE_CLASS(array_getters);

/* ---------------------------------------------------------------- the whole */

static struct value array_at(const struct value_items *items, size_t i)
{
    const struct arrays *arrays = items->of;
    struct array *array = arena_allocate(items->maker->arena, sizeof *array);
    *array = (struct array){arrays->begin[i], arrays->begin[i + 1], i};
    return object_value(items->maker, &array_class, array);
}

struct value *view_tables(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    struct arrays *arrays = arena_allocate(arena, sizeof *arrays);
    arrays->count = find_arrays(&view->image, NULL);
    arrays->begin = arena_array(arena, arrays->count + 1, sizeof *arrays->begin);
    find_arrays(&view->image, arrays->begin);
    value_set(arena, map, "size", value_integer(arena, (int64_t)view->image.bytes.length));
    value_set(arena, map, "arrays",
              value_put(arena, items_value((struct value_items){array_at, &view->maker, arrays},
                                           arrays->count)));
    return map;
}
