/*
 * The input is what somebody hands to `problemc verify`: a byte of settings, which is left out
 * where it would be the H of HTTP, and bytes that may be HTTP messages. Whatever they are, each
 * message gets a verdict, and no byte of them reaches a terminal that would obey it.
 */
#include "compiled.h"
#include "fuzz.h"
#include "verify/verify.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD = 1, EXPECTED = 2, STRICT = 4 };

/* Texts for a terminal, and JSON. */
static void check_prints(const struct verdicts *verdicts, bool strict, struct sources *sources,
                         struct arena *arena)
{
    struct buffer text = buffer_create(arena), tap = buffer_create(arena),
                  json = buffer_create(arena);
    verify_print_text(verdicts, strict, false, &text);
    verify_print_tap(verdicts, strict, &tap);
    verify_print_json(verdicts, strict, sources, &json);
    fuzz_expect_text(buffer_contents(&text));
    fuzz_expect_text(buffer_contents(&tap));
    fuzz_expect_json(buffer_contents(&json));
}

/* Every finding is of the table, and leads to a place in the input. */
static void check_findings(const struct verdict *verdict, const struct source *source)
{
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(verdict->findings, &count);
    for (size_t i = 0; i < count; i++) {
        struct span span = findings[i]->span;
        FUZZ_EXPECT(verify_find(text_of(findings[i]->id)) != NULL);
        FUZZ_EXPECT(span.begin >= source->base && span.begin <= span.end);
        FUZZ_EXPECT(span.end <= source->base + source->bytes.length);
    }
}

static void verify(struct text input, uint8_t settings)
{
    const struct compiled *fixed = compiled_fixed();
    struct arena *arena = arena_create(abort);
    struct sources *sources = sources_create(arena);
    struct diagnostics *diagnostics = diagnostics_create(arena, sources);
    const struct source *source;
    struct verify_request request = {
        .registry = fixed->registry,
        .image = &fixed->image,
        .head = settings & HEAD,
        .expected = settings & EXPECTED ? &fixed->registry->problems[0] : NULL,
    };
    struct verdicts verdicts = {NULL, 0};
    struct text why = {NULL, 0};
    FUZZ_EXPECT(source_add_bytes(sources, "<stdin>", input, diagnostics, &source) == SOURCE_OK);
    bool judged = verify_source(verifier_create(&request, sources, arena), source, &verdicts, &why);
    FUZZ_EXPECT(judged ? verdicts.count > 0 : why.length > 0);
    for (size_t i = 0; i < verdicts.count; i++)
        check_findings(&verdicts.items[i], source);
    check_prints(&verdicts, settings & STRICT, sources, arena);
    arena_destroy(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    uint8_t settings = 0;
    if (length && bytes[0] != 'H') {
        settings = *bytes++;
        length--;
    }
    /* a block of its exact size, where sanitizers see a read past the end */
    char *block = malloc(length ? length : 1);
    FUZZ_EXPECT(block != NULL);
    if (length)
        memcpy(block, bytes, length);
    verify((struct text){block, length}, settings);
    free(block);
    return 0;
}
