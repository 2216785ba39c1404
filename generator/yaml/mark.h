/*
 * libyaml's marks, which count characters, as offsets in a source's bytes. Inline, since each event
 * has two.
 */
#ifndef PROBLEMC_YAML_MARK_H
#define PROBLEMC_YAML_MARK_H

#include <yaml.h>

#include "source/source.h"

/* A character and where it begins: marks near each other are found in few steps. */
struct cursor {
    size_t index, offset;
};

static inline bool continues_character(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The offset of a mark, to which the cursor moves, forward or back. */
static inline size_t cursor_at(struct cursor *cursor, const struct source *source,
                               const yaml_mark_t *mark)
{
    struct text bytes = source->bytes;
    size_t at = cursor->offset, index = cursor->index;
    if (source->ascii) {
        at += mark->index - index;
        return at < bytes.length ? at : bytes.length;
    }
    for (; index < mark->index && at < bytes.length; index++)
        for (at++; at < bytes.length && continues_character(bytes.bytes[at]);)
            at++;
    for (; index > mark->index; index--)
        for (at--; continues_character(bytes.bytes[at]);)
            at--;
    *cursor = (struct cursor){index, at};
    return at;
}

#endif
