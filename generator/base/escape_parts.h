/*
 * What the escapers share: steps through UTF-8, and runs of bytes that need no escape.
 */
#ifndef PROBLEMC_BASE_ESCAPE_PARTS_H
#define PROBLEMC_BASE_ESCAPE_PARTS_H

#include "base/escape.h"
#include "base/utf8.h"
#include "base/word.h"

enum {
    REPLACEMENT = 0xfffd,
};

/* One step through UTF-8: a character, or an invalid sequence that stands for one U+FFFD. */
struct character {
    uint32_t code;
    size_t length; /* bytes, at least 1 */
    bool valid;
};

static inline unsigned char byte_at(struct text text, size_t at)
{
    return (unsigned char)text.bytes[at];
}

/* The character at `at`, which is inside the text. */
static inline struct character decode(struct text text, size_t at)
{
    struct character character = {byte_at(text, at), 1, true};
    if (character.code < 0x80)
        return character;
    character.length = utf8_decode(text.bytes + at, text.length - at, &character.code);
    if (character.code == UTF8_INVALID) {
        character.code = REPLACEMENT;
        character.valid = false;
    }
    return character;
}

static inline bool is_printable_ascii(uint32_t code)
{
    return code >= 0x20 && code < 0x7f;
}

static inline bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* `digits` or more hexadecimal digits, in capitals. */
static inline void put_hex(struct buffer *out, uint32_t number, unsigned digits)
{
    for (unsigned i = 8; i-- > 0;)
        if (i < digits || number >> (4 * i))
            buffer_byte(out, "0123456789ABCDEF"[number >> (4 * i) & 0xf]);
}

/* Where the run of printable ASCII other than `one` and `other` ends that begins at `at`. */
static inline size_t plain_end(struct text text, size_t at, char one, char other)
{
    for (uint64_t word; text.length - at >= sizeof word; at += sizeof word) {
        word = word_at(text.bytes + at);
        if ((not_printable(word) | word_has(word, one) | word_has(word, other)) & HIGH_BITS)
            break;
    }
    while (at < text.length && is_printable_ascii(byte_at(text, at)) && text.bytes[at] != one &&
           text.bytes[at] != other)
        at++;
    return at;
}

#endif
