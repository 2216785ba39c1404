/*
 * Running the programs of an image (problem_tables.h, enum problem_step).
 */
#ifndef PROBLEM_PROGRAM_H
#define PROBLEM_PROGRAM_H

#include "scope.h"
#include "writer.h"

/* Where text goes. */
enum form {
    FORM_JSON,  /* into a JSON string */
    FORM_LOG,   /* into a JSON string of a record: see problem_write_logged */
    FORM_PLAIN, /* to the caller, as UTF-8 */
    FORM_HEADER /* into a header field's value */
};

struct step {
    const char *literal;
    size_t length;
    unsigned kind, argument;
};

struct program {
    const unsigned char *next, *end; /* steps to come */
    const char *literal;             /* of the next step */
};

struct program problem_program_at(const unsigned char *image, uint32_t offset);
bool problem_program_next(struct program *program, struct step *step);

/* Whether it is all literal: its text then stands in the image as it is, with a NUL. */
bool problem_program_is_constant(struct program program);

/* The text of a value in the shape at this offset; false where FORM_HEADER can't carry it. What was
 * written then is to be dropped. */
bool problem_write_text(struct writer *writer, const unsigned char *image, uint32_t shape,
                        const struct problem_value *value, enum form form);

/* The value as JSON: FORM_JSON or FORM_LOG. */
void problem_write_json(struct writer *writer, const unsigned char *image, uint32_t shape,
                        const struct problem_value *value, enum form form);

/*
 * One step of text: LITERAL, TEXT, ABSENT or OCCURRENCE, whose text is `occurrence`, which
 * may be NULL where there is no such step. False where it
 * names a member that is absent or that the form can't carry; of that nothing is written then.
 */
bool problem_write_step(struct writer *writer, const struct scope *scope, const struct step *step,
                        enum form form, const char *occurrence);

/* The whole JSON document. `occurrence` is the occurrence's id as text. */
void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence);

/* Whether the detail's members are there, if it names any. */
bool problem_detail_is_sent(const struct sent *sent);

/* The detail as UTF-8; nothing where there is none. */
void problem_write_plain_detail(struct writer *writer, const struct sent *sent);

/* A field error's detail in this form, without quotes. False, and nothing written, when it names a
 * member that has no fitting value. */
bool problem_write_rule_detail(struct writer *writer, const struct scope *scope,
                               const unsigned char *rule, enum form form);

/* The field errors of sent->violations behind the literal of `step`, and how many were left out. */
void problem_write_violations(struct writer *writer, const struct sent *sent,
                              const struct step *step);

/* Whether field errors of this rule are among those that `how` (enum problem_violations) names. */
bool problem_takes_rule(const unsigned char *how, uint32_t rule);

#endif
