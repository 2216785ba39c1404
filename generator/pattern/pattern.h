/*
 * Compiles an identifier's `pattern` to the automaton that the runtime walks (problem_tables.h,
 * enum problem_pattern), so that matching is linear whatever the pattern.
 *
 * A pattern is what ECMA-262 and JSON Schema take and a text of printable ASCII can be matched by
 * as a whole: ^ and $ around characters, . [a-z] [^a-z] \d \w, escaped punctuation, ( ) and (?: )
 * with |, and the quantifiers * + ? {n} {n,} {n,m} with counts up to 255. It has at most 512 bytes
 * and 32 groups in groups. Two patterns for the same texts give the same automaton, and limits on
 * its size are about the texts, except where making it would take too long (pattern_parts.h).
 */
#ifndef PROBLEMC_PATTERN_PATTERN_H
#define PROBLEMC_PATTERN_PATTERN_H

#include "base/arena.h"

struct pattern_error {
    size_t offset, length; /* where in the pattern */
    struct text message;
    struct text help; /* empty: none */
};

/* True and the automaton's bytes, or false and what is wrong. A pattern that accepts the empty text
 * is wrong, too. */
bool pattern_compile(struct arena *arena, struct text pattern, struct text *automaton,
                     struct pattern_error *error);

/* Whether `outer` accepts every text that `inner` does. Both are compiled. */
bool pattern_within(struct text inner, struct text outer, struct arena *arena);

/* A shortest text that a compiled pattern accepts; empty where no printable one was found. */
struct text pattern_shortest(struct text automaton, struct arena *arena);

#endif
