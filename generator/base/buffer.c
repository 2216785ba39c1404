#include "base/buffer.h"

#include <stdarg.h>

void buffer_grow(struct buffer *buffer, size_t length)
{
    size_t wanted = buffer->length + length;
    size_t capacity = buffer->capacity ? buffer->capacity : 64; /* which many never need more of */
    while (capacity < wanted)
        capacity = capacity > SIZE_MAX / 2 ? wanted : capacity * 2;
    buffer->bytes = arena_extend(buffer->arena, buffer->bytes, buffer->capacity, capacity);
    buffer->capacity = capacity;
}

void buffer_hand_on(struct buffer *buffer, size_t kept)
{
    size_t length = buffer->length - kept;
    struct text text = text_slice(buffer_contents(buffer), 0, length);
    if (length == 0)
        return;
    buffer->broken = buffer->broken || !buffer->sink->take(buffer->sink->context, text);
    if (kept)
        memmove(buffer->bytes, buffer->bytes + length, kept);
    buffer->length = kept;
}

bool buffer_finish(struct buffer *buffer)
{
    if (buffer->sink)
        buffer_hand_on(buffer, 0);
    return !buffer->broken;
}

void buffer_repeat(struct buffer *buffer, char byte, size_t count)
{
    if (count)
        memset(buffer_reserve(buffer, count), byte, count);
    buffer->length += count;
}

void buffer_integer(struct buffer *buffer, int64_t integer)
{
    char digits[20]; /* -9223372036854775808 */
    size_t at = sizeof digits;
    uint64_t left = integer < 0 ? 0 - (uint64_t)integer : (uint64_t)integer;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (integer < 0)
        digits[--at] = '-';
    buffer_text(buffer, (struct text){digits + at, sizeof digits - at});
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_text(buffer, arena_vformat(buffer->arena, format, arguments));
    va_end(arguments);
}
