/*
 * A growing byte buffer, the place where every output is built in memory before anything is
 * written. Its bytes live in the arena and are valid until the next append.
 */
#ifndef PROBLEMC_BASE_BUFFER_H
#define PROBLEMC_BASE_BUFFER_H

#include "base/arena.h"

struct buffer {
    char *bytes;
    size_t length;
    size_t capacity;
    struct arena *arena;
};

struct buffer buffer_create(struct arena *arena);
char *buffer_reserve(struct buffer *buffer,
                     size_t length); /* room for `length` more; where they go */
void buffer_byte(struct buffer *buffer, char byte);
void buffer_repeat(struct buffer *buffer, char byte, size_t count);
void buffer_text(struct buffer *buffer, struct text text);
void buffer_string(struct buffer *buffer, const char *string);
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct text buffer_contents(const struct buffer *buffer);

#endif
