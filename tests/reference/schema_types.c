/*
 * Definitions by type: a row for each type of the format says which keys it hasn't, which it must
 * have, and how large its `max` may be; one for all others, which are the registry's own and bring
 * their limits along.
 */
#include "schema.h"

/* What checks know about a type. */
static const struct type_fact {
    enum member_type type;
    const char *required; /* NULL: nothing */
    int64_t max;          /* the greatest `max`; 0: no limit, or no such key */
} type_facts[] = {
    {MEMBER_DECIMAL, "scale", 0}, {MEMBER_ENUM, "values", 0},    {MEMBER_IDENTIFIER, NULL, 256},
    {MEMBER_TEXT, NULL, 1024},    {MEMBER_URI, NULL, 1024},      {MEMBER_POINTER, NULL, 1024},
    {MEMBER_LIST, "of", 256},     {MEMBER_CONSTANT, "value", 0},
};

static const struct type_fact *fact_of(enum member_type type)
{
    for (size_t i = 0; i < sizeof type_facts / sizeof *type_facts; i++)
        if (type_facts[i].type == type)
            return &type_facts[i];
    return NULL;
}

/* Refuses the keys that definitions of the type don't have; 0: all that belong to a type. */
static void refuse_keys(struct value *properties, enum member_type type)
{
    for (size_t i = 0; i < shape_keys.count; i++) {
        const char *name = shape_keys.keys[i].name;
        bool applies = text_is(text_of("type"), name);
        for (size_t k = 0; type && k < shape_keys.count; k++)
            applies = applies || (text_is(text_of(name), shape_keys.keys[k].name) &&
                                  key_applies(&shape_keys.keys[k], type));
        if (!applies && value_get(properties, text_of(name)) == NULL)
            put(properties, name, value_boolean(arena, false));
    }
}

static struct value *add_row(struct value *rows, struct value **type)
{
    struct value *row = value_map(arena);
    value_add(arena, rows, row);
    struct value *condition = put_map(row, "if");
    *type = put_map(put_map(condition, "properties"), "type");
    add_text(put_list(condition, "required"), "type");
    return put_map(row, "then");
}

/* Free text that callers see needs the reason why. */
static void require_safe(struct value *then)
{
    struct value *hidden = put_map(then, "if");
    put_text(put_map(put_map(hidden, "properties"), "audience"), "const",
             audience_names[AUDIENCE_LOG]);
    add_text(put_list(hidden, "required"), "audience");
    add_text(put_list(put_map(then, "else"), "required"), "safe");
}

static void add_type(struct value *rows, enum member_type type, bool member)
{
    const struct type_fact *fact = fact_of(type);
    struct value *is, *then = add_row(rows, &is);
    put_text(is, "const", member_type_names[type]);
    if (fact && fact->required)
        add_text(put_list(then, "required"), fact->required);
    if (member && type == MEMBER_TEXT)
        require_safe(then);
    struct value *properties = put_map(then, "properties");
    if (fact && fact->max) {
        struct value *max = put_map(properties, "max");
        put_integer(max, "minimum", 1);
        put_integer(max, "maximum", fact->max);
    }
    refuse_keys(properties, type);
}

void schema_types(struct value *node, bool member)
{
    struct value *rows = put_list(node, "allOf"), *is;
    for (int type = 1; member_type_names[type]; type++)
        add_type(rows, (enum member_type)type, member);
    struct value *then = add_row(rows, &is);
    struct value *known = put_list(put_map(is, "not"), "enum");
    for (int type = 1; member_type_names[type]; type++)
        add_text(known, member_type_names[type]);
    refuse_keys(put_map(then, "properties"), 0);
}
