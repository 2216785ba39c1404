/*
 * Walking over a checked document. Every walk ends at a quote or a bracket that the check has seen.
 */
#include "json.h"

#include "../src/syntax.h"

static const char *behind_space(const char *at)
{
    while (problem_json_is_space(*at))
        at++;
    return at;
}

/* The closing quote of the string whose content begins at `at`. */
static const char *closing_quote(const char *at, bool *escaped)
{
    *escaped = false;
    for (; *at != '"'; at++) {
        if (*at == '\\') {
            *escaped = true;
            at++;
        }
    }
    return at;
}

static const char *behind_string(const char *at)
{
    bool escaped;
    return closing_quote(at + 1, &escaped) + 1;
}

static const char *behind_container(const char *at)
{
    size_t depth = 0;
    do {
        if (*at == '"') {
            at = behind_string(at);
            continue;
        }
        if (*at == '{' || *at == '[')
            depth++;
        else if (*at == '}' || *at == ']')
            depth--;
        at++;
    } while (depth > 0);
    return at;
}

static const char *behind_scalar(const char *at)
{
    while (*at != ',' && *at != ']' && *at != '}' && !problem_json_is_space(*at))
        at++;
    return at;
}

const char *problem_json_end(const char *at)
{
    if (*at == '"')
        return behind_string(at);
    return *at == '{' || *at == '[' ? behind_container(at) : behind_scalar(at);
}

/* From a container's first byte, or from behind a value in it, to what comes next; NULL at its end.
 */
static const char *next_in(const char *at)
{
    at = behind_space(at);
    if (*at == '{' || *at == '[' || *at == ',')
        at = behind_space(at + 1);
    return *at == '}' || *at == ']' ? NULL : at;
}

bool problem_json_next_item(const char **at, const char **value)
{
    const char *next = next_in(*at);
    if (next == NULL)
        return false;
    *value = next;
    *at = problem_json_end(next);
    return true;
}

bool problem_json_next_member(const char **at, const char **name, const char **value)
{
    const char *next = next_in(*at);
    if (next == NULL)
        return false;
    *name = next;
    next = behind_space(behind_string(next));
    *value = behind_space(next + 1); /* the colon */
    *at = problem_json_end(*value);
    return true;
}

struct problem_text problem_json_text(const struct json *json, const char *at)
{
    struct problem_text text = {NULL, 0};
    if (at == NULL || *at != '"')
        return text;
    bool escaped;
    const char *content = at + 1;
    text.bytes = content;
    text.length = (size_t)(closing_quote(content, &escaped) - content);
    if (escaped) {
        struct writer counted = {NULL, 0, 0};
        problem_write_unescaped(&counted, content, text.length);
        text.bytes = json->scratch + (content - json->bytes);
        text.length = counted.used;
    }
    return text;
}
