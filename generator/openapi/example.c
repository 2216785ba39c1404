/*
 * Examples are responses: rendered from the members' examples, as `problemc render` does without
 * further arguments. Where the registry has none for a member that must be there, a value that fits
 * stands in for it.
 */
#include "openapi/parts.h"

#include "render/render.h"

enum { VIOLATIONS_MAX = 4 }; /* rules that an example shows */

/* ---------------------------------------------------------------- values that fit */

static struct text in_range(const struct shape *shape, struct arena *arena)
{
    int64_t value = 1;
    if (value < shape->minimum.value)
        value = shape->minimum.value;
    if (value > shape->maximum.value)
        value = shape->maximum.value;
    return arena_format(arena, "%lld", (long long)value);
}

static struct text decimal(const struct shape *shape, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    size_t digits = (size_t)shape->scale_min.value;
    buffer_byte(&out, '1');
    if (digits)
        buffer_byte(&out, '.');
    buffer_repeat(&out, '0', digits);
    return buffer_contents(&out);
}

struct text example_value(const struct shape *shape, struct arena *arena)
{
    size_t max = (size_t)shape->max.value;
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
        return in_range(shape, arena);
    case MEMBER_DECIMAL:
        return decimal(shape, arena);
    case MEMBER_NUMBER:
        return TEXT("0.5");
    case MEMBER_BOOLEAN:
        return TEXT("true");
    case MEMBER_ENUM:
        return shape->values[0].name.text;
    case MEMBER_IDENTIFIER:
        return shape->automaton.length ? pattern_shortest(shape->automaton, arena)
                                       : text_slice(TEXT("example"), 0, max);
    case MEMBER_TEXT:
        return text_slice(TEXT("Example"), 0, max);
    case MEMBER_URI:
        return max < 20 ? TEXT("a:") : TEXT("https://example.com/");
    case MEMBER_UUID:
        return TEXT("7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12");
    case MEMBER_POINTER:
        return text_slice(TEXT("/example"), 0, max);
    case MEMBER_TIMESTAMP:
        return TEXT("2026-11-21T10:00:00Z");
    case MEMBER_DATE:
        return TEXT("2026-11-21");
    case MEMBER_LIST:
        return example_value(shape->of, arena);
    default: /* constants are not asked for */
        return TEXT("");
    }
}

/* ---------------------------------------------------------------- arguments for the renderer */

struct arguments {
    const char **items;
    size_t count;
};

static void push(struct arena *arena, struct arguments *arguments, struct text argument)
{
    const char **last =
        arena_push(arena, &arguments->items, arguments->count, sizeof *arguments->items);
    *last = arena_copy(arena, argument).bytes;
    arguments->count++;
}

static struct text assignment(const struct member *member, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    buffer_text(&out, member->name.text);
    buffer_byte(&out, '=');
    buffer_text(&out, example_value(&member->shape, arena));
    return buffer_contents(&out);
}

static bool lacks_example(const struct member *member)
{
    return member->example.count == 0 && !member->optional.value &&
           member->audience.value != AUDIENCE_LOG && member->shape.type != MEMBER_CONSTANT;
}

static void push_members(struct arena *arena, struct arguments *arguments,
                         const struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (lacks_example(&members->items[i]))
            push(arena, arguments, assignment(&members->items[i], arena));
}

/* Each rule once, in the body and in the query by turns. */
static void push_violations(struct arena *arena, struct arguments *arguments,
                            const struct violations *violations)
{
    size_t most = violations->max.value < VIOLATIONS_MAX ? (size_t)violations->max.value
                                                         : (size_t)VIOLATIONS_MAX;
    for (size_t i = 0; i < violations->rule_count && i < most; i++) {
        const struct rule *rule = violations->rules[i];
        struct buffer out = buffer_create(arena);
        buffer_string(&out, i % 2 ? "?parameter " : "/items/0/member ");
        buffer_text(&out, rule->name.text);
        for (size_t j = 0; j < rule->members.count; j++) {
            if (!lacks_example(&rule->members.items[j]))
                continue;
            buffer_byte(&out, ' ');
            buffer_text(&out, assignment(&rule->members.items[j], arena));
        }
        push(arena, arguments, buffer_contents(&out));
    }
}

/* ---------------------------------------------------------------- the response */

/* Cuts the message at its empty line. */
static void split(struct text message, struct arena *arena, struct example *example)
{
    size_t at = 0;
    while (!text_starts_with(text_slice(message, at, message.length), TEXT("\r\n\r\n")))
        at++;
    example->head = text_slice(message, 0, at + 2);
    struct text body = text_slice(message, at + 4, message.length);
    example->body = json_read(text_slice(body, 0, body.length - 1), arena);
}

void example_render(const struct registry *registry, const struct image *image,
                    const struct problem_type *problem, struct arena *arena,
                    struct example *example)
{
    struct arguments values = {NULL, 0}, violations = {NULL, 0};
    push_members(arena, &values, &problem->members);
    if (problem->violations)
        push_violations(arena, &violations, problem->violations);
    struct render_request request = {
        .problem = problem,
        .values = values.items,
        .value_count = values.count,
        .violations = violations.items,
        .violation_count = violations.count,
    };
    struct buffer out = buffer_create(arena);
    struct text error;
    *example = (struct example){{NULL, 0}, NULL};
    if (render_response(registry, image, &request, arena, &out, &error))
        split(buffer_contents(&out), arena, example);
}

struct text example_header(const struct example *example, struct text name)
{
    struct text rest = example->head;
    while (rest.length) {
        size_t end = 0;
        while (end < rest.length && rest.bytes[end] != '\r')
            end++;
        bool named =
            text_starts_with(rest, name) && end > name.length + 1 && rest.bytes[name.length] == ':';
        if (named)
            return text_slice(rest, name.length + 2, end - name.length - 2);
        rest = text_slice(rest, end + 2, rest.length);
    }
    return (struct text){NULL, 0};
}

struct value *example_member(const struct example *example, struct text name)
{
    if (example->body == NULL)
        return NULL;
    for (size_t i = 0; i < example->body->as.map.count; i++)
        if (text_is(name, example->body->as.map.fields[i].name))
            return example->body->as.map.fields[i].value;
    return NULL;
}
