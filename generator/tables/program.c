#include "tables/program.h"

#include "base/escape.h"

enum {
    LITERAL_MAX = 0xffff,
};

struct program program_create(struct arena *arena)
{
    return (struct program){buffer_create(arena), buffer_create(arena), buffer_create(arena), 0};
}

static void add_step(struct program *program, enum problem_step_kind kind, unsigned argument,
                     struct text literal)
{
    emit_u16(&program->steps, (unsigned)literal.length);
    emit_u8(&program->steps, kind);
    emit_u8(&program->steps, argument);
    buffer_text(&program->literals, literal);
    program->count++;
}

void program_step(struct program *program, enum problem_step_kind kind, unsigned argument)
{
    struct text pending = buffer_contents(&program->pending);
    for (; pending.length > LITERAL_MAX;
         pending = text_slice(pending, LITERAL_MAX, pending.length - LITERAL_MAX))
        add_step(program, PROBLEM_STEP_LITERAL, 0, text_slice(pending, 0, LITERAL_MAX));
    add_step(program, kind, argument, pending);
    program->pending.length = 0;
}

void program_flush(struct program *program)
{
    if (program->pending.length)
        program_step(program, PROBLEM_STEP_LITERAL, 0);
}

void program_detail(struct program *program, struct text opening)
{
    program_flush(program);
    add_step(program, PROBLEM_STEP_DETAIL, 0, opening);
}

void program_detail_end(struct program *program, unsigned detail)
{
    size_t argument = (size_t)detail * PROBLEM_STEP_LENGTH + PROBLEM_STEP_ARGUMENT;
    program->steps.bytes[argument] = (char)(unsigned char)(program->count - detail - 1);
}

struct text program_bytes(struct program *program)
{
    struct buffer bytes = buffer_create(program->steps.arena);
    program_flush(program);
    emit_u16(&bytes, program->count);
    buffer_text(&bytes, buffer_contents(&program->steps));
    buffer_text(&bytes, buffer_contents(&program->literals));
    return buffer_contents(&bytes);
}

/* ---------------------------------------------------------------- texts with placeholders */

static void pend(struct program *program, struct text text, bool json)
{
    if (json)
        escape_json(&program->pending, text);
    else
        buffer_text(&program->pending, text);
}

void program_message(struct program *program, struct arena *arena, const struct message *message,
                     bool json, const struct ordinals *ordinals, const struct members *members,
                     struct text code)
{
    for (size_t i = 0; i < message->count; i++) {
        const struct piece *piece = &message->pieces[i];
        const struct member *member = piece->member;
        pend(program, piece->literal, json);
        if (member == NULL)
            continue;
        if (member->shape.type == MEMBER_CONSTANT) {
            pend(program, constant_text(arena, &member->shape, code), json);
            continue;
        }
        unsigned ordinal =
            ordinals ? ordinal_of(ordinals, member) : (unsigned)(member - members->items);
        program_step(program, PROBLEM_STEP_TEXT, ordinal);
        if (span_is_set(member->absent.span)) {
            pend(program, member->absent.text, json);
            program_step(program, PROBLEM_STEP_ABSENT, ordinal);
        }
    }
}

void message_masks(const struct message *message, const struct ordinals *ordinals, uint64_t *names,
                   uint64_t *needs)
{
    *names = *needs = 0;
    for (size_t i = 0; i < message->count; i++) {
        const struct member *member = message->pieces[i].member;
        if (member == NULL || member->shape.type == MEMBER_CONSTANT)
            continue;
        uint64_t bit = (uint64_t)1 << ordinal_of(ordinals, member);
        *names |= bit;
        if (!span_is_set(member->absent.span))
            *needs |= bit;
    }
}

/* ---------------------------------------------------------------- a body */

/* `,"name":` */
static void pend_key(struct program *program, struct text name)
{
    buffer_string(&program->pending, ",\"");
    escape_json(&program->pending, name);
    buffer_string(&program->pending, "\":");
}

/* `"name":"text"` */
static void pend_string(struct program *program, const char *name, struct text text)
{
    buffer_string(&program->pending, name);
    buffer_byte(&program->pending, '"');
    escape_json(&program->pending, text);
    buffer_byte(&program->pending, '"');
}

static void add_opening(struct program *program, const struct problem_type *problem)
{
    bool typed = !text_is(problem->type_uri, "about:blank");
    if (typed)
        pend_string(program, "{\"type\":", problem->type_uri);
    pend_string(program, typed ? ",\"title\":" : "{\"title\":", problem->title.text);
    buffer_format(&program->pending, ",\"status\":%d", (int)problem->status.value);
}

static void add_detail(struct program *program, struct arena *arena,
                       const struct problem_type *problem, const struct ordinals *ordinals)
{
    if (problem->detail.count == 0)
        return;
    program_detail(program, TEXT(",\"detail\":\""));
    unsigned detail = program->count - 1;
    program_message(program, arena, &problem->detail, true, ordinals, NULL, problem->code.text);
    buffer_byte(&program->pending, '"');
    program_flush(program);
    program_detail_end(program, detail);
}

static void add_instance(struct program *program, struct text instance)
{
    static const struct text slot = {"{occurrence}", 12};
    size_t at = 0;
    if (text_is(instance, "none"))
        return;
    while (at < instance.length &&
           !text_starts_with(text_slice(instance, at, instance.length), slot))
        at++;
    buffer_string(&program->pending, ",\"instance\":\"");
    escape_json(&program->pending, text_slice(instance, 0, at));
    program_step(program, PROBLEM_STEP_OCCURRENCE, 0);
    escape_json(&program->pending, text_slice(instance, at + slot.length, instance.length));
    buffer_byte(&program->pending, '"');
}

static void add_members(struct program *program, struct arena *arena, const struct members *members,
                        const struct ordinals *ordinals, struct text code)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->audience.value != AUDIENCE_PUBLIC)
            continue;
        if (member->shape.type != MEMBER_CONSTANT)
            program_flush(program);
        pend_key(program, member->name.text);
        if (member->shape.type == MEMBER_CONSTANT)
            buffer_text(&program->pending, constant_json(arena, &member->shape, code));
        else
            program_step(program, PROBLEM_STEP_MEMBER, ordinal_of(ordinals, member));
    }
}

struct text body_program(struct emitter *emitter, const struct problem_type *problem,
                         const struct ordinals *ordinals)
{
    const struct registry *registry = emitter->registry;
    struct program program = program_create(emitter->arena);
    add_opening(&program, problem);
    add_detail(&program, emitter->arena, problem, ordinals);
    add_instance(&program, registry->instance.text);
    add_members(&program, emitter->arena, &problem->members, ordinals, problem->code.text);
    add_members(&program, emitter->arena, &registry->members, ordinals, problem->code.text);
    if (problem->violations) {
        program_flush(&program);
        pend_key(&program, problem->violations->member.text);
        program_step(&program, PROBLEM_STEP_VIOLATIONS, 0);
    }
    buffer_byte(&program.pending, '}');
    return program_bytes(&program);
}
