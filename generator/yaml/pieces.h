/*
 * A large source in pieces, which several threads parse at the same time, that of the caller among
 * them. Pieces are cut where an entry of an outermost mapping's mapping begins, such as a problem;
 * each is parsed as if it followed the entries before it, and that it does is known when the piece
 * before it has been parsed: that one ends where such an entry ends, with nothing else open.
 */
#ifndef PROBLEMC_YAML_PIECES_H
#define PROBLEMC_YAML_PIECES_H

#include "source/source.h"

struct event;

struct piece {
    size_t begin, end; /* in the source */
    bool good;         /* else neither it nor what follows can be had in pieces */
    size_t count;
    const struct event *events; /* without those that only its end made */
};

/* What to make of a source. */
struct pieces_plan {
    size_t piece;   /* bytes of one, and on to the next entry; 0: no pieces */
    size_t threads; /* beside the caller's; up to 3 */
};
#define PIECES_NONE ((struct pieces_plan){0, 0})

/* As many threads as there are processors, where the source is worth it. */
struct pieces_plan pieces_plan(const struct source *source);

struct pieces;

/* NULL: there is no plan, or nothing to cut at. `arena` lends memory until pieces_end. */
struct pieces *pieces_begin(const struct source *source, struct pieces_plan plan,
                            struct arena *arena);

/* The next, which stays until another is asked for; NULL: there are no more. Not called after one
 * that is not good. */
const struct piece *pieces_next(struct pieces *pieces);

void pieces_end(struct pieces *pieces); /* wherever it is */

#endif
