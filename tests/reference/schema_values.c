/*
 * What the value of a key looks like, by its shape in the table.
 *
 * A text may be a number to YAML: `since: 1.5` is the text "1.5". The loader takes true and false
 * for texts, too; here they are none where words are meant, or editors would offer them. Limits are
 * in characters here and in bytes there, so they are never stricter.
 */
#include "schema.h"

#include "check/check.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    NAME_LIMIT = 64,
    HEADER_LIMIT = 2048,
    MEMBERS_LIMIT = 64,
    VALUES_LIMIT = 255, /* of an enum */
    VALUE_LIMIT = 64,
    CONTAINS_LIMIT = 16,
    CONTAINS_TEXT_LIMIT = 256,
};

/* ---------------------------------------------------------------- parts */

#define TYPES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define A_TEXT     "string", "number"

static void put_types(struct value *node, const char *const *types)
{
    struct value *list = put_list(node, "type");
    for (size_t i = 0; types[i]; i++)
        add_text(list, types[i]);
}

static void put_bounded(struct value *node, size_t limit)
{
    put_types(node, TYPES(A_TEXT));
    put_integer(node, "minLength", 1);
    if (limit)
        put_integer(node, "maxLength", (int64_t)limit);
}

static void put_name(struct value *node)
{
    put_text(node, "type", "string");
    put_text(node, "pattern", NAME_PATTERN);
    put_integer(node, "maxLength", NAME_LIMIT);
}

/* A mapping whose keys are the author's own; returns what its values are. */
static struct value *put_named(struct value *node)
{
    put_text(node, "type", "object");
    put_name(put_map(node, "propertyNames"));
    return put_map(node, "additionalProperties");
}

static void put_reference(struct value *node, const char *definition)
{
    put_text(node, "$ref", arena_format(arena, "#/definitions/%s", definition).bytes);
}

/* Draft-07 has no word for what the words of an enum mean; editors have. */
static void put_words(struct value *node, const char *const *words, const char *const *docs)
{
    struct value *list = put_list(node, "enum");
    for (size_t i = 0; words[i]; i++)
        add_text(list, words[i]);
    struct value *meanings = docs ? put_list(node, "enumDescriptions") : NULL;
    for (size_t i = 0; docs && docs[i]; i++)
        add_text(meanings, docs[i]);
}

/* ---------------------------------------------------------------- scalars and lists of them */

static void text(struct value *node, const struct key *key)
{
    put_bounded(node, key->limit);
}

static void integer(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "integer");
}

static void boolean(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "boolean");
}

static void choice(struct value *node, const struct key *key)
{
    put_words(node, key->choices, key->choice_docs);
}

static void texts(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "array");
    put_types(put_map(node, "items"), TYPES(A_TEXT));
}

static void example(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES(A_TEXT, "boolean", "array"));
    put_types(put_map(node, "items"), TYPES(A_TEXT, "boolean"));
}

static void text_or_texts(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES(A_TEXT, "array"));
    put_integer(node, "minLength", 1);
    put_integer(node, "maxLength", CONTAINS_TEXT_LIMIT);
    put_integer(node, "minItems", 1);
    put_integer(node, "maxItems", CONTAINS_LIMIT);
    put_bounded(put_map(node, "items"), CONTAINS_TEXT_LIMIT);
}

static void name(struct value *node, const struct key *key)
{
    (void)key;
    put_name(node);
}

static void include(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "array");
    put_bounded(put_map(node, "items"), 0);
}

/* ---------------------------------------------------------------- definitions of members */

static void as(struct value *node, const struct key *key)
{
    (void)key;
    add_text(put_list(node, "enum"), "string");
}

static void scale(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES("integer", "array"));
    struct value *items = put_map(node, "items");
    put_text(items, "type", "integer");
    schema_facts(items, &shape_keys, key);
    put_integer(node, "minItems", 2);
    put_integer(node, "maxItems", 2);
}

static void values(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES("array", "object"));
    struct value *item = put_map(node, "items");
    put_types(item, TYPES(A_TEXT, "boolean"));
    put_integer(item, "minLength", 1);
    put_integer(item, "maxLength", VALUE_LIMIT);
    put_integer(node, "minItems", 1);
    put_integer(node, "maxItems", VALUES_LIMIT);
    put_integer(put_map(node, "propertyNames"), "maxLength", VALUE_LIMIT);
    put_integer(node, "minProperties", 1);
    put_integer(node, "maxProperties", VALUES_LIMIT);
    put_types(put_map(node, "additionalProperties"), TYPES(A_TEXT, "null"));
}

