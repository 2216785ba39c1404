/*
 * Markdown for a terminal: headings at the left, what they are about below them and indented, lines
 * cut between words. Whatever could move, hide or reorder something is escaped.
 */
#ifndef PROBLEMC_MARKDOWN_TERMINAL_H
#define PROBLEMC_MARKDOWN_TERMINAL_H

#include "base/buffer.h"

struct terminal {
    bool colour;      /* it shows colours, bold and italics */
    unsigned columns; /* in a line */
};

void terminal_print(const struct terminal *terminal, struct text markdown, struct buffer *out);

#endif
