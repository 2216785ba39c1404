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
    uint64_t present; /* sets of ordinals; not side by side as in the problem, where a load of both
                         would wait for the store of one */
    const unsigned char *values;
    const uint16_t *offsets; /* into `values`, by ordinal */
    uint64_t misfit;
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
    if (problem->raised != 0)
        return image + problem->raised;
    return image_record(image, image_u32(image + PROBLEM_HEAD_FALLBACK));
}

/* The members of `record` with the values of `problem` for those in `visible`. Structs like this
 * one are filled in place: a copy of what was stored in other sizes waits for the cache. */
static inline void read_scope(const struct problem *problem, const unsigned char *record,
                              const unsigned char *profile, uint64_t visible, struct scope *scope)
{
    const unsigned char *image = image_of(problem->registry);
    scope->image = image;
    scope->record = record;
    scope->members = image + image_u32(profile + PROBLEM_PROFILE_MEMBERS);
    scope->count = profile[PROBLEM_PROFILE_MEMBER_COUNT];
    scope->present = problem->present & visible;
    scope->misfit = problem->misfit & visible;
    scope->values = problem->values;
    scope->offsets = problem->offsets;
}

static inline struct scope problem_scope(const struct problem *problem, const unsigned char *record,
                                         uint64_t visible)
{
    struct scope scope;
    read_scope(problem, record, record_profile(image_of(problem->registry), record), visible,
               &scope);
    return scope;
}

/* The registry's fallback, without members. */
static inline void read_fallback(const unsigned char *image, struct sent *sent)
{
    const struct scope none = {.image = image};
    sent->record = image_record(image, image_u32(image + PROBLEM_HEAD_FALLBACK));
    sent->profile = record_profile(image, sent->record);
    sent->scope = none;
    sent->scope.record = sent->record;
    sent->scope.members = image + image_u32(sent->profile + PROBLEM_PROFILE_MEMBERS);
    sent->violations = NULL;
}

/* The problem that this one is answered like, whose field errors would tell them apart. */
static inline void read_concealed(const struct problem *problem, uint32_t conceal,
                                  struct sent *sent)
{
    const unsigned char *image = image_of(problem->registry);
    sent->record = image_record(image, conceal - 1);
    sent->profile = record_profile(image, sent->record);
    sent->violations = NULL;
    read_scope(problem, sent->record, sent->profile, image_own_members(image), &sent->scope);
}

/* What a service that answers with `registry` sends for `problem`, which may be NULL. */
static inline void problem_sent_by(const struct problem_registry *registry,
                                   const struct problem *problem, struct sent *sent)
{
    const unsigned char *image = image_of(registry);
    if (problem == NULL || problem->registry != registry) {
        read_fallback(image, sent);
        return;
    }
    sent->record = problem_record_of(problem);
    sent->profile = record_profile(image, sent->record);
    uint32_t conceal =
        problem->raised != 0 ? image_u32(sent->profile + PROBLEM_PROFILE_CONCEAL) : 0;
    if (conceal != 0) {
        read_concealed(problem, conceal, sent);
        return;
    }
    sent->violations = problem;
    read_scope(problem, sent->record, sent->profile, UINT64_MAX, &sent->scope);
}

#endif
