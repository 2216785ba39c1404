/*
 * The view: everything that templates and `problemc view` can see of a registry.
 * templates/README.md lists its names.
 *
 * What there is one of for each problem or member is made when it is asked for, so that the view
 * takes no memory for them; the rest is there.
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

/* A parameter of a C function. */
struct parameter {
    const struct member *member;
    struct text owner;          /* the code or rule it is of; empty: every problem's */
    unsigned position, ordinal; /* in the call, from 1; in the tables */
};

/* A function that sets an optional member. */
struct setter {
    const struct problem_type *problem; /* NULL: of every problem */
    struct parameter parameter;
};

/* All raises, or setters, that take arguments of the same C types. */
struct signature {
    int64_t number;
    const struct problem_type *problem; /* the first raise that has it; NULL: of a setter */
    struct parameter parameter;         /* of the setter */
};

struct signatures {
    struct signature *items; /* as they are found */
    size_t count;
    struct map numbers; /* C types -> number */
};

struct view {
    struct value_maker maker; /* first: it is what getters are given */
    struct arena *arena;
    const struct registry *registry;
    struct image image;
    struct text lower, upper; /* prefixes of C names */
    uint32_t *raise_numbers;  /* signatures, by problem */
    struct signatures raises, setters;
};

static inline struct view *view_of(struct value_maker *maker)
{
    return (struct view *)maker;
}

/* view/field.c: getters that serve many fields, by what is at the offset */
struct value view_written(struct value_maker *maker, const void *of,
                          size_t offset); /* struct string; absent where it was not */
struct value view_text(struct value_maker *maker, const void *of, size_t offset); /* the same */
struct value view_name(struct value_maker *maker, const void *of,
                       size_t offset); /* as identifier */
struct value view_number(struct value_maker *maker, const void *of,
                         size_t offset); /* struct integer */
struct value view_number_written(struct value_maker *maker, const void *of,
                                 size_t offset); /* struct integer; absent where it was not */
struct value view_boolean(struct value_maker *maker, const void *of,
                          size_t offset); /* struct boolean */
struct value view_texts(struct value_maker *maker, const void *of,
                        size_t offset); /* struct strings */

/* view/problem.c */
extern const struct value_class view_problem_class; /* struct problem_type */

/* view/member.c */
struct value view_members(struct value_maker *maker, const void *of,
                          size_t offset); /* struct members */

/* view/parameter.c: what C takes for members */
void view_find_signatures(struct view *view);
struct value view_parameters(struct value_maker *maker, const struct problem_type *problem);
struct value view_setters(struct value_maker *maker, const struct problem_type *problem);
struct value view_signatures(struct value_maker *maker, const struct signatures *signatures);
struct value view_rule_parameters(struct value_maker *maker, const struct rule *rule);

/* view/code.c: what the C header and source need beyond the model */
void view_registry_code(struct view *view, struct value *map);
struct value view_rules(struct view *view);

/* view/tables.c: the image as C's character arrays */
struct value *view_tables(struct view *view);

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
