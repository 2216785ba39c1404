/*
 * How C finds a code's row: switches over enumerators, macros and numbers, a sorted table of
 * SQLSTATEs, and tests of messages.
 */
#include "view/view.h"

#include <stdlib.h>

/* ---------------------------------------------------------------- families of macros */

/* The names that may be the same number as `name`, itself among them: the constant that aliases
 * stand for first. A name without aliases is a family of its own. */
struct family {
    struct text *names;
    size_t count;
};

static void add_member(struct view *view, struct family *family, struct text name)
{
    for (size_t i = 0; i < family->count; i++)
        if (text_equal(family->names[i], name))
            return;
    *(struct text *)arena_push(view->arena, &family->names, family->count++,
                               sizeof *family->names) = name;
}

static struct family family_of(struct view *view, const struct classifier *classifier,
                               struct text name)
{
    struct family family = {NULL, 0};
    struct text head = name;
    size_t index;
    for (const struct classifier *at = classifier; at; at = at->base)
        if (map_get(&at->aliases.by_name, name, &index))
            head = at->aliases.items[index].of.text;
    add_member(view, &family, head);
    for (const struct classifier *at = classifier; at; at = at->base)
        for (size_t i = 0; i < at->aliases.count; i++)
            if (text_equal(at->aliases.items[i].of.text, head))
                add_member(view, &family, at->aliases.items[i].name.text);
    return family;
}

/* When a macro is there and no number of one before it in its family: a condition over as many
 * lines as it has parts. */
static struct value *view_guard(struct view *view, const struct family *family, struct text name)
{
    struct buffer guard = buffer_create(view->arena);
    buffer_format(&guard, "defined(%.*s)", TEXT_ARGS(name));
    for (size_t i = 0; i < family->count && !text_equal(family->names[i], name); i++)
        buffer_format(&guard, " && \\\n    !(defined(%.*s) && %.*s == %.*s)",
                      TEXT_ARGS(family->names[i]), TEXT_ARGS(name), TEXT_ARGS(family->names[i]));
    return value_identifier(view->arena, buffer_contents(&guard));
}

/* ---------------------------------------------------------------- switches */

/* A number as a case label. An enum may have an unsigned type, which -1 has to be made for. */
static struct text number_label(struct view *view, const struct classified *classified,
                                const struct code *code)
{
    if (classified->kind != SOURCE_ENUM || code->number >= 0)
        return code->key;
    return arena_format(view->arena, "(%.*s)%.*s",
                        TEXT_ARGS(classified->classifier->enum_type.text), TEXT_ARGS(code->key));
}

static struct value *view_label(struct view *view, const struct classified *classified,
                                const struct code *code)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    bool named = code->kind == CODE_NAMED, macro = named && classified->kind == SOURCE_MACROS;
    struct family family = {NULL, 0};
    if (macro)
        family = family_of(view, classified->classifier, code->key);
    value_set(arena, map, "guard",
              macro ? view_guard(view, &family, code->key) : value_absent(arena));
    value_set(arena, map, "label",
              value_identifier(arena, named ? code->key : number_label(view, classified, code)));
    value_set(arena, map, "name",
              !named && code->name.length ? value_identifier(arena, code->name)
                                          : value_absent(arena));
    value_set(arena, map, "unnamed",
              value_boolean(arena, !named && classified->kind == SOURCE_ENUM));
    return map;
}

enum level {
    SINGLES = 1,
    GROUPS = 2,
};

static enum level level_of(const struct mapped_code *mapped)
{
    return mapped->row && mapped->row->group ? GROUPS : SINGLES;
}

static struct value *view_outcome(struct view *view, const struct classified *classified,
                                  size_t outcome)
{
    bool ignored = outcome == 1 && classified->ignores;
    return ignored ? view_word(view, "ignored")
                   : value_identifier(view->arena, classified->targets[outcome]->code.text);
}

static struct value *view_arm(struct view *view, const struct classified *classified,
                              size_t outcome, struct value *labels)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    value_set(arena, map, "labels", labels);
    value_set(arena, map, "outcome", value_integer(arena, (int64_t)outcome));
    value_set(arena, map, "becomes", view_outcome(view, classified, outcome));
    return map;
}

