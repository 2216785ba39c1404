/*
 * A response for each status that problems have, and one for any of them. Headers that all
 * responses carry are components of their own.
 */
#include "openapi/parts.h"

#include "problem.h"

enum { STATUSES = 600 };

static const char media_type[] = "application/problem+json";

/* ---------------------------------------------------------------- names */

/* A header's name as a component's: letters, digits and . _ - only. */
static const char *component_name(struct arena *arena, struct text name)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i], lower = (char)(byte | 0x20);
        bool plain = (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') ||
                     byte == '-' || byte == '.' || byte == '_';
        buffer_byte(&out, plain ? byte : '_');
    }
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

/* "NotFound", or "Status418" where the status has no phrase. */
static const char *response_name(struct arena *arena, int status)
{
    const char *phrase = problem_reason(status);
    struct text text = text_of(phrase);
    if (text_is(text, "Client Error") || text_is(text, "Server Error"))
        return arena_format(arena, "Status%d", status).bytes;
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ')
            buffer_byte(&out, text.bytes[i]);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

/* ---------------------------------------------------------------- headers of all responses */

static struct value *header_object(struct arena *arena, struct value *schema,
                                   const char *description, bool required)
{
    struct value *map = value_map(arena);
    if (description)
        openapi_set_word(arena, map, "description", description);
    value_set(arena, map, "required", value_boolean(arena, required));
    value_set(arena, map, "schema", schema);
    return map;
}

static struct value *string_schema(struct arena *arena, const char *keyword, struct text text)
{
    struct value *map = value_map(arena);
    openapi_set_word(arena, map, "type", "string");
    openapi_set_text(arena, map, keyword, text);
    return map;
}

static void add_shared_headers(const struct registry *registry, struct arena *arena,
                               struct value *headers)
{
    if (span_is_set(registry->id_header.span)) {
        struct value *map = header_object(arena, string_schema(arena, "format", TEXT("uuid")),
                                          "The id of this occurrence: quote it to support.", true);
        value_set(arena, headers, component_name(arena, registry->id_header.text), map);
    }
    if (span_is_set(registry->language.span))
        value_set(arena, headers, "Content-Language",
                  header_object(arena, string_schema(arena, "const", registry->language.text),
                                "The language of the texts.", true));
    value_set(arena, headers, "Cache-Control",
              header_object(arena, string_schema(arena, "const", TEXT("no-store")),
                            "No error is kept by caches.", true));
}

static void refer_to_shared_headers(const struct registry *registry, struct arena *arena,
                                    struct value *map)
{
    if (span_is_set(registry->id_header.span))
        value_set(
            arena, map, arena_copy(arena, registry->id_header.text).bytes,
            openapi_reference(arena, "headers", component_name(arena, registry->id_header.text)));
    if (span_is_set(registry->language.span))
        value_set(arena, map, "Content-Language",
                  openapi_reference(arena, "headers", "Content-Language"));
    value_set(arena, map, "Cache-Control", openapi_reference(arena, "headers", "Cache-Control"));
}

/* ---------------------------------------------------------------- headers of problems */

static const struct header *find_header(const struct problem_type *problem, struct text name)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (text_equal_ignoring_case(problem->extras->headers.items[i].name.text, name))
            return &problem->extras->headers.items[i];
    return NULL;
}

/* The only thing that its value is made of, or NULL. */
static const struct member *only_member(const struct header *header)
{
    const struct message *value = &header->value;
    bool alone = value->count && value->pieces[0].literal.length == 0 &&
                 (value->count == 1 || (value->count == 2 && value->pieces[1].literal.length == 0 &&
                                        value->pieces[1].member == NULL));
    return alone ? value->pieces[0].member : NULL;
}

static bool is_literal(const struct header *header)
{
    for (size_t i = 0; i < header->value.count; i++)
        if (header->value.pieces[i].member)
            return false;
    return true;
}

static struct value *header_schema(const struct published *published, const struct header *header,
                                   struct arena *arena)
{
    const struct member *member = only_member(header);
    if (member)
        return header_shape_schema(member->shape, published->problem->code.text, arena);
    struct buffer literal = buffer_create(arena);
    for (size_t i = 0; i < header->value.count; i++)
        buffer_text(&literal, header->value.pieces[i].literal);
    if (is_literal(header))
        return string_schema(arena, "const", buffer_contents(&literal));
    struct value *map = value_map(arena);
    openapi_set_word(arena, map, "type", "string");
    return map;
}

static bool has_schema(const struct value *list, const struct value *schema, struct arena *arena)
{
    struct buffer wanted = buffer_create(arena);
    value_print_json(schema, &wanted);
    for (size_t i = 0; i < list->as.list.count; i++) {
        struct buffer other = buffer_create(arena);
        value_print_json(list->as.list.items[i], &other);
        if (text_equal(buffer_contents(&wanted), buffer_contents(&other)))
            return true;
    }
    return false;
}

/* A value as the schema has it: "GET, POST" is a list. */
static struct value *header_example(const struct value *schema, struct text text,
                                    struct arena *arena)
{
    const struct value *type = value_get(schema, TEXT("type"));
    if (text_is(type->as.text, "integer"))
        return value_json(arena, text);
    if (!text_is(type->as.text, "array"))
        return value_text(arena, text);
    struct value *list = value_list(arena);
    for (size_t begin = 0, at = 0; at <= text.length && text.length; at++)
        if (at == text.length || text_starts_with(text_slice(text, at, 2), TEXT(", "))) {
            value_add(arena, list,
                      header_example(value_get(schema, TEXT("items")),
                                     text_slice(text, begin, at - begin), arena));
            begin = at + 2;
        }
    return list;
}

