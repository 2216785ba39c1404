/*
 * The last phase: fills in what a registry may leave out, and finds what its names stand for. A
 * name that stands for nothing stays unresolved; the checks say so.
 */
#include "load/loader.h"
#include "pattern/pattern.h"
#include "problem.h"

static const int64_t SAFE_INTEGER = ((int64_t)1 << 53) - 1; /* what a double holds exactly */

static void default_integer(struct integer *integer, int64_t value)
{
    if (!span_is_set(integer->span))
        integer->value = value;
}

/* ---------------------------------------------------------------- shapes */

static int64_t default_max(enum member_type type)
{
    switch (type) {
    case MEMBER_IDENTIFIER:
        return 64;
    case MEMBER_TEXT:
    case MEMBER_URI:
        return 256;
    case MEMBER_POINTER:
        return 128;
    case MEMBER_UUID:
        return 36;
    case MEMBER_LIST:
        return 16;
    default:
        return 0;
    }
}

static void compile_pattern(struct loader *loader, struct shape *shape)
{
    struct pattern_error error;
    struct string pattern = shape->limits->pattern;
    if (pattern_compile(loader->arena, pattern.text, &shape->limits->automaton, &error))
        return;
    struct diagnostic *bad = diagnose(
        loader->diagnostics, SEVERITY_ERROR, "bad-pattern",
        source_within(loader->sources, pattern.span, pattern.text, error.offset, error.length),
        "%.*s", TEXT_ARGS(error.message));
    if (error.help.length)
        diagnostic_help(bad, "%.*s", TEXT_ARGS(error.help));
}

static void default_limits(struct shape *shape)
{
    struct limits *limits = shape->limits;
    bool wide = shape->type == MEMBER_INTEGER && limits->as_string.value;
    bool duration = shape->type == MEMBER_DURATION;
    default_integer(&limits->minimum, duration ? 0 : wide ? INT64_MIN : -SAFE_INTEGER);
    default_integer(&limits->maximum, wide ? INT64_MAX : SAFE_INTEGER);
    default_integer(&shape->max, default_max(shape->type));
}

static void resolve_shape(struct loader *loader, struct shape *shape)
{
    default_limits(shape);
    if (span_is_set(shape->limits->pattern.span) && shape->limits->automaton.length == 0)
        compile_pattern(loader, shape);
    if (shape->of)
        resolve_shape(loader, shape->of);
}

static void resolve_members(struct loader *loader, struct members *members)
{
    for (size_t i = 0; i < members->count; i++)
        resolve_shape(loader, members->items[i].shape);
}

/* ---------------------------------------------------------------- texts */

static void resolve_message(const struct registry *registry, const struct problem_type *problem,
                            struct message *message)
{
    for (size_t i = 0; i < message->count; i++)
        if (span_is_set(message->pieces[i].span))
            message->pieces[i].member =
                problem_member(registry, problem, piece_name(&message->pieces[i]).text);
}

static void resolve_rule(struct loader *loader, struct rule *rule)
{
    resolve_members(loader, &rule->members);
    for (size_t i = 0; i < rule->detail.count; i++)
        rule->detail.pieces[i].member =
            members_find(&rule->members, piece_name(&rule->detail.pieces[i]).text);
}

/* ---------------------------------------------------------------- problems */

/* RFC 9457 4.2.1: the title of about:blank should be the status phrase. */
static void resolve_title(struct problem_type *problem)
{
    if (span_is_set(problem->title.span))
        return;
    if (problem_is_blank(problem))
        problem->title.text = text_of(problem_reason((int)problem->status.value));
}

static void resolve_rules(struct loader *loader, struct violations *violations)
{
    struct registry *registry = loader->registry;
    bool all = violations->rule_names.count == 0;
    size_t count = all ? registry->rule_count : violations->rule_names.count;
    violations->rules = arena_array(loader->arena, count, sizeof(struct rule *));
    for (size_t i = 0; i < count; i++) {
        size_t index = i;
        if (all || map_get(&loader->rules, violations->rule_names.items[i].text, &index))
            violations->rules[violations->rule_count++] = &registry->rules[index];
    }
    default_integer(&violations->max, 32);
}

static void resolve_problem(struct loader *loader, struct problem_type *problem)
{
    struct registry *registry = loader->registry;
    bool numbered = span_is_set(problem->id.span);
    problem->number = numbered ? problem->id.value : (int64_t)problem->index + 1;
    resolve_title(problem);
    resolve_members(loader, &problem->members);
    resolve_message(registry, problem, &problem->detail);
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        resolve_message(registry, problem, &problem->extras->headers.items[i].value);
    if (span_is_set(problem->extras->conceal.span))
        problem->extras->concealed_as = registry_problem(registry, problem->extras->conceal.text);
    if (problem->extras->violations)
        resolve_rules(loader, problem->extras->violations);
}

void resolve_registry(struct loader *loader)
{
    struct registry *registry = loader->registry;
    if (!span_is_set(registry->instance.span))
        registry->instance.text = TEXT("urn:uuid:{occurrence}");
    for (size_t i = 0; i < loader->file_count; i++)
        if (loader->files[i]->base.text.length == 0)
            loader->files[i]->base.text = registry->base.text;
    for (size_t i = 0; i < registry->type_count; i++)
        default_limits(&registry->types[i].shape);
    resolve_members(loader, &registry->members);
    for (size_t i = 0; i < registry->rule_count; i++)
        resolve_rule(loader, &registry->rules[i]);
    for (size_t i = 0; i < registry->problem_count; i++)
        resolve_problem(loader, &registry->problems[i]);
    registry->fallback_problem = registry_problem(registry, registry->fallback.text);
    resolve_classifiers(loader);
}
