#include "tables/record.h"

#include "base/escape.h"
#include "tables/body.h"

/* ---------------------------------------------------------------- members */

/* Entries by ordinal, then constants; their names stand before the record, the last one first. */
struct entries {
    struct buffer table, names;
};

static struct entries entries_create(struct arena *arena)
{
    return (struct entries){buffer_create(arena), buffer_create(arena)};
}

static void add_member(struct emitter *emitter, struct entries *entries,
                       const struct member *member, struct text code)
{
    emit_u32(&entries->names, emit_text(emitter, member->name.text));
    emit_u32(&entries->table, emit_shape(emitter, member->shape, code));
    emit_u8(&entries->table, (unsigned)member->audience.value);
    emit_u8(&entries->table, member->optional.value);
}

/* The problem's before the registry's. Returns how many. */
static unsigned add_constants(struct emitter *emitter, struct entries *entries,
                              const struct members *members, struct text code)
{
    unsigned count = 0;
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].shape->type == MEMBER_CONSTANT) {
            add_member(emitter, entries, &members->items[i], code);
            count++;
        }
    return count;
}

static void emit_names(struct buffer *out, const struct entries *entries)
{
    for (size_t left = entries->names.length; left > 0; left -= 4)
        buffer_text(out, text_slice(buffer_contents(&entries->names), left - 4, 4));
}

/* Which entry of the member table comes when in the body. */
static void add_order(struct buffer *order, const struct members *members,
                      const struct ordinals *ordinals, unsigned *constant)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        bool fixed = member->shape->type == MEMBER_CONSTANT;
        emit_u8(order, fixed ? (*constant)++ : ordinal_of(ordinals, member));
    }
}

/* ---------------------------------------------------------------- headers */

static bool is_duty(int64_t status, struct text name)
{
    const struct duty *duty = status_duty(status);
    return duty && text_equal_ignoring_case(name, text_of(duty->header));
}

static void add_header(struct emitter *emitter, struct buffer *table, struct text name,
                       struct program *value, bool duty)
{
    emit_u32(table, emit_text(emitter, name));
    emit_u32(table, emit_block(emitter, program_bytes(emitter, value)));
    emit_u8(table, duty);
}

/* Returns how many headers. */
static unsigned add_headers(struct emitter *emitter, struct buffer *table,
                            const struct problem_type *problem, const struct ordinals *ordinals)
{
    const struct registry *registry = emitter->registry;
    unsigned count = (unsigned)problem->extras->headers.count;
    if (span_is_set(registry->id_header.span)) {
        struct program value = program_create(emitter->arena);
        program_step(&value, PROBLEM_STEP_ID, 0);
        add_header(emitter, table, registry->id_header.text, &value, false);
        count++;
    }
    if (span_is_set(registry->language.span)) {
        struct program value = program_create(emitter->arena);
        buffer_text(&value.pending, registry->language.text);
        add_header(emitter, table, TEXT("Content-Language"), &value, false);
        count++;
    }
    for (size_t i = 0; i < problem->extras->headers.count; i++) {
        const struct header *header = &problem->extras->headers.items[i];
        struct program value = program_create(emitter->arena);
        program_message(&value, emitter->arena, &header->value, false, ordinals, NULL,
                        problem->code.text);
        add_header(emitter, table, header->name.text, &value,
                   is_duty(problem->status.value, header->name.text));
    }
    return count;
}

/* ---------------------------------------------------------------- field errors */

/* `"name":` of a field error's member; empty where it is left out. */
static struct text key_of(const struct emitter *emitter, struct string name, struct text otherwise)
{
    struct text key = span_is_set(name.span) ? name.text : otherwise;
    if (text_is(key, "omit"))
        return TEXT("");
    struct buffer json = buffer_create(emitter->arena);
    buffer_byte(&json, '"');
    escape_json(&json, key);
    buffer_string(&json, "\":");
    return buffer_contents(&json);
}

static uint32_t emit_key(struct emitter *emitter, struct string name, struct text otherwise)
{
    struct text key = key_of(emitter, name, otherwise);
    return key.length ? emit_text(emitter, key) : 0;
}

/* What comes behind the place of a field error of which nothing is missing, from its closing quote
 * on. */
