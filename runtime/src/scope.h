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
    const unsigned char *record;  /* the problem's or the rule's: names stand before it */
    const unsigned char *members; /* their entries, by ordinal */
    unsigned count;
    uint64_t present, misfit; /* sets of ordinals */
    const unsigned char *values;
    const uint16_t *offsets; /* into `values`, by ordinal */
};

/* What callers get of an occurrence. */
struct sent {
    const unsigned char *record, *profile;
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

static inline struct image_text scope_name(const struct scope *scope, unsigned entry)
{
    return member_name(scope->image, scope->record, entry);
}

static inline const unsigned char *scope_shape(const struct scope *scope, unsigned ordinal)
{
    return scope->image + image_shape(scope_member(scope, ordinal));
}

/* Where the value of a member that the scope has is stored. */
static inline const unsigned char *scope_value(const struct scope *scope, unsigned ordinal)
{
    return scope->values + scope->offsets[ordinal];
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
static inline const unsigned char *problem_record_of(const struct problem *problem)
{
    const unsigned char *image = image_of(problem->registry);
    uint32_t index =
        problem->raised != 0 ? problem->raised - 1 : image_u32(image + PROBLEM_HEAD_FALLBACK);
    return image_record(image, index);
}

/* The members of `record` with the values of `problem` for those in `visible`. */
static inline struct scope problem_scope(const struct problem *problem, const unsigned char *record,
                                         uint64_t visible)
{
    const unsigned char *image = image_of(problem->registry);
    const unsigned char *profile = record_profile(image, record);
    struct scope scope = {
        .image = image,
        .record = record,
        .members = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS),
        .count = profile[PROBLEM_PROFILE_MEMBER_COUNT],
        .present = problem->present & visible,
        .misfit = problem->misfit & visible,
        .values = problem->values,
        .offsets = problem->offsets,
    };
    return scope;
}

/* What a service that answers with `registry` sends for `problem`, which may be NULL. */
static inline struct sent problem_sent_by(const struct problem_registry *registry,
                                          const struct problem *problem)
{
    const unsigned char *image = image_of(registry);
    struct sent sent;
    if (problem == NULL || problem->registry != registry) {
        sent.record = image_record(image, image_u32(image + PROBLEM_HEAD_FALLBACK));
        sent.profile = record_profile(image, sent.record);
        sent.scope =
            (struct scope){.image = image,
                           .record = sent.record,
                           .members = image + image_u32(sent.profile + PROBLEM_PROFILE_MEMBERS)};
        sent.violations = NULL;
        return sent;
    }
    sent.record = problem_record_of(problem);
    sent.profile = record_profile(image, sent.record);
    uint32_t conceal = problem->raised != 0 ? image_u32(sent.profile + PROBLEM_PROFILE_CONCEAL) : 0;
    if (conceal != 0) {
        sent.record = image_record(image, conceal - 1);
        sent.profile = record_profile(image, sent.record);
    }
    /* Field errors would tell a concealed problem from the one that it answers like. */
    sent.violations = conceal != 0 ? NULL : problem;
    sent.scope =
        problem_scope(problem, sent.record, conceal != 0 ? image_own_members(image) : UINT64_MAX);
    return sent;
}

#endif
