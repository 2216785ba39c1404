/*
 * What a page says, as values: one map for machines (index.json), and one for templates that has
 * the same and what only readers need. templates/docs/README.md lists the names.
 */
#ifndef PROBLEMC_DOCS_PAGE_H
#define PROBLEMC_DOCS_PAGE_H

#include "docs/docs.h"

/* A registry's part of the site. */
struct section {
    const struct docs_registry *of;
    struct text folder; /* "payments/", or empty: the site's top */
    size_t first_page, page_count;
};

/* A problem that has a page. */
struct page {
    const struct section *section;
    const struct docs_registry *of;
    const struct problem_type *problem;
    const struct value *view; /* of the problem */
    bool for_operator;
    struct value *facts;    /* for machines */
    struct value *internal; /* what only templates have of what operators may know */
    struct value *shown;    /* for templates */
    struct text summary;    /* that is kept for lists; bytes NULL: none, or not known yet */
};

/* Whether readers may know of the problem at all. */
bool page_is_shown(const struct problem_type *problem, bool for_operator);

/* Fills in facts and internal, but for the pages that are related. */
void page_find_facts(struct page *page, struct arena *arena);

/* Then shown. */
void page_show(struct page *page, struct arena *arena);

/* What overviews show of a page that was shown: enough for templates/docs. */
void page_outline(const struct page *page, struct value *map, struct arena *arena);
const char *page_retry_label(const struct problem_type *problem);

/* The page's place on the web, with a slash at its end; empty where base does not say one. */
struct text page_url(struct arena *arena, struct text base, struct text code);

/* A retired code. */
struct value *page_retired(const struct value *reserved, struct text base, struct arena *arena);

/* docs/member.c: those members of a view's list that readers may know of. */
void page_members(const struct value *members, bool for_operator, struct arena *arena,
                  struct value *list);

/* docs/example.c: what a service sends, with the members' examples for values. */
struct value *page_example(const struct page *page, struct arena *arena);
struct value *page_body_lines(struct text body, struct arena *arena); /* {depth, pieces}... */

/* docs/operator.c: what only those who run the service may know. Adds it to the facts; the result
 * is for templates. */
struct value *page_operator(struct page *page, struct arena *arena);

/* Shorthands. */
const struct value *page_field(const struct value *map, const char *name);
bool page_has(const struct value *value); /* it is there, and no empty list */
void page_copy(struct arena *arena, struct value *to, const struct value *from, const char *name);

#endif
