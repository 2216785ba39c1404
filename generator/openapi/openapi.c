#include "openapi/openapi.h"

#include "openapi/parts.h"

/* ---------------------------------------------------------------- shorthands */

void openapi_set_word(struct arena *arena, struct value *map, const char *name, const char *word)
{
    value_set(arena, map, name, value_text(arena, text_of(word)));
}

void openapi_set_text(struct arena *arena, struct value *map, const char *name, struct text text)
{
    value_set(arena, map, name, value_text(arena, text));
}

void openapi_set_integer(struct arena *arena, struct value *map, const char *name, int64_t integer)
{
    value_set(arena, map, name, value_integer(arena, integer));
}

void openapi_add_bullet(struct buffer *out, struct text code, struct text text)
{
    buffer_string(out, "- `");
    buffer_text(out, code);
    buffer_string(out, "`: ");
    buffer_text(out, text);
}

struct value *openapi_reference(struct arena *arena, const char *section, const char *name)
{
    struct value *map = value_map(arena);
    openapi_set_text(arena, map, "$ref", arena_format(arena, "#/components/%s/%s", section, name));
    return map;
}

struct value *openapi_any_of(struct arena *arena, const char *const *names, size_t count)
{
    struct value *map = value_map(arena), *list = value_list(arena);
    for (size_t i = 0; i < count; i++)
        value_add(arena, list, openapi_reference(arena, "schemas", names[i]));
    openapi_set_word(arena, map, "type", "object");
    value_set(arena, map, "anyOf", list);
    return map;
}

/* ---------------------------------------------------------------- names of schemas */

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* "InsufficientFunds", of insufficient-funds, insufficient_funds, insufficientFunds and
 * INSUFFICIENT_FUNDS. */
static struct text pascal(struct arena *arena, struct text code)
{
    struct buffer out = buffer_create(arena);
    bool shouting = true, begins = true;
    for (size_t i = 0; i < code.length; i++)
        shouting = shouting && !is_lower(code.bytes[i]);
    for (size_t i = 0; i < code.length; i++) {
        char byte = code.bytes[i];
        bool joint = byte == '-' || byte == '_';
        if (begins && is_lower(byte))
            byte = (char)(byte - 'a' + 'A');
        else if (!begins && shouting && is_upper(byte))
            byte = (char)(byte - 'A' + 'a');
        if (!joint)
            buffer_byte(&out, byte);
        begins = joint;
    }
    return arena_copy(arena, buffer_contents(&out));
}

/* Codes that differ in their joints alone, and those named like the schemas that are always there,
 * get as many _ as it takes. */
static const char *schema_name(struct arena *arena, struct map *taken, struct text code)
{
    struct text name = pascal(arena, code);
    while (!map_add(arena, taken, name, 0))
        name = arena_format(arena, "%.*s_", TEXT_ARGS(name));
    return name.bytes;
}

/* ---------------------------------------------------------------- what is published */

static void publish(const struct registry *registry, const struct image *image, struct arena *arena,
                    struct publication *publication)
{
    struct map taken = {0};
    map_add(arena, &taken, TEXT("Problem"), 0);
    map_add(arena, &taken, TEXT("KnownProblem"), 0);
    map_add(arena, &taken, TEXT("AnyProblem"), 0);
    *publication = (struct publication){registry, arena, NULL, 0};
    publication->items =
        arena_array(arena, registry->problem_count + 1, sizeof *publication->items);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (problem->extras->concealed_as)
            continue;
        struct published *published = &publication->items[publication->count++];
        published->problem = problem;
        published->name = schema_name(arena, &taken, problem->code.text);
        example_read(registry, image, problem, arena, &published->example);
    }
}

/* ---------------------------------------------------------------- components */

static struct value *standard_member(struct arena *arena, const char *type, const char *format,
                                     const char *description)
{
    struct value *map = value_map(arena);
    openapi_set_word(arena, map, "type", type);
    if (format)
        openapi_set_word(arena, map, "format", format);
    openapi_set_word(arena, map, "description", description);
    return map;
}

/* RFC 9457 3.1: a problem of which no more is known. */
static struct value *generic_schema(const struct registry *registry, struct arena *arena)
{
    struct value *map = value_map(arena), *properties = value_map(arena);
    struct value *status = standard_member(arena, "integer", NULL, "The response's status.");
    openapi_set_integer(arena, status, "minimum", 400);
    openapi_set_integer(arena, status, "maximum", 599);
    value_set(arena, properties, "type",
              standard_member(arena, "string", "uri-reference",
                              "What kind of problem it is; about:blank where it is missing."));
    value_set(arena, properties, "title",
              standard_member(arena, "string", NULL, "The same in every occurrence."));
    value_set(arena, properties, "status", status);
    value_set(arena, properties, "detail",
              standard_member(arena, "string", NULL, "About this occurrence."));
    value_set(arena, properties, "instance",
              standard_member(arena, "string", "uri-reference", "Which occurrence it is."));
    if (span_is_set(registry->discriminator.span))
        value_set(arena, properties, arena_copy(arena, registry->discriminator.text).bytes,
                  standard_member(arena, "string", NULL, "What kind of problem it is."));
    openapi_set_word(arena, map, "type", "object");
    openapi_set_word(arena, map, "title", "Problem details");
    openapi_set_word(arena, map, "description",
                     "Any problem (RFC 9457), also one that is newer than this description.");
    value_set(arena, map, "properties", properties);
    return map;
}

