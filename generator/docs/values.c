/*
 * What templates and machines see of the site beside its pages: what it is called, its registries,
 * and what can be chosen in the index.
 */
#include "docs/markdown.h"
#include "docs/site.h"

#include <inttypes.h>

struct value *site_registry(struct building *building, const struct docs_registry *of)
{
    struct arena *arena = building->arena;
    const struct value *view = page_field(of->view, "registry");
    struct value *map = value_map(arena);
    page_copy(arena, map, view, "name");
    page_copy(arena, map, view, "title");
    page_copy(arena, map, view, "base");
    page_copy(arena, map, view, "contact");
    page_copy(arena, map, view, "license");
    page_copy(arena, map, view, "intro");
    return map;
}

struct value *site_about(struct building *building)
{
    struct arena *arena = building->arena;
    const struct docs_site *site = building->site;
    struct text title = site->registries[0].registry->title.text;
    struct value *map = value_map(arena);
    value_set(arena, map, "title",
              value_text(arena, site->count > 1
                                    ? TEXT("Error reference")
                                    : arena_format(arena, "%.*s errors", TEXT_ARGS(title))));
    value_set(arena, map, "portal", value_boolean(arena, site->count > 1));
    value_set(arena, map, "for_operator", value_boolean(arena, site->for_operator));
    value_set(arena, map, "language",
              value_text(arena, site->registries[0].registry->language.text.length
                                    ? site->registries[0].registry->language.text
                                    : TEXT("en")));
    return map;
}

struct value *site_root(struct building *building, const char *up, const struct value *heading,
                        const struct value *summary, const struct value *url)
{
    struct arena *arena = building->arena;
    struct value *root = value_map(arena);
    value_set(arena, root, "up", value_identifier(arena, text_of(up)));
    value_set(arena, root, "heading", (struct value *)heading);
    value_set(arena, root, "summary", (struct value *)summary);
    value_set(arena, root, "canonical", (struct value *)url);
    value_set(arena, root, "site", building->about);
    return root;
}

/* Where the index is on the web; not where registries have different bases. */
static const struct value *index_url(struct building *building)
{
    const struct docs_registry *registries = building->site->registries;
    for (size_t i = 1; i < building->site->count; i++)
        if (!text_equal(registries[i].registry->base.text, registries[0].registry->base.text))
            return value_absent(building->arena);
    struct text url = page_url(building->arena, registries[0].registry->base.text, TEXT(""));
    return url.length ? value_text(building->arena, url) : value_absent(building->arena);
}

static struct value *intro_html(struct building *building, const struct value *group)
{
    const struct value *intro = page_field(group, "intro");
    if (!page_has(intro))
        return value_absent(building->arena);
    return value_identifier(building->arena, markdown_html(building->arena, intro->as.text));
}

/* The registries with their problems: `facts` for machines, else as templates see them. */
static struct value *groups(struct building *building, bool facts)
{
    struct arena *arena = building->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < building->site->count; i++) {
        const struct docs_registry *of = &building->site->registries[i];
        struct value *group = site_registry(building, of), *problems = value_list(arena),
                     *retired = value_list(arena);
        for (size_t j = 0; j < building->page_count; j++)
            if (building->pages[j].of == of)
                value_add(arena, problems,
                          facts ? building->pages[j].facts : building->pages[j].shown);
        for (size_t j = 0; j < building->retired_count; j++)
            if (building->retired[j].of == of)
                value_add(arena, retired, building->retired[j].shown);
        if (!facts)
            value_set(arena, group, "intro_html", intro_html(building, group));
        value_set(arena, group, "problems", problems);
        value_set(arena, group, "retired", retired);
        value_add(arena, list, group);
    }
    return list;
}

/* What can be chosen in a filter: each value of the field once, in order. */
static void add_choice(struct building *building, struct value *list, struct text text,
                       struct text label)
{
    size_t at = 0;
    for (; at < list->as.list.count; at++) {
        int order = text_compare(page_field(list->as.list.items[at], "value")->as.text, text);
        if (order == 0)
            return;
        if (order > 0)
            break;
    }
    struct value *map = value_map(building->arena);
    value_set(building->arena, map, "value", value_text(building->arena, text));
    value_set(building->arena, map, "label", value_text(building->arena, label));
    value_add(building->arena, list, map);
    for (size_t i = list->as.list.count - 1; i > at; i--)
        list->as.list.items[i] = list->as.list.items[i - 1];
    list->as.list.items[at] = map;
}

static void add_choices(struct building *building, struct value *root)
{
    struct arena *arena = building->arena;
    struct value *statuses = value_list(arena), *tags = value_list(arena),
                 *retries = value_list(arena);
    for (size_t i = 0; i < building->page_count; i++) {
        const struct page *page = &building->pages[i];
        struct text status = arena_format(arena, "%" PRId64, page->problem->status.value);
        add_choice(building, statuses, status,
                   arena_format(arena, "%.*s %.*s", TEXT_ARGS(status),
                                TEXT_ARGS(page_field(page->view, "reason")->as.text)));
        add_choice(building, retries, page_field(page->view, "retry")->as.text,
                   page_field(page->shown, "retry_label")->as.text);
        for (size_t j = 0; j < page->problem->tags.count; j++)
            add_choice(building, tags, page->problem->tags.items[j].text,
                       page->problem->tags.items[j].text);
    }
    value_set(arena, root, "statuses", statuses);
    value_set(arena, root, "retries", retries);
    value_set(arena, root, "tags", tags);
}

/* ---------------------------------------------------------------- overviews */

struct value *site_overview(struct building *building)
{
    struct value *root = site_root(building, "", page_field(building->about, "title"),
                                   value_absent(building->arena), index_url(building));
    value_set(building->arena, root, "registries", groups(building, false));
    add_choices(building, root);
    return root;
}

struct value *site_facts(struct building *building)
{
    struct arena *arena = building->arena;
    struct value *all = value_map(arena);
    page_copy(arena, all, building->about, "title");
    value_set(
        arena, all, "audience",
        value_identifier(arena, building->site->for_operator ? TEXT("operator") : TEXT("public")));
    value_set(arena, all, "registries", groups(building, true));
    return all;
}
