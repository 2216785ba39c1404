#include "tables/image.h"

#include "base/escape.h"
#include "tables/lookup.h"
#include "tables/program.h"

/* ---------------------------------------------------------------- chunks */

struct builder {
    struct emitter emitter;
    struct image *image;
    size_t begin; /* of the chunk being written */
};

/* Ends the chunk that began at the last call. */
static void end_chunk(struct builder *builder, const char *part, struct text about)
{
    struct emitter *emitter = &builder->emitter;
    size_t length = emitter->out.length - builder->begin;
    if (length == 0)
        return;
    struct chunk *chunk = arena_push(emitter->arena, &builder->image->chunks,
                                     builder->image->chunk_count++, sizeof *chunk);
    *chunk = (struct chunk){part, about, builder->begin, length};
    builder->begin = emitter->out.length;
}

/* ---------------------------------------------------------------- parts of a problem */

static void add_member(struct emitter *emitter, struct buffer *table, const struct member *member,
                       struct text code)
{
    emit_u32(table, emit_text(emitter, member->name.text));
    emit_u32(table, emit_shape(emitter, &member->shape, code));
    emit_u8(table, (unsigned)member->audience.value);
    emit_u8(table, member->optional.value);
}

/* The member table: by ordinal, then the constants, the problem's before the registry's. Returns
 * how many constants. */
static unsigned add_constants(struct emitter *emitter, struct buffer *table,
                              const struct members *members, struct text code)
{
    unsigned count = 0;
    for (size_t i = 0; i < members->count; i++)
        if (members->items[i].shape.type == MEMBER_CONSTANT) {
            add_member(emitter, table, &members->items[i], code);
            count++;
        }
    return count;
}

/* Which entry of the member table comes when in the body. */
static void add_order(struct buffer *order, const struct members *members,
                      const struct ordinals *ordinals, unsigned *constant)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        bool fixed = member->shape.type == MEMBER_CONSTANT;
        emit_u8(order, fixed ? (*constant)++ : ordinal_of(ordinals, member));
    }
}

static bool same_ignoring_case(struct text a, const char *b)
{
    size_t i = 0;
    for (; i < a.length && b[i]; i++) {
        char letter = a.bytes[i] >= 'A' && a.bytes[i] <= 'Z' ? (char)(a.bytes[i] + 32) : a.bytes[i];
        if (letter != b[i])
            return false;
    }
    return i == a.length && b[i] == '\0';
}

/* RFC 9110 15.5.2, 15.5.6, 15.5.8, 15.5.22: fields that a status must not go without. */
static bool is_duty(int64_t status, struct text name)
{
    return (status == 401 && same_ignoring_case(name, "www-authenticate")) ||
           (status == 405 && same_ignoring_case(name, "allow")) ||
           (status == 407 && same_ignoring_case(name, "proxy-authenticate")) ||
           (status == 426 && same_ignoring_case(name, "upgrade"));
}

static void add_header(struct emitter *emitter, struct buffer *table, struct text name,
                       struct program *value, bool duty)
{
    struct buffer bytes = buffer_create(emitter->arena);
    buffer_text(&bytes, program_bytes(value));
    buffer_byte(&bytes, '\0');
    emit_u32(table, emit_text(emitter, name));
    emit_u32(table, emit_block(emitter, buffer_contents(&bytes)));
    emit_u8(table, duty);
}

/* Returns how many headers. */
static unsigned add_headers(struct emitter *emitter, struct buffer *table,
                            const struct problem_type *problem, const struct ordinals *ordinals)
{
    const struct registry *registry = emitter->registry;
    unsigned count = (unsigned)problem->headers.count;
    if (span_is_set(registry->id_header.span)) {
        struct program value = program_create(emitter->arena);
        program_step(&value, PROBLEM_STEP_OCCURRENCE, 0);
        add_header(emitter, table, registry->id_header.text, &value, false);
        count++;
    }
    if (span_is_set(registry->language.span)) {
        struct program value = program_create(emitter->arena);
        buffer_text(&value.pending, registry->language.text);
        add_header(emitter, table, TEXT("Content-Language"), &value, false);
        count++;
    }
    for (size_t i = 0; i < problem->headers.count; i++) {
        const struct header *header = &problem->headers.items[i];
        struct program value = program_create(emitter->arena);
        program_message(&value, emitter->arena, &header->value, false, ordinals, NULL,
                        problem->code.text);
        add_header(emitter, table, header->name.text, &value,
                   is_duty(problem->status.value, header->name.text));
    }
    return count;
}

