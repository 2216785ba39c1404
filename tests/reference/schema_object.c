/*
 * Mappings by a table of keys. A key that several rows declare, each for other types, is one
 * property that any of them may fill; its description says what it is for each.
 */
#include "schema.h"

/* "integer, decimal: ", for a key that only members of some types have. */
static void write_types(struct buffer *out, const struct key *key)
{
    const char *separator = "";
    for (int type = 1; key->types && member_type_names[type]; type++)
        if (key->types & 1u << type) {
            buffer_format(out, "%s%s", separator, member_type_names[type]);
            separator = ", ";
        }
    if (key->types)
        buffer_string(out, ": ");
}

static void describe(struct value *node, const struct key_table *table, const char *name)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        if (!text_is(text_of(name), key->name))
            continue;
        if (out.length)
            buffer_byte(&out, '\n');
        write_types(&out, key);
        buffer_string(&out, key->doc);
    }
    put(node, "description", value_text(arena, buffer_contents(&out)));
}

static void add_keys(struct value *properties, const struct key_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *key = &table->keys[i];
        if (value_get(properties, text_of(key->name)))
            continue;
        struct value *node = put_map(properties, key->name);
        describe(node, table, key->name);
        schema_value(node, key);
        schema_facts(node, table, key);
    }
    if (table->also)
        add_keys(properties, table->also);
}

/* What a registry requires depends on what it is (schema.c). */
static void add_required(struct value *node, const struct key_table *table)
{
    struct value *required = value_list(arena);
    for (const struct key_table *at = table; at; at = at->also)
        for (size_t i = 0; i < at->count; i++)
            if (at->keys[i].flags & KEY_REQUIRED)
                add_text(required, at->keys[i].name);
    if (required->as.list.count)
        put(node, "required", required);
}

void schema_object(struct value *node, const struct key_table *table)
{
    add_keys(put_map(node, "properties"), table);
    put(node, "additionalProperties", value_boolean(arena, false));
    if (table != &registry_keys)
        add_required(node, table);
    if (table == &member_keys || table == &shape_keys)
        schema_types(node, table == &member_keys);
}
