/*
 * One of libyaml's parsers, over a source or over a part of it.
 */
#ifndef PROBLEMC_YAML_READER_H
#define PROBLEMC_YAML_READER_H

#include "yaml/event.h"
#include "yaml/mark.h"

struct reader {
    const struct source *source;
    struct text opening;  /* stands before the part; what of it the parser does not have yet */
    struct text rest;     /* of the part, likewise */
    struct cursor cursor; /* at the mark that was asked for last */
    bool opened;          /* the opening has been read */
    yaml_parser_t parser;
    yaml_event_t event; /* that `value` may point into */
};

/*
 * Of bytes [begin, end). Where they do not begin the source, they are read as more entries of a
 * mapping that is the value of an outermost key, and `begin` is that of the line of the first; the
 * events begin with that entry. The reader must stay where it is. False: there is no memory.
 */
bool reader_begin(struct reader *reader, const struct source *source, size_t begin, size_t end);

/* The next event; its value is valid until another is asked for. False: there was an error, or the
 * part does not begin with such an entry. */
bool reader_next(struct reader *reader, struct event *event);

void reader_end(struct reader *reader);

#endif
