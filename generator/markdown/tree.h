/*
 * Markdown as a filtered tree of cmark's (markdown/markdown.h says what is filtered), for what
 * prints it in a form of its own.
 */
#ifndef PROBLEMC_MARKDOWN_TREE_H
#define PROBLEMC_MARKDOWN_TREE_H

#include "base/arena.h"

#include <cmark.h>

/* To be given back with cmark_node_free. */
cmark_node *markdown_tree(struct arena *arena, struct text markdown);

#endif
