/*
 * YAML in block style. A text stands plain only where neither YAML 1.1 nor 1.2 can read it as
 * anything else; one of several lines becomes a literal block, and everything else a double-quoted
 * text.
 */
#include "openapi/openapi.h"

#include "base/utf8.h"

#include <inttypes.h>

/* ---------------------------------------------------------------- texts */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Words that stand for true, false or nothing. */
static bool is_special(struct text text)
{
    static const char *const words[] = {"y",  "yes", "true",  "on",   "n",
                                        "no", "off", "false", "null", NULL};
    for (size_t i = 0; words[i]; i++)
        if (text_equal_ignoring_case(text, text_of(words[i])))
            return true;
    return false;
}

/* Characters that mean nothing to YAML wherever they stand inside a text. */
static bool is_plain_byte(char byte)
{
    static const char others[] = "-_./+()=;'~$";
    size_t i = 0;
    while (others[i] && others[i] != byte)
        i++;
    return is_letter(byte) || (byte >= '0' && byte <= '9') || others[i] != '\0';
}

static bool is_plain(struct text text)
{
    if (text.length == 0 || !is_letter(text.bytes[0]) || is_special(text))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        bool last = i + 1 == text.length;
        bool inner =
            !last && (byte == ' ' || byte == ',' || (byte == ':' && text.bytes[i + 1] != ' '));
        if (!inner && !is_plain_byte(byte))
            return false;
    }
    return true;
}

