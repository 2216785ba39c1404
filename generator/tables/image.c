#include "tables/image.h"

#include "problem_tables.h"
#include "tables/body.h"
#include "tables/lookup.h"
#include "tables/numbers.h"
#include "tables/record.h"

/* Bytes that the runtime may read behind a text. */
enum { READ_BEHIND = 32 };

/* ---------------------------------------------------------------- chunks */

enum {
    OTHER_CHUNKS = 7, /* at most, beside those of problems and rules */
};

struct builder {
    struct emitter emitter;
    struct image *image;
    size_t begin; /* of the chunk being written */
};

/* Ends the chunk that began at the last call. */
static void end_chunk(struct builder *builder, const char *part, struct text about)
{
    const struct buffer *out = &builder->emitter.out;
    size_t length = out->length - builder->begin;
    if (length == 0)
        return;
    builder->image->chunks[builder->image->chunk_count++] =
        (struct chunk){part, about, (uint32_t)builder->begin, (uint32_t)length};
    builder->begin = out->length;
}

/* ---------------------------------------------------------------- lookups */

static uint32_t add_lookup(struct emitter *emitter, const struct lookup_key *keys, size_t count)
{
    size_t offset = emitter->out.length;
    buffer_text(&emitter->out, lookup_build(emitter->arena, keys, count));
    return (uint32_t)offset;
}

static uint32_t number_at(const struct buffer *out, size_t at)
{
    uint32_t number = 0;
    for (size_t i = 4; i > 0; i--)
        number = number << 8 | (unsigned char)out->bytes[at + i - 1];
    return number;
}

/* What lookups lead to: the record of problem `index`, whose offset stands in the table at
 * `problems`. */
static uint32_t record_at(const struct emitter *emitter, size_t problems, size_t index)
{
    return number_at(&emitter->out, problems + index * 4);
}

static uint32_t add_codes(struct emitter *emitter, size_t problems)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    for (size_t i = 0; i < registry->problem_count; i++)
        keys[i] =
            (struct lookup_key){registry->problems[i].code.text, record_at(emitter, problems, i)};
    return add_lookup(emitter, keys, registry->problem_count);
}

/* The type URIs that are not made of base and code. */
static uint32_t add_types(struct emitter *emitter, size_t problems)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    size_t count = 0;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (!problem_is_blank(problem) && has_own_type(registry, problem))
            keys[count++] = (struct lookup_key){problem_type_uri(problem, emitter->arena),
                                                record_at(emitter, problems, i)};
    }
    return count ? add_lookup(emitter, keys, count) : 0;
}

/* Numbers are far apart: a lookup of them as four bytes each. */
static uint32_t add_sparse_numbers(struct emitter *emitter, size_t problems)
{
    const struct registry *registry = emitter->registry;
    struct lookup_key *keys = arena_array(emitter->arena, registry->problem_count, sizeof *keys);
    for (size_t i = 0; i < registry->problem_count; i++) {
        struct buffer number = buffer_create(emitter->arena);
        emit_u32(&number, (size_t)registry->problems[i].number);
        keys[i] = (struct lookup_key){buffer_contents(&number), record_at(emitter, problems, i)};
    }
    return add_lookup(emitter, keys, registry->problem_count);
}

static uint32_t add_numbers(struct emitter *emitter, size_t problems,
                            enum problem_numbers_form *form)
{
    const struct registry *registry = emitter->registry;
    struct numbered *numbers =
        arena_array(emitter->arena, registry->problem_count, sizeof *numbers);
    for (size_t i = 0; i < registry->problem_count; i++)
        numbers[i] = (struct numbered){(uint32_t)registry->problems[i].number,
                                       record_at(emitter, problems, i)};
    uint32_t offset = emit_numbers(&emitter->out, numbers, registry->problem_count, problems, form);
    return *form == PROBLEM_NUMBERS_HASHED ? add_sparse_numbers(emitter, problems) : offset;
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
        count += registry->members.items[i].shape->type != MEMBER_CONSTANT;
    return count;
}

