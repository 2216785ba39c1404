/*
 * The JSON form is written here and not through cJSON: cJSON cuts a text at its first NUL, lets
 * invalid UTF-8 through, rounds integers over 2^53 and indents by tabs, so that every scalar would
 * have to go in as raw text and the result would have to be indented again.
 */
#include "view/value.h"
#include "base/escape.h"

#include <assert.h>

struct value *value_put(struct arena *arena, struct value value)
{
    struct value *put = arena_allocate(arena, sizeof *put);
    *put = value;
    return put;
}

struct value *value_absent(struct arena *arena)
{
    return value_put(arena, absent_value());
}

struct value *value_boolean(struct arena *arena, bool boolean)
{
    return value_put(arena, boolean_value(boolean));
}

struct value *value_integer(struct arena *arena, int64_t integer)
{
    return value_put(arena, integer_value(integer));
}

struct value *value_identifier(struct arena *arena, struct text text)
{
    return value_put(arena, identifier_value(text));
}

struct value *value_text(struct arena *arena, struct text text)
{
    return value_put(arena, text_value(text));
}

struct value *value_bytes(struct arena *arena, struct text bytes)
{
    return value_put(arena, bytes_value(bytes));
}

struct value *value_json(struct arena *arena, struct text json)
{
    return value_put(arena, (struct value){.kind = VALUE_JSON, .as.text = json});
}

struct value *value_list(struct arena *arena)
{
    return value_put(arena, (struct value){.kind = VALUE_LIST});
}

struct value *value_map(struct arena *arena)
{
    return value_put(arena, (struct value){.kind = VALUE_MAP});
}

struct value items_value(struct value_items items, size_t count)
{
    struct value_items *made = arena_allocate(items.maker->arena, sizeof *made);
    *made = items;
    return (struct value){.kind = VALUE_LIST, .made = true, .as.list = {count, {.made = made}}};
}

void value_add(struct arena *arena, struct value *list, struct value *item)
{
    assert(list->kind == VALUE_LIST && !list->made);
    struct value **last =
        arena_push(arena, &list->as.list.items, list->as.list.count, sizeof(struct value *));
    *last = item;
    list->as.list.count++;
}

void value_set(struct arena *arena, struct value *map, const char *name, struct value *value)
{
    assert(map->kind == VALUE_MAP && !map->made && value_get(map, text_of(name)) == NULL);
    struct field *last =
        arena_push(arena, &map->as.map.fields, map->as.map.count, sizeof(struct field));
    *last = (struct field){name, value};
    map->as.map.count++;
}

/* ---------------------------------------------------------------- looking into them */

size_t value_find(const struct value *map, struct text name)
{
    size_t count = value_field_count(map);
    for (size_t i = 0; i < count; i++)
        if (text_is(name, value_field_name(map, i)))
            return i;
    return SIZE_MAX;
}

const struct value *value_get(const struct value *map, struct text name)
{
    size_t i = value_find(map, name);
    if (i == SIZE_MAX)
        return NULL;
    return map->made ? value_put(map->as.object.maker->arena, value_field(map, i))
                     : map->as.map.fields[i].value;
}

struct value value_item(const struct value *list, size_t i)
{
    assert(list->kind == VALUE_LIST && i < list->as.list.count);
    return list->made ? list->as.list.made->make(list->as.list.made, i) : *list->as.list.items[i];
}

const struct value *value_at(const struct value *list, size_t i)
{
    return list->made ? value_put(list->as.list.made->maker->arena, value_item(list, i))
                      : list->as.list.items[i];
}

struct arena *value_items_arena(const struct value *list)
{
    return list->made ? list->as.list.made->maker->arena : NULL;
}

/* ---------------------------------------------------------------- JSON */

static void print(const struct value *value, size_t depth, struct buffer *out);

static void print_string(struct text text, struct buffer *out)
{
    buffer_byte(out, '"');
    escape_json(out, text);
    buffer_byte(out, '"');
}

static void print_hexadecimal(struct text bytes, struct buffer *out)
{
    buffer_byte(out, '"');
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.bytes[i];
        buffer_byte(out, "0123456789abcdef"[byte >> 4]);
        buffer_byte(out, "0123456789abcdef"[byte & 0xf]);
    }
    buffer_byte(out, '"');
}

static void print_break(size_t depth, struct buffer *out)
{
    buffer_byte(out, '\n');
    buffer_repeat(out, ' ', 2 * depth);
}

static void print_list(const struct value *list, size_t depth, struct buffer *out)
{
    struct arena *arena = value_items_arena(list);
    struct arena_mark mark = arena ? arena_mark(arena) : (struct arena_mark){0};
    buffer_byte(out, '[');
    for (size_t i = 0; i < list->as.list.count; i++) {
        struct value item = value_item(list, i);
        if (i > 0)
            buffer_byte(out, ',');
        print_break(depth + 1, out);
        print(&item, depth + 1, out);
        if (buffer_has_enough(out))
            buffer_hand_on(out, 0);
        if (arena)
            arena_release(arena, mark);
    }
    if (list->as.list.count)
        print_break(depth, out);
    buffer_byte(out, ']');
}

static void print_map(const struct value *map, size_t depth, struct buffer *out)
{
    buffer_byte(out, '{');
    size_t count = value_field_count(map);
    for (size_t i = 0; i < count; i++) {
        struct value field = value_field(map, i);
        if (i > 0)
            buffer_byte(out, ',');
        print_break(depth + 1, out);
        print_string(text_of(value_field_name(map, i)), out);
        buffer_string(out, ": ");
        print(&field, depth + 1, out);
        if (buffer_has_enough(out))
            buffer_hand_on(out, 0);
    }
    if (count)
        print_break(depth, out);
    buffer_byte(out, '}');
}

static void print(const struct value *value, size_t depth, struct buffer *out)
{
    switch (value->kind) {
    case VALUE_ABSENT:
        buffer_string(out, "null");
        break;
    case VALUE_BOOLEAN:
        buffer_string(out, value->as.boolean ? "true" : "false");
        break;
    case VALUE_INTEGER:
        buffer_integer(out, value->as.integer);
        break;
    case VALUE_IDENTIFIER:
    case VALUE_TEXT:
        print_string(value->as.text, out);
        break;
    case VALUE_BYTES:
        print_hexadecimal(value->as.text, out);
        break;
    case VALUE_JSON:
        buffer_text(out, value->as.text);
        break;
    case VALUE_LIST:
        print_list(value, depth, out);
        break;
    case VALUE_MAP:
        print_map(value, depth, out);
        break;
    }
}

void value_print_json(const struct value *value, struct buffer *out)
{
    print(value, 0, out);
    buffer_byte(out, '\n');
}
