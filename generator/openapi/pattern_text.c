#include "openapi/parts.h"

static bool is_one_of(char byte, const char *characters)
{
    while (*characters && *characters != byte)
        characters++;
    return *characters != '\0';
}

/* Whether JavaScript's `u` flag allows a backslash before the character, and something needs it. */
static bool may_be_escaped(char byte, bool in_class)
{
    return is_one_of(byte, "^$\\.*+?()[]{}|/dw") || (in_class && byte == '-');
}

struct text pattern_portable(struct text pattern, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    bool in_class = false;
    for (size_t i = 0; i < pattern.length; i++) {
        char byte = pattern.bytes[i];
        if (byte == '\\' && i + 1 < pattern.length) {
            byte = pattern.bytes[++i];
            if (may_be_escaped(byte, in_class))
                buffer_byte(&out, '\\');
        } else if (byte == '[' || byte == ']') {
            in_class = byte == '[';
        }
        buffer_byte(&out, byte);
    }
    return buffer_contents(&out);
}
