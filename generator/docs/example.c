/*
 * The example message: what a service sends, from the runtime and the tables that services have.
 */
#include "docs/page.h"
#include "render/render.h"

#include <inttypes.h>

/* ---------------------------------------------------------------- values where none is given */

static struct text decimal_example(const struct shape *shape, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    buffer_byte(&out, '1');
    if (shape->scale_min.value)
        buffer_byte(&out, '.');
    buffer_repeat(&out, '0', (size_t)shape->scale_min.value);
    return buffer_contents(&out);
}

static struct text integer_example(const struct shape *shape, struct arena *arena)
{
    int64_t number = 1;
    number = number < shape->minimum.value ? shape->minimum.value : number;
    number = number > shape->maximum.value ? shape->maximum.value : number;
    return arena_format(arena, "%" PRId64, number);
}

struct text example_of(const struct shape *shape, struct arena *arena)
{
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
        return integer_example(shape, arena);
    case MEMBER_DECIMAL:
        return decimal_example(shape, arena);
    case MEMBER_NUMBER:
        return TEXT("1.5");
    case MEMBER_BOOLEAN:
        return TEXT("true");
    case MEMBER_ENUM:
        return shape->value_count ? shape->values[0].name.text : TEXT("");
    case MEMBER_IDENTIFIER:
    case MEMBER_TEXT:
        return shape->pattern.text.length
                   ? TEXT("")
                   : text_slice(TEXT("example"), 0, (size_t)shape->max.value);
    case MEMBER_URI:
        return TEXT("https://example.com/");
    case MEMBER_UUID:
        return TEXT("00000000-0000-4000-8000-000000000001");
    case MEMBER_POINTER:
        return TEXT("/a");
    case MEMBER_TIMESTAMP:
        return TEXT("2026-01-31T12:00:00Z");
    case MEMBER_DATE:
        return TEXT("2026-01-31");
    case MEMBER_LIST:
        return example_of(shape->of, arena);
    case MEMBER_CONSTANT:
        break;
    }
    return TEXT("");
}

/* ---------------------------------------------------------------- arguments of render */

struct arguments {
    struct arena *arena;
    const char **values, **violations;
    size_t value_count, violation_count;
};

static void push(struct arguments *arguments, const char ***list, size_t *count, struct text item)
{
    *(const char **)arena_push(arguments->arena, list, (*count)++, sizeof item.bytes) = item.bytes;
}

/* "name=value" for members that render would not know a value for. */
static void add_values(struct arguments *arguments, const struct members *members)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        if (member->example.count || member->optional.value ||
            member->audience.value == AUDIENCE_LOG || member->shape.type == MEMBER_CONSTANT)
            continue;
        struct text value = example_of(&member->shape, arguments->arena);
        if (value.length)
            push(arguments, &arguments->values, &arguments->value_count,
                 arena_format(arguments->arena, "%.*s=%.*s", TEXT_ARGS(member->name.text),
                              TEXT_ARGS(value)));
    }
}

/* One field error for each of the first rules, each in another kind of place. */
static void add_violations(struct arguments *arguments, const struct violations *violations)
{
    static const char *const places[] = {"/items/0/name", "/amount", "?limit", "If-Match:"};
    for (size_t i = 0; i < violations->rule_count && i < sizeof places / sizeof *places; i++) {
        const struct rule *rule = violations->rules[i];
        struct buffer out = buffer_create(arguments->arena);
        buffer_format(&out, "%s %.*s", places[i], TEXT_ARGS(rule->name.text));
        for (size_t j = 0; j < rule->members.count; j++) {
            const struct member *member = &rule->members.items[j];
            if (member->example.count)
                continue;
            buffer_format(&out, " %.*s=", TEXT_ARGS(member->name.text));
            buffer_text(&out, example_of(&member->shape, arguments->arena));
        }
        buffer_byte(&out, '\0');
        push(arguments, &arguments->violations, &arguments->violation_count, buffer_contents(&out));
    }
}

