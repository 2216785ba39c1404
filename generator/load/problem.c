/*
 * The mappings and lists whose keys are the author's own names: problems, rules, headers, waivers,
 * reserved codes, settings.
 */
#include "load/loader.h"

void report_duplicate(struct loader *loader, const char *what, struct string again,
                      struct span first)
{
    struct diagnostic *bad =
        diagnose(loader->diagnostics, SEVERITY_ERROR, "duplicate-name", again.span,
                 "%s %.*s is declared twice", what, TEXT_ARGS(again.text));
    diagnostic_note(bad, first, "first declared here");
}

/* For as many more. */
static void make_room(struct loader *loader, size_t more)
{
    struct registry *registry = loader->registry;
    size_t wanted = registry->problem_count + more;
    if (wanted <= loader->problem_room)
        return;
    if (wanted < 2 * loader->problem_room)
        wanted = 2 * loader->problem_room; /* many small files shall not take many copies */
    registry->problems =
        arena_resize(loader->arena, registry->problems, wanted * sizeof *registry->problems);
    loader->problem_room = wanted;
}

/* Where extras live: with all problems that have none, or by themselves. */
static struct extras *place_extras(struct loader *loader, const struct extras *extras)
{
    static const struct extras none = {.concealed_as = NULL};
    if (memcmp(extras, &none, sizeof none) == 0)
        return loader->no_extras;
    struct extras *own = arena_allocate(loader->arena, sizeof *own);
    *own = *extras;
    return own;
}

void read_problem(struct loader *loader, const struct node *key)
{
    struct registry *registry = loader->registry;
    make_room(loader, 1);
    struct problem_definition definition = {.problem = {.code = string_of(loader, key),
                                                        .index = registry->problem_count,
                                                        .base = &loader->file->base}};
    struct problem_type *problem = &definition.problem;
    map_add(loader->arena, &registry->codes, problem->code.text, problem->index);
    read_table(loader, key->value, &problem_keys, problem->code, 0, &definition);
    problem->extras = place_extras(loader, &definition.extras);
    registry->problems[registry->problem_count++] = *problem;
}

void read_problems(struct loader *loader, const struct node *mapping)
{
    struct registry *registry = loader->registry;
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string code;
        size_t first;
        if (key->value->taken)
            continue;
        if (!read_name(loader, key, "a problem", &code) ||
            !expect_kind(loader, key, key->value, NODE_MAPPING,
                         "a mapping with status and title")) {
            registry->complete = false;
            continue;
        }
        if (map_get(&registry->codes, code.text, &first))
            report_duplicate(loader, "problem", code, registry->problems[first].code.span);
        else
            read_problem(loader, key);
    }
}

void read_rules(struct loader *loader, const struct node *mapping)
{
    struct registry *registry = loader->registry;
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string name;
        size_t first;
        if (!read_name(loader, key, "a rule", &name) ||
            !expect_kind(loader, key, key->value, NODE_MAPPING, "a mapping with detail")) {
            registry->complete = false;
            continue;
        }
        if (map_get(&loader->rules, name.text, &first)) {
            report_duplicate(loader, "rule", name, registry->rules[first].name.span);
            continue;
        }
        if (registry->rule_count == RULES_MAX) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "too-many", name.span,
                     "there are more than %d rules", RULES_MAX);
            return;
        }
        map_add(loader->arena, &loader->rules, name.text, registry->rule_count);
        struct rule *rule =
            arena_push(loader->arena, &registry->rules, registry->rule_count, sizeof *rule);
        rule->name = name;
        rule->index = registry->rule_count++;
        read_table(loader, key->value, &rule_keys, name, 0, rule);
    }
}

void read_reserved(struct loader *loader, const struct node *sequence)
{
    struct registry *registry = loader->registry;
    for (const struct node *item = sequence->first; item; item = item->next) {
        if (item->kind != NODE_MAPPING) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", item->span,
                     "a reserved code must be a mapping such as {code: old-code, id: 7}");
            continue;
        }
        struct reserved *reserved = arena_push(loader->arena, &registry->reserved,
                                               registry->reserved_count++, sizeof *reserved);
        reserved->span = item->span;
        read_table(loader, item, &reserved_keys, (struct string){{NULL, 0}, {0, 0}}, 0, reserved);
    }
}

void read_checks(struct loader *loader, const struct node *mapping)
{
    struct registry *registry = loader->registry;
    for (const struct node *key = mapping->first; key; key = key->next) {
        if (!expect_kind(loader, key, key->value, NODE_MAPPING, "a mapping with level and because"))
            continue;
        struct check_setting *setting =
            arena_push(loader->arena, &registry->checks, registry->check_count++, sizeof *setting);
        setting->check = string_of(loader, key);
        read_table(loader, key->value, &check_keys, setting->check, 0, setting);
    }
}

void read_headers(struct loader *loader, const struct node *mapping, struct headers *headers)
{
    static const struct key value_row = {.name = "a header", .shape = KEY_MESSAGE, .limit = 2048};
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct header *header =
            arena_push(loader->arena, &headers->items, headers->count++, sizeof *header);
        header->name = string_of(loader, key);
        read_value(loader, &value_row, key, key->value, &header->value);
    }
}

void read_links(struct loader *loader, const struct node *sequence, struct links *links)
{
    for (const struct node *item = sequence->first; item; item = item->next) {
        if (item->kind != NODE_MAPPING) {
            diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", item->span,
                     "a link must be a mapping with title and url");
            continue;
        }
        struct link *link = arena_push(loader->arena, &links->items, links->count++, sizeof *link);
        read_table(loader, item, &link_keys, (struct string){{NULL, 0}, {0, 0}}, 0, link);
    }
}

void read_waivers(struct loader *loader, const struct node *mapping, struct waivers *waivers)
{
    for (const struct node *key = mapping->first; key; key = key->next) {
        struct string reason;
        if (!read_text(loader, NULL, key, key->value, &reason))
            continue;
        struct waiver *waiver =
            arena_push(loader->arena, &waivers->items, waivers->count++, sizeof *waiver);
        waiver->check = string_of(loader, key);
        waiver->reason = reason;
    }
}