/* Printable in YAML, whatever the version, and no line break to either. */
static bool is_printable(uint32_t point)
{
    return (point >= 0x20 && point <= 0x7e) ||
           (point >= 0xa0 && point <= 0xffef && point != 0x2028 && point != 0x2029 &&
            point != 0xfeff) ||
           (point >= 0xfff0 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

/* Several lines, none of which begins or ends in what a block could lose. */
static bool fits_block(struct text text)
{
    size_t breaks = 0;
    uint32_t point = 0, before = '\n';
    for (size_t at = 0; at < text.length; before = point) {
        at += utf8_decode(text.bytes + at, text.length - at, &point);
        if (point == '\n') {
            breaks++;
            if (before == ' ')
                return false;
        } else if (point == UTF8_INVALID || !is_printable(point)) {
            return false;
        }
    }
    bool ends_twice = text.length > 1 && before == '\n' && text.bytes[text.length - 2] == '\n';
    return breaks > 0 && text.bytes[0] != ' ' && text.bytes[0] != '\n' && before != ' ' &&
           !ends_twice;
}

static void print_quoted_point(uint32_t point, struct text bytes, struct buffer *out)
{
    switch (point) {
    case '"':
    case '\\':
        buffer_byte(out, '\\');
        buffer_byte(out, (char)point);
        return;
    case '\n':
        buffer_string(out, "\\n");
        return;
    case '\t':
        buffer_string(out, "\\t");
        return;
    case UTF8_INVALID:
        buffer_string(out, "\\uFFFD");
        return;
    default:
        break;
    }
    if (is_printable(point))
        buffer_text(out, bytes);
    else
        buffer_format(out, "\\u%04" PRIX32, point);
}

static void print_quoted(struct text text, struct buffer *out)
{
    buffer_byte(out, '"');
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t point;
        length = utf8_decode(text.bytes + at, text.length - at, &point);
        print_quoted_point(point, text_slice(text, at, length), out);
    }
    buffer_byte(out, '"');
}

static void print_block(struct text text, size_t depth, struct buffer *out)
{
    bool ends = text.bytes[text.length - 1] == '\n';
    buffer_string(out, ends ? "|" : "|-");
    size_t length = text.length - ends;
    for (size_t at = 0, end; at <= length; at = end + 1) {
        for (end = at; end < length && text.bytes[end] != '\n'; end++)
            continue;
        buffer_byte(out, '\n');
        if (end > at)
            buffer_repeat(out, ' ', 2 * depth);
        buffer_text(out, text_slice(text, at, end - at));
    }
}

static void print_key(struct text text, struct buffer *out)
{
    if (is_plain(text))
        buffer_text(out, text);
    else
        print_quoted(text, out);
}

static void print_text(struct text text, size_t depth, struct buffer *out)
{
    if (fits_block(text))
        print_block(text, depth, out);
    else
        print_key(text, out);
}

/* ---------------------------------------------------------------- numbers */

/* YAML 1.1 knows 1.0e+9 only, where JSON has 1e9, too. */
static void print_number(struct text json, struct buffer *out)
{
    size_t at = 0;
    bool point = false;
    for (; at < json.length && json.bytes[at] != 'e' && json.bytes[at] != 'E'; at++)
        point = point || json.bytes[at] == '.';
    buffer_text(out, text_slice(json, 0, at));
    if (at == json.length)
        return;
    if (!point)
        buffer_string(out, ".0");
    buffer_byte(out, 'e');
    struct text exponent = text_slice(json, at + 1, json.length);
    if (exponent.length && exponent.bytes[0] != '-' && exponent.bytes[0] != '+')
        buffer_byte(out, '+');
    buffer_text(out, exponent);
}

/* ---------------------------------------------------------------- the tree */

static bool is_filled(const struct value *value)
{
    return (value->kind == VALUE_MAP && value->as.map.count) ||
           (value->kind == VALUE_LIST && value->as.list.count);
}

static void print_break(size_t depth, struct buffer *out)
{
    buffer_byte(out, '\n');
    buffer_repeat(out, ' ', 2 * depth);
}

static void print_scalar(const struct value *value, size_t depth, struct buffer *out)
{
    switch (value->kind) {
    case VALUE_BOOLEAN:
        buffer_string(out, value->as.boolean ? "true" : "false");
        return;
    case VALUE_INTEGER:
        buffer_format(out, "%" PRId64, value->as.integer);
        return;
    case VALUE_JSON:
        print_number(value->as.text, out);
        return;
    case VALUE_IDENTIFIER:
    case VALUE_TEXT:
        print_text(value->as.text, depth, out);
        return;
    case VALUE_LIST:
        buffer_string(out, "[]");
        return;
    case VALUE_MAP:
        buffer_string(out, "{}");
        return;
    default: /* absent; bytes are in no document */
        buffer_string(out, "null");
        return;
    }
}

/* `begun`: the first line has its indentation. */
static void print(const struct value *value, size_t depth, bool begun, struct buffer *out);

static void print_map(const struct value *map, size_t depth, bool begun, struct buffer *out)
{
    for (size_t i = 0; i < map->as.map.count; i++) {
        const struct field *field = &map->as.map.fields[i];
        if (i > 0 || !begun)
            print_break(depth, out);
        print_key(text_of(field->name), out);
        buffer_byte(out, ':');
        if (is_filled(field->value)) {
            print(field->value, depth + 1, false, out);
        } else {
            buffer_byte(out, ' ');
            print_scalar(field->value, depth + 1, out);
        }
        if (buffer_has_enough(out))
            buffer_hand_on(out, 0);
    }
}

static void print_list(const struct value *list, size_t depth, bool begun, struct buffer *out)
{
    for (size_t i = 0; i < list->as.list.count; i++) {
        if (i > 0 || !begun)
            print_break(depth, out);
        buffer_string(out, "- ");
        print(list->as.list.items[i], depth + 1, true, out);
    }
}

static void print(const struct value *value, size_t depth, bool begun, struct buffer *out)
{
    if (!is_filled(value))
        print_scalar(value, depth, out);
    else if (value->kind == VALUE_MAP)
        print_map(value, depth, begun, out);
    else
        print_list(value, depth, begun, out);
}

void value_print_yaml(const struct value *value, struct buffer *out)
{
    print(value, 0, true, out);
    buffer_byte(out, '\n');
}
