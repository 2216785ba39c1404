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
    const unsigned char *form;
    const char *literals;
    size_t length; /* of all literals */
};

struct step {
    const char *literal;
    size_t length;
    unsigned char kind, argument;
};

static inline struct program program_at(const unsigned char *image, uint32_t offset)
{
    const unsigned char *at = image + offset;
    struct program program = {image + image_u32(at + PROBLEM_PROGRAM_FORM),
                              (const char *)at + PROBLEM_PROGRAM_TEXT,
                              image_u32(at + PROBLEM_PROGRAM_TEXT_LENGTH)};
    return program;
}

/* Of a body: with its text ends what a problem has for itself. */
static inline struct program program_of(const unsigned char *image, const unsigned char *record,
                                        const unsigned char *profile)
{
    struct program program = {image + image_u32(profile + PROBLEM_PROFILE_BODY),
                              record_literals(record),
                              image_u32(record + PROBLEM_RECORD_TEXT_LENGTH)};
    return program;
}

/* ------------------------------------------------------------------ steps and pieces */

static inline size_t program_piece_count(struct program program)
{
    return image_u16(program.form + PROBLEM_FORM_PIECES);
}

/* How long literals are, one after the other. */
struct lengths {
    const unsigned char *next;
    unsigned bytes; /* of each */
};

/* Those of the pieces; those of the steps follow. */
static inline struct lengths program_lengths(struct program program)
{
    struct lengths lengths = {(const unsigned char *)program.literals + program.length + 1,
                              program.form[PROBLEM_FORM_LENGTHS]};
    return lengths;
}

static inline size_t next_length(struct lengths *lengths)
{
    size_t length = lengths->bytes == 1 ? *lengths->next : image_u16(lengths->next);
    lengths->next += lengths->bytes;
    return length;
}

/* Steps, one after the other. */
struct steps {
    const unsigned char *next, *end; /* those to come */
    struct lengths pieces, lengths;  /* of pieces, and of steps within them */
    const char *literal;             /* of the next one */
    size_t taken;                    /* bytes of its piece before it */
};

static inline struct steps program_steps(struct program program)
{
    struct steps steps;
    size_t pieces = program_piece_count(program);
    steps.next = program.form + PROBLEM_FORM_LENGTH + PROBLEM_STEP_LENGTH * pieces;
    steps.end =
        steps.next + PROBLEM_STEP_LENGTH * (size_t)image_u16(program.form + PROBLEM_FORM_STEPS);
    steps.pieces = steps.lengths = program_lengths(program);
    steps.lengths.next += steps.lengths.bytes * pieces;
    steps.literal = program.literals;
    steps.taken = 0;
    return steps;
}

static inline bool steps_next(struct steps *steps, struct step *step)
{
    if (steps->next == steps->end)
        return false;
    step->literal = steps->literal;
    step->kind = steps->next[PROBLEM_STEP_KIND] & (PROBLEM_STEP_LAST - 1);
    step->argument = steps->next[PROBLEM_STEP_ARGUMENT];
    if ((steps->next[PROBLEM_STEP_KIND] & PROBLEM_STEP_LAST) != 0) {
        step->length = next_length(&steps->pieces) - steps->taken;
        steps->taken = 0;
    } else {
        step->length = next_length(&steps->lengths);
        steps->taken += step->length;
    }
    steps->literal += step->length;
    steps->next += PROBLEM_STEP_LENGTH;
    return true;
}

/* Pieces, likewise. */
struct pieces {
    const unsigned char *next, *end;
    struct lengths lengths;
    const char *literal;
};

static inline struct pieces program_pieces(struct program program)
{
    struct pieces pieces;
    pieces.next = program.form + PROBLEM_FORM_LENGTH;
    pieces.end = pieces.next + PROBLEM_STEP_LENGTH * program_piece_count(program);
    pieces.lengths = program_lengths(program);
    pieces.literal = program.literals;
    return pieces;
}

/* The next one, where there is one. */
static inline struct step take_piece(struct pieces *pieces)
{
    struct step piece = {pieces->literal, next_length(&pieces->lengths),
                         pieces->next[PROBLEM_STEP_KIND], pieces->next[PROBLEM_STEP_ARGUMENT]};
    pieces->literal += piece.length;
    pieces->next += PROBLEM_STEP_LENGTH;
    return piece;
}

static inline bool pieces_next(struct pieces *pieces, struct step *piece)
{
    if (pieces->next == pieces->end)
        return false;
    *piece = take_piece(pieces);
    return true;
}

/* Whether it is always the same: its text then stands in the image as it is, with a NUL. */
static inline bool program_is_constant(struct program program)
{
    return program_piece_count(program) == 1 &&
           program_pieces(program).next[PROBLEM_STEP_KIND] == PROBLEM_STEP_LITERAL;
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

/* What a program makes where no member of it is missing, into a JSON string, from `to` on and not
 * beyond `end`: returns where it ends. NULL where a member is missing, or there may not be room
 * enough: then what was written is to be dropped, and the steps say what is to be done. */
char *problem_put_pieces(char *to, const char *end, const struct scope *scope,
                         struct program program);

/* Puts the quotes that end code and title in a body, where its literals, which begin there, have
 * NULs. */
static inline void put_quotes(char *literals, const unsigned char *record, unsigned opening)
{
    size_t at = 0;
    if (opening == PROBLEM_OPENING_CODE) {
        size_t code = record[PROBLEM_RECORD_CODE_LENGTH];
        literals[code] = '"';
        at = code + record[PROBLEM_RECORD_BETWEEN];
    }
    literals[at + image_u16(record + PROBLEM_RECORD_TITLE_LENGTH)] = '"';
}

/*
 * One step of text: LITERAL, TEXT, ABSENT, or ID, which is `occurrence`; that may be NULL where
 * there is no such step. False where it names a member that is absent or that the form can't carry;
 * of that nothing is written then.
 */
bool problem_write_step(struct writer *writer, const struct scope *scope, const struct step *step,
                        enum form form, const char *occurrence);

/* The whole JSON document. `occurrence` is the occurrence's id as text. */
void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence);

/* A body that is the same to the last byte, where it stands in the image; NULL where it is not. */
static inline struct image_text problem_constant_body(const struct sent *sent)
{
    struct program body = program_of(sent->scope.image, sent->record, sent->profile);
    struct image_text text = {NULL, 0};
    if (body.form[PROBLEM_FORM_FIXED] != 0 && program_piece_count(body) == 1) {
        text.bytes = body.literals;
        text.length = body.length;
    }
    return text;
}

/* What problem_write_body writes, step by step: whatever is missing and however little room there
 * is. */
void problem_write_steps(struct writer *writer, const struct sent *sent, const char *occurrence);

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
