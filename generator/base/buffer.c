#include "base/buffer.h"

#include <stdarg.h>

void buffer_grow(struct buffer *buffer, size_t length)
{
    size_t wanted = buffer->length + length;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < wanted)
        capacity = capacity > SIZE_MAX / 2 ? wanted : capacity * 2;
    buffer->bytes = arena_resize(buffer->arena, buffer->bytes, capacity);
    buffer->capacity = capacity;
}

void buffer_repeat(struct buffer *buffer, char byte, size_t count)
{
    if (count)
        memset(buffer_reserve(buffer, count), byte, count);
    buffer->length += count;
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_text(buffer, arena_vformat(buffer->arena, format, arguments));
    va_end(arguments);
}
