/*
 * cases.h - the cases that every problem of a registry is tried with: what `problemc view` tells of
 * its members decides the values.
 */
#ifndef CASES_H
#define CASES_H

#include "every.h"

#include <cjson/cJSON.h>

enum { CASE_VIOLATIONS_MAX = 300 };

struct case_violation {
    const char *place; /* as problemc render takes it: /pointer, ?query, {path} or Header: */
    const struct every_rule *rule;
    struct every_arguments values;
};

struct every_case {
    const char *name; /* what is special about it */
    const struct every_problem *problem;
    struct every_arguments values;
    struct every_arguments left_out; /* "member=" of those without a value */
    size_t violation_count;
    struct case_violation violations[CASE_VIOLATIONS_MAX];
    size_t violations_sent; /* of them, by the registry's maximum */
};

/*
 * Calls `take` with each case of each problem. A case is valid during the call alone. Ends the
 * program when the file is not the view of the registry that the program is linked with.
 */
void cases_each(const char *view_path, void (*take)(const struct every_case *, void *context),
                void *context);

/* Raises a case's problem as a service would. Returns what the raise returned. */
uint32_t case_raise(const struct every_case *the_case, struct problem *problem);

/* A value for a member of the view: the longest, as often as a list takes it; or the examples,
 * where there are any. The texts stay as long as the case, or to the next one. */
void case_push_member(struct every_arguments *arguments, const cJSON *member, bool as_example);

#endif
