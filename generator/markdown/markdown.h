/*
 * The Markdown of `description`, `help` and the like, as it may stand on a page: no raw HTML (it
 * shows as text), no images (their alternative text stays), and only links to https, mailto and
 * relative addresses (the text of others stays). Headings begin at the third level, below those of
 * the page, and skip none.
 */
#ifndef PROBLEMC_MARKDOWN_MARKDOWN_H
#define PROBLEMC_MARKDOWN_MARKDOWN_H

#include "base/arena.h"

struct text markdown_html(struct arena *arena, struct text markdown);
struct text markdown_plain(struct arena *arena, struct text markdown); /* on one line */
struct text markdown_again(struct arena *arena, struct text markdown); /* Markdown, filtered */

/* Whether a page may link there. */
bool markdown_may_link(struct text url);

bool markdown_is_relative(struct text url);

/* A link or an image, as it is written; what is in code is none. */
struct markdown_link {
    struct text url;
    bool image;
};

size_t markdown_links(struct arena *arena, struct text markdown, struct markdown_link **links);

#endif
