/*
 * Prints registry/registry.schema.json, the JSON Schema by which editors complete, explain and
 * check registries, from the tables that the compiler itself reads by. The test `golden.schema`
 * holds the file against it.
 *
 *     schema
 */
#include "schema.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena *arena;

static void out_of_memory(void)
{
    abort();
}

/* ---------------------------------------------------------------- building */

void put(struct value *map, const char *name, struct value *value)
{
    value_set(arena, map, name, value);
}

void put_text(struct value *map, const char *name, const char *text)
{
    put(map, name, value_text(arena, text_of(text)));
}

void put_integer(struct value *map, const char *name, int64_t integer)
{
    put(map, name, value_integer(arena, integer));
}

struct value *put_map(struct value *map, const char *name)
{
    struct value *inner = value_map(arena);
    put(map, name, inner);
    return inner;
}

struct value *put_list(struct value *map, const char *name)
{
    struct value *list = value_list(arena);
    put(map, name, list);
    return list;
}

void add_text(struct value *list, const char *text)
{
    value_add(arena, list, value_text(arena, text_of(text)));
}

/* ---------------------------------------------------------------- the top level */

/* A file with a key that only a registry has is one, and then has all that a registry must have.
 * Without any, it may be a fragment. */
static void require_of_registries(struct value *root)
{
    struct value *dependencies = put_map(root, "dependencies");
    for (size_t i = 0; i < registry_keys.count; i++) {
        const struct key *key = &registry_keys.keys[i];
        if (key->flags & KEY_FRAGMENT)
            continue;
        struct value *others = put_list(dependencies, key->name);
        for (size_t k = 0; k < registry_keys.count; k++)
            if (k != i && registry_keys.keys[k].flags & KEY_REQUIRED)
                add_text(others, registry_keys.keys[k].name);
    }
    add_text(put_list(root, "required"), "problemc");
}

/* A schema of mappings where the key is not "about:blank", or not there. By a pattern of keys and
 * by `not`: editors would offer what a condition names outright as something to write. */
static struct value *put_not_blank(struct value *map, const char *name, const char *key_pattern)
{
    struct value *node = put_map(map, name);
    struct value *keys = put_map(node, "patternProperties");
    put_text(put_map(put_map(keys, key_pattern), "not"), "const", "about:blank");
    return node;
}

/* Problems need a title, unless they are about:blank or their base is, or is in another file. */
static void require_titles(struct value *root)
{
    struct value *row = value_map(arena);
    value_add(arena, put_list(root, "allOf"), row);
    add_text(put_list(put_not_blank(row, "if", "^base$"), "required"), "base");
    struct value *problems = put_map(put_map(put_map(row, "then"), "properties"), "problems");
    struct value *problem = put_map(problems, "additionalProperties");
    put_not_blank(problem, "if", "^type$");
    add_text(put_list(put_map(problem, "then"), "required"), "title");
}

/* "a message rule": "Message rule", over what editors show. */
static void put_title(struct value *node, const char *what)
{
    static const char article[] = "a ";
    size_t skipped = strncmp(what, article, sizeof article - 1) == 0 ? sizeof article - 1 : 0;
    const char *rest = what + skipped;
    put_text(node, "title",
             arena_format(arena, "%c%s", toupper((unsigned char)*rest), rest + 1).bytes);
}

static struct value *schema(void)
{
    static const struct {
        const char *name;
        const struct key_table *table;
    } mappings[] = {
        {"problem", &problem_keys}, {"member", &member_keys},     {"type", &shape_keys},
        {"rule", &rule_keys},       {"link", &link_keys},         {"reserved", &reserved_keys},
        {"setting", &check_keys},   {"source", &classifier_keys}, {"message", &message_keys},
    };
    struct value *root = value_map(arena);
    put_text(root, "$schema", "http://json-schema.org/draft-07/schema#");
    put_text(root, "title", "An error registry of problemc");
    put_text(root, "description",
             "Every error that an API may answer with; or a part of that, for others to include.");
    put_text(root, "type", "object");
    schema_object(root, &registry_keys);
    require_of_registries(root);
    require_titles(root);
    struct value *definitions = put_map(root, "definitions");
    for (size_t i = 0; i < sizeof mappings / sizeof *mappings; i++) {
        struct value *node = put_map(definitions, mappings[i].name);
        put_title(node, mappings[i].table->what);
        if (mappings[i].table->doc)
            put_text(node, "description", mappings[i].table->doc);
        if (mappings[i].table != &shape_keys) /* `of` is a text, or this */
            put_text(node, "type", "object");
        schema_object(node, mappings[i].table);
    }
    return root;
}

int main(void)
{
    arena = arena_create(out_of_memory);
    struct buffer out = buffer_create(arena);
    value_print_json(schema(), &out);
    bool printed = schema_facts_used() && fwrite(out.bytes, 1, out.length, stdout) == out.length &&
                   fflush(stdout) == 0;
    arena_destroy(arena);
    return printed ? 0 : 1;
}
