#include "tables/program.h"

#include "base/escape.h"

enum { LITERAL_MAX = 0xffff, SHORT_MAX = 0xff };

static struct step_list list_create(struct arena *arena)
{
    return (struct step_list){.steps = buffer_create(arena), .lengths = buffer_create(arena)};
}

struct program program_create(struct arena *arena)
{
    return (struct program){.steps = list_create(arena),
                            .pieces = list_create(arena),
                            .literals = buffer_create(arena),
                            .pending = buffer_create(arena)};
}

static void list_add(struct step_list *list, unsigned kind, unsigned argument, size_t length)
{
    emit_u8(&list->steps, kind);
    emit_u8(&list->steps, argument);
    emit_u16(&list->lengths, (unsigned)length);
    list->count++;
    if (length > list->longest)
        list->longest = length;
}

static void add_step(struct program *program, enum problem_step_kind kind, unsigned argument,
                     struct text literal)
{
    list_add(&program->steps, kind, argument, literal.length);
    buffer_text(&program->literals, literal);
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

void program_detail(struct program *program, struct text opening)
{
    program_flush(program);
    add_step(program, PROBLEM_STEP_DETAIL, 0, opening);
}

void program_detail_end(struct program *program, unsigned detail)
{
    size_t argument = (size_t)detail * PROBLEM_STEP_LENGTH + PROBLEM_STEP_ARGUMENT;
    program->steps.steps.bytes[argument] = (char)(unsigned char)(program->steps.count - detail - 1);
}

/* ---------------------------------------------------------------- what comes of the steps */

struct step {
    size_t length;
    enum problem_step_kind kind;
    unsigned argument;
};

static unsigned char *step_bytes(const struct program *program, size_t index)
{
    return (unsigned char *)program->steps.steps.bytes + index * PROBLEM_STEP_LENGTH;
}

static size_t length_at(const struct step_list *list, size_t index)
{
    const unsigned char *length = (const unsigned char *)list->lengths.bytes + index * 2;
    return length[0] | (size_t)length[1] << 8;
}

static struct step step_at(const struct program *program, size_t index)
{
    const unsigned char *step = step_bytes(program, index);
    unsigned kind = step[PROBLEM_STEP_KIND] & ~(unsigned)PROBLEM_STEP_LAST;
    return (struct step){length_at(&program->steps, index), (enum problem_step_kind)kind,
                         step[PROBLEM_STEP_ARGUMENT]};
}

/* How a member is written, behind its literal. */
static enum problem_piece_kind piece_kind(const struct shape *shape, bool text)
{
    bool escapes = shape->limits->automaton.length > 0;
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DECIMAL:
        return text || !shape->limits->as_string.value ? PROBLEM_PIECE_PLAIN : PROBLEM_PIECE_QUOTED;
    case MEMBER_IDENTIFIER:
    case MEMBER_UUID:
    case MEMBER_URI:
        if (text && !escapes)
            return PROBLEM_PIECE_PLAIN;
        return text ? PROBLEM_PIECE_ESCAPED : PROBLEM_PIECE_QUOTED;
    case MEMBER_TEXT:
    case MEMBER_POINTER:
        return text ? PROBLEM_PIECE_ESCAPED : PROBLEM_PIECE_QUOTED;
    default:
        return text ? PROBLEM_PIECE_TEXT : PROBLEM_PIECE_JSON;
    }
}

/* A piece that ends with the step before `next`. */
static void add_piece(struct program *program, size_t next, unsigned kind, unsigned argument,
                      size_t *length)
{
    step_bytes(program, next - 1)[PROBLEM_STEP_KIND] |= PROBLEM_STEP_LAST;
    list_add(&program->pieces, kind, argument, *length);
    *length = 0;
}

static bool has_pieces(const struct program *program)
{
    for (size_t i = 0; i < program->steps.count; i++)
        if (step_at(program, i).kind == PROBLEM_STEP_ABSENT)
            return false;
    return program->literals.length < LITERAL_MAX;
}

/* Steps as pieces: literals of several in a row are one, but for that of field errors, which goes
 * where there are none. Texts for absent members stand in the way; there are no pieces then. */
static void add_pieces(struct program *program)
{
    size_t length = 0, count = has_pieces(program) ? program->steps.count : 0;
    for (size_t i = 0; i < count; i++) {
        struct step step = step_at(program, i);
        unsigned kind = step.kind;
        if (kind == PROBLEM_STEP_VIOLATIONS && length > 0)
            add_piece(program, i, PROBLEM_STEP_LITERAL, 0, &length);
        length += step.length;
        if (kind == PROBLEM_STEP_LITERAL || kind == PROBLEM_STEP_DETAIL)
            continue;
        if (kind == PROBLEM_STEP_TEXT || kind == PROBLEM_STEP_MEMBER)
            kind = piece_kind(program->shapes[step.argument], kind == PROBLEM_STEP_TEXT);
        add_piece(program, i + 1, kind, step.argument, &length);
    }
    if (length > 0)
        add_piece(program, count, PROBLEM_STEP_LITERAL, 0, &length);
}

