/*
 * A problem's example response: what a service sends with the members' examples for values. Where
 * the registry has none for a member that must be there, a value that fits stands in for it. The
 * published reference, the schemas and the API's description all show this one.
 */
#ifndef PROBLEMC_RENDER_EXAMPLE_H
#define PROBLEMC_RENDER_EXAMPLE_H

#include "render/render.h"

struct example_arguments {
    const char **items;
    size_t count;
};

struct example {
    struct example_arguments values, violations; /* what `problemc render` takes to print it */
    struct text head; /* status line and header fields, each with its line break */
    struct text body; /* one line of JSON; bytes are NULL where there is no example */
};

void example_render(const struct registry *registry, const struct image *image,
                    const struct problem_type *problem, struct arena *arena,
                    struct example *example);

/* A value that fits the shape, as `problemc render` takes it; empty: none was found. */
struct text example_value(const struct shape *shape, struct arena *arena);

#endif
