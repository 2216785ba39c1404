/*
 * The site as a whole: which pages there are, and how they hang together.
 */
#include "docs/site.h"

/* ---------------------------------------------------------------- places */

/*
 * Registries of one base have their pages side by side, as their type URIs are; those of different
 * bases get a folder each, named like the registry.
 */
static void place_sections(struct building *building)
{
    const struct docs_site *site = building->site;
    building->sections = arena_array(building->arena, site->count, sizeof *building->sections);
    for (size_t i = 1; i < site->count; i++)
        building->has_folders =
            building->has_folders || !text_equal(site->registries[i].registry->base.text,
                                                 site->registries[0].registry->base.text);
    for (size_t i = 0; i < site->count; i++) {
        struct text name = site->registries[i].registry->name.text;
        building->sections[i].of = &site->registries[i];
        building->sections[i].folder = building->has_folders
                                           ? arena_format(building->arena, "%.*s/", TEXT_ARGS(name))
                                           : TEXT("");
    }
}

/* A code has one page in its folder, whichever registry it is of. */
static void take_place(struct building *building, const struct section *section, struct string code)
{
    size_t taken;
    struct text place =
        arena_format(building->arena, "%.*s%.*s", TEXT_ARGS(section->folder), TEXT_ARGS(code.text));
    if (map_get(&building->places, place, &taken)) {
        struct diagnostic *finding = diagnose(
            building->diagnostics, SEVERITY_ERROR, "page-clash", code.span,
            "the page of %.*s would be that of another registry's problem", TEXT_ARGS(code.text));
        diagnostic_note(finding, building->spans[taken], "declared here too");
        diagnostic_help(finding, "give the registries bases of their own, or write a site of each");
        building->failed = true;
        return;
    }
    *(struct span *)arena_push(building->arena, &building->spans, building->places.count,
                               sizeof(struct span)) = code.span;
    map_add(building->arena, &building->places, place, building->places.count);
}

static void add_pages(struct building *building, struct section *section)
{
    const struct registry *registry = section->of->registry;
    const struct value *views = page_field(section->of->view, "problems");
    section->first_page = building->page_count;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (!page_is_shown(problem, building->site->for_operator))
            continue;
        take_place(building, section, problem->code);
        struct page *page =
            arena_push(building->arena, &building->pages, building->page_count++, sizeof *page);
        *page = (struct page){.section = section,
                              .of = section->of,
                              .problem = problem,
                              .view = value_at(views, i),
                              .for_operator = building->site->for_operator};
        section->page_count++;
    }
}

static void add_retired(struct building *building, const struct section *section)
{
    const struct registry *registry = section->of->registry;
    const struct value *views = page_field(section->of->view, "reserved");
    for (size_t i = 0; i < registry->reserved_count; i++) {
        if (!span_is_set(registry->reserved[i].code.span))
            continue;
        take_place(building, section, registry->reserved[i].code);
        struct retired *retired = arena_push(building->arena, &building->retired,
                                             building->retired_count++, sizeof *retired);
        retired->section = section;
        retired->shown =
            page_retired(views->as.list.items[i], registry->base.text, building->arena);
    }
}

/* ---------------------------------------------------------------- pages */

struct arena *page_arena(const struct page *page)
{
    return page->view->as.object.maker->arena;
}

void site_find_facts(struct building *building, struct page *page, struct arena *arena)
{
    struct value *related = site_related(building, page, arena);
    page_find_facts(page, arena);
    value_set(arena, page->facts, "related", related);
}

void site_build_page(struct building *building, struct page *page, struct arena *arena)
{
    site_find_facts(building, page, arena);
    page_show(page, arena);
}

/* ---------------------------------------------------------------- overviews */

struct overview overview_of_all(const struct building *building)
{
    return (struct overview){building->sections, building->site->count, TEXT("")};
}

struct overview overview_of(const struct section *section)
{
    return (struct overview){section, 1, section->folder};
}

struct overview overview_above(const struct building *building, const struct section *section)
{
    return building->has_folders ? overview_of(section) : overview_of_all(building);
}

/* ---------------------------------------------------------------- the whole */

bool site_begin(struct building *building, const struct docs_site *site, struct arena *arena,
                struct diagnostics *diagnostics)
{
    *building = (struct building){.site = site,
                                  .arena = arena,
                                  .texts = arena_create_within(arena),
                                  .diagnostics = diagnostics};
    place_sections(building);
    for (size_t i = 0; i < site->count; i++) {
        add_pages(building, &building->sections[i]);
        add_retired(building, &building->sections[i]);
    }
    site_group_pages(building);
    return !building->failed;
}

bool docs_write(const struct docs_site *site, struct arena *arena, struct diagnostics *diagnostics,
                struct outputs *outputs)
{
    struct building building;
    if (!site_begin(&building, site, arena, diagnostics))
        return false;
    building.outputs = outputs;
    site_print(&building);
    return !building.failed;
}
