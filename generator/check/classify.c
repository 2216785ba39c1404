/*
 * Others' errors: what kind of codes a source has, where their names come from, and that these can
 * stand in C. Their rows are code_rows.c's.
 */
#include "check/checks.h"

/* ---------------------------------------------------------------- kinds of codes */

enum trait {
    ENUM,
    MACROS,
    VALUED,
    ALIASES,
    PRIMARY,
    STATES,
    NUMBERS,
    TRAITS,
};

static const char *const trait_names[TRAITS] = {
    "an enum", "a list of constants", "constants with values", "aliases", "primary", "SQLSTATEs",
    "values"};

/* Where each is said, by the classifier or by what it uses. */
static void traits_of(const struct classifier *classifier, struct span traits[TRAITS])
{
    for (int i = 0; i < TRAITS; i++)
        traits[i] = (struct span){0, 0};
    for (const struct classifier *at = classifier; at; at = at->base) {
        enum trait constants = at->constants.are_macros ? MACROS : VALUED;
        if (!span_is_set(traits[constants]))
            traits[constants] = at->constants.span;
        if (at->aliases.count && !span_is_set(traits[ALIASES]))
            traits[ALIASES] = at->aliases.items[0].name.span;
    }
    traits[ENUM] = classifier->enum_type.span;
    traits[PRIMARY] = classifier->primary.span;
    if (classifier->codes.value == CODES_SQLSTATE)
        traits[STATES] = classifier->codes.span;
    if (classifier->values.count)
        traits[NUMBERS] = classifier->values.items[0].key.span;
}

static bool same_span(struct span a, struct span b)
{
    return a.begin == b.begin && a.end == b.end;
}

static void check_kind(struct check_run *run, const struct classifier *classifier)
{
    static const enum trait strangers[][2] = {
        {ENUM, MACROS},   {ENUM, VALUED},   {ENUM, ALIASES},   {ENUM, PRIMARY},   {ENUM, STATES},
        {MACROS, VALUED}, {MACROS, STATES}, {PRIMARY, STATES}, {NUMBERS, STATES},
    };
    struct span traits[TRAITS], base[TRAITS] = {{0, 0}};
    traits_of(classifier, traits);
    if (classifier->base)
        traits_of(classifier->base, base);
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++) {
        enum trait a = strangers[i][0], b = strangers[i][1];
        bool of_base = same_span(traits[a], base[a]) && same_span(traits[b], base[b]);
        if (!span_is_set(traits[a]) || !span_is_set(traits[b]) || of_base)
            continue;
        struct diagnostic *finding =
            check_report(run, "mixed-codes", NULL, traits[b], "%s and %s don't go together",
                         trait_names[a], trait_names[b]);
        check_note(finding, traits[a], "%s stands here", trait_names[a]);
    }
}

static void check_primary(struct check_run *run, const struct classifier *classifier)
{
    struct integer primary = classifier->primary;
    if (!span_is_set(primary.span) || (primary.value > 0 && primary.value <= CODE_MAX) ||
        (classifier->base && same_span(primary.span, classifier->base->primary.span)))
        return;
    struct diagnostic *finding = check_report(run, "bad-code", NULL, primary.span,
                                              "primary must be a mask of 1 to %d", CODE_MAX);
    check_help(finding, "it has the bits that a code's primary code is in:  primary: 255");
}

/* ---------------------------------------------------------------- C */

