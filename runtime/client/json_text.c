#include "json_text.h"

size_t problem_utf8_length(const char *text, size_t length)
{
    /* by lead byte: what the second byte may be, and the sequence's length */
    static const struct {
        unsigned char first, last, low, high, length;
    } forms[] = {
        {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3}, {0xe1, 0xec, 0x80, 0xbf, 3},
        {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3}, {0xf0, 0xf0, 0x90, 0xbf, 4},
        {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
    };
    const unsigned char *bytes = (const unsigned char *)text;
    size_t form = 0;
    while (form < sizeof forms / sizeof *forms && bytes[0] > forms[form].last)
        form++;
    if (form == sizeof forms / sizeof *forms || bytes[0] < forms[form].first)
        return 0;
    if (length < forms[form].length || bytes[1] < forms[form].low || bytes[1] > forms[form].high)
        return 0;
    for (size_t i = 2; i < forms[form].length; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
    }
    return forms[form].length;
}

static void write_point(struct writer *writer, uint32_t point)
{
    char bytes[4];
    size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = length - 1; i > 0; i--, point >>= 6)
        bytes[i] = (char)(0x80 | (point & 0x3f));
    bytes[0] = (char)(leads[length] | point);
    write_bytes(writer, bytes, length);
}

/* Four hexadecimal digits. */
static uint32_t hex4(const char *digits)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        unsigned char digit = (unsigned char)digits[i];
        value = value << 4 | (digit <= '9' ? digit - (uint32_t)'0' : (digit & 0xfu) + 9u);
    }
    return value;
}

static bool is_surrogate(uint32_t unit, uint32_t first)
{
    return unit >= first && unit < first + 0x400;
}

/* A \u escape from its `u`, with the one that completes it; returns what follows. */
static const char *decode_unit(struct writer *writer, const char *at)
{
    uint32_t point = hex4(at + 1);
    at += 5;
    if (is_surrogate(point, 0xd800) && at[0] == '\\' && at[1] == 'u' &&
        is_surrogate(hex4(at + 2), 0xdc00)) {
        point = 0x10000 + ((point - 0xd800) << 10) + (hex4(at + 2) - 0xdc00);
        at += 6;
    } else if (is_surrogate(point, 0xd800) || is_surrogate(point, 0xdc00)) {
        point = 0xfffd;
    }
    write_point(writer, point);
    return at;
}

void problem_json_decode(struct writer *writer, const char *content, size_t length)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const char *at = content, *end = content + length;
    while (at < end) {
        const char *plain = at;
        while (at < end && *at != '\\')
            at++;
        write_bytes(writer, plain, (size_t)(at - plain));
        if (at == end)
            return;
        if (*++at == 'u') {
            at = decode_unit(writer, at);
            continue;
        }
        const char *letter = memchr(letters, *at, sizeof letters - 1);
        write_byte(writer, letter != NULL ? controls[letter - letters] : *at);
        at++;
    }
}
