#include "place.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "syntax.h"

/* A pointer is cut before the first segment that does not look like an identifier, or that does not
 * lie within the limit as a whole. */
static size_t pointer_length(const char *text, size_t length)
{
    size_t whole = 0;
    if (length == 0 || text[0] != '/')
        return 0;
    for (size_t i = 1; i <= length && i <= PROBLEM_PLACE_SIZE; i++) {
        if (i == length || text[i] == '/')
            whole = i;
        else if (!byte_is(text[i], BYTE_IDENTIFIER))
            break;
    }
    return whole;
}

size_t problem_place_length(enum problem_where_kind kind, const char *text, size_t length)
{
    if (kind == PROBLEM_WHERE_BODY)
        return pointer_length(text, length);
    unsigned kinds = kind == PROBLEM_WHERE_QUERY ? BYTE_PARAMETER : BYTE_IDENTIFIER;
    return length <= PROBLEM_PLACE_SIZE && bytes_are(text, length, kinds) ? length : 0;
}

struct problem_where problem_at(enum problem_where_kind kind, const char *format, ...)
{
    int saved = errno;
    /* One byte more than a place may have shows whether its last segment is whole. */
    char text[PROBLEM_PLACE_SIZE + 2];
    va_list arguments;
    va_start(arguments, format);
    int printed = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    errno = saved;

    size_t length = printed < 0 ? 0 : (size_t)printed;
    if (length >= sizeof text)
        length = sizeof text - 1;
    struct problem_where where;
    where.kind = (uint8_t)kind;
    where.length = (uint8_t)problem_place_length(kind, text, length);
    memcpy(where.text, text, where.length);
    return where;
}
