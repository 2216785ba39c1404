/*
 * The values that fit a member, as JSON Schema 2020-12.
 *
 * A decimal that is a number gets no `multipleOf`: validators that compute in binary refuse 0.07
 * as a multiple of 0.01. Its digits stand in the description.
 */
#include "openapi/parts.h"

#include "tables/emit.h"

#include <inttypes.h>

static struct value *typed(struct arena *arena, const char *type)
{
    struct value *map = value_map(arena);
    openapi_set_word(arena, map, "type", type);
    return map;
}

static struct value *formatted(struct arena *arena, const char *format)
{
    struct value *map = typed(arena, "string");
    openapi_set_word(arena, map, "format", format);
    return map;
}

/* ---------------------------------------------------------------- numbers */

static struct value *integer(const struct shape *shape, bool as_string, struct arena *arena)
{
    struct value *map = typed(arena, as_string ? "string" : "integer");
    bool negative = shape->limits->minimum.value < 0;
    if (as_string) {
        openapi_set_word(arena, map, "pattern",
                         negative ? "^(0|-?[1-9][0-9]{0,18})$" : "^(0|[1-9][0-9]{0,18})$");
        return map;
    }
    if (shape->limits->minimum.value < INT32_MIN || shape->limits->maximum.value > INT32_MAX)
        openapi_set_word(arena, map, "format", "int64");
    openapi_set_integer(arena, map, "minimum", shape->limits->minimum.value);
    openapi_set_integer(arena, map, "maximum", shape->limits->maximum.value);
    return map;
}

static struct value *decimal(const struct shape *shape, struct arena *arena)
{
    int least = (int)shape->limits->scale_min.value, most = (int)shape->limits->scale_max.value;
    if (!shape->limits->as_string.value)
        return typed(arena, "number");
    struct value *map = typed(arena, "string");
    struct buffer out = buffer_create(arena);
    buffer_string(&out, "^-?(0|[1-9][0-9]*)");
    if (most > 0 && least == 0)
        buffer_format(&out, "(\\.[0-9]{1,%d})?", most);
    else if (most > 0)
        buffer_format(&out, least == most ? "\\.[0-9]{%d}" : "\\.[0-9]{%d,%d}", least, most);
    buffer_byte(&out, '$');
    openapi_set_text(arena, map, "pattern", buffer_contents(&out));
    return map;
}

static struct text digits(const struct shape *shape, struct arena *arena)
{
    int least = (int)shape->limits->scale_min.value, most = (int)shape->limits->scale_max.value;
    if (least == most)
        return arena_format(arena, "With %d digit%s after the point.", least,
                            least == 1 ? "" : "s");
    return arena_format(arena, "With %d to %d digits after the point.", least, most);
}

/* ---------------------------------------------------------------- strings */

static struct value *enumeration(const struct shape *shape, struct arena *arena)
{
    struct value *map = typed(arena, "string"), *names = value_list(arena);
    for (size_t i = 0; i < shape->value_count; i++)
        value_add(arena, names, value_text(arena, shape->values[i].name.text));
    value_set(arena, map, "enum", names);
    return map;
}

static struct value *identifier(const struct shape *shape, struct arena *arena)
{
    struct value *map = typed(arena, "string");
    if (shape->limits->pattern.text.length)
        openapi_set_text(arena, map, "pattern",
                         pattern_portable(shape->limits->pattern.text, arena));
    else
        openapi_set_word(arena, map, "pattern", "^[A-Za-z0-9._:@-]+$");
    openapi_set_integer(arena, map, "maxLength", shape->max.value);
    return map;
}

static struct value *sized(struct value *map, const struct shape *shape, struct arena *arena)
{
    openapi_set_integer(arena, map, "maxLength", shape->max.value);
    return map;
}

/* ---------------------------------------------------------------- others */

static struct value *constant(const struct shape *shape, struct text code, struct arena *arena)
{
    static const char *const types[] = {
        [CONSTANT_STRING] = "string",
        [CONSTANT_INTEGER] = "integer",
        [CONSTANT_BOOLEAN] = "boolean",
    };
    struct value *map = typed(arena, types[shape->limits->constant]);
    value_set(arena, map, "const", json_read(constant_json(arena, shape, code), arena));
    return map;
}

