/*
 * Members and the shapes of their values. A named type is read when something first refers to it,
 * so that `types` may stand in any order and in any file.
 */
#include "load/loader.h"

/* ---------------------------------------------------------------- types by name */

static enum member_type builtin_type(struct text name)
{
    for (int type = 1; member_type_names[type]; type++)
        if (text_is(name, member_type_names[type]))
            return (enum member_type)type;
    return 0;
}

static void read_type(struct loader *loader, size_t index);

/* The named type, read; NULL when there is none of that name. */
static struct named_type *find_type(struct loader *loader, struct text name)
{
    size_t index;
    if (!map_get(&loader->types, name, &index))
        return NULL;
    read_type(loader, index);
    return &loader->registry->types[index];
}

/* Types of the format first, then the registry's own. */
static struct text any_type_name(const void *context, size_t i)
{
    const struct registry *registry = context;
    return i < MEMBER_CONSTANT ? text_of(member_type_names[i + 1])
                               : registry->types[i - MEMBER_CONSTANT].name.text;
}

/* What other languages call types, and what they are here. */
static const struct {
    const char *name, *meant;
} foreign_names[] = {
    {"array", "list"},
    {"bool", "boolean"},
    {"const", "constant"},
    {"date-time", "timestamp"},
    {"datetime", "timestamp"},
    {"double", "number, or decimal for money"},
    {"float", "number, or decimal for money"},
    {"int", "integer"},
    {"str", "enum, identifier or text"},
    {"string", "enum, identifier or text"},
    {"time", "timestamp or duration"},
    {"url", "uri"},
};

static void suggest_type(struct loader *loader, struct diagnostic *bad, struct text name)
{
    const struct registry *registry = loader->registry;
    struct text nearest =
        text_nearest(name, any_type_name, registry, MEMBER_CONSTANT + registry->type_count);
    for (size_t i = 0; i < sizeof foreign_names / sizeof *foreign_names; i++)
        if (text_is(name, foreign_names[i].name))
            nearest = text_of(foreign_names[i].meant);
    if (nearest.length)
        diagnostic_help(bad, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        diagnostic_help(bad, "types are integer, decimal, number, boolean, enum, identifier, text, "
                             "uri, uuid,\npointer, timestamp, date, duration, list, constant, and "
                             "those under types");
}

/* Sets the shape's type from its name: one of the format, or a copy of a named one. */
static void apply_type(struct loader *loader, const struct node *name, struct shape *shape)
{
    enum member_type builtin = builtin_type(name->text);
    bool waits = !builtin && loader->early.reading;
    struct named_type *named = builtin || waits ? NULL : find_type(loader, name->text);
    if (builtin) {
        shape->type = builtin;
    } else if (waits) {
        shape->type = 0; /* until early_finish */
    } else if (named) {
        named->used = true;
        *shape = named->shape;
        shape->named = named;
    } else {
        struct diagnostic *bad =
            diagnose(loader->diagnostics, SEVERITY_ERROR, "unknown-type", name->span,
                     "there is no type %.*s", TEXT_ARGS(name->text));
        suggest_type(loader, bad, name->text);
    }
    shape->span = name->span;
}

/* A definition by a named type has that type's limits and no others. */
static void refuse_limits(struct loader *loader, const struct node *mapping,
                          const struct shape *shape)
{
    for (const struct node *key = mapping->first; key; key = key->next) {
        size_t offset;
        if (text_is(key->text, "type") || !key_find(&shape_keys, key->text, 0, &offset))
            continue;
        struct diagnostic *bad =
            diagnose(loader->diagnostics, SEVERITY_ERROR, "inapplicable-key", key->span,
                     "a member of type %.*s can't set %.*s: the type does",
                     TEXT_ARGS(shape->named->name.text), TEXT_ARGS(key->text));
        diagnostic_note(bad, shape->named->name.span, "the type is declared here");
    }
}

/* Reads a definition: a member's, an entry of `types`, or an item's. `object` is what `table`
 * fills, `definition` its part that says what values look like. */
static void read_definition(struct loader *loader, const struct node *mapping,
                            const struct key_table *table, struct string owner, void *object,
                            struct shape_definition *definition)
{
    const struct node *name = node_get(mapping, "type");
    struct shape *shape = &definition->shape;
    if (name && name->kind == NODE_SCALAR && !node_is_null(name))
        apply_type(loader, name, shape);
    struct shape named = *shape;
    if (shape->named)
        refuse_limits(loader, mapping, shape);
    read_table(loader, mapping, table, owner, shape->type, object);
    if (named.named)
        *shape = named;
    else
        shape->limits = place_limits(loader, definition);
}

static void read_type(struct loader *loader, size_t index)
{
    struct type_source *source = &loader->type_sources[index];
    struct named_type *type = &loader->registry->types[index];
    const struct file *reading = loader->file;
    if (source->state == READING)
        diagnose(loader->diagnostics, SEVERITY_ERROR, "type-cycle", type->name.span,
                 "type %.*s is made of itself", TEXT_ARGS(type->name.text));
    if (source->state != UNREAD)
        return;
    source->state = READING;
    loader->file = source->file;
    struct shape_definition definition = {.shape = type->shape};
    read_definition(loader, source->definition, &shape_keys, type->name, &definition, &definition);
    type->shape = definition.shape;
    if (type->shape.named && type->shape.named != type)
        diagnose(loader->diagnostics, SEVERITY_ERROR, "type-alias", type->shape.span,
                 "type %.*s must be made of a type of the format, not of %.*s",
                 TEXT_ARGS(type->name.text), TEXT_ARGS(type->shape.named->name.text));
    type->shape.named = type;
    loader->file = reading;
    source->state = READ;
}

void declare_types(struct loader *loader, const struct node *mapping)
{
    struct registry *registry = loader->registry;
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string name;
        size_t first;
        if (!read_name(loader, key, "a type", &name) ||
            !expect_kind(loader, key, key->value, NODE_MAPPING,
                         "a mapping such as {type: integer}"))
            continue;
        if (builtin_type(name.text)) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "bad-name", name.span,
                     "%.*s is a type of the format; the registry's own needs another name",
                     TEXT_ARGS(name.text));
            continue;
        }
        if (map_get(&loader->types, name.text, &first)) {
            struct diagnostic *bad =
                diagnose(loader->diagnostics, SEVERITY_ERROR, "duplicate-name", name.span,
                         "type %.*s is declared twice", TEXT_ARGS(name.text));
            diagnostic_note(bad, registry->types[first].name.span, "first declared here");
            continue;
        }
        map_add(loader->arena, &loader->types, name.text, registry->type_count);
        struct type_source *source =
            arena_push(loader->arena, &loader->type_sources, registry->type_count, sizeof *source);
        *source = (struct type_source){key->value, loader->file, UNREAD, NULL};
        struct named_type *type =
            arena_push(loader->arena, &registry->types, registry->type_count, sizeof *type);
        type->name = name;
        type->shape.limits = &loader->no_limits[0]; /* until it is read */
        registry->type_count++;
    }
}

