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

static void check_sunset(struct check_run *run, const struct problem_type *problem)
{
    struct string sunset = problem->deprecated->sunset;
    struct text code = problem->code.text;
    if (!is_date(sunset.text)) {
        struct diagnostic *finding = check_report(run, "bad-date", problem, sunset.span,
                                                  "%.*s is not a date", TEXT_ARGS(sunset.text));
        check_help(finding, "write it as YYYY-MM-DD");
    } else if (run->today.length && text_compare(sunset.text, run->today) < 0) {
        struct diagnostic *finding =
            check_report(run, "sunset-passed", problem, sunset.span,
                         "%.*s was to be gone after %.*s", TEXT_ARGS(code), TEXT_ARGS(sunset.text));
        check_help(finding, "list it under reserved instead, or give it more time");
    }
}

void check_dates(struct check_run *run)
{
    for (size_t i = 0; i < run->registry->problem_count; i++) {
        const struct problem_type *problem = &run->registry->problems[i];
        if (problem->deprecated && span_is_set(problem->deprecated->sunset.span))
            check_sunset(run, problem);
    }
}
