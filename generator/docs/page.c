#include "docs/page.h"

#include "markdown/markdown.h"

/* ---------------------------------------------------------------- shorthands */

const struct value *page_field(const struct value *map, const char *name)
{
    return value_get(map, text_of(name));
}

bool page_has(const struct value *value)
{
    return value->kind != VALUE_ABSENT && !(value->kind == VALUE_LIST && value->as.list.count == 0);
}

void page_copy(struct arena *arena, struct value *to, const struct value *from, const char *name)
{
    value_set(arena, to, name, (struct value *)page_field(from, name));
}

bool page_is_shown(const struct problem_type *problem, bool for_operator)
{
    return for_operator || problem->extras->concealed_as == NULL;
}

struct text page_url(struct arena *arena, struct text base, struct text code)
{
    bool web = text_starts_with(base, TEXT("https://")) || text_starts_with(base, TEXT("http://"));
    if (!web || !text_ends_with(base, TEXT("/")))
        return TEXT("");
    return arena_format(arena, "%.*s%.*s%s", TEXT_ARGS(base), TEXT_ARGS(code),
                        code.length ? "/" : "");
}

static struct value *url_value(struct arena *arena, struct text base, struct text code)
{
    struct text url = page_url(arena, base, code);
    return url.length ? value_text(arena, url) : value_absent(arena);
}

/* ---------------------------------------------------------------- Markdown */

/* NAME_html and NAME_md of a field that holds Markdown; absent where it is. */
static void show_markdown(struct arena *arena, struct value *shown, const struct value *from,
                          const char *name)
{
    const struct value *field = page_field(from, name);
    bool there = page_has(field);
    value_set(arena, shown, arena_format(arena, "%s_html", name).bytes,
              there ? value_identifier(arena, markdown_html(arena, field->as.text))
                    : value_absent(arena));
    value_set(arena, shown, arena_format(arena, "%s_md", name).bytes,
              there ? value_identifier(arena, markdown_again(arena, field->as.text))
                    : value_absent(arena));
}

/* The description on one line, for lists and for those who quote the page. */
static struct text summary(struct arena *arena, const struct value *view)
{
    enum {
        LONGEST = 200,
    };
    const struct value *description = page_field(view, "description");
    if (!page_has(description))
        return (struct text){NULL, 0};
    struct text plain = markdown_plain(arena, description->as.text);
    if (plain.length <= LONGEST)
        return plain;
    size_t end = LONGEST;
    while (end && plain.bytes[end] != ' ')
        end--;
    if (end == 0)
        return (struct text){NULL, 0};
    return arena_format(arena, "%.*s \xe2\x80\xa6", (int)end, plain.bytes);
}

/* ---------------------------------------------------------------- trying again */

static bool names_retry_after(const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (text_equal_ignoring_case(problem->extras->headers.items[i].name.text,
                                     TEXT("Retry-After")))
            return true;
    return false;
}

static const char *retry_advice(const struct problem_type *problem)
{
    switch (problem_type_retry(problem)) {
    case RETRY_SAME_REQUEST:
        return "The same request may be sent again at once.";
    case RETRY_AFTER_DELAY:
        return names_retry_after(problem)
                   ? "Wait as long as the Retry-After header says, then send the same request "
                     "again."
                   : "Wait, then send the same request again; wait longer each time it fails.";
    case RETRY_AFTER_FIX:
        return "Not as it is: change what is wrong first, then send it again.";
    case RETRY_UNSET:
    case RETRY_NEVER:
        break;
    }
    return "Sending the request again will not help.";
}

const char *page_retry_label(const struct problem_type *problem)
{
    static const char *const labels[] = {
        [RETRY_UNSET] = "Do not retry",          [RETRY_NEVER] = "Do not retry",
        [RETRY_SAME_REQUEST] = "Retry at once",  [RETRY_AFTER_DELAY] = "Retry after a delay",
        [RETRY_AFTER_FIX] = "Retry after a fix",
    };
    return labels[problem_type_retry(problem)];
}

/* ---------------------------------------------------------------- field errors */

static struct value *page_rule(const struct page *page, const struct value *name,
                               struct arena *arena)
{
    const struct value *rules = page_field(page->of->view, "rules");
    struct value *map = value_map(arena);
    for (size_t i = 0; i < rules->as.list.count; i++) {
        const struct value *rule = value_at(rules, i);
        struct value *members = value_list(arena);
        if (!text_equal(page_field(rule, "rule")->as.text, name->as.text))
            continue;
        page_members(page_field(rule, "members"), page->for_operator, arena, members);
        page_copy(arena, map, rule, "rule");
        page_copy(arena, map, rule, "detail");
        page_copy(arena, map, rule, "description");
        value_set(arena, map, "members", members);
    }
    return map;
}

