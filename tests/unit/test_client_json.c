/*
 * The client's JSON reader: RFC 8259 to the byte, by JSONTestSuite where it is at hand, and what
 * that does not try: depth, decoding, and walking.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/client/json.h"
#include "image_builder.h" /* COUNT */

/* In blocks of their exact size, where sanitizers see a read past the end. */
static bool check(const char *bytes, size_t length)
{
    char *copy = malloc(length + 1), *scratch = malloc(length + 1);
    assert_non_null(copy);
    assert_non_null(scratch);
    char *begin = copy + 1;
    memcpy(begin, bytes, length);
    struct json json = {begin, length, scratch + 1};
    bool valid = problem_json_check(&json);
    free(copy);
    free(scratch);
    return valid;
}

#define ACCEPT(text) assert_true(check(text, sizeof(text) - 1))
#define REFUSE(text) assert_false(check(text, sizeof(text) - 1))

/* ------------------------------------------------------------------ the suite */

static bool check_file(const char *directory, const char *name)
{
    static char bytes[1 << 20];
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    return check(bytes, length);
}

static void suite(void **state)
{
    (void)state;
    const char *corpora = getenv("PROBLEMC_CORPORA");
    char directory[512];
    snprintf(directory, sizeof directory, "%s/jsontestsuite/test_parsing",
             corpora != NULL ? corpora : "");
    DIR *files = opendir(directory);
    if (files == NULL) {
        print_message("there is no JSONTestSuite: PROBLEMC_CORPORA is not set\n");
        skip();
    }
    unsigned accepted = 0, refused = 0, either = 0;
    for (const struct dirent *file; (file = readdir(files)) != NULL;) {
        if (file->d_name[1] != '_')
            continue;
        bool valid = check_file(directory, file->d_name);
        if ((file->d_name[0] == 'y' && !valid) || (file->d_name[0] == 'n' && valid))
            fail_msg("%s", file->d_name);
        accepted += file->d_name[0] == 'y';
        refused += file->d_name[0] == 'n';
        either += file->d_name[0] == 'i';
    }
    closedir(files);
    assert_int_equal(accepted, 95);
    assert_int_equal(refused, 186); /* the other two are below */
    assert_int_equal(either, 35);
}

/* n_structure_100000_opening_arrays and n_structure_open_array_object */
static void large_files_of_the_suite(void **state)
{
    (void)state;
    static char text[300000];
    memset(text, '[', 100000);
    assert_false(check(text, 100000));
    for (size_t i = 0; i < 50000; i++)
        memcpy(text + 5 * i, "[{\"\":", 5);
    text[250000] = '\n';
    assert_false(check(text, 250001));
}

/* ------------------------------------------------------------------ the grammar */

static void grammar(void **state)
{
    (void)state;
    ACCEPT(" [ ] ");
    ACCEPT("\t{ \"a\" : [ 1 , { } , [ ] ] , \"b\" : null }\r\n");
    ACCEPT("[true,false,null,\"\",0,-0,1.5,1e5,1E+5,1e-5,123]");
    ACCEPT("1");
    ACCEPT("\"\\u00e9\\n\\\"\\\\\\/\\b\\f\\r\\t\"");
    static const char *const wrong[] = {
        "",
        " ",
        "[",
        "]",
        "{",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{1:1}",
        "{\"a\":1]",
        "{,}",
        "{\"a\" 1}",
        "[1]]",
        "1 2",
        "tru",
        "trux",
        "True",
        "falsy",
        "nul",
        "-",
        "01",
        "1.",
        ".1",
        "1.e1",
        "1e",
        "1e+",
        "+1",
        "0x1",
        "NaN",
        "\"",
        "\"a",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u123",
        "\"\\U1234\"",
        "\"\n\"",
        "\"\x1f\"",
        "'a'",
        "[1]//",
        "\xef\xbb\xbf[]",
        "{\"a\":1,\"b\"}",
        "{\"a\":1 \"b\":2}",
        "{\"a",
    };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        if (check(wrong[i], strlen(wrong[i])))
            fail_msg("taken: %s", wrong[i]);
    }
    REFUSE("[1]\0");
    REFUSE("\"a\0b\"");
    assert_true(problem_json_is_number("-1.5e3", 6));
    assert_false(problem_json_is_number("1 ", 2));
    assert_false(problem_json_is_number("", 0));
}

static void utf8(void **state)
{
    (void)state;
    ACCEPT(
        "\"\x7f \xc2\x80 \xdf\xbf \xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xef\xbf\xbf \xf0\x90\x80\x80 "
        "\xf1\x80\x80\x80 \xf4\x8f\xbf\xbf\"");
    static const char *const wrong[] = {
        "\x80",
        "\xc1\xbf",
        "\xc2",
        "\xc2\x7f",
        "\xc2\xc0",
        "\xe0\x9f\xbf",
        "\xed\xa0\x80",
        "\xe1\x80",
        "\xe1\x80\x7f",
        "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80",
        "\xff",
        "\xf1\x80\x80",
        "\xf1\x80\x80\xc0",
    };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        char text[16];
        snprintf(text, sizeof text, "\"%s\"", wrong[i]);
        assert_false(check(text, strlen(text)));
        assert_false(check(text, strlen(text) - 1)); /* the input ends inside */
    }
}

