/*
 * Valid text as the content of a JSON string. Little of it needs an escape, but what does may come
 * at any place: the text is copied in blocks, and after an escape the next block begins there.
 */
#include "scan.h"
#include "syntax.h"

enum { ESCAPED_BLOCK = 16 };

static bool is_separator(const char *text)
{
    return text[0] == '\xe2' && text[1] == '\x80' && (text[2] == '\xa8' || text[2] == '\xa9');
}

/* Puts what stands at *text and may need an escape, and moves *text behind it; returns the end.
 * Text is valid here, so two bytes follow an 0xe2. */
static inline char *put_escape(char *to, const char **text)
{
    const char *at = *text;
    if (*at != '\xe2') {
        to[0] = '\\';
        to[1] = *at;
        *text = at + 1;
        return to + 2;
    }
    if (is_separator(at)) {
        *text = at + 3;
        return put_bytes(to, at[2] == '\xa8' ? "\\u2028" : "\\u2029", 6);
    }
    *to = *at; /* of another character */
    *text = at + 1;
    return to + 1;
}

#ifdef PROBLEM_SSE2

char *problem_put_escaped(char *to, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        size_t left = (size_t)(end - text);
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
        unsigned found = scan_block(SCAN_ESCAPES, bytes);
        _mm_storeu_si128((__m128i *)(void *)to, bytes);
        if (left <= ESCAPED_BLOCK) { /* nothing may depend on what is behind the text */
            found &= 0xffffu >> (ESCAPED_BLOCK - left);
            if (found == 0)
                return to + left;
        }
        size_t plain = found != 0 ? (size_t)__builtin_ctz(found) : ESCAPED_BLOCK;
        to += plain;
        text += plain;
        if (found != 0)
            to = put_escape(to, &text);
    }
    return to;
}

#else

char *problem_put_escaped(char *to, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        size_t plain = scan_copy(SCAN_ESCAPES, to, text, (size_t)(end - text));
        to += plain;
        text += plain;
        if (text < end)
            to = put_escape(to, &text);
    }
    return to;
}

#endif

/* Byte by byte: where there may not be room for all of it. */
static void write_slowly(struct writer *writer, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        char escaped[ESCAPED_BLOCK];
        size_t taken = 1;
        if (scan_byte(SCAN_ESCAPES, *text)) {
            taken = (size_t)(put_escape(escaped, &text) - escaped);
        } else {
            escaped[0] = *text++;
        }
        write_bytes(writer, escaped, taken);
    }
}

void problem_write_escaped(struct writer *writer, const char *text, size_t length)
{
    if (writer_room(writer) < PROBLEM_ESCAPED_MAX(length) + ESCAPED_BLOCK) {
        write_slowly(writer, text, length);
    } else {
        char *to = writer->buffer + writer->used;
        writer->used += (size_t)(problem_put_escaped(to, text, length) - to);
    }
}
