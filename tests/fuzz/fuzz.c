#include "fuzz.h"

#include "base/utf8.h"
#include "strict_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fuzz_expect(bool holds, const char *file, int line, const char *condition)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: not so: %s\n", file, line, condition);
    abort();
}

/* ---------------------------------------------------------------- what outputs must be */

void fuzz_expect_ascii(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        FUZZ_EXPECT(text.bytes[i] == '\n' || (text.bytes[i] >= ' ' && text.bytes[i] <= '~'));
}

void fuzz_expect_text(struct text text)
{
    for (size_t at = 0; at < text.length;) {
        uint32_t code_point;
        at += utf8_decode(text.bytes + at, text.length - at, &code_point);
        FUZZ_EXPECT(code_point != UTF8_INVALID);
        FUZZ_EXPECT(code_point >= ' ' || code_point == '\n');
        FUZZ_EXPECT(code_point < 0x7f || code_point > 0x9f);
    }
}

void fuzz_expect_json(struct text text)
{
    size_t error;
    if (strict_json(text.bytes, text.length, &error))
        return;
    fprintf(stderr, "no JSON at byte %zu: %.*s\n", error, TEXT_ARGS(text));
    abort();
}

/* ---------------------------------------------------------------- taking the input apart */

uint8_t fuzz_byte(struct fuzz_input *input)
{
    if (input->length == 0)
        return 0;
    input->length--;
    return *input->bytes++;
}

int64_t fuzz_integer(struct fuzz_input *input)
{
    uint8_t first = fuzz_byte(input);
    uint64_t value = 0;
    for (unsigned i = 0; i < first % 9u; i++)
        value = value << 8 | fuzz_byte(input);
    return first & 0x80 ? (int64_t)(0 - value) : (int64_t)value;
}

struct text fuzz_line(struct fuzz_input *input, struct arena *arena)
{
    const uint8_t *begin = input->bytes;
    const uint8_t *end = input->length ? memchr(begin, '\n', input->length) : NULL;
    size_t length = end ? (size_t)(end - begin) : input->length, taken = length + (end != NULL);
    struct text line = arena_copy(arena, (struct text){(const char *)begin, length});
    input->bytes += taken;
    input->length -= taken;
    return line;
}
