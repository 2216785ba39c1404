/*
 * Reads mappings by the table of keys: finds each key's row, and hands its value to the reader of
 * the row's shape.
 */
#include "load/loader.h"

struct names {
    const struct key_table *table;
    enum member_type type;
};

/* Key i of the table and its `also`; the empty text for those that don't apply to the type. */
static struct text table_name(const void *context, size_t i)
{
    const struct names *names = context;
    const struct key_table *table = names->table;
    if (i >= table->count) {
        i -= table->count;
        table = table->also;
    }
    const struct key *key = &table->keys[i];
    return text_of(key_applies(key, names->type) ? key->name : "");
}

static struct text nearest_key(const struct key_table *table, enum member_type type,
                               struct text wrong)
{
    struct names names = {table, type};
    return text_nearest(wrong, table_name, &names,
                        table->count + (table->also ? table->also->count : 0));
}

static void unknown_key(struct loader *loader, const struct node *key,
                        const struct key_table *table, enum member_type type)
{
    struct diagnostic *bad = diagnose(loader->diagnostics, SEVERITY_ERROR, "unknown-key", key->span,
                                      "%.*s is not a key of %s", TEXT_ARGS(key->text), table->what);
    struct text nearest = nearest_key(table, type, key->text);
    if (nearest.length)
        diagnostic_help(bad, "did you mean %.*s?", TEXT_ARGS(nearest));
}

static void inapplicable_key(struct loader *loader, const struct node *key, enum member_type type)
{
    diagnose(loader->diagnostics, SEVERITY_ERROR, "inapplicable-key", key->span,
             "a member of type %s has no %.*s", member_type_names[type], TEXT_ARGS(key->text));
}

static void fragment_key(struct loader *loader, const struct node *key)
{
    struct diagnostic *bad =
        diagnose(loader->diagnostics, SEVERITY_ERROR, "fragment-key", key->span,
                 "an included file can't say %.*s", TEXT_ARGS(key->text));
    diagnostic_note(bad, loader->file->from, "included here");
    diagnostic_help(bad, "move it to the registry that includes this file");
}

static void require_keys(struct loader *loader, const struct node *mapping,
                         const struct key_table *table, struct string owner)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *row = &table->keys[i];
        if (!(row->flags & KEY_REQUIRED) || node_get(mapping, row->name))
            continue;
        if (table == &registry_keys && !loader->file->main &&
            !text_is(text_of(row->name), "problemc"))
            continue;
        struct span where = span_is_set(owner.span)
                                ? owner.span
                                : (struct span){mapping->span.begin, mapping->span.begin + 1};
        if (table == &registry_keys && !loader->file->main)
            diagnose(loader->diagnostics, SEVERITY_ERROR, "missing-key", where,
                     "an included file must say %s", row->name);
        else if (owner.text.length)
            diagnose(loader->diagnostics, SEVERITY_ERROR, "missing-key", where, "%.*s has no %s",
                     TEXT_ARGS(owner.text), row->name);
        else
            diagnose(loader->diagnostics, SEVERITY_ERROR, "missing-key", where, "%s must say %s",
                     table->what, row->name);
    }
    if (table->also)
        require_keys(loader, mapping, table->also, owner);
}

static size_t required_keys(const struct key_table *table)
{
    return table->required + (table->also ? table->also->required : 0);
}

void read_table(struct loader *loader, const struct node *mapping, const struct key_table *table,
                struct string owner, enum member_type type, void *object)
{
    const struct key *row = NULL;
    size_t required = 0;
    for (const struct node *key = mapping->first; key; key = key->next) {
        size_t offset = 0;
        row = key_next(table, row, key->text, type, &offset);
        required += row != NULL && (row->flags & KEY_REQUIRED) != 0;
        if (row == NULL)
            unknown_key(loader, key, table, type);
        else if (!key_applies(row, type))
            inapplicable_key(loader, key, type);
        else if (table == &registry_keys && !loader->file->main && !(row->flags & KEY_FRAGMENT))
            fragment_key(loader, key);
        else
            read_value(loader, row, key, key->value, (char *)object + offset);
    }
    if (required < required_keys(table) && loader->file->tree.complete)
        require_keys(loader, mapping, table, owner);
}

static void read_group_new(struct loader *loader, const struct key *row, const struct node *key,
                           const struct node *value, void *field)
{
    if (!expect_kind(loader, key, value, NODE_MAPPING, "a mapping"))
        return;
    struct span *group = arena_allocate(loader->arena, row->size);
    *group = key->span;
    read_table(loader, value, row->keys, (struct string){text_of(row->name), key->span}, 0, group);
    *(void **)field = group;
}

void read_value(struct loader *loader, const struct key *row, const struct node *key,
                const struct node *value, void *field)
{
    switch (row->shape) {
    case KEY_TEXT:
        read_text(loader, row, key, value, field);
        return;
    case KEY_INTEGER:
        read_integer(loader, key, value, field);
        return;
    case KEY_BOOLEAN:
        read_boolean(loader, key, value, field);
        return;
    case KEY_CHOICE:
        read_key_choice(loader, row, key, value, field);
        return;
    case KEY_TEXTS:
    case KEY_EXAMPLE:
    case KEY_TEXT_OR_TEXTS:
        read_texts(loader, key, value, row->shape != KEY_TEXTS, field);
        return;
    case KEY_MESSAGE: {
        struct string text;
        if (read_text(loader, row, key, value, &text) && text.text.length <= row->limit)
            read_message(loader, value, field);
        return;
    }
    case KEY_GROUP:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping"))
            read_table(loader, value, row->keys, (struct string){text_of(row->name), key->span}, 0,
                       field);
        return;
    case KEY_GROUP_NEW:
        read_group_new(loader, row, key, value, field);
        return;
    case KEY_AS:
    case KEY_SCALE:
    case KEY_VALUES:
    case KEY_SCALAR:
    case KEY_TYPE:
    case KEY_OF:
        read_shape_value(loader, row, key, value, field);
        return;
    case KEY_MEMBERS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to definitions"))
            read_members(loader, value, field);
        return;
    case KEY_HEADERS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of field names to values"))
            read_headers(loader, value, field);
        return;
    case KEY_LINKS:
        if (expect_kind(loader, key, value, NODE_SEQUENCE, "a list"))
            read_links(loader, value, field);
        return;
    case KEY_WAIVERS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of checks to reasons"))
            read_waivers(loader, value, field);
        return;
    case KEY_NAME:
        if (expect_kind(loader, key, value, NODE_SCALAR, "a name"))
            read_name(loader, value, "a definition", field);
        return;
    case KEY_CONSTANTS:
    case KEY_ALIASES:
    case KEY_CODE_GROUPS:
    case KEY_CODE_ROWS:
    case KEY_NUMBER_ROWS:
    case KEY_MESSAGES:
        read_classifier_value(loader, row, key, value, field);
        return;
    case KEY_CLASSIFY:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to sources"))
            read_classify(loader, value);
        return;
    case KEY_TYPES: /* read before everything else, by load.c; here only its form is looked at */
        expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to definitions");
        return;
    case KEY_INCLUDE: /* followed before everything else, by include.c */
        return;
    case KEY_RULES:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to rules"))
            read_rules(loader, value);
        return;
    case KEY_RESERVED:
        if (expect_kind(loader, key, value, NODE_SEQUENCE, "a list"))
            read_reserved(loader, value);
        return;
    case KEY_CHECKS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of checks to settings"))
            read_checks(loader, value);
        return;
    case KEY_PROBLEMS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of codes to problems"))
            read_problems(loader, value);
        return;
    }
}