static bool is_duty(int64_t status, struct text name)
{
    const struct duty *duty = status_duty(status);
    return duty && text_equal_ignoring_case(name, text_of(duty->header));
}

/* What the problems of a status say of this header, together. */
struct merged {
    struct value *schemas, *example;
    struct text description;
};

static void merge(struct merged *merged, const struct published *published,
                  const struct header *header, struct arena *arena)
{
    const struct member *member = only_member(header);
    struct value *schema = header_schema(published, header, arena);
    struct text example = example_header(&published->example, header->name.text);
    if (!has_schema(merged->schemas, schema, arena))
        value_add(arena, merged->schemas, schema);
    if (member && merged->description.length == 0)
        merged->description = member->description.text;
    if (merged->example == NULL && example.bytes && value_get(schema, TEXT("const")) == NULL)
        merged->example = header_example(schema, example, arena);
}

static struct value *merged_header(const struct publication *publication, int64_t status,
                                   struct text name)
{
    struct arena *arena = publication->arena;
    struct merged merged = {value_list(arena), NULL, {NULL, 0}};
    for (size_t i = 0; i < publication->count; i++) {
        const struct published *published = &publication->items[i];
        const struct header *header = find_header(published->problem, name);
        if (header && published->problem->status.value == status)
            merge(&merged, published, header, arena);
    }
    struct value *map = value_map(arena), *schema = merged.schemas->as.list.items[0];
    if (merged.schemas->as.list.count > 1) {
        schema = value_map(arena);
        value_set(arena, schema, "anyOf", merged.schemas);
    }
    if (merged.description.length)
        openapi_set_text(arena, map, "description", merged.description);
    value_set(arena, map, "required", value_boolean(arena, is_duty(status, name)));
    value_set(arena, map, "schema", schema);
    if (merged.example)
        value_set(arena, map, "example", merged.example);
    return map;
}

static bool has_header(const struct value *map, struct text name)
{
    for (size_t i = 0; i < map->as.map.count; i++)
        if (text_equal_ignoring_case(text_of(map->as.map.fields[i].name), name))
            return true;
    return false;
}

static struct value *response_headers(const struct publication *publication, int64_t status)
{
    struct arena *arena = publication->arena;
    struct value *map = value_map(arena);
    for (size_t i = 0; i < publication->count; i++) {
        const struct problem_type *problem = publication->items[i].problem;
        for (size_t j = 0; j < problem->extras->headers.count && problem->status.value == status;
             j++) {
            struct text name = problem->extras->headers.items[j].name.text;
            if (!has_header(map, name))
                value_set(arena, map, arena_copy(arena, name).bytes,
                          merged_header(publication, status, name));
        }
    }
    refer_to_shared_headers(publication->registry, arena, map);
    return map;
}

/* ---------------------------------------------------------------- responses */

/* The problems of one status; 0: of any. */
static bool belongs(const struct published *published, int status)
{
    return status == 0 || published->problem->status.value == status;
}

static struct value *content(const struct publication *publication, int status)
{
    struct arena *arena = publication->arena;
    struct value *examples = value_map(arena), *media = value_map(arena), *map = value_map(arena);
    const char **names = arena_array(arena, publication->count + 1, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < publication->count; i++) {
        const struct published *published = &publication->items[i];
        if (!belongs(published, status))
            continue;
        names[count++] = published->name;
        if (published->example.body)
            value_set(arena, examples, published->name,
                      openapi_reference(arena, "examples", published->name));
    }
    names[count++] = "Problem";
    value_set(arena, media, "schema",
              status ? openapi_any_of(arena, names, count)
                     : openapi_reference(arena, "schemas", "AnyProblem"));
    if (examples->as.map.count)
        value_set(arena, media, "examples", examples);
    value_set(arena, map, media_type, media);
    return map;
}

static struct text titles(const struct publication *publication, int status)
{
    struct buffer out = buffer_create(publication->arena);
    for (size_t i = 0; i < publication->count; i++) {
        const struct problem_type *problem = publication->items[i].problem;
        if (!belongs(&publication->items[i], status))
            continue;
        if (out.length)
            buffer_byte(&out, '\n');
        openapi_add_bullet(&out, problem->code.text, problem->title.text);
    }
    return buffer_contents(&out);
}

static void add_response(const struct publication *publication, int status, const char *name,
                         struct text description, struct value *responses)
{
    struct value *map = value_map(publication->arena);
    openapi_set_text(publication->arena, map, "description", description);
    value_set(publication->arena, map, "headers", response_headers(publication, status));
    value_set(publication->arena, map, "content", content(publication, status));
    value_set(publication->arena, responses, name, map);
}

void responses_add(const struct publication *publication, struct value *responses,
                   struct value *headers)
{
    struct arena *arena = publication->arena;
    bool used[STATUSES] = {false};
    for (size_t i = 0; i < publication->count; i++)
        used[publication->items[i].problem->status.value] = true;
    for (int status = 0; status < STATUSES; status++)
        if (used[status])
            add_response(publication, status, response_name(arena, status),
                         titles(publication, status), responses);
    add_response(publication, 0, "AnyProblem",
                 TEXT("Any problem, also one that is not known yet: a `default` response."),
                 responses);
    add_shared_headers(publication->registry, arena, headers);
}