/* What can be known only of the whole. */
static void measure(struct emitter *emitter, size_t problems, struct arena *arena,
                    struct image *image)
{
    const struct registry *registry = emitter->registry;
    struct buffer *out = &emitter->out;
    image->body_max = arena_array(arena, registry->problem_count, sizeof *image->body_max);
    for (size_t i = 0; i < registry->problem_count; i++) {
        image->body_max[i] = problem_body_max(image_registry(image), (uint32_t)i);
        size_t response =
            image->body_max[i] + problem_headers_max(image_registry(image), (uint32_t)i);
        if (response > image->response_max)
            image->response_max = response;
        size_t record = record_at(emitter, problems, i);
        patch_u32(out, number_at(out, record + PROBLEM_RECORD_PROFILE) + PROBLEM_PROFILE_LOG_ROOM,
                  problem_log_values_max(image_registry(image), (uint32_t)i));
    }
    patch_u32(out, PROBLEM_HEAD_RESPONSE_MAX, image->response_max);
}

void image_build(const struct registry *registry, struct arena *arena, struct image *image)
{
    struct arena *scratch = arena_create_within(arena), *tables = arena_create_within(arena);
    size_t most = registry->rule_count + registry->problem_count + OTHER_CHUNKS;
    struct builder builder = {
        .emitter = {.arena = scratch,
                    .tables = tables,
                    .registry = registry,
                    .common = common_of(arena, registry),
                    .out = buffer_create(arena)},
        .image = image,
    };
    struct emitter *emitter = &builder.emitter;
    struct buffer *out = &emitter->out;
    *image = (struct image){.chunks = arena_array(arena, most, sizeof *image->chunks)};

    buffer_repeat(out, '\0', PROBLEM_HEAD_LENGTH);
    end_chunk(&builder, "head", (struct text){NULL, 0});
    size_t problems = reserve_offsets(out, registry->problem_count);
    size_t rules = reserve_offsets(out, registry->rule_count);
    end_chunk(&builder, "offsets", (struct text){NULL, 0});
    uint32_t name = emit_text(emitter, registry->name.text);
    bool blank = text_is(registry->base.text, "about:blank");
    uint32_t base = emit_text(emitter, blank ? TEXT("") : registry->base.text);
    uint32_t opening = emit_text(emitter, emitter->common.opening);
    end_chunk(&builder, "names", (struct text){NULL, 0});
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < registry->rule_count; i++) {
        patch_u32(out, rules + i * 4, emit_rule(emitter, &registry->rules[i]));
        end_chunk(&builder, "rule", registry->rules[i].name.text);
        arena_release(scratch, mark);
    }
    for (size_t i = 0; i < registry->problem_count; i++) {
        patch_u32(out, problems + i * 4, emit_problem(emitter, &registry->problems[i]));
        end_chunk(&builder, "problem", registry->problems[i].code.text);
        arena_release(scratch, mark);
    }
    said_forget(tables, &emitter->blocks);
    uint32_t codes = add_codes(emitter, problems);
    end_chunk(&builder, "codes", (struct text){NULL, 0});
    arena_release(scratch, mark);
    uint32_t types = add_types(emitter, problems);
    end_chunk(&builder, "types", (struct text){NULL, 0});
    arena_release(scratch, mark);
    enum problem_numbers_form form;
    uint32_t numbers = add_numbers(emitter, problems, &form);
    end_chunk(&builder, "numbers", (struct text){NULL, 0});

    buffer_repeat(out, '\0', READ_BEHIND);
    end_chunk(&builder, "end", (struct text){NULL, 0});

    struct buffer head = buffer_create(scratch);
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
    emit_u8(&head, form);
    emit_u32(&head, 0); /* RESPONSE_MAX is measured */
    emit_u32(&head, opening);
    for (size_t i = 0; i < head.length; i++)
        out->bytes[i] = head.bytes[i];

    image->bytes = buffer_contents(out);
    arena_clear(scratch);
    arena_clear(tables);
    measure(emitter, problems, arena, image);
    image->digest = problem_hash(out->bytes, out->length, 0);
    patch_u64(out, PROBLEM_HEAD_DIGEST, image->digest);
}

const struct problem_registry *image_registry(const struct image *image)
{
    return (const struct problem_registry *)(const void *)image->bytes.bytes;
}