/* The codes of these levels, an arm for each of their outcomes. */
static void add_switch(struct view *view, const struct classified *classified, unsigned levels,
                       struct value *list)
{
    struct arena *arena = view->arena;
    const struct classifier *classifier = classified->classifier;
    struct value *map = value_map(arena), *arms = value_list(arena);
    struct value **labels = arena_array(arena, classified->count, sizeof(struct value *));
    for (size_t i = 0; i < classified->count; i++)
        labels[i] = value_list(arena);
    for (size_t i = 0; i < classifier->mapped_count; i++) {
        const struct mapped_code *mapped = &classifier->mapped[i];
        if (level_of(mapped) & levels)
            value_add(arena, labels[classified_outcome(classified, mapped)],
                      view_label(view, classified, &mapped->code));
    }
    for (size_t i = 1; i < classified->count; i++)
        if (labels[i]->as.list.count)
            value_add(arena, arms, view_arm(view, classified, i, labels[i]));
    value_set(arena, map, "exhaustive", value_boolean(arena, classified->kind == SOURCE_ENUM));
    value_set(arena, map, "arms", arms);
    value_add(arena, list, map);
}

/* A number and a macro may be one code, which only C can tell: then a single row must be found
 * before a group's, in a switch of its own. */
static bool needs_two(const struct classified *classified)
{
    const struct classifier *classifier = classified->classifier;
    unsigned levels = 0;
    bool numbers = false;
    for (size_t i = 0; i < classifier->mapped_count; i++) {
        levels |= level_of(&classifier->mapped[i]);
        numbers = numbers || classifier->mapped[i].code.kind == CODE_NUMBERED;
    }
    return classified->kind == SOURCE_MACROS && numbers && levels == (SINGLES | GROUPS);
}

static struct value *view_switches(struct view *view, const struct classified *classified)
{
    struct value *list = value_list(view->arena);
    if (classified->kind == SOURCE_STATES)
        return list;
    if (needs_two(classified)) {
        add_switch(view, classified, SINGLES, list);
        add_switch(view, classified, GROUPS, list);
    } else if (classified->classifier->mapped_count || classified->kind == SOURCE_ENUM) {
        add_switch(view, classified, SINGLES | GROUPS, list);
    }
    return list;
}

/* ---------------------------------------------------------------- SQLSTATEs */

static int compare_states(const void *a, const void *b)
{
    const struct mapped_code *const *left = a, *const *right = b;
    return text_compare((*left)->code.key, (*right)->code.key);
}

/* By state, a class before its states. */
static struct value *view_states(struct view *view, const struct classified *classified)
{
    struct arena *arena = view->arena;
    const struct classifier *classifier = classified->classifier;
    struct value *list = value_list(arena);
    if (classified->kind != SOURCE_STATES)
        return list;
    const struct mapped_code **sorted =
        arena_array(arena, classifier->mapped_count, sizeof *sorted);
    for (size_t i = 0; i < classifier->mapped_count; i++)
        sorted[i] = &classifier->mapped[i];
    if (classifier->mapped_count)
        qsort(sorted, classifier->mapped_count, sizeof *sorted, compare_states);
    for (size_t i = 0; i < classifier->mapped_count; i++) {
        size_t outcome = classified_outcome(classified, sorted[i]);
        struct value *map = value_map(arena);
        value_set(arena, map, "state", value_identifier(arena, sorted[i]->code.key));
        value_set(arena, map, "outcome", value_integer(arena, (int64_t)outcome));
        value_set(arena, map, "becomes", view_outcome(view, classified, outcome));
        value_add(arena, list, map);
    }
    return list;
}

/* ---------------------------------------------------------------- messages */

