/*
 * Field errors inside struct problem: records that are packed from the back of `values`, the oldest
 * last. A record is
 *
 *     u16 rule, u8 kind of place, u8 length of place, the place,
 *     for each put: u8 ordinal, its value; or u8 ordinal | PROBLEM_MISFIT alone,
 *     u16 length of the whole record
 *
 * so that a walk from the back meets the oldest first. While one is being added it grows behind the
 * members; `open_rule` is its rule + 1.
 */
#ifndef PROBLEM_VIOLATION_H
#define PROBLEM_VIOLATION_H

#include "scope.h"

enum {
    PROBLEM_VIOLATION_PLACE = 4,   /* where the place begins */
    PROBLEM_VIOLATION_TRAILER = 2, /* bytes of the length at the end */
    PROBLEM_VIOLATION_MIN = PROBLEM_VIOLATION_PLACE + PROBLEM_VIOLATION_TRAILER,
    PROBLEM_MISFIT = 0x80,            /* marks an ordinal whose value did not fit */
    PROBLEM_RULE_REFUSED = UINT16_MAX /* open_rule: takes puts and comes to nothing */
};

/* Makes `problem` one of `registry`'s, unless another registry's problem has been raised; ends what
 * was being added. */
bool problem_adopt(struct problem *problem, const struct problem_registry *registry);

/* The field error being added: a writer at its end, and its new end. */
struct writer problem_open_writer(struct problem *problem);
void problem_open_advance(struct problem *problem, const struct writer *writer);

/* A record, and where it begins and ends. */
struct stored_violation {
    const unsigned char *begin, *end;
};

/* The records, oldest first: start with *position = 0. */
static inline bool next_stored_violation(const struct problem *problem, size_t *position,
                                         struct stored_violation *stored)
{
    if (*position >= problem->violations_used)
        return false;
    stored->end = problem->values + sizeof problem->values - *position;
    size_t length = image_u16(stored->end - PROBLEM_VIOLATION_TRAILER);
    stored->begin = stored->end - length;
    *position += length;
    return true;
}

static inline uint32_t stored_rule(struct stored_violation stored)
{
    return image_u16(stored.begin);
}

static inline enum problem_where_kind stored_kind(struct stored_violation stored)
{
    return (enum problem_where_kind)stored.begin[2];
}

static inline struct image_text stored_place(struct stored_violation stored)
{
    struct image_text place = {(const char *)stored.begin + PROBLEM_VIOLATION_PLACE,
                               stored.begin[3]};
    return place;
}

static inline const unsigned char *behind_value(const unsigned char *image,
                                                const unsigned char *shape, const unsigned char *at)
{
    struct problem_value value;
    if (is_stored_text(shape))
        return behind_stored_text(at);
    return problem_read_value(image, (uint32_t)(shape - image), at, &value);
}

/* A field error's members; `offsets` is where the scope keeps its own. */
static inline void read_stored_scope(const unsigned char *image, struct stored_violation stored,
                                     struct scope *scope, uint16_t offsets[PROBLEM_MEMBERS_MAX])
{
    const unsigned char *begin = stored.begin;
    const unsigned char *rule = image_rule(image, stored_rule(stored));
    const unsigned char *at = begin + PROBLEM_VIOLATION_PLACE + stored_place(stored).length;
    scope->image = image;
    scope->record = rule;
    scope->members = rule + PROBLEM_RULE_MEMBERS;
    scope->count = rule[PROBLEM_RULE_MEMBER_COUNT];
    scope->present = 0;
    scope->misfit = 0;
    scope->values = begin;
    scope->offsets = offsets;
    while (at < stored.end - PROBLEM_VIOLATION_TRAILER) {
        unsigned ordinal = *at & ~(unsigned)PROBLEM_MISFIT;
        uint64_t bit = (uint64_t)1 << ordinal;
        bool fits = (*at++ & PROBLEM_MISFIT) == 0;
        /* A member may have been put more than once: the last one counts. */
        scope->present = fits ? scope->present | bit : scope->present & ~bit;
        scope->misfit = fits ? scope->misfit & ~bit : scope->misfit | bit;
        if (fits) {
            offsets[ordinal] = (uint16_t)(at - begin);
            at = behind_value(image, scope_shape(scope, ordinal), at);
        }
    }
}

/* All of the field errors, oldest first, whoever may see them: start with *position = 0. */
bool problem_walk_violations(const struct problem *problem, size_t *position,
                             struct problem_violation *violation);

/* The index of a field error's rule. */
uint32_t problem_violation_rule(const struct problem_violation *violation);

/* The same of one that has been read. */
struct scope problem_violation_scope(const struct problem *problem,
                                     const struct problem_violation *violation,
                                     uint16_t offsets[PROBLEM_MEMBERS_MAX]);

#endif
