/*
 * Field errors: the rules that a problem names, and rules that no problem uses.
 */
#include "check/checks.h"

enum {
    VIOLATIONS_MAX = 255, /* field errors in one response */
    RULES_MAX = 2040,     /* of a registry: which ones a problem uses is a set of 255 bytes */
};

static struct text rule_name(const void *context, size_t i)
{
    return ((const struct registry *)context)->rules[i].name.text;
}

static void unknown_rule(struct check_run *run, const struct problem_type *problem,
                         struct string name)
{
    const struct registry *registry = run->registry;
    struct diagnostic *finding = check_report(run, "unknown-rule", problem, name.span,
                                              "there is no rule %.*s", TEXT_ARGS(name.text));
    struct text nearest = check_nearest(run, name.text, rule_name, registry, registry->rule_count);
    if (nearest.length)
        check_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        check_help(finding, "declare it under rules, at the top of the registry");
}

/* `rules` maps the registry's rules to their indices; `used` stands beside them. */
static void check_rule_names(struct check_run *run, const struct problem_type *problem,
                             const struct map *rules, bool *used)
{
    const struct strings *names = &problem->extras->violations->rule_names;
    struct map seen = {0};
    for (size_t i = 0; i < names->count; i++) {
        struct string name = names->items[i];
        size_t index;
        if (!map_add(run->arena, &seen, name.text, i)) {
            map_get(&seen, name.text, &index);
            struct diagnostic *finding =
                check_report(run, "bad-violations", problem, name.span, "rule %.*s is listed twice",
                             TEXT_ARGS(name.text));
            check_note(finding, names->items[index].span, "first listed here");
        } else if (map_get(rules, name.text, &index)) {
            used[index] = true;
        } else if (run->registry->complete) {
            unknown_rule(run, problem, name);
        }
    }
}

static void check_problem(struct check_run *run, const struct problem_type *problem)
{
    const struct violations *violations = problem->extras->violations;
    if (violations->max.value < 1 || violations->max.value > VIOLATIONS_MAX)
        check_report(run, "bad-violations", problem, violations->max.span,
                     "max is 1 to %d field errors here", VIOLATIONS_MAX);
    if (run->registry->rule_count == 0 && violations->rule_names.count == 0 &&
        run->registry->complete) {
        struct diagnostic *finding = check_report(run, "bad-violations", problem, violations->span,
                                                  "there are no rules that a field could break");
        check_help(finding, "declare them at the top of the registry:  rules: {required: {detail: "
                            "Must be present.}}");
    }
}

static void report_unused(struct check_run *run, const bool *used)
{
    for (size_t i = 0; i < run->registry->rule_count; i++)
        if (!used[i])
            check_report(run, "unused-rule", NULL, run->registry->rules[i].name.span,
                         "no problem uses rule %.*s", TEXT_ARGS(run->registry->rules[i].name.text));
}

void check_violations(struct check_run *run)
{
    const struct registry *registry = run->registry;
    struct map rules = {0};
    bool *used = arena_array(run->arena, registry->rule_count, sizeof *used);
    bool all = false;
    for (size_t i = 0; i < registry->rule_count; i++)
        map_add(run->arena, &rules, registry->rules[i].name.text, i);
    if (registry->rule_count > RULES_MAX)
        check_report(run, "too-many", NULL, registry->rules[RULES_MAX].name.span,
                     "a registry can't have more than %d rules", RULES_MAX);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (problem->extras->violations == NULL)
            continue;
        all = all || problem->extras->violations->rule_names.count == 0;
        check_problem(run, problem);
        check_rule_names(run, problem, &rules, used);
    }
    if (!all && registry->complete && run->fault_count == 0)
        report_unused(run, used);
}
