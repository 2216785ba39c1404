/*
 * Bodies that the runtime has rendered, as values. They are well-formed by construction, so this
 * reads and does not judge.
 */
#include "openapi/parts.h"

struct reader {
    struct arena *arena;
    const char *at; /* into a text that ends in NUL */
};

static struct value *read_value(struct reader *reader);

static unsigned hexadecimal(char digit)
{
    if (digit <= '9')
        return (unsigned)(digit - '0');
    return (unsigned)((digit | 0x20) - 'a') + 10;
}

/* A \u escape: of control characters and of U+2028 and U+2029, so one code unit. */
static void read_code_unit(struct reader *reader, struct buffer *out)
{
    unsigned unit = 0;
    for (unsigned i = 0; i < 4; i++)
        unit = unit << 4 | hexadecimal(*reader->at++);
    if (unit < 0x80) {
        buffer_byte(out, (char)unit);
        return;
    }
    if (unit < 0x800) {
        buffer_byte(out, (char)(0xc0 | unit >> 6));
    } else {
        buffer_byte(out, (char)(0xe0 | unit >> 12));
        buffer_byte(out, (char)(0x80 | (unit >> 6 & 0x3f)));
    }
    buffer_byte(out, (char)(0x80 | (unit & 0x3f)));
}

static char unescaped(char escape)
{
    switch (escape) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return escape;
    }
}

static struct text read_string(struct reader *reader)
{
    struct buffer out = buffer_create(reader->arena);
    reader->at++;
    while (*reader->at != '"') {
        char byte = *reader->at++;
        if (byte != '\\') {
            buffer_byte(&out, byte);
            continue;
        }
        char escape = *reader->at++;
        if (escape == 'u')
            read_code_unit(reader, &out);
        else
            buffer_byte(&out, unescaped(escape));
    }
    reader->at++;
    return arena_copy(reader->arena, buffer_contents(&out));
}

static struct value *read_map(struct reader *reader)
{
    struct value *map = value_map(reader->arena);
    if (reader->at[1] == '}') {
        reader->at += 2;
        return map;
    }
    do {
        reader->at++;
        const char *name = read_string(reader).bytes;
        reader->at++;
        value_set(reader->arena, map, name, read_value(reader));
    } while (*reader->at == ',');
    reader->at++;
    return map;
}

static struct value *read_list(struct reader *reader)
{
    struct value *list = value_list(reader->arena);
    if (reader->at[1] == ']') {
        reader->at += 2;
        return list;
    }
    do {
        reader->at++;
        value_add(reader->arena, list, read_value(reader));
    } while (*reader->at == ',');
    reader->at++;
    return list;
}

/* A number, true or false. */
static struct value *read_word(struct reader *reader)
{
    const char *begin = reader->at;
    while (*reader->at && *reader->at != ',' && *reader->at != ']' && *reader->at != '}')
        reader->at++;
    struct text word = {begin, (size_t)(reader->at - begin)};
    if (text_is(word, "true") || text_is(word, "false"))
        return value_boolean(reader->arena, *begin == 't');
    return value_json(reader->arena, word);
}

static struct value *read_value(struct reader *reader)
{
    switch (*reader->at) {
    case '{':
        return read_map(reader);
    case '[':
        return read_list(reader);
    case '"':
        return value_text(reader->arena, read_string(reader));
    default:
        return read_word(reader);
    }
}

struct value *json_read(struct text json, struct arena *arena)
{
    struct reader reader = {arena, arena_copy(arena, json).bytes};
    return read_value(&reader);
}
