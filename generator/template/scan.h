/*
 * Where tags begin and end in a template's bytes, before anyone asks what they mean.
 */
#ifndef PROBLEMC_TEMPLATE_SCAN_H
#define PROBLEMC_TEMPLATE_SCAN_H

#include "base/text.h"

struct tag {
    size_t begin, end; /* braces included */
    char sigil;        /* # ^ / > ! " = & {, or 0 */
    struct text body;  /* without braces, sigil and the blanks around; in quotes: what they hold */
};

/* Where the next tag begins at or after `at`, or the text's length. */
size_t tag_find(struct text text, size_t at);

/*
 * Reads the tag that begins at `begin`. False when it has no end, on its line or, for a comment, in
 * the text; `tag->end` is then where reading can go on.
 */
bool tag_read(struct text text, size_t begin, struct tag *tag);

/*
 * A section's tags, comments and partials that stand alone on their line take the line with them:
 * true, and [*begin, *end) is the whole line, its break included.
 */
bool tag_take_line(struct text text, const struct tag *tag, size_t *begin, size_t *end);

struct text tag_trimmed(struct text text); /* without blanks and tabs around it */

#endif
