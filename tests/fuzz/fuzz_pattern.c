/*
 * The first line is a pattern, the further ones are texts. What the runtime says of each must be
 * what a walk over the automaton says with every access checked.
 */
#include "fuzz.h"
#include "image_builder.h"
#include "pattern/pattern.h"

#include <stdlib.h>
#include <string.h>

static unsigned byte_at(struct text automaton, size_t offset)
{
    FUZZ_EXPECT(offset < automaton.length);
    return (unsigned char)automaton.bytes[offset];
}

static size_t next_state(struct text automaton, size_t state, unsigned char byte)
{
    if (byte >= 0x80)
        return 0;
    size_t states = byte_at(automaton, PROBLEM_PATTERN_STATES);
    size_t classes = byte_at(automaton, PROBLEM_PATTERN_CLASSES);
    size_t class = byte_at(automaton, PROBLEM_PATTERN_MAP + (size_t)byte);
    size_t next = byte_at(automaton, PROBLEM_PATTERN_ACCEPTS + states + state * classes + class);
    FUZZ_EXPECT(class < classes && next < states && (state != 0 || next == 0));
    return next;
}

static bool matches(struct text automaton, struct text text)
{
    size_t state = 1;
    for (size_t i = 0; i < text.length; i++)
        state = next_state(automaton, state, (unsigned char)text.bytes[i]);
    return byte_at(automaton, PROBLEM_PATTERN_ACCEPTS + state) == 1;
}

static void check_automaton(struct text automaton)
{
    size_t states = byte_at(automaton, PROBLEM_PATTERN_STATES);
    size_t classes = byte_at(automaton, PROBLEM_PATTERN_CLASSES);
    FUZZ_EXPECT(automaton.length == PROBLEM_PATTERN_ACCEPTS + states + states * classes);
    FUZZ_EXPECT(!matches(automaton, TEXT("")));
    for (size_t state = 0; state < states; state++)
        for (unsigned char byte = 0; byte < 128; byte++) {
            size_t next = next_state(automaton, state, byte);
            FUZZ_EXPECT(next == 0 || (byte >= ' ' && byte <= '~'));
        }
}

/* Whether a service could send this value. */
static bool runtime_takes(const struct problem_registry *registry, const char *value)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, registry, 0, "", 0, "");
    problem_put_string(&problem, 0, value);
    return problem.misfit == 0;
}

static const struct problem_registry *registry_of(struct text automaton)
{
    static struct image_builder builder;
    image_start(&builder, "fuzz", "");
    const struct built_member member = {
        .name = "v",
        .shape =
            shape_pattern(&builder, 256, (const unsigned char *)automaton.bytes, automaton.length)};
    const struct built_problem problem = {.number = 1,
                                          .status = 400,
                                          .code = "c",
                                          .title = "t",
                                          .members = &member,
                                          .member_count = 1};
    image_problem(&builder, &problem);
    return image_finish(&builder);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_create(abort);
    struct fuzz_input input = {bytes, length};
    struct text pattern = fuzz_line(&input, arena), automaton;
    struct pattern_error error;
    if (pattern_compile(arena, pattern, &automaton, &error)) {
        const struct problem_registry *registry = registry_of(automaton);
        check_automaton(automaton);
        while (input.length) {
            struct text value = text_of(fuzz_line(&input, arena).bytes);
            FUZZ_EXPECT(runtime_takes(registry, value.bytes) ==
                        (value.length <= 256 && matches(automaton, value)));
        }
        image_free(registry);
    } else {
        FUZZ_EXPECT(error.message.length > 0);
        FUZZ_EXPECT(error.offset <= pattern.length &&
                    error.length <= pattern.length - error.offset);
    }
    arena_destroy(arena);
    return 0;
}