/* The text `"name":` of a field error's member, or 0 where it is left out. */
static uint32_t emit_key(struct emitter *emitter, struct string name, struct text otherwise)
{
    struct text key = span_is_set(name.span) ? name.text : otherwise;
    if (text_is(key, "omit"))
        return 0;
    struct buffer json = buffer_create(emitter->arena);
    buffer_byte(&json, '"');
    escape_json(&json, key);
    buffer_string(&json, "\":");
    return emit_text(emitter, buffer_contents(&json));
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
    size_t rules = bytes.length;
    buffer_repeat(&bytes, '\0', rule_bytes);
    for (size_t i = 0; i < violations->rule_count; i++) {
        size_t index = violations->rules[i]->index;
        bytes.bytes[rules + index / 8] |= (char)(1 << index % 8);
    }
    return emit_block(emitter, buffer_contents(&bytes));
}

/* The text of the problem's own type URI; 0 where it is base + code, or about:blank and so is the
 * base. */
static uint32_t add_type(struct emitter *emitter, const struct problem_type *problem)
{
    struct text base = emitter->registry->base.text;
    bool blank = text_is(base, "about:blank") && text_is(problem->type_uri, "about:blank");
    bool regular = !span_is_set(problem->type.span) && text_equal(problem->base, base);
    return blank || regular ? 0 : emit_text(emitter, problem->type_uri);
}

static uint32_t add_problem(struct emitter *emitter, const struct problem_type *problem)
{
    const struct registry *registry = emitter->registry;
    struct buffer table = buffer_create(emitter->arena), order = buffer_create(emitter->arena);
    struct buffer headers = buffer_create(emitter->arena);
    struct ordinals ordinals;
    uint64_t names, needs;
    struct text code = problem->code.text;
    ordinals_of(registry, problem, &ordinals);
    message_masks(&problem->detail, &ordinals, &names, &needs);
    for (unsigned i = 0; i < ordinals.count; i++)
        add_member(emitter, &table, ordinals.members[i], code);
    unsigned constants = add_constants(emitter, &table, &problem->members, code);
    constants += add_constants(emitter, &table, &registry->members, code);
    unsigned constant = ordinals.count;
    add_order(&order, &problem->members, &ordinals, &constant);
    add_order(&order, &registry->members, &ordinals, &constant);
    unsigned header_count = add_headers(emitter, &headers, problem, &ordinals);

    struct buffer record = buffer_create(emitter->arena);
    const struct problem_type *concealed = problem->concealed_as;
    emit_u32(&record, (size_t)problem->number);
    emit_u16(&record, (unsigned)problem->status.value);
    emit_u8(&record, (unsigned)problem_type_retry(problem) - RETRY_NEVER);
    emit_u8(&record, (unsigned)problem_type_log(problem) - LOG_DEBUG);
    emit_u32(&record, concealed ? concealed->index + 1 : 0);
    emit_u8(&record, ordinals.count);
    emit_u8(&record, constants);
    emit_u8(&record, header_count);
    emit_u8(&record, 0);
    emit_u64(&record, needs);
    emit_u64(&record, names);
    emit_u32(&record, emit_text(emitter, code));
    emit_u32(&record, emit_text(emitter, problem->title.text));
    emit_u32(&record, add_type(emitter, problem));
    emit_u32(&record, emit_block(emitter, buffer_contents(&table)));
    emit_u32(&record, emit_block(emitter, buffer_contents(&order)));
    emit_u32(&record, emit_block(emitter, body_program(emitter, problem, &ordinals)));
    emit_u32(&record, emit_block(emitter, buffer_contents(&headers)));
    emit_u32(&record, problem->violations ? add_violations(emitter, problem->violations) : 0);
    size_t offset = emitter->out.length;
    buffer_text(&emitter->out, buffer_contents(&record));
    return (uint32_t)offset;
}

static uint32_t add_rule(struct emitter *emitter, const struct rule *rule)
{
    struct buffer bytes = buffer_create(emitter->arena);
    struct program detail = program_create(emitter->arena);
    program_message(&detail, emitter->arena, &rule->detail, true, NULL, &rule->members,
                    rule->name.text);
    emit_u32(&bytes, emit_text(emitter, rule->name.text));
    emit_u32(&bytes, emit_block(emitter, program_bytes(&detail)));
    emit_u8(&bytes, (unsigned)rule->members.count);
    for (size_t i = 0; i < rule->members.count; i++)
        add_member(emitter, &bytes, &rule->members.items[i], rule->name.text);
    size_t offset = emitter->out.length;
    buffer_text(&emitter->out, buffer_contents(&bytes));
    return (uint32_t)offset;
}

/* ---------------------------------------------------------------- lookups */

static uint32_t add_lookup(struct emitter *emitter, const struct lookup_key *keys, size_t count)
{
    size_t offset = emitter->out.length;
    buffer_text(&emitter->out, lookup_build(emitter->arena, keys, count));
    return (uint32_t)offset;
}

static uint32_t add_codes(struct emitter *emitter)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    for (size_t i = 0; i < registry->problem_count; i++)
        keys[i] = (struct lookup_key){registry->problems[i].code.text, (uint32_t)i};
    return add_lookup(emitter, keys, registry->problem_count);
}

