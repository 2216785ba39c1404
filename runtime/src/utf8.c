/*
 * Text: from untrusted bytes to valid UTF-8, and from there into JSON and back.
 */
#include <stdint.h>

#include "scan.h"
#include "syntax.h"

static const char replacement[3] = "\xef\xbf\xbd"; /* U+FFFD */

/* What may follow a lead byte (Unicode 3.9, table 3-7): how many bytes, and the range of the first
 * of them. The others are 0x80 to 0xbf. */
struct lead {
    unsigned char follow, low, high;
};

/* follow is 0 where no sequence begins with the byte. */
static struct lead lead_of(unsigned char byte)
{
    struct lead lead = {0, 0x80, 0xbf};
    if (byte >= 0xc2 && byte <= 0xdf) {
        lead.follow = 1;
    } else if (byte >= 0xe0 && byte <= 0xef) {
        lead.follow = 2;
        if (byte == 0xe0)
            lead.low = 0xa0; /* shorter forms exist */
        else if (byte == 0xed)
            lead.high = 0x9f; /* surrogates */
    } else if (byte >= 0xf0 && byte <= 0xf4) {
        lead.follow = 3;
        if (byte == 0xf0)
            lead.low = 0x90;
        else if (byte == 0xf4)
            lead.high = 0x8f; /* beyond U+10FFFF */
    }
    return lead;
}

size_t problem_utf8_sequence(const char *text, size_t length, bool *valid)
{
    const unsigned char *bytes = (const unsigned char *)text;
    struct lead lead = lead_of(bytes[0]);
    size_t taken = 1;
    while (taken <= lead.follow && taken < length && bytes[taken] >= lead.low &&
           bytes[taken] <= lead.high) {
        lead.low = 0x80;
        lead.high = 0xbf;
        taken++;
    }
    *valid = lead.follow != 0 && taken == (size_t)lead.follow + 1;
    return taken;
}

/* Writes text up to the first byte that must be looked at; returns how much that is. */
INLINE size_t write_clean(struct writer *writer, enum scan what, const char *text, size_t length)
{
    size_t clean;
    if (length < writer_room(writer)) { /* without room there may be no buffer */
        clean = scan_copy(what, writer->buffer + writer->used, text, length);
        writer->used += clean;
    } else {
        clean = scan_for(what, text, length);
        write_bytes(writer, text, clean);
    }
    return clean;
}

/* From `begin` on, where a byte must be looked at. */
OUTLINE bool write_checked(struct writer *writer, const char *text, size_t length, size_t begin)
{
    size_t i = begin; /* all from `begin` to here is valid but not yet written */
    while (i < length) {
        unsigned char byte = (unsigned char)text[i];
        bool valid;
        if (byte < 0x80)
            return false;
        size_t taken = problem_utf8_sequence(text + i, length - i, &valid);
        if (!valid) {
            write_bytes(writer, text + begin, i - begin);
            write_bytes(writer, replacement, sizeof replacement);
            begin = i + taken;
        } else if (byte == 0xc2 && (unsigned char)text[i + 1] < 0xa0) {
            return false;
        }
        i += taken;
        if (i < length && (unsigned char)text[i] < 0x80)
            i += scan_for(SCAN_CONTROLS, text + i, length - i);
    }
    write_bytes(writer, text + begin, length - begin);
    return true;
}

/* Where it would fill the room, or more: there may be no buffer. */
OUTLINE bool write_without_room(struct writer *writer, const char *text, size_t length)
{
    size_t clean = scan_for(SCAN_CONTROLS, text, length);
    write_bytes(writer, text, clean);
    return clean == length || write_checked(writer, text, length, clean);
}

/* Calls are the last that is done, so that nothing has to be kept meanwhile. */
bool problem_write_valid_text(struct writer *writer, const char *text, size_t length)
{
    if (length >= writer_room(writer))
        return write_without_room(writer, text, length);
    size_t clean = scan_copy(SCAN_CONTROLS, writer->buffer + writer->used, text, length);
    writer->used += clean;
    return clean == length || write_checked(writer, text, length, clean);
}

