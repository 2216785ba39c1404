/*
 * Writing an image: numbers, texts and shapes. What is said twice is written once.
 */
#ifndef PROBLEMC_TABLES_EMIT_H
#define PROBLEMC_TABLES_EMIT_H

#include "registry.h"
#include "tables/said.h"

/* What is the same in all bodies. */
struct common {
    struct text opening; /* PROBLEM_HEAD_OPENING */
    bool typed;          /* whether that is for a code */
    bool has_id;         /* whether they have an instance, with the id between two texts: */
    struct text before, behind;
};

/* Where a shape stands in the image. */
struct shape_place {
    const struct shape *shape;
    uint32_t place;
};

enum { RECENT_SHAPES = 64 };

struct emitter {
    struct arena *arena;  /* for what is needed until a record is written */
    struct arena *tables; /* for what is needed until the last one is */
    const struct registry *registry;
    struct common common;
    struct buffer out;
    struct said texts, blocks;
    struct shape_place recent[RECENT_SHAPES]; /* members share most shapes */
};

/* The least significant byte first. */
static inline void emit_number(struct buffer *out, uint64_t value, size_t bytes)
{
    char *to = buffer_reserve(out, bytes);
    for (size_t i = 0; i < bytes; i++)
        to[i] = (char)(unsigned char)(value >> (8 * i));
    out->length += bytes;
}

static inline void emit_u8(struct buffer *out, unsigned value)
{
    emit_number(out, value, 1);
}

static inline void emit_u16(struct buffer *out, unsigned value)
{
    emit_number(out, value, 2);
}

static inline void emit_u32(struct buffer *out, size_t value)
{
    emit_number(out, value, 4);
}

static inline void emit_u64(struct buffer *out, uint64_t value)
{
    emit_number(out, value, 8);
}

void patch_u32(struct buffer *out, size_t at, size_t value);
void patch_u64(struct buffer *out, size_t at, uint64_t value);

uint32_t emit_text(struct emitter *emitter, struct text text);   /* its offset */
uint32_t emit_block(struct emitter *emitter, struct text bytes); /* its offset */

/* The shape's offset. `code` is what {code} in a constant stands for. */
uint32_t emit_shape(struct emitter *emitter, const struct shape *shape, struct text code);

/* A constant's value as JSON. */
struct text constant_json(struct arena *arena, const struct shape *shape, struct text code);

/* A constant's value as text, {code} put in. */
struct text constant_text(struct arena *arena, const struct shape *shape, struct text code);

#endif
