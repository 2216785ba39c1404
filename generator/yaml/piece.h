/*
 * A piece of a source that is parsed by itself, as if it followed the entries before it. That it
 * does is known when the piece before it has been parsed: that one is good, which it is where it
 * ends with an entry, and with nothing open but what is around each.
 */
#ifndef PROBLEMC_YAML_PIECE_H
#define PROBLEMC_YAML_PIECE_H

#include "yaml/event.h"

enum {
    PIECE_EVENTS = 8192,     /* at most */
    PIECE_TEXTS = 64 * 1024, /* bytes of those values that are no slices of the source */
};

struct piece {
    size_t begin, end;                 /* in the source */
    bool good;                         /* else neither it nor what follows can be had in pieces */
    size_t count, used;                /* of what follows */
    struct event events[PIECE_EVENTS]; /* without those that only the piece's end made */
    char texts[PIECE_TEXTS];
};

/* All but `begin` and `end`, which are given. `indentation`: of the entries at which pieces begin.
 * May run in any thread; the source must not change meanwhile. */
void piece_parse(struct piece *piece, const struct source *source, size_t indentation);

#endif
