/*
 * A scope: the members that a program may name, with their values. One belongs to the problem that
 * is sent, and one to each field error.
 */
#ifndef PROBLEM_SCOPE_H
#define PROBLEM_SCOPE_H

#include "image.h"
#include "value.h"

struct scope {
    const unsigned char *image;
    const unsigned char *members; /* their entries, by ordinal */
    unsigned count;
    uint64_t present, misfit; /* sets of ordinals */
    const unsigned char *values;
    const uint16_t *offsets; /* into `values`, by ordinal */
};

/* What callers get of an occurrence. */
struct sent {
    const unsigned char *record;
    struct scope scope;
    const struct problem *violations; /* whose field errors go with it; NULL: none do */
};

static inline bool scope_has(const struct scope *scope, unsigned ordinal)
{
    return scope->present >> ordinal & 1;
}

static inline const unsigned char *scope_member(const struct scope *scope, unsigned ordinal)
{
    return scope->members + PROBLEM_MEMBER_LENGTH * (size_t)ordinal;
}

/* The value of a member that the scope has. */
static inline void scope_read(const struct scope *scope, unsigned ordinal,
                              struct problem_value *value)
{
    problem_read_value(scope->image, image_shape(scope_member(scope, ordinal)),
                       scope->values + scope->offsets[ordinal], value);
}

/* The record that gives members their shapes: of the raised problem, or of the fallback while only
 * the registry's own members can be set. `problem` has a registry. */
const unsigned char *problem_record_of(const struct problem *problem);

/* The members of `record` with the values of `problem` for those in `visible`. */
struct scope problem_scope(const struct problem *problem, const unsigned char *record,
                           uint64_t visible);

/* What a service that answers with `registry` sends for `problem`, which may be NULL. */
struct sent problem_sent_by(const struct problem_registry *registry, const struct problem *problem);

#endif
