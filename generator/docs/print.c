/*
 * The files of the site: each page in three forms, the overviews, the style sheet and the script.
 */
#include "docs/site.h"

static struct output_file *add_file(struct building *building, struct text path)
{
    struct output_file *file =
        arena_push(building->arena, &building->files, building->file_count++, sizeof *file);
    file->path =
        arena_format(building->arena, "%s/%.*s", building->site->directory, TEXT_ARGS(path));
    return file;
}

static void add_json(struct building *building, struct text path, const struct value *value)
{
    struct buffer out = buffer_create(building->arena);
    value_print_json(value, &out);
    add_file(building, path)->contents = buffer_contents(&out);
}

static const struct source *load(struct building *building, const char *name)
{
    return building->site->templates(building->site->context, text_of(name));
}

static void add_copy(struct building *building, struct text path, const char *name)
{
    const struct source *source = load(building, name);
    if (source)
        add_file(building, path)->contents = source->bytes;
    building->failed = building->failed || source == NULL;
}

static struct template_tree *parsed(struct building *building, const char *name)
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
    struct buffer out = buffer_create(building->arena);
    if (template == NULL || !template_run(template, root, building->diagnostics, &out)) {
        building->failed = true;
        return;
    }
    add_file(building, path)->contents = buffer_contents(&out);
}

static struct text in_folder(struct building *building, const struct value *code, const char *name)
{
    return arena_format(building->arena, "%.*s/%s", TEXT_ARGS(code->as.text), name);
}

static void add_problems(struct building *building)
{
    struct template_tree *html = parsed(building, "docs/problem.html.mustache"),
                         *markdown = parsed(building, "docs/problem.md.mustache");
    for (size_t i = 0; i < building->page_count && !building->failed; i++) {
        const struct page *page = &building->pages[i];
        const struct value *code = page_field(page->facts, "code");
        struct value *root =
            site_root(building, "../", page_field(page->facts, "title"),
                      page_field(page->shown, "summary"), page_field(page->facts, "url"));
        value_set(building->arena, root, "registry", site_registry(building, page->of));
        value_set(building->arena, root, "problem", page->shown);
        add_print(building, in_folder(building, code, "index.html"), html, root);
        add_print(building, in_folder(building, code, "index.md"), markdown, root);
        add_json(building, in_folder(building, code, "index.json"), page->facts);
    }
}

static void add_tombstones(struct building *building)
{
    struct template_tree *html = parsed(building, "docs/retired.html.mustache"),
                         *markdown = parsed(building, "docs/retired.md.mustache");
    for (size_t i = 0; i < building->retired_count && !building->failed; i++) {
        const struct value *retired = building->retired[i].shown;
        const struct value *code = page_field(retired, "code");
        struct value *root = site_root(building, "../", code, value_absent(building->arena),
                                       page_field(retired, "url"));
        value_set(building->arena, root, "registry",
                  site_registry(building, building->retired[i].of));
        value_set(building->arena, root, "retired", building->retired[i].shown);
        add_print(building, in_folder(building, code, "index.html"), html, root);
        add_print(building, in_folder(building, code, "index.md"), markdown, root);
        add_json(building, in_folder(building, code, "index.json"), retired);
    }
}

static void add_overviews(struct building *building)
{
    const struct value *root = site_overview(building);
    add_print(building, TEXT("index.html"), parsed(building, "docs/index.html.mustache"), root);
    add_print(building, TEXT("llms.txt"), parsed(building, "docs/llms.txt.mustache"), root);
    if (page_has(page_field(root, "canonical")))
        add_print(building, TEXT("sitemap.xml"), parsed(building, "docs/sitemap.xml.mustache"),
                  root);
    add_json(building, TEXT("problems.json"), site_facts(building));
    add_copy(building, TEXT("style.css"), "docs/style.css");
    add_copy(building, TEXT("site.js"), "docs/site.js");
}

void site_print(struct building *building)
{
    add_problems(building);
    add_tombstones(building);
    add_overviews(building);
}
