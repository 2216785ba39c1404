/*
 * Values written as text: what reads as a value of each type, what it is in the body, and what does
 * not fit. Each case is a registry of one problem with the one member v.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"
#include "tables/image.h"
#include "tables/value_text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct image image;
static struct text expected; /* what put_texts says of the last value */

/* Loads a registry whose member v is defined so. */
static void define(const char *definition)
{
    load_clean(arena_format(arena,
                            "problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\nfallback: p\n"
                            "instance: none\n"
                            "problems:\n  p: {status: 400, title: t, members: {v: %s}}\n",
                            definition)
                   .bytes);
    image_build(registry, arena, &image);
}

/* The JSON of v after the texts were put, or NULL where they don't fit. */
static const char *json_of(const char *const *texts, size_t count)
{
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    struct text values[8];
    char *buffer = arena_allocate(arena, image.response_max);
    for (size_t i = 0; i < count; i++)
        values[i] = text_of(texts[i]);
    problem_begin(&problem, image_registry(&image), 0, "f", 1, "g");
    if (!put_texts(&problem, 0, registry->problems[0].members.items[0].shape, values, count, arena,
                   &expected))
        return NULL;
    problem_respond(image_registry(&image), &problem, NULL, buffer, image.response_max, &response);
    struct text body = {response.body, response.body_length};
    struct text opening = TEXT("{\"title\":\"t\",\"status\":400,\"v\":");
    assert_true(text_starts_with(body, opening));
    return arena_copy(arena, text_slice(body, opening.length, body.length - opening.length - 1))
        .bytes;
}

struct value_case {
    const char *text, *json; /* JSON NULL: does not fit; "": the text itself */
};

static void check(const char *definition, const struct value_case *cases, size_t count)
{
    define(definition);
    for (size_t i = 0; i < count; i++) {
        const char *json = json_of(&cases[i].text, 1), *wanted = cases[i].json;
        if (wanted && wanted[0] == '\0')
            wanted = cases[i].text;
        if ((json == NULL) != (wanted == NULL) || (json && strcmp(json, wanted) != 0))
            print_message("%s: [%s] is %s\n", definition, cases[i].text, json ? json : "nothing");
        if (wanted == NULL)
            assert_null(json);
        else
            assert_string_equal(json, wanted);
    }
}

#define CHECK(definition, ...)                                                                     \
    do {                                                                                           \
        static const struct value_case cases[] = {__VA_ARGS__};                                    \
        check(definition, cases, COUNT(cases));                                                    \
    } while (0)

/* ---------------------------------------------------------------- numbers */

static void integers(void **state)
{
    (void)state;
    CHECK("{type: integer}", {"0", ""}, {"-1", ""}, {"42", ""}, {"9007199254740991", ""},
          {"-9007199254740991", ""}, {"9007199254740992", NULL}, {"1.0", NULL}, {"", NULL},
          {"-", NULL}, {"+1", NULL}, {"1 ", NULL}, {" 1", NULL}, {"1e3", NULL}, {"0x1", NULL},
          {"-0", "0"}, {"007", "7"});
    assert_text(expected, "a whole number from -9007199254740991 to 9007199254740991");
    CHECK("{type: integer, as: string}", {"9223372036854775807", "\"9223372036854775807\""},
          {"-9223372036854775808", "\"-9223372036854775808\""}, {"9223372036854775808", NULL},
          {"-9223372036854775809", NULL}, {"18446744073709551616", NULL});
    CHECK("{type: integer, min: 3, max: 5}", {"2", NULL}, {"3", ""}, {"5", ""}, {"6", NULL});
    CHECK("{type: duration}", {"0", ""}, {"86400", ""}, {"-1", NULL}, {"1.5", NULL});
    assert_text(expected, "a whole number from 0 to 9007199254740991");
}

static void decimals(void **state)
{
    (void)state;
    CHECK("{type: decimal, scale: 2}", {"30.00", ""}, {"30", "30.00"}, {"30.0", "30.00"},
          {"30.000", "30.00"}, {"30.001", NULL}, {"-0.01", ""}, {".5", NULL}, {"5.", NULL},
          {"1.2.3", NULL}, {"-", NULL}, {"-.1", NULL}, {"1,5", NULL},
          {"0.0000000000000000001", NULL});
    assert_text(expected, "a number with 2 digits after the point");
    CHECK("{type: decimal, scale: [0, 3]}", {"1", ""}, {"1.5", ""}, {"1.500", ""}, {"1.5004", NULL},
          {"1.5000", "1.500"});
    assert_text(expected, "a number with 0 to 3 digits after the point");
    CHECK("{type: decimal, scale: 18, as: string}",
          {"0.000000000000000001", "\"0.000000000000000001\""},
          {"9.223372036854775807", "\"9.223372036854775807\""}, {"9.223372036854775808", NULL},
          {"-9.223372036854775808", "\"-9.223372036854775808\""});
}

