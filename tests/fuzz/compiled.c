#include "compiled.h"

#include "check/image_checks.h"
#include "fuzz.h"
#include "load/load.h"

#include <stdlib.h>

bool compiled_create(struct compiled *compiled, const char *path)
{
    /* seeds from tests/diagnostics include what is there */
    static const char *const directories[] = {FUZZ_SOURCE "/tests/diagnostics"};
    static const struct include_path includes = {directories, 1};
    struct arena *arena = arena_create(abort);
    struct sources *sources = sources_create(arena);
    struct diagnostics *diagnostics = diagnostics_create(arena, sources);
    *compiled = (struct compiled){arena, sources, diagnostics, .registry = NULL};
    enum load_result result =
        load_registry(path, &includes, arena, sources, diagnostics, &compiled->registry);
    if (result != LOAD_OK) {
        FUZZ_EXPECT(diagnostics_count(diagnostics, SEVERITY_ERROR) > 0);
        return false;
    }
    check_registry(compiled->registry, TEXT("2026-11-21"), arena, sources, diagnostics);
    if (diagnostics_count(diagnostics, SEVERITY_ERROR))
        return false;
    image_build(compiled->registry, arena, &compiled->image);
    check_image(compiled->registry, &compiled->image, arena, sources, diagnostics);
    return diagnostics_count(diagnostics, SEVERITY_ERROR) == 0;
}

struct compiled *compiled_fixed(void)
{
    static struct compiled fixed;
    if (fixed.arena == NULL)
        FUZZ_EXPECT(compiled_create(&fixed, FUZZ_SOURCE "/tests/fuzz/fixed.yaml"));
    return &fixed;
}
