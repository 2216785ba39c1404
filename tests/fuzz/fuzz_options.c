/*
 * The input is a command line, an argument a line.
 */
#include "fuzz.h"
#include "options.h"

#include <stdlib.h>

enum { ARGUMENTS_MAX = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_create(abort);
    struct fuzz_input input = {bytes, length};
    char *arguments[ARGUMENTS_MAX + 1] = {NULL};
    struct options options;
    struct text out;
    int count = 0;
    while (input.length && count < ARGUMENTS_MAX) {
        struct text line = fuzz_line(&input, arena);
        arguments[count++] = (char *)(uintptr_t)line.bytes;
    }
    switch (options_parse(count, arguments, arena, &options, &out)) {
    case PARSE_RUN:
        FUZZ_EXPECT(options.command <= COMMAND_INIT && options.format <= FORMAT_GITHUB);
        FUZZ_EXPECT(options.operands.count + options.include.count + options.violations.count <
                    (size_t)count);
        break;
    case PARSE_DONE:
    case PARSE_WRONG:
        FUZZ_EXPECT(out.length > 0);
        fuzz_expect_text(out);
        break;
    }
    arena_destroy(arena);
    return 0;
}
