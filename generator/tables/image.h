/*
 * The image of a registry (problem_tables.h): what the runtime interprets, in services as const
 * data, in `problemc render` right here.
 */
#ifndef PROBLEMC_TABLES_IMAGE_H
#define PROBLEMC_TABLES_IMAGE_H

#include "registry.h"

/* A stretch of the image that belongs together, so that the printed image can be read. */
struct chunk {
    const char *part;  /* "head", "problem", ...: one of a few words, a C identifier */
    struct text about; /* the code or rule it is about; empty: none */
    uint32_t offset, length;
};

struct image {
    struct text bytes;    /* also a const struct problem_registry */
    struct chunk *chunks; /* one after the other, from the first byte to the last */
    size_t chunk_count;
    uint64_t digest;
    size_t response_max; /* bytes of the largest response: body and header values */
    size_t *body_max;    /* by problem */
};

/* The registry must have passed the checks: no errors. */
void image_build(const struct registry *registry, struct arena *arena, struct image *image);

const struct problem_registry *image_registry(const struct image *image);

#endif
