/*
 * Running the programs of an image (problem_tables.h, enum problem_step).
 */
#ifndef PROBLEM_PROGRAM_H
#define PROBLEM_PROGRAM_H

#include "number.h"
#include "scope.h"
#include "writer.h"

/* Where text goes. */
enum form {
    FORM_JSON,  /* into a JSON string */
    FORM_LOG,   /* into a JSON string of a record: see problem_write_logged */
    FORM_PLAIN, /* to the caller, as UTF-8 */
    FORM_HEADER /* into a header field's value */
};

enum {
    ID_LENGTH = PROBLEM_OCCURRENCE_SIZE - 1,
    OCCURRENCE_ROOM = ID_LENGTH + WRITER_OVERRUN /* an id as text that can be copied as a run */
};

/* Where its two parts are. */
struct program {
    const unsigned char *form, *text;
};

struct step {
    const char *literal;
    size_t length;
    unsigned kind, argument;
};

/* Steps, or pieces, one after the other. */
struct steps {
    const unsigned char *next, *end; /* those to come */
    const unsigned char *lengths;    /* of their literals */
    const char *literal;             /* of the next one */
};

static inline struct program program_at(const unsigned char *image, uint32_t offset)
{
    const unsigned char *at = image + offset;
    struct program program = {image + image_u32(at + PROBLEM_PROGRAM_FORM),
                              at + PROBLEM_PROGRAM_TEXT};
    return program;
}

/* Of a body: what a problem has for itself ends with its text. */
static inline struct program program_of(const unsigned char *image, const unsigned char *record,
                                        const unsigned char *profile)
{
    struct program program = {image + image_u32(profile + PROBLEM_PROFILE_BODY),
                              behind_text(record_title(record))};
    return program;
}

static inline struct steps program_steps(struct program program)
{
    size_t steps = image_u16(program.form + PROBLEM_FORM_STEPS);
    size_t pieces = image_u16(program.form + PROBLEM_FORM_PIECES);
    struct steps all;
    all.next = program.form + PROBLEM_FORM_LENGTH;
    all.end = all.next + PROBLEM_STEP_LENGTH * steps;
    all.lengths = program.text + PROBLEM_TEXT_LENGTHS;
    all.literal = (const char *)all.lengths + 2 * (steps + pieces);
    return all;
}

/* The pieces in place of the steps. */
static inline struct steps program_pieces(struct program program)
{
    size_t steps = image_u16(program.form + PROBLEM_FORM_STEPS);
    size_t pieces = image_u16(program.form + PROBLEM_FORM_PIECES);
    struct steps all;
    all.next = program.form + PROBLEM_FORM_LENGTH + PROBLEM_STEP_LENGTH * steps;
    all.end = all.next + PROBLEM_STEP_LENGTH * pieces;
    all.lengths = program.text + PROBLEM_TEXT_LENGTHS + 2 * steps;
    all.literal = (const char *)all.lengths + 2 * pieces;
    return all;
}

static inline bool steps_next(struct steps *steps, struct step *step)
{
    if (steps->next == steps->end)
        return false;
    step->literal = steps->literal;
    step->length = image_u16(steps->lengths);
    step->kind = steps->next[PROBLEM_STEP_KIND];
    step->argument = steps->next[PROBLEM_STEP_ARGUMENT];
    steps->literal += step->length;
    steps->lengths += 2;
    steps->next += PROBLEM_STEP_LENGTH;
    return true;
}

/* Whether it is always the same: its text then stands in the image as it is, with a NUL. */
static inline bool program_is_constant(struct program program)
{
    struct steps pieces = program_pieces(program);
    return pieces.end - pieces.next == PROBLEM_STEP_LENGTH &&
           pieces.next[PROBLEM_STEP_KIND] == PROBLEM_STEP_LITERAL;
}

/* The text of the value stored at `at`, in this shape; returns what follows the value. NULL where
 * FORM_HEADER can't carry it: what was written then is to be dropped. */
const unsigned char *problem_write_text(struct writer *writer, const unsigned char *image,
                                        const unsigned char *shape, const unsigned char *at,
                                        enum form form);

/* The value as JSON: FORM_JSON or FORM_LOG. */
const unsigned char *problem_write_json(struct writer *writer, const unsigned char *image,
                                        const unsigned char *shape, const unsigned char *at,
                                        enum form form);

/* What a program makes where no member of it is missing, into a JSON string or document, from `to`
 * on and not beyond `end`: returns where it ends. NULL where a member is missing, or there may not
 * be room enough: then what was written is to be dropped, and the steps say what is to be done. */
char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         struct program program, const char *occurrence);

/* The same for a whole body. */
char *problem_put_body(char *to, const char *end, const struct sent *sent, struct program body,
                       const char *occurrence);

/*
 * One step of text: LITERAL, TEXT, ABSENT, or OCCURRENCE and INSTANCE, whose id is `occurrence`,
 * which may be NULL where there is no such step. False where it names a member that is absent or
 * that the form can't carry; of that nothing is written then.
 */
bool problem_write_step(struct writer *writer, const struct scope *scope, const struct step *step,
                        enum form form, const char *occurrence);

/* The whole JSON document. `occurrence` is the occurrence's id as text. */
void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence);

/* The detail as UTF-8; nothing where there is none. */
void problem_write_plain_detail(struct writer *writer, const struct sent *sent);

/* A field error's detail in this form, without quotes. False, and nothing written, when it names a
 * member that has no fitting value. */
bool problem_write_rule_detail(struct writer *writer, const struct scope *scope,
                               const unsigned char *rule, enum form form);

/* The field errors of sent->violations behind `before`, and how many were left out. */
void problem_write_violations(struct writer *writer, const struct sent *sent, const char *before,
                              size_t length);

/* Whether field errors of this rule are among those that `how` (enum problem_violations) names. */
bool problem_takes_rule(const unsigned char *how, uint32_t rule);

#endif
