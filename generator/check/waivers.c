/*
 * Waivers and settings of checks: they must name checks, and those must be the registry's to waive.
 */
#include "check/checks.h"

static struct text check_name(const void *context, size_t i)
{
    (void)context;
    return text_of(checks[i].waivable ? checks[i].id : "");
}

static void unknown_check(struct check_run *run, const struct problem_type *problem,
                          struct string name)
{
    struct diagnostic *finding = check_report(run, "unknown-check", problem, name.span,
                                              "there is no check %.*s", TEXT_ARGS(name.text));
    struct text nearest = check_nearest(run, name.text, check_name, NULL, check_count);
    if (nearest.length)
        check_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        check_help(finding, "the id of a check stands in brackets after its message");
}

/* The check, when it is one that may be waived; else reported. */
static const struct check *waivable(struct check_run *run, const struct problem_type *problem,
                                    struct string name)
{
    const struct check *check = check_find(name.text);
    if (check == NULL) {
        unknown_check(run, problem, name);
        return NULL;
    }
    if (check->waivable)
        return check;
    struct diagnostic *finding = check_report(run, "not-waivable", problem, name.span,
                                              "%.*s can't be waived", TEXT_ARGS(name.text));
    check_help(finding,
               "mend what it reports; only warnings of the checks themselves can be waived");
    return NULL;
}

void check_settings(struct check_run *run)
{
    for (size_t i = 0; i < run->registry->check_count; i++)
        waivable(run, NULL, run->registry->checks[i].check);
}

void check_waivers(struct check_run *run, const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->allow.count; i++)
        waivable(run, problem, problem->extras->allow.items[i].check);
}

/* body-size is found when the tables are built, so its waiver may still come to be used. */
static bool runs_later(const struct check *check)
{
    return text_is(text_of(check->id), "body-size");
}

void check_unused_waivers(struct check_run *run, const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->allow.count; i++) {
        const struct waiver *waiver = &problem->extras->allow.items[i];
        const struct check *check = check_find(waiver->check.text);
        if (waiver->used || check == NULL || !check->waivable || runs_later(check) ||
            check_faulty_problem(run, problem))
            continue;
        struct diagnostic *finding =
            check_report(run, "unused-waiver", problem, waiver->check.span,
                         "%.*s finds nothing here to waive", TEXT_ARGS(waiver->check.text));
        check_help(finding, "drop it from allow");
    }
}
