/*
 * The memory of a text that nobody needs any more is lent to the arena, and the same text is read
 * once more where somebody does need it: most runs have nothing to show of it. A hash tells whether
 * the file still says the same.
 */
#include "source/again.h"
#include "source/file.h"

enum {
    AT_ONCE = 1024 * 1024, /* bytes that go together; smaller files stay */
};

struct source_again {
    struct arena *arena;
    struct source *source;
    uint64_t hash;
    size_t gone; /* where the next that can go begins; 0: none has gone */
    bool partly; /* some of it is not there */
};

void again_prepare(struct arena *arena, struct source *source)
{
    if (source->bytes.length < AT_ONCE)
        return;
    source->again = arena_allocate(arena, sizeof *source->again);
    *source->again =
        (struct source_again){.arena = arena, .source = source, .hash = text_hash(source->bytes)};
}

bool source_may_go(const struct source *source)
{
    return source->again != NULL;
}

void source_let_go(const struct source *source, struct span span)
{
    struct source_again *again = source->again;
    if (again == NULL)
        return;
    size_t end = span.end - source->base;
    if (again->gone == 0)
        again->gone = span.begin - source->base;
    if (end < again->gone + AT_ONCE)
        return;
    again->gone +=
        arena_lend(again->arena, (char *)source->bytes.bytes + again->gone, end - again->gone);
    again->partly = true;
}

bool source_bring_back(const struct source *source, struct span place)
{
    struct source_again *again = source->again;
    struct text bytes;
    bool large;
    if (again == NULL || !again->partly || place.begin - source->base >= again->gone)
        return true;
    if (file_read(again->arena, source->name.bytes, &bytes, &large) || large)
        return false;
    if (text_starts_with(bytes, TEXT("\xef\xbb\xbf")))
        bytes = text_slice(bytes, 3, bytes.length - 3);
    if (bytes.length != source->bytes.length || text_hash(bytes) != again->hash)
        return false;
    again->source->bytes = bytes; /* texts that were not let go of stay where they were */
    again->partly = false;
    return true;
}
