/*
 * The order in which generated code passes members to the runtime.
 *
 * Members with values are numbered: first the registry's own (the same numbers in every problem),
 * then the problem's required ones in order of declaration (the arguments of its raise), then its
 * optional ones. Constants have no number.
 */
#ifndef PROBLEMC_TABLES_ORDINALS_H
#define PROBLEMC_TABLES_ORDINALS_H

#include "problem.h"
#include "registry.h"

struct ordinals {
    const struct member *members[PROBLEM_MEMBERS_MAX];
    unsigned first_required; /* = how many the registry has */
    unsigned first_optional;
    unsigned count;
};

/* False when there are more members than PROBLEM_MEMBERS_MAX; the rest is left out. */
bool ordinals_of(const struct registry *registry, const struct problem_type *problem,
                 struct ordinals *ordinals);

/* The member's number; it must be among them. */
unsigned ordinal_of(const struct ordinals *ordinals, const struct member *member);

#endif
