/*
 * One page for a terminal: the same as index.md, but for tables, which a terminal has no room for.
 */
#include "docs/site.h"

static enum docs_explained explain(struct building *building, const char *template,
                                   const struct value *root, const struct terminal *terminal,
                                   struct buffer *out)
{
    struct template_tree *tree = site_template(building, template);
    struct buffer markdown = buffer_create(building->arena);
    if (tree == NULL || !template_run(tree, root, building->diagnostics, &markdown))
        return DOCS_FAILED;
    terminal_print(terminal, buffer_contents(&markdown), out);
    return DOCS_EXPLAINED;
}

enum docs_explained docs_explain(const struct docs_site *site, struct text code,
                                 const struct terminal *terminal, struct arena *arena,
                                 struct diagnostics *diagnostics, struct buffer *out)
{
    struct building building;
    if (!site_begin(&building, site, arena, diagnostics))
        return DOCS_FAILED;
    for (size_t i = 0; i < building.page_count; i++) {
        struct page *page = &building.pages[i];
        if (!text_equal(page->problem->code.text, code))
            continue;
        site_build_page(&building, page, arena);
        return explain(&building, "docs/problem.explain.md.mustache",
                       site_page_root(&building, page), terminal, out);
    }
    for (size_t i = 0; i < building.retired_count; i++) {
        const struct retired *retired = &building.retired[i];
        if (text_equal(page_field(retired->shown, "code")->as.text, code))
            return explain(&building, "docs/retired.explain.md.mustache",
                           site_retired_root(&building, retired), terminal, out);
    }
    return registry_problem(site->registries[0].registry, code) ? DOCS_CONCEALED : DOCS_UNKNOWN;
}
