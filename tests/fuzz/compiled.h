/*
 * One run of the compiler in memory: everything `problemc compile` does but for writing the
 * outputs.
 */
#ifndef PROBLEMC_TESTS_FUZZ_COMPILED_H
#define PROBLEMC_TESTS_FUZZ_COMPILED_H

#include "registry.h"
#include "source/diagnostic.h"
#include "tables/image.h"

struct compiled {
    struct arena *arena;
    struct sources *sources;
    struct diagnostics *diagnostics;
    struct registry *registry;
    struct image image;
};

/* Loads, checks and builds; false: it has errors. The caller destroys `arena` either way. */
bool compiled_create(struct compiled *compiled, const char *path);

/* The registry that targets behind the loader use, fixed.yaml, made once. */
struct compiled *compiled_fixed(void);

#endif
