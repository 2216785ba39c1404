/*
 * Prints what is made from the tables that the compiler itself goes by: the reference of the format
 * (registry/README.md), the manual, the shells' completions. scripts/reference.cmake lists them,
 * and the test `reference` holds the files against it.
 *
 *     reference TEMPLATE
 */
#include "check/check.h"
#include "commands.h"
#include "diff/diff.h"
#include "load/keys.h"
#include "template/template.h"
#include "verify/verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;

static void out_of_memory(void)
{
    abort();
}

static const char *shape_of(const struct key *key)
{
    switch (key->shape) {
    case KEY_TEXT:
        return "text";
    case KEY_INTEGER:
        return "whole number";
    case KEY_BOOLEAN:
        return "true or false";
    case KEY_CHOICE:
        return "one of the words";
    case KEY_TEXTS:
        return "list of texts";
    case KEY_EXAMPLE:
        return "value, or list of values";
    case KEY_MESSAGE:
        return "text with {placeholders}";
    case KEY_GROUP:
    case KEY_GROUP_NEW:
        return "mapping, see below";
    case KEY_AS:
        return "the word string";
    case KEY_SCALE:
        return "number, or [least, most]";
    case KEY_VALUES:
        return "list, or value: description";
    case KEY_SCALAR:
        return "text, whole number, true or false";
    case KEY_TYPE:
        return "type's name";
    case KEY_OF:
        return "type's name, or definition";
    case KEY_MEMBERS:
        return "name: member";
    case KEY_HEADERS:
        return "field name: text with {placeholders}";
    case KEY_LINKS:
        return "list of links";
    case KEY_WAIVERS:
        return "check: reason";
    case KEY_TEXT_OR_TEXTS:
        return "text, or list of texts";
    case KEY_NAME:
        return "name";
    case KEY_CONSTANTS:
        return "list of names, or name: number or state";
    case KEY_ALIASES:
        return "name: constant";
    case KEY_CODE_GROUPS:
        return "name: list of codes";
    case KEY_CODE_ROWS:
        return "code or group: problem";
    case KEY_NUMBER_ROWS:
        return "number: problem";
    case KEY_MESSAGES:
        return "list of message rules";
    case KEY_CLASSIFY:
        return "name: source";
    case KEY_TYPES:
        return "name: type";
    case KEY_RULES:
        return "name: rule";
    case KEY_RESERVED:
        return "list of reserved codes";
    case KEY_CHECKS:
        return "check: setting";
    case KEY_PROBLEMS:
        return "code: problem";
    case KEY_INCLUDE:
        return "list of files";
    }
    return "";
}

/* The words of a key's choice, or the types that have it: "a, b". */
static struct text words(const struct key *key)
{
    struct buffer list = buffer_create(arena);
    for (size_t i = 0; key->choices && key->choices[i]; i++)
        buffer_format(&list, "%s%s", list.length ? ", " : "", key->choices[i]);
    return buffer_contents(&list);
}

static struct text types(const struct key *key)
{
    struct buffer list = buffer_create(arena);
    for (int type = 1; key->types && member_type_names[type]; type++)
        if (key->types & 1u << type)
            buffer_format(&list, "%s%s", list.length ? ", " : "", member_type_names[type]);
    return buffer_contents(&list);
}

/* What the key means, then each of its words. */
static struct text meaning(const struct key *key)
{
    struct buffer out = buffer_create(arena);
    buffer_string(&out, key->doc);
    for (size_t i = 0; key->choice_docs && key->choice_docs[i]; i++)
        buffer_format(&out, " `%s`: %s", key->choices[i], key->choice_docs[i]);
    return buffer_contents(&out);
}

static struct value *text_or_absent(struct text text)
{
    return text.length ? value_identifier(arena, text) : value_absent(arena);
}

static struct value *view_keys(const struct key_table *table)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        struct value *map = value_map(arena);
        value_set(arena, map, "name", value_identifier(arena, text_of(key->name)));
        value_set(arena, map, "shape", value_identifier(arena, text_of(shape_of(key))));
        value_set(arena, map, "required", value_boolean(arena, key->flags & KEY_REQUIRED));
        value_set(arena, map, "fragment", value_boolean(arena, key->flags & KEY_FRAGMENT));
        value_set(arena, map, "limit",
                  key->limit ? value_integer(arena, (int64_t)key->limit) : value_absent(arena));
        value_set(arena, map, "words", text_or_absent(words(key)));
        value_set(arena, map, "types", text_or_absent(types(key)));
        value_set(arena, map, "doc", value_identifier(arena, meaning(key)));
        value_add(arena, list, map);
    }
    return list;
}