static uint32_t add_item(struct emitter *emitter, const struct violations *violations,
                         const struct rule *rule)
{
    struct program item = program_create(emitter->arena);
    struct string named = violations->names.rule;
    struct text detail = key_of(emitter, violations->names.detail, TEXT("detail"));
    struct text key = key_of(emitter, named, TEXT("rule"));
    buffer_format(&item.pending, "\",%.*s\"", TEXT_ARGS(detail));
    program_message(&item, emitter->arena, &rule->detail, true, NULL, &rule->members,
                    rule->name.text);
    buffer_byte(&item.pending, '"');
    if (key.length)
        buffer_format(&item.pending, ",%.*s\"%.*s\"", TEXT_ARGS(key), TEXT_ARGS(rule->name.text));
    buffer_byte(&item.pending, '}');
    return emit_block(emitter, program_piece_bytes(emitter, &item));
}

/* Offsets of the programs of items, by the registry's rules; 0 where a key is left out. */
static uint32_t add_items(struct emitter *emitter, const struct violations *violations)
{
    const struct violation_names *names = &violations->names;
    struct buffer items = buffer_create(emitter->arena);
    if (!key_of(emitter, names->pointer, TEXT("pointer")).length ||
        !key_of(emitter, names->parameter, TEXT("parameter")).length ||
        !key_of(emitter, names->header, TEXT("header")).length ||
        !key_of(emitter, names->detail, TEXT("detail")).length)
        return 0;
    buffer_repeat(&items, '\0', emitter->registry->rule_count * 4);
    for (size_t i = 0; i < violations->rule_count; i++)
        patch_u32(&items, violations->rules[i]->index * 4,
                  add_item(emitter, violations, violations->rules[i]));
    return emit_block(emitter, buffer_contents(&items));
}

/* The text `{"pointer":"#` of each kind of place. In TS 29.571's form all have one key, and a
 * path's parameter stands in braces. */
static void add_openings(struct emitter *emitter, struct buffer *bytes,
                         const struct violations *violations)
{
    const struct violation_names *names = &violations->names;
    bool threegpp = violations->pointer_style.value == POINTER_3GPP;
    bool fragment = violations->pointer_style.value == POINTER_FRAGMENT;
    const struct {
        struct string name;
        const char *otherwise, *before;
    } openings[] = {
        {names->pointer, "pointer", fragment ? "#" : ""},
        {threegpp ? names->pointer : names->parameter, threegpp ? "pointer" : "parameter",
         threegpp ? "query " : ""},
        {names->parameter, "parameter", threegpp ? NULL : ""},
        {threegpp ? names->pointer : names->header, threegpp ? "pointer" : "header",
         threegpp ? "header " : ""},
    };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        struct text key = key_of(emitter, openings[i].name, text_of(openings[i].otherwise));
        bool is_there = key.length && openings[i].before;
        emit_u32(bytes, is_there
                            ? emit_text(emitter, arena_format(emitter->arena, "{%.*s\"%s",
                                                              TEXT_ARGS(key), openings[i].before))
                            : 0);
    }
}

static uint32_t add_violations(struct emitter *emitter, const struct violations *violations)
{
    const struct violation_names *names = &violations->names;
    size_t rule_bytes = (emitter->registry->rule_count + 7) / 8;
    struct buffer bytes = buffer_create(emitter->arena);
    struct text omitted =
        arena_format(emitter->arena, "%.*s_omitted", TEXT_ARGS(violations->member.text));
    emit_u16(&bytes, (unsigned)violations->max.value);
    emit_u8(&bytes, (unsigned)violations->pointer_style.value);
    emit_u8(&bytes, (unsigned)rule_bytes);
    emit_u32(&bytes, emit_key(emitter, names->pointer, TEXT("pointer")));
    emit_u32(&bytes, emit_key(emitter, names->parameter, TEXT("parameter")));
    emit_u32(&bytes, emit_key(emitter, names->header, TEXT("header")));
    emit_u32(&bytes, emit_key(emitter, names->detail, TEXT("detail")));
    emit_u32(&bytes, emit_key(emitter, names->rule, TEXT("rule")));
    emit_u32(&bytes, emit_key(emitter, names->omitted, omitted));
    emit_u32(&bytes, add_items(emitter, violations));
    add_openings(emitter, &bytes, violations);
    size_t rules = bytes.length;
    buffer_repeat(&bytes, '\0', rule_bytes);
    for (size_t i = 0; i < violations->rule_count; i++) {
        size_t index = violations->rules[i]->index;
        bytes.bytes[rules + index / 8] |= (char)(1 << index % 8);
    }
    return emit_block(emitter, buffer_contents(&bytes));
}

/* ---------------------------------------------------------------- records */

bool has_own_type(const struct registry *registry, const struct problem_type *problem)
{
    struct text base = registry->base.text;
    bool blank = text_is(base, "about:blank") && problem_is_blank(problem);
    bool regular =
        !span_is_set(problem->extras->type.span) && text_equal(problem->base->text, base);
    return !blank && !regular;
}

