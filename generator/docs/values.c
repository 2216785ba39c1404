/*
 * What templates and machines see of the site beside its pages: what it is called, its registries,
 * and what can be chosen in the index.
 */
#include "docs/site.h"
#include "markdown/markdown.h"

#include <inttypes.h>

struct value *site_registry(struct building *building, const struct section *section)
{
    struct arena *arena = building->arena;
    const struct value *view = page_field(section->of->view, "registry");
    struct value *map = value_map(arena);
    page_copy(arena, map, view, "name");
    page_copy(arena, map, view, "title");
    page_copy(arena, map, view, "base");
    page_copy(arena, map, view, "contact");
    page_copy(arena, map, view, "license");
    page_copy(arena, map, view, "intro");
    return map;
}

/* The site as one sees it from an overview and the pages below it. */
static struct value *about(struct building *building, const struct overview *overview)
{
    struct arena *arena = building->arena;
    const struct registry *first = overview->sections[0].of->registry;
    struct value *map = value_map(arena);
    value_set(arena, map, "title",
              value_text(arena, overview->count > 1 ? TEXT("Error reference")
                                                    : arena_format(arena, "%.*s errors",
                                                                   TEXT_ARGS(first->title.text))));
    value_set(arena, map, "portal", value_boolean(arena, overview->count > 1));
    value_set(arena, map, "part", value_boolean(arena, overview->folder.length > 0));
    value_set(arena, map, "for_operator", value_boolean(arena, building->site->for_operator));
    value_set(arena, map, "language",
              value_text(arena, first->language.text.length ? first->language.text : TEXT("en")));
    return map;
}

static struct value *way_up(struct arena *arena, size_t folders)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < folders; i++)
        buffer_string(&out, "../");
    return value_identifier(arena, buffer_contents(&out));
}

struct value *site_root(struct building *building, const struct overview *overview, size_t depth,
                        const struct heading *heading)
{
    struct arena *arena = building->arena;
    struct value *root = value_map(arena);
    value_set(arena, root, "up", way_up(arena, depth + (overview->folder.length > 0)));
    value_set(arena, root, "home", way_up(arena, depth));
    value_set(arena, root, "heading", (struct value *)heading->title);
    value_set(arena, root, "summary", (struct value *)heading->summary);
    value_set(arena, root, "canonical", (struct value *)heading->url);
    value_set(arena, root, "site", about(building, overview));
    return root;
}

struct value *site_page_root(struct building *building, const struct page *page)
{
    struct overview overview = overview_above(building, page->section);
    struct heading heading = {page_field(page->facts, "title"), page_field(page->shown, "summary"),
                              page_field(page->facts, "url")};
    struct value *root = site_root(building, &overview, 1, &heading);
    value_set(building->arena, root, "registry", site_registry(building, page->section));
    value_set(building->arena, root, "problem", page->shown);
    return root;
}

struct value *site_retired_root(struct building *building, const struct retired *retired)
{
    struct overview overview = overview_above(building, retired->section);
    struct heading heading = {page_field(retired->shown, "code"), value_absent(building->arena),
                              page_field(retired->shown, "url")};
    struct value *root = site_root(building, &overview, 1, &heading);
    value_set(building->arena, root, "registry", site_registry(building, retired->section));
    value_set(building->arena, root, "retired", retired->shown);
    return root;
}

/* Where the overview is on the web; nobody knows of one over different bases. */
static const struct value *overview_url(struct building *building, const struct overview *overview)
{
    struct text base = overview->sections[0].of->registry->base.text, url = TEXT("");
    if (overview->count == 1 || !building->has_folders)
        url = page_url(building->arena, base, TEXT(""));
    return url.length ? value_text(building->arena, url) : value_absent(building->arena);
}

/* Its links begin at the section's own index, so that it stands there alone. */
static struct value *intro_html(struct building *building, const struct overview *overview,
                                const struct value *group)
{
    const struct value *intro = page_field(group, "intro");
    if (!page_has(intro) || (building->has_folders && overview->folder.length == 0))
        return value_absent(building->arena);
    return value_identifier(building->arena, markdown_html(building->arena, intro->as.text));
}

/* A section's pages as a list in an overview has them: `facts` for machines, else for templates.
 * They are made when they are asked for. */
struct listing {
    struct building *building;
    const struct section *section;
    struct text path; /* the way there */
    bool facts;
};

