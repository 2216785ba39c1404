#include "base/buffer.h"

#include <stdarg.h>
#include <string.h>

struct buffer buffer_create(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

char *buffer_reserve(struct buffer *buffer, size_t length)
{
    if (buffer->capacity - buffer->length < length) {
        size_t wanted = buffer->length + length;
        size_t capacity = buffer->capacity ? buffer->capacity : 256;
        while (capacity < wanted)
            capacity = capacity > SIZE_MAX / 2 ? wanted : capacity * 2;
        buffer->bytes = arena_resize(buffer->arena, buffer->bytes, capacity);
        buffer->capacity = capacity;
    }
    return buffer->bytes + buffer->length;
}

void buffer_byte(struct buffer *buffer, char byte)
{
    *buffer_reserve(buffer, 1) = byte;
    buffer->length++;
}

void buffer_repeat(struct buffer *buffer, char byte, size_t count)
{
    if (count)
        memset(buffer_reserve(buffer, count), byte, count);
    buffer->length += count;
}

void buffer_text(struct buffer *buffer, struct text text)
{
    if (text.length)
        memcpy(buffer_reserve(buffer, text.length), text.bytes, text.length);
    buffer->length += text.length;
}

void buffer_string(struct buffer *buffer, const char *string)
{
    buffer_text(buffer, text_of(string));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_text(buffer, arena_vformat(buffer->arena, format, arguments));
    va_end(arguments);
}

struct text buffer_contents(const struct buffer *buffer)
{
    return (struct text){buffer->bytes, buffer->length};
}
