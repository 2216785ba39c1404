/*
 * A large source in pieces, which several threads parse at the same time, that of the caller among
 * them. Pieces begin where cut.h finds an entry of a mapping of the outermost one, such as a
 * problem. All functions are for one thread, the caller's.
 */
#ifndef PROBLEMC_YAML_PIECES_H
#define PROBLEMC_YAML_PIECES_H

#include "yaml/piece.h"

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
