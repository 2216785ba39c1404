#include "base/utf8.h"

/* A multi-byte sequence by its first byte: how long it is and which second bytes it allows (the
 * table of well-formed sequences, Unicode 15 chapter 3, table 3-7). */
struct lead {
    unsigned char first, last;
    unsigned char length;
    unsigned char second_min, second_max;
};

static const struct lead leads[] = {
    {0xc2, 0xdf, 2, 0x80, 0xbf}, {0xe0, 0xe0, 3, 0xa0, 0xbf}, {0xe1, 0xec, 3, 0x80, 0xbf},
    {0xed, 0xed, 3, 0x80, 0x9f}, {0xee, 0xef, 3, 0x80, 0xbf}, {0xf0, 0xf0, 4, 0x90, 0xbf},
    {0xf1, 0xf3, 4, 0x80, 0xbf}, {0xf4, 0xf4, 4, 0x80, 0x8f},
};

static const struct lead *lead_of(unsigned char byte)
{
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    return NULL;
}

size_t utf8_decode(const char *bytes, size_t length, uint32_t *code_point)
{
    const unsigned char *at = (const unsigned char *)bytes;
    *code_point = at[0];
    if (at[0] < 0x80)
        return 1;

    const struct lead *lead = lead_of(at[0]);
    *code_point = UTF8_INVALID;
    if (lead == NULL)
        return 1;
    uint32_t value = at[0] & (0x7fu >> lead->length);
    for (size_t i = 1; i < lead->length; i++) {
        unsigned char least = i == 1 ? lead->second_min : 0x80;
        unsigned char most = i == 1 ? lead->second_max : 0xbf;
        if (i == length || at[i] < least || at[i] > most)
            return i;
        value = value << 6 | (at[i] & 0x3fu);
    }
    *code_point = value;
    return lead->length;
}

size_t utf8_count(struct text text)
{
    size_t count = 0;
    uint32_t ignored;
    for (size_t i = 0; i < text.length; count++)
        i += utf8_decode(text.bytes + i, text.length - i, &ignored);
    return count;
}
