/*
 * The first byte says how large pieces are, the rest is YAML. Its events must be the same in pieces
 * as from one parser, for whatever is cut where; after an error both end, if not at the same event.
 */
#include "fuzz.h"
#include "source/diagnostic.h"
#include "yaml/events.h"

#include <stdlib.h>

struct all {
    struct event *events;
    size_t count;
    bool complete;
};

/* The events with their values, from the arena. */
static struct all read_all(const struct source *source, struct pieces_plan plan,
                           struct arena *arena)
{
    struct all all = {NULL, 0, false};
    struct events *events = events_begin(source, plan, arena);
    const struct event *event;
    while (!all.complete && (event = events_next(events)) != NULL) {
        struct event *copy = arena_push(arena, &all.events, all.count++, sizeof *all.events);
        *copy = *event;
        copy->value = arena_copy(arena, event->value);
        all.complete = event->type == YAML_STREAM_END_EVENT;
    }
    events_end(events);
    return all;
}

static void expect_same(const struct event *a, const struct event *b)
{
    FUZZ_EXPECT(a->type == b->type && a->style == b->style && a->flow == b->flow);
    FUZZ_EXPECT(a->properties == b->properties && a->directives == b->directives);
    FUZZ_EXPECT(a->written == b->written && text_equal(a->value, b->value));
    bool ends = a->type == YAML_MAPPING_END_EVENT || a->type == YAML_SEQUENCE_END_EVENT;
    if (ends && (a->begin == a->end || b->begin == b->end)) /* where what follows them begins */
        return;
    FUZZ_EXPECT(a->begin == b->begin && a->end == b->end);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_create(abort);
    struct fuzz_input input = {bytes, length};
    const size_t piece = 1 + (size_t)fuzz_byte(&input);
    struct sources *sources = sources_create(arena);
    struct text yaml = {(const char *)input.bytes, input.length};
    const struct source *source;
    if (source_add(sources, "x.yaml", yaml, diagnostics_create(arena, sources), &source) ==
        SOURCE_OK) {
        struct all whole = read_all(source, PIECES_NONE, arena);
        struct all pieces = read_all(source, (struct pieces_plan){piece, 0}, arena);
        FUZZ_EXPECT(whole.complete == pieces.complete);
        FUZZ_EXPECT(!whole.complete || whole.count == pieces.count);
        for (size_t i = 0; i < whole.count && i < pieces.count; i++)
            expect_same(&whole.events[i], &pieces.events[i]);
    }
    arena_destroy(arena);
    return 0;
}