static struct value *page_violations(const struct page *page, struct arena *arena)
{
    const struct value *violations = page_field(page->view, "violations");
    struct value *map = value_map(arena), *rules = value_list(arena);
    if (!page_has(violations))
        return value_absent(arena);
    const struct value *names = page_field(violations, "rules");
    for (size_t i = 0; i < names->as.list.count; i++)
        value_add(arena, rules, page_rule(page, value_at(names, i), arena));
    page_copy(arena, map, violations, "member");
    page_copy(arena, map, violations, "max");
    page_copy(arena, map, violations, "pointer_style");
    page_copy(arena, map, violations, "names");
    value_set(arena, map, "rules", rules);
    return map;
}

/* ---------------------------------------------------------------- the page */

static void add_facts(struct page *page, struct arena *arena)
{
    static const char *const written[] = {
        "code", "id",    "status", "reason",     "type", "title", "detail", "description",
        "help", "retry", "since",  "deprecated", "tags", "links", "headers"};
    struct value *facts = page->facts, *members = value_list(arena);
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        page_copy(arena, facts, page->view, written[i]);
    value_set(arena, facts, "url",
              url_value(arena, page->problem->base->text, page->problem->code.text));
    page_members(page_field(page->view, "members"), page->for_operator, arena, members);
    page_members(page_field(page_field(page->of->view, "registry"), "members"), page->for_operator,
                 arena, members);
    value_set(arena, facts, "members", members);
    value_set(arena, facts, "violations", page_violations(page, arena));
    value_set(arena, facts, "example", page_example(page, arena));
}

void page_find_facts(struct page *page, struct arena *arena)
{
    page->facts = value_map(arena);
    add_facts(page, arena);
    page->internal = page->for_operator ? page_operator(page, arena) : value_absent(arena);
}

static void add_labels(const struct page *page, struct value *map, struct arena *arena)
{
    value_set(arena, map, "family",
              value_identifier(arena, page->problem->status.value < 500 ? TEXT("client")
                                                                        : TEXT("server")));
    value_set(arena, map, "retry_label",
              value_text(arena, text_of(page_retry_label(page->problem))));
}

void page_show(struct page *page, struct arena *arena)
{
    struct value *shown = value_map(arena);
    page->shown = shown;
    value_set(arena, shown, "internal", page->internal);
    for (size_t i = 0; i < page->facts->as.map.count; i++)
        value_set(arena, shown, page->facts->as.map.fields[i].name,
                  page->facts->as.map.fields[i].value);
    show_markdown(arena, shown, page->view, "description");
    show_markdown(arena, shown, page->view, "help");
    const struct value *example = page_field(page->facts, "example");
    value_set(arena, shown, "body_lines",
              page_has(example) ? page_body_lines(page_field(example, "body")->as.text, arena)
                                : value_list(arena));
    page->summary = summary(arena, page->view);
    value_set(arena, shown, "summary", value_text(arena, page->summary));
    value_set(arena, shown, "retry_advice",
              value_text(arena, text_of(retry_advice(page->problem))));
    add_labels(page, shown, arena);
}

void page_outline(const struct page *page, struct value *map, struct arena *arena)
{
    static const char *const copied[] = {"code",  "status",     "title", "retry",
                                         "since", "deprecated", "tags"};
    struct value *internal = value_absent(arena);
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++)
        page_copy(arena, map, page->view, copied[i]);
    if (page->for_operator) {
        internal = value_map(arena);
        page_copy(arena, internal, page->view, "concealed_as");
    }
    value_set(arena, map, "internal", internal);
    value_set(arena, map, "url",
              url_value(arena, page->problem->base->text, page->problem->code.text));
    value_set(arena, map, "summary", value_text(arena, page->summary));
    add_labels(page, map, arena);
}

struct value *page_retired(const struct value *reserved, struct text base, struct arena *arena)
{
    struct value *map = value_map(arena);
    struct text code = page_field(reserved, "code")->as.text;
    value_set(arena, map, "code", value_identifier(arena, code));
    page_copy(arena, map, reserved, "id");
    value_set(arena, map, "type",
              value_text(arena, arena_format(arena, "%.*s%.*s", TEXT_ARGS(base), TEXT_ARGS(code))));
    value_set(arena, map, "url", url_value(arena, base, code));
    page_copy(arena, map, reserved, "since");
    page_copy(arena, map, reserved, "replaced_by");
    page_copy(arena, map, reserved, "note");
    return map;
}
