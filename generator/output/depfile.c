#include "output/files.h"

#include "base/buffer.h"

/* As gcc -MD writes names, which Make and Ninja read: a backslash stands for itself but before a
 * blank. Neither knows a name with a line break. */
static void append_name(struct buffer *out, struct text name)
{
    size_t backslashes = 0; /* right before this byte */
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        if (byte == ' ' || byte == '\t')
            buffer_repeat(out, '\\', backslashes + 1);
        else if (byte == '#' || byte == ':')
            buffer_byte(out, '\\');
        else if (byte == '$')
            buffer_byte(out, '$');
        buffer_byte(out, byte);
        backslashes = byte == '\\' ? backslashes + 1 : 0;
    }
}

struct text depfile_contents(struct arena *arena, const struct text *targets, size_t count,
                             const struct sources *sources, size_t source_count)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < count; i++) {
        buffer_string(&out, i ? " " : "");
        append_name(&out, targets[i]);
    }
    buffer_byte(&out, ':');
    for (size_t i = 0; i < source_count; i++) {
        buffer_byte(&out, ' ');
        append_name(&out, sources_get(sources, i)->name);
    }
    buffer_byte(&out, '\n');
    for (size_t i = 0; i < source_count; i++) {
        buffer_byte(&out, '\n');
        append_name(&out, sources_get(sources, i)->name);
        buffer_string(&out, ":\n");
    }
    return buffer_contents(&out);
}
