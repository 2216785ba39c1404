/*
 * A site while it is being made. site.c finds the pages, values.c says what templates see, print.c
 * makes the files.
 */
#ifndef PROBLEMC_DOCS_SITE_H
#define PROBLEMC_DOCS_SITE_H

#include "docs/page.h"

/* A retired code that has a page. */
struct retired {
    const struct section *section;
    struct value *shown;
};

struct building {
    const struct docs_site *site;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct section *sections; /* one for each registry */
    bool has_folders;         /* each section has one of its own */
    struct page *pages;
    size_t page_count;
    struct retired *retired;
    size_t retired_count;
    struct map group_names; /* docs/related.c */
    struct group *groups;
    struct map places;  /* folder and code -> where in spans */
    struct span *spans; /* of the codes */
    struct outputs *outputs;
    struct arena *texts; /* for the file that is being printed */
    bool failed;         /* an error was reported */
};

/* Finds the pages, which are not built yet. False: two would be in one place. */
bool site_begin(struct building *building, const struct docs_site *site, struct arena *arena,
                struct diagnostics *diagnostics);
void site_find_facts(struct building *building, struct page *page, struct arena *arena);
void site_build_page(struct building *building, struct page *page, struct arena *arena);

/* Where what the view makes of a page lives, and what is made of it: whoever is done with a page
 * gives that back. */
struct arena *page_arena(const struct page *page);

/* docs/related.c: which pages have something in common; those that a page should lead on to. */
void site_group_pages(struct building *building);
struct value *site_related(struct building *building, const struct page *page, struct arena *arena);

/* An overview lists the problems of one section or of all, and is where pages lead back to. */
struct overview {
    const struct section *sections;
    size_t count;
    struct text folder; /* where it is */
};

struct overview overview_of_all(const struct building *building);
struct overview overview_of(const struct section *section);

/* The one that the section's pages lead back to. */
struct overview overview_above(const struct building *building, const struct section *section);

/* docs/values.c */

/* A page's name, its line in lists, its place on the web; the last two may be absent. */
struct heading {
    const struct value *title, *summary, *url;
};

/* What every template sees; `depth` is how many folders the page is below its overview. */
struct value *site_root(struct building *building, const struct overview *overview, size_t depth,
                        const struct heading *heading);
struct value *site_page_root(struct building *building, const struct page *page);
struct value *site_retired_root(struct building *building, const struct retired *retired);
struct value *site_registry(struct building *building, const struct section *section);
struct value *site_overview(struct building *building, const struct overview *overview);

/* problems.json */
struct value *site_facts(struct building *building, const struct overview *overview);

/* docs/print.c: writes the files. */
void site_print(struct building *building);

/* A template of the site's; NULL: it has an error, which was reported. */
struct template_tree *site_template(struct building *building, const char *name);

#endif
