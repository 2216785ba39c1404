#include "template/scan.h"

#include <string.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

struct text tag_trimmed(struct text text)
{
    while (text.length > 0 && is_blank(text.bytes[text.length - 1]))
        text.length--;
    while (text.length > 0 && is_blank(text.bytes[0]))
        text = text_slice(text, 1, text.length);
    return text;
}

size_t tag_find(struct text text, size_t at)
{
    const char *found;
    while (at + 1 < text.length &&
           (found = memchr(text.bytes + at, '{', text.length - 1 - at)) != NULL) {
        at = (size_t)(found - text.bytes);
        if (text.bytes[at + 1] == '{')
            return at;
        at++;
    }
    return text.length;
}

static size_t line_end(struct text text, size_t at)
{
    const char *found = memchr(text.bytes + at, '\n', text.length - at);
    return found ? (size_t)(found - text.bytes) : text.length;
}

/*
 * Where the "}}" stands that ends a tag whose body begins at `from`, or the text's length. Only a
 * comment may go over line breaks. A quoted text ends at its quote: braces are what it is for.
 */
static size_t find_end(struct text text, size_t from, char sigil)
{
    for (size_t at = from; at + 1 < text.length; at++) {
        if (text.bytes[at] == '\n' && sigil != '!')
            break;
        if (text.bytes[at] == '}' && text.bytes[at + 1] == '}' &&
            (sigil != '"' || (at > from && text.bytes[at - 1] == '"')))
            return at;
    }
    return text.length;
}

bool tag_read(struct text text, size_t begin, struct tag *tag)
{
    size_t from = begin + 2;
    char sigil = from < text.length ? text.bytes[from] : '\0';
    if (sigil && strchr("#^/>!\"=&{", sigil))
        from++;
    else
        sigil = '\0';

    size_t end = find_end(text, from, sigil);
    if (end == text.length) {
        end = sigil == '!' ? text.length : line_end(text, begin);
        *tag = (struct tag){begin, end, sigil, TEXT("")};
        return false;
    }
    *tag = (struct tag){begin, end + 2, sigil, text_slice(text, from, end - from)};
    tag->body =
        sigil == '"' ? text_slice(tag->body, 0, tag->body.length - 1) : tag_trimmed(tag->body);
    return true;
}

bool tag_take_line(struct text text, const struct tag *tag, size_t *begin, size_t *end)
{
    if (tag->sigil == '\0' || !strchr("#^/>!", tag->sigil))
        return false;
    size_t first = tag->begin, last = tag->end;
    while (first > 0 && is_blank(text.bytes[first - 1]))
        first--;
    while (last < text.length && is_blank(text.bytes[last]))
        last++;
    if (first > 0 && text.bytes[first - 1] != '\n')
        return false;
    if (last + 1 < text.length && text.bytes[last] == '\r' && text.bytes[last + 1] == '\n')
        last++;
    if (last < text.length && text.bytes[last] != '\n')
        return false;
    *begin = first;
    *end = last < text.length ? last + 1 : last;
    return true;
}
