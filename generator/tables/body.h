/*
 * The body of a problem as a program, and what the bodies of a registry have in common.
 */
#ifndef PROBLEMC_TABLES_BODY_H
#define PROBLEMC_TABLES_BODY_H

#include "tables/program.h"

struct common common_of(struct arena *arena, const struct registry *registry);

/* The whole body of a problem, ended. Returns the offset of its form. */
uint32_t emit_body(struct emitter *emitter, const struct problem_type *problem,
                   const struct ordinals *ordinals, struct program *body);

/* Appends what a problem's record has of it, behind the profile: with code and title. */
void add_body(struct buffer *out, const struct problem_type *problem, const struct program *body);

#endif
