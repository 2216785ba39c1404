/*
 * A service with several registries, as its authors would write it: what it raises and what its
 * callers get.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer.h"
#include "boxlite_problems.h"
#include "payments_problems.h"
#include "sandbox_problems.h"
#include "sbi_problems.h"

static char buffer[PAYMENTS_RESPONSE_MAX + SANDBOX_RESPONSE_MAX + SBI_RESPONSE_MAX];
static struct problem_response response;

/* The body that callers get. It is deleted by the next call. */
static const cJSON *respond_from(const struct problem_registry *registry, struct problem *problem)
{
    static cJSON *body;
    cJSON_Delete(body);
    body = NULL;
    if (registry == NULL)
        return NULL;
    assert_true(problem_respond(registry, problem, NULL, buffer, sizeof buffer, &response) <=
                sizeof buffer);
    body = answer_check(&response);
    return body;
}

static const cJSON *respond(struct problem *problem)
{
    return respond_from(PAYMENTS_REGISTRY, problem);
}

static int forget_body(void **state)
{
    (void)state;
    respond_from(NULL, NULL);
    return 0;
}

static const cJSON *member(const cJSON *body, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(body, name);
}

static const char *text(const cJSON *body, const char *name)
{
    const cJSON *item = member(body, name);
    return cJSON_IsString(item) ? item->valuestring : "none";
}

/* Whether the body holds these bytes. */
static bool body_has(const char *bytes)
{
    size_t length = strlen(bytes);
    for (size_t i = 0; i + length <= response.body_length; i++)
        if (memcmp(response.body + i, bytes, length) == 0)
            return true;
    return false;
}

static void assert_fallback(const cJSON *body)
{
    assert_int_equal(response.status, 500);
    assert_string_equal(text(body, "type"), "https://api.example.com/errors/internal-error");
    assert_int_equal(cJSON_GetArraySize(body), 5);
}

/* ---------------------------------------------------------------- payments */

static void test_insufficient_funds(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    assert_int_equal(payments_raise_insufficient_funds(&problem, problem_decimal(3000, 2),
                                                       problem_decimal(5000, 2), "shard-7"),
                     PAYMENTS_INSUFFICIENT_FUNDS);
    const cJSON *body = respond(&problem);
    assert_int_equal(response.status, 403);
    assert_string_equal(text(body, "title"), "Insufficient funds");
    assert_string_equal(text(body, "detail"),
                        "Your balance is 30.00 but this transaction requires 50.00.");
    assert_true(body_has(",\"balance\":30.00,\"cost\":50.00}"));
    assert_false(body_has("shard"));
    assert_int_equal(response.body_length, 260);
    assert_int_equal(response.header_count, 2);
    assert_string_equal(answer_header(&response, "content-type"), "application/problem+json");
}

/* 30 and 30.000 are 30.00; 30.001 is not, and would be a lie. */
static void test_money_of_another_scale(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_insufficient_funds(&problem, problem_decimal(30, 0), problem_decimal(50000, 3),
                                      "x");
    respond(&problem);
    assert_true(body_has(",\"balance\":30.00,\"cost\":50.00}"));
    payments_raise_insufficient_funds(&problem, problem_decimal(30001, 3), problem_decimal(1, 2),
                                      "x");
    const cJSON *body = respond(&problem);
    assert_null(member(body, "balance"));
    assert_null(member(body, "detail"));
    assert_true(body_has(",\"cost\":0.01}"));
}

static void test_account_suspended(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_account_suspended(&problem, PAYMENTS_ACCOUNT_SUSPENDED_REASON_UNPAID_FEES,
                                     "case-1");
    const cJSON *body = respond(&problem);
    assert_string_equal(text(body, "reason"), "unpaid-fees");
    assert_null(member(body, "since"));
    payments_set_account_suspended_since(&problem, 1793577600);
    body = respond(&problem);
    assert_string_equal(text(body, "since"), "2026-11-02");
    assert_string_equal(text(body, "detail"),
                        "The account was suspended (unpaid-fees) and accepts no payments.");
    assert_false(body_has("case-1"));
}

