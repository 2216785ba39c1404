/*
 * A growing byte buffer, the place where every output is built before anything is written: in
 * memory as a whole, or piece by piece on its way into a sink. Its bytes live in the arena and are
 * valid until the next append.
 */
#ifndef PROBLEMC_BASE_BUFFER_H
#define PROBLEMC_BASE_BUFFER_H

#include "base/arena.h"

/* Where what is too large to stand in memory goes, piece by piece as it is made. False: it can't,
 * which was reported. */
struct sink {
    bool (*take)(void *context, struct text text);
    void *context;
};

struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    struct arena *arena;
    const struct sink *sink; /* NULL: all of it stays */
    bool broken;             /* the sink took something no more */
};

static inline struct buffer buffer_create(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

static inline struct buffer buffer_into(struct arena *arena, const struct sink *sink)
{
    return (struct buffer){.arena = arena, .sink = sink};
}

/* Whoever writes much looks now and then whether there is enough for the sink, if there is one, and
 * hands on all but the last bytes: they go from the buffer. */
static inline bool buffer_has_enough(const struct buffer *buffer)
{
    enum { ENOUGH = 64 * 1024 };
    return buffer->length >= ENOUGH && buffer->sink;
}

void buffer_hand_on(struct buffer *buffer, size_t kept);
bool buffer_finish(struct buffer *buffer); /* all that is left; false: the sink did not take it */

void buffer_grow(struct buffer *buffer, size_t length); /* to have room for `length` more */

/* Room for `length` more; where they go. */
static inline char *buffer_reserve(struct buffer *buffer, size_t length)
{
    if (buffer->capacity - buffer->length < length)
        buffer_grow(buffer, length);
    return buffer->bytes + buffer->length;
}

static inline void buffer_byte(struct buffer *buffer, char byte)
{
    *buffer_reserve(buffer, 1) = byte;
    buffer->length++;
}

static inline void buffer_text(struct buffer *buffer, struct text text)
{
    if (text.length)
        memcpy(buffer_reserve(buffer, text.length), text.bytes, text.length);
    buffer->length += text.length;
}

static inline void buffer_string(struct buffer *buffer, const char *string)
{
    buffer_text(buffer, text_of(string));
}

static inline struct text buffer_contents(const struct buffer *buffer)
{
    return (struct text){buffer->bytes, buffer->length};
}

void buffer_repeat(struct buffer *buffer, char byte, size_t count);
void buffer_integer(struct buffer *buffer, int64_t integer); /* in decimal */
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
