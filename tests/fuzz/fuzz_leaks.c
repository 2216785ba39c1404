/*
 * The input is a text that callers might see. Findings must lie in it, in its order and apart from
 * each other, and be of checks that there are.
 */
#include "check/check.h"
#include "fuzz.h"
#include "leaks/leaks.h"

#include <stdlib.h>

struct findings {
    struct text text;
    size_t end; /* of the last one */
};

static void check_leak(void *context, const struct leak *leak)
{
    struct findings *findings = context;
    FUZZ_EXPECT(leak->length > 0 && leak->offset >= findings->end);
    FUZZ_EXPECT(leak->offset <= findings->text.length &&
                leak->length <= findings->text.length - leak->offset);
    FUZZ_EXPECT(check_find(text_of(leak->id)) != NULL);
    FUZZ_EXPECT(leak->what != NULL);
    findings->end = leak->offset + leak->length;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct leak_scanner *scanner;
    static struct arena *scanner_arena;
    if (scanner == NULL) {
        scanner_arena = arena_create(abort);
        scanner = leak_scanner_create(scanner_arena);
    }
    struct findings findings = {{(const char *)bytes, length}, 0};
    leaks_find(scanner, findings.text, check_leak, &findings);
    return 0;
}
