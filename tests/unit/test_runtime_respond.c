/*
 * Responses: what is sent and what is left out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdlib.h>

#include "responses.h"

static void everything_there(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    assert_true(problem_accepts(&problem, payments, INSUFFICIENT_FUNDS));
    problem_put_string(&problem, HINT, "Add money");
    assert_true(problem_accepts(&problem, payments, INSUFFICIENT_FUNDS));
    problem_put_integer(&problem, WAIT, 120);
    assert_true(problem_accepts(&problem, payments, PROBLEM_ANY));
    problem_put_string(&problem, REGION, "eu-1");
    expect_body(&problem,
                "{\"status\":403,\"detail\":\"\\\"30.00\\\" is less than 50.00. Add money.\","
                "\"instance\":\"urn:uuid:" ID "\",\"balance\":30.00,\"cost\":50.00,"
                "\"hint\":\"Add money\",\"docs\":{\"a\":1},\"region\":\"eu-1\"}");
    assert_int_equal(response.status, 403);
    assert_string_equal(response.reason, "Forbidden");
    assert_int_equal(response.header_count, 6);
    assert_string_equal(response.headers[0].name, "Content-Type");
    assert_string_equal(response.headers[0].value, "application/problem+json");
    assert_string_equal(response.headers[1].name, "Cache-Control");
    assert_string_equal(response.headers[1].value, "no-store");
    assert_string_equal(response.headers[2].name, "Retry-After");
    assert_string_equal(response.headers[2].value, "120");
    assert_string_equal(header("X-Fixed"), "fixed");
    assert_string_equal(header("X-Error-Id"), "id=" ID);
    assert_string_equal(header("X-Hint"), "hint=Add money");
}

static void optional_members_may_be_absent(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    expect_body(&problem,
                "{\"status\":403,\"detail\":\"\\\"30.00\\\" is less than 50.00. No hint.\","
                "\"instance\":\"urn:uuid:" ID
                "\",\"balance\":30.00,\"cost\":50.00,\"docs\":{\"a\":1}}");
    assert_int_equal(response.header_count, 4);
    assert_null(header("Retry-After"));
    assert_null(header("X-Hint")); /* its TEXT names an absent member */
}

static void a_misfit_takes_the_detail_with_it(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    problem_put_decimal(&problem, COST, problem_decimal(1, 3));
    problem_put_integer(&problem, WAIT, 86401);
    expect_body(&problem, "{\"status\":403,\"instance\":\"urn:uuid:" ID
                          "\",\"balance\":30.00,\"docs\":{\"a\":1}}");
    assert_null(header("Retry-After"));

    problem = insufficient_funds();
    problem_put_string(&problem, HINT, "a\nb"); /* optional, but misfit and not absent */
    expect_body(&problem, "{\"status\":403,\"instance\":\"urn:uuid:" ID
                          "\",\"balance\":30.00,\"cost\":50.00,\"docs\":{\"a\":1}}");
}

static void values_do_not_break_headers(void **state)
{
    (void)state;
    static const char *const bad[] = {"a\"b", "a\\b", "\xc3\xa4"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct problem problem = insufficient_funds();
        problem_put_string(&problem, HINT, bad[i]);
        respond(&problem, NULL);
        assert_null(header("X-Hint"));
    }
}

static void a_header_of_duty_is_always_sent(void **state)
{
    (void)state;
    static const char *const good[] = {"GET", "HEAD"};
    static const char *const quoted[] = {"GET", "\""};
    static const char *const misfit[] = {"GET", "\n"};
    struct problem problem = raised(METHOD_NOT_ALLOWED);
    problem_put_strings(&problem, ALLOWED, good, 2);
    respond(&problem, NULL);
    assert_string_equal(header("Allow"), "GET, HEAD");
    problem_put_strings(&problem, ALLOWED, quoted, 2);
    respond(&problem, NULL);
    assert_string_equal(header("Allow"), "");
    problem_put_strings(&problem, ALLOWED, misfit, 2);
    respond(&problem, NULL);
    assert_string_equal(header("Allow"), "");
}

static void a_concealed_problem_is_the_other_byte_for_byte(void **state)
{
    (void)state;
    static char expected[sizeof buffer];
    struct problem_response expected_response;
    struct problem secret = raised(SECRET), missing = raised(NOT_FOUND);
    struct problem_where where = PROBLEM_BODY("/a");
    problem_put_string(&secret, WHY, "because");
    problem_put_string(&secret, REGION, "eu-1");
    problem_put_string(&missing, REGION, "eu-1");
    problem_violation_begin(&secret, payments, REQUIRED, &where);
    problem_violation_end(&secret);

    size_t needed =
        problem_respond(payments, &missing, NULL, expected, sizeof expected, &expected_response);
    assert_int_equal(problem_respond(payments, &secret, NULL, buffer, sizeof buffer, &response),
                     needed);
    assert_memory_equal(buffer, expected, needed);
    assert_int_equal(response.status, 404);
    assert_int_equal(response.status, expected_response.status);
    assert_string_equal(response.reason, expected_response.reason);
    assert_int_equal(response.header_count, expected_response.header_count);
    for (size_t i = 0; i < response.header_count; i++) {
        assert_string_equal(response.headers[i].name, expected_response.headers[i].name);
        assert_string_equal(response.headers[i].value, expected_response.headers[i].value);
    }
    assert_int_equal(problem_status(&secret), 404);
    assert_int_equal(problem_raised(&secret), FIRST_NUMBER + SECRET);
    assert_int_equal(problem_sent(&secret), FIRST_NUMBER + NOT_FOUND);
}

