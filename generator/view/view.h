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

/* Shorthands: a text field that is absent where it was not written, and names. */
struct value *view_string(struct view *view, struct string string);
struct value *view_word(struct view *view, const char *word); /* an identifier */

#endif