static void constant(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES(A_TEXT, "boolean"));
    put_integer(node, "minLength", 1);
}

static const char *const type_docs[] = {
    [MEMBER_INTEGER] = "A whole number, from `min` to `max`.",
    [MEMBER_DECIMAL] = "A number with exactly as many digits as `scale` says, such as money.",
    [MEMBER_NUMBER] = "Any number that a double holds.",
    [MEMBER_BOOLEAN] = "true or false.",
    [MEMBER_ENUM] = "One of the `values`.",
    [MEMBER_IDENTIFIER] = "A short text of letters, digits and ._:@-, or as `pattern` says.",
    [MEMBER_TEXT] = "Free text. It needs `safe`, the reason why callers may see it.",
    [MEMBER_URI] = "A URI (RFC 3986).",
    [MEMBER_UUID] = "A UUID (RFC 9562).",
    [MEMBER_POINTER] = "A JSON Pointer (RFC 6901).",
    [MEMBER_TIMESTAMP] = "A moment, in UTC (RFC 3339).",
    [MEMBER_DATE] = "A day (RFC 3339).",
    [MEMBER_DURATION] = "Seconds, 0 or more.",
    [MEMBER_LIST] = "Several values of one type, `of`.",
    [MEMBER_CONSTANT] = "The same `value` in every response.",
    [MEMBER_CONSTANT + 1] = NULL,
};

/* A type of the format, which editors can offer, or one of the registry's own. */
static void type(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "string");
    struct value *either = put_list(node, "anyOf");
    struct value *known = value_map(arena), *own = value_map(arena);
    put_words(known, member_type_names + 1, type_docs + 1);
    put_name(own);
    value_add(arena, either, known);
    value_add(arena, either, own);
}

/* Lists and constants can't be items. */
static void refuse_as_item(struct value *node)
{
    struct value *refused = put_list(put_map(node, "not"), "enum");
    add_text(refused, member_type_names[MEMBER_LIST]);
    add_text(refused, member_type_names[MEMBER_CONSTANT]);
}

/* Whatever `type` says holds for mappings alone, so a text is let through by it. */
static void of(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES("string", "object"));
    put_text(node, "pattern", NAME_PATTERN);
    put_integer(node, "maxLength", NAME_LIMIT);
    refuse_as_item(node);
    struct value *offered = put_list(node, "examples");
    for (int word = 1; word < MEMBER_LIST; word++)
        add_text(offered, member_type_names[word]);
    struct value *definition = value_map(arena), *item = value_map(arena);
    put_reference(definition, "type");
    refuse_as_item(put_map(put_map(item, "properties"), "type"));
    struct value *all = put_list(node, "allOf");
    value_add(arena, all, definition);
    value_add(arena, all, item);
}

/* ---------------------------------------------------------------- mappings and lists of them */

static void group(struct value *node, const struct key *key)
{
    put_text(node, "type", "object");
    schema_object(node, key->keys);
}

static void members(struct value *node, const struct key *key)
{
    (void)key;
    put_reference(put_named(node), "member");
    put_integer(node, "maxProperties", MEMBERS_LIMIT);
}

static void headers(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "object");
    put_text(put_map(node, "propertyNames"), "pattern", TOKEN_PATTERN);
    struct value *field = put_map(node, "additionalProperties");
    put_text(field, "description", "The header's value; `{name}` puts in a member's value.");
    put_bounded(field, HEADER_LIMIT);
}

/* Name -> definition, or a list of them: what is in it. */
static const char *definition_of(enum key_shape shape)
{
    switch (shape) {
    case KEY_RULES:
        return "rule";
    case KEY_PROBLEMS:
        return "problem";
    case KEY_CLASSIFY:
        return "source";
    case KEY_LINKS:
        return "link";
    case KEY_RESERVED:
        return "reserved";
    default: /* KEY_MESSAGES */
        return "message";
    }
}

