/*
 * Whether all texts of one pattern are texts of another: both automata are walked side by side,
 * over every pair of states that some text leads to.
 */
#include "pattern/pattern.h"
#include "problem_tables.h"

enum {
    STATES_MAX = 256,
    BYTES = 128, /* others refuse */
};

struct walk {
    const unsigned char *inner, *outer;
    unsigned char (*seen)[STATES_MAX]; /* by state of inner, state of outer */
    struct {
        unsigned char inner, outer;
    } * pairs; /* to be looked at */
    size_t count;
};

static unsigned char next(const unsigned char *automaton, unsigned char state, unsigned byte)
{
    size_t states = automaton[PROBLEM_PATTERN_STATES], classes = automaton[PROBLEM_PATTERN_CLASSES];
    const unsigned char *table = automaton + PROBLEM_PATTERN_ACCEPTS + states;
    return table[state * classes + automaton[PROBLEM_PATTERN_MAP + byte]];
}

static bool accepts(const unsigned char *automaton, unsigned char state)
{
    return automaton[PROBLEM_PATTERN_ACCEPTS + state] != 0;
}

static void reach(struct walk *walk, unsigned char inner, unsigned char outer)
{
    if (inner == 0 || walk->seen[inner][outer]) /* state 0 refuses whatever follows */
        return;
    walk->seen[inner][outer] = 1;
    walk->pairs[walk->count].inner = inner;
    walk->pairs[walk->count++].outer = outer;
}

bool pattern_within(struct text inner, struct text outer, struct arena *arena)
{
    struct walk walk = {
        .inner = (const unsigned char *)inner.bytes,
        .outer = (const unsigned char *)outer.bytes,
        .seen = arena_array(arena, STATES_MAX, sizeof *walk.seen),
        .pairs = arena_array(arena, STATES_MAX * STATES_MAX, sizeof *walk.pairs),
    };
    reach(&walk, 1, 1);
    while (walk.count) {
        unsigned char from = walk.pairs[--walk.count].inner, other = walk.pairs[walk.count].outer;
        if (accepts(walk.inner, from) && !accepts(walk.outer, other))
            return false;
        for (unsigned byte = 0; byte < BYTES; byte++)
            reach(&walk, next(walk.inner, from, byte), next(walk.outer, other, byte));
    }
    return true;
}