/* The table, then those of its keys that are mappings of their own. */
static void add_table(struct value *list, const char *title, const struct key_table *table)
{
    struct value *map = value_map(arena);
    value_set(arena, map, "title", value_identifier(arena, text_of(title)));
    value_set(arena, map, "keys", view_keys(table));
    value_add(arena, list, map);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        if (key->keys)
            add_table(list, arena_format(arena, "%s: `%s`", title, key->name).bytes, key->keys);
    }
}

static struct value *view_tables(void)
{
    struct value *list = value_list(arena);
    add_table(list, "The top level", &registry_keys);
    add_table(list, "A problem", &problem_keys);
    add_table(list, "A member", &member_keys);
    add_table(list, "A type", &shape_keys);
    add_table(list, "A rule", &rule_keys);
    add_table(list, "A reserved code", &reserved_keys);
    add_table(list, "A check's setting", &check_keys);
    add_table(list, "A link", &link_keys);
    add_table(list, "A source of `classify`", &classifier_keys);
    add_table(list, "A message rule", &message_keys);
    return list;
}

static struct value *view_checks(void)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < check_count; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "id", value_identifier(arena, text_of(checks[i].id)));
        value_set(arena, map, "severity",
                  value_identifier(arena, checks[i].severity == SEVERITY_ERROR ? TEXT("error")
                                                                               : TEXT("warning")));
        value_set(arena, map, "waivable", value_boolean(arena, checks[i].waivable));
        value_set(arena, map, "doc", value_identifier(arena, text_of(checks[i].doc)));
        value_add(arena, list, map);
    }
    return list;
}

static struct value *view_changes(void)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < diff_rule_count; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "id", value_identifier(arena, text_of(diff_rules[i].id)));
        value_set(arena, map, "verdict",
                  value_identifier(arena, text_of(verdict_names[diff_rules[i].verdict])));
        value_set(arena, map, "doc", value_identifier(arena, text_of(diff_rules[i].doc)));
        value_add(arena, list, map);
    }
    return list;
}

static struct value *view_findings(void)
{
    struct value *list = value_list(arena);
    for (size_t i = 0; i < verify_finding_count; i++) {
        const struct verify_finding *row = &verify_findings[i];
        struct value *map = value_map(arena);
        value_set(arena, map, "id", value_identifier(arena, text_of(row->id)));
        value_set(arena, map, "severity",
                  value_identifier(arena, row->severity == SEVERITY_ERROR ? TEXT("error")
                                                                          : TEXT("warning")));
        value_set(arena, map, "doc", value_identifier(arena, text_of(row->doc)));
        value_add(arena, list, map);
    }
    return list;
}

static const struct source *no_partials(void *context, struct text name)
{
    (void)context;
    (void)name;
    return NULL;
}

int main(int argc, char **argv)
{
    const struct source *template;
    arena = arena_create(out_of_memory);
    struct sources *sources = sources_create(arena);
    struct diagnostics *diagnostics = diagnostics_create(arena, sources);
    struct value *root = value_map(arena);
    struct buffer out = buffer_create(arena);
    value_set(arena, root, "tables", view_tables());
    value_set(arena, root, "checks", view_checks());
    value_set(arena, root, "commands", view_commands(arena));
    value_set(arena, root, "common_options", view_common_options(arena));
    value_set(arena, root, "changes", view_changes());
    value_set(arena, root, "findings", view_findings());
    bool printed =
        argc == 2 &&
        source_read(sources, argv[1], (struct span){0, 0}, diagnostics, &template) == SOURCE_OK &&
        template_render(template, root, no_partials, NULL, diagnostics, &out);
    if (printed)
        fwrite(out.bytes, 1, out.length, stdout);
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, "%.*s\n", TEXT_ARGS(findings[i]->message));
    arena_destroy(arena);
    return printed ? 0 : 1;
}