/* Before its raise, or after another, a member is nobody's. */
static void test_setter_out_of_place(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_set_account_suspended_since(&problem, 1793577600);
    payments_raise_account_suspended(&problem, PAYMENTS_ACCOUNT_SUSPENDED_REASON_FRAUD_REVIEW, "c");
    assert_null(member(respond(&problem), "since"));
    payments_raise_not_found(&problem);
    payments_set_account_suspended_since(&problem, 1793577600);
    assert_int_equal(cJSON_GetArraySize(respond(&problem)), 5);
    payments_raise_account_suspended(&problem, PAYMENTS_ACCOUNT_SUSPENDED_REASON_FRAUD_REVIEW, "c");
    assert_null(member(respond(&problem), "since"));
}

static void test_values_that_do_not_fit(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    for (int wrong = -1; wrong <= 4; wrong += wrong == 0 ? 4 : 1) {
        payments_raise_account_suspended(&problem, (enum payments_account_suspended_reason)wrong,
                                         "\r\nX: y");
        const cJSON *body = respond(&problem);
        assert_null(member(body, "reason"));
        assert_null(member(body, "detail"));
        assert_int_equal(cJSON_GetArraySize(body), 4);
    }
    payments_raise_rate_limited(&problem, -1, INT64_MAX, -30);
    assert_int_equal(cJSON_GetArraySize(respond(&problem)), 4);
    assert_null(answer_header(&response, "Retry-After"));
    payments_raise_access_denied(&problem, NULL);
    assert_int_equal(cJSON_GetArraySize(respond(&problem)), 5);
}

static void test_rate_limited(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_rate_limited(&problem, 120, 100, 30);
    const cJSON *body = respond(&problem);
    assert_int_equal(response.status, 429);
    assert_string_equal(answer_header(&response, "Retry-After"), "30");
    assert_null(member(body, "retry_after"));
    assert_string_equal(text(body, "detail"),
                        "You sent 120 requests in a minute and 100 are allowed.");
}

static void test_method_not_allowed(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    const enum payments_method_not_allowed_allow allow[] = {
        PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_GET, PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_DELETE};
    payments_raise_method_not_allowed(&problem, allow, 2);
    respond(&problem);
    assert_string_equal(answer_header(&response, "Allow"), "GET, DELETE");
    payments_raise_method_not_allowed(
        &problem,
        (const enum payments_method_not_allowed_allow[]){PAYMENTS_METHOD_NOT_ALLOWED_ALLOW_POST},
        1);
    respond(&problem);
    assert_string_equal(answer_header(&response, "Allow"), "POST");
}

static void test_constant_headers(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_authentication_required(&problem);
    respond(&problem);
    assert_int_equal(response.status, 401);
    assert_string_equal(answer_header(&response, "WWW-Authenticate"), "Bearer realm=\"payments\"");
    payments_raise_payload_too_large(&problem, 65536);
    assert_string_equal(text(respond(&problem), "detail"),
                        "The request has more than 65536 bytes.");
}

/* Nothing but the occurrence tells a concealed problem from the one it hides behind. */
static void test_concealed(void **state)
{
    (void)state;
    static char hidden[PAYMENTS_RESPONSE_MAX];
    struct problem problem = PROBLEM_INIT, other = PROBLEM_INIT;
    struct problem_response concealed;
    char id[PROBLEM_OCCURRENCE_SIZE], *at;
    payments_raise_access_denied(&problem, "alice");
    payments_raise_not_found(&other);
    respond(&other);
    problem_respond(PAYMENTS_REGISTRY, &problem, NULL, hidden, sizeof hidden, &concealed);
    assert_int_equal(concealed.status, response.status);
    assert_int_equal(concealed.body_length, response.body_length);
    assert_int_equal(concealed.header_count, response.header_count);
    for (size_t i = 0; i < concealed.header_count; i++)
        assert_string_equal(concealed.headers[i].value, response.headers[i].value);
    problem_occurrence(&problem, id);
    at = strstr(hidden, id);
    assert_non_null(at);
    problem_occurrence(&other, id);
    memcpy(at, id, strlen(id));
    assert_memory_equal(concealed.body, response.body, response.body_length);
    assert_int_equal(problem_status(&problem), 404);
    assert_int_equal(problem_raised(&problem), PAYMENTS_ACCESS_DENIED);
    assert_int_equal(problem_sent(&problem), PAYMENTS_NOT_FOUND);
}

/* ---------------------------------------------------------------- field errors */

static const cJSON *nth_error(const cJSON *body, int n)
{
    return cJSON_GetArrayItem(member(body, "errors"), n);
}

