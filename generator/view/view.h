/*
 * The view: everything that templates and `problemc view` can see of a registry.
 * templates/README.md lists its names.
 */
#ifndef PROBLEMC_VIEW_VIEW_H
#define PROBLEMC_VIEW_VIEW_H

#include "registry.h"
#include "tables/image.h"
#include "view/value.h"

/* The registry must have passed the checks. */
struct value *view_create(const struct registry *registry, const struct image *image,
                          struct arena *arena);

/* The view that from.h and from.c see: the root with one of its `sources` as `source`. */
const struct value *view_with_source(const struct value *root, const struct value *source,
                                     struct arena *arena);

/* ---------------------------------------------------------------- its parts, in files of their own
 */

struct view {
    struct arena *arena;
    const struct registry *registry;
    const struct image *image;
    struct text lower, upper; /* prefixes of C names */
    struct value *signatures; /* of raises, as they are found */
    struct value *setters;
    struct map signature_numbers, setter_numbers; /* C types -> number */
};

/* view/member.c */
struct value *view_members(struct view *view, const struct members *members);
struct value *view_shape(struct view *view, const struct shape *shape);

/* view/code.c: what the C header and source need beyond the model */
void view_problem_code(struct view *view, const struct problem_type *problem, struct value *map);
void view_registry_code(struct view *view, struct value *map);
struct value *view_rules(struct view *view);

/* view/classify.c */
struct value *view_sources(struct view *view);

/* view/lookup.c: what the C of a source needs beyond its rows */
enum source_kind {
    SOURCE_ENUM,
    SOURCE_MACROS,
    SOURCE_NUMBERS,
    SOURCE_STATES,
};

/* A source, and what its codes become by number: 0 what has no row, 1 what is ignored if anything
 * is, then each problem that rows name. */
struct classified {
    const struct classifier *classifier;
    enum source_kind kind;
    bool ignores;
    const struct problem_type **targets;
    size_t count;
    struct map numbers; /* problem's code -> number */
};

/* The number of what a code becomes, and of a problem that rows name. */
size_t classified_outcome(const struct classified *classified, const struct mapped_code *mapped);
size_t classified_number(const struct classified *classified, const struct problem_type *target);
void view_lookup(struct view *view, const struct classified *classified, struct value *map);

/* Shorthands: a text field that is absent where it was not written, and names. */
struct value *view_string(struct view *view, struct string string);
struct value *view_word(struct view *view, const char *word); /* an identifier */

#endif
