/*
 * What foreign errors become. Codes that go the same new way are told of together.
 */
#include "diff/compare.h"
#include "names/names.h"

/* A code's way: from what it became to what it becomes. NULL: it is ignored, as no error. */
struct way {
    const struct problem_type *from, *to;
    size_t count;
    struct text codes; /* the first few */
    struct places places;
};

struct ways {
    struct way *items;
    size_t count;
};

enum {
    NAMED_MAX = 3, /* codes that a message names */
};

static const struct classifier *find_source(const struct registry *registry, struct text name)
{
    for (size_t i = 0; i < registry->classifier_count; i++) {
        const struct classifier *classifier = &registry->classifiers[i];
        if (!classifier->definition && text_equal(classifier->name.text, name))
            return classifier;
    }
    return NULL;
}

/* ---------------------------------------------------------------- what becomes of a code */

/* The class of a state, or what is left of a number under the mask. False: there is none. */
static bool primary_of(struct comparison *comparison, const struct classifier *classifier,
                       const struct code *code, struct code *primary)
{
    *primary = *code;
    if (code->kind == CODE_STATE) {
        primary->key = text_slice(code->key, 0, 2);
        return true;
    }
    if (code->kind != CODE_NUMBERED || !span_is_set(classifier->primary.span))
        return false;
    primary->number = code->number & classifier->primary.value;
    primary->key = arena_format(comparison->arena, "%lld", (long long)primary->number);
    return true;
}

static const struct problem_type *outcome(struct comparison *comparison,
                                          const struct classifier *classifier,
                                          const struct code *code, struct span *span)
{
    struct code primary;
    const struct mapped_code *mapped = classifier_mapped(classifier, code);
    if (mapped == NULL && primary_of(comparison, classifier, code, &primary))
        mapped = classifier_mapped(classifier, &primary);
    *span = span_or(classifier->otherwise.span, classifier->name.span);
    if (mapped == NULL)
        return classifier->otherwise_problem;
    *span = mapped->row ? mapped->row->key.span : mapped->span;
    return mapped->row ? mapped->row->target : NULL;
}

/* ---------------------------------------------------------------- ways */

static bool is_same(const struct comparison *comparison, const struct problem_type *old,
                    const struct problem_type *new)
{
    if (old == NULL || new == NULL)
        return old == NULL && new == NULL;
    return comparison->pairs[old->index].new == new;
}

static void add_way(struct comparison *comparison, struct ways *ways, const struct way *way,
                    struct text code)
{
    struct way *found = NULL;
    for (size_t i = 0; i < ways->count && found == NULL; i++)
        if (ways->items[i].from == way->from && ways->items[i].to == way->to)
            found = &ways->items[i];
    if (found == NULL) {
        found = arena_push(comparison->arena, &ways->items, ways->count++, sizeof *found);
        *found = *way;
    }
    if (found->count < NAMED_MAX)
        found->codes = arena_format(comparison->arena, "%.*s%s%.*s", TEXT_ARGS(found->codes),
                                    found->count ? ", " : "", TEXT_ARGS(code));
    found->count++;
}

static void compare_code(struct comparison *comparison, const struct classifier *old,
                         const struct classifier *new, const struct code *code, struct ways *ways)
{
    struct way way = {.count = 0};
    way.from = outcome(comparison, old, code, &way.places.old);
    way.to = outcome(comparison, new, code, &way.places.new);
    if (!is_same(comparison, way.from, way.to))
        add_way(comparison, ways, &way, code->name.length ? code->name : code->key);
}

static struct text target(struct comparison *comparison, const struct problem_type *problem)
{
    if (problem == NULL)
        return TEXT("no error");
    return arena_format(comparison->arena, "%.*s (%lld)", TEXT_ARGS(problem->code.text),
                        (long long)problem->status.value);
}

static void report_way(struct comparison *comparison, const struct subject *subject,
                       const struct way *way)
{
    bool other_status =
        way->from == NULL || way->to == NULL || way->from->status.value != way->to->status.value;
    struct text more = way->count <= NAMED_MAX ? TEXT("")
                                               : arena_format(comparison->arena, " and %zu more",
                                                              way->count - NAMED_MAX);
    change_add(comparison, other_status ? "mapping-status-changed" : "mapping-changed", subject,
               way->places, "%.*s%.*s %s %.*s, became %.*s", TEXT_ARGS(way->codes), TEXT_ARGS(more),
               way->count == 1 ? "becomes" : "become", TEXT_ARGS(target(comparison, way->to)),
               TEXT_ARGS(target(comparison, way->from)));
}

