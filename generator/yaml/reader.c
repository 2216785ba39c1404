/*
 * libyaml reports places as marks that count code points. They are turned into byte offsets by a
 * cursor that walks along, since events come in the order of the file. Its document loader is not
 * used: it is quadratic in the number of anchors and forgets where things stood.
 */
#include "yaml/reader.h"

#include "yaml/written.h"

#include <string.h>

/* A part of a source follows this as it followed `problems:` or the like. */
#define OPENING "x:\n"

/* ---------------------------------------------------------------- what libyaml reads */

static size_t hand_over(struct text *from, unsigned char *to, size_t most)
{
    size_t length = from->length < most ? from->length : most;
    if (length)
        memcpy(to, from->bytes, length);
    *from = text_slice(*from, length, from->length);
    return length;
}

/* A yaml_read_handler_t. */
static int read_more(void *context, unsigned char *to, size_t size, size_t *length)
{
    struct reader *reader = context;
    *length = hand_over(reader->opening.length ? &reader->opening : &reader->rest, to, size);
    return 1;
}

bool reader_begin(struct reader *reader, const struct source *source, size_t begin, size_t end)
{
    const struct text opening = begin > 0 ? TEXT(OPENING) : TEXT("");
    *reader = (struct reader){
        .source = source,
        .opening = opening,
        .rest = text_slice(source->bytes, begin, end - begin),
        .cursor = {opening.length, begin},
        .opened = begin == 0,
    };
    if (!yaml_parser_initialize(&reader->parser))
        return false;
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&reader->parser, read_more, reader);
    return true;
}

void reader_end(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    yaml_parser_delete(&reader->parser);
}

/* ---------------------------------------------------------------- events */

static bool has_properties(const yaml_char_t *anchor, const yaml_char_t *tag)
{
    return anchor != NULL || tag != NULL;
}

/* The value is a slice of the source where it stands there as it is. */
static void describe_scalar(const struct source *source, const yaml_event_t *from,
                            struct event *event)
{
    struct text value = {(const char *)from->data.scalar.value, from->data.scalar.length};
    bool quoted = from->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
                  from->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    struct text slice = text_slice(source->bytes, event->begin + (size_t)quoted, value.length);
    event->style = (uint8_t)from->data.scalar.style;
    event->end = (uint32_t)trimmed(source, event->begin, event->end);
    event->properties = has_properties(from->data.scalar.anchor, from->data.scalar.tag);
    event->written = !event->properties && text_equal(slice, value);
    event->value = event->written ? slice : value;
}

static void describe(struct reader *reader, struct event *event)
{
    const yaml_event_t *from = &reader->event;
    *event = (struct event){
        .type = (uint8_t)from->type,
        .begin = (uint32_t)cursor_at(&reader->cursor, reader->source, &from->start_mark),
        .end = (uint32_t)cursor_at(&reader->cursor, reader->source, &from->end_mark),
    };
    switch (from->type) {
    case YAML_SCALAR_EVENT:
        describe_scalar(reader->source, from, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        event->flow = from->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        event->properties =
            has_properties(from->data.sequence_start.anchor, from->data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        event->flow = from->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        event->properties =
            has_properties(from->data.mapping_start.anchor, from->data.mapping_start.tag);
        break;
    case YAML_DOCUMENT_START_EVENT:
        event->directives = from->data.document_start.tag_directives.start !=
                            from->data.document_start.tag_directives.end;
        break;
    default:
        break;
    }
}

static bool parse(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    return yaml_parser_parse(&reader->parser, &reader->event) != 0;
}

/* The opening's events, and the start of the mapping that the part is in. */
static bool skip_opening(struct reader *reader)
{
    static const yaml_event_type_t types[] = {YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT,
                                              YAML_MAPPING_START_EVENT, YAML_SCALAR_EVENT,
                                              YAML_MAPPING_START_EVENT};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!parse(reader) || reader->event.type != types[i])
            return false;
    return true;
}

bool reader_next(struct reader *reader, struct event *event)
{
    reader->opened = reader->opened || skip_opening(reader);
    if (!reader->opened || !parse(reader))
        return false;
    describe(reader, event);
    return true;
}
