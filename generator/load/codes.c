/*
 * Finds which row each code of a source has: a single row before a group's. What is wrong with them
 * is left in the model for the checks to say.
 */
#include "load/loader.h"

/* ---------------------------------------------------------------- what names stand for */

/* Takes over what the source does not say itself. */
static void inherit(struct classifier *classifier, const struct classifier *base)
{
    classifier->base = base;
    if (!span_is_set(classifier->enum_type.span))
        classifier->enum_type = base->enum_type;
    if (!span_is_set(classifier->header.span))
        classifier->header = base->header;
    if (!span_is_set(classifier->primary.span))
        classifier->primary = base->primary;
    if (!span_is_set(classifier->codes.span))
        classifier->codes = base->codes;
}

static void find_definition(struct loader *loader, struct classifier *classifier)
{
    size_t index;
    if (!map_get(&loader->definitions, classifier->use.text, &index))
        return;
    struct classifier *base = &loader->registry->classifiers[index];
    base->used = true;
    inherit(classifier, base);
}

static void find_targets(const struct registry *registry, struct classifier *classifier)
{
    for (size_t i = 0; i < classifier->map.count; i++) {
        struct code_row *row = &classifier->map.items[i];
        row->target = registry_problem(registry, row->problem.text);
        row->group = classifier_group(classifier, row->key.text);
    }
    for (size_t i = 0; i < classifier->values.count; i++) {
        struct code_row *row = &classifier->values.items[i];
        row->target = registry_problem(registry, row->problem.text);
    }
    for (size_t i = 0; i < classifier->messages.count; i++) {
        struct message_rule *rule = &classifier->messages.items[i];
        rule->target = registry_problem(registry, rule->problem.text);
    }
    classifier->otherwise_problem = span_is_set(classifier->otherwise.span)
                                        ? registry_problem(registry, classifier->otherwise.text)
                                        : registry->fallback_problem;
}

/* ---------------------------------------------------------------- codes */

struct mapper {
    struct arena *arena;
    struct classifier *classifier;
};

static struct mapped_code *find_mapped(const struct mapper *mapper, const struct code *code)
{
    size_t index;
    return map_get(&mapper->classifier->mapped_by_key, code->key, &index)
               ? &mapper->classifier->mapped[index]
               : NULL;
}

static void add_mapped(const struct mapper *mapper, const struct code *code, struct span span,
                       struct code_row *row)
{
    struct classifier *classifier = mapper->classifier;
    map_add(mapper->arena, &classifier->mapped_by_key, code->key, classifier->mapped_count);
    struct mapped_code *mapped =
        arena_push(mapper->arena, &classifier->mapped, classifier->mapped_count++, sizeof *mapped);
    *mapped = (struct mapped_code){.code = *code, .span = span, .row = row};
}

static bool is_single(const struct mapped_code *mapped)
{
    return mapped->row == NULL || mapped->row->group == NULL;
}

static void map_singles(const struct mapper *mapper, const struct code_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        struct code_row *row = &rows->items[i];
        struct code code;
        if (row->group || !classifier_code(mapper->classifier, mapper->arena, row->key.text, &code))
            continue;
        const struct mapped_code *earlier = find_mapped(mapper, &code);
        if (earlier)
            row->earlier = earlier->span;
        else
            add_mapped(mapper, &code, row->key.span, row);
    }
}

/* A row of the source's own comes before what its definition ignores. */
static void map_ignored(const struct mapper *mapper, const struct strings *ignored, bool own)
{
    for (size_t i = 0; i < ignored->count; i++) {
        struct code code;
        if (!classifier_code(mapper->classifier, mapper->arena, ignored->items[i].text, &code))
            continue;
        const struct mapped_code *earlier = find_mapped(mapper, &code);
        if (earlier == NULL)
            add_mapped(mapper, &code, ignored->items[i].span, NULL);
        else if (earlier->row && own)
            earlier->row->earlier = ignored->items[i].span;
    }
}

static void contradict(struct mapped_code *mapped, struct code_row *row, struct span span)
{
    if (mapped->rival || text_equal(mapped->row->problem.text, row->problem.text))
        return;
    mapped->rival = row;
    mapped->rival_span = span;
}

