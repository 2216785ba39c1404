/*
 * What a record says about the request: all of it comes from strangers.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "payments_image.h"
#include "records.h"

#define MARK  "\xe2\x80\xa6"
#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"
#define SPAN  "00f067aa0ba902b7"

static const struct problem_registry *payments;

static int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    forget_record();
    image_free(payments);
    return 0;
}

static void record_with(const struct problem_request *request)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, BARE, "f", 1, "g");
    record_of(payments, &problem, request);
}

/* `count` bytes, a NUL behind them, at the very end of their memory. */
static char *bytes_of(char byte, size_t count)
{
    char *bytes = malloc(count + 1);
    assert_non_null(bytes);
    memset(bytes, byte, count);
    bytes[count] = '\0';
    return bytes;
}

static void an_empty_request_says_nothing(void **state)
{
    (void)state;
    static const char *const keys[] = {"http.request.method",
                                       "http.request.method_original",
                                       "url.path",
                                       "trace_id",
                                       "span_id",
                                       "trace_flags",
                                       "problem.request.traceparent_refused",
                                       "problem.request.id",
                                       "problem.request.id_refused",
                                       "http.request.header.accept-language"};
    const struct problem_request request = {.accept = "text/html"};
    record_with(&request);
    for (size_t i = 0; i < COUNT(keys); i++)
        assert_false(has_field(keys[i]));
}

/* ------------------------------------------------------------------ method */

static void methods_that_are_known(void **state)
{
    (void)state;
    static const char *const known[] = {"GET",     "HEAD",    "POST",  "PUT",   "DELETE",
                                        "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"};
    for (size_t i = 0; i < COUNT(known); i++) {
        const struct problem_request request = {.method = known[i]};
        record_with(&request);
        assert_string_equal(field_text("http.request.method"), known[i]);
        assert_false(has_field("http.request.method_original"));
    }
}

static void methods_that_are_not(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"get", "get"},
        {"", ""},
        {"PROPFIND", "PROPFIND"},
        {"GET\r\nX: y", "GET\r\nX: y"},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ-12345", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-12345"},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ-123456", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-12345" MARK},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZ-1234\xc3\xa4", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-1234" MARK},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct problem_request request = {.method = cases[i][0]};
        record_with(&request);
        assert_string_equal(field_text("http.request.method"), "_OTHER");
        assert_string_equal(field_text("http.request.method_original"), cases[i][1]);
    }
}

/* ------------------------------------------------------------------ path */

static void expect_path(const char *path, const char *expected)
{
    const struct problem_request request = {.path = path};
    record_with(&request);
    assert_string_equal(field_text("url.path"), expected);
}

/* An absolute target may hold a name and a password. */
static void paths_lose_their_authority(void **state)
{
    (void)state;
    expect_path("http://ada:hunter2@example.com/x/y?z", "/x/y");
    expect_path("http://ada:hunter2@example.com", "");
    expect_path("https://ada@example.com?secret", "");
    expect_path("//u:p@h/x", "//u:p@h/x"); /* a path, if an odd one */
    expect_path("/a/http://h/x", "/a/http://h/x");
    expect_path("http:/x", "http:/x");
    expect_path("http", "http");
    expect_path("*", "*");
}

static void paths_lose_their_query(void **state)
{
    (void)state;
    expect_path("/orders/7", "/orders/7");
    expect_path("/orders?token=secret", "/orders");
    expect_path("/orders#part?x", "/orders");
    expect_path("/orders?a#b", "/orders");
    expect_path("?token=secret", "");
    expect_path("", "");
    expect_path("*", "*");
    expect_path("/a\nb\"c\\d", "/a\nb\"c\\d");
}

/* Of every length, with the query in every place, and with a byte before it that is escaped. */
static void paths_of_every_length(void **state)
{
    (void)state;
    for (size_t length = 1; length < 40; length++)
        for (size_t at = 1; at <= length; at++) {
            char *path = bytes_of('x', length), *expected = bytes_of('x', at);
            path[0] = expected[0] = '/';
            if (at < length)
                path[at] = at % 2 == 0 ? '?' : '#';
            expect_path(path, expected);
            path[at / 2] = expected[at / 2] = at < 4 ? '/' : '"';
            expect_path(path, expected);
            if (at + 1 < length)
                path[at + 1] = '\x01'; /* of the query, which is not looked at */
            expect_path(path, expected);
            free(path);
            free(expected);
        }
}

