/*
 * libyaml's events of a source, in order, with places in its bytes.
 */
#ifndef PROBLEMC_YAML_EVENTS_H
#define PROBLEMC_YAML_EVENTS_H

#include <yaml.h>

#include "yaml/pieces.h"

/* What registries can have of an event. */
struct event {
    uint8_t type;        /* yaml_event_type_t */
    uint8_t style;       /* of a scalar: yaml_scalar_style_t */
    bool flow;           /* a collection in braces or brackets */
    bool properties;     /* it has an anchor or a tag */
    bool directives;     /* a document's, of tags */
    bool written;        /* the value is a slice of the source */
    uint32_t begin, end; /* in the source; a scalar's end is before white space */
    struct text value;   /* of a scalar */
};

/* Where libyaml's grammar broke, and in which words it says so. */
struct events_failure {
    const char *problem, *context_words; /* NULL: it has none */
    size_t at, context;                  /* `context` only where there are words */
};

struct events;

/* In pieces, an error has no failure to ask for. `arena` lends memory until events_end. */
struct events *events_begin(const struct source *source, struct pieces_plan plan,
                            struct arena *arena);

/* The next one, which stays until another is asked for; NULL: there was an error. Not called after
 * that, nor after the stream's end. */
const struct event *events_next(struct events *events);

/* What the error was; texts are the parser's. */
struct events_failure events_failure(struct events *events);

void events_end(struct events *events); /* wherever it is */

#endif