static struct value *list(const struct shape *shape, struct value *items, struct arena *arena)
{
    struct value *map = typed(arena, "array");
    value_set(arena, map, "items", items);
    openapi_set_integer(arena, map, "maxItems", shape->max.value);
    return map;
}

struct value *shape_schema(const struct shape *shape, struct text code, struct arena *arena)
{
    switch (shape->type) {
    case MEMBER_INTEGER:
        return integer(shape, shape->limits->as_string.value, arena);
    case MEMBER_DURATION:
        return integer(shape, false, arena);
    case MEMBER_DECIMAL:
        return decimal(shape, arena);
    case MEMBER_NUMBER:
        return typed(arena, "number");
    case MEMBER_BOOLEAN:
        return typed(arena, "boolean");
    case MEMBER_ENUM:
        return enumeration(shape, arena);
    case MEMBER_IDENTIFIER:
        return identifier(shape, arena);
    case MEMBER_URI:
        return sized(formatted(arena, "uri"), shape, arena);
    case MEMBER_POINTER:
        return sized(formatted(arena, "json-pointer"), shape, arena);
    case MEMBER_UUID:
        return formatted(arena, "uuid");
    case MEMBER_TIMESTAMP:
        return formatted(arena, "date-time");
    case MEMBER_DATE:
        return formatted(arena, "date");
    case MEMBER_LIST:
        return list(shape, shape_schema(shape->of, code, arena), arena);
    case MEMBER_CONSTANT:
        return constant(shape, code, arena);
    default: /* MEMBER_TEXT */
        return sized(typed(arena, "string"), shape, arena);
    }
}

struct value *header_shape_schema(const struct shape *shape, struct text code, struct arena *arena)
{
    struct value *map;
    switch (shape->type) {
    case MEMBER_INTEGER:
        return integer(shape, false, arena);
    case MEMBER_TIMESTAMP: /* as an HTTP-date */
        return typed(arena, "string");
    case MEMBER_LIST:
        return list(shape, header_shape_schema(shape->of, code, arena), arena);
    case MEMBER_CONSTANT:
        map = typed(arena, "string");
        openapi_set_text(arena, map, "const", constant_text(arena, shape, code));
        return map;
    default:
        return shape_schema(shape, code, arena);
    }
}

/* ---------------------------------------------------------------- descriptions */

/* Begins a sentence, or a paragraph, after what is there. */
static void go_on(struct buffer *out, const char *separator)
{
    if (out->length)
        buffer_string(out, separator);
}

static void describe_values(const struct shape *shape, struct buffer *out)
{
    bool first = true;
    for (size_t i = 0; i < shape->value_count; i++) {
        const struct enum_value *value = &shape->values[i];
        if (value->description.text.length == 0)
            continue;
        go_on(out, first ? "\n\n" : "\n");
        openapi_add_bullet(out, value->name.text, value->description.text);
        first = false;
    }
}

static void describe_shape(const struct shape *shape, struct arena *arena, struct buffer *out)
{
    const struct shape *of = shape->type == MEMBER_LIST ? shape->of : shape;
    if (of->type == MEMBER_DECIMAL && !of->limits->as_string.value) {
        go_on(out, " ");
        buffer_text(out, digits(of, arena));
    }
    if (of->type == MEMBER_DURATION && out->length == 0)
        buffer_string(out, "In seconds.");
    describe_values(of, out);
}

struct value *member_schema(const struct member *member, struct text code, struct value *example,
                            struct arena *arena)
{
    struct value *map = shape_schema(member->shape, code, arena);
    struct buffer out = buffer_create(arena);
    buffer_text(&out, member->description.text);
    describe_shape(member->shape, arena, &out);
    if (out.length)
        openapi_set_text(arena, map, "description", buffer_contents(&out));
    if (example && member->shape->type != MEMBER_CONSTANT) {
        struct value *examples = value_list(arena);
        value_add(arena, examples, example);
        value_set(arena, map, "examples", examples);
    }
    return map;
}
