#include "strict_json.h"

#include <string.h>

enum { DEPTH_MAX = 512, KEYS_MAX = 512 };

struct reader {
    const unsigned char *bytes;
    size_t length, at;
    int depth;
};

static int peek(const struct reader *reader)
{
    return reader->at < reader->length ? reader->bytes[reader->at] : -1;
}

static bool take(struct reader *reader, int byte)
{
    bool is = peek(reader) == byte;
    reader->at += is;
    return is;
}

static bool take_from(struct reader *reader, int first, int last)
{
    bool is = peek(reader) >= first && peek(reader) <= last;
    reader->at += is;
    return is;
}

static void skip_space(struct reader *reader)
{
    while (take(reader, ' ') || take(reader, '\t') || take(reader, '\n') || take(reader, '\r'))
        continue;
}

static bool take_word(struct reader *reader, const char *word)
{
    while (*word != '\0')
        if (!take(reader, *word++))
            return false;
    return true;
}

/* ---------------------------------------------------------------- scalars */

static bool take_digits(struct reader *reader)
{
    bool any = false;
    while (take_from(reader, '0', '9'))
        any = true;
    return any;
}

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

static bool take_escape(struct reader *reader)
{
    if (peek(reader) > 0 && strchr("\"\\/bfnrt", peek(reader)) != NULL) {
        reader->at++;
        return true;
    }
    if (!take(reader, 'u'))
        return false;
    for (int i = 0; i < 4; i++)
        if (!take_from(reader, '0', '9') && !take_from(reader, 'a', 'f') &&
            !take_from(reader, 'A', 'F'))
            return false;
    return true;
}

/* One character of UTF-8 beyond ASCII (RFC 3629 4). */
static bool take_beyond_ascii(struct reader *reader)
{
    static const struct {
        unsigned char first, last, second_first, second_last, more;
    } forms[] = {
        {0xC2, 0xDF, 0x80, 0xBF, 0}, {0xE0, 0xE0, 0xA0, 0xBF, 1}, {0xE1, 0xEC, 0x80, 0xBF, 1},
        {0xED, 0xED, 0x80, 0x9F, 1}, {0xEE, 0xEF, 0x80, 0xBF, 1}, {0xF0, 0xF0, 0x90, 0xBF, 2},
        {0xF1, 0xF3, 0x80, 0xBF, 2}, {0xF4, 0xF4, 0x80, 0x8F, 2},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (!take_from(reader, forms[i].first, forms[i].last))
            continue;
        bool fine = take_from(reader, forms[i].second_first, forms[i].second_last);
        for (int more = 0; more < forms[i].more; more++)
            fine = fine && take_from(reader, 0x80, 0xBF);
        return fine;
    }
    return false;
}

static bool take_string(struct reader *reader)
{
    if (!take(reader, '"'))
        return false;
    while (!take(reader, '"')) {
        bool fine = take(reader, '\\')   ? take_escape(reader)
                    : peek(reader) < 128 ? take_from(reader, 0x20, 0x7F)
                                         : take_beyond_ascii(reader);
        if (!fine)
            return false;
    }
    return true;
}

/* ---------------------------------------------------------------- arrays and objects */

static bool take_value(struct reader *reader);

static bool take_array(struct reader *reader)
{
    skip_space(reader);
    if (take(reader, ']'))
        return true;
    do {
        if (!take_value(reader))
            return false;
    } while (take(reader, ','));
    return take(reader, ']');
}

/* Keys are compared as they are written, which is enough for a writer that has one way to write a
 * text. */
struct keys {
    size_t begin[KEYS_MAX], length[KEYS_MAX];
    size_t count;
};

static bool is_new_key(struct keys *keys, const struct reader *reader, size_t begin)
{
    size_t length = reader->at - begin;
    for (size_t i = 0; i < keys->count; i++)
        if (keys->length[i] == length &&
            memcmp(reader->bytes + keys->begin[i], reader->bytes + begin, length) == 0)
            return false;
    if (keys->count == KEYS_MAX)
        return false;
    keys->begin[keys->count] = begin;
    keys->length[keys->count++] = length;
    return true;
}

static bool take_object(struct reader *reader)
{
    struct keys keys;
    keys.count = 0;
    skip_space(reader);
    if (take(reader, '}'))
        return true;
    do {
        skip_space(reader);
        size_t begin = reader->at;
        if (!take_string(reader) || !is_new_key(&keys, reader, begin))
            return false;
        skip_space(reader);
        if (!take(reader, ':') || !take_value(reader))
            return false;
    } while (take(reader, ','));
    return take(reader, '}');
}

static bool take_nested(struct reader *reader, bool (*take_inside)(struct reader *))
{
    reader->at++;
    bool fine = ++reader->depth <= DEPTH_MAX && take_inside(reader);
    reader->depth--;
    return fine;
}

static bool take_value(struct reader *reader)
{
    skip_space(reader);
    int first = peek(reader);
    bool fine = first == '{'   ? take_nested(reader, take_object)
                : first == '[' ? take_nested(reader, take_array)
                : first == '"' ? take_string(reader)
                : first == 't' ? take_word(reader, "true")
                : first == 'f' ? take_word(reader, "false")
                : first == 'n' ? take_word(reader, "null")
                               : take_number(reader);
    skip_space(reader);
    return fine;
}

bool strict_json(const char *bytes, size_t length, size_t *error)
{
    struct reader reader = {(const unsigned char *)bytes, length, 0, 0};
    bool fine = take_value(&reader) && reader.at == length;
    *error = reader.at;
    return fine;
}
