/*
 * Pages: `problemc docs` writes one for each code, and what names a page must find one. A concealed
 * problem has none that callers could see.
 */
#include "check/checks.h"

static bool is_name(struct text code)
{
    for (size_t i = 0; i < code.length; i++) {
        char c = code.bytes[i];
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        bool other = (c >= '0' && c <= '9') || c == '_' || c == '-';
        if (!letter && !(i && other))
            return false;
    }
    return code.length > 0;
}

static bool is_retired(const struct registry *registry, struct text code)
{
    for (size_t i = 0; i < registry->reserved_count; i++)
        if (text_equal(registry->reserved[i].code.text, code))
            return true;
    return false;
}

static bool has_page(const struct registry *registry, struct text code)
{
    const struct problem_type *problem = registry_problem(registry, code);
    return problem ? !span_is_set(problem->extras->conceal.span) : is_retired(registry, code);
}

/* ---------------------------------------------------------------- type */

static void check_type_page(struct check_run *run, const struct problem_type *problem)
{
    struct text type = problem->extras->type.text, base = problem->base->text;
    if (!span_is_set(problem->extras->type.span) || text_is(base, "about:blank") ||
        base.length == 0 || !text_starts_with(type, base))
        return;
    struct text code = text_slice(type, base.length, type.length);
    if (has_page(run->registry, code) || text_equal(code, problem->code.text))
        return;
    struct diagnostic *finding = check_report(
        run, "type-page", problem, problem->extras->type.span,
        "this type is under base, but %.*s is no code: no page answers it", TEXT_ARGS(code));
    check_help(finding, "leave it out for base + code");
}

/* ---------------------------------------------------------------- links */

/* The next segment of a path, cut off it together with its slash. */
static struct text next_segment(struct text *path)
{
    size_t end = 0;
    while (end < path->length && path->bytes[end] != '/')
        end++;
    struct text segment = text_slice(*path, 0, end);
    *path = text_slice(*path, end + 1, path->length);
    return segment;
}

static bool is_file(struct text name, bool in_folder)
{
    return name.length == 0 || text_is(name, "index.html") || text_is(name, "index.md") ||
           (in_folder ? text_is(name, "index.json") || text_is(name, "schema.json")
                      : text_is(name, "problems.json") || text_is(name, "llms.txt"));
}

/* Whether a path leads from a page to a file of the site, or out of it: what is there is not ours
 * to know. Depth 0 is the index at the top of the site, 1 a problem's page, DIR/code/. */
static bool leads_somewhere(const struct registry *registry, struct text path, int depth)
{
    while (path.length) {
        struct text segment = next_segment(&path);
        if (text_is(segment, ".."))
            depth--;
        else if (text_is(segment, "."))
            continue;
        else if (path.length == 0 && is_file(segment, depth == 1))
            return true;
        else if (depth == 1 || !has_page(registry, segment))
            return false;
        else
            depth++;
        if (depth < 0)
            return true;
    }
    return true;
}

void check_link_target(struct check_run *run, const struct problem_type *problem, struct text url,
                       struct span span)
{
    size_t end = 0;
    while (end < url.length && url.bytes[end] != '?' && url.bytes[end] != '#')
        end++;
    struct text path = text_slice(url, 0, end);
    if (!run->registry->complete || text_starts_with(path, TEXT("/")) ||
        leads_somewhere(run->registry, path, problem != NULL))
        return;
    struct diagnostic *finding = check_report(run, "link-target", problem, span,
                                              "this link leads to no page of the reference");
    if (problem)
        check_help(finding, "a path begins at the problem's own page: write ../another-code/");
    else
        check_help(finding, "a path begins at the index: write a-code/");
}

/* ---------------------------------------------------------------- replacements */

static void check_replacement(struct check_run *run, const struct problem_type *problem,
                              struct string code)
{
    const struct problem_type *by = registry_problem(run->registry, code.text);
    if (by == NULL || !span_is_set(by->extras->conceal.span))
        return;
    struct diagnostic *finding = check_report(
        run, "link-target", problem, code.span,
        "%.*s is concealed, so that callers have no page that it leads to", TEXT_ARGS(code.text));
    check_note(finding, by->extras->conceal.span, "concealed here");
}

void check_pages(struct check_run *run, const struct problem_type *problem)
{
    if (run->registry->complete)
        check_type_page(run, problem);
    if (problem->extras->deprecated)
        check_replacement(run, problem, problem->extras->deprecated->replaced_by);
}

void check_reserved_pages(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->reserved_count; i++) {
        const struct reserved *reserved = &registry->reserved[i];
        check_replacement(run, NULL, reserved->replaced_by);
        if (span_is_set(reserved->code.span) && !is_name(reserved->code.text))
            check_report(
                run, "bad-name", NULL, reserved->code.span,
                "\"%.*s\" can't have been a code: a code starts with a letter and has only "
                "letters, digits, _ and -",
                TEXT_ARGS(reserved->code.text));
    }
}
