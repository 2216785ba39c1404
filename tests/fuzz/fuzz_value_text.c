/*
 * The first byte chooses a member of the fixed registry's problem `every`, the lines after it are
 * its value as text. Whether it fits or not, the response must be fine.
 */
#include "fuzz.h"
#include "respond.h"
#include "tables/ordinals.h"
#include "tables/value_text.h"

#include <stdlib.h>

enum { VALUES_MAX = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct compiled *fixed = compiled_fixed();
    struct arena *arena = arena_create(abort);
    struct fuzz_input input = {bytes, length};
    const struct problem_type *type = registry_problem(fixed->registry, TEXT("every"));
    struct ordinals ordinals;
    struct problem problem = PROBLEM_INIT;
    struct text values[VALUES_MAX], expected;
    size_t count = 0;
    FUZZ_EXPECT(type != NULL && ordinals_of(fixed->registry, type, &ordinals));
    unsigned ordinal = fuzz_byte(&input) % ordinals.count;
    while (input.length && count < VALUES_MAX)
        values[count++] = fuzz_line(&input, arena);
    problem_begin(&problem, image_registry(&fixed->image), (uint32_t)type->index, "", 0, "");
    bool fits = put_texts(&problem, ordinal, ordinals.members[ordinal]->shape, values, count, arena,
                          &expected);
    FUZZ_EXPECT(expected.length > 0);
    FUZZ_EXPECT(fits == (problem.present >> ordinal & 1));
    respond_check(fixed, &problem, NULL);
    arena_destroy(arena);
    return 0;
}
