/*
 * The JSON form is written here and not through cJSON: cJSON cuts a text at its first NUL, lets
 * invalid UTF-8 through, rounds integers over 2^53 and indents by tabs, so that every scalar would
 * have to go in as raw text and the result would have to be indented again.
 */
#include "view/value.h"
#include "base/escape.h"

#include <assert.h>
#include <inttypes.h>

static struct value *new_value(struct arena *arena, enum value_kind kind)
{
    struct value *value = arena_allocate(arena, sizeof *value);
    value->kind = kind;
    return value;
}

static struct value *new_text(struct arena *arena, enum value_kind kind, struct text text)
{
    struct value *value = new_value(arena, kind);
    value->as.text = text;
    return value;
}

struct value *value_absent(struct arena *arena)
{
    return new_value(arena, VALUE_ABSENT);
}

struct value *value_boolean(struct arena *arena, bool boolean)
{
    struct value *value = new_value(arena, VALUE_BOOLEAN);
    value->as.boolean = boolean;
    return value;
}

struct value *value_integer(struct arena *arena, int64_t integer)
{
    struct value *value = new_value(arena, VALUE_INTEGER);
    value->as.integer = integer;
    return value;
}

struct value *value_identifier(struct arena *arena, struct text text)
{
    return new_text(arena, VALUE_IDENTIFIER, text);
}

struct value *value_text(struct arena *arena, struct text text)
{
    return text.bytes ? new_text(arena, VALUE_TEXT, text) : value_absent(arena);
}

struct value *value_bytes(struct arena *arena, struct text bytes)
{
    return new_text(arena, VALUE_BYTES, bytes);
}

struct value *value_json(struct arena *arena, struct text json)
{
    return new_text(arena, VALUE_JSON, json);
}

struct value *value_list(struct arena *arena)
{
    return new_value(arena, VALUE_LIST);
}

struct value *value_map(struct arena *arena)
{
    return new_value(arena, VALUE_MAP);
}

void value_add(struct arena *arena, struct value *list, struct value *item)
{
    assert(list->kind == VALUE_LIST);
    struct value **last =
        arena_push(arena, &list->as.list.items, list->as.list.count, sizeof(struct value *));
    *last = item;
    list->as.list.count++;
}

void value_set(struct arena *arena, struct value *map, const char *name, struct value *value)
{
    assert(map->kind == VALUE_MAP && value_get(map, text_of(name)) == NULL);
    struct field *last =
        arena_push(arena, &map->as.map.fields, map->as.map.count, sizeof(struct field));
    *last = (struct field){name, value};
    map->as.map.count++;
}

const struct value *value_get(const struct value *map, struct text name)
{
    assert(map->kind == VALUE_MAP);
    for (size_t i = 0; i < map->as.map.count; i++)
        if (text_is(name, map->as.map.fields[i].name))
            return map->as.map.fields[i].value;
    return NULL;
}

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
    buffer_byte(out, '[');
    for (size_t i = 0; i < list->as.list.count; i++) {
        if (i > 0)
            buffer_byte(out, ',');
        print_break(depth + 1, out);
        print(list->as.list.items[i], depth + 1, out);
    }
    if (list->as.list.count)
        print_break(depth, out);
    buffer_byte(out, ']');
}

static void print_map(const struct value *map, size_t depth, struct buffer *out)
{
    buffer_byte(out, '{');
    for (size_t i = 0; i < map->as.map.count; i++) {
        if (i > 0)
            buffer_byte(out, ',');
        print_break(depth + 1, out);
        print_string(text_of(map->as.map.fields[i].name), out);
        buffer_string(out, ": ");
        print(map->as.map.fields[i].value, depth + 1, out);
    }
    if (map->as.map.count)
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
        buffer_format(out, "%" PRId64, value->as.integer);
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