/* The type URIs that are not made of base and code. */
static uint32_t add_types(struct emitter *emitter)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (!text_is(problem->type_uri, "about:blank") && add_type(emitter, problem))
            keys[count++] = (struct lookup_key){problem->type_uri, (uint32_t)i};
    }
    return count ? add_lookup(emitter, keys, count) : 0;
}

static uint32_t add_numbers(struct emitter *emitter)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    bool dense = true;
    for (size_t i = 0; i < registry->problem_count; i++) {
        struct buffer number = buffer_create(emitter->arena);
        emit_u32(&number, (size_t)registry->problems[i].number);
        keys[i] = (struct lookup_key){buffer_contents(&number), (uint32_t)i};
        dense = dense && registry->problems[i].number == (int64_t)i + 1;
    }
    return dense ? 0 : add_lookup(emitter, keys, registry->problem_count);
}

/* ---------------------------------------------------------------- the whole */

/* Room for `count` offsets, filled in later; where they are. */
static size_t reserve_offsets(struct buffer *out, size_t count)
{
    size_t at = out->length;
    buffer_repeat(out, '\0', count * 4);
    return at;
}

static unsigned registry_ordinals(const struct registry *registry)
{
    unsigned count = 0;
    for (size_t i = 0; i < registry->members.count; i++)
        count += registry->members.items[i].shape.type != MEMBER_CONSTANT;
    return count;
}

static void measure(const struct registry *registry, struct arena *arena, struct image *image)
{
    image->body_max = arena_array(arena, registry->problem_count, sizeof *image->body_max);
    for (size_t i = 0; i < registry->problem_count; i++) {
        image->body_max[i] = problem_body_max(image_registry(image), (uint32_t)i);
        size_t response =
            image->body_max[i] + problem_headers_max(image_registry(image), (uint32_t)i);
        if (response > image->response_max)
            image->response_max = response;
    }
}

void image_build(const struct registry *registry, struct arena *arena, struct image *image)
{
    struct builder builder = {
        .emitter = {.arena = arena, .registry = registry, .out = buffer_create(arena)},
        .image = image,
    };
    struct emitter *emitter = &builder.emitter;
    struct buffer *out = &emitter->out;
    *image = (struct image){0};

    buffer_repeat(out, '\0', PROBLEM_HEAD_LENGTH);
    end_chunk(&builder, "head", (struct text){NULL, 0});
    size_t problems = reserve_offsets(out, registry->problem_count);
    size_t rules = reserve_offsets(out, registry->rule_count);
    end_chunk(&builder, "offsets", (struct text){NULL, 0});
    uint32_t name = emit_text(emitter, registry->name.text);
    bool blank = text_is(registry->base.text, "about:blank");
    uint32_t base = emit_text(emitter, blank ? TEXT("") : registry->base.text);
    end_chunk(&builder, "names", (struct text){NULL, 0});
    for (size_t i = 0; i < registry->rule_count; i++) {
        patch_u32(out, rules + i * 4, add_rule(emitter, &registry->rules[i]));
        end_chunk(&builder, "rule", registry->rules[i].name.text);
    }
    for (size_t i = 0; i < registry->problem_count; i++) {
        patch_u32(out, problems + i * 4, add_problem(emitter, &registry->problems[i]));
        end_chunk(&builder, "problem", registry->problems[i].code.text);
    }
    uint32_t codes = add_codes(emitter);
    end_chunk(&builder, "codes", (struct text){NULL, 0});
    uint32_t types = add_types(emitter);
    end_chunk(&builder, "types", (struct text){NULL, 0});
    uint32_t numbers = add_numbers(emitter);
    end_chunk(&builder, "numbers", (struct text){NULL, 0});

    struct buffer head = buffer_create(arena);
    buffer_text(&head, (struct text){"problem", 8});
    emit_u32(&head, PROBLEM_ABI);
    emit_u32(&head, out->length);
    emit_u64(&head, 0);
    emit_u32(&head, name);
    emit_u32(&head, base);
    emit_u32(&head, registry->problem_count);
    emit_u32(&head, registry->fallback_problem->index);
    emit_u32(&head, problems);
    emit_u32(&head, codes);
    emit_u32(&head, types);
    emit_u32(&head, numbers);
    emit_u32(&head, rules);
    emit_u16(&head, (unsigned)registry->rule_count);
    emit_u8(&head, registry_ordinals(registry));
    emit_u8(&head, 0);
    for (size_t i = 0; i < head.length; i++)
        out->bytes[i] = head.bytes[i];

    image->digest = problem_hash(out->bytes, out->length, 0);
    patch_u64(out, PROBLEM_HEAD_DIGEST, image->digest);
    image->bytes = buffer_contents(out);
    measure(registry, arena, image);
}

const struct problem_registry *image_registry(const struct image *image)
{
    return (const struct problem_registry *)(const void *)image->bytes.bytes;
}
