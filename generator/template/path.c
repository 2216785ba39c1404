/*
 * The paths by which tags name values.
 */
#include "template/parse.h"

#include <string.h>

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool is_name_byte(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
}

static bool is_name(struct text text)
{
    if (text.length == 0 || !is_letter(text.bytes[0]))
        return false;
    for (size_t i = 1; i < text.length; i++)
        if (!is_name_byte(text.bytes[i]))
            return false;
    return true;
}

/* -first and its like: false when `written` is none of them. */
static bool parse_loop_name(struct text written, struct path *path)
{
    if (text_is(written, "-first"))
        path->scope = PATH_FIRST;
    else if (text_is(written, "-last"))
        path->scope = PATH_LAST;
    else if (text_is(written, "-index"))
        path->scope = PATH_INDEX;
    else
        return false;
    return true;
}

bool path_parse(struct arena *arena, struct text written, struct path *path)
{
    *path = (struct path){.written = written};
    if (text_is(written, ".")) {
        path->scope = PATH_ITEM;
        return true;
    }
    if (parse_loop_name(written, path))
        return true;

    struct text rest = written;
    if (text_starts_with(written, TEXT("$."))) {
        path->scope = PATH_ROOT;
        rest = text_slice(written, 2, written.length);
    }
    for (;;) {
        const char *dot = rest.length ? memchr(rest.bytes, '.', rest.length) : NULL;
        struct text name = text_slice(rest, 0, dot ? (size_t)(dot - rest.bytes) : rest.length);
        if (!is_name(name))
            return false;
        struct path_name *last = arena_push(arena, &path->names, path->count++, sizeof *last);
        last->text = name;
        if (dot == NULL)
            return true;
        rest = text_slice(rest, name.length + 1, rest.length);
    }
}

bool path_is_partial(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_name_byte(text.bytes[i]) && text.bytes[i] != '.' && text.bytes[i] != '/')
            return false;
    return text.length > 0;
}