void read_types(struct loader *loader)
{
    for (size_t i = 0; i < loader->registry->type_count; i++)
        read_type(loader, i);
}

/* ---------------------------------------------------------------- keys with shapes of their own */

/* 2, or [0, 3]. */
static void read_scale(struct loader *loader, const struct node *key, const struct node *value,
                       struct limits *limits)
{
    if (value->kind == NODE_SCALAR) {
        if (read_integer(loader, key, value, &limits->scale_min))
            limits->scale_max = limits->scale_min;
        return;
    }
    if (value->kind != NODE_SEQUENCE || value->count != 2) {
        wrong_type(loader, key, value, "a number, or [least, most]");
        return;
    }
    read_integer(loader, key, value->first, &limits->scale_min);
    read_integer(loader, key, value->first->next, &limits->scale_max);
}

static void add_value(struct loader *loader, struct shape *shape, const struct node *name,
                      const struct node *description)
{
    if (name->kind != NODE_SCALAR || node_is_null(name)) {
        diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", name->span,
                 "a value of an enum must be a text");
        return;
    }
    struct enum_value *value =
        arena_push(loader->arena, &shape->values, shape->value_count++, sizeof *value);
    value->name = string_of(loader, name);
    if (description && !node_is_null(description))
        read_text(loader, NULL, name, description, &value->description);
}

static void read_values(struct loader *loader, const struct node *key, const struct node *value,
                        struct shape_definition *definition)
{
    definition->limits.values_span = key->span;
    if (value->kind == NODE_SCALAR) {
        wrong_type(loader, key, value, "a list of values, or a mapping of values to descriptions");
        return;
    }
    for (const struct node *item = value->first; item; item = item->next)
        add_value(loader, &definition->shape, item,
                  value->kind == NODE_MAPPING ? item->value : NULL);
}

