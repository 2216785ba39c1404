/*
 * Codes that name other problems: fallback, conceal, replaced-by, the rows of classify. What they
 * name must exist, and what is sent without anybody giving it values must need none.
 */
#include "check/checks.h"

static struct text code_name(const void *context, size_t i)
{
    return ((const struct registry *)context)->problems[i].code.text;
}

/* Reports that `code`, named by `key`, is no problem. Not in a registry that was read in part. */
static bool names_problem(struct check_run *run, const struct problem_type *problem,
                          const char *key, struct string code)
{
    const struct registry *registry = run->registry;
    if (!span_is_set(code.span) || !registry->complete || registry_problem(registry, code.text))
        return true;
    struct diagnostic *finding =
        check_report(run, "unknown-problem", problem, code.span,
                     "%s names %.*s, which is not a problem", key, TEXT_ARGS(code.text));
    struct text nearest = {NULL, 0};
    if (finding)
        nearest = check_nearest(run, code.text, code_name, registry, registry->problem_count);
    if (nearest.length)
        check_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        check_help(finding, "%s takes the code of a problem of this registry", key);
    return false;
}

static void rows_name_problems(struct check_run *run, const struct classifier *classifier)
{
    for (size_t i = 0; i < classifier->map.count; i++)
        names_problem(run, NULL, "map", classifier->map.items[i].problem);
    for (size_t i = 0; i < classifier->values.count; i++)
        names_problem(run, NULL, "values", classifier->values.items[i].problem);
    for (size_t i = 0; i < classifier->messages.count; i++)
        names_problem(run, NULL, "problem", classifier->messages.items[i].problem);
    names_problem(run, NULL, "otherwise", classifier->otherwise);
}

void check_named_problems(struct check_run *run, const struct problem_type *problem)
{
    names_problem(run, problem, "conceal", problem->extras->conceal);
    if (problem->extras->deprecated)
        names_problem(run, problem, "replaced-by", problem->extras->deprecated->replaced_by);
}

void check_unknown_problems(struct check_run *run)
{
    const struct registry *registry = run->registry;
    names_problem(run, NULL, "fallback", registry->fallback);
    for (size_t i = 0; i < registry->reserved_count; i++)
        names_problem(run, NULL, "replaced-by", registry->reserved[i].replaced_by);
    for (size_t i = 0; i < registry->classifier_count; i++)
        rows_name_problems(run, &registry->classifiers[i]);
}

/* ---------------------------------------------------------------- chains */

void check_conceal_chains(struct check_run *run, const struct problem_type *problem)
{
    const struct problem_type *target = problem->extras->concealed_as;
    if (target == NULL)
        return;
    if (target == problem) {
        struct diagnostic *finding =
            check_report(run, "conceal-chain", problem, problem->extras->conceal.span,
                         "%.*s can't be concealed as itself", TEXT_ARGS(problem->code.text));
        check_help(finding, "name the problem that callers are to see");
    } else if (span_is_set(target->extras->conceal.span)) {
        struct diagnostic *finding =
            check_report(run, "conceal-chain", problem, problem->extras->conceal.span,
                         "%.*s is concealed itself", TEXT_ARGS(target->code.text));
        check_note(finding, target->extras->conceal.span, "concealed here");
        check_help(finding, "name the problem that callers are to see");
    }
}

void check_concealed_fallback(struct check_run *run)
{
    const struct registry *registry = run->registry;
    const struct problem_type *fallback = registry->fallback_problem;
    if (fallback == NULL || !span_is_set(fallback->extras->conceal.span))
        return;
    struct diagnostic *finding = check_report(
        run, "conceal-chain", fallback, registry->fallback.span, "the fallback can't be concealed");
    check_note(finding, fallback->extras->conceal.span, "concealed here");
    check_help(finding, "make the problem that callers are to see the fallback");
}

/* ---------------------------------------------------------------- values that nobody would give */

/* `what` says what the problem does, and `span` where that is said. */
static void check_target(struct check_run *run, const struct problem_type *target, const char *what,
                         struct span span)
{
    for (size_t i = 0; i < target->members.count; i++) {
        const struct member *member = &target->members.items[i];
        if (member->shape->type == 0 || member->shape->type == MEMBER_CONSTANT ||
            member->optional.value)
            continue;
        struct diagnostic *finding = check_report(run, "target-members", target, member->name.span,
                                                  "%.*s %s and can't have a required member",
                                                  TEXT_ARGS(target->code.text), what);
        check_note(finding, span, "named here");
        check_help(finding, "nobody gives it a value there: add  optional: true");
    }
}

/* Each target is reported for the first thing that makes it one. */
static void check_classified(struct check_run *run, bool *checked,
                             const struct problem_type *target, struct span span)
{
    if (target == NULL || checked[target->index])
        return;
    check_target(run, target, "is what codes of others become", span);
    checked[target->index] = true;
}

static void check_classifier_targets(struct check_run *run, bool *checked,
                                     const struct classifier *classifier)
{
    const struct code_rows *map = &classifier->map, *values = &classifier->values;
    const struct message_rules *messages = &classifier->messages;
    for (size_t i = 0; i < map->count; i++)
        check_classified(run, checked, map->items[i].target, map->items[i].problem.span);
    for (size_t i = 0; i < values->count; i++)
        check_classified(run, checked, values->items[i].target, values->items[i].problem.span);
    for (size_t i = 0; i < messages->count; i++)
        check_classified(run, checked, messages->items[i].target, messages->items[i].problem.span);
    if (span_is_set(classifier->otherwise.span))
        check_classified(run, checked, classifier->otherwise_problem, classifier->otherwise.span);
}

void check_target_members(struct check_run *run)
{
    const struct registry *registry = run->registry;
    const struct problem_type *fallback = registry->fallback_problem;
    bool *checked = arena_array(run->arena, registry->problem_count, sizeof *checked);
    if (fallback) {
        check_target(run, fallback, "is the fallback", registry->fallback.span);
        checked[fallback->index] = true;
    }
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        const struct problem_type *target = problem->extras->concealed_as;
        if (target == NULL || target == problem || checked[target->index])
            continue;
        check_target(run, target, "stands in for a concealed problem",
                     problem->extras->conceal.span);
        checked[target->index] = true;
    }
    for (size_t i = 0; i < registry->classifier_count; i++)
        check_classifier_targets(run, checked, &registry->classifiers[i]);
}

/* ---------------------------------------------------------------- replacements */

void check_deprecated_replacements(struct check_run *run, const struct problem_type *problem)
{
    const struct deprecated *deprecated = problem->extras->deprecated;
    if (deprecated == NULL)
        return;
    struct string code = deprecated->replaced_by;
    const struct problem_type *by = registry_problem(run->registry, code.text);
    if (!span_is_set(code.span) && !check_faulty_problem(run, problem)) {
        struct diagnostic *finding = check_report(
            run, "deprecated-replacement", problem, deprecated->span,
            "%.*s is deprecated, and nothing replaces it", TEXT_ARGS(problem->code.text));
        check_help(finding, "say what is sent instead:  replaced-by: another-code");
    } else if (by && by->extras->deprecated) {
        struct diagnostic *finding = check_report(
            run, "deprecated-replacement", problem, code.span, "%.*s is deprecated %s",
            TEXT_ARGS(code.text), by == problem ? "and can't replace itself" : "as well");
        if (by != problem)
            check_note(finding, by->extras->deprecated->span, "deprecated here");
    }
}