/* What #include <...> takes anywhere: no characters that C leaves undefined there. */
static bool is_header_file(struct text text)
{
    char last = '/';
    for (size_t i = 0; i < text.length; last = text.bytes[i++]) {
        char c = text.bytes[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '_' || c == '-' || c == '+' || c == '.';
        if (!word && !(c == '/' && last != '/'))
            return false;
    }
    return last != '/';
}

static void check_header(struct check_run *run, const struct classifier *classifier)
{
    struct string header = classifier->header;
    bool macros = classifier_has_macros(classifier);
    struct span needs = macros ? classifier->constants.span : classifier->enum_type.span;
    if (macros && !span_is_set(needs))
        needs = classifier->use.span;
    if (span_is_set(header.span)) {
        if (is_header_file(header.text) ||
            (classifier->base && same_span(header.span, classifier->base->header.span)))
            return;
        struct diagnostic *finding =
            check_report(run, "bad-header-file", NULL, header.span, "#include can't take <%.*s>",
                         TEXT_ARGS(header.text));
        check_help(finding, "name it as from an include directory, such as  sys/stat.h");
    } else if (!classifier->definition && span_is_set(needs)) {
        struct diagnostic *finding = check_report(
            run, "missing-header", NULL, needs, "%.*s does not say which header declares %s",
            TEXT_ARGS(classifier->name.text), macros ? "the constants" : "the enum");
        check_help(finding, "add  header: name.h");
    }
}

static void check_identifier(struct check_run *run, struct string name, const char *what)
{
    if (code_is_identifier(name.text))
        return;
    struct diagnostic *finding = check_report(
        run, "bad-c-name", NULL, name.span, "%.*s can't name %s in C", TEXT_ARGS(name.text), what);
    check_help(finding, "write it as the header does: letters, digits and _, and no word of C");
}

static void check_enum(struct check_run *run, const struct classifier *classifier)
{
    struct string type = classifier->enum_type;
    if (!span_is_set(type.span) ||
        (classifier->base && same_span(type.span, classifier->base->enum_type.span)))
        return;
    if (text_starts_with(type.text, TEXT("enum ")))
        type.text = text_slice(type.text, 5, type.text.length);
    check_identifier(run, type, "an enum");
}

/* ---------------------------------------------------------------- names of codes */

static void check_values(struct check_run *run, const struct classifier *classifier,
                         const struct constant *constant)
{
    bool states = classifier->codes.value == CODES_SQLSTATE;
    struct string value = constant->value;
    int64_t number;
    if (!span_is_set(value.span) ||
        (states ? code_is_state(value.text) : code_number(value.text, &number)))
        return;
    struct diagnostic *finding =
        check_report(run, "bad-code", NULL, value.span, "%.*s is no %s", TEXT_ARGS(value.text),
                     states ? "SQLSTATE" : "number that fits in an int");
    if (states)
        check_help(finding, "a SQLSTATE has five of 0-9 and A-Z, in quotes");
    else if (code_is_state(value.text))
        check_help(finding, "for SQLSTATEs write  codes: sqlstate");
}

/* That a name is not one of the definition's as well. */
static void check_new(struct check_run *run, const char *what, struct string name,
                      const struct string *first)
{
    if (first == NULL)
        return;
    struct diagnostic *finding =
        check_report(run, "duplicate-name", NULL, name.span, "%s %.*s is declared twice", what,
                     TEXT_ARGS(name.text));
    check_note(finding, first->span, "first declared here");
}

static const struct string *constant_of(const struct classifier *classifier, struct text name)
{
    size_t index;
    return classifier && map_get(&classifier->constants.by_name, name, &index)
               ? &classifier->constants.items[index].name
               : NULL;
}

static void check_constants(struct check_run *run, const struct classifier *classifier)
{
    for (size_t i = 0; i < classifier->constants.count; i++) {
        const struct constant *constant = &classifier->constants.items[i];
        check_identifier(run, constant->name, "a constant");
        check_values(run, classifier, constant);
        check_new(run, "constant", constant->name,
                  constant_of(classifier->base, constant->name.text));
    }
    for (size_t i = 0; i < classifier->aliases.count; i++) {
        struct string name = classifier->aliases.items[i].name;
        struct string of = classifier->aliases.items[i].of;
        check_identifier(run, name, "a constant");
        if (!constant_of(classifier, of.text) && !constant_of(classifier->base, of.text))
            check_unknown_code(run, classifier, of, false);
    }
}

static void check_groups(struct check_run *run, const struct classifier *classifier)
{
    for (size_t i = 0; i < classifier->groups.count; i++) {
        const struct code_group *group = &classifier->groups.items[i];
        const struct code_group *base =
            classifier->base ? classifier_group(classifier->base, group->name.text) : NULL;
        const struct string *constant = constant_of(classifier, group->name.text);
        check_new(run, "group", group->name, base ? &base->name : NULL);
        check_new(run, "group", group->name,
                  constant ? constant : constant_of(classifier->base, group->name.text));
        for (size_t k = 0; k < group->codes.count; k++)
            check_code(run, classifier, group->codes.items[k]);
    }
    for (size_t i = 0; i < classifier->ignore.count; i++)
        check_code(run, classifier, classifier->ignore.items[i]);
}

/* ---------------------------------------------------------------- definitions */

/* False: a source uses one that is not there. */
static bool check_use(struct check_run *run, const struct classifier *classifier)
{
    struct string use = classifier->use;
    if (!span_is_set(use.span) || classifier->base || !run->registry->complete)
        return true;
    struct diagnostic *finding = check_report(run, "unknown-definition", NULL, use.span,
                                              "there is no definition %.*s", TEXT_ARGS(use.text));
    check_help(
        finding,
        "no included file has it, and there is no %.*s.yaml with it beside this one, in the\n"
        "directories given with -I or among problemc's own",
        TEXT_ARGS(use.text));
    return false;
}

static void check_unused(struct check_run *run, const struct classifier *classifier)
{
    if (!classifier->definition || classifier->used)
        return;
    struct diagnostic *finding =
        check_report(run, "unused-definition", NULL, classifier->name.span,
                     "no source uses the definition %.*s", TEXT_ARGS(classifier->name.text));
    check_help(finding, "name it in the registry:  use: %.*s", TEXT_ARGS(classifier->name.text));
}

void check_classify(struct check_run *run)
{
    const struct registry *registry = run->registry;
    bool all_known = true;
    for (size_t i = 0; i < registry->classifier_count; i++) {
        const struct classifier *classifier = &registry->classifiers[i];
        check_kind(run, classifier);
        check_primary(run, classifier);
        check_header(run, classifier);
        check_enum(run, classifier);
        check_constants(run, classifier);
        check_groups(run, classifier);
        all_known = check_use(run, classifier) && all_known;
    }
    for (size_t i = 0; i < registry->classifier_count && all_known; i++)
        check_unused(run, &registry->classifiers[i]);
}
