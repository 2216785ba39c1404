/*
 * Texts for people: titles and what the reference needs to be of use.
 */
#include "check/checks.h"

/* ---------------------------------------------------------------- titles */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* The first {name} in the text; false when there is none. */
static bool find_placeholder(struct text text, size_t *offset, size_t *length)
{
    const char *open = text.bytes, *end = text.bytes + text.length;
    while (open < end && (open = memchr(open, '{', (size_t)(end - open))) != NULL) {
        const char *close = open + 1;
        while (close < end && is_name_byte(*close))
            close++;
        if (close > open + 1 && close < end && *close == '}') {
            *offset = (size_t)(open - text.bytes);
            *length = (size_t)(close + 1 - open);
            return true;
        }
        open++;
    }
    return false;
}

static void check_placeholder(struct check_run *run, const struct problem_type *problem)
{
    size_t offset, length;
    struct string title = problem->title;
    if (!find_placeholder(title.text, &offset, &length))
        return;
    struct diagnostic *finding =
        check_report(run, "placeholder-in-title", problem,
                     source_within(run->sources, title.span, title.text, offset, length),
                     "a title is the same in every occurrence and can't name %.*s (RFC 9457 3.1.3)",
                     TEXT_ARGS(text_slice(title.text, offset, length)));
    check_help(finding, "say in detail what differs from one occurrence to the next");
}

static void check_one_line(struct check_run *run, const struct problem_type *problem,
                           struct string text, const char *what)
{
    for (size_t i = 0; i < text.text.length; i++) {
        if (text.text.bytes[i] != '\n')
            continue;
        struct diagnostic *finding =
            check_report(run, "one-line", problem, text.span, "%s must be one line", what);
        check_help(finding, "longer texts belong in description");
        return;
    }
}

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static struct text without_stop(struct text text)
{
    while (text.length &&
           (text.bytes[text.length - 1] == '.' || text.bytes[text.length - 1] == ' '))
        text.length--;
    return text;
}

static void check_repeated(struct check_run *run, const struct problem_type *problem)
{
    struct text title = without_stop(problem->title.text);
    struct text detail = without_stop(problem->detail.raw.text);
    size_t offset, length;
    if (title.length == 0 || title.length != detail.length)
        return;
    if (find_placeholder(title, &offset, &length)) /* reported, and not to be repeated */
        return;
    for (size_t i = 0; i < title.length; i++)
        if (folded(title.bytes[i]) != folded(detail.bytes[i]))
            return;
    struct diagnostic *finding = check_report(run, "title-repeats-detail", problem,
                                              problem->detail.raw.span, "detail repeats the title");
    if (span_is_set(problem->title.span))
        check_note(finding, problem->title.span, "the title is here");
    check_help(finding, "say what happened this time and how to get past it, or drop detail");
}

/* Not a key that the table calls required, since about:blank brings a title. */
static void check_present(struct check_run *run, const struct problem_type *problem)
{
    if (problem_is_blank(problem) || check_faulty_problem(run, problem))
        return;
    check_report(run, "missing-key", problem, problem->code.span, "%.*s has no title",
                 TEXT_ARGS(problem->code.text));
}

void check_registry_title(struct check_run *run)
{
    if (span_is_set(run->registry->title.span))
        check_one_line(run, NULL, run->registry->title, "a title");
}

void check_titles(struct check_run *run, const struct problem_type *problem)
{
    if (span_is_set(problem->title.span)) {
        check_placeholder(run, problem);
        check_one_line(run, problem, problem->title, "a title");
    } else {
        check_present(run, problem);
    }
    check_repeated(run, problem);
    for (size_t i = 0; i < problem->tags.count; i++)
        check_one_line(run, problem, problem->tags.items[i], "a tag");
    for (size_t i = 0; i < problem->extras->links.count; i++)
        check_one_line(run, problem, problem->extras->links.items[i].title, "a link's title");
}

/* ---------------------------------------------------------------- the reference */

/* Enums and booleans show their values by themselves. */
static bool needs_example(const struct member *member)
{
    enum member_type type = member->shape->type;
    return type != MEMBER_ENUM && type != MEMBER_BOOLEAN && member->example.count == 0;
}

static void check_member_prose(struct check_run *run, const struct problem_type *problem,
                               const struct member *member)
{
    if (member->audience.value != AUDIENCE_PUBLIC || member->shape->type == 0 ||
        member->shape->type == MEMBER_CONSTANT)
        return;
    if (needs_example(member)) {
        struct diagnostic *finding =
            check_report(run, "missing-example", problem, member->name.span, "%.*s has no example",
                         TEXT_ARGS(member->name.text));
        check_help(finding, "the reference shows a response with it: add  example: value");
    }
    if (!span_is_set(member->description.span)) {
        struct diagnostic *finding =
            check_report(run, "missing-member-description", problem, member->name.span,
                         "%.*s has no description", TEXT_ARGS(member->name.text));
        check_help(finding, "say what the value means to callers:  description: ...");
    }
}

void check_prose(struct check_run *run, const struct problem_type *problem)
{
    if (check_faulty_problem(run, problem))
        return;
    if (!span_is_set(problem->description.span)) {
        struct diagnostic *finding =
            check_report(run, "missing-description", problem, problem->code.span,
                         "%.*s has no description", TEXT_ARGS(problem->code.text));
        check_help(finding, "say what the problem means:  description: ...");
    }
    if (!span_is_set(problem->help.span)) {
        struct diagnostic *finding =
            check_report(run, "missing-help", problem, problem->code.span, "%.*s has no help",
                         TEXT_ARGS(problem->code.text));
        check_help(finding, "say what the caller can do about it:  help: ...");
    }
    for (size_t i = 0; i < problem->members.count; i++)
        check_member_prose(run, problem, &problem->members.items[i]);
}

void check_shared_prose(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->members.count && run->fault_count == 0; i++)
        check_member_prose(run, NULL, &registry->members.items[i]);
}
