/*
 * One problem's body as a schema of its own: nothing is inherited, so that generated code gets one
 * plain type. What can be missing from a body - because it is optional, or since a value that does
 * not fit is left out - is not required, and further members are allowed (RFC 9457 3.2).
 */
#include "openapi/parts.h"

struct body {
    const struct registry *registry;
    const struct problem_type *problem;
    const struct example_response *example;
    struct arena *arena;
    struct value *properties, *required;
};

/* A member of its own kind: a type, a format or NULL, and then whatever the caller adds. */
static struct value *add_standard(struct body *body, const char *name, const char *type,
                                  const char *format)
{
    struct value *map = value_map(body->arena);
    openapi_set_word(body->arena, map, "type", type);
    if (format)
        openapi_set_word(body->arena, map, "format", format);
    value_set(body->arena, body->properties, name, map);
    return map;
}

static void require(struct body *body, const char *name)
{
    value_add(body->arena, body->required, value_text(body->arena, text_of(name)));
}

static void add_example(struct body *body, struct value *map, const char *name)
{
    struct value *example = example_member(body->example, text_of(name));
    if (example == NULL)
        return;
    struct value *examples = value_list(body->arena);
    value_add(body->arena, examples, example);
    value_set(body->arena, map, "examples", examples);
}

static void add_standard_members(struct body *body)
{
    struct arena *arena = body->arena;
    const struct problem_type *problem = body->problem;
    bool blank = problem_is_blank(problem);
    struct value *type = add_standard(body, "type", "string", "uri");
    openapi_set_text(arena, type, "const", problem_type_uri(problem, arena));
    if (blank)
        openapi_set_word(arena, type, "description",
                         "Not sent: about:blank is what its absence means.");
    else
        require(body, "type");
    openapi_set_text(arena, add_standard(body, "title", "string", NULL), "const",
                     problem->title.text);
    require(body, "title");
    openapi_set_integer(arena, add_standard(body, "status", "integer", NULL), "const",
                        problem->status.value);
    require(body, "status");
    if (problem->detail.count)
        add_example(body, add_standard(body, "detail", "string", NULL), "detail");
    if (!text_is(body->registry->instance.text, "none")) {
        struct value *instance = add_standard(body, "instance", "string", "uri");
        openapi_set_word(arena, instance, "description", "This occurrence: quote it to support.");
        add_example(body, instance, "instance");
        require(body, "instance");
    }
}

static void add_members(struct body *body, const struct members *members)
{
    struct text code = body->problem->code.text;
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->audience.value != AUDIENCE_PUBLIC)
            continue;
        const char *name = arena_copy(body->arena, member->name.text).bytes;
        struct value *example = example_member(body->example, member->name.text);
        value_set(body->arena, body->properties, name,
                  member_schema(member, code, example, body->arena));
        if (member->shape->type == MEMBER_CONSTANT)
            require(body, name);
    }
}

/* What it means, and what to do. */
static struct text description(const struct problem_type *problem, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    buffer_text(&out, problem->description.text);
    if (out.length && problem->help.text.length) {
        if (out.bytes[out.length - 1] != '\n')
            buffer_byte(&out, '\n');
        buffer_byte(&out, '\n');
    }
    buffer_text(&out, problem->help.text);
    return buffer_contents(&out);
}

struct value *problem_schema(const struct registry *registry, const struct problem_type *problem,
                             const struct example_response *example, struct arena *arena)
{
    struct body body = {registry, problem, example, arena, value_map(arena), value_list(arena)};
    struct value *map = value_map(arena);
    struct text described = description(problem, arena);
    add_standard_members(&body);
    add_members(&body, &problem->members);
    add_members(&body, &registry->members);
    if (problem->extras->violations)
        violations_add_schema(problem->extras->violations, example, arena, body.properties);
    openapi_set_word(arena, map, "type", "object");
    openapi_set_text(arena, map, "title", problem->title.text);
    if (described.length)
        openapi_set_text(arena, map, "description", described);
    if (problem->extras->deprecated)
        value_set(arena, map, "deprecated", value_boolean(arena, true));
    value_set(arena, map, "required", body.required);
    value_set(arena, map, "properties", body.properties);
    return map;
}
