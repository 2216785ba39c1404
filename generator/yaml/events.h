/*
 * libyaml's events of a source, in order: from one parser, or from pieces.
 */
#ifndef PROBLEMC_YAML_EVENTS_H
#define PROBLEMC_YAML_EVENTS_H

#include "yaml/pieces.h"

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
