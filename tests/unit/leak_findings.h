/*
 * What the tests of the leak scanner share: a scan that keeps its findings and holds every one
 * against the scanner's contract. To be included after <cmocka.h>.
 */
#ifndef PROBLEMC_TESTS_LEAK_FINDINGS_H
#define PROBLEMC_TESTS_LEAK_FINDINGS_H

#include "leaks/leaks.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct findings {
    struct text text;
    struct leak leaks[64]; /* the first ones */
    size_t count;
    size_t end; /* of the last one */
};

static inline void collect(void *context, const struct leak *leak)
{
    struct findings *findings = context;
    assert_true(leak->length > 0);
    assert_true(leak->offset >= findings->end);
    findings->end = leak->offset + leak->length;
    assert_true(findings->end <= findings->text.length);
    assert_true(strncmp(leak->id, "leak-", 5) == 0);
    assert_true(leak->what[0] != '\0');
    if (findings->count < COUNT(findings->leaks))
        findings->leaks[findings->count] = *leak;
    findings->count++;
}

/* One scanner serves all texts of a test program. */
static inline const struct leak_scanner *scanner(void)
{
    static struct leak_scanner *only;
    static struct arena *arena;
    if (only == NULL) {
        arena = arena_create(abort);
        only = leak_scanner_create(arena);
    }
    return only;
}

/* Scans a copy that ends where its memory ends, so that reading past it is seen. */
static inline struct findings scan(struct text text)
{
    struct findings findings = {.text = text};
    char *copy = malloc(text.length ? text.length : 1);
    assert_non_null(copy);
    if (text.length)
        memcpy(copy, text.bytes, text.length);
    leaks_find(scanner(), (struct text){copy, text.length}, collect, &findings);
    free(copy);
    return findings;
}

static inline bool leaks(const char *text)
{
    return scan(text_of(text)).count > 0;
}

static inline void print_findings(const struct findings *findings)
{
    for (size_t i = 0; i < findings->count && i < COUNT(findings->leaks); i++)
        print_message("  %s [%.*s]\n", findings->leaks[i].id, (int)findings->leaks[i].length,
                      findings->text.bytes + findings->leaks[i].offset);
}

#endif