static void mapping(struct value *node, const struct key *key)
{
    put_reference(put_named(node), definition_of(key->shape));
}

static void list(struct value *node, const struct key *key)
{
    put_text(node, "type", "array");
    put_reference(put_map(node, "items"), definition_of(key->shape));
}

static void types(struct value *node, const struct key *key)
{
    (void)key;
    struct value *entry = put_named(node), *definition = value_map(arena);
    put_text(entry, "type", "object");
    put_reference(definition, "type");
    value_add(arena, put_list(entry, "allOf"), definition);
}

/* ---------------------------------------------------------------- checks */

/* The checks that can be waived, each with its line of documentation. */
static void put_checks(struct value *node, bool settings)
{
    put_text(node, "type", "object");
    struct value *properties = put_map(node, "properties");
    for (size_t i = 0; i < check_count; i++) {
        if (!checks[i].waivable)
            continue;
        struct value *check = put_map(properties, checks[i].id), *definition = value_map(arena);
        put_text(check, "description", checks[i].doc);
        if (!settings) {
            put_bounded(check, 0);
            continue;
        }
        put_reference(definition, "setting");
        value_add(arena, put_list(check, "allOf"), definition);
    }
    put(node, "additionalProperties", value_boolean(arena, false));
}

static void waivers(struct value *node, const struct key *key)
{
    (void)key;
    put_checks(node, false);
}

static void settings(struct value *node, const struct key *key)
{
    (void)key;
    put_checks(node, true);
}

/* ---------------------------------------------------------------- classify */

static void constants(struct value *node, const struct key *key)
{
    (void)key;
    put_types(node, TYPES("array", "object"));
    put_types(put_map(node, "items"), TYPES(A_TEXT));
    put_bounded(put_map(node, "additionalProperties"), 0);
}

static void aliases(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "object");
    put_bounded(put_map(node, "additionalProperties"), 0);
}

static void code_groups(struct value *node, const struct key *key)
{
    texts(put_named(node), key);
}

static void code_rows(struct value *node, const struct key *key)
{
    (void)key;
    put_text(node, "type", "object");
    put_name(put_map(node, "additionalProperties"));
}

static void number_rows(struct value *node, const struct key *key)
{
    code_rows(node, key);
    put_text(put_map(node, "propertyNames"), "pattern", "^-?(0|[1-9][0-9]*)$");
}

/* ---------------------------------------------------------------- all of them */

void schema_value(struct value *node, const struct key *key)
{
    static void (*const forms[])(struct value *, const struct key *) = {
        [KEY_TEXT] = text,
        [KEY_INTEGER] = integer,
        [KEY_BOOLEAN] = boolean,
        [KEY_CHOICE] = choice,
        [KEY_TEXTS] = texts,
        [KEY_EXAMPLE] = example,
        [KEY_MESSAGE] = text,
        [KEY_GROUP] = group,
        [KEY_GROUP_NEW] = group,
        [KEY_AS] = as,
        [KEY_SCALE] = scale,
        [KEY_VALUES] = values,
        [KEY_SCALAR] = constant,
        [KEY_TYPE] = type,
        [KEY_OF] = of,
        [KEY_MEMBERS] = members,
        [KEY_HEADERS] = headers,
        [KEY_LINKS] = list,
        [KEY_WAIVERS] = waivers,
        [KEY_TEXT_OR_TEXTS] = text_or_texts,
        [KEY_NAME] = name,
        [KEY_CONSTANTS] = constants,
        [KEY_ALIASES] = aliases,
        [KEY_CODE_GROUPS] = code_groups,
        [KEY_CODE_ROWS] = code_rows,
        [KEY_NUMBER_ROWS] = number_rows,
        [KEY_MESSAGES] = list,
        [KEY_TYPES] = types,
        [KEY_RULES] = mapping,
        [KEY_RESERVED] = list,
        [KEY_CHECKS] = settings,
        [KEY_CLASSIFY] = mapping,
        [KEY_PROBLEMS] = mapping,
        [KEY_INCLUDE] = include,
    };
    if ((size_t)key->shape >= sizeof forms / sizeof *forms || forms[key->shape] == NULL) {
        fprintf(stderr, "the schema does not know the shape of %s\n", key->name);
        abort();
    }
    forms[key->shape](node, key);
}
