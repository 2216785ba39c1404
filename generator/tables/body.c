#include "tables/body.h"

#include "base/escape.h"
#include "tables/record.h"

/* Behind a code. */
static const struct text before_title = {",\"title\":\"", 10};

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

/* Whether nothing but the id can differ between two occurrences: then the body is one literal. */
static bool is_fixed(const struct registry *registry, const struct problem_type *problem)
{
    const struct members *lists[] = {&problem->members, &registry->members};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t k = 0; k < lists[i]->count; k++)
            if (lists[i]->items[k].shape->type != MEMBER_CONSTANT &&
                lists[i]->items[k].audience.value == AUDIENCE_PUBLIC)
                return false;
    for (size_t i = 0; i < problem->detail.count; i++) {
        const struct member *member = problem->detail.pieces[i].member;
        if (member && member->shape->type != MEMBER_CONSTANT)
            return false;
    }
    return problem->extras->violations == NULL;
}

static bool is_plain(struct arena *arena, struct text text)
{
    struct buffer json = buffer_create(arena);
    escape_json(&json, text);
    return json.length == text.length;
}

/* What the body begins with of the head. */
static enum problem_opening opening_of(const struct emitter *emitter,
                                       const struct problem_type *problem)
{
    if (has_own_type(emitter->registry, problem) || !is_plain(emitter->arena, problem->title.text))
        return PROBLEM_OPENING_NONE;
    return emitter->common.typed ? PROBLEM_OPENING_CODE : PROBLEM_OPENING_TITLE;
}

/* Ends in a step of its own, which is always sent. */
static void add_opening(struct program *program, struct arena *arena,
                        const struct problem_type *problem)
{
    struct buffer *pending = &program->pending;
    enum problem_opening opening = program->opening;
    bool typed = !problem_is_blank(problem);
    if (opening == PROBLEM_OPENING_NONE) {
        if (typed)
            pend_string(program, "{\"type\":", problem_type_uri(problem, arena));
        pend_string(program, typed ? ",\"title\":" : "{\"title\":", problem->title.text);
    }
    if (opening == PROBLEM_OPENING_CODE) {
        buffer_text(pending, problem->code.text);
        buffer_byte(pending, '\0');
        buffer_text(pending, before_title);
    }
    if (opening != PROBLEM_OPENING_NONE) {
        buffer_text(pending, problem->title.text);
        buffer_byte(pending, '\0');
    }
    buffer_string(pending, ",\"status\":");
    buffer_integer(pending, problem->status.value);
    program_flush(program);
}

static void add_detail(struct program *program, struct arena *arena,
                       const struct problem_type *problem, const struct ordinals *ordinals)
{
    if (problem->detail.count == 0)
        return;
    program_detail(program, TEXT(",\"detail\":\""));
    unsigned detail = program->steps.count - 1;
    program_message(program, arena, &problem->detail, true, ordinals, NULL, problem->code.text);
    buffer_byte(&program->pending, '"');
    program_flush(program);
    program_detail_end(program, detail);
}

/* `,"instance":"` and what is before the id, and what is behind it with the closing quote. False
 * where the registry has none. */
static bool instance_parts(struct arena *arena, struct text instance, struct text *before,
                           struct text *behind)
{
    static const struct text slot = {"{occurrence}", 12};
    struct buffer first = buffer_create(arena), second = buffer_create(arena);
    size_t at = 0;
    if (text_is(instance, "none"))
        return false;
    while (at < instance.length &&
           !text_starts_with(text_slice(instance, at, instance.length), slot))
        at++;
    buffer_string(&first, ",\"instance\":\"");
    escape_json(&first, text_slice(instance, 0, at));
    escape_json(&second, text_slice(instance, at + slot.length, instance.length));
    buffer_byte(&second, '"');
    *before = buffer_contents(&first);
    *behind = buffer_contents(&second);
    return true;
}

static void add_instance(struct program *program, const struct common *common)
{
    if (!common->has_id)
        return;
    buffer_text(&program->pending, common->before);
    program_step(program, PROBLEM_STEP_ID, 0);
    buffer_text(&program->pending, common->behind);
}

struct common common_of(struct arena *arena, const struct registry *registry)
{
    struct common common = {.opening = TEXT("{\"title\":\""),
                            .typed = !text_is(registry->base.text, "about:blank")};
    if (common.typed) {
        struct buffer opening = buffer_create(arena);
        buffer_string(&opening, "{\"type\":\"");
        escape_json(&opening, registry->base.text);
        common.opening = buffer_contents(&opening);
    }
    common.has_id = instance_parts(arena, registry->instance.text, &common.before, &common.behind);
    return common;
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

uint32_t emit_body(struct emitter *emitter, const struct problem_type *problem,
                   const struct ordinals *ordinals, struct program *body)
{
    const struct registry *registry = emitter->registry;
    *body = program_create(emitter->arena);
    body->closes = !is_fixed(registry, problem);
    if (body->closes)
        body->opening = opening_of(emitter, problem);
    add_opening(body, emitter->arena, problem);
    add_detail(body, emitter->arena, problem, ordinals);
    add_instance(body, &emitter->common);
    add_members(body, emitter->arena, &problem->members, ordinals, problem->code.text);
    add_members(body, emitter->arena, &registry->members, ordinals, problem->code.text);
    if (problem->extras->violations) {
        program_flush(body);
        pend_key(body, problem->extras->violations->member.text);
        program_step(body, PROBLEM_STEP_VIOLATIONS, 0);
    }
    if (!body->closes)
        buffer_byte(&body->pending, '}');
    return emit_form(emitter, body);
}

void add_body(struct buffer *out, const struct problem_type *problem, const struct program *body)
{
    struct text code = problem->code.text, title = problem->title.text;
    bool coded = body->opening == PROBLEM_OPENING_CODE;
    bool titled = body->opening == PROBLEM_OPENING_TITLE;
    size_t text = PROBLEM_RECORD_CODE;
    if (!coded)
        text += code.length + 1;
    if (!coded && !titled)
        text += title.length + 1;
    emit_u8(out, (unsigned)code.length);
    emit_u8(out, 1 + (coded ? (unsigned)before_title.length : 0));
    emit_u16(out, (unsigned)title.length);
    emit_u32(out, body->literals.length);
    emit_u16(out, (unsigned)text);
    if (!coded) {
        buffer_text(out, code);
        buffer_byte(out, '\0');
    }
    if (!coded && !titled) {
        buffer_text(out, title);
        buffer_byte(out, '\0');
    }
    add_program_text(out, body);
}