static bool nested(size_t depth, const char *open, const char *close)
{
    static char text[1 << 16];
    size_t used = 0;
    for (size_t i = 0; i < depth; i++, used += strlen(open))
        memcpy(text + used, open, strlen(open));
    text[used++] = '0';
    for (size_t i = 0; i < depth; i++, used += strlen(close))
        memcpy(text + used, close, strlen(close));
    return check(text, used);
}

static void depth(void **state)
{
    (void)state;
    assert_true(nested(64, "[", "]"));
    assert_false(nested(65, "[", "]"));
    assert_true(nested(64, "{\"a\":", "}"));
    assert_false(nested(65, "{\"a\":", "}"));
    assert_true(nested(32, "[{\"a\":", "}]"));
    assert_false(nested(32, "[{\"a\":", "]}"));
    assert_false(nested(5000, "[", "]"));
}

/* ------------------------------------------------------------------ strings */

static void assert_decodes(const char *content, const char *expected, size_t length)
{
    char text[256], scratch[256];
    snprintf(text, sizeof text, "[\"%s\"]", content);
    struct json json = {text, strlen(text), scratch};
    assert_true(problem_json_check(&json));
    struct problem_text decoded = problem_json_text(&json, text + 1);
    assert_int_equal(decoded.length, length);
    assert_memory_equal(decoded.bytes, expected, length);
}

#define DECODES(content, expected) assert_decodes(content, expected, sizeof(expected) - 1)

static void strings(void **state)
{
    (void)state;
    DECODES("", "");
    DECODES("plain \xc3\xa9", "plain \xc3\xa9");
    DECODES("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t");
    DECODES("a\\u0000b", "a\0b");
    DECODES("\\u007f\\u0080\\u07ff\\u0800\\uFFFD", "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbd");
    DECODES("\\ud83d\\uDE00.\\ud800\\udc00\\uDBFF\\uDFFF",
            "\xf0\x9f\x98\x80.\xf0\x90\x80\x80\xf4\x8f\xbf\xbf");
    /* surrogates without their pair */
    DECODES("\\ud83d", "\xef\xbf\xbd");
    DECODES("\\ud83dx", "\xef\xbf\xbdx");
    DECODES("\\ud83d\\n", "\xef\xbf\xbd\n");
    DECODES("\\ud83d\\u0041", "\xef\xbf\xbd"
                              "A");
    DECODES("\\ude00\\ud83d", "\xef\xbf\xbd\xef\xbf\xbd");
    DECODES("\\ud83d\\ud83d\\ude00", "\xef\xbf\xbd\xf0\x9f\x98\x80");
    DECODES("\\ud83d\\ue000", "\xef\xbf\xbd\xee\x80\x80");

    struct json json = {"[1]", 3, NULL};
    assert_null(problem_json_text(&json, json.bytes + 1).bytes);
    assert_null(problem_json_text(&json, NULL).bytes);
}

/* ------------------------------------------------------------------ walking */

static void walking(void **state)
{
    (void)state;
    static const char text[] =
        " { \"a\" : [ 1 , \"]\\\"\" , {\"b\":[]} ,true] , \"c\":{ } ,\"d\": -1.5e3 } ";
    char scratch[sizeof text];
    struct json json = {text, sizeof text - 1, scratch};
    assert_true(problem_json_check(&json));
    static const char *const expected[] = {
        "\"a\"", "[ 1 , \"]\\\"\" , {\"b\":[]} ,true]", "\"c\"", "{ }", "\"d\"", "-1.5e3"};
    const char *at = text, *name, *value, *list = NULL;
    size_t count = 0;
    while (problem_json_next_member(&at, &name, &value)) {
        struct problem_text key = problem_json_span(name), span = problem_json_span(value);
        assert_int_equal(key.length, strlen(expected[count]));
        assert_memory_equal(key.bytes, expected[count++], key.length);
        assert_int_equal(span.length, strlen(expected[count]));
        assert_memory_equal(span.bytes, expected[count++], span.length);
        list = list == NULL ? value : list;
    }
    assert_int_equal(count, COUNT(expected));
    assert_false(problem_json_next_member(&at, &name, &value));

    static const char *const items[] = {"1", "\"]\\\"\"", "{\"b\":[]}", "true"};
    for (count = 0, at = list; problem_json_next_item(&at, &value); count++) {
        struct problem_text span = problem_json_span(value);
        assert_int_equal(span.length, strlen(items[count]));
        assert_memory_equal(span.bytes, items[count], span.length);
    }
    assert_int_equal(count, COUNT(items));
    assert_false(problem_json_next_item(&at, &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suite),   cmocka_unit_test(large_files_of_the_suite),
        cmocka_unit_test(grammar), cmocka_unit_test(utf8),
        cmocka_unit_test(depth),   cmocka_unit_test(strings),
        cmocka_unit_test(walking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
