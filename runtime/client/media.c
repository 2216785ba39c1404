/*
 * Labels: which media types are taken for a problem, perhaps.
 */
#include "received.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Whether the value is this media type, in any case and with any parameters. */
static bool is_type(const char *value, const char *type)
{
    for (; *type != '\0'; type++, value++) {
        bool upper = *value >= 'A' && *value <= 'Z';
        if ((upper ? *value + ('a' - 'A') : *value) != *type)
            return false;
    }
    while (is_blank(*value))
        value++;
    return *value == '\0' || *value == ';';
}

enum media problem_media(const char *content_type)
{
    if (content_type == NULL)
        return MEDIA_OTHER;
    while (is_blank(*content_type))
        content_type++;
    if (is_type(content_type, "application/problem+json"))
        return MEDIA_PROBLEM;
    return is_type(content_type, "application/json") ? MEDIA_JSON : MEDIA_OTHER;
}
