/*
 * Statuses, and what a problem says about trying again.
 */
#include "check/checks.h"
#include "problem.h"

bool check_status_known(const struct problem_type *problem)
{
    return span_is_set(problem->status.span) && problem->status.value >= 400 &&
           problem->status.value <= 599;
}

void check_status_range(struct check_run *run, const struct problem_type *problem)
{
    if (!span_is_set(problem->status.span) || check_status_known(problem))
        return;
    struct diagnostic *finding =
        check_report(run, "status-range", problem, problem->status.span,
                     "an error can't answer %lld", (long long)problem->status.value);
    check_help(finding, "the status of a problem is 400 to 599");
}

/* ---------------------------------------------------------------- retry */

/* What the status alone says: the request as it is will never succeed. */
static bool is_final(int64_t status)
{
    switch (status) {
    case 400:
    case 401:
    case 405:
    case 406:
    case 407:
    case 411:
    case 414:
    case 415:
    case 422:
    case 426:
    case 428:
    case 431:
    case 501:
    case 505:
        return true;
    default:
        return false;
    }
}

/* ... it is the server's fault, and there is nothing for the caller to fix. */
static bool is_the_servers(int64_t status)
{
    return status == 500 || (status >= 502 && status <= 504);
}

/* Why the retry contradicts the status, and what would not. */
struct contradiction {
    const char *why, *instead; /* NULL: it does not */
};

static struct contradiction contradiction(int64_t status, enum retry retry)
{
    if ((retry == RETRY_SAME_REQUEST || retry == RETRY_AFTER_DELAY) && is_final(status))
        return (struct contradiction){"asks for another request", "after-fix or never"};
    if (retry == RETRY_AFTER_FIX && is_the_servers(status))
        return (struct contradiction){"leaves callers nothing to fix", "after-delay or never"};
    if (retry == RETRY_NEVER && status_is_transient(status) && status != 502 && status != 504)
        return (struct contradiction){"says that trying later may help",
                                      "after-delay or same-request"};
    return (struct contradiction){NULL, NULL};
}

void check_retry_status(struct check_run *run, const struct problem_type *problem)
{
    struct contradiction found =
        contradiction(problem->status.value, (enum retry)problem->retry.value);
    if (!check_status_known(problem) || found.why == NULL)
        return;
    struct diagnostic *finding = check_report(
        run, "retry-status", problem, problem->retry.span,
        "retry contradicts status %lld (%s), which %s", (long long)problem->status.value,
        problem_reason((int)problem->status.value), found.why);
    check_note(finding, problem->status.span, "the status is set here");
    check_help(finding, "set retry to %s, or choose another status", found.instead);
}

/* ---------------------------------------------------------------- about:blank */

/* RFC 9457 4.2.1: the title of about:blank should be the status phrase, but may be localised. */
void check_about_blank_title(struct check_run *run, const struct problem_type *problem)
{
    struct text language = run->registry->language.text;
    if (!check_status_known(problem) || !span_is_set(problem->title.span) ||
        !problem_is_blank(problem) || (language.length && !text_starts_with(language, TEXT("en"))))
        return;
    const char *phrase = problem_reason((int)problem->status.value);
    if (text_is(problem->title.text, phrase))
        return;
    struct diagnostic *finding = check_report(
        run, "about-blank-title", problem, problem->title.span,
        "a problem of type about:blank should have its status phrase for a title (RFC 9457 4.2.1)");
    check_help(finding, "leave the title out, which gives \"%s\", or give the problem a type",
               phrase);
}
