#include "yaml/written.h"
#include "base/buffer.h"

#include <string.h>

enum {
    KEY_MAX = 64,    /* bytes of a key that a help repeats */
    QUOTE_MAX = 200, /* bytes of a text that a help repeats */
    TEXT_MAX = 1000, /* bytes in which a text's end is looked for */
};

size_t skip_blanks(const struct source *source, size_t at)
{
    while (is_blank(byte_at(source, at)))
        at++;
    return at;
}

size_t skip_spaces(const struct source *source, size_t at)
{
    while (is_space(byte_at(source, at)))
        at++;
    return at;
}

size_t line_begin(const struct source *source, size_t at)
{
    while (at > 0 && source->bytes.bytes[at - 1] != '\n')
        at--;
    return at;
}

size_t line_end(const struct source *source, size_t at)
{
    const char *bytes = source->bytes.bytes;
    size_t length = source->bytes.length;
    const char *end = at < length ? memchr(bytes + at, '\n', length - at) : NULL;
    size_t offset = end ? (size_t)(end - bytes) : length;
    return offset > at && bytes[offset - 1] == '\r' ? offset - 1 : offset;
}

size_t line_first(const struct source *source, size_t at)
{
    return skip_blanks(source, line_begin(source, at));
}

size_t key_colon(const struct source *source, size_t at)
{
    char quote = byte_at(source, at);
    if (quote == '"' || quote == '\'') {
        size_t end = line_end(source, at);
        for (at++; at < end && byte_at(source, at) != quote; at++)
            ;
        at = skip_blanks(source, at + 1);
        return byte_at(source, at) == ':' ? at : SIZE_MAX;
    }
    for (; byte_at(source, at) && byte_at(source, at) != '\n'; at++)
        if (byte_at(source, at) == ':' &&
            (is_space(byte_at(source, at + 1)) || byte_at(source, at + 1) == '\0'))
            return at;
    return SIZE_MAX;
}

static bool is_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/* Whether a key stands after the comma: blanks, a word, a colon and a blank. */
static bool key_follows(struct text bytes, size_t at)
{
    while (at < bytes.length && is_blank(bytes.bytes[at]))
        at++;
    size_t word = at;
    while (at < bytes.length && is_word(bytes.bytes[at]))
        at++;
    return at > word && at < bytes.length && bytes.bytes[at] == ':' &&
           (at + 1 == bytes.length || is_space(bytes.bytes[at + 1]));
}

size_t text_end(const struct source *source, size_t begin, bool flow)
{
    struct text bytes = text_slice(source->bytes, 0, begin + TEXT_MAX);
    size_t end = begin, depth = 0;
    for (; end < bytes.length && bytes.bytes[end] != '\n'; end++) {
        char byte = bytes.bytes[end];
        if (byte == '#' && end > begin && is_blank(bytes.bytes[end - 1]))
            break;
        if (!flow)
            continue;
        if (byte == '{' || byte == '[')
            depth++;
        else if ((byte == '}' || byte == ']') && depth-- == 0)
            break;
        else if (byte == ',' && depth == 0 && key_follows(bytes, end + 1))
            break;
    }
    while (end < source->bytes.length && ((unsigned char)byte_at(source, end) & 0xc0) == 0x80)
        end++;
    while (end > begin && is_space(bytes.bytes[end - 1]))
        end--;
    return end;
}

/* The key whose value begins at `begin`, with its colon; empty where there is none to see. */
static struct text key_before(const struct source *source, size_t begin)
{
    const char *bytes = source->bytes.bytes;
    size_t end = begin;
    while (end > 0 && is_blank(bytes[end - 1]))
        end--;
    if (end == 0 || bytes[end - 1] != ':')
        return TEXT("");
    size_t at = end - 1;
    while (at > 0 && end - at <= KEY_MAX && is_word(bytes[at - 1]))
        at--;
    return end - at <= KEY_MAX ? text_slice(source->bytes, at, end - at) : TEXT("");
}

static void put_quoted(struct buffer *out, struct text text)
{
    bool single = memchr(text.bytes, '"', text.length) || memchr(text.bytes, '\\', text.length);
    buffer_byte(out, single ? '\'' : '"');
    for (size_t i = 0; i < text.length; i++) {
        if (single && text.bytes[i] == '\'')
            buffer_byte(out, '\'');
        buffer_byte(out, text.bytes[i]);
    }
    buffer_byte(out, single ? '\'' : '"');
}

void help_to_quote(struct diagnostic *finding, struct arena *arena, const struct source *source,
                   size_t begin, size_t end)
{
    struct text text = text_slice(source->bytes, begin, end - begin);
    if (text.length == 0 || text.length > QUOTE_MAX || memchr(text.bytes, '\n', text.length)) {
        diagnostic_help(finding, "put the text in quotes");
        return;
    }
    struct buffer help = buffer_create(arena);
    struct text key = key_before(source, begin);
    buffer_text(&help, key);
    if (key.length)
        buffer_byte(&help, ' ');
    put_quoted(&help, text);
    diagnostic_help(finding, "write  %.*s", TEXT_ARGS(buffer_contents(&help)));
}
