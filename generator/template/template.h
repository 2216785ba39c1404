/*
 * Templates: a strict, logic-less language after Mustache. templates/README.md describes it.
 */
#ifndef PROBLEMC_TEMPLATE_TEMPLATE_H
#define PROBLEMC_TEMPLATE_TEMPLATE_H

#include "source/diagnostic.h"
#include "view/value.h"

enum {
    TEMPLATE_DEPTH_MAX = 64,       /* sections in sections of one file; partials in partials */
    TEMPLATE_STEPS_MAX = 30000000, /* tags and texts that one run renders */
};

/* A partial by name: its source, or NULL when there is none. A loader is asked once for each name
 * it has; a template without partials needs none (NULL). */
typedef const struct source *template_loader(void *context, struct text name);

struct template_tree;

/*
 * Parses a template and every partial that it can reach, and checks their syntax, escapers and the
 * partials' names. NULL: at least one error was reported.
 */
struct template_tree *template_parse(const struct source *source, template_loader *partials,
                                     void *context, struct arena *arena,
                                     struct diagnostics *diagnostics);

/*
 * Renders with `root` into `out`, as often as one likes. Unknown names and values of the wrong kind
 * are reported at the template's line and column, once for each tag. False: an error was reported,
 * now or in an earlier run, and `out` must not be used, nor what its sink has taken.
 */
bool template_run(struct template_tree *template, const struct value *root,
                  struct diagnostics *diagnostics, struct buffer *out);

/* Both in one, for a template that is used once. */
bool template_render(const struct source *source, const struct value *root,
                     template_loader *partials, void *context, struct diagnostics *diagnostics,
                     struct buffer *out);

#endif
