/*
 * Links and images in Markdown: pages link to https, mailto and each other and show no images. What
 * else is written there loses its link and keeps its text, which its author should know.
 */
#include "check/checks.h"
#include "markdown/markdown.h"

/* Most texts have no link, and parsing all of them would take longer than all other checks. */
static bool may_have_links(struct text markdown)
{
    return markdown.length && (memchr(markdown.bytes, '[', markdown.length) ||
                               memchr(markdown.bytes, '<', markdown.length));
}

/* Where the URL stands in the field, or the field where it is written in another way. */
static struct span span_of(struct check_run *run, struct string field, struct text url)
{
    for (size_t at = 0; url.length && at + url.length <= field.text.length; at++)
        if (text_starts_with(text_slice(field.text, at, url.length), url))
            return source_within(run->sources, field.span, field.text, at, url.length);
    return field.span;
}

/* Notes for the operator may lead to pages that callers don't have. */
static bool is_for_callers(const struct problem_type *problem, struct string field)
{
    return problem == NULL || problem->extras->operator_notes == NULL ||
           field.span.begin != problem->extras->operator_notes->notes.span.begin;
}

static void check_link(struct check_run *run, const struct problem_type *problem,
                       struct string field, const struct markdown_link *link)
{
    struct span span = span_of(run, field, link->url);
    if (!link->image && markdown_may_link(link->url)) {
        if (markdown_is_relative(link->url) && is_for_callers(problem, field))
            check_link_target(run, problem, link->url, span);
        return;
    }
    struct diagnostic *finding =
        check_report(run, "markdown-link", problem, span,
                     link->image ? "pages show no images: only its text will be there"
                                 : "this link is neither https nor mailto nor relative: only its "
                                   "text will be there");
    check_help(finding, link->image ? "link to it, or say in words what it shows"
                                    : "write an https URL, or a path to another page");
}

static void check_field(struct check_run *run, const struct problem_type *problem,
                        struct string field)
{
    struct markdown_link *links;
    if (!span_is_set(field.span) || !may_have_links(field.text))
        return;
    size_t count = markdown_links(run->arena, field.text, &links);
    for (size_t i = 0; i < count; i++)
        check_link(run, problem, field, &links[i]);
}

void check_intro_links(struct check_run *run)
{
    check_field(run, NULL, run->registry->docs.intro);
}

void check_markdown_links(struct check_run *run, const struct problem_type *problem)
{
    check_field(run, problem, problem->description);
    check_field(run, problem, problem->help);
    if (problem->extras->operator_notes)
        check_field(run, problem, problem->extras->operator_notes->notes);
}
