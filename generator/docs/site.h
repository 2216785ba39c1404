/*
 * A site while it is being made. site.c finds the pages, values.c says what templates see, print.c
 * makes the files.
 */
#ifndef PROBLEMC_DOCS_SITE_H
#define PROBLEMC_DOCS_SITE_H

#include "docs/page.h"

/* A retired code that has a page. */
struct retired {
    const struct docs_registry *of;
    struct value *shown;
};

struct building {
    const struct docs_site *site;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct page *pages;
    size_t page_count;
    struct retired *retired;
    size_t retired_count;
    struct map places;   /* code -> where in spans */
    struct span *spans;  /* of the codes */
    struct value *about; /* the site, for templates */
    struct output_file *files;
    size_t file_count;
    bool failed; /* an error was reported */
};

/* docs/values.c */
struct value *site_about(struct building *building);
struct value *site_registry(struct building *building, const struct docs_registry *of);

/* What every template sees: where the page is, what it is called, and the site. `up` leads to the
 * site's top. */
struct value *site_root(struct building *building, const char *up, const struct value *heading,
                        const struct value *summary, const struct value *url);
struct value *site_overview(struct building *building); /* root of the index */
struct value *site_facts(struct building *building);    /* problems.json */

/* docs/print.c: adds the files. */
void site_print(struct building *building);

#endif
