/*
 * The sources of `classify`: what their codes become, as the reference tells it and as C looks it
 * up. How C compares codes is lookup.c's.
 */
#include "names/names.h"
#include "problem_tables.h"
#include "view/view.h"

/* ---------------------------------------------------------------- outcomes */

size_t classified_number(const struct classified *classified, const struct problem_type *target)
{
    size_t number = 0;
    map_get(&classified->numbers, target->code.text, &number);
    return number;
}

size_t classified_outcome(const struct classified *classified, const struct mapped_code *mapped)
{
    return mapped->row ? classified_number(classified, mapped->row->target) : 1;
}

static void add_outcome(struct view *view, struct classified *classified,
                        const struct problem_type *target)
{
    if (!map_add(view->arena, &classified->numbers, target->code.text, classified->count))
        return;
    *(const struct problem_type **)arena_push(view->arena, &classified->targets, classified->count,
                                              sizeof *classified->targets) = target;
    classified->count++;
}

/* 0 is what has no row, 1 what is ignored, if anything is; then each problem that rows name. */
static void find_outcomes(struct view *view, struct classified *classified)
{
    const struct classifier *classifier = classified->classifier;
    for (size_t i = 0; i < classifier->mapped_count; i++)
        classified->ignores = classified->ignores || classifier->mapped[i].row == NULL;
    classified->count = 0;
    for (size_t i = 0; i < 1 + (size_t)classified->ignores; i++)
        *(const struct problem_type **)arena_push(
            view->arena, &classified->targets, classified->count++, sizeof *classified->targets) =
            classifier->otherwise_problem;
    for (size_t i = 0; i < classifier->mapped_count; i++)
        if (classifier->mapped[i].row)
            add_outcome(view, classified, classifier->mapped[i].row->target);
    for (size_t i = 0; i < classifier->messages.count; i++)
        add_outcome(view, classified, classifier->messages.items[i].target);
}

static void append_code(struct buffer *list, const struct code *code)
{
    if (list->length)
        buffer_string(list, ", ");
    if (code->kind == CODE_CLASS)
        buffer_string(list, "class ");
    buffer_text(list, code->name.length ? code->name : code->key);
}

/* For each outcome the codes that become it: "ENOENT, ENOTDIR". */
static struct buffer *list_codes(struct view *view, const struct classified *classified)
{
    const struct classifier *classifier = classified->classifier;
    struct buffer *lists = arena_array(view->arena, classified->count, sizeof *lists);
    for (size_t i = 0; i < classified->count; i++)
        lists[i] = buffer_create(view->arena);
    for (size_t i = 0; i < classifier->mapped_count; i++) {
        const struct mapped_code *mapped = &classifier->mapped[i];
        append_code(&lists[classified_outcome(classified, mapped)], &mapped->code);
    }
    return lists;
}

static struct value *view_outcomes(struct view *view, const struct classified *classified)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    const struct buffer *codes = list_codes(view, classified);
    for (size_t i = 0; i < classified->count; i++) {
        const struct problem_type *target = classified->targets[i];
        bool ignored = i == 1 && classified->ignores;
        struct value *map = value_map(arena);
        struct text none = arena_format(arena, "(enum %.*s_problem)0", TEXT_ARGS(view->lower));
        value_set(arena, map, "number", value_integer(arena, (int64_t)i));
        value_set(arena, map, "problem",
                  ignored ? value_absent(arena) : value_identifier(arena, target->code.text));
        value_set(arena, map, "otherwise", value_boolean(arena, i == 0));
        value_set(arena, map, "index", value_integer(arena, (int64_t)target->index));
        value_set(arena, map, "constant",
                  value_identifier(
                      arena, ignored ? none : problem_constant(arena, view->registry, target)));
        value_set(arena, map, "codes",
                  codes[i].length ? value_text(arena, buffer_contents(&codes[i]))
                                  : value_absent(arena));
        value_add(arena, list, map);
    }
    return list;
}

/* ---------------------------------------------------------------- rows, for the reference */

