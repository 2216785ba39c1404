/*
 * Texts of a file that will be let go of (source_let_go). Registries say much more than once, and
 * what was said not long ago is not copied again.
 */
#include "load/loader.h"

enum {
    RECENT = 16 * 1024, /* a power of two */
    SIZE = RECENT * sizeof(struct text),
    SHARED_MAX = 256, /* longer ones are hardly ever there twice */
};

static bool is_within(struct text text, struct text file)
{
    return (uintptr_t)text.bytes - (uintptr_t)file.bytes < file.length;
}

struct text keep_text(struct loader *loader, struct text text)
{
    const struct source *source = loader->file->source;
    if (!loader->early.reading || !source_may_go(source) || !is_within(text, source->bytes))
        return text;
    if (text.length > SHARED_MAX)
        return arena_copy(loader->arena, text);
    if (loader->kept == NULL)
        loader->kept = memset(arena_resize(loader->arena, NULL, SIZE), 0, SIZE);
    struct text *recent = &loader->kept[text_hash(text) & (RECENT - 1)];
    if (recent->bytes == NULL || !text_equal(*recent, text))
        *recent = arena_copy(loader->arena, text);
    return *recent;
}
