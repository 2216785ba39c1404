/*
 * Dates in the registry: that they are dates, and whether they have passed.
 */
#include "base/date.h"
#include "check/checks.h"

static bool is_date(struct text text)
{
    int64_t days;
    return text.length == 10 && date_read(text, &days);
}

static void report_no_date(struct check_run *run, const struct problem_type *problem,
                           struct string date)
{
    struct diagnostic *finding = check_report(run, "bad-date", problem, date.span,
                                              "%.*s is not a date", TEXT_ARGS(date.text));
    check_help(finding, "write it as YYYY-MM-DD");
}

static void check_sunset(struct check_run *run, const struct problem_type *problem)
{
    struct string sunset = problem->extras->deprecated->sunset;
    struct text code = problem->code.text;
    if (!is_date(sunset.text)) {
        report_no_date(run, problem, sunset);
    } else if (run->today.length && text_compare(sunset.text, run->today) < 0) {
        struct diagnostic *finding =
            check_report(run, "sunset-passed", problem, sunset.span,
                         "%.*s was to be gone after %.*s", TEXT_ARGS(code), TEXT_ARGS(sunset.text));
        check_help(finding, "list it under reserved instead, or give it more time");
    }
}

static void check_remove_by(struct check_run *run, const struct message_rule *rule)
{
    struct string date = rule->remove_by;
    if (!span_is_set(date.span))
        return;
    if (!is_date(date.text)) {
        report_no_date(run, NULL, date);
    } else if (run->today.length && text_compare(date.text, run->today) < 0) {
        struct diagnostic *finding =
            check_report(run, "remove-by-passed", NULL, date.span,
                         "this rule was to be removed by %.*s", TEXT_ARGS(date.text));
        check_help(finding, "have the source report a code of its own, or give it more time");
    }
}

void check_dates(struct check_run *run, const struct problem_type *problem)
{
    const struct deprecated *deprecated = problem->extras->deprecated;
    if (deprecated && span_is_set(deprecated->sunset.span))
        check_sunset(run, problem);
}

void check_message_dates(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->classifier_count; i++)
        for (size_t k = 0; k < registry->classifiers[i].messages.count; k++)
            check_remove_by(run, &registry->classifiers[i].messages.items[k]);
}
