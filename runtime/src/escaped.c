/*
 * Valid text as the content of a JSON string. Little of it needs an escape, but what does may come
 * at any place: the text is copied in blocks, and what is behind an escape once more.
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

/* Puts backslashes before the bytes that `found` has bits for, into `taken` bytes of a block that
 * have been copied to `to`: from each such byte on the block is copied once more. */
INLINE char *put_backslashes(char *to, const char *block, unsigned found, size_t taken)
{
    size_t done = 0;
    for (; found != 0; found &= found - 1) {
        size_t at = (size_t)__builtin_ctz(found);
        to += at - done;
        *to++ = '\\';
        memcpy(to, block + at, ESCAPED_BLOCK);
        done = at;
    }
    return to + taken - done;
}

/* The same of a block that may have separators, too; `*taken` becomes what has been taken of the
 * text, which may be more than the block where one ends behind it. */
OUTLINE char *put_escapes(char *to, const char *block, unsigned found, size_t *taken)
{
    size_t done = 0;
    for (; found != 0; found &= found - 1) {
        const char *at = block + __builtin_ctz(found), *behind = at;
        to += (size_t)(at - block) - done;
        to = put_escape(to, &behind);
        memcpy(to, behind, ESCAPED_BLOCK);
        done = (size_t)(behind - block);
    }
    if (*taken < done)
        *taken = done;
    return to + *taken - done;
}

/* Where the next block begins hardly ever depends on the escapes of this one, so that blocks need
 * not wait for each other. */
char *problem_put_escaped(char *to, const char *text, size_t length)
{
    for (size_t at = 0, taken; at < length; at += taken) {
        size_t left = length - at;
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
        unsigned found = scan_block(SCAN_ESCAPES, bytes);
        _mm_storeu_si128((__m128i *)(void *)to, bytes);
        taken = ESCAPED_BLOCK;
        if (left < ESCAPED_BLOCK) { /* nothing may depend on what is behind the text */
            found &= 0xffffu >> (ESCAPED_BLOCK - left);
            taken = left;
        }
        if (found == 0)
            to += taken;
        else if (((unsigned)_mm_movemask_epi8(scan_equal(bytes, '\xe2')) & found) == 0)
            to = put_backslashes(to, text + at, found, taken);
        else
            to = put_escapes(to, text + at, found, &taken);
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