static struct value *schemas(const struct publication *publication)
{
    struct arena *arena = publication->arena;
    struct value *map = value_map(arena);
    const char **names = arena_array(arena, publication->count + 1, sizeof *names);
    for (size_t i = 0; i < publication->count; i++) {
        const struct published *published = &publication->items[i];
        names[i] = published->name;
        value_set(
            arena, map, published->name,
            problem_schema(publication->registry, published->problem, &published->example, arena));
    }
    value_set(arena, map, "Problem", generic_schema(publication->registry, arena));
    struct value *known = openapi_any_of(arena, names, publication->count);
    openapi_set_word(arena, known, "description", "One of the problems that are described here.");
    value_set(arena, map, "KnownProblem", known);
    static const char *const both[] = {"KnownProblem", "Problem"};
    struct value *any = openapi_any_of(arena, both, 2);
    openapi_set_word(arena, any, "description",
                     "One of the problems that are described here, or one that is not known yet.");
    value_set(arena, map, "AnyProblem", any);
    return map;
}

static struct value *examples(const struct publication *publication)
{
    struct arena *arena = publication->arena;
    struct value *map = value_map(arena);
    for (size_t i = 0; i < publication->count; i++) {
        const struct published *published = &publication->items[i];
        if (published->example.body == NULL)
            continue;
        struct value *example = value_map(arena);
        openapi_set_text(arena, example, "summary", published->problem->title.text);
        value_set(arena, example, "value", published->example.body);
        value_set(arena, map, published->name, example);
    }
    return map;
}

/* ---------------------------------------------------------------- the documents */

/* The file's name without directories: the document says the same wherever it is made. */
static struct text file_name(struct text path)
{
    size_t at = path.length;
    while (at && path.bytes[at - 1] != '/')
        at--;
    return text_slice(path, at, path.length);
}

static struct value *info(const struct registry *registry, struct arena *arena)
{
    struct value *map = value_map(arena);
    struct buffer out = buffer_create(arena);
    buffer_text(&out, TEXT("The problems of "));
    buffer_text(&out, registry->title.text);
    buffer_string(&out, ", for its description to refer to. Made by problemc from ");
    buffer_text(&out, file_name(registry->source->name));
    buffer_string(&out, ": change that file and not this one.");
    openapi_set_text(arena, map, "title", registry->title.text);
    openapi_set_text(arena, map, "description", buffer_contents(&out));
    openapi_set_text(arena, map, "version",
                     arena_format(arena, "%lld", (long long)registry->version.value));
    if (registry->docs.license.text.length) {
        struct value *license = value_map(arena);
        openapi_set_text(arena, license, "name", registry->docs.license.text);
        value_set(arena, map, "license", license);
    }
    return map;
}

struct value *openapi_document(const struct registry *registry, const struct image *image,
                               struct arena *arena)
{
    struct publication publication;
    struct value *map = value_map(arena), *components = value_map(arena);
    struct value *responses = value_map(arena), *headers = value_map(arena);
    publish(registry, image, arena, &publication);
    responses_add(&publication, responses, headers);
    value_set(arena, components, "schemas", schemas(&publication));
    value_set(arena, components, "responses", responses);
    value_set(arena, components, "headers", headers);
    value_set(arena, components, "examples", examples(&publication));
    openapi_set_word(arena, map, "openapi", "3.1.0");
    value_set(arena, map, "info", info(registry, arena));
    value_set(arena, map, "components", components);
    return map;
}

/* An $id takes no fragment, and about:blank stands for many problems. */
static bool can_name_schema(struct text type)
{
    for (size_t i = 0; i < type.length; i++)
        if (type.bytes[i] == '#')
            return false;
    return !text_is(type, "about:blank");
}

struct value *openapi_json_schema(const struct registry *registry, const struct image *image,
                                  const struct problem_type *problem, struct arena *arena)
{
    struct example_response example;
    example_read(registry, image, problem, arena, &example);
    struct value *map = value_map(arena);
    struct value *schema = problem_schema(registry, problem, &example, arena);
    struct text type = problem_type_uri(problem, arena);
    struct buffer id = buffer_create(arena);
    buffer_text(&id, type);
    buffer_string(&id, "/schema.json");
    openapi_set_word(arena, map, "$schema", "https://json-schema.org/draft/2020-12/schema");
    if (can_name_schema(type))
        openapi_set_text(arena, map, "$id", buffer_contents(&id));
    for (size_t i = 0; i < schema->as.map.count; i++)
        value_set(arena, map, schema->as.map.fields[i].name, schema->as.map.fields[i].value);
    if (example.body) {
        struct value *examples = value_list(arena);
        value_add(arena, examples, example.body);
        value_set(arena, map, "examples", examples);
    }
    return map;
}

static bool is_json(const char *path)
{
    return path == NULL || text_ends_with(text_of(path), TEXT(".json"));
}

bool openapi_prints(const char *path)
{
    struct text name = text_of(path);
    return is_json(path) || text_ends_with(name, TEXT(".yaml")) ||
           text_ends_with(name, TEXT(".yml"));
}

void openapi_print(const struct value *document, const char *path, struct buffer *out)
{
    if (is_json(path))
        value_print_json(document, out);
    else
        value_print_yaml(document, out);
}