/* A C condition: whether `code_` is this one, or is one of its class or its further codes. */
static struct text condition(struct view *view, const struct classified *classified,
                             const struct code *code, struct text name)
{
    struct arena *arena = view->arena;
    int64_t mask = classified->classifier->primary.value;
    if (code->kind == CODE_STATE)
        return arena_format(arena, "strcmp(code_, \"%.*s\") == 0", TEXT_ARGS(name));
    if (code->kind == CODE_CLASS)
        return arena_format(arena, "strncmp(code_, \"%.*s\", 2) == 0", TEXT_ARGS(name));
    if (classified->kind == SOURCE_ENUM)
        return arena_format(arena,
                            code->kind == CODE_NAMED ? "code_ == %.*s" : "(int)code_ == %.*s",
                            TEXT_ARGS(name));
    if (span_is_set(classified->classifier->primary.span))
        return arena_format(arena, "(code_ == %.*s || (code_ & %lld) == %.*s)", TEXT_ARGS(name),
                            (long long)mask, TEXT_ARGS(name));
    return arena_format(arena, "code_ == %.*s", TEXT_ARGS(name));
}

static struct value *view_contains(struct view *view, const struct message_rule *rule)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < rule->contains.count; i++)
        value_add(view->arena, list, value_text(view->arena, rule->contains.items[i].text));
    return list;
}

static void add_test(struct view *view, const struct classified *classified,
                     const struct message_rule *rule, const struct code *code,
                     const struct family *family, struct text name, struct value *list)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    value_set(arena, map, "guard", family ? view_guard(view, family, name) : value_absent(arena));
    value_set(arena, map, "condition",
              value_identifier(arena, condition(view, classified, code, name)));
    value_set(arena, map, "contains", view_contains(view, rule));
    value_set(arena, map, "outcome",
              value_integer(arena, (int64_t)classified_number(classified, rule->target)));
    value_set(arena, map, "problem", value_identifier(arena, rule->target->code.text));
    value_add(arena, list, map);
}

/* One for each name that the code may have. */
static struct value *view_tests(struct view *view, const struct classified *classified,
                                const struct message_rule *rule, const struct code *code)
{
    struct value *list = value_list(view->arena);
    if (code->kind != CODE_NAMED || classified->kind != SOURCE_MACROS) {
        add_test(view, classified, rule, code, NULL, code->key, list);
        return list;
    }
    struct family family = family_of(view, classified->classifier, code->key);
    for (size_t i = 0; i < family.count; i++)
        add_test(view, classified, rule, code, &family, family.names[i], list);
    return list;
}

static struct value *view_messages(struct view *view, const struct classified *classified)
{
    struct arena *arena = view->arena;
    const struct message_rules *messages = &classified->classifier->messages;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < messages->count; i++) {
        const struct message_rule *rule = &messages->items[i];
        struct value *map = value_map(arena);
        struct code code;
        classifier_code(classified->classifier, arena, rule->code.text, &code);
        value_set(arena, map, "code", value_identifier(arena, rule->code.text));
        value_set(arena, map, "contains", view_contains(view, rule));
        value_set(arena, map, "problem", value_identifier(arena, rule->target->code.text));
        value_set(arena, map, "because", value_text(arena, rule->because.text));
        value_set(arena, map, "remove_by", value_identifier(arena, rule->remove_by.text));
        value_set(arena, map, "tests", view_tests(view, classified, rule, &code));
        value_add(arena, list, map);
    }
    return list;
}

/* ---------------------------------------------------------------- the whole */

void view_lookup(struct view *view, const struct classified *classified, struct value *map)
{
    struct arena *arena = view->arena;
    const struct classifier *classifier = classified->classifier;
    struct value *switches = view_switches(view, classified);
    struct value *state_rows = view_states(view, classified);
    bool by_code = switches->as.list.count || state_rows->as.list.count;
    bool by_message = classifier->messages.count;
    bool primary = span_is_set(classifier->primary.span) && by_code;
    value_set(arena, map, "primary",
              primary ? value_integer(arena, classifier->primary.value) : value_absent(arena));
    value_set(arena, map, "by_code", value_boolean(arena, by_code));
    value_set(arena, map, "by_message", value_boolean(arena, by_message));
    value_set(arena, map, "guarded",
              value_boolean(arena, by_message && classified->kind == SOURCE_MACROS));
    value_set(arena, map, "texts",
              value_boolean(arena, by_message || classified->kind == SOURCE_STATES));
    value_set(arena, map, "switches", switches);
    value_set(arena, map, "state_rows", state_rows);
    value_set(arena, map, "messages", view_messages(view, classified));
}
