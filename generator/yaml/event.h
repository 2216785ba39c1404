/*
 * One of libyaml's events, with places in the source's bytes.
 */
#ifndef PROBLEMC_YAML_EVENT_H
#define PROBLEMC_YAML_EVENT_H

#include <yaml.h>

#include "source/source.h"

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

#endif
