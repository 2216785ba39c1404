/*
 * Values: what templates and serialisers see. A tree of maps, lists and scalars that never changes.
 * Where it would be large it is not there as a whole: a list can make its items, and a map its
 * fields, when they are asked for. A scalar knows whether it may print raw (an identifier or
 * number, validated before) or must name its escaper (text).
 */
#ifndef PROBLEMC_VIEW_VALUE_H
#define PROBLEMC_VIEW_VALUE_H

#include "base/buffer.h"

enum value_kind {
    VALUE_ABSENT, /* the name is known and has no value here; false in a section, prints nothing */
    VALUE_BOOLEAN,
    VALUE_INTEGER,
    VALUE_IDENTIFIER, /* validated: prints raw */
    VALUE_TEXT,       /* anybody's text: prints through an escaper only */
    VALUE_BYTES,      /* not text: prints through c_string only; JSON shows it in hexadecimal */
    VALUE_JSON,       /* a JSON document in text form, e.g. 30.00; JSON shows it as it is */
    VALUE_LIST,
    VALUE_MAP,
};

struct value;
struct value_maker;

/* What the fields of a map are, where each is made when it is asked for. */
struct value_class {
    const struct value_getter *getters;
    size_t count;
};

#define VALUE_CLASS(rows)                                                                          \
    {                                                                                              \
        (rows), sizeof(rows) / sizeof *(rows)                                                      \
    }

/* Items that are made when they are asked for. */
struct value_items {
    struct value (*make)(const struct value_items *items, size_t i);
    struct value_maker *maker;
    const void *of; /* for `make`: what they are the items of */
};

/* Where what is made lives. Whoever is done with an item may give back what has been made since. */
struct value_maker {
    struct arena *arena;
};

struct value {
    enum value_kind kind;
    bool made; /* a list of `items`, or a map of `object`'s class */
    union {
        bool boolean;
        int64_t integer;
        struct text text; /* identifier, text, bytes, JSON */
        struct {
            size_t count;
            union {
                struct value **items;
                const struct value_items *made;
            };
        } list;
        struct {
            struct field *fields; /* in order of adding */
            size_t count;
        } map;
        struct {
            const struct value_class *class;
            const void *of; /* what the fields are of */
            struct value_maker *maker;
        } object;
    } as;
};

struct field {
    const char *name; /* a literal */
    struct value *value;
};

struct value_getter {
    const char *name;
    struct value (*get)(struct value_maker *maker, const void *of, size_t offset);
    size_t offset; /* for `get`: where in `of` it looks, for those that serve many fields */
};

/* ---------------------------------------------------------------- values by themselves */

static inline struct value absent_value(void)
{
    return (struct value){.kind = VALUE_ABSENT};
}

static inline struct value boolean_value(bool boolean)
{
    return (struct value){.kind = VALUE_BOOLEAN, .as.boolean = boolean};
}

static inline struct value integer_value(int64_t integer)
{
    return (struct value){.kind = VALUE_INTEGER, .as.integer = integer};
}

static inline struct value identifier_value(struct text text)
{
    return (struct value){.kind = VALUE_IDENTIFIER, .as.text = text};
}

/* Absent where text.bytes is NULL. */
static inline struct value text_value(struct text text)
{
    return text.bytes ? (struct value){.kind = VALUE_TEXT, .as.text = text} : absent_value();
}

static inline struct value bytes_value(struct text bytes)
{
    return (struct value){.kind = VALUE_BYTES, .as.text = bytes};
}

/* A list of `count` items that `items` says how to make. */
struct value items_value(struct value_items items, size_t count);

static inline struct value object_value(struct value_maker *maker, const struct value_class *class,
                                        const void *of)
{
    return (struct value){.kind = VALUE_MAP, .made = true, .as.object = {class, of, maker}};
}

/* ---------------------------------------------------------------- values in an arena */

struct value *value_put(struct arena *arena, struct value value);
struct value *value_absent(struct arena *arena);
struct value *value_boolean(struct arena *arena, bool boolean);
struct value *value_integer(struct arena *arena, int64_t integer);
struct value *value_identifier(struct arena *arena, struct text text);
struct value *value_text(struct arena *arena,
                         struct text text); /* absent where text.bytes is NULL */
struct value *value_bytes(struct arena *arena, struct text bytes);
struct value *value_json(struct arena *arena, struct text json);
struct value *value_list(struct arena *arena);
struct value *value_map(struct arena *arena);

void value_add(struct arena *arena, struct value *list, struct value *item);
void value_set(struct arena *arena, struct value *map, const char *name, struct value *value);

/* ---------------------------------------------------------------- looking into them */

static inline size_t value_field_count(const struct value *map)
{
    return map->made ? map->as.object.class->count : map->as.map.count;
}

static inline const char *value_field_name(const struct value *map, size_t i)
{
    return map->made ? map->as.object.class->getters[i].name : map->as.map.fields[i].name;
}

/* A field by its place; of a made map it is in the maker's arena. */
static inline struct value value_field(const struct value *map, size_t i)
{
    if (!map->made)
        return *map->as.map.fields[i].value;
    const struct value_getter *getter = &map->as.object.class->getters[i];
    return getter->get(map->as.object.maker, map->as.object.of, getter->offset);
}

/* The place of the field of that name, or SIZE_MAX. */
size_t value_find(const struct value *map, struct text name);

/* NULL: no such field. */
const struct value *value_get(const struct value *map, struct text name);

/* An item; value_at's is in the maker's arena where it is made. */
struct value value_item(const struct value *list, size_t i);
const struct value *value_at(const struct value *list, size_t i);

/* The arena that a list's items are made in, or NULL where they are there already. Whoever has no
 * more use for an item can release what came after a mark. */
struct arena *value_items_arena(const struct value *list);

/* The whole tree as JSON, indented by two spaces, with a line break at its end. */
void value_print_json(const struct value *value, struct buffer *out);

#endif
