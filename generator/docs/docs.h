/*
 * The reference of one or more registries: a static site that answers type URIs. Pages are made for
 * people (HTML), and beside each the same for machines (Markdown, JSON). What pages say are values
 * (page.c), how they look are templates (templates/docs).
 *
 * The public site holds nothing that callers may not know: no concealed problems, no log-only
 * members, no operator's notes. They are not left out by templates: the values never have them.
 */
#ifndef PROBLEMC_DOCS_DOCS_H
#define PROBLEMC_DOCS_DOCS_H

#include "markdown/terminal.h"
#include "output/files.h"
#include "tables/image.h"
#include "template/template.h"

struct docs_registry {
    const struct registry *registry;
    const struct image *image;
    const struct value *view; /* of view_create */
};

struct docs_site {
    const struct docs_registry *registries;
    size_t count;
    bool for_operator;
    const char *directory;
    template_loader *templates;
    void *context; /* of the loader */
};

/* Writes the files of the site, each as it is made. False: an error was reported; `page-clash`
 * where two registries would have a page in the same place. */
bool docs_write(const struct docs_site *site, struct arena *arena, struct diagnostics *diagnostics,
                struct outputs *outputs);

/*
 * Appends the page of a code as a terminal shows it. DOCS_UNKNOWN and DOCS_CONCEALED: there is no
 * such page, and nothing was appended. The site has one registry.
 */
enum docs_explained {
    DOCS_EXPLAINED,
    DOCS_UNKNOWN,
    DOCS_CONCEALED, /* from the readers of this site */
    DOCS_FAILED,    /* an error was reported */
};

enum docs_explained docs_explain(const struct docs_site *site, struct text code,
                                 const struct terminal *terminal, struct arena *arena,
                                 struct diagnostics *diagnostics, struct buffer *out);

#endif
