/*
 * The head of a response, and every buffer size up to the one needed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "responses.h"

static void head_has_no_body(void **state)
{
    (void)state;
    struct problem problem = raised(BARE);
    const struct problem_request head = {.method = "HEAD"}, get = {.method = "GET"},
                                 unknown = {.method = NULL}, lower = {.method = "head"};
    respond(&problem, &head);
    assert_int_equal(response.body_length, 0);
    assert_int_equal(response.content_length, strlen("{\"status\":400}"));
    respond(&problem, &get);
    assert_int_equal(response.body_length, strlen("{\"status\":400}"));
    respond(&problem, &unknown);
    assert_int_equal(response.body_length, strlen("{\"status\":400}"));
    respond(&problem, &lower); /* methods are case-sensitive */
    assert_int_equal(response.body_length, strlen("{\"status\":400}"));
}

static void the_label_follows_accept(void **state)
{
    (void)state;
    struct problem problem = raised(BARE);
    const struct problem_request refuses = {.accept = "application/problem+json;q=0"};
    const struct problem_request takes = {.accept = "*/*"};
    respond(&problem, &refuses);
    assert_string_equal(header("Content-Type"), "application/json");
    respond(&problem, &takes);
    assert_string_equal(header("Content-Type"), "application/problem+json");
}

static void check_too_small(const struct problem_response *small)
{
    assert_int_equal(small->status, 403);
    assert_string_equal(small->reason, "Forbidden");
    assert_int_equal(small->header_count, 1);
    assert_string_equal(small->headers[0].name, "Cache-Control");
    assert_int_equal(small->body_length, 0);
    assert_int_equal(small->content_length, 0);
    assert_non_null(small->body);
}

static void every_buffer_size(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    problem_put_integer(&problem, WAIT, 120);
    problem_put_string(&problem, HINT, "quote \"");
    respond(&problem, NULL);
    size_t body = response.body_length;
    size_t needed = problem_respond(payments, &problem, NULL, NULL, 0, &response);
    check_too_small(&response);
    assert_true(needed > body);
    for (size_t size = 0; size <= needed + 1; size++) {
        char *exact = malloc(size + 1); /* and one guard byte */
        assert_non_null(exact);
        memset(exact, '~', size + 1);
        assert_int_equal(problem_respond(payments, &problem, NULL, exact, size, &response), needed);
        assert_int_equal(exact[size], '~');
        if (size < needed) {
            check_too_small(&response);
        } else {
            assert_memory_equal(exact, buffer, needed);
            assert_int_equal(response.body_length, body);
            assert_string_equal(header("Retry-After"), "120");
        }
        free(exact);
    }
}

static void heads(void **state)
{
    (void)state;
    const char *expected = "HTTP/1.1 403 Forbidden\r\n"
                           "Content-Type: application/problem+json\r\n"
                           "Cache-Control: no-store\r\n"
                           "Content-Length: 167\r\n"
                           "Retry-After: 120\r\n"
                           "X-Fixed: fixed\r\n"
                           "X-Error-Id: id=" ID "\r\n"
                           "\r\n";
    const struct problem_request request = {.method = "HEAD"};
    char head[512];
    size_t length = strlen(expected);
    struct problem problem = insufficient_funds();
    problem_put_integer(&problem, WAIT, 120);
    respond(&problem, &request);
    assert_int_equal(response.content_length, 167);
    for (size_t size = 0; size <= length + 1; size++) {
        memset(head, '~', sizeof head);
        assert_int_equal(problem_write_head(&response, head, size), length);
        if (size >= length)
            assert_memory_equal(head, expected, length);
        else
            assert_int_equal(head[0], '~');
        assert_int_equal(head[size], '~');
    }
    assert_int_equal(problem_write_head(&response, NULL, 0), length);

    problem_respond(payments, &problem, NULL, NULL, 0, &response);
    length = problem_write_head(&response, head, sizeof head);
    expected = "HTTP/1.1 403 Forbidden\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n";
    assert_int_equal(length, strlen(expected));
    assert_memory_equal(head, expected, length);
}

static void only_so_many_headers(void **state)
{
    (void)state;
    static struct image_builder builder;
    static const struct built_step value[] = {{PROBLEM_STEP_LITERAL, "v", 0}};
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    struct built_header headers[PROBLEM_HEADERS_MAX];
    for (size_t i = 0; i < COUNT(headers); i++)
        headers[i] = (struct built_header){"X", false, value, 1};
    const struct built_problem only = {.number = 1,
                                       .status = 400,
                                       .code = "c",
                                       .title = "t",
                                       .body = body,
                                       .body_count = 1,
                                       .headers = headers,
                                       .header_count = COUNT(headers)};
    image_start(&builder, "r", "");
    image_problem(&builder, &only);
    const struct problem_registry *registry = image_finish(&builder);
    size_t needed = problem_respond(registry, NULL, NULL, buffer, 2, &response);
    assert_int_equal(needed, 0); /* constants take no room */
    assert_int_equal(response.header_count, PROBLEM_HEADERS_MAX);
    assert_string_equal(response.headers[PROBLEM_HEADERS_MAX - 1].value, "v");
    image_free(registry);
}

/* One that is the same each time, to the last byte, needs no buffer at all. */
static void a_constant_body_stays_where_it_is(void **state)
{
    (void)state;
    const char *image = (const char *)payments;
    struct problem bare = raised(BARE);
    assert_int_equal(problem_respond(payments, &bare, NULL, NULL, 0, &response), 0);
    assert_int_equal(response.status, 400);
    assert_string_equal(header("Content-Type"), "application/problem+json");
    assert_int_equal(response.body_length, strlen("{\"status\":400}"));
    assert_memory_equal(response.body, "{\"status\":400}", response.body_length);
    assert_true(response.body > image && response.body < image + IMAGE_CAPACITY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_has_no_body),     cmocka_unit_test(the_label_follows_accept),
        cmocka_unit_test(every_buffer_size),    cmocka_unit_test(heads),
        cmocka_unit_test(only_so_many_headers), cmocka_unit_test(a_constant_body_stays_where_it_is),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