/* ------------------------------------------------------------------ for the log */

static void write_u_escape(struct writer *writer, unsigned point)
{
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\',
                      'u',
                      digits[point >> 12 & 15],
                      digits[point >> 8 & 15],
                      digits[point >> 4 & 15],
                      digits[point & 15]};
    write_bytes(writer, escape, sizeof escape);
}

/* Characters of two or three bytes that a terminal or an editor would act on: C1 controls, line
 * separators, bidirectional controls, the byte order mark. */
static bool is_active(unsigned point)
{
    return point < 0xa0 || point == 0x61c || (point >= 0x200e && point <= 0x200f) ||
           (point >= 0x2028 && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069) ||
           point == 0xfeff;
}

static unsigned short_point(const unsigned char *bytes, size_t length)
{
    if (length == 2)
        return (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
    return (bytes[0] & 0xfu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);
}

/* Writes what stands at `bytes` as part of a JSON string; returns how many bytes that were. */
static size_t write_guarded(struct writer *writer, const unsigned char *bytes, size_t length)
{
    if (bytes[0] == '"' || bytes[0] == '\\') {
        write_byte(writer, '\\');
        write_byte(writer, (char)bytes[0]);
        return 1;
    }
    if (bytes[0] < 0x80) {
        write_u_escape(writer, bytes[0]);
        return 1;
    }
    bool valid;
    size_t taken = problem_utf8_sequence((const char *)bytes, length, &valid);
    if (!valid)
        write_bytes(writer, replacement, sizeof replacement);
    else if (taken < 4 && is_active(short_point(bytes, taken)))
        write_u_escape(writer, short_point(bytes, taken));
    else
        write_bytes(writer, bytes, taken);
    return taken;
}

void problem_write_logged(struct writer *writer, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        i += write_clean(writer, SCAN_GUARDED, text + i, length - i);
        if (i < length)
            i += write_guarded(writer, (const unsigned char *)text + i, length - i);
    }
}

size_t problem_cut_at(const char *bytes, size_t length)
{
    size_t end = length;
    while (end > 0 && length - end < 3 && ((unsigned char)bytes[end] & 0xc0) == 0x80)
        end--;
    return end;
}

/* ------------------------------------------------------------------ back from JSON */

static void write_code_point(struct writer *writer, uint32_t point)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    char bytes[4];
    size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
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

/* A \u escape from its digits on, with the one that completes it; returns what follows. */
static const char *write_unit(struct writer *writer, const char *at)
{
    uint32_t point = hex4(at);
    at += 4;
    if (is_surrogate(point, 0xd800) && at[0] == '\\' && at[1] == 'u' &&
        is_surrogate(hex4(at + 2), 0xdc00)) {
        point = 0x10000 + ((point - 0xd800) << 10) + (hex4(at + 2) - 0xdc00);
        at += 6;
    } else if (is_surrogate(point, 0xd800) || is_surrogate(point, 0xdc00)) {
        point = 0xfffd;
    }
    write_code_point(writer, point);
    return at;
}

/* Writes what the escape after a backslash stands for; returns what follows it. */
static const char *write_escape(struct writer *writer, const char *at)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    if (*at == 'u')
        return write_unit(writer, at + 1);
    const char *letter = memchr(letters, *at, sizeof letters - 1);
    write_byte(writer, letter != NULL ? controls[letter - letters] : *at);
    return at + 1;
}

void problem_write_unescaped(struct writer *writer, const char *bytes, size_t length)
{
    const char *at = bytes, *end = bytes + length;
    while (at < end) {
        char byte = *at++;
        if (byte == '\\')
            at = write_escape(writer, at);
        else if (byte != '"')
            write_byte(writer, byte);
    }
}
