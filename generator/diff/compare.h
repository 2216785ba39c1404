/*
 * Inside the comparison: what its files share. diff.c runs it and collects changes; pairs.c finds
 * which problem was which; registry.c and problem.c compare those, with identity.c for numbers and
 * retired codes, members.c, shape.c and types.c for values, headers.c, field_errors.c, texts.c,
 * sources.c for classify; arguments.c and c_names.c for what C sees.
 */
#ifndef PROBLEMC_DIFF_COMPARE_H
#define PROBLEMC_DIFF_COMPARE_H

#include "diff/diff.h"

/* A problem of the old registry and what it is in the new one. */
struct pair {
    const struct problem_type *old, *new; /* new is NULL: it is gone */
};

/* Who has members of a named type that is in both registries. */
struct type_use {
    const struct shape *old, *new; /* of one of those members; NULL: nobody has one */
    size_t count;
    struct text first; /* "insufficient-funds.balance" */
    bool seen;         /* by callers, somewhere */
};

struct comparison {
    const struct registry *old, *new;
    struct text today;
    struct arena *arena;
    struct diff *diff;
    struct pair *pairs;          /* by index in old->problems */
    const struct pair **pair_of; /* by index in new->problems; NULL: it is new */
    struct type_use *uses;       /* by index in old->types */
};

struct places {
    struct span old, new;
};

/* What changes are about, and who can see it. */
struct subject {
    enum subject_kind kind;
    struct text name, member;
    struct places places; /* where nothing narrower is to be shown */
    bool unseen;          /* by callers: changes of it are changes of the log */
    enum excuse excuse;   /* for what breaks */
    struct text users;    /* of a type */
};

/* ---------------------------------------------------------------- diff.c */

/*
 * Adds a change of rule `id`. What callers can't see counts as `log-changed`, unless C is what
 * changes. Returns it, for a help to be added until the next call.
 */
struct change *change_add(struct comparison *comparison, const char *id,
                          const struct subject *subject, struct places places, const char *format,
                          ...) __attribute__((format(printf, 5, 6)));
void change_help(struct comparison *comparison, struct change *change, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

struct subject subject_of_registry(const struct comparison *comparison);

/* The first that is set; a whole definition is pointed at where a value was not written. */
struct span span_or(struct span span, struct span otherwise);

/* ---------------------------------------------------------------- pairs.c */

void find_pairs(struct comparison *comparison);
bool is_reserved(const struct registry *registry, struct text code);

/* ---------------------------------------------------------------- the registry and its problems */

void compare_registry(struct comparison *comparison);
void compare_problems(struct comparison *comparison);
struct subject subject_of_pair(const struct comparison *comparison, const struct pair *pair);
void compare_identities(struct comparison *comparison); /* ids, numbers, reserved */
void compare_headers(struct comparison *comparison, const struct subject *subject,
                     const struct headers *old, const struct headers *new);
void compare_field_errors(struct comparison *comparison, const struct subject *subject,
                          const struct violations *old, const struct violations *new);
void compare_rules(struct comparison *comparison);
void compare_sources(struct comparison *comparison);

/* ---------------------------------------------------------------- members */

/*
 * Members of a problem, a rule or the registry (`owner` names it to C; empty for the registry).
 * `old_rest` and `new_rest` hold members that it carries besides, or NULL.
 */
struct member_owner {
    const struct subject *subject;
    struct text old_name, new_name;
    const struct members *old, *new;
    const struct members *old_rest, *new_rest;
};

void compare_members(struct comparison *comparison, const struct member_owner *owner);
void compare_shapes(struct comparison *comparison, const struct subject *subject,
                    const struct shape *old, const struct shape *new);
void compare_types(struct comparison *comparison); /* those in use; last of all */

/* Takes note that the two have one named type in common, to be compared there; false: they don't.
 */
bool use_type(struct comparison *comparison, const struct subject *subject, const struct shape *old,
              const struct shape *new);

/* ---------------------------------------------------------------- C */

/* What a raise, or what adds a field error ("raise", "add"), takes; and the setters. */
void compare_arguments(struct comparison *comparison, const struct member_owner *owner,
                       const char *verb);
void compare_setters(struct comparison *comparison, const struct member_owner *owner);
struct text c_type_of(struct comparison *comparison, struct text owner,
                      const struct member *member);

/* The enum of a member of both; that of a type. */
void compare_member_enum(struct comparison *comparison, const struct subject *subject,
                         const struct member_owner *owner, const struct member *old,
                         const struct member *new);
void compare_enums(struct comparison *comparison, const struct subject *subject, struct text name,
                   const struct shape *old, const struct shape *new);

/* "payments_<verb>_<name>"; names begin as those of the old registry, even where that is renamed.
 */
struct text c_function(struct comparison *comparison, const char *verb, struct text name);

/* ---------------------------------------------------------------- texts.c */

/* The keys of one thing that differ, and where the first of them is. */
struct differing {
    struct buffer keys; /* "title and detail" */
    size_t count;
    struct places places;
};

struct differing differing_create(struct comparison *comparison);
void differing_key(struct differing *differing, const char *key, struct string old,
                   struct string new);
void differing_keys(struct differing *differing, const char *key, struct strings old,
                    struct strings new);
void differing_report(struct comparison *comparison, const char *id, const struct subject *subject,
                      struct differing *differing);

void compare_texts(struct comparison *comparison, const struct subject *subject,
                   const struct problem_type *old, const struct problem_type *new);

#endif
