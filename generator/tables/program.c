#include "tables/program.h"

#include "base/escape.h"

enum {
    LITERAL_MAX = 0xffff,
    ARGUMENT_MAX = 0xff,
};

/* What stands where an occurrence's id will. */
static const struct text no_id = {"00000000-0000-4000-8000-000000000000", 36};

struct program program_create(struct arena *arena)
{
    return (struct program){.steps = buffer_create(arena),
                            .pieces = buffer_create(arena),
                            .literals = buffer_create(arena),
                            .pending = buffer_create(arena)};
}

static void emit_step(struct buffer *out, enum problem_step_kind kind, unsigned argument,
                      size_t length)
{
    emit_u16(out, (unsigned)length);
    emit_u8(out, kind);
    emit_u8(out, argument);
}

static void add_step(struct program *program, enum problem_step_kind kind, unsigned argument,
                     struct text literal)
{
    emit_step(&program->steps, kind, argument, literal.length);
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

void program_member(struct program *program, enum problem_step_kind kind, unsigned ordinal,
                    const struct shape *shape)
{
    program->shapes[ordinal] = shape;
    program_step(program, kind, ordinal);
}

void program_flush(struct program *program)
{
    if (program->pending.length)
        program_step(program, PROBLEM_STEP_LITERAL, 0);
}

struct text program_occurrence(struct program *program, struct text behind)
{
    size_t taken = behind.length < ARGUMENT_MAX ? behind.length : ARGUMENT_MAX;
    if (program->pending.length + no_id.length + taken > LITERAL_MAX)
        program_flush(program);
    buffer_text(&program->pending, no_id);
    buffer_text(&program->pending, text_slice(behind, 0, taken));
    program_step(program, PROBLEM_STEP_OCCURRENCE, (unsigned)taken);
    return text_slice(behind, taken, behind.length);
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

/* ---------------------------------------------------------------- what comes of the steps */

struct step {
    size_t length;
    enum problem_step_kind kind;
    unsigned argument;
};

static struct step step_at(const struct program *program, size_t index)
{
    const unsigned char *step =
        (const unsigned char *)program->steps.bytes + index * PROBLEM_STEP_LENGTH;
    return (struct step){step[0] | (size_t)step[1] << 8,
                         (enum problem_step_kind)step[PROBLEM_STEP_KIND],
                         step[PROBLEM_STEP_ARGUMENT]};
}

/* The length of a text that is always the same but for the id, and where that stands. */
static void find_fixed(const struct program *program, size_t *fixed, size_t *id)
{
    size_t end = 0;
    *fixed = *id = PROBLEM_PROGRAM_NONE;
    for (size_t i = 0; i < program->count; i++) {
        struct step step = step_at(program, i);
        end += step.length;
        if (step.kind == PROBLEM_STEP_OCCURRENCE)
            *id = end - step.argument - no_id.length;
        else if (step.kind != PROBLEM_STEP_LITERAL && step.kind != PROBLEM_STEP_DETAIL)
            return;
    }
    if (end < PROBLEM_PROGRAM_NONE)
        *fixed = end;
}

/* How a member is written, behind its literal. */
static enum problem_piece_kind piece_kind(const struct shape *shape, bool text)
{
    bool pattern = shape->automaton.length > 0;
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DECIMAL:
        if (text || !shape->as_string.value)
            return PROBLEM_PIECE_NUMBER;
        return PROBLEM_PIECE_JSON;
    case MEMBER_IDENTIFIER:
    case MEMBER_UUID:
    case MEMBER_URI:
        if (!pattern)
            return text ? PROBLEM_PIECE_STRING : PROBLEM_PIECE_QUOTED;
        return text ? PROBLEM_PIECE_ESCAPED : PROBLEM_PIECE_QUOTED_ESCAPED;
    case MEMBER_TEXT:
    case MEMBER_POINTER:
        return text ? PROBLEM_PIECE_ESCAPED : PROBLEM_PIECE_QUOTED_ESCAPED;
    default:
        return text ? PROBLEM_PIECE_TEXT : PROBLEM_PIECE_JSON;
    }
}

/* Steps as pieces: literals of several in a row are one. Texts for absent members stand in the way
 * of that, and field errors are none of a scope's members; there are no pieces then. */
static void add_pieces(struct program *program, uint64_t *needs)
{
    size_t length = 0;
    for (size_t i = 0; i < program->count; i++) {
        struct step step = step_at(program, i);
        unsigned kind = step.kind;
        length += step.length;
        if (kind == PROBLEM_STEP_ABSENT || kind == PROBLEM_STEP_VIOLATIONS ||
            length > LITERAL_MAX) {
            program->pieces.length = 0;
            return;
        }
        bool last = i + 1 == program->count;
        if (!last && (kind == PROBLEM_STEP_LITERAL || kind == PROBLEM_STEP_DETAIL))
            continue;
        if (kind == PROBLEM_STEP_TEXT || kind == PROBLEM_STEP_MEMBER) {
            *needs |= UINT64_C(1) << step.argument;
            kind = piece_kind(program->shapes[step.argument], kind == PROBLEM_STEP_TEXT);
        }
        emit_step(&program->pieces, kind, step.argument, length);
        length = 0;
    }
}

struct text program_pieces(struct program *program)
{
    struct buffer bytes = buffer_create(program->steps.arena);
    uint64_t needs = 0;
    program_flush(program);
    add_pieces(program, &needs);
    emit_u16(&bytes, 0);
    emit_u16(&bytes, (unsigned)(program->pieces.length / PROBLEM_STEP_LENGTH));
    emit_u16(&bytes, PROBLEM_PROGRAM_NONE);
    emit_u16(&bytes, PROBLEM_PROGRAM_NONE);
    emit_u64(&bytes, needs);
    buffer_text(&bytes, buffer_contents(&program->pieces));
    buffer_text(&bytes, buffer_contents(&program->literals));
    return buffer_contents(&bytes);
}

struct text program_bytes(struct program *program)
{
    struct buffer bytes = buffer_create(program->steps.arena);
    size_t fixed, id;
    uint64_t needs = 0;
    program_flush(program);
    find_fixed(program, &fixed, &id);
    if (fixed == PROBLEM_PROGRAM_NONE)
        add_pieces(program, &needs);
    emit_u16(&bytes, program->count);
    emit_u16(&bytes, (unsigned)(program->pieces.length / PROBLEM_STEP_LENGTH));
    emit_u16(&bytes, (unsigned)fixed);
    emit_u16(&bytes, (unsigned)(fixed == PROBLEM_PROGRAM_NONE ? fixed : id));
    emit_u64(&bytes, needs);
    buffer_text(&bytes, buffer_contents(&program->steps));
    buffer_text(&bytes, buffer_contents(&program->pieces));
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
        if (member->shape->type == MEMBER_CONSTANT) {
            pend(program, constant_text(arena, member->shape, code), json);
            continue;
        }
        unsigned ordinal =
            ordinals ? ordinal_of(ordinals, member) : (unsigned)(member - members->items);
        program_member(program, PROBLEM_STEP_TEXT, ordinal, member->shape);
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
        if (member == NULL || member->shape->type == MEMBER_CONSTANT)
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
    buffer_string(&program->pending, ",\"status\":");
    buffer_integer(&program->pending, problem->status.value);
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
    struct buffer behind = buffer_create(program->steps.arena);
    escape_json(&behind, text_slice(instance, at + slot.length, instance.length));
    buffer_byte(&behind, '"');
    buffer_string(&program->pending, ",\"instance\":\"");
    escape_json(&program->pending, text_slice(instance, 0, at));
    buffer_text(&program->pending, program_occurrence(program, buffer_contents(&behind)));
}

static void add_members(struct program *program, struct arena *arena, const struct members *members,
                        const struct ordinals *ordinals, struct text code)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->audience.value != AUDIENCE_PUBLIC)
            continue;
        if (member->shape->type != MEMBER_CONSTANT)
            program_flush(program);
        pend_key(program, member->name.text);
        if (member->shape->type == MEMBER_CONSTANT)
            buffer_text(&program->pending, constant_json(arena, member->shape, code));
        else
            program_member(program, PROBLEM_STEP_MEMBER, ordinal_of(ordinals, member),
                           member->shape);
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