static void numbers(void **state)
{
    (void)state;
    CHECK("{type: number}", {"0.1", ""}, {"1e9", "1000000000"}, {"-2.50", "-2.5"}, {"1E2", "100"},
          {"1.7976931348623157e308", ""}, {"1e309", NULL}, {"nan", NULL}, {"inf", NULL},
          {"-inf", NULL}, {"0x10", NULL}, {"", NULL}, {"-", NULL}, {" 1", NULL}, {"1 ", NULL},
          {"1e", NULL}, {"1e+", NULL}, {"1.", NULL}, {"1.e3", NULL}, {"1e3x", NULL},
          {"1.5e-3", "0.0015"}, {"1E+2", "100"}, {".5", NULL}, {"+1", NULL}, {"5e-324", ""});
    assert_text(expected, "a number such as 0.5 or 1e9");
    CHECK("{type: boolean}", {"true", ""}, {"false", ""}, {"True", NULL}, {"1", NULL}, {"", NULL});
    assert_text(expected, "true or false");
}

/* ---------------------------------------------------------------- moments */

static void dates(void **state)
{
    (void)state;
    CHECK("{type: date}", {"2026-11-21", "\"2026-11-21\""}, {"0001-01-01", "\"0001-01-01\""},
          {"9999-12-31", "\"9999-12-31\""}, {"0000-01-01", NULL}, {"2024-02-29", "\"2024-02-29\""},
          {"2000-02-29", "\"2000-02-29\""}, {"1900-02-29", NULL}, {"2023-02-29", NULL},
          {"2026-04-30", "\"2026-04-30\""}, {"2026-04-31", NULL}, {"2026-00-10", NULL},
          {"2026-13-10", NULL}, {"2026-01-00", NULL}, {"2026-1-10", NULL}, {"2026-01-10 ", NULL},
          {"2026/01/10", NULL}, {"2026-01/10", NULL}, {"2026-01-1x", NULL}, {"202x-01-10", NULL},
          {"2026-01-10T00:00:00Z", NULL}, {"", NULL});
    assert_text(expected, "a date such as 2026-11-21");
}

static void timestamps(void **state)
{
    (void)state;
    CHECK("{type: timestamp}", {"2026-11-21T10:00:00Z", "\"2026-11-21T10:00:00Z\""},
          {"2026-11-21T10:00:00.999Z", "\"2026-11-21T10:00:00Z\""},
          {"2026-11-21T23:59:59Z", "\"2026-11-21T23:59:59Z\""}, {"2026-11-21T24:00:00Z", NULL},
          {"2026-11-21T10:60:00Z", NULL}, {"2026-11-21T10:00:60Z", NULL},
          {"2026-11-21T10:00:00", NULL}, {"2026-11-21T10:00:00+01:00", NULL},
          {"2026-11-21t10:00:00Z", NULL}, {"2026-11-21 10:00:00Z", NULL},
          {"2026-11-21T10:00:00z", NULL}, {"2026-11-21T10:00:00ZZ", NULL},
          {"2026-11-21T10:00Z", NULL}, {"2026-11-21T1x:00:00Z", NULL},
          {"2026-11-21T10-00-00Z", NULL}, {"2026-11-21T10:00-00Z", NULL},
          {"2026-11-21T10:x0:00Z", NULL}, {"2026-11-21T10:00:x0Z", NULL}, {"2026-11-21", NULL});
    assert_text(expected, "a time such as 2026-11-21T10:00:00Z");
    CHECK("{type: timestamp, precision: us}",
          {"2026-11-21T10:00:00.25Z", "\"2026-11-21T10:00:00.250000Z\""},
          {"2026-11-21T10:00:00.123456789Z", "\"2026-11-21T10:00:00.123456Z\""},
          {"2026-11-21T10:00:00.1234567891Z", NULL},
          {"1969-12-31T23:59:59.5Z", "\"1969-12-31T23:59:59.500000Z\""});
}

/* ---------------------------------------------------------------- strings */

