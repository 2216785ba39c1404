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
    if (step->kind == PROBLEM_STEP_ID && occurrence != NULL)
        write_bytes(writer, occurrence, ID_LENGTH);
    return true;
}

/* ------------------------------------------------------------------ details */

static bool detail_is_sent(const struct sent *sent)
{
    uint64_t needs = image_u64(sent->profile + PROBLEM_PROFILE_DETAIL_NEEDS);
    uint64_t names = image_u64(sent->profile + PROBLEM_PROFILE_DETAIL_NAMES);
    return (needs & ~sent->scope.present) == 0 && (names & sent->scope.misfit) == 0;
}

/* A rule has no sets of members like a problem's: its steps are asked. */
static bool rule_detail_is_sent(const struct scope *scope, struct program program)
{
    struct steps steps = program_steps(program);
    struct step step;
    while (steps_next(&steps, &step)) {
        if (step.kind != PROBLEM_STEP_TEXT || scope_has(scope, step.argument))
            continue;
        bool misfit = scope->misfit >> step.argument & 1;
        if (misfit || scope_member(scope, step.argument)[PROBLEM_MEMBER_OPTIONAL] == 0)
            return false;
    }
    return true;
}

static bool write_rule_pieces(struct writer *writer, const struct scope *scope,
                              struct program program)
{
    if (writer_room(writer) == 0) /* there may be no buffer at all */
        return false;
    char *to = writer->buffer + writer->used;
    char *end = problem_put_pieces(to, writer->buffer + writer->size, scope, program);
    if (end != NULL)
        writer->used += (size_t)(end - to);
    return end != NULL;
}

bool problem_write_rule_detail(struct writer *writer, const struct scope *scope,
                               const unsigned char *rule, enum form form)
{
    struct program program = program_at(scope->image, image_u32(rule + PROBLEM_RULE_DETAIL));
    struct steps steps = program_steps(program);
    struct step step;
    if (form == FORM_JSON && write_rule_pieces(writer, scope, program))
        return true;
    if (!rule_detail_is_sent(scope, program))
        return false;
    while (steps_next(&steps, &step))
        problem_write_step(writer, scope, &step, form, NULL);
    return true;
}

static inline struct program body_of(const struct sent *sent)
{
    return program_of(sent->scope.image, sent->record, sent->profile);
}

void problem_write_plain_detail(struct writer *writer, const struct sent *sent)
{
    struct steps steps = program_steps(body_of(sent));
    struct step step;
    bool found = false;
    while (!found && steps_next(&steps, &step))
        found = step.kind == PROBLEM_STEP_DETAIL;
    if (!found || !detail_is_sent(sent))
        return;
    struct step part;
    for (unsigned left = step.argument; left > 0 && steps_next(&steps, &part); left--)
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

static void skip(struct steps *steps, unsigned count)
{
    struct step step;
    for (; count > 0; count--)
        steps_next(steps, &step);
}

/* What the head has of it, and the first step, whose literal has code and title. */
static void write_opening(struct writer *writer, const struct sent *sent, const struct step *step,
                          unsigned opening)
{
    const unsigned char *image = sent->scope.image;
    struct image_text text = image_text(image, image + PROBLEM_HEAD_OPENING);
    write_run(writer, text.bytes, text.length);
    size_t begin = writer->used;
    write_run(writer, step->literal, step->length);
    if (writer->used <= writer->size)
        put_quotes(writer->buffer + begin, sent->record, opening);
}

void problem_write_steps(struct writer *writer, const struct sent *sent, const char *occurrence)
{
    struct program body = body_of(sent);
    struct steps steps = program_steps(body);
    struct step step;
    unsigned opening = body.form[PROBLEM_FORM_OPENING];
    if (opening != PROBLEM_OPENING_NONE && steps_next(&steps, &step))
        write_opening(writer, sent, &step, opening);
    while (steps_next(&steps, &step)) {
        if (step.kind == PROBLEM_STEP_MEMBER)
            write_member(writer, &sent->scope, step);
        else if (step.kind == PROBLEM_STEP_VIOLATIONS)
            problem_write_violations(writer, sent, step.literal, step.length);
        else if (step.kind == PROBLEM_STEP_DETAIL && !detail_is_sent(sent))
            skip(&steps, step.argument);
        else
            problem_write_step(writer, &sent->scope, &step, FORM_JSON, occurrence);
    }
    if (body.form[PROBLEM_FORM_CLOSES] != 0)
        write_byte(writer, '}');
}
