/*
 * Rendering a response for `problemc render`: values from arguments and examples, field errors, and
 * what is wrong with a request. That services send the same is tested with the generated code.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"
#include "render/render.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NOBODY       "00000000-0000-4000-8000-000000000000"

static struct image image;
static struct text error;

static const char yaml[] =
    "problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\nfallback: bare\ninstance: none\n"
    "id-header: X-Id\n"
    "members: {region: {type: identifier, optional: true}, api: {type: constant, value: 3}}\n"
    "rules:\n"
    "  required: {detail: Must be there.}\n"
    "  minimum: {detail: 'At least {limit}.', members: {limit: {type: integer},"
    " unit: {type: identifier, example: cents, optional: true}}}\n"
    "  unrelated: {detail: No.}\n"
    "problems:\n"
    "  bare: {status: 500, title: t}\n"
    "  full:\n    status: 409\n    title: t\n    detail: '{count} of {kinds}.'\n    members:\n"
    "      count: {type: integer, min: 0, example: 7}\n"
    "      kinds: {type: list, of: {type: enum, values: [a, b]}, max: 2, example: [a, b]}\n"
    "      note: {type: text, safe: Fine., optional: true, example: noted}\n"
    "      plain: {type: boolean, optional: true}\n"
    "      shelf: {type: identifier, audience: log}\n"
    "  needy: {status: 400, title: t, members: {must: {type: date}}}\n"
    "  invalid: {status: 422, title: t, violations: {member: errors, rules: [required, minimum]}}\n";

static int set_up(void **state)
{
    if (files_set_up(state) != 0)
        return -1;
    load_clean(yaml);
    image_build(registry, arena, &image);
    return 0;
}

enum { ARGUMENTS_MAX = 8 };

struct arguments {
    const char *values[ARGUMENTS_MAX], *violations[ARGUMENTS_MAX];
    const char *id, *accept;
    bool head;
};

/* The whole message, or NULL and `error` set. */
static const char *rendered(const char *code, struct arguments arguments)
{
    struct buffer out = buffer_create(arena);
    struct render_request request = {
        .problem = problem_named(code),
        .values = arguments.values,
        .violations = arguments.violations,
        .id = arguments.id,
        .accept = arguments.accept,
        .head = arguments.head,
    };
    while (arguments.values[request.value_count])
        request.value_count++;
    while (arguments.violations[request.violation_count])
        request.violation_count++;
    error = TEXT("");
    if (!render_response(registry, &image, &request, arena, &out, &error))
        return NULL;
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

#define RENDER(code, ...) rendered(code, (struct arguments){__VA_ARGS__})

/* The body alone. */
static const char *body_of(const char *message)
{
    if (message == NULL)
        print_message("%.*s\n", TEXT_ARGS(error));
    assert_non_null(message);
    const char *end = strstr(message, "\r\n\r\n");
    assert_non_null(end);
    return end + 4;
}

/* ---------------------------------------------------------------- responses */

static void a_whole_message(void **state)
{
    (void)state;
    assert_string_equal(RENDER("bare", .id = NULL), "HTTP/1.1 500 Internal Server Error\r\n"
                                                    "Content-Type: application/problem+json\r\n"
                                                    "Cache-Control: no-store\r\n"
                                                    "Content-Length: 34\r\n"
                                                    "X-Id: " NOBODY "\r\n"
                                                    "\r\n"
                                                    "{\"title\":\"t\",\"status\":500,\"api\":3}\n");
}

static void head_and_accept(void **state)
{
    (void)state;
    const char *head = RENDER("bare", .head = true);
    assert_string_equal(body_of(head), "");
    assert_non_null(strstr(head, "Content-Length: 34\r\n"));
    assert_non_null(strstr(RENDER("bare", .accept = "application/problem+json;q=0"),
                           "Content-Type: application/json\r\n"));
    assert_non_null(
        strstr(RENDER("bare", .accept = "*/*"), "Content-Type: application/problem+json\r\n"));
}

static void missing_values_are_the_examples(void **state)
{
    (void)state;
    assert_string_equal(body_of(RENDER("full", .id = NULL)),
                        "{\"title\":\"t\",\"status\":409,\"detail\":\"7 of a, b.\",\"count\":7,"
                        "\"kinds\":[\"a\",\"b\"],\"note\":\"noted\",\"api\":3}\n");
}

static void given_values_come_first(void **state)
{
    (void)state;
    assert_string_equal(
        body_of(RENDER("full", .values = {"count=12", "kinds=b", "note=a=b \"c\"", "plain=true",
                                          "shelf=x", "region=eu-1"})),
        "{\"title\":\"t\",\"status\":409,\"detail\":\"12 of b.\",\"count\":12,\"kinds\":[\"b\"],"
        "\"note\":\"a=b \\\"c\\\"\",\"plain\":true,\"region\":\"eu-1\",\"api\":3}\n");
    assert_string_equal(
        body_of(RENDER("full", .values = {"kinds=b", "count=1", "kinds=a", "note="})),
        "{\"title\":\"t\",\"status\":409,\"detail\":\"1 of b, a.\",\"count\":1,"
        "\"kinds\":[\"b\",\"a\"],\"api\":3}\n");
}

static void ids(void **state)
{
    (void)state;
    assert_non_null(strstr(RENDER("bare", .id = "7F3D2A1C-9e4b-4f8d-b1c2-0a3e5f7d9b12"),
                           "X-Id: 7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12\r\n"));
    static const char *const wrong[] = {
        "",
        "7f3d2a1c",
        "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b1",
        "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b123",
        "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b1g",
        "7f3d2a1c09e4b-4f8d-b1c2-0a3e5f7d9b12",
        "7f3d2a1-c9e4b-4f8d-b1c2-0a3e5f7d9b12",
        "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b1-",
    };
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_null(RENDER("bare", .id = wrong[i]));
        assert_text(error, arena_format(arena, "%s is not a UUID", wrong[i]).bytes);
    }
}

