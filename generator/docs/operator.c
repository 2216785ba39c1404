/*
 * What only those who run the service may know: who owns a problem and what to do about it, what is
 * logged, and which codes of others become it.
 */
#include "docs/page.h"
#include "markdown/markdown.h"

static void add_messages(const struct value *source, struct text code, struct arena *arena,
                         struct value *list)
{
    const struct value *messages = page_field(source, "messages");
    for (size_t i = 0; i < messages->as.list.count; i++) {
        const struct value *message = value_at(messages, i);
        struct value *map = value_map(arena);
        if (!text_equal(page_field(message, "problem")->as.text, code))
            continue;
        page_copy(arena, map, message, "code");
        page_copy(arena, map, message, "contains");
        page_copy(arena, map, message, "because");
        page_copy(arena, map, message, "remove_by");
        value_add(arena, list, map);
    }
}

/* The codes of each source that become this problem. */
static struct value *raised_by(const struct page *page, struct arena *arena)
{
    const struct value *sources = page_field(page->of->view, "sources");
    struct text code = page->problem->code.text;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < sources->as.list.count; i++) {
        const struct value *source = value_at(sources, i);
        const struct value *outcomes = page_field(source, "outcomes");
        struct value *messages = value_list(arena), *codes = value_list(arena);
        bool otherwise = text_equal(page_field(source, "otherwise")->as.text, code);
        for (size_t j = 0; j < outcomes->as.list.count; j++) {
            const struct value *outcome = value_at(outcomes, j);
            const struct value *problem = page_field(outcome, "problem");
            if (page_has(problem) && text_equal(problem->as.text, code) &&
                page_has(page_field(outcome, "codes")))
                value_add(arena, codes, (struct value *)page_field(outcome, "codes"));
        }
        add_messages(source, code, arena, messages);
        if (!otherwise && !page_has(codes) && !page_has(messages))
            continue;
        struct value *map = value_map(arena);
        page_copy(arena, map, source, "key");
        value_set(arena, map, "otherwise", value_boolean(arena, otherwise));
        value_set(arena, map, "codes", codes);
        value_set(arena, map, "messages", messages);
        value_add(arena, list, map);
    }
    return list;
}

static struct value *notes(const struct page *page, struct arena *arena)
{
    const struct value *written = page_field(page->view, "operator");
    struct value *map = value_map(arena);
    if (!page_has(written))
        return value_absent(arena);
    const struct value *runbook = page_field(written, "runbook");
    bool links = page_has(runbook) && markdown_may_link(runbook->as.text) &&
                 text_starts_with(runbook->as.text, TEXT("https:"));
    page_copy(arena, map, written, "runbook");
    page_copy(arena, map, written, "owner");
    page_copy(arena, map, written, "notes");
    value_set(arena, map, "runbook_is_link", value_boolean(arena, links));
    value_set(
        arena, map, "notes_html",
        page_has(page_field(written, "notes"))
            ? value_identifier(arena, markdown_html(arena, page_field(written, "notes")->as.text))
            : value_absent(arena));
    value_set(
        arena, map, "notes_md",
        page_has(page_field(written, "notes"))
            ? value_identifier(arena, markdown_again(arena, page_field(written, "notes")->as.text))
            : value_absent(arena));
    return map;
}

struct value *page_operator(struct page *page, struct arena *arena)
{
    struct value *internal = value_map(arena), *sources = raised_by(page, arena);
    page_copy(arena, page->facts, page->view, "log");
    page_copy(arena, page->facts, page->view, "concealed_as");
    page_copy(arena, page->facts, page->view, "operator");
    page_copy(arena, page->facts, page->view, "body_max");
    value_set(arena, page->facts, "raised_by", sources);
    page_copy(arena, internal, page->view, "log");
    page_copy(arena, internal, page->view, "concealed_as");
    page_copy(arena, internal, page->view, "body_max");
    value_set(arena, internal, "raised_by", sources);
    value_set(arena, internal, "operator", notes(page, arena));
    return internal;
}
