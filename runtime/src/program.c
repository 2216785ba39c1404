/*
 * Steps: what a program is made of, and how text and the body come of them.
 */
#include "program.h"

#include "syntax.h"

static bool write_member_text(struct writer *writer, const struct scope *scope, unsigned ordinal,
                              enum form form)
{
    if (!scope_has(scope, ordinal))
        return false;
    size_t begin = writer->used;
    if (problem_write_text(writer, scope->image, scope_shape(scope, ordinal),
                           scope_value(scope, ordinal), form) != NULL)
        return true;
    writer->used = begin;
    return false;
}

/* The id goes over the bytes that end `behind` bytes before the end of what has been written. */
static void write_id(struct writer *writer, size_t behind, const char *occurrence)
{
    if (writer->used <= writer->size && occurrence != NULL)
        memcpy(writer->buffer + writer->used - behind - ID_LENGTH, occurrence, ID_LENGTH);
}

bool problem_write_step(struct writer *writer, const struct scope *scope, const struct step *step,
                        enum form form, const char *occurrence)
{
    if (step->kind == PROBLEM_STEP_ABSENT && scope_has(scope, step->argument))
        return true;
    if (form == FORM_PLAIN)
        problem_write_unescaped(writer, step->literal, step->length);
    else
        write_run(writer, step->literal, step->length);
    if (step->kind == PROBLEM_STEP_TEXT)
        return write_member_text(writer, scope, step->argument, form);
    if (step->kind == PROBLEM_STEP_OCCURRENCE)
        write_id(writer, step->argument, occurrence);
    return true;
}

/* ------------------------------------------------------------------ details */

static bool detail_is_sent(const struct sent *sent)
{
    uint64_t needs = image_u64(sent->record + PROBLEM_RECORD_DETAIL_NEEDS);
    uint64_t names = image_u64(sent->record + PROBLEM_RECORD_DETAIL_NAMES);
    return (needs & ~sent->scope.present) == 0 && (names & sent->scope.misfit) == 0;
}

/* A rule has no sets of members like a problem's: its steps are asked. */
static bool rule_detail_is_sent(const struct scope *scope, struct program program)
{
    struct step step;
    while (program_next(&program, &step)) {
        if (step.kind != PROBLEM_STEP_TEXT || scope_has(scope, step.argument))
            continue;
        bool misfit = scope->misfit >> step.argument & 1;
        if (misfit || scope_member(scope, step.argument)[PROBLEM_MEMBER_OPTIONAL] == 0)
            return false;
    }
    return true;
}

bool problem_write_rule_detail(struct writer *writer, const struct scope *scope,
                               const unsigned char *rule, enum form form)
{
    uint32_t offset = image_u32(rule + PROBLEM_RULE_DETAIL);
    struct program program = program_at(scope->image, offset);
    struct step step;
    if (form == FORM_JSON && write_pieces(writer, scope, scope->image + offset, NULL))
        return true;
    if (!rule_detail_is_sent(scope, program))
        return false;
    while (program_next(&program, &step))
        problem_write_step(writer, scope, &step, form, NULL);
    return true;
}

void problem_write_plain_detail(struct writer *writer, const struct sent *sent)
{
    struct program program =
        program_at(sent->scope.image, image_u32(sent->record + PROBLEM_RECORD_BODY));
    struct step step;
    bool found = false;
    while (!found && program_next(&program, &step))
        found = step.kind == PROBLEM_STEP_DETAIL;
    if (!found || !detail_is_sent(sent))
        return;
    struct step part;
    for (unsigned left = step.argument; left > 0 && program_next(&program, &part); left--)
        problem_write_step(writer, &sent->scope, &part, FORM_PLAIN, NULL);
}

/* ------------------------------------------------------------------ the body */

static void write_member(struct writer *writer, const struct scope *scope, struct step step)
{
    if (!scope_has(scope, step.argument))
        return;
    write_run(writer, step.literal, step.length);
    problem_write_json(writer, scope->image, scope_shape(scope, step.argument),
                       scope_value(scope, step.argument), FORM_JSON);
}

static void skip(struct program *program, unsigned steps)
{
    struct step step;
    for (; steps > 0; steps--)
        program_next(program, &step);
}

/* A body that is always the same but for the id. */
static void write_fixed(struct writer *writer, struct program program, size_t length, size_t id,
                        const char *occurrence)
{
    write_bytes(writer, program.literal, length);
    if (id != PROBLEM_PROGRAM_NONE)
        write_id(writer, length - id - ID_LENGTH, occurrence);
}

static void write_steps(struct writer *writer, const struct sent *sent, struct program program,
                        const char *occurrence)
{
    struct step step;
    while (program_next(&program, &step)) {
        if (step.kind == PROBLEM_STEP_MEMBER)
            write_member(writer, &sent->scope, step);
        else if (step.kind == PROBLEM_STEP_VIOLATIONS)
            problem_write_violations(writer, sent, step.literal, step.length);
        else if (step.kind == PROBLEM_STEP_DETAIL && !detail_is_sent(sent))
            skip(&program, step.argument);
        else
            problem_write_step(writer, &sent->scope, &step, FORM_JSON, occurrence);
    }
}

void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    uint32_t offset = image_u32(sent->record + PROBLEM_RECORD_BODY);
    const unsigned char *at = sent->scope.image + offset;
    struct program program = program_at(sent->scope.image, offset);
    size_t fixed = image_u16(at + PROBLEM_PROGRAM_FIXED);
    if (fixed != PROBLEM_PROGRAM_NONE)
        write_fixed(writer, program, fixed, image_u16(at + PROBLEM_PROGRAM_ID), occurrence);
    else if (!write_pieces(writer, &sent->scope, at, occurrence))
        write_steps(writer, sent, program, occurrence);
}