/* All of a page or retired code, and its place. */
static struct value *listed(struct arena *arena, struct text path, struct text code,
                            const struct value *fields)
{
    struct value *map = value_map(arena);
    value_set(
        arena, map, "place",
        value_identifier(arena, arena_format(arena, "%.*s%.*s", TEXT_ARGS(path), TEXT_ARGS(code))));
    for (size_t i = 0; i < fields->as.map.count; i++)
        value_set(arena, map, fields->as.map.fields[i].name, fields->as.map.fields[i].value);
    return map;
}

static struct value listed_at(const struct value_items *items, size_t i)
{
    const struct listing *listing = items->of;
    struct arena *arena = items->maker->arena;
    struct page *page = &listing->building->pages[listing->section->first_page + i];
    struct value *fields = value_map(arena);
    if (listing->facts) {
        site_find_facts(listing->building, page, arena);
        fields = page->facts;
    } else {
        page_outline(page, fields, arena);
    }
    return *listed(arena, listing->path, page->problem->code.text, fields);
}

static struct value *list_pages(struct building *building, const struct section *section,
                                struct text path, bool facts)
{
    struct listing *listing = arena_allocate(building->arena, sizeof *listing);
    if (section->page_count == 0)
        return value_list(building->arena);
    *listing = (struct listing){building, section, path, facts};
    const struct page *first = &building->pages[section->first_page];
    return value_put(
        building->arena,
        items_value((struct value_items){listed_at, first->view->as.object.maker, listing},
                    section->page_count));
}

/* The sections with their problems. */
static struct value *groups(struct building *building, const struct overview *overview, bool facts)
{
    struct arena *arena = building->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < overview->count; i++) {
        const struct section *section = &overview->sections[i];
        struct value *group = site_registry(building, section), *retired = value_list(arena);
        struct text path = overview->folder.length ? TEXT("") : section->folder;
        for (size_t j = 0; j < building->retired_count; j++) {
            const struct value *shown = building->retired[j].shown;
            if (building->retired[j].section == section)
                value_add(arena, retired,
                          listed(arena, path, page_field(shown, "code")->as.text, shown));
        }
        if (!facts)
            value_set(arena, group, "intro_html", intro_html(building, overview, group));
        value_set(arena, group, "path",
                  path.length ? value_identifier(arena, path) : value_absent(arena));
        value_set(arena, group, "problems", list_pages(building, section, path, facts));
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

static bool is_listed(const struct overview *overview, const struct page *page)
{
    return page->section >= overview->sections &&
           page->section < overview->sections + overview->count;
}

static void add_choices(struct building *building, const struct overview *overview,
                        struct value *root)
{
    struct arena *arena = building->arena;
    struct value *statuses = value_list(arena), *tags = value_list(arena),
                 *retries = value_list(arena);
    for (size_t i = 0; i < building->page_count; i++) {
        const struct page *page = &building->pages[i];
        if (!is_listed(overview, page))
            continue;
        struct text status = arena_format(arena, "%" PRId64, page->problem->status.value);
        add_choice(building, statuses, status,
                   arena_format(arena, "%.*s %.*s", TEXT_ARGS(status),
                                TEXT_ARGS(page_field(page->view, "reason")->as.text)));
        add_choice(building, retries, page_field(page->view, "retry")->as.text,
                   text_of(page_retry_label(page->problem)));
        for (size_t j = 0; j < page->problem->tags.count; j++)
            add_choice(building, tags, page->problem->tags.items[j].text,
                       page->problem->tags.items[j].text);
    }
    value_set(arena, root, "statuses", statuses);
    value_set(arena, root, "retries", retries);
    value_set(arena, root, "tags", tags);
}

/* ---------------------------------------------------------------- overviews */

struct value *site_overview(struct building *building, const struct overview *overview)
{
    struct arena *arena = building->arena;
    struct heading heading = {page_field(about(building, overview), "title"), value_absent(arena),
                              overview_url(building, overview)};
    struct value *root = site_root(building, overview, 0, &heading);
    value_set(arena, root, "registries", groups(building, overview, false));
    add_choices(building, overview, root);
    return root;
}

struct value *site_facts(struct building *building, const struct overview *overview)
{
    struct arena *arena = building->arena;
    struct value *all = value_map(arena);
    page_copy(arena, all, about(building, overview), "title");
    value_set(
        arena, all, "audience",
        value_identifier(arena, building->site->for_operator ? TEXT("operator") : TEXT("public")));
    value_set(arena, all, "registries", groups(building, overview, true));
    return all;
}
