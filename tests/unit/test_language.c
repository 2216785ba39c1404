/* Language tags: which are well-formed by BCP 47 (RFC 5646 2.1), asked of the check. */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check/check.h"
#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_language_tag(const char *tag)
{
    diagnostics = diagnostics_create(arena, sources);
    assert_int_equal(load_text(arena_format(arena, "%slanguage: '%s'\nproblems:\n%s", REGISTRY_HEAD,
                                            tag, FALLBACK_PROBLEM)
                                   .bytes),
                     LOAD_OK);
    check_registry(registry, TEXT(""), arena, sources, diagnostics);
    return !found("language-tag");
}

static void well_formed_tags(void **state)
{
    (void)state;
    static const char *const tags[] = {
        "en",
        "de",
        "EN",
        "haw",
        "en-GB",
        "es-419",
        "zh-Hant",
        "zh-Hant-TW",
        "zh-cmn-Hans-CN",
        "zh-gan-yue-cmn",
        "sl-rozaj-biske-1994",
        "de-CH-1901",
        "de-1996",
        "hy-Latn-IT-arevela",
        "en-a-bbb-x-a-ccc",
        "en-u-co-phonebk-t-it",
        "de-x-anything-1",
        "x-whatever",
        "X-whatever-a-b",
        "qaaa",
        "langlong",
        "en-12345678",
    };
    for (size_t i = 0; i < COUNT(tags); i++) {
        if (!is_language_tag(tags[i]))
            print_message("%s\n", tags[i]);
        assert_true(is_language_tag(tags[i]));
    }
}

static void other_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "-",
        "-en",
        "en-",
        "en--GB",
        "en_GB",
        "english!",
        "toolonglang",
        "e",
        "1",
        "12",
        "e1",
        "en-123456789",
        "en-GB-US",
        "en-a",
        "en-a-b",
        "en-x",
        "x",
        "x-",
        "i-klingon",
        "a-bb",
        "en-GB-Latn",
        "zh-a1-bb",
        "de DE",
        "d\xc3\xa9",
        "en-a-bb-x",
        "en-12",
        "zh-cmn-gan-yue-min",
        "langlong-abc",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        if (is_language_tag(texts[i]))
            print_message("%s\n", texts[i]);
        assert_false(is_language_tag(texts[i]));
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(well_formed_tags),
        TEST(other_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