static void map_group(const struct mapper *mapper, struct code_row *row)
{
    for (size_t i = 0; i < row->group->codes.count; i++) {
        struct string written = row->group->codes.items[i];
        struct code code;
        if (!classifier_code(mapper->classifier, mapper->arena, written.text, &code))
            continue;
        struct mapped_code *mapped = find_mapped(mapper, &code);
        if (mapped == NULL)
            add_mapped(mapper, &code, written.span, row);
        else if (!is_single(mapped))
            contradict(mapped, row, written.span);
    }
}

/* ---------------------------------------------------------------- aliases */

typedef void pair_visit(const struct mapper *mapper, const struct code *alias,
                        const struct code *of);

/* Pairs whose numbers are not known here: only C can say whether they are one code. */
static void each_pair(const struct mapper *mapper, pair_visit *visit)
{
    const struct classifier *at = mapper->classifier;
    if (!classifier_has_macros(at))
        return;
    for (; at; at = at->base)
        for (size_t i = 0; i < at->aliases.count; i++) {
            const struct alias *pair = &at->aliases.items[i];
            struct code alias, of;
            if (classifier_code(mapper->classifier, mapper->arena, pair->name.text, &alias) &&
                classifier_code(mapper->classifier, mapper->arena, pair->of.text, &of))
                visit(mapper, &alias, &of);
        }
}

/* Gives `to` the row of `from`, unless it has one that comes first. */
static void share(const struct mapper *mapper, const struct code *from, const struct code *to)
{
    const struct mapped_code *source = find_mapped(mapper, from);
    struct mapped_code *mapped = find_mapped(mapper, to);
    if (source == NULL)
        return;
    if (mapped == NULL) {
        add_mapped(mapper, to, source->span, source->row);
    } else if (is_single(source) && !is_single(mapped)) {
        mapped->row = source->row;
        mapped->span = source->span;
        mapped->rival = NULL;
    }
}

/* Two rows for what may be one code: only C can say, so they must not differ. */
static void compare_singles(struct mapped_code *alias, const struct mapped_code *of)
{
    if (alias->row && is_single(of) &&
        !(of->row && text_equal(of->row->problem.text, alias->row->problem.text)))
        alias->row->earlier = of->span;
}

static void share_singles(const struct mapper *mapper, const struct code *alias,
                          const struct code *of)
{
    struct mapped_code *mapped = find_mapped(mapper, alias);
    const struct mapped_code *other = find_mapped(mapper, of);
    if (mapped == NULL || !is_single(mapped))
        return;
    if (other)
        compare_singles(mapped, other);
    share(mapper, alias, of);
}

static void share_groups(const struct mapper *mapper, const struct code *alias,
                         const struct code *of)
{
    const struct mapped_code *mapped = find_mapped(mapper, alias);
    struct mapped_code *other = find_mapped(mapper, of);
    if (mapped && other && !is_single(mapped) && !is_single(other))
        contradict(other, mapped->row, mapped->span);
    share(mapper, alias, of);
}

static void share_back(const struct mapper *mapper, const struct code *alias, const struct code *of)
{
    share(mapper, of, alias);
}

/* ---------------------------------------------------------------- the whole */

static void map_codes(struct loader *loader, struct classifier *classifier)
{
    const struct mapper mapper = {loader->arena, classifier};
    map_singles(&mapper, &classifier->map);
    map_singles(&mapper, &classifier->values);
    map_ignored(&mapper, &classifier->ignore, true);
    if (classifier->base)
        map_ignored(&mapper, &classifier->base->ignore, false);
    for (size_t i = 0; i < classifier->map.count; i++)
        if (classifier->map.items[i].group)
            map_group(&mapper, &classifier->map.items[i]);
    each_pair(&mapper, share_singles);
    each_pair(&mapper, share_groups);
    each_pair(&mapper, share_back);
}

void resolve_classifiers(struct loader *loader)
{
    struct registry *registry = loader->registry;
    for (size_t i = 0; i < registry->classifier_count; i++) {
        struct classifier *classifier = &registry->classifiers[i];
        if (span_is_set(classifier->use.span))
            find_definition(loader, classifier);
    }
    for (size_t i = 0; i < registry->classifier_count; i++) {
        struct classifier *classifier = &registry->classifiers[i];
        find_targets(registry, classifier);
        if (!classifier->definition)
            map_codes(loader, classifier);
    }
}