static void read_constant(struct loader *loader, const struct key *row, const struct node *key,
                          const struct node *value, struct limits *limits)
{
    if (!read_text(loader, row, key, value, &limits->value))
        return;
    bool plain = value->style == STYLE_PLAIN;
    if (plain && (text_is(value->text, "true") || text_is(value->text, "false")))
        limits->constant = CONSTANT_BOOLEAN;
    else if (plain && integer_syntax(value->text))
        limits->constant = CONSTANT_INTEGER;
    else
        limits->constant = CONSTANT_STRING;
}

static void read_of(struct loader *loader, const struct node *key, const struct node *value,
                    struct shape *shape)
{
    struct shape_definition of = {.shape.limits = &loader->no_limits[0]};
    if (value->kind == NODE_SCALAR && !node_is_null(value)) {
        apply_type(loader, value, &of.shape);
        if (of.shape.named == NULL)
            of.shape.limits = place_limits(loader, &of);
    } else if (expect_kind(loader, key, value, NODE_MAPPING, "a type's name or a definition")) {
        read_definition(loader, value, &shape_keys, (struct string){TEXT("of"), key->span}, &of,
                        &of);
    }
    shape->of = arena_allocate(loader->arena, sizeof *shape->of);
    *shape->of = of.shape;
}

void read_shape_value(struct loader *loader, const struct key *row, const struct node *key,
                      const struct node *value, struct shape_definition *definition)
{
    switch (row->shape) {
    case KEY_TYPE: /* applied already; here only its form is looked at */
        expect_kind(loader, key, value, NODE_SCALAR, "a type's name");
        return;
    case KEY_AS:
        if (value->kind == NODE_SCALAR && text_is(value->text, "string"))
            definition->limits.as_string = (struct boolean){true, value->span};
        else
            wrong_type(loader, key, value, "the word string");
        return;
    case KEY_SCALE:
        read_scale(loader, key, value, &definition->limits);
        return;
    case KEY_VALUES:
        read_values(loader, key, value, definition);
        return;
    case KEY_SCALAR:
        read_constant(loader, row, key, value, &definition->limits);
        return;
    default: /* KEY_OF */
        read_of(loader, key, value, &definition->shape);
        return;
    }
}

/* ---------------------------------------------------------------- members */

/* As many more as the mapping may add: most problems have one mapping of them, and the array is as
 * long as that. */
static void make_room(struct loader *loader, const struct node *mapping, struct members *members)
{
    size_t more = mapping->count < MEMBERS_MAX ? mapping->count : MEMBERS_MAX;
    if (more == 0)
        return;
    struct member *items = arena_array(loader->arena, members->count + more, sizeof *items);
    if (members->count)
        memcpy(items, members->items, members->count * sizeof *items);
    members->items = items;
}

void read_members(struct loader *loader, const struct node *mapping, struct members *members)
{
    make_room(loader, mapping, members);
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string name;
        if (!read_name(loader, key, "a member", &name) ||
            !expect_kind(loader, key, key->value, NODE_MAPPING,
                         "a definition such as {type: integer}"))
            continue;
        const struct member *first = members_find(members, name.text);
        if (first) {
            struct diagnostic *bad =
                diagnose(loader->diagnostics, SEVERITY_ERROR, "duplicate-name", name.span,
                         "member %.*s is declared twice", TEXT_ARGS(name.text));
            diagnostic_note(bad, first->name.span, "first declared here");
            continue;
        }
        if (members->count == MEMBERS_MAX) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "too-many", name.span,
                     "there are more than %d members here", MEMBERS_MAX);
            return;
        }
        struct member_definition definition = {.member.name = name};
        read_definition(loader, key->value, &member_keys, name, &definition, &definition.shape);
        struct shape *shape = &definition.shape.shape;
        if (span_is_set(definition.absent.span)) {
            struct string *absent = arena_allocate(loader->arena, sizeof *absent);
            *absent = definition.absent;
            definition.member.absent = absent;
        }
        definition.member.type_span = shape->span;
        shape->span = (struct span){0, 0};
        definition.member.shape = shape->type || !loader->early.reading
                                      ? place_shape(loader, shape)
                                      : shape_to_come(loader, key->value);
        members->items[members->count++] = definition.member;
    }
}