/* ---------------------------------------------------------------- the rest of a source */

static bool same_messages(const struct comparison *comparison, const struct message_rules *old,
                          const struct message_rules *new)
{
    bool same = old->count == new->count;
    for (size_t i = 0; same && i < old->count; i++) {
        const struct message_rule *before = &old->items[i], *after = &new->items[i];
        same = text_equal(before->code.text, after->code.text) &&
               before->contains.count == after->contains.count &&
               is_same(comparison, before->target, after->target);
        for (size_t k = 0; same && k < before->contains.count; k++)
            same = text_equal(before->contains.items[k].text, after->contains.items[k].text);
    }
    return same;
}

static void compare_messages(struct comparison *comparison, const struct subject *subject,
                             const struct message_rules *old, const struct message_rules *new)
{
    if (!same_messages(comparison, old, new))
        change_add(comparison, "mapping-changed", subject,
                   (struct places){old->count ? old->items[0].span : subject->places.old,
                                   new->count ? new->items[0].span : subject->places.new},
                   "rules for messages have changed");
}

static struct text c_type(const struct classifier *classifier)
{
    if (span_is_set(classifier->enum_type.span))
        return classifier->enum_type.text;
    return classifier->codes.value == CODES_SQLSTATE ? TEXT("const char *") : TEXT("int");
}

static void compare_source(struct comparison *comparison, const struct classifier *old,
                           const struct classifier *new)
{
    struct subject subject = {
        .kind = SUBJECT_SOURCE, .name = new->name.text, .places = {old->name.span, new->name.span}};
    struct ways ways = {NULL, 0};
    if (!text_equal(c_type(old), c_type(new))) {
        change_add(comparison, "source-changed", &subject, subject.places,
                   "codes are %.*s in C, were %.*s", TEXT_ARGS(c_type(new)),
                   TEXT_ARGS(c_type(old)));
        return; /* other codes */
    }
    for (size_t i = 0; i < old->mapped_count; i++)
        compare_code(comparison, old, new, &old->mapped[i].code, &ways);
    for (size_t i = 0; i < new->mapped_count; i++)
        if (classifier_mapped(old, &new->mapped[i].code) == NULL)
            compare_code(comparison, old, new, &new->mapped[i].code, &ways);
    struct way rest = {.from = old->otherwise_problem,
                       .to = new->otherwise_problem,
                       .places = {span_or(old->otherwise.span, old->name.span),
                                  span_or(new->otherwise.span, new->name.span)}};
    if (span_is_set(old->otherwise.span) || span_is_set(new->otherwise.span))
        if (!is_same(comparison, rest.from, rest.to))
            add_way(comparison, &ways, &rest, TEXT("every other code"));
    for (size_t i = 0; i < ways.count; i++)
        report_way(comparison, &subject, &ways.items[i]);
    compare_messages(comparison, &subject, &old->messages, &new->messages);
}

void compare_sources(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    for (size_t i = 0; i < old->classifier_count; i++) {
        const struct classifier *source = &old->classifiers[i];
        const struct classifier *now = find_source(new, source->name.text);
        struct subject subject = {.kind = SUBJECT_SOURCE, .name = source->name.text};
        if (source->definition)
            continue;
        if (now)
            compare_source(comparison, source, now);
        else
            change_add(comparison, "c-names-removed", &subject,
                       (struct places){source->name.span, {0, 0}}, "%.*s_from_%.*s.h is gone",
                       TEXT_ARGS(old->name.text),
                       TEXT_ARGS(lower_name(comparison->arena, source->name.text)));
    }
    for (size_t i = 0; i < new->classifier_count; i++) {
        const struct classifier *source = &new->classifiers[i];
        struct subject subject = {.kind = SUBJECT_SOURCE, .name = source->name.text};
        if (!source->definition && find_source(old, source->name.text) == NULL)
            change_add(comparison, "mapping-changed", &subject,
                       (struct places){{0, 0}, source->name.span},
                       "there is a new source of foreign errors");
    }
}