static struct value *listed(const struct page *page, const struct arguments *arguments)
{
    struct arena *arena = arguments->arena;
    struct value *list = value_list(arena);
    value_add(arena, list, value_text(arena, page->problem->code.text));
    for (size_t i = 0; i < arguments->value_count; i++)
        value_add(arena, list, value_text(arena, text_of(arguments->values[i])));
    for (size_t i = 0; i < arguments->violation_count; i++) {
        value_add(arena, list, value_text(arena, TEXT("--violation")));
        value_add(arena, list, value_text(arena, text_of(arguments->violations[i])));
    }
    return list;
}

/* ---------------------------------------------------------------- the message */

/* The lines before the empty one, without carriage returns; `rest` is the body, on one line. */
static struct text head_of(struct text message, struct text *rest, struct arena *arena)
{
    struct buffer head = buffer_create(arena);
    size_t at = 0;
    while (at + 4 <= message.length && !text_equal(text_slice(message, at, 4), TEXT("\r\n\r\n"))) {
        if (message.bytes[at] != '\r')
            buffer_byte(&head, message.bytes[at]);
        at++;
    }
    *rest = text_slice(message, at + 4, message.length);
    if (text_ends_with(*rest, TEXT("\n")))
        rest->length--;
    return buffer_contents(&head);
}

/* Where the body can be cut into lines that read well: before members, and before the objects of a
 * list. The text between the cuts is all of it. */
static bool is_cut(struct text body, size_t at, size_t depth)
{
    char before = body.bytes[at - 1], byte = body.bytes[at];
    bool opens = before == '{' || before == '[';
    if (depth == 1)
        return opens ? byte != '}' : before == ',' || byte == '}';
    if (depth == 2 && byte == '{')
        return before == '[' || before == ',';
    return depth == 2 && byte == ']' && before == '}';
}

static void add_line(struct value *lines, struct text text, size_t depth, struct arena *arena)
{
    struct value *line = value_map(arena);
    value_set(arena, line, "depth", value_integer(arena, (int64_t)depth));
    value_set(arena, line, "text", value_text(arena, text));
    value_add(arena, lines, line);
}

struct value *page_body_lines(struct text body, struct arena *arena)
{
    struct value *lines = value_list(arena);
    size_t begin = 0, depth = 0, indent = 0;
    bool quoted = false;
    for (size_t at = 0; at < body.length; at++) {
        char byte = body.bytes[at];
        if (!quoted && at && is_cut(body, at, depth)) {
            add_line(lines, text_slice(body, begin, at - begin), indent, arena);
            begin = at;
            indent = depth - (byte == '}' || byte == ']');
        }
        if (quoted && byte == '\\')
            at++;
        else if (byte == '"')
            quoted = !quoted;
        else if (!quoted && (byte == '{' || byte == '['))
            depth++;
        else if (!quoted && (byte == '}' || byte == ']'))
            depth--;
    }
    add_line(lines, text_slice(body, begin, body.length), indent, arena);
    return lines;
}

struct value *page_example(const struct page *page, struct arena *arena)
{
    struct arguments arguments = {.arena = arena};
    struct buffer message = buffer_create(arena);
    struct value *map = value_map(arena);
    struct text error, body;
    add_values(&arguments, &page->of->registry->members);
    add_values(&arguments, &page->problem->members);
    if (page->problem->violations)
        add_violations(&arguments, page->problem->violations);
    struct render_request request = {
        .problem = page->problem,
        .values = arguments.values,
        .value_count = arguments.value_count,
        .violations = arguments.violations,
        .violation_count = arguments.violation_count,
    };
    if (!render_response(page->of->registry, page->of->image, &request, arena, &message, &error))
        return value_absent(arena);
    struct text head = head_of(buffer_contents(&message), &body, arena);
    value_set(arena, map, "head", value_identifier(arena, head)); /* printable ASCII */
    value_set(arena, map, "body", value_json(arena, body));
    if (page->for_operator)
        value_set(arena, map, "render", listed(page, &arguments));
    return map;
}
