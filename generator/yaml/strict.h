/*
 * What YAML allows and a registry does not, and what YAML bends in silence, found on nodes as they
 * are completed.
 */
#ifndef PROBLEMC_YAML_STRICT_H
#define PROBLEMC_YAML_STRICT_H

#include "yaml/tree.h"

enum {
    STRICT_FINDINGS_MAX = 1000, /* errors in one file, and as many warnings; nobody reads more */
};

struct strict {
    const struct source *source;
    struct arena *arena;
    struct diagnostics *diagnostics;
    size_t errors, warnings;
};

/* Whether there are so many errors that reading on is of no use. */
static inline bool strict_full(const struct strict *strict)
{
    return strict->errors >= STRICT_FINDINGS_MAX;
}

/* An error or warning at bytes [begin, end) of the source. */
struct diagnostic *strict_finding(struct strict *strict, enum severity severity, const char *id,
                                  size_t begin, size_t end, const char *message);

/* Anchors, aliases and tags from `begin` on. Returns where what follows them begins. `flow`: inside
 * { } or [ ]. */
size_t strict_properties(struct strict *strict, size_t begin, bool flow);

/* A directive of tags, from `at` on. */
void strict_directive(struct strict *strict, size_t at);

/* A scalar in the place of a value: is it cut by what looks like a comment, or has it swallowed
 * what looks like a list? */
void strict_value(struct strict *strict, const struct node *scalar, bool flow);

/*
 * A mapping with its entries: keys that are no text, no key or there twice are reported and
 * dropped, and a text that became a mapping or was cut at a comma is made whole again. Not
 * `complete`: a syntax error ended it. `flow_around`: it stands inside { } or [ ].
 */
void strict_mapping(struct strict *strict, struct node *mapping, bool complete, bool flow_around);

#endif