static uint32_t emit_optional(struct emitter *emitter, struct string string)
{
    return span_is_set(string.span) ? emit_text(emitter, string.text) : 0;
}

static uint32_t emit_order(struct emitter *emitter, const struct problem_type *problem,
                           const struct ordinals *ordinals)
{
    struct buffer order = buffer_create(emitter->arena);
    unsigned constant = ordinals->count;
    add_order(&order, &problem->members, ordinals, &constant);
    add_order(&order, &emitter->registry->members, ordinals, &constant);
    return emit_block(emitter, buffer_contents(&order));
}

/* `entries` gets the problem's members, `body` its program. */
static uint32_t emit_profile(struct emitter *emitter, const struct problem_type *problem,
                             struct entries *entries, struct program *body)
{
    struct buffer headers = buffer_create(emitter->arena), profile = buffer_create(emitter->arena);
    const struct problem_type *concealed = problem->extras->concealed_as;
    const struct operator_notes *notes = problem->extras->operator_notes;
    struct ordinals ordinals;
    struct text code = problem->code.text;
    uint64_t names, needs;
    ordinals_of(emitter->registry, problem, &ordinals);
    message_masks(&problem->detail, &ordinals, &names, &needs);
    for (unsigned i = 0; i < ordinals.count; i++)
        add_member(emitter, entries, ordinals.members[i], code);
    unsigned constants = add_constants(emitter, entries, &problem->members, code);
    constants += add_constants(emitter, entries, &emitter->registry->members, code);
    unsigned header_count = add_headers(emitter, &headers, problem, &ordinals);

    emit_u16(&profile, (unsigned)problem->status.value);
    emit_u8(&profile, (unsigned)problem_type_retry(problem) - RETRY_NEVER);
    emit_u8(&profile, (unsigned)problem_type_log(problem) - LOG_DEBUG);
    emit_u32(&profile, concealed ? concealed->index + 1 : 0);
    emit_u8(&profile, ordinals.count);
    emit_u8(&profile, constants);
    emit_u8(&profile, header_count);
    emit_u8(&profile, 0);
    emit_u32(&profile, 0); /* measured when all shapes are there */
    emit_u64(&profile, needs);
    emit_u64(&profile, names);
    emit_u32(&profile, emit_block(emitter, buffer_contents(&entries->table)));
    emit_u32(&profile, emit_order(emitter, problem, &ordinals));
    emit_u32(&profile, emit_body(emitter, problem, &ordinals, body));
    emit_u32(&profile, emit_block(emitter, buffer_contents(&headers)));
    emit_u32(&profile, problem->extras->violations
                           ? add_violations(emitter, problem->extras->violations)
                           : 0);
    emit_u32(&profile, has_own_type(emitter->registry, problem)
                           ? emit_text(emitter, problem_type_uri(problem, emitter->arena))
                           : 0);
    emit_u32(&profile, notes ? emit_optional(emitter, notes->owner) : 0);
    emit_u32(&profile, notes ? emit_optional(emitter, notes->runbook) : 0);
    return emit_block(emitter, buffer_contents(&profile));
}

uint32_t emit_problem(struct emitter *emitter, const struct problem_type *problem)
{
    struct entries entries = entries_create(emitter->arena);
    struct program body;
    uint32_t profile = emit_profile(emitter, problem, &entries, &body);
    struct buffer *out = &emitter->out;
    emit_names(out, &entries);
    size_t offset = out->length;
    emit_u32(out, (size_t)problem->number);
    emit_u32(out, profile);
    add_body(out, problem, &body);
    return (uint32_t)offset;
}

uint32_t emit_rule(struct emitter *emitter, const struct rule *rule)
{
    struct entries entries = entries_create(emitter->arena);
    struct program detail = program_create(emitter->arena);
    program_message(&detail, emitter->arena, &rule->detail, true, NULL, &rule->members,
                    rule->name.text);
    uint32_t name = emit_text(emitter, rule->name.text);
    uint32_t program = emit_block(emitter, program_bytes(emitter, &detail));
    for (size_t i = 0; i < rule->members.count; i++)
        add_member(emitter, &entries, &rule->members.items[i], rule->name.text);
    struct buffer *out = &emitter->out;
    emit_names(out, &entries);
    size_t offset = out->length;
    emit_u32(out, name);
    emit_u32(out, program);
    emit_u8(out, (unsigned)rule->members.count);
    buffer_text(out, buffer_contents(&entries.table));
    return (uint32_t)offset;
}