static void long_paths_are_cut(void **state)
{
    (void)state;
    char *path = bytes_of('a', 1024);
    expect_path(path, path);
    free(path);

    char *expected = bytes_of('a', 1024 + sizeof MARK - 1);
    memcpy(expected + 1024, MARK, sizeof MARK);
    path = bytes_of('a', 100000);
    expect_path(path, expected);
    path[1025] = '\0';
    expect_path(path, expected);
    path[1024] = '?'; /* whole, without what is not shown anyway */
    expected[1024] = '\0';
    expect_path(path, expected);
    free(path);
    free(expected);
}

/* However the cut falls into a sequence, it takes all of it or none. */
static void cuts_split_no_sequence(void **state)
{
    (void)state;
    static const char *const sequences[] = {"\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    for (size_t i = 0; i < COUNT(sequences); i++) {
        size_t length = strlen(sequences[i]);
        for (size_t shift = 0; shift < length; shift++) {
            char *path = bytes_of('a', 1024 - shift + length + 1);
            char *expected = bytes_of('a', 1024 + length + 4);
            memcpy(path + 1024 - shift, sequences[i], length);
            path[1024 - shift + length] = 'b';
            memcpy(expected + 1024 - shift, MARK, sizeof MARK);
            expect_path(path, expected);
            free(path);
            free(expected);
        }
        char *path = bytes_of('a', 1025); /* ends with the limit */
        char *expected = bytes_of('a', 1024 + sizeof MARK - 1);
        memcpy(path + 1024 - length, sequences[i], length);
        memcpy(expected, path, 1024);
        memcpy(expected + 1024, MARK, sizeof MARK);
        expect_path(path, expected);
        free(path);
        free(expected);
    }
}

static void a_cut_loses_little_of_what_is_no_text(void **state)
{
    (void)state;
    char *path = bytes_of('\x80', 2000);
    const struct problem_request request = {.path = path};
    record_with(&request);
    free(path);
    const char *shown = field_text("url.path");
    size_t length = strlen(shown);
    assert_in_range(length, (1024 - 3) * 3 + 3, 1024 * 3 + 3); /* each became U+FFFD */
    assert_string_equal(shown + length - 3, MARK);
}

/* ------------------------------------------------------------------ the id that came with it */

static void expect_id(const char *id, const char *accepted, const char *refused)
{
    const struct problem_request request = {.request_id = id};
    record_with(&request);
    assert_int_equal(has_field("problem.request.id"), accepted != NULL);
    assert_int_equal(has_field("problem.request.id_refused"), refused != NULL);
    if (accepted != NULL)
        assert_string_equal(field_text("problem.request.id"), accepted);
    if (refused != NULL)
        assert_string_equal(field_text("problem.request.id_refused"), refused);
}

static void request_ids(void **state)
{
    (void)state;
    char *longest = bytes_of('x', 128);
    expect_id("a", "a", NULL);
    expect_id("AZaz09._-", "AZaz09._-", NULL);
    expect_id("7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12", "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12", NULL);
    expect_id(longest, longest, NULL);
    free(longest);
}