static void test_field_errors(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_add_required(&problem, PROBLEM_BODY("/currency"));
    for (size_t i = 0; i < 2; i++)
        payments_add_minimum(&problem, PROBLEM_BODY("/items/%zu/amount", i), 1);
    payments_add_maximum(&problem, PROBLEM_QUERY("limit"), 100);
    payments_add_format(&problem, PROBLEM_PATH("id"), PAYMENTS_FORMAT_EXPECTED_A_UUID);
    payments_add_required(&problem, PROBLEM_HEADER("If-Match"));
    payments_raise_validation_failed(&problem);
    const cJSON *body = respond(&problem);
    assert_int_equal(cJSON_GetArraySize(member(body, "errors")), 6);
    assert_null(member(body, "errors_omitted"));
    assert_string_equal(text(nth_error(body, 0), "pointer"), "#/currency");
    assert_string_equal(text(nth_error(body, 0), "rule"), "required");
    assert_string_equal(text(nth_error(body, 2), "pointer"), "#/items/1/amount");
    assert_string_equal(text(nth_error(body, 2), "detail"), "Must be at least 1.");
    assert_string_equal(text(nth_error(body, 3), "parameter"), "limit");
    assert_string_equal(text(nth_error(body, 4), "parameter"), "id");
    assert_string_equal(text(nth_error(body, 4), "detail"), "Must be a UUID.");
    assert_string_equal(text(nth_error(body, 5), "header"), "If-Match");
}

static void test_too_many_field_errors(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    for (int i = 0; i < 40; i++)
        payments_add_required(&problem, PROBLEM_BODY("/items/%d", i));
    payments_raise_validation_failed(&problem);
    const cJSON *body = respond(&problem);
    assert_int_equal(cJSON_GetArraySize(member(body, "errors")), 32);
    assert_int_equal(member(body, "errors_omitted")->valueint, 8);
}

/* Names of properties are the caller's words, and other problems have no field errors. */
static void test_field_errors_kept_inside(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_add_required(&problem, PROBLEM_BODY("/items/<script>/amount"));
    payments_raise_not_found(&problem);
    respond(&problem);
    assert_false(body_has("items"));
    payments_raise_validation_failed(&problem);
    const cJSON *body = respond(&problem);
    assert_string_equal(text(nth_error(body, 0), "pointer"), "#/items");
    assert_false(body_has("script"));
}

/* ---------------------------------------------------------------- what was not raised here */

static void test_nothing_raised(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    assert_fallback(respond(&problem));
    assert_fallback(respond(NULL));
    static struct problem zeroed;
    assert_fallback(respond(&zeroed));
}

static void test_foreign_registry(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    sandbox_raise_sandbox_not_found(&problem, "sb-1");
    assert_fallback(respond(&problem));
    const cJSON *body = respond_from(SANDBOX_REGISTRY, &problem);
    assert_string_equal(text(body, "sandbox"), "sb-1");
    assert_string_equal(answer_header(&response, "X-Error-Id"), text(body, "instance") + 9);
    payments_set_account_suspended_since(&problem, 1793577600);
    sandbox_set_operation(&problem, SANDBOX_OPERATION_RESTORE);
    sandbox_set_node(&problem, "node-1");
    body = respond_from(SANDBOX_REGISTRY, &problem);
    assert_string_equal(text(body, "operation"), "restore");
    assert_false(body_has("node-1"));
}

/* What every problem of a registry carries may be set before the raise. */
static void test_shared_member_before_raise(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    sandbox_set_operation(&problem, SANDBOX_OPERATION_WARM);
    sandbox_raise_timed_out(&problem, 60);
    const cJSON *body = respond_from(SANDBOX_REGISTRY, &problem);
    assert_string_equal(text(body, "operation"), "warm");
    assert_int_equal(member(body, "seconds")->valueint, 60);
}

static void test_bodies_without_type(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    sbi_add_missing(&problem, PROBLEM_QUERY("nf-type"));
    sbi_raise_mandatory_query_param_missing(&problem);
    const cJSON *body = respond_from(SBI_REGISTRY, &problem);
    assert_null(member(body, "type"));
    assert_null(member(body, "instance"));
    assert_string_equal(text(body, "cause"), "MANDATORY_QUERY_PARAM_MISSING");
    const cJSON *first = cJSON_GetArrayItem(member(body, "invalidParams"), 0);
    assert_string_equal(text(first, "param"), "query nf-type");
    assert_string_equal(text(first, "reason"), "must be present");
    assert_int_equal(cJSON_GetArraySize(first), 2);
}

