/*
 * Field errors in a schema: where, what and which rule. The values of a rule's members are in the
 * text alone, and a text that one of them does not fit in is left out.
 */
#include "openapi/parts.h"

#include "problem.h"

/* The name that a field error's member goes out under; NULL: it is left out. */
static const char *name_of(struct arena *arena, struct string name, const char *otherwise)
{
    if (!span_is_set(name.span))
        return otherwise;
    return text_is(name.text, "omit") ? NULL : arena_copy(arena, name.text).bytes;
}

/* NULL where it is left out, or another place has the name already. */
static struct value *add_string(struct arena *arena, struct value *properties, const char *name)
{
    if (name == NULL || value_get(properties, text_of(name)))
        return NULL;
    struct value *map = value_map(arena);
    openapi_set_word(arena, map, "type", "string");
    value_set(arena, properties, name, map);
    return map;
}

/* ---------------------------------------------------------------- places */

static void describe_pointer(const struct violations *violations, struct arena *arena,
                             struct value *map)
{
    enum { PREFIX_MAX = 7 }; /* "header " */
    switch ((enum pointer_style)violations->pointer_style.value) {
    case POINTER_FRAGMENT:
        openapi_set_word(arena, map, "format", "json-pointer-uri-fragment");
        openapi_set_integer(arena, map, "maxLength", 1 + PROBLEM_PLACE_SIZE);
        openapi_set_word(arena, map, "description", "Where in the request's body (RFC 6901).");
        break;
    case POINTER_PLAIN:
        openapi_set_word(arena, map, "format", "json-pointer");
        openapi_set_integer(arena, map, "maxLength", PROBLEM_PLACE_SIZE);
        openapi_set_word(arena, map, "description", "Where in the request's body (RFC 6901).");
        break;
    case POINTER_3GPP:
        openapi_set_integer(arena, map, "maxLength", PREFIX_MAX + PROBLEM_PLACE_SIZE);
        openapi_set_word(
            arena, map, "description",
            "Where in the request: a JSON Pointer into its body, or `query NAME`, `{NAME}` "
            "or `header NAME`.");
        break;
    }
}

static void add_places(const struct violations *violations, struct arena *arena,
                       struct value *properties)
{
    const struct violation_names *names = &violations->names;
    struct value *map = add_string(arena, properties, name_of(arena, names->pointer, "pointer"));
    if (map)
        describe_pointer(violations, arena, map);
    if (violations->pointer_style.value == POINTER_3GPP)
        return; /* all places go under one name */
    map = add_string(arena, properties, name_of(arena, names->parameter, "parameter"));
    if (map) {
        openapi_set_integer(arena, map, "maxLength", PROBLEM_PLACE_SIZE);
        openapi_set_word(arena, map, "description",
                         "The query or path parameter that it is about.");
    }
    map = add_string(arena, properties, name_of(arena, names->header, "header"));
    if (map) {
        openapi_set_integer(arena, map, "maxLength", PROBLEM_PLACE_SIZE);
        openapi_set_word(arena, map, "description", "The header field that it is about.");
    }
}

/* ---------------------------------------------------------------- rules */

/* The rules, and what they mean where it is said. */
static void add_rule(const struct violations *violations, const char *name, struct arena *arena,
                     struct value *properties)
{
    struct value *map = add_string(arena, properties, name), *names = value_list(arena);
    struct buffer out = buffer_create(arena);
    buffer_string(&out, "The rule that it breaks.");
    bool first = true;
    for (size_t i = 0; i < violations->rule_count; i++) {
        const struct rule *rule = violations->rules[i];
        value_add(arena, names, value_text(arena, rule->name.text));
        if (rule->description.text.length == 0)
            continue;
        buffer_string(&out, first ? "\n\n" : "\n");
        openapi_add_bullet(&out, rule->name.text, rule->description.text);
        first = false;
    }
    value_set(arena, map, "enum", names);
    openapi_set_text(arena, map, "description", buffer_contents(&out));
}

/* ---------------------------------------------------------------- the whole */

static struct value *item_schema(const struct violations *violations, struct arena *arena)
{
    struct value *map = value_map(arena), *properties = value_map(arena);
    struct value *required = value_list(arena);
    const char *detail = name_of(arena, violations->names.detail, "detail");
    const char *rule = name_of(arena, violations->names.rule, "rule");
    add_places(violations, arena, properties);
    struct value *text = add_string(arena, properties, detail);
    if (text)
        openapi_set_word(arena, text, "description", "What is wrong there.");
    if (rule) {
        add_rule(violations, rule, arena, properties);
        value_add(arena, required, value_text(arena, text_of(rule)));
    }
    openapi_set_word(arena, map, "type", "object");
    if (required->as.list.count)
        value_set(arena, map, "required", required);
    value_set(arena, map, "properties", properties);
    return map;
}

void violations_add_schema(const struct violations *violations,
                           const struct example_response *example, struct arena *arena,
                           struct value *properties)
{
    struct text name = violations->member.text;
    struct value *map = value_map(arena), *shown = example_member(example, name);
    openapi_set_word(arena, map, "type", "array");
    openapi_set_word(arena, map, "description", "What is wrong with the request, one by one.");
    value_set(arena, map, "items", item_schema(violations, arena));
    openapi_set_integer(arena, map, "maxItems", violations->max.value);
    if (shown) {
        struct value *examples = value_list(arena);
        value_add(arena, examples, shown);
        value_set(arena, map, "examples", examples);
    }
    value_set(arena, properties, arena_copy(arena, name).bytes, map);

    const char *otherwise = arena_format(arena, "%.*s_omitted", TEXT_ARGS(name)).bytes;
    const char *omitted = name_of(arena, violations->names.omitted, otherwise);
    if (omitted == NULL)
        return;
    struct value *count = value_map(arena);
    openapi_set_word(arena, count, "type", "integer");
    openapi_set_integer(arena, count, "minimum", 1);
    openapi_set_word(arena, count, "description", "How many more there were than are listed.");
    value_set(arena, properties, omitted, count);
}
