#include "syntax.h"

#include "image.h"

/* clang-format off */
const unsigned char problem_byte_kinds[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* 0x00 */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* 0x10 */
    128, 156, 0, 128, 158, 128, 156, 156, 156, 156, 156, 220, 156, 223, 223, 144, /* 0x20 */
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 159, 156, 128, 156, 128, 144, /* 0x30 */
    155, 255, 255, 255, 255, 255, 255, 223, 223, 223, 223, 223, 223, 223, 223, 223, /* 0x40 */
    223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 130, 0, 130, 128, 159, /* 0x50 */
    128, 255, 255, 255, 255, 255, 255, 223, 223, 223, 223, 223, 223, 223, 223, 223, /* 0x60 */
    223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 223, 128, 128, 128, 156, 0, /* 0x70 */
};
/* clang-format on */

bool problem_is_identifier(const char *bytes, size_t length)
{
    return length > 0 && bytes_are(bytes, length, BYTE_IDENTIFIER);
}

bool problem_is_uuid(const char *bytes, size_t length)
{
    if (length != 36)
        return false;
    for (size_t i = 0; i < length; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? bytes[i] != '-' : !byte_is(bytes[i], BYTE_HEX))
            return false;
    }
    return true;
}

bool problem_is_pointer(const char *bytes, size_t length)
{
    if (length > 0 && bytes[0] != '/')
        return false;
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] < 0x20 || bytes[i] > 0x7e)
            return false;
        if (bytes[i] == '~' && (i + 1 == length || (bytes[i + 1] != '0' && bytes[i + 1] != '1')))
            return false;
    }
    return true;
}

/* Whether the automaton (problem_tables.h, enum problem_pattern) takes it. */
static bool matches(const unsigned char *pattern, const char *bytes, size_t length)
{
    const unsigned char *map = pattern + PROBLEM_PATTERN_MAP;
    const unsigned char *accepts = pattern + PROBLEM_PATTERN_ACCEPTS;
    const unsigned char *next = accepts + pattern[PROBLEM_PATTERN_STATES];
    size_t classes = pattern[PROBLEM_PATTERN_CLASSES];
    size_t state = 1;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x80)
            return false;
        state = next[state * classes + map[byte]];
    }
    return accepts[state] != 0;
}

bool problem_string_fits(const unsigned char *image, const unsigned char *shape, const char *bytes,
                         size_t length)
{
    struct writer counted = {NULL, 0, 0};
    switch (shape[PROBLEM_SHAPE_STRING]) {
    case PROBLEM_STRING_IDENTIFIER:
        return problem_is_identifier(bytes, length);
    case PROBLEM_STRING_PATTERN:
        return matches(image + image_u32(shape + PROBLEM_SHAPE_PATTERN), bytes, length);
    case PROBLEM_STRING_URI:
        return problem_is_uri(bytes, length);
    case PROBLEM_STRING_UUID:
        return problem_is_uuid(bytes, length);
    case PROBLEM_STRING_POINTER:
        return problem_is_pointer(bytes, length);
    default: /* PROBLEM_STRING_TEXT */
        return problem_write_valid_text(&counted, bytes, length);
    }
}