/* ---------------------------------------------------------------- one struct, several uses */

static void test_last_raise_counts(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    payments_raise_insufficient_funds(&problem, problem_decimal(1, 2), problem_decimal(2, 2), "s");
    boxlite_raise_resource_exhausted(&problem);
    payments_raise_rate_limited(&problem, 1, 2, 3);
    const cJSON *body = respond(&problem);
    assert_string_equal(text(body, "title"), "Too many requests");
    assert_null(member(body, "balance"));
}

static void test_copy(void **state)
{
    (void)state;
    char id[PROBLEM_OCCURRENCE_SIZE], copied_id[PROBLEM_OCCURRENCE_SIZE], shard[] = "shard-7";
    struct problem problem = PROBLEM_INIT;
    payments_raise_insufficient_funds(&problem, problem_decimal(3000, 2), problem_decimal(5000, 2),
                                      shard);
    memset(shard, 'x', sizeof shard - 1);
    problem_occurrence(&problem, id);
    struct problem copy = problem;
    payments_raise_not_found(&problem);
    problem_clear(&problem);
    const cJSON *body = respond(&copy);
    assert_true(body_has("\"balance\":30.00"));
    problem_occurrence(&copy, copied_id);
    assert_string_equal(copied_id, id);
    assert_string_equal(text(body, "instance") + 9, id);
}

static void test_reuse(void **state)
{
    (void)state;
    char first[PROBLEM_OCCURRENCE_SIZE], second[PROBLEM_OCCURRENCE_SIZE];
    struct problem problem = PROBLEM_INIT;
    payments_add_required(&problem, PROBLEM_BODY("/a"));
    payments_raise_validation_failed(&problem);
    problem_occurrence(&problem, first);
    problem_clear(&problem);
    payments_raise_validation_failed(&problem);
    assert_null(member(respond(&problem), "errors"));
    problem_occurrence(&problem, second);
    assert_string_not_equal(first, second);
}

static void test_place_of_the_raise(void **state)
{
    (void)state;
    const char *file, *function;
    int line, expected = __LINE__ + 2;
    struct problem problem = PROBLEM_INIT;
    payments_raise_not_found(&problem);
    problem_raised_at(&problem, &file, &line, &function);
    assert_string_equal(file, __FILE__);
    assert_string_equal(function, __func__);
    assert_int_equal(line, expected);
}

static void test_null_problem(void **state)
{
    (void)state;
    assert_int_equal(payments_raise_not_found(NULL), PAYMENTS_NOT_FOUND);
    payments_add_required(NULL, PROBLEM_BODY("/a"));
    payments_set_account_suspended_since(NULL, 0);
    sandbox_set_node(NULL, "n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_insufficient_funds, forget_body),
        cmocka_unit_test_teardown(test_money_of_another_scale, forget_body),
        cmocka_unit_test_teardown(test_account_suspended, forget_body),
        cmocka_unit_test_teardown(test_setter_out_of_place, forget_body),
        cmocka_unit_test_teardown(test_values_that_do_not_fit, forget_body),
        cmocka_unit_test_teardown(test_rate_limited, forget_body),
        cmocka_unit_test_teardown(test_method_not_allowed, forget_body),
        cmocka_unit_test_teardown(test_constant_headers, forget_body),
        cmocka_unit_test_teardown(test_concealed, forget_body),
        cmocka_unit_test_teardown(test_field_errors, forget_body),
        cmocka_unit_test_teardown(test_too_many_field_errors, forget_body),
        cmocka_unit_test_teardown(test_field_errors_kept_inside, forget_body),
        cmocka_unit_test_teardown(test_nothing_raised, forget_body),
        cmocka_unit_test_teardown(test_foreign_registry, forget_body),
        cmocka_unit_test_teardown(test_shared_member_before_raise, forget_body),
        cmocka_unit_test_teardown(test_bodies_without_type, forget_body),
        cmocka_unit_test_teardown(test_last_raise_counts, forget_body),
        cmocka_unit_test_teardown(test_copy, forget_body),
        cmocka_unit_test_teardown(test_reuse, forget_body),
        cmocka_unit_test_teardown(test_place_of_the_raise, forget_body),
        cmocka_unit_test_teardown(test_null_problem, forget_body),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
