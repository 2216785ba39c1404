/*
 * Others' errors: reads the entries of `classify`. What their names stand for is found later, when
 * every file has been read (codes.c).
 */
#include "load/loader.h"

/* ---------------------------------------------------------------- names of codes */

/* Notes the name; reports when it was there before. */
static void note_name(struct loader *loader, struct map *by_name, const char *what,
                      struct string name, size_t index, struct span first)
{
    if (!map_add(loader->arena, by_name, name.text, index))
        report_duplicate(loader, what, name, first);
}

static void add_constant(struct loader *loader, struct constants *constants, struct string name,
                         struct string value)
{
    size_t index = constants->count, first = index;
    map_get(&constants->by_name, name.text, &first);
    struct constant *constant =
        arena_push(loader->arena, &constants->items, constants->count++, sizeof *constant);
    *constant = (struct constant){name, value};
    if (!span_is_set(constants->span))
        constants->span = name.span;
    note_name(loader, &constants->by_name, "constant", name, index,
              constants->items[first].name.span);
}

static void read_constants(struct loader *loader, const struct node *key, const struct node *value,
                           struct constants *constants)
{
    if (value->kind == NODE_SCALAR) {
        wrong_type(loader, key, value, "a list of names, or a mapping of names to codes");
        return;
    }
    constants->are_macros = value->kind == NODE_SEQUENCE;
    for (const struct node *item = value->first; item; item = item->next) {
        struct string number = {{NULL, 0}, {0, 0}};
        if (constants->are_macros ? expect_kind(loader, key, item, NODE_SCALAR, "a list of names")
                                  : read_text(loader, NULL, item, item->value, &number))
            add_constant(loader, constants, string_of(loader, item), number);
    }
}

static void read_aliases(struct loader *loader, const struct node *mapping, struct aliases *aliases)
{
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string of;
        if (!read_text(loader, NULL, key, key->value, &of))
            continue;
        if (aliases->count == ALIASES_MAX) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "too-many", key->span,
                     "there are more than %d aliases", ALIASES_MAX);
            return;
        }
        map_add(loader->arena, &aliases->by_name, key->text, aliases->count);
        struct alias *alias =
            arena_push(loader->arena, &aliases->items, aliases->count++, sizeof *alias);
        *alias = (struct alias){string_of(loader, key), of};
    }
}

static void read_groups(struct loader *loader, const struct node *mapping,
                        struct code_groups *groups)
{
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string name;
        if (!read_name(loader, key, "a group", &name))
            continue;
        map_add(loader->arena, &groups->by_name, name.text, groups->count);
        struct code_group *group =
            arena_push(loader->arena, &groups->items, groups->count++, sizeof *group);
        group->name = name;
        read_texts(loader, key, key->value, false, &group->codes);
    }
}

/* ---------------------------------------------------------------- rows */

static const struct key problem_row = {.name = "a row", .shape = KEY_TEXT, .limit = 64};

static void read_rows(struct loader *loader, const struct node *mapping, bool by_number,
                      struct code_rows *rows)
{
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string problem;
        if (by_number && !integer_syntax(key->text)) {
            struct diagnostic *bad =
                diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", key->span,
                         "values takes whole numbers for keys, not %.*s", TEXT_ARGS(key->text));
            diagnostic_help(bad, "rows by name go under map");
            continue;
        }
        if (!read_text(loader, &problem_row, key, key->value, &problem))
            continue;
        struct code_row *row = arena_push(loader->arena, &rows->items, rows->count++, sizeof *row);
        row->key = string_of(loader, key);
        row->problem = problem;
    }
}

static void read_messages(struct loader *loader, const struct node *sequence,
                          struct message_rules *messages)
{
    for (const struct node *item = sequence->first; item; item = item->next) {
        if (item->kind != NODE_MAPPING) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", item->span,
                     "a message rule must be a mapping with code, contains, problem, because and "
                     "remove-by");
            continue;
        }
        struct message_rule *rule =
            arena_push(loader->arena, &messages->items, messages->count++, sizeof *rule);
        rule->span = item->span;
        read_table(loader, item, &message_keys, (struct string){{NULL, 0}, {0, 0}}, 0, rule);
    }
}

void read_classifier_value(struct loader *loader, const struct key *row, const struct node *key,
                           const struct node *value, void *field)
{
    switch (row->shape) {
    case KEY_CONSTANTS:
        read_constants(loader, key, value, field);
        return;
    case KEY_ALIASES:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to constants"))
            read_aliases(loader, value, field);
        return;
    case KEY_CODE_GROUPS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of names to lists of codes"))
            read_groups(loader, value, field);
        return;
    case KEY_CODE_ROWS:
    case KEY_NUMBER_ROWS:
        if (expect_kind(loader, key, value, NODE_MAPPING, "a mapping of codes to problems"))
            read_rows(loader, value, row->shape == KEY_NUMBER_ROWS, field);
        return;
    default:
        if (expect_kind(loader, key, value, NODE_SEQUENCE, "a list"))
            read_messages(loader, value, field);
        return;
    }
}

/* ---------------------------------------------------------------- entries */

/* An entry of an included file that maps nothing is for others to use. */
static bool is_definition(const struct loader *loader, const struct classifier *classifier)
{
    return !loader->file->main && !span_is_set(classifier->use.span) &&
           !span_is_set(classifier->otherwise.span) && classifier->map.count == 0 &&
           classifier->values.count == 0 && classifier->messages.count == 0;
}

/* Takes in the last classifier by its name, or drops it when that is taken. */
static void take_in(struct loader *loader, struct classifier *classifier)
{
    struct registry *registry = loader->registry;
    size_t index = registry->classifier_count - 1, first = index;
    classifier->in_fragment = !loader->file->main;
    classifier->definition = is_definition(loader, classifier);
    struct map *names = classifier->definition ? &loader->definitions : &loader->classifiers;
    if (map_add(loader->arena, names, classifier->name.text, index))
        return;
    map_get(names, classifier->name.text, &first);
    report_duplicate(loader, classifier->definition ? "definition" : "source", classifier->name,
                     registry->classifiers[first].name.span);
    registry->classifier_count--;
}

void read_classify(struct loader *loader, const struct node *mapping)
{
    struct registry *registry = loader->registry;
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string name;
        if (!read_name(loader, key, "a source", &name) ||
            !expect_kind(loader, key, key->value, NODE_MAPPING, "a mapping with map or use"))
            continue;
        struct classifier *classifier =
            arena_push(loader->arena, &registry->classifiers, registry->classifier_count++,
                       sizeof *classifier);
        *classifier = (struct classifier){.name = name};
        read_table(loader, key->value, &classifier_keys, name, 0, classifier);
        take_in(loader, classifier);
    }
}