static struct value *view_row(struct view *view, const struct mapped_code *mapped)
{
    struct arena *arena = view->arena;
    const struct code_row *row = mapped->row;
    struct value *map = value_map(arena);
    value_set(arena, map, "code", value_identifier(arena, mapped->code.key));
    value_set(arena, map, "name",
              mapped->code.name.length ? value_identifier(arena, mapped->code.name)
                                       : value_absent(arena));
    value_set(arena, map, "group",
              row && row->group ? value_identifier(arena, row->key.text) : value_absent(arena));
    value_set(arena, map, "problem",
              row ? value_identifier(arena, row->target->code.text) : value_absent(arena));
    return map;
}

static struct value *view_rows(struct view *view, const struct classifier *classifier)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < classifier->mapped_count; i++)
        value_add(view->arena, list, view_row(view, &classifier->mapped[i]));
    return list;
}

/* ---------------------------------------------------------------- sources */

static enum source_kind kind_of(const struct classifier *classifier)
{
    if (classifier->codes.value == CODES_SQLSTATE)
        return SOURCE_STATES;
    if (span_is_set(classifier->enum_type.span))
        return SOURCE_ENUM;
    return classifier_has_macros(classifier) ? SOURCE_MACROS : SOURCE_NUMBERS;
}

/* The C type of codes, with a blank at its end or a star. */
static struct text code_type(struct view *view, const struct classified *classified)
{
    if (classified->kind == SOURCE_STATES)
        return TEXT("const char *");
    if (classified->kind == SOURCE_ENUM)
        return arena_format(view->arena, "%.*s ",
                            TEXT_ARGS(classified->classifier->enum_type.text));
    return TEXT("int ");
}

static void set_names(struct view *view, const struct classified *classified, struct value *map)
{
    static const char *const kinds[] = {"enum", "macros", "numbers", "states"};
    struct arena *arena = view->arena;
    const struct classifier *classifier = classified->classifier;
    enum source_kind kind = classified->kind;
    bool has_header = span_is_set(classifier->header.span);
    value_set(arena, map, "key", value_identifier(arena, classifier->name.text));
    value_set(arena, map, "name",
              value_identifier(arena, lower_name(arena, classifier->name.text)));
    value_set(arena, map, "upper",
              value_identifier(arena, upper_name(arena, classifier->name.text)));
    value_set(arena, map, "kind", view_word(view, kinds[kind]));
    value_set(arena, map, "code_type", value_identifier(arena, code_type(view, classified)));
    value_set(arena, map, "enum",
              kind == SOURCE_ENUM ? value_identifier(arena, classifier->enum_type.text)
                                  : value_absent(arena));
    value_set(arena, map, "states", value_boolean(arena, kind == SOURCE_STATES));
    value_set(arena, map, "header",
              has_header ? value_identifier(arena, classifier->header.text) : value_absent(arena));
    value_set(arena, map, "header_in_c", value_boolean(arena, has_header && kind == SOURCE_MACROS));
}

static struct value *view_source(struct view *view, const struct classifier *classifier)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    struct buffer text = buffer_create(arena);
    struct classified classified = {.classifier = classifier, .kind = kind_of(classifier)};
    find_outcomes(view, &classified);
    set_names(view, &classified, map);
    value_set(arena, map, "otherwise",
              value_identifier(arena, classifier->otherwise_problem->code.text));
    value_set(arena, map, "ignores", value_boolean(arena, classified.ignores));
    value_set(arena, map, "outcomes", view_outcomes(view, &classified));
    value_set(arena, map, "rows", view_rows(view, classifier));
    view_lookup(view, &classified, map);
    value_print_json(map, &text);
    value_set(arena, map, "digest",
              value_identifier(arena, arena_format(arena, "0x%016llx",
                                                   (unsigned long long)problem_hash(
                                                       text.bytes, text.length, 0))));
    return map;
}

struct value *view_sources(struct view *view)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < view->registry->classifier_count; i++)
        if (!view->registry->classifiers[i].definition)
            value_add(view->arena, list, view_source(view, &view->registry->classifiers[i]));
    return list;
}

const struct value *view_with_source(const struct value *root, const struct value *source,
                                     struct arena *arena)
{
    struct value *map = value_map(arena);
    for (size_t i = 0; i < root->as.map.count; i++) {
        const struct field *field = &root->as.map.fields[i];
        bool here = text_is(text_of(field->name), "source");
        value_set(arena, map, field->name, here ? (struct value *)source : field->value);
    }
    return map;
}
