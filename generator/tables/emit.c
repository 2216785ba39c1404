#include "tables/emit.h"

#include "base/escape.h"
#include "problem_tables.h"

#include <string.h>

static void patch(struct buffer *out, size_t at, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        out->bytes[at + (size_t)i] = (char)(unsigned char)(value >> (8 * i));
}

void patch_u32(struct buffer *out, size_t at, size_t value)
{
    patch(out, at, value, 4);
}

void patch_u64(struct buffer *out, size_t at, uint64_t value)
{
    patch(out, at, value, 8);
}

/* ---------------------------------------------------------------- said once */

uint32_t emit_block(struct emitter *emitter, struct text bytes)
{
    uint32_t *place = said_at(emitter->tables, &emitter->blocks, &emitter->out, bytes);
    if (*place == SAID_NOT) {
        *place = (uint32_t)emitter->out.length;
        buffer_text(&emitter->out, bytes);
    }
    return *place;
}

uint32_t emit_text(struct emitter *emitter, struct text text)
{
    enum { LENGTH = 2 }; /* bytes before the text */
    uint32_t *place = said_at(emitter->tables, &emitter->texts, &emitter->out, text);
    if (*place == SAID_NOT) {
        *place = (uint32_t)emitter->out.length + LENGTH;
        emit_u16(&emitter->out, (unsigned)text.length);
        buffer_text(&emitter->out, text);
        buffer_byte(&emitter->out, '\0');
    }
    return *place - LENGTH;
}

/* ---------------------------------------------------------------- constants */

struct text constant_text(struct arena *arena, const struct shape *shape, struct text code)
{
    static const struct text slot = {"{code}", 6};
    struct text value = shape->limits->value.text;
    struct buffer text = buffer_create(arena);
    for (size_t at = 0; at < value.length;) {
        if (text_starts_with(text_slice(value, at, value.length), slot)) {
            buffer_text(&text, code);
            at += slot.length;
        } else {
            buffer_byte(&text, value.bytes[at++]);
        }
    }
    return buffer_contents(&text);
}

struct text constant_json(struct arena *arena, const struct shape *shape, struct text code)
{
    if (shape->limits->constant != CONSTANT_STRING)
        return shape->limits->value.text;
    struct buffer json = buffer_create(arena);
    buffer_byte(&json, '"');
    escape_json(&json, constant_text(arena, shape, code));
    buffer_byte(&json, '"');
    return buffer_contents(&json);
}

/* ---------------------------------------------------------------- shapes */

static enum problem_value_type value_type(enum member_type type)
{
    switch (type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
        return PROBLEM_INTEGER;
    case MEMBER_DECIMAL:
        return PROBLEM_DECIMAL;
    case MEMBER_NUMBER:
        return PROBLEM_NUMBER;
    case MEMBER_BOOLEAN:
        return PROBLEM_BOOLEAN;
    case MEMBER_ENUM:
        return PROBLEM_ENUM;
    case MEMBER_IDENTIFIER:
    case MEMBER_TEXT:
    case MEMBER_URI:
    case MEMBER_UUID:
    case MEMBER_POINTER:
        return PROBLEM_STRING;
    case MEMBER_TIMESTAMP:
        return PROBLEM_TIME;
    case MEMBER_DATE:
        return PROBLEM_DATE;
    case MEMBER_LIST:
        return PROBLEM_LIST;
    case MEMBER_CONSTANT:
        break;
    }
    return PROBLEM_JSON;
}

static enum problem_string string_kind(const struct shape *shape)
{
    switch (shape->type) {
    case MEMBER_TEXT:
        return PROBLEM_STRING_TEXT;
    case MEMBER_URI:
        return PROBLEM_STRING_URI;
    case MEMBER_UUID:
        return PROBLEM_STRING_UUID;
    case MEMBER_POINTER:
        return PROBLEM_STRING_POINTER;
    default:
        return shape->limits->automaton.length ? PROBLEM_STRING_PATTERN : PROBLEM_STRING_IDENTIFIER;
    }
}

static unsigned time_digits(const struct shape *shape)
{
    switch ((enum precision)shape->limits->precision.value) {
    case PRECISION_MILLISECONDS:
        return 3;
    case PRECISION_MICROSECONDS:
        return 6;
    default:
        return 0;
    }
}

/* What follows the shape's first four bytes. */
static void emit_limits(struct emitter *emitter, const struct shape *shape, struct text code,
                        struct buffer *bytes)
{
    switch (value_type(shape->type)) {
    case PROBLEM_INTEGER:
        emit_u64(bytes, (uint64_t)shape->limits->minimum.value);
        emit_u64(bytes, (uint64_t)shape->limits->maximum.value);
        break;
    case PROBLEM_DECIMAL:
        emit_u8(bytes, (unsigned)shape->limits->scale_min.value);
        emit_u8(bytes, (unsigned)shape->limits->scale_max.value);
        break;
    case PROBLEM_ENUM:
        for (size_t i = 0; i < shape->value_count; i++)
            emit_u32(bytes, emit_text(emitter, shape->values[i].name.text));
        break;
    case PROBLEM_STRING:
        if (shape->limits->automaton.length)
            emit_u32(bytes, emit_block(emitter, shape->limits->automaton));
        break;
    case PROBLEM_TIME:
        emit_u8(bytes, time_digits(shape));
        break;
    case PROBLEM_LIST:
        emit_u32(bytes, emit_shape(emitter, shape->of, code));
        break;
    case PROBLEM_JSON:
        emit_u32(bytes, emit_text(emitter, constant_json(emitter->arena, shape, code)));
        break;
    case PROBLEM_NUMBER:
    case PROBLEM_BOOLEAN:
    case PROBLEM_DATE:
        break;
    }
}

static uint32_t emit_new_shape(struct emitter *emitter, const struct shape *shape, struct text code)
{
    enum problem_value_type type = value_type(shape->type);
    bool string = type == PROBLEM_STRING;
    struct buffer bytes = buffer_create(emitter->arena);
    emit_u8(&bytes, type);
    emit_u8(&bytes, string ? string_kind(shape) : shape->limits->as_string.value);
    emit_u16(&bytes,
             (unsigned)(type == PROBLEM_ENUM ? (int64_t)shape->value_count : shape->max.value));
    emit_limits(emitter, shape, code, &bytes);
    return emit_block(emitter, buffer_contents(&bytes));
}

uint32_t emit_shape(struct emitter *emitter, const struct shape *shape, struct text code)
{
    struct shape_place *recent = &emitter->recent[(uintptr_t)shape / sizeof *shape % RECENT_SHAPES];
    if (recent->shape == shape)
        return recent->place;
    uint32_t place = emit_new_shape(emitter, shape, code);
    if (shape->type != MEMBER_CONSTANT) /* which may say the code */
        *recent = (struct shape_place){shape, place};
    return place;
}
