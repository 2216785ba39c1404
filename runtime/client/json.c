/*
 * The check: RFC 8259's grammar without recursion. A bit for each array or object that is open says
 * which of the two it is. Each take_... function takes what its rule allows from the front and says
 * whether that went well.
 */
#include "json.h"

#include "../src/syntax.h"

struct reader {
    const struct json *json;
    const char *at, *end;
    uint64_t objects; /* the innermost one's bit is the lowest; set: an object */
    unsigned depth;
};

static bool next_is(const struct reader *reader, char byte)
{
    return reader->at < reader->end && *reader->at == byte;
}

static bool take(struct reader *reader, char byte)
{
    if (!next_is(reader, byte))
        return false;
    reader->at++;
    return true;
}

static void skip_space(struct reader *reader)
{
    while (reader->at < reader->end && problem_json_is_space(*reader->at))
        reader->at++;
}

static bool take_word(struct reader *reader, const char *word)
{
    for (; *word != '\0'; word++) {
        if (!take(reader, *word))
            return false;
    }
    return true;
}

/* ------------------------------------------------------------------ numbers */

static bool take_digits(struct reader *reader)
{
    const char *begin = reader->at;
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9')
        reader->at++;
    return reader->at > begin;
}

/* number = [ minus ] int [ frac ] [ exp ] */
static bool take_number(struct reader *reader)
{
    take(reader, '-');
    if (!take(reader, '0') && !take_digits(reader))
        return false;
    if (take(reader, '.') && !take_digits(reader))
        return false;
    if (!take(reader, 'e') && !take(reader, 'E'))
        return true;
    if (!take(reader, '-'))
        take(reader, '+');
    return take_digits(reader);
}

bool problem_json_is_number(const char *bytes, size_t length)
{
    struct reader reader = {.at = bytes, .end = bytes + length};
    return take_number(&reader) && reader.at == reader.end;
}

/* ------------------------------------------------------------------ strings */

static bool take_escape(struct reader *reader)
{
    static const char letters[] = "\"\\/bfnrt";
    if (take(reader, 'u')) {
        const char *digits = reader->at;
        while (reader->at < reader->end && reader->at < digits + 4 &&
               byte_is(*reader->at, BYTE_HEX))
            reader->at++;
        return reader->at == digits + 4;
    }
    for (size_t i = 0; i < sizeof letters - 1; i++) {
        if (take(reader, letters[i]))
            return true;
    }
    return false;
}

/* The content of a string and its closing quote; `escaped` tells whether it has escapes. */
static bool take_content(struct reader *reader, bool *escaped)
{
    while (reader->at < reader->end) {
        unsigned char byte = (unsigned char)*reader->at;
        if (byte < 0x20)
            return false;
        if (byte >= 0x80) {
            bool valid;
            reader->at +=
                problem_utf8_sequence(reader->at, (size_t)(reader->end - reader->at), &valid);
            if (!valid)
                return false;
            continue;
        }
        reader->at++;
        if (byte == '"')
            return true;
        if (byte != '\\')
            continue;
        *escaped = true;
        if (!take_escape(reader))
            return false;
    }
    return false;
}

static bool take_string(struct reader *reader)
{
    bool escaped = false;
    if (!take(reader, '"'))
        return false;
    const char *begin = reader->at;
    if (!take_content(reader, &escaped))
        return false;
    if (escaped) {
        size_t length = (size_t)(reader->at - 1 - begin);
        struct writer writer = {reader->json->scratch + (begin - reader->json->bytes), length, 0};
        problem_write_unescaped(&writer, begin, length);
    }
    return true;
}

/* ------------------------------------------------------------------ structure */

static bool take_scalar(struct reader *reader)
{
    if (reader->at == reader->end)
        return false;
    switch (*reader->at) {
    case '"':
        return take_string(reader);
    case 't':
        return take_word(reader, "true");
    case 'f':
        return take_word(reader, "false");
    case 'n':
        return take_word(reader, "null");
    default:
        return take_number(reader);
    }
}

/* A member's name and its colon. */
static bool take_name(struct reader *reader)
{
    skip_space(reader);
    if (!take_string(reader))
        return false;
    skip_space(reader);
    return take(reader, ':');
}

static bool in_object(const struct reader *reader)
{
    return (reader->objects & 1) != 0;
}

static bool take_close(struct reader *reader)
{
    if (!take(reader, in_object(reader) ? '}' : ']'))
        return false;
    reader->objects >>= 1;
    reader->depth--;
    return true;
}

enum next { NEXT_VALUE, NEXT_END, NEXT_WRONG };

/* What opens an array or an object: up to its first value, or its end where it is empty. */
static enum next take_open(struct reader *reader)
{
    bool object = *reader->at == '{';
    if (reader->depth == PROBLEM_JSON_DEPTH)
        return NEXT_WRONG;
    reader->at++;
    reader->depth++;
    reader->objects = reader->objects << 1 | object;
    skip_space(reader);
    if (take_close(reader))
        return NEXT_END;
    return !object || take_name(reader) ? NEXT_VALUE : NEXT_WRONG;
}

/* What follows a value: up to the next one, or the document's end. */
static enum next take_after(struct reader *reader)
{
    while (reader->depth > 0) {
        skip_space(reader);
        if (take(reader, ','))
            return !in_object(reader) || take_name(reader) ? NEXT_VALUE : NEXT_WRONG;
        if (!take_close(reader))
            return NEXT_WRONG;
    }
    skip_space(reader);
    return reader->at == reader->end ? NEXT_END : NEXT_WRONG;
}

const char *problem_json_fault(const struct json *json)
{
    struct reader reader = {.json = json, .at = json->bytes, .end = json->bytes + json->length};
    enum next next = NEXT_VALUE;
    while (next == NEXT_VALUE) {
        skip_space(&reader);
        if (next_is(&reader, '{') || next_is(&reader, '['))
            next = take_open(&reader);
        else
            next = take_scalar(&reader) ? NEXT_END : NEXT_WRONG;
        if (next == NEXT_END)
            next = take_after(&reader);
    }
    return next == NEXT_END ? NULL : reader.at;
}

bool problem_json_check(const struct json *json)
{
    return problem_json_fault(json) == NULL;
}
