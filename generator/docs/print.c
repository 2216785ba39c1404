/*
 * The files of the site: each page in three forms, the overviews, the style sheet and the script.
 */
#include "docs/site.h"
#include "openapi/openapi.h"

/* Begins the next file, which is printed into `out`. */
static bool begin_file(struct building *building, struct text path, struct sink *sink,
                       struct buffer *out)
{
    *sink = outputs_sink(building->outputs);
    *out = buffer_into(building->texts, sink);
    return outputs_open(
        building->outputs,
        arena_format(building->texts, "%s/%.*s", building->site->directory, TEXT_ARGS(path)));
}

static void end_file(struct building *building, struct buffer *out, bool printed)
{
    bool written = printed && buffer_finish(out) && outputs_close(building->outputs);
    building->failed = building->failed || !written;
    arena_clear(building->texts);
}

static void add_json(struct building *building, struct text path, const struct value *value)
{
    struct sink sink;
    struct buffer out;
    bool begun = begin_file(building, path, &sink, &out);
    if (begun)
        value_print_json(value, &out);
    end_file(building, &out, begun);
}

static const struct source *load(struct building *building, const char *name)
{
    return building->site->templates(building->site->context, text_of(name));
}

static void add_copy(struct building *building, struct text path, const char *name)
{
    const struct source *source = load(building, name);
    struct sink sink;
    struct buffer out;
    bool begun = source && begin_file(building, path, &sink, &out);
    if (begun)
        buffer_text(&out, source->bytes);
    if (source)
        end_file(building, &out, begun);
    building->failed = building->failed || source == NULL;
}

struct template_tree *site_template(struct building *building, const char *name)
{
    const struct source *source = load(building, name);
    struct template_tree *tree =
        source ? template_parse(source, building->site->templates, building->site->context,
                                building->arena, building->diagnostics)
               : NULL;
    building->failed = building->failed || tree == NULL;
    return tree;
}

static void add_print(struct building *building, struct text path, struct template_tree *template,
                      const struct value *root)
{
    struct sink sink;
    struct buffer out;
    if (template == NULL || building->failed) {
        building->failed = true;
        return;
    }
    end_file(building, &out,
             begin_file(building, path, &sink, &out) &&
                 template_run(template, root, building->diagnostics, &out));
}

/* SECTION/CODE/NAME */
static struct text in_folder(struct building *building, const struct section *section,
                             const struct value *code, const char *name)
{
    return arena_format(building->arena, "%.*s%.*s/%s", TEXT_ARGS(section->folder),
                        TEXT_ARGS(code->as.text), name);
}

/* The same for people, for those who read Markdown, and for machines. */
static void add_forms(struct building *building, const struct section *section,
                      const struct value *facts, const struct value *root,
                      struct template_tree *const templates[2])
{
    const struct value *code = page_field(facts, "code");
    add_print(building, in_folder(building, section, code, "index.html"), templates[0], root);
    add_print(building, in_folder(building, section, code, "index.md"), templates[1], root);
    add_json(building, in_folder(building, section, code, "index.json"), facts);
}

static void add_problem(struct building *building, struct page *page,
                        struct template_tree *const templates[2])
{
    site_build_page(building, page, building->arena);
    add_forms(building, page->section, page->facts, site_page_root(building, page), templates);
    add_json(
        building,
        in_folder(building, page->section, page_field(page->facts, "code"), "schema.json"),
        openapi_json_schema(page->of->registry, page->of->image, page->problem, building->arena));
}

/* Of a page that is written only its summary stays. */
static void add_problems(struct building *building)
{
    struct arena *lasting = building->arena;
    struct template_tree *templates[] = {site_template(building, "docs/problem.html.mustache"),
                                         site_template(building, "docs/problem.md.mustache")};
    for (size_t i = 0; i < building->page_count && !building->failed; i++) {
        struct page *page = &building->pages[i];
        struct arena_mark mark = arena_mark(page_arena(page));
        diagnostics_progress(building->diagnostics, "writing pages", i, building->page_count);
        building->arena = page_arena(page);
        add_problem(building, page, templates);
        building->arena = lasting;
        if (page->summary.bytes)
            page->summary = arena_copy(lasting, page->summary);
        page->facts = page->internal = page->shown = NULL;
        arena_release(page_arena(page), mark);
    }
}

static void add_tombstones(struct building *building)
{
    struct template_tree *templates[] = {site_template(building, "docs/retired.html.mustache"),
                                         site_template(building, "docs/retired.md.mustache")};
    for (size_t i = 0; i < building->retired_count && !building->failed; i++) {
        const struct retired *retired = &building->retired[i];
        add_forms(building, retired->section, retired->shown, site_retired_root(building, retired),
                  templates);
    }
}

static void add_overview(struct building *building, const struct overview *overview)
{
    const struct value *root = site_overview(building, overview);
    struct text folder = overview->folder;
    struct arena *arena = building->arena;
    add_print(building, arena_format(arena, "%.*sindex.html", TEXT_ARGS(folder)),
              site_template(building, "docs/index.html.mustache"), root);
    add_print(building, arena_format(arena, "%.*sllms.txt", TEXT_ARGS(folder)),
              site_template(building, "docs/llms.txt.mustache"), root);
    if (page_has(page_field(root, "canonical")))
        add_print(building, arena_format(arena, "%.*ssitemap.xml", TEXT_ARGS(folder)),
                  site_template(building, "docs/sitemap.xml.mustache"), root);
    add_json(building, arena_format(arena, "%.*sproblems.json", TEXT_ARGS(folder)),
             site_facts(building, overview));
}

void site_print(struct building *building)
{
    struct overview all = overview_of_all(building);
    add_problems(building);
    add_tombstones(building);
    add_overview(building, &all);
    for (size_t i = 0; i < building->site->count && building->has_folders; i++) {
        struct overview part = overview_of(&building->sections[i]);
        add_overview(building, &part);
    }
    add_copy(building, TEXT("style.css"), "docs/style.css");
    add_copy(building, TEXT("site.js"), "docs/site.js");
}
