#include "yaml/piece.h"

#include "yaml/reader.h"
#include "yaml/tree.h"
#include "yaml/written.h"

#include <string.h>

/* False: there is no room. */
static bool add_event(struct piece *piece, const struct event *event)
{
    size_t length = event->written ? 0 : event->value.length;
    if (piece->count == PIECE_EVENTS || length > PIECE_TEXTS - piece->used)
        return false;
    struct event *added = &piece->events[piece->count++];
    *added = *event;
    if (length > 0) {
        added->value.bytes = memcpy(piece->texts + piece->used, event->value.bytes, length);
        piece->used += length;
    }
    return true;
}

/* Whether a collection's entries are indented so far. */
static bool is_indented(const struct source *source, const struct event *start, size_t indentation)
{
    return !start->properties && start->begin - line_begin(source, start->begin) == indentation;
}

/* All events of the piece, unless there are some that only one parser should see: directives, which
 * also hold for what follows, and more depth than a tree has. `*open`: the last value of the
 * outermost mapping is one that pieces may go on with. */
static bool parse_events(struct reader *reader, struct piece *piece, size_t indentation, bool *open)
{
    enum { OUTER = 2 }; /* collections around an entry */
    const size_t indentations[OUTER] = {0, indentation};
    bool fits[OUTER] = {true, true};
    size_t depth = piece->begin > 0 ? OUTER : 0;
    struct event event;
    do {
        if (!reader_next(reader, &event) || !add_event(piece, &event) || event.directives ||
            depth > TREE_DEPTH_MAX)
            return false;
        switch (event.type) {
        case YAML_MAPPING_START_EVENT:
        case YAML_SEQUENCE_START_EVENT:
            if (depth < OUTER)
                fits[depth] = is_indented(reader->source, &event, indentations[depth]);
            depth++;
            break;
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            depth--;
            break;
        default:
            break;
        }
    } while (event.type != YAML_STREAM_END_EVENT);
    *open = fits[0] && fits[1];
    return true;
}

/*
 * Whether nothing but the end of the piece closes the outermost mapping and its last one; takes
 * these events away. What is written to end something is as long as it is. A value that is not
 * there may stand where the piece ends: where that is, what follows would say.
 */
static bool open_again(struct piece *piece)
{
    enum { CLOSING_EVENTS = 4 }; /* of two mappings, the document and the stream */
    static const yaml_event_type_t closing[CLOSING_EVENTS] = {
        YAML_MAPPING_END_EVENT, YAML_MAPPING_END_EVENT, YAML_DOCUMENT_END_EVENT,
        YAML_STREAM_END_EVENT};
    if (piece->count < CLOSING_EVENTS)
        return false;
    piece->count -= CLOSING_EVENTS;
    for (size_t i = 0; i < CLOSING_EVENTS; i++) {
        const struct event *event = &piece->events[piece->count + i];
        if (event->type != closing[i] || event->begin != event->end)
            return false;
    }
    for (size_t i = piece->count; i > 0 && piece->events[i - 1].begin == piece->end; i--)
        if (piece->events[i - 1].type == YAML_SCALAR_EVENT)
            return false;
    return true;
}

void piece_parse(struct piece *piece, const struct source *source, size_t indentation)
{
    bool last = piece->end == source->bytes.length, open;
    struct reader reader;
    piece->good = false;
    piece->count = piece->used = 0;
    if (piece->end - piece->begin > PIECE_TEXTS || /* which no cut was found in */
        !reader_begin(&reader, source, piece->begin, piece->end))
        return;
    piece->good =
        parse_events(&reader, piece, indentation, &open) && (last || (open && open_again(piece)));
    reader_end(&reader);
}
