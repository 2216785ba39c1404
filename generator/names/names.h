/*
 * The C identifiers that a registry becomes. Generated code, the reference and the check for
 * collisions ask here, so that a name is made in one place.
 */
#ifndef PROBLEMC_NAMES_NAMES_H
#define PROBLEMC_NAMES_NAMES_H

#include "registry.h"

/*
 * payment-failed, payment_failed, paymentFailed, PAYMENT_FAILED -> payment_failed. What no
 * identifier has stands between words; a name of nothing else is spelled out: ">" -> x3e.
 */
struct text lower_name(struct arena *arena, struct text name);

/* ... -> PAYMENT_FAILED */
struct text upper_name(struct arena *arena, struct text name);

struct c_names {
    struct text lower; /* payments */
    struct text upper; /* PAYMENTS */
};

struct c_names c_names_of(struct arena *arena, const struct registry *registry);

/* PAYMENTS_INSUFFICIENT_FUNDS */
struct text problem_constant(struct arena *arena, const struct registry *registry,
                             const struct problem_type *problem);

/*
 * The C enum of an enum member's values, without prefix and in lower case: its named type's name,
 * or code and member. `problem` is NULL for a member of the registry itself; for a rule's member
 * `owner` is the rule's name.
 */
struct text enum_name(struct arena *arena, struct text owner, const struct member *member);

/* PAYMENTS_<enum name>_<value> */
struct text enum_constant(struct arena *arena, const struct registry *registry,
                          struct text enum_name, const struct enum_value *value);

/* Every enum of members' values once: its name (enum_name) and the shape with its values, in a
 * fixed order. */
typedef void enum_found(void *context, struct text name, const struct shape *shape);
void names_each_enum(struct arena *arena, const struct registry *registry, enum_found *found,
                     void *context);

/* A name that generated code declares, which is gone when this returns, what it stands for, and
 * where that was written (nowhere: every header has it). */
typedef void name_found(void *context, struct text name, const char *what, struct span origin);

/* Every name, in a fixed order. */
void names_each(struct arena *arena, const struct registry *registry, name_found *found,
                void *context);

#endif
