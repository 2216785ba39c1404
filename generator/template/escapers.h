/*
 * The escapers that a template can name. A new destination is one row in escapers.c and one
 * function in base/escape.c.
 */
#ifndef PROBLEMC_TEMPLATE_ESCAPERS_H
#define PROBLEMC_TEMPLATE_ESCAPERS_H

#include "base/buffer.h"

struct escaper {
    const char *name;
    /* `column`: how many bytes stand before the slot on its line of output. */
    void (*escape)(struct buffer *out, struct text text, size_t column);
    bool takes_bytes; /* data that is not text, too */
    bool quotes;      /* writes something even for the empty text */
};

const struct escaper *escaper_find(struct text name); /* NULL: there is none */
struct text escaper_nearest(struct text name); /* for "did you mean"; bytes NULL: none is near */

#endif
