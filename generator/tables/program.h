/*
 * Programs (problem_tables.h, enum problem_step): what the runtime walks to write a body, a
 * header's value or a field error's text.
 */
#ifndef PROBLEMC_TABLES_PROGRAM_H
#define PROBLEMC_TABLES_PROGRAM_H

#include "problem_tables.h"
#include "tables/emit.h"
#include "tables/ordinals.h"

/* Steps or pieces, and how long their literals are. */
struct step_list {
    struct buffer steps, lengths;
    unsigned count;
    size_t longest; /* of the lengths */
};

/* A program being written. Literal text gathers in `pending` until a step carries it. */
struct program {
    struct step_list steps, pieces;
    struct buffer literals, pending;
    const struct shape *shapes[PROBLEM_MEMBERS_MAX]; /* by ordinal, of members that steps name */
    enum problem_opening opening;                    /* of a body */
    bool closes;                                     /* a brace comes behind it */
    unsigned length_bytes;                           /* once it is ended: PROBLEM_FORM_LENGTHS */
};

struct program program_create(struct arena *arena);

/* A step that carries what is pending. Longer literals than a step holds are split. */
void program_step(struct program *program, enum problem_step_kind kind, unsigned argument);
void program_member(struct program *program, enum problem_step_kind kind, unsigned ordinal,
                    const struct shape *shape); /* a TEXT or a MEMBER */
void program_flush(struct program *program);    /* as a LITERAL, where anything is pending */

void program_detail(struct program *program,
                    struct text opening); /* a DETAIL; its length comes with program_detail_end */
void program_detail_end(struct program *program, unsigned detail);

/* Ends it: what comes of its steps. Returns the offset of its form. */
uint32_t emit_form(struct emitter *emitter, struct program *program);

/* Appends its text, once it is ended. */
void add_program_text(struct buffer *out, const struct program *program);

/* Ends it; a program that stands by itself, for emit_block. */
struct text program_bytes(struct emitter *emitter, struct program *program);

/* The same with its pieces alone, for where nothing may be missing. */
struct text program_piece_bytes(struct emitter *emitter, struct program *program);

/*
 * Appends a text with placeholders. `json`: escaped as the inside of a JSON string. `ordinals`
 * numbers the members; NULL: by position in `members`, a rule's.
 */
void program_message(struct program *program, struct arena *arena, const struct message *message,
                     bool json, const struct ordinals *ordinals, const struct members *members,
                     struct text code);

/* The members it names, as bits by ordinal: all, and those without which there is no text. */
void message_masks(const struct message *message, const struct ordinals *ordinals, uint64_t *names,
                   uint64_t *needs);

#endif
