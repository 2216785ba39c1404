/*
 * every.h - all problems of one registry, raised through the macros a service calls, with values
 * that come as text. raise.c.mustache makes the calls of a registry, text_values.c reads the
 * values, cases.c makes them up.
 */
#ifndef EVERY_H
#define EVERY_H

#include <problem.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ a registry's calls */

struct every_problem {
    const char *code; /* NULL: the end of the list */
    const char *type;
    uint32_t number;
    int status;
    uint32_t (*raise)(struct problem *problem);
};

struct every_rule {
    const char *name; /* NULL: the end of the list */
    void (*add)(struct problem *problem, struct problem_where where);
};

/* The enums, one after the other: first a row with its type, then one for each value. */
struct every_enumerator {
    const char *type;
    const char *value; /* both NULL: the end of the list */
    int number;
};

struct every_registry {
    const struct problem_registry *registry;
    size_t response_max;
    const struct every_problem *problems;
    const struct every_rule *rules;
    const struct every_enumerator *enumerators;
    void (*set_shared)(struct problem *problem); /* the members that every problem carries */
};

/* The registry that this program is linked with. */
const struct every_registry *every_linked(void);

/* ------------------------------------------------------------------ values as text */

enum { EVERY_ARGUMENTS_MAX = 512 };

/* "member=value", as problemc render takes them; a list has one for each item. */
struct every_arguments {
    const char *items[EVERY_ARGUMENTS_MAX];
    size_t count;
};

/* What the functions below read from now on. */
void every_use(const struct every_arguments *arguments);

/* Whether there is a value for this member. Here and below case, - and _ in names don't matter,
 * since those in C are not those of the registry. */
bool every_given(const char *name);

/* The number of values for this member. */
size_t every_count(const char *name);

/*
 * Writes the value of this member to `value`, which is what C passes it in: c_type, or for a list a
 * pointer to the items, which stay until the next every_use. `put` is the kind of value. Ends the
 * program when the text is none of that kind.
 */
void every_read(const char *put, const char *name, const char *c_type, void *value);

#ifdef __cplusplus
}
#endif

#endif
