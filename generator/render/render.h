/*
 * `problemc render`: the response that a service would send, from the same runtime and the same
 * tables.
 */
#ifndef PROBLEMC_RENDER_RENDER_H
#define PROBLEMC_RENDER_RENDER_H

#include "base/buffer.h"
#include "registry.h"
#include "tables/image.h"

struct render_request {
    const struct problem_type *problem;
    const char *const *values; /* "member=value" */
    size_t value_count;
    const char *const *violations; /* "PLACE RULE [member=value...]" */
    size_t violation_count;
    const char *id;     /* NULL: 00000000-0000-4000-8000-000000000000 */
    const char *accept; /* NULL: none sent */
    bool head;
};

/* Appends the whole message to `out`: head, empty line, body, line break. False: `*error` says what
 * is wrong with the request. */
bool render_response(const struct registry *registry, const struct image *image,
                     const struct render_request *request, struct arena *arena, struct buffer *out,
                     struct text *error);

#endif