/* ---------------------------------------------------------------- field errors */

static void field_errors_at_every_place(void **state)
{
    (void)state;
    assert_string_equal(
        body_of(
            RENDER("invalid",
                   .violations = {"/items/0 required", "  ?limit   minimum limit=3 unit=eur ",
                                  "{id} minimum limit=-1", "If-Match: required", "/ required"})),
        "{\"title\":\"t\",\"status\":422,\"api\":3,\"errors\":["
        "{\"pointer\":\"#/items/0\",\"detail\":\"Must be there.\",\"rule\":\"required\"},"
        "{\"parameter\":\"limit\",\"detail\":\"At least 3.\",\"rule\":\"minimum\"},"
        "{\"parameter\":\"id\",\"detail\":\"At least -1.\",\"rule\":\"minimum\"},"
        "{\"header\":\"If-Match\",\"detail\":\"Must be there.\",\"rule\":\"required\"},"
        "{\"pointer\":\"#/\",\"detail\":\"Must be there.\",\"rule\":\"required\"}]}\n");
}

/* ---------------------------------------------------------------- what is wrong */

static void wrong_values(void **state)
{
    (void)state;
    static const struct {
        const char *code, *value, *error;
    } cases[] = {
        {"full", "count", "count: write member=value"},
        {"full", "", ": write member=value"},
        {"full", "api=3", "api is a constant"},
        {"full", "cuont=1", "full has no member cuont; did you mean count?"},
        {"full", "regoin=1", "full has no member regoin; did you mean region?"},
        {"full", "somethingelse=1", "full has no member somethingelse"},
        {"full", "=1", "full has no member "},
        {"full", "count=-1",
         "count=-1 does not fit: it takes a whole number from 0 to 9007199254740991"},
        {"full", "count=",
         "count= does not fit: it takes a whole number from 0 to "
         "9007199254740991"},
        {"full", "kinds=c",
         "kinds=c does not fit: it takes at most 2 items, each one of the "
         "declared values"},
        {"needy", NULL, "give must=VALUE: the registry has no example for it"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_null(RENDER(cases[i].code, .values = {cases[i].value}));
        assert_text(error, cases[i].error);
    }
    assert_null(RENDER("full", .values = {"count=1", "count=2"}));
    assert_null(RENDER("full", .values = {"kinds=a", "kinds=b", "kinds=a"}));
}

static void wrong_field_errors(void **state)
{
    (void)state;
    static const struct {
        const char *code, *violation, *error;
    } cases[] = {
        {"bare", "/a required", "bare has no field errors"},
        {"invalid", "", ": begin with a place: /pointer, ?query, {path} or Header:"},
        {"invalid", "a required",
         "a required: begin with a place: /pointer, ?query, {path} or Header:"},
        {"invalid", "? required",
         "? required: begin with a place: /pointer, ?query, {path} or Header:"},
        {"invalid", "{} required",
         "{} required: begin with a place: /pointer, ?query, {path} or Header:"},
        {"invalid", ": required",
         ": required: begin with a place: /pointer, ?query, {path} or Header:"},
        {"invalid", "/a", "invalid has no rule "},
        {"invalid", "/a requird", "invalid has no rule requird"},
        {"invalid", "/a unrelated", "invalid has no rule unrelated"},
        {"invalid", "/a minimum", "rule minimum needs limit=VALUE"},
        {"invalid", "/a minimum limit=x", "rule minimum needs limit=VALUE"},
        {"invalid", "/a minimum limit", "rule minimum has no member for limit"},
        {"invalid", "/a minimum other=1", "rule minimum has no member for other=1"},
        {"invalid", "/a required limit=1", "rule required has no member for limit=1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_null(RENDER(cases[i].code, .violations = {cases[i].violation}));
        assert_text(error, cases[i].error);
    }
}

/* ---------------------------------------------------------------- long texts */

static const char *letters(char letter, size_t count)
{
    struct buffer out = buffer_create(arena);
    buffer_repeat(&out, letter, count);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

/* Up to 255 bytes of a literal its length is one byte in the image, of longer ones it is two. */
static void texts_of_any_length(void **state)
{
    (void)state;
    for (size_t length = 225; length <= 260; length++) {
        const char *a = letters('a', length), *b = letters('b', length);
        load_clean(arena_format(arena,
                                "problemc: 1\nregistry: r\ntitle: T\nbase: about:blank\n"
                                "fallback: fixed\nrules: {least: {detail: '%s {limit} %s.',"
                                " members: {limit: {type: integer, example: 7}}}}\nproblems:\n"
                                "  fixed: {status: 500, title: t, detail: %s}\n"
                                "  open:\n    {status: 409, title: t, detail: '%s {count} %s',"
                                " members: {count: {type: integer, example: 7}},"
                                " violations: {member: errors}}\n",
                                a, b, a, a, b)
                       .bytes);
        image_build(registry, arena, &image);
        assert_non_null(strstr(body_of(RENDER("fixed", .id = NULL)),
                               arena_format(arena,
                                            "{\"title\":\"t\",\"status\":500,\"detail\":\"%s\","
                                            "\"instance\":\"urn:uuid:" NOBODY "\"}\n",
                                            a)
                                   .bytes));
        assert_string_equal(
            body_of(RENDER("open", .violations = {"/x least limit=3"})),
            arena_format(arena,
                         "{\"title\":\"t\",\"status\":409,\"detail\":\"%s 7 %s\","
                         "\"instance\":\"urn:uuid:" NOBODY "\",\"count\":7,\"errors\":"
                         "[{\"pointer\":\"#/x\",\"detail\":\"%s 3 %s.\",\"rule\":\"least\"}]}\n",
                         a, b, a, b)
                .bytes);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_whole_message),
        TEST(head_and_accept),
        TEST(missing_values_are_the_examples),
        TEST(given_values_come_first),
        TEST(ids),
        TEST(field_errors_at_every_place),
        TEST(wrong_values),
        TEST(wrong_field_errors),
        TEST(texts_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
