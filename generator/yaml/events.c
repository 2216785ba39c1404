#include "yaml/events.h"

#include "yaml/memory.h"
#include "yaml/reader.h"

struct events {
    struct arena *arena;
    const struct source *source;
    struct pieces *pieces;          /* NULL: the reader has the rest */
    const struct event *next, *end; /* of a piece */
    struct reader reader;
    struct event event; /* the reader's */
};

static void begin_reader(struct events *events, size_t at)
{
    if (!reader_begin(&events->reader, events->source, at, events->source->bytes.length))
        arena_exhausted(events->arena);
}

struct events *events_begin(const struct source *source, struct pieces_plan plan,
                            struct arena *arena)
{
    struct events *events = arena_allocate(arena, sizeof *events);
    *events = (struct events){
        .arena = arena, .source = source, .pieces = pieces_begin(source, plan, arena)};
    if (events->pieces == NULL)
        begin_reader(events, 0);
    return events;
}

/* To the next piece with events. What is not good as a piece is for the reader, with all that
 * follows. */
static void change_piece(struct events *events)
{
    while (events->pieces && events->next == events->end) {
        const struct piece *piece = pieces_next(events->pieces);
        events->next = piece->events;
        events->end = piece->events + piece->count;
        if (piece->good)
            continue;
        size_t begin = piece->begin;
        pieces_end(events->pieces);
        events->pieces = NULL;
        begin_reader(events, begin);
    }
}

const struct event *events_next(struct events *events)
{
    if (events->pieces && events->next == events->end)
        change_piece(events);
    if (events->pieces)
        return events->next++;
    if (reader_next(&events->reader, &events->event))
        return &events->event;
    if (events->reader.parser.error == YAML_MEMORY_ERROR)
        arena_exhausted(events->arena);
    return NULL;
}

struct events_failure events_failure(struct events *events)
{
    struct reader *reader = &events->reader;
    const yaml_parser_t *parser = &reader->parser;
    return (struct events_failure){
        .problem = parser->problem,
        .context_words = parser->context,
        .at = parser->error == YAML_READER_ERROR
                  ? parser->problem_offset
                  : cursor_at(&reader->cursor, reader->source, &parser->problem_mark),
        .context =
            parser->context ? cursor_at(&reader->cursor, reader->source, &parser->context_mark) : 0,
    };
}

void events_end(struct events *events)
{
    if (events->pieces)
        pieces_end(events->pieces);
    else
        reader_end(&events->reader);
    memory_release();
}
