/*
 * Reads what a pattern writes for one byte. Negation, classes and the dot stay within printable
 * ASCII.
 */
#include "pattern/pattern_parts.h"

enum { FIRST_PRINTABLE = ' ', LAST_PRINTABLE = '~' };

/* Escapes of ECMA-262 that have no place here, by the character after the backslash. */
static const struct {
    const char *escapes, *message, *help;
} REFUSED[] = {
    {"sS", "\\s and \\S are not supported", "a blank is written as it is"},
    {"bB", "word boundaries are not supported", "a pattern always matches the whole text"},
    {"DW", "\\D and \\W are not supported", "write [^\\d] or [^\\w]"},
    {"123456789k", "back references are not supported", "write out what may stand here"},
    {"0xuc", "characters have no numbers here",
     "write the character itself: it is printable ASCII"},
    {"fnrtv", "control characters are never matched", ""},
    {"pP", "Unicode properties are not supported", "only printable ASCII is matched"},
};

static void add_range(struct byte_set *set, unsigned first, unsigned last)
{
    for (unsigned byte = first; byte <= last; byte++)
        set->halves[byte / 64] |= UINT64_C(1) << byte % 64;
}

static void complement(struct byte_set *set)
{
    struct byte_set all = {{0, 0}};
    add_range(&all, FIRST_PRINTABLE, LAST_PRINTABLE);
    set->halves[0] = ~set->halves[0] & all.halves[0];
    set->halves[1] = ~set->halves[1] & all.halves[1];
}

static bool is_punctuation(char byte)
{
    return byte > ' ' && byte <= '~' && !(byte >= '0' && byte <= '9') &&
           !(byte >= 'A' && byte <= 'Z') && !(byte >= 'a' && byte <= 'z');
}

static bool contains(const char *characters, char byte)
{
    while (*characters != '\0' && *characters != byte)
        characters++;
    return *characters != '\0';
}

static bool refuse_escape(const struct pattern_reader *reader, char escape)
{
    size_t begin = reader->at, end = reader->at + 2;
    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++)
        if (contains(REFUSED[i].escapes, escape))
            return pattern_fail(reader, begin, end, text_of(REFUSED[i].message),
                                text_of(REFUSED[i].help));
    return pattern_fail(reader, begin, end, TEXT("this escape has no meaning"),
                        TEXT("write the character without the backslash"));
}

/* The closing $ stands after the backslash at the latest. */
static bool read_escape(struct pattern_reader *reader, struct byte_set *set)
{
    char escape = reader->pattern.bytes[reader->at + 1];
    if (escape != 'd' && escape != 'w' && !is_punctuation(escape))
        return refuse_escape(reader, escape);
    if (is_punctuation(escape))
        add_range(set, (unsigned char)escape, (unsigned char)escape);
    else
        add_range(set, '0', '9');
    if (escape == 'w') {
        add_range(set, 'A', 'Z');
        add_range(set, 'a', 'z');
        add_range(set, '_', '_');
    }
    reader->at += 2;
    return true;
}

static bool read_character(struct pattern_reader *reader, struct byte_set *set)
{
    unsigned char byte = (unsigned char)reader->pattern.bytes[reader->at++];
    add_range(set, byte, byte);
    return true;
}

/* The character of a set of one, or NUL. */
static char only_one(const struct byte_set *set)
{
    char only = '\0';
    for (unsigned byte = FIRST_PRINTABLE; byte <= LAST_PRINTABLE; byte++) {
        if (!byte_set_has(set, byte))
            continue;
        if (only != '\0')
            return '\0';
        only = (char)byte;
    }
    return only;
}

static bool read_class_character(struct pattern_reader *reader, struct byte_set *set)
{
    char byte = reader->pattern.bytes[reader->at];
    if (byte == '[')
        return pattern_fail(reader, reader->at, reader->at + 1,
                            TEXT("a [ inside a class is written \\["), TEXT(""));
    return byte == '\\' ? read_escape(reader, set) : read_character(reader, set);
}

/* A character, an escape or a range. */
static bool read_class_item(struct pattern_reader *reader, struct byte_set *set)
{
    const char *bytes = reader->pattern.bytes;
    size_t begin = reader->at;
    struct byte_set first = {{0, 0}}, last = {{0, 0}};
    if (!read_class_character(reader, &first))
        return false;
    bool range =
        reader->end - reader->at >= 2 && bytes[reader->at] == '-' && bytes[reader->at + 1] != ']';
    if (range) {
        reader->at++;
        if (!read_class_character(reader, &last))
            return false;
        char low = only_one(&first), high = only_one(&last);
        if (low == '\0' || high == '\0')
            return pattern_fail(reader, begin, reader->at,
                                TEXT("a range goes from one character to another"),
                                TEXT("a - that is meant as such is written \\-"));
        if (low > high)
            return pattern_fail(reader, begin, reader->at, TEXT("this range is out of order"),
                                TEXT("the lower character comes first"));
        add_range(&first, (unsigned char)low, (unsigned char)high);
    }
    set->halves[0] |= first.halves[0];
    set->halves[1] |= first.halves[1];
    return true;
}

static bool read_class(struct pattern_reader *reader, struct byte_set *set)
{
    const char *bytes = reader->pattern.bytes;
    size_t begin = reader->at++;
    bool negated = bytes[reader->at] == '^'; /* at the end stands the closing $ */
    if (negated)
        reader->at++;
    while (reader->at < reader->end && bytes[reader->at] != ']')
        if (!read_class_item(reader, set))
            return false;
    if (reader->at == reader->end)
        return pattern_fail(reader, begin, begin + 1, TEXT("this class is not closed"), TEXT(""));
    reader->at++;
    if (negated)
        complement(set);
    if (set->halves[0] == 0 && set->halves[1] == 0)
        return pattern_fail(reader, begin, reader->at, TEXT("this class matches nothing"),
                            negated ? TEXT("only printable ASCII is matched")
                                    : TEXT("a ] inside a class is written \\]"));
    return true;
}

bool pattern_read_set(struct pattern_reader *reader, struct byte_set *set)
{
    *set = (struct byte_set){{0, 0}};
    switch (reader->pattern.bytes[reader->at]) {
    case '[':
        return read_class(reader, set);
    case '\\':
        return read_escape(reader, set);
    case '.':
        reader->at++;
        complement(set);
        return true;
    default:
        return read_character(reader, set);
    }
}
