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

struct step {
    const char *literal;
    size_t length;
    unsigned kind, argument;
};

struct program {
    const unsigned char *next, *end; /* steps to come */
    const char *literal;             /* of the next step */
};

static inline struct program program_at(const unsigned char *image, uint32_t offset)
{
    const unsigned char *at = image + offset;
    struct program program;
    program.next = at + PROBLEM_PROGRAM_LENGTH;
    program.end = program.next + PROBLEM_STEP_LENGTH * (size_t)image_u16(at);
    program.literal = (const char *)program.end +
                      PROBLEM_STEP_LENGTH * (size_t)image_u16(at + PROBLEM_PROGRAM_PIECES);
    return program;
}

/* The pieces in place of the steps, of the program at `at`. */
static inline struct program program_pieces(const unsigned char *at)
{
    struct program program;
    program.next = at + PROBLEM_PROGRAM_LENGTH +
                   PROBLEM_STEP_LENGTH * (size_t)image_u16(at + PROBLEM_PROGRAM_STEPS);
    program.end =
        program.next + PROBLEM_STEP_LENGTH * (size_t)image_u16(at + PROBLEM_PROGRAM_PIECES);
    program.literal = (const char *)program.end;
    return program;
}

static inline bool program_next(struct program *program, struct step *step)
{
    if (program->next == program->end)
        return false;
    step->literal = program->literal;
    step->length = image_u16(program->next + PROBLEM_STEP_LITERAL_LENGTH);
    step->kind = program->next[PROBLEM_STEP_KIND];
    step->argument = program->next[PROBLEM_STEP_ARGUMENT];
    program->literal += step->length;
    program->next += PROBLEM_STEP_LENGTH;
    return true;
}

/* Whether it is always the same: its text then stands in the image as it is, with a NUL. */
static inline bool program_is_constant(const unsigned char *image, uint32_t offset)
{
    return image_u16(image + offset + PROBLEM_PROGRAM_FIXED) != PROBLEM_PROGRAM_NONE &&
           image_u16(image + offset + PROBLEM_PROGRAM_ID) == PROBLEM_PROGRAM_NONE;
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
                         const unsigned char *program, const char *occurrence);

static inline bool write_pieces(struct writer *writer, const struct scope *scope,
                                const unsigned char *program, const char *occurrence)
{
    if (writer_room(writer) == 0)
        return false;
    char *end = problem_put_pieces(writer->buffer + writer->used, writer->buffer + writer->size,
                                   scope, program, occurrence);
    if (end == NULL)
        return false;
    writer->used = (size_t)(end - writer->buffer);
    return true;
}

/*
 * One step of text: LITERAL, TEXT, ABSENT or OCCURRENCE, whose text is `occurrence`, which
 * may be NULL where there is no such step. False where it
 * names a member that is absent or that the form can't carry; of that nothing is written then.
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
