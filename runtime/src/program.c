/*
 * Steps: what a program is made of, and how text and the body come of them.
 */
#include "program.h"

#include "syntax.h"

struct program problem_program_at(const unsigned char *image, uint32_t offset)
{
    const unsigned char *at = image + offset;
    struct program program;
    program.next = at + 2;
    program.end = program.next + PROBLEM_STEP_LENGTH * (size_t)image_u16(at);
    program.literal = (const char *)program.end;
    return program;
}

bool problem_program_next(struct program *program, struct step *step)
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

bool problem_program_is_constant(struct program program)
{
    struct step step;
    while (problem_program_next(&program, &step)) {
        if (step.kind != PROBLEM_STEP_LITERAL)
            return false;
    }
    return true;
}

static void write_step_literal(struct writer *writer, const struct step *step, enum form form)
{
    if (form == FORM_PLAIN)
        problem_write_unescaped(writer, step->literal, step->length);
    else
        write_bytes(writer, step->literal, step->length);
}

static bool write_member_text(struct writer *writer, const struct scope *scope, unsigned ordinal,
                              enum form form)
{
    if (!scope_has(scope, ordinal))
        return false;
    struct problem_value value;
    size_t begin = writer->used;
    scope_read(scope, ordinal, &value);
    if (problem_write_text(writer, scope->image, image_shape(scope_member(scope, ordinal)), &value,
                           form))
        return true;
    writer->used = begin;
    return false;
}

bool problem_write_step(struct writer *writer, const struct scope *scope, const struct step *step,
                        enum form form, const char *occurrence)
{
    if (step->kind == PROBLEM_STEP_ABSENT && scope_has(scope, step->argument))
        return true;
    write_step_literal(writer, step, form);
    if (step->kind == PROBLEM_STEP_TEXT)
        return write_member_text(writer, scope, step->argument, form);
    if (step->kind == PROBLEM_STEP_OCCURRENCE && occurrence != NULL)
        write_bytes(writer, occurrence, PROBLEM_OCCURRENCE_SIZE - 1);
    return true;
}

/* ------------------------------------------------------------------ details */

bool problem_detail_is_sent(const struct sent *sent)
{
    uint64_t needs = image_u64(sent->record + PROBLEM_RECORD_DETAIL_NEEDS);
    uint64_t names = image_u64(sent->record + PROBLEM_RECORD_DETAIL_NAMES);
    return (needs & ~sent->scope.present) == 0 && (names & sent->scope.misfit) == 0;
}

/* A rule has no sets of members like a problem's: its steps are asked. */
static bool rule_detail_is_sent(const struct scope *scope, struct program program)
{
    struct step step;
    while (problem_program_next(&program, &step)) {
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
    struct program program =
        problem_program_at(scope->image, image_u32(rule + PROBLEM_RULE_DETAIL));
    struct step step;
    if (!rule_detail_is_sent(scope, program))
        return false;
    while (problem_program_next(&program, &step))
        problem_write_step(writer, scope, &step, form, NULL);
    return true;
}

void problem_write_plain_detail(struct writer *writer, const struct sent *sent)
{
    struct program program =
        problem_program_at(sent->scope.image, image_u32(sent->record + PROBLEM_RECORD_BODY));
    struct step step;
    bool found = false;
    while (!found && problem_program_next(&program, &step))
        found = step.kind == PROBLEM_STEP_DETAIL;
    if (!found || !problem_detail_is_sent(sent))
        return;
    struct step part;
    for (unsigned left = step.argument; left > 0 && problem_program_next(&program, &part); left--)
        problem_write_step(writer, &sent->scope, &part, FORM_PLAIN, NULL);
}

/* ------------------------------------------------------------------ the body */

static void write_member(struct writer *writer, const struct scope *scope, const struct step *step)
{
    if (!scope_has(scope, step->argument))
        return;
    struct problem_value value;
    write_bytes(writer, step->literal, step->length);
    scope_read(scope, step->argument, &value);
    problem_write_json(writer, scope->image, image_shape(scope_member(scope, step->argument)),
                       &value, FORM_JSON);
}

static void skip(struct program *program, unsigned steps)
{
    struct step step;
    for (; steps > 0; steps--)
        problem_program_next(program, &step);
}

void problem_write_body(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    struct program program =
        problem_program_at(sent->scope.image, image_u32(sent->record + PROBLEM_RECORD_BODY));
    struct step step;
    while (problem_program_next(&program, &step)) {
        if (step.kind == PROBLEM_STEP_MEMBER)
            write_member(writer, &sent->scope, &step);
        else if (step.kind == PROBLEM_STEP_VIOLATIONS)
            problem_write_violations(writer, sent, &step);
        else if (step.kind == PROBLEM_STEP_DETAIL && !problem_detail_is_sent(sent))
            skip(&program, step.argument);
        else
            problem_write_step(writer, &sent->scope, &step, FORM_JSON, occurrence);
    }
}
