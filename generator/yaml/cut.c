#include "yaml/cut.h"

#include "yaml/written.h"

#include <string.h>

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* Whether a line that begins at `at` has a plain key behind so many blanks. */
static bool begins_entry(const struct source *source, size_t at, size_t indentation)
{
    size_t begin = at;
    while (byte_at(source, at) == ' ')
        at++;
    if (at - begin != indentation || !is_name_byte(byte_at(source, at)))
        return false;
    while (is_name_byte(byte_at(source, at)))
        at++;
    return byte_at(source, at) == ':' && is_space(byte_at(source, at + 1));
}

/* Whether the line that begins at `at` says anything. */
static bool is_content(const struct source *source, size_t at)
{
    size_t first = skip_blanks(source, at);
    return !is_space(byte_at(source, first)) && byte_at(source, first) != '#';
}

/* Behind the line with `at`. */
static size_t next_line(const struct source *source, size_t at)
{
    struct text rest = text_slice(source->bytes, at, source->bytes.length);
    const char *end = rest.length ? memchr(rest.bytes, '\n', rest.length) : NULL;
    return end ? (size_t)(end - source->bytes.bytes) + 1 : source->bytes.length;
}

size_t cut_next(const struct source *source, size_t at, size_t indentation)
{
    size_t length = source->bytes.length;
    bool inside = false; /* there is a line with content, and the last of them is indented */
    for (at = next_line(source, at); at < length; at = next_line(source, at)) {
        if (inside && begins_entry(source, at, indentation))
            return at;
        if (is_content(source, at))
            inside = byte_at(source, at) == ' ';
    }
    return length;
}

size_t cut_indentation(const struct source *source)
{
    size_t length = source->bytes.length, at = 0;
    while (at < length &&
           !text_starts_with(text_slice(source->bytes, at, length), TEXT("problems:")))
        at = next_line(source, at);
    do
        at = next_line(source, at);
    while (at < length && !is_content(source, at));
    size_t indentation = skip_blanks(source, at) - at;
    return begins_entry(source, at, indentation) ? indentation : 0;
}
