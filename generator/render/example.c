#include "render/example.h"

#include "pattern/pattern.h"

#include <inttypes.h>

/* ---------------------------------------------------------------- values that fit */

static struct text in_range(const struct shape *shape, struct arena *arena)
{
    int64_t value = 1;
    if (value < shape->limits->minimum.value)
        value = shape->limits->minimum.value;
    if (value > shape->limits->maximum.value)
        value = shape->limits->maximum.value;
    return arena_format(arena, "%" PRId64, value);
}

static struct text decimal(const struct shape *shape, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    size_t digits = (size_t)shape->limits->scale_min.value;
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
        return shape->limits->automaton.length ? pattern_shortest(shape->limits->automaton, arena)
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
    case MEMBER_CONSTANT: /* not asked for */
        break;
    }
    return TEXT("");
}

/* ---------------------------------------------------------------- arguments of render */

static void push(struct arena *arena, struct example_arguments *arguments, struct text argument)
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
    buffer_text(&out, example_value(member->shape, arena));
    return buffer_contents(&out);
}

static bool lacks_example(const struct member *member)
{
    return member->example.count == 0 && !member->optional.value &&
           member->audience.value != AUDIENCE_LOG && member->shape->type != MEMBER_CONSTANT;
}

static void push_members(struct arena *arena, struct example_arguments *arguments,
                         const struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        if (lacks_example(&members->items[i]))
            push(arena, arguments, assignment(&members->items[i], arena));
}

/* One field error for each of the first rules, each in another kind of place. */
static void push_violations(struct arena *arena, struct example_arguments *arguments,
                            const struct violations *violations)
{
    static const char *const places[] = {"/items/0/name", "?limit", "/amount", "If-Match:"};
    size_t most = sizeof places / sizeof *places;
    if ((size_t)violations->max.value < most)
        most = (size_t)violations->max.value;
    for (size_t i = 0; i < violations->rule_count && i < most; i++) {
        const struct rule *rule = violations->rules[i];
        struct buffer out = buffer_create(arena);
        buffer_format(&out, "%s ", places[i]);
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
static void split(struct text message, struct example *example)
{
    size_t at = 0;
    while (!text_starts_with(text_slice(message, at, message.length), TEXT("\r\n\r\n")))
        at++;
    example->head = text_slice(message, 0, at + 2);
    example->body = text_slice(message, at + 4, message.length - at - 5); /* its line break off */
}

void example_render(const struct registry *registry, const struct image *image,
                    const struct problem_type *problem, struct arena *arena,
                    struct example *example)
{
    *example = (struct example){0};
    push_members(arena, &example->values, &registry->members);
    push_members(arena, &example->values, &problem->members);
    if (problem->extras->violations)
        push_violations(arena, &example->violations, problem->extras->violations);
    struct render_request request = {
        .problem = problem,
        .values = example->values.items,
        .value_count = example->values.count,
        .violations = example->violations.items,
        .violation_count = example->violations.count,
    };
    struct buffer out = buffer_create(arena);
    struct text error;
    if (render_response(registry, image, &request, arena, &out, &error))
        split(buffer_contents(&out), example);
}