static void strings(void **state)
{
    (void)state;
    CHECK("{type: identifier, max: 4}", {"a.Z", "\"a.Z\""}, {"abcd", "\"abcd\""}, {"abcde", NULL},
          {"", NULL}, {"a b", NULL});
    assert_text(expected, "1 to 4 bytes of letters, digits and . _ : @ -");
    CHECK("{type: identifier, max: 8, pattern: '^[a-c]+$'}", {"abc", "\"abc\""}, {"abd", NULL},
          {"", NULL});
    assert_text(expected, "at most 8 bytes that match ^[a-c]+$");
    CHECK("{type: text, max: 4, safe: Fine.}", {"a b", "\"a b\""}, {"", "\"\""}, {"abcde", NULL},
          {"a\n", NULL}, {"\"", "\"\\\"\""});
    assert_text(expected, "a text of at most 4 bytes without control characters");
    CHECK("{type: uri, max: 32}", {"https://e.org/", "\"https://e.org/\""}, {"/x", NULL});
    assert_text(expected, "a URI with a scheme of at most 32 bytes");
    CHECK("{type: uuid}",
          {"7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12", "\"7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12\""},
          {"7f3d2a1c", NULL});
    assert_text(expected, "a UUID");
    CHECK("{type: pointer, max: 8}", {"/a/0", "\"/a/0\""}, {"", "\"\""}, {"a", NULL});
    assert_text(expected, "a JSON Pointer of at most 8 bytes");
    CHECK("{type: enum, values: [red, dark-green]}", {"red", "\"red\""},
          {"dark-green", "\"dark-green\""}, {"Red", NULL}, {"", NULL}, {"1", NULL});
    assert_text(expected, "one of the declared values");
}

/* ---------------------------------------------------------------- lists */

static void lists(void **state)
{
    (void)state;
    static const struct {
        const char *of, *texts[3], *json;
    } cases[] = {
        {"integer", {"1", "-2", "3"}, "[1,-2,3]"},
        {"duration", {"1", "2", "3"}, "[1,2,3]"},
        {"date",
         {"2026-01-01", "2026-01-02", "2026-01-03"},
         "[\"2026-01-01\",\"2026-01-02\",\"2026-01-03\"]"},
        {"{type: decimal, scale: 1}", {"1", "2.5", "-3"}, "[1.0,2.5,-3.0]"},
        {"number", {"1", "2.5", "1e3"}, "[1,2.5,1000]"},
        {"boolean", {"true", "false", "true"}, "[true,false,true]"},
        {"{type: enum, values: [a, b]}", {"b", "a", "b"}, "[\"b\",\"a\",\"b\"]"},
        {"timestamp",
         {"1970-01-01T00:00:00Z", "1970-01-01T00:00:01Z", "1970-01-01T00:00:02Z"},
         "[\"1970-01-01T00:00:00Z\",\"1970-01-01T00:00:01Z\",\"1970-01-01T00:00:02Z\"]"},
        {"identifier", {"a", "b", "c"}, "[\"a\",\"b\",\"c\"]"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        define(arena_format(arena, "{type: list, max: 3, of: %s}", cases[i].of).bytes);
        assert_string_equal(json_of(cases[i].texts, 3), cases[i].json);
        assert_string_equal(json_of(cases[i].texts, 0), "[]");
        const char *wrong[] = {cases[i].texts[0], "a b", cases[i].texts[2]};
        assert_null(json_of(wrong, 3));
        const char *four[] = {cases[i].texts[0], cases[i].texts[1], cases[i].texts[2],
                              cases[i].texts[0]};
        assert_null(json_of(four, 4));
    }
    assert_text(expected, "at most 3 items, each 1 to 64 bytes of letters, digits and . _ : @ -");
}

static void one_value_is_one_text(void **state)
{
    (void)state;
    static const char *const two[] = {"1", "2"};
    define("{type: integer}");
    assert_null(json_of(two, 0));
    assert_string_equal(json_of(two, 1), "1");
    assert_null(json_of(two, 2));
    define("{type: constant, value: 1}");
    struct problem problem = PROBLEM_INIT;
    struct text one = TEXT("1");
    problem_begin(&problem, image_registry(&image), 0, "f", 1, "g");
    assert_false(put_texts(&problem, 0, registry->problems[0].members.items[0].shape, &one, 1,
                           arena, &expected));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(integers),   TEST(decimals), TEST(numbers), TEST(dates),
        TEST(timestamps), TEST(strings),  TEST(lists),   TEST(one_value_is_one_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