/* What the pieces need: members, and room beside that for literals. */
struct needs {
    uint64_t members;
    size_t width;
};

static struct needs needs_of(struct emitter *emitter, const struct program *program)
{
    struct needs needs = {0, 0};
    if (program->pieces.count == 0)
        return needs;
    if (program->opening != PROBLEM_OPENING_NONE)
        needs.width = emitter->common.opening.length;
    needs.width += program->closes;
    for (size_t i = 0; i < program->steps.count; i++) {
        struct step step = step_at(program, i);
        bool member = step.kind == PROBLEM_STEP_MEMBER;
        if (step.kind == PROBLEM_STEP_ID)
            needs.width += PROBLEM_OCCURRENCE_SIZE - 1;
        if (!member && step.kind != PROBLEM_STEP_TEXT)
            continue;
        uint32_t shape = emit_shape(emitter, program->shapes[step.argument], TEXT(""));
        const void *image = emitter->out.bytes;
        needs.members |= UINT64_C(1) << step.argument;
        needs.width += problem_value_max(image, shape, member);
    }
    return needs;
}

static bool is_fixed(const struct step_list *pieces)
{
    const char *kinds = pieces->steps.bytes;
    if (pieces->count == 1)
        return kinds[0] == PROBLEM_STEP_LITERAL;
    return pieces->count == 2 && kinds[0] == PROBLEM_STEP_ID &&
           kinds[PROBLEM_STEP_LENGTH] == PROBLEM_STEP_LITERAL;
}

static void emit_form_head(struct buffer *form, struct program *program, struct needs needs)
{
    bool fixed = is_fixed(&program->pieces);
    bool wide = fixed || program->steps.longest > SHORT_MAX || program->pieces.longest > SHORT_MAX;
    program->length_bytes = wide ? 2 : 1;
    emit_u16(form, program->steps.count);
    emit_u16(form, program->pieces.count);
    emit_u8(form, program->opening);
    emit_u8(form, program->closes);
    emit_u8(form, fixed);
    emit_u8(form, program->length_bytes);
    emit_u32(form, needs.width);
    emit_u64(form, needs.members);
}

static uint32_t emit_form_with(struct emitter *emitter, struct program *program, bool keep_steps)
{
    struct buffer form = buffer_create(emitter->arena);
    program_flush(program);
    add_pieces(program);
    struct needs needs = needs_of(emitter, program);
    if (!keep_steps)
        program->steps = list_create(emitter->arena);
    emit_form_head(&form, program, needs);
    buffer_text(&form, buffer_contents(&program->pieces.steps));
    buffer_text(&form, buffer_contents(&program->steps.steps));
    return emit_block(emitter, buffer_contents(&form));
}

uint32_t emit_form(struct emitter *emitter, struct program *program)
{
    return emit_form_with(emitter, program, true);
}

/* Lengths within pieces follow those of the pieces. */
void add_program_text(struct buffer *out, const struct program *program)
{
    buffer_text(out, buffer_contents(&program->literals));
    buffer_byte(out, '\0');
    for (size_t i = 0; i < program->pieces.count; i++)
        emit_number(out, length_at(&program->pieces, i), program->length_bytes);
    for (size_t i = 0; i < program->steps.count; i++)
        if ((step_bytes(program, i)[PROBLEM_STEP_KIND] & PROBLEM_STEP_LAST) == 0)
            emit_number(out, length_at(&program->steps, i), program->length_bytes);
}

static struct text standing_alone(uint32_t form, const struct program *program)
{
    struct buffer bytes = buffer_create(program->literals.arena);
    emit_u32(&bytes, form);
    emit_u32(&bytes, program->literals.length);
    add_program_text(&bytes, program);
    return buffer_contents(&bytes);
}

struct text program_bytes(struct emitter *emitter, struct program *program)
{
    return standing_alone(emit_form(emitter, program), program);
}

struct text program_piece_bytes(struct emitter *emitter, struct program *program)
{
    return standing_alone(emit_form_with(emitter, program, false), program);
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
        if (member->absent) {
            pend(program, member->absent->text, json);
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
        if (!member->absent)
            *needs |= bit;
    }
}
