/*
 * References against a base: the examples of RFC 3986 5.4, and what `type` may be beside them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../../runtime/client/resolve.h"
#include "image_builder.h" /* COUNT */

static struct problem_text text_of(const char *string)
{
    struct problem_text text = {string, string != NULL ? strlen(string) : 0};
    return text;
}

/* In a buffer that is just large enough, and in one that is not. */
static void assert_resolves(const char *base, const char *reference, const char *expected)
{
    char buffer[256];
    size_t length = problem_resolve(text_of(base), text_of(reference), buffer, sizeof buffer);
    if (length != strlen(expected) || memcmp(buffer, expected, length) != 0)
        fail_msg("%s against %s is %.*s", reference, base, (int)length, buffer);
    size_t most = strlen(base != NULL ? base : "") + strlen(reference) + 1;
    assert_int_equal(problem_resolve(text_of(base), text_of(reference), buffer, most), length);
    for (size_t size = 0; size < length; size++) {
        memset(buffer, '!', sizeof buffer);
        assert_int_equal(problem_resolve(text_of(base), text_of(reference), buffer, size), 0);
        assert_int_equal(buffer[size], '!');
    }
}

static void examples(void **state)
{
    (void)state;
    static const char *const examples[][2] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"g?y#s", "http://a/b/c/g?y#s"},
        {";x", "http://a/b/c/;x"},
        {"g;x", "http://a/b/c/g;x"},
        {"g;x?y#s", "http://a/b/c/g;x?y#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"./", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"../../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"g.", "http://a/b/c/g."},
        {".g", "http://a/b/c/.g"},
        {"g..", "http://a/b/c/g.."},
        {"..g", "http://a/b/c/..g"},
        {"./../g", "http://a/b/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/./h", "http://a/b/c/g/h"},
        {"g/../h", "http://a/b/c/h"},
        {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
        {"g;x=1/../y", "http://a/b/c/y"},
        {"g?y/./x", "http://a/b/c/g?y/./x"},
        {"g?y/../x", "http://a/b/c/g?y/../x"},
        {"g#s/./x", "http://a/b/c/g#s/./x"},
        {"g#s/../x", "http://a/b/c/g#s/../x"},
        {"http:g", "http:g"},
    };
    for (size_t i = 0; i < COUNT(examples); i++)
        assert_resolves("http://a/b/c/d;p?q", examples[i][0], examples[i][1]);
}

static void others(void **state)
{
    (void)state;
    assert_resolves("https://api.example.com/payments/7?x=/y#z", "/errors/insufficient-funds",
                    "https://api.example.com/errors/insufficient-funds");
    assert_resolves("https://api.example.com", "errors/a", "https://api.example.com/errors/a");
    assert_resolves("https://api.example.com?q", "", "https://api.example.com?q");
    assert_resolves("https://a/b?", "#s", "https://a/b?#s");
    assert_resolves("https://a/b?q", "?", "https://a/b?");
    assert_resolves("HTTPS://User:Pass@API.Example.COM:443/A", "B",
                    "https://User:Pass@api.example.com:443/B");
    assert_resolves("https://a/b", "//C.example/../d/./e/..", "https://c.example/d/");
    assert_resolves(NULL, "HTTPS://A/b/../C", "https://a/C");
    assert_resolves(NULL, "about:blank", "about:blank");
    assert_resolves("https://a/", "urn:Example:x", "urn:Example:x");
    assert_resolves(NULL, "urn:../x", "urn:x");
    assert_resolves(NULL, "urn:./x", "urn:x");
    assert_resolves(NULL, "urn:.", "urn:");
    assert_resolves(NULL, "urn:..", "urn:");
    assert_resolves(NULL, "urn:x/../y", "urn:/y");
    assert_resolves("mailto:a@b", "c", "mailto:c");
    assert_resolves("x:a/b/c", "../d", "x:a/d");
    assert_resolves("x:", "d", "x:d");
    assert_resolves("x://", "d", "x:///d");
    assert_resolves("http://a/b", "/c//d", "http://a/c//d");
}

static void unresolved(void **state)
{
    (void)state;
    static const char *const bases[] = {
        NULL,   "",      "/a/b",          "//a/b",         "1http://a/", "ht tp://a/",
        "http", "%41:x", "http://a/\x7f", "http://a/\xff", "http://a/ b"};
    char buffer[64];
    for (size_t i = 0; i < COUNT(bases); i++)
        assert_int_equal(problem_resolve(text_of(bases[i]), text_of("g"), buffer, sizeof buffer),
                         0);
    assert_true(problem_has_scheme(text_of("a+b-c.1:x")));
    assert_true(problem_has_scheme(text_of("Z:")));
    assert_false(problem_has_scheme(text_of("")));
    assert_false(problem_has_scheme(text_of("[:")));
    assert_false(problem_has_scheme(text_of("{:")));
    assert_false(problem_has_scheme(text_of("a/b:c")));

    /* in a reference a NUL is a byte like others, in a base it is none of a URL's */
    struct problem_text base = {"x://a/b/d", 9}, reference = {"\0/../\0?e", 8};
    size_t length = problem_resolve(base, reference, buffer, sizeof buffer);
    assert_int_equal(length, 11);
    assert_memory_equal(buffer, "x://a/b/\0?e", 11);
    base = (struct problem_text){"x://a/b\0c/d", 11};
    assert_int_equal(problem_resolve(base, reference, buffer, sizeof buffer), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples),
        cmocka_unit_test(others),
        cmocka_unit_test(unresolved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