static void the_fallback_answers_for_what_was_not_raised(void **state)
{
    (void)state;
    const char *body = "{\"status\":500,\"detail\":\"Quote \\\\ the instance \\u2028.\","
                       "\"instance\":\"urn:uuid:" ID "\"}";
    struct problem nothing = PROBLEM_INIT;
    problem_fix_occurrence(&nothing, fixed_id);
    expect_body(&nothing, body);
    assert_int_equal(response.status, 500);

    struct problem foreign = PROBLEM_INIT;
    problem_begin(&foreign, other, INSUFFICIENT_FUNDS, "f", 1, "g");
    problem_put_decimal(&foreign, BALANCE, problem_decimal(1, 0));
    problem_put_string(&foreign, REGION, "eu-1");
    problem_fix_occurrence(&foreign, fixed_id);
    expect_body(&foreign, body);

    respond(NULL, NULL);
    assert_int_equal(response.status, 500);
    assert_int_equal(response.body_length, strlen(body)); /* with some id */

    struct problem own = PROBLEM_INIT;
    assert_true(problem_accepts(&own, payments, PROBLEM_ANY));
    problem_put_string(&own, REGION, "eu-1");
    problem_fix_occurrence(&own, fixed_id);
    expect_body(&own, "{\"status\":500,\"detail\":\"Quote \\\\ the instance \\u2028.\","
                      "\"instance\":\"urn:uuid:" ID "\",\"region\":\"eu-1\"}");
    assert_string_equal(header("X-Region"), "eu-1");
}

static void copies_are_the_same_occurrence(void **state)
{
    (void)state;
    struct problem *problem = malloc(sizeof *problem);
    assert_non_null(problem);
    *problem = insufficient_funds();
    struct problem copy = *problem;
    respond(problem, NULL);
    char *first = malloc(response.body_length);
    assert_non_null(first);
    memcpy(first, response.body, response.body_length);
    memset(problem, 0xee, sizeof *problem);
    free(problem);
    size_t length = response.body_length;
    respond(&copy, NULL);
    assert_int_equal(response.body_length, length);
    assert_memory_equal(response.body, first, length);
    free(first);
}

static void raising_again_forgets_the_earlier_raise(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    problem_put_string(&problem, REGION, "eu-1"); /* behind others, so that it moves */
    problem_put_decimal(&problem, COST, problem_decimal(1, 3));
    problem_begin(&problem, payments, NOT_FOUND, "again.c", 8, "later");
    assert_int_equal(problem.present, 1 << REGION);
    assert_int_equal(problem.misfit, 0);
    expect_body(&problem, "{\"status\":404,\"instance\":\"urn:uuid:" ID "\",\"region\":\"eu-1\"}");
    assert_false(problem_accepts(&problem, payments, INSUFFICIENT_FUNDS));
    assert_true(problem_accepts(&problem, payments, NOT_FOUND));
    assert_false(problem_accepts(&problem, other, NOT_FOUND));
    assert_false(problem_accepts(&problem, other, PROBLEM_ANY));
    assert_false(problem_accepts(NULL, payments, PROBLEM_ANY));

    problem_begin(&problem, other, BARE, "f", 1, "g");
    assert_int_equal(problem.present, 0);
    problem_clear(&problem);
    assert_int_equal(problem_raised(&problem), 0);
}

static void values_survive_their_neighbours(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    problem_put_string(&problem, REGION, "first");
    problem_put_string(&problem, HINT, "hint");
    problem_put_string(&problem, REGION, "a-longer-one");
    problem_put_decimal(&problem, BALANCE, problem_decimal(1, 0));
    problem_put_string(&problem, REGION, "s");
    expect_body(&problem, "{\"status\":403,\"detail\":\"\\\"1.00\\\" is less than 50.00. hint.\","
                          "\"instance\":\"urn:uuid:" ID "\",\"balance\":1.00,\"cost\":50.00,"
                          "\"hint\":\"hint\",\"docs\":{\"a\":1},\"region\":\"s\"}");
}

static void errno_stays(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    errno = ERANGE;
    struct problem_where where = PROBLEM_BODY("/%d", 1);
    problem_begin(&problem, payments, VALIDATION_FAILED, "f", 1, "g");
    problem_violation_begin(&problem, payments, REQUIRED, &where);
    problem_violation_end(&problem);
    respond(&problem, NULL);
    assert_int_equal(errno, ERANGE);
}

static void struct_problem_is_small(void **state)
{
    (void)state;
    assert_true(sizeof(struct problem) <= 4096);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_there),
        cmocka_unit_test(optional_members_may_be_absent),
        cmocka_unit_test(a_misfit_takes_the_detail_with_it),
        cmocka_unit_test(values_do_not_break_headers),
        cmocka_unit_test(a_header_of_duty_is_always_sent),
        cmocka_unit_test(a_concealed_problem_is_the_other_byte_for_byte),
        cmocka_unit_test(the_fallback_answers_for_what_was_not_raised),
        cmocka_unit_test(copies_are_the_same_occurrence),
        cmocka_unit_test(raising_again_forgets_the_earlier_raise),
        cmocka_unit_test(values_survive_their_neighbours),
        cmocka_unit_test(errno_stays),
        cmocka_unit_test(struct_problem_is_small),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