static void hostile_request_ids(void **state)
{
    (void)state;
    static const char *const cases[] = {"",
                                        " ",
                                        "a b",
                                        "\",\"severity_text\":\"DEBUG",
                                        "a\\",
                                        "a\r\nSet-Cookie: b",
                                        "a\n{\"event_name\":\"problem\"}",
                                        "\x1b[2J",
                                        "a\x7f",
                                        "a:b",
                                        "${jndi:ldap://x}",
                                        "<script>",
                                        "\xc3\xa4",
                                        "%n%n%s"};
    for (size_t i = 0; i < COUNT(cases); i++)
        expect_id(cases[i], NULL, cases[i]);
    expect_id("a\xff", NULL, "a\xef\xbf\xbd");
    expect_id("\x9b", NULL, "\xef\xbf\xbd");

    static const size_t lengths[] = {129, 10000};
    char *expected = bytes_of('x', 128 + sizeof MARK - 1);
    memcpy(expected + 128, MARK, sizeof MARK);
    for (size_t i = 0; i < COUNT(lengths); i++) {
        char *id = bytes_of('x', lengths[i]);
        expect_id(id, NULL, expected);
        free(id);
    }
    free(expected);
}

/* ------------------------------------------------------------------ trace context */

static void a_valid_traceparent(void **state)
{
    (void)state;
    const struct problem_request request = {.traceparent = "00-" TRACE "-" SPAN "-01"};
    record_with(&request);
    assert_string_equal(field_text("trace_id"), TRACE);
    assert_string_equal(field_text("span_id"), SPAN);
    assert_string_equal(field_text("trace_flags"), "01");
    assert_false(has_field("problem.request.traceparent_refused"));
}

static void one_of_a_version_to_come(void **state)
{
    (void)state;
    const struct problem_request request = {.traceparent = "cc-" TRACE "-" SPAN "-00-more\"\n"};
    record_with(&request);
    assert_string_equal(field_text("trace_id"), TRACE);
    assert_string_equal(field_text("span_id"), SPAN);
    assert_string_equal(field_text("trace_flags"), "00");
}

static void an_invalid_traceparent(void **state)
{
    (void)state;
    struct problem_request request = {.traceparent = "00-" TRACE "-" SPAN "-0\n"};
    record_with(&request);
    assert_string_equal(field_text("problem.request.traceparent_refused"), request.traceparent);
    assert_false(has_field("trace_id"));
    assert_false(has_field("span_id"));
    assert_false(has_field("trace_flags"));

    char *expected = bytes_of('0', 128 + sizeof MARK - 1), *hostile = bytes_of('0', 10000);
    memcpy(expected + 128, MARK, sizeof MARK);
    request.traceparent = hostile;
    record_with(&request);
    assert_string_equal(field_text("problem.request.traceparent_refused"), expected);
    free(hostile);
    free(expected);
}

/* ------------------------------------------------------------------ language */

static void expect_language(const char *language, const char *expected)
{
    const struct problem_request request = {.accept_language = language};
    record_with(&request);
    field_array("http.request.header.accept-language", 1);
    assert_string_equal(field_item("http.request.header.accept-language", 0), expected);
}

static void languages(void **state)
{
    (void)state;
    expect_language("de-CH, en;q=0.5", "de-CH, en;q=0.5");
    expect_language("", "");
    expect_language("\"]}\n", "\"]}\n");

    char *language = bytes_of('d', 129), *expected = bytes_of('d', 128 + sizeof MARK - 1);
    memcpy(expected + 128, MARK, sizeof MARK);
    expect_language(language, expected);
    language[128] = expected[128] = '\0';
    expect_language(language, expected);
    memcpy(language + 127, "\xc3\xa4", 2);
    memcpy(expected + 127, MARK, sizeof MARK);
    expect_language(language, expected);
    free(language);
    free(expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_request_says_nothing),
        cmocka_unit_test(methods_that_are_known),
        cmocka_unit_test(methods_that_are_not),
        cmocka_unit_test(paths_lose_their_authority),
        cmocka_unit_test(paths_lose_their_query),
        cmocka_unit_test(paths_of_every_length),
        cmocka_unit_test(long_paths_are_cut),
        cmocka_unit_test(cuts_split_no_sequence),
        cmocka_unit_test(a_cut_loses_little_of_what_is_no_text),
        cmocka_unit_test(request_ids),
        cmocka_unit_test(hostile_request_ids),
        cmocka_unit_test(a_valid_traceparent),
        cmocka_unit_test(one_of_a_version_to_come),
        cmocka_unit_test(an_invalid_traceparent),
        cmocka_unit_test(languages),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
