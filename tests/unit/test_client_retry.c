/*
 * Whether to try again, and when.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client_image.h"

static bool transient(const struct problem_registry *registry, int status, const char *code)
{
    char body[128];
    struct arrival arrival;
    snprintf(body, sizeof body, "{\"type\":\"" BASE "%s\",\"title\":\"try again\"}", code);
    arrive(&arrival, registry, reply_of(status, "application/problem+json"), body, strlen(body));
    bool answer = problem_is_transient(&arrival.received);
    leave(&arrival);
    return answer;
}

static void by_registry(void **state)
{
    (void)state;
    const struct problem_registry *registry = typed_registry(true);
    assert_true(transient(registry, 429, "slow-down"));
    assert_true(transient(registry, 409, "busy"));
    assert_true(transient(registry, 400, "busy")); /* the status does not matter then */
    assert_false(transient(registry, 503, "closed"));
    assert_false(transient(registry, 503, "out-of-stock"));
    image_free(registry);
}

/* Unknown problems, and what is none. */
static void by_status(void **state)
{
    (void)state;
    const struct problem_registry *registry = typed_registry(false);
    for (int status = 0; status < 700; status++) {
        bool expected = status == 408 || status == 425 || status == 429 || status == 502 ||
                        status == 503 || status == 504;
        assert_int_equal(transient(registry, status, "unknown"), expected);
        struct arrival arrival;
        arrive(&arrival, registry, reply_of(status, "text/html"), "Try again later", 15);
        assert_int_equal(arrival.result, PROBLEM_RECEIVED_OTHER);
        assert_int_equal(problem_is_transient(&arrival.received), expected);
        leave(&arrival);
    }
    image_free(registry);
}

static int64_t wait_of(const char *retry_after, int64_t now)
{
    struct problem_received received = {.retry_after = retry_after};
    return problem_retry_after(&received, now);
}

static void seconds(void **state)
{
    (void)state;
    assert_int_equal(wait_of("0", 0), 0);
    assert_int_equal(wait_of("120", INT64_MAX), 120);
    assert_int_equal(wait_of(" \t007\t ", 0), 7);
    assert_int_equal(wait_of("86400", 0), 86400);
    assert_int_equal(wait_of("86401", 0), 86400);
    assert_int_equal(wait_of("99999999999999999999999999999999999", 0), 86400);
    static const char *const wrong[] = {NULL,  "",     " ",    "\t",   "-1",  "+1",      "1.5",
                                        "1e3", "1, 2", "soon", "0x10", "1 2", "\xc2\xb2"};
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_int_equal(wait_of(wrong[i], 0), -1);
}

static void dates(void **state)
{
    (void)state;
    static const char *const forms[] = {"Sun, 06 Nov 1994 08:49:37 GMT",
                                        "Sunday, 06-Nov-94 08:49:37 GMT",
                                        "Sun Nov  6 08:49:37 1994"};
    const int64_t then = 784111777;
    for (size_t i = 0; i < COUNT(forms); i++) {
        assert_int_equal(wait_of(forms[i], then - 30), 30);
        assert_int_equal(wait_of(forms[i], then), 0);
        assert_int_equal(wait_of(forms[i], then + 1), 0);
        assert_int_equal(wait_of(forms[i], then - 86400), 86400);
        assert_int_equal(wait_of(forms[i], then - 86401), 86400);
    }
    assert_int_equal(wait_of(forms[0], INT64_MAX), 0);
    assert_int_equal(wait_of(forms[0], INT64_MIN), 86400);
    assert_int_equal(wait_of(" Sun, 06 Nov 1994 08:49:37 GMT ", then - 1), 1);
    assert_int_equal(wait_of("Sun, 06 Nov 1994 08:49:37", then - 1), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_registry),
        cmocka_unit_test(by_status),
        cmocka_unit_test(seconds),
        cmocka_unit_test(dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
