/*
 * Which problem a response carries, and which occurrence of it (RFC 9457's rules C2 and C5).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client_numbers.h"

static void types(void **state)
{
    (void)state;
    const struct problem_registry *const registries[] = {typed, by_lookup};
    for (size_t i = 0; i < COUNT(registries); i++) {
        const struct problem_registry *registry = registries[i];
        assert_int_equal(numbered(registry, 409, "{\"type\":\"" BASE "out-of-stock\"}"),
                         OUT_OF_STOCK);
        assert_int_equal(numbered(registry, 500, "{\"type\":\"" BASE "slow-down\"}"), SLOW_DOWN);
        assert_int_equal(numbered(registry, 400, "{\"type\":\"https://other.example.com/t\"}"),
                         ELSEWHERE);
        assert_int_equal(numbered(registry, 410, "{\"type\":\"about:blank\"}"), GONE);
        assert_int_equal(numbered(registry, 410, "{\"type\":\"ABOUT:blank\"}"), GONE);
        assert_int_equal(numbered(registry, 410, "{}"), GONE);
        assert_int_equal(numbered(registry, 403, "{}"), 0);
        assert_int_equal(numbered(registry, 410, "{\"type\":\"" BASE "unknown\"}"), 0);
        assert_int_equal(numbered(registry, 410, "{\"type\":\"" BASE "gone\"}"), 0);
        assert_int_equal(numbered(registry, 410, "{\"type\":\"about:blank#\"}"), 0);
        /* a service with an older registry */
        assert_int_equal(numbered(registry, 403, "{\"type\":\"" BASE "concealed\"}"), CONCEALED);
    }
}

static void assert_type(const char *url, const char *type, uint32_t number, const char *resolved,
                        bool relative)
{
    char body[4096];
    struct arrival arrival;
    struct problem_reply reply = reply_of(400, PROBLEM_TYPE);
    reply.url = url;
    snprintf(body, sizeof body, "{\"type\":\"%s\"}", type);
    arrive(&arrival, typed, reply, body, strlen(body));
    assert_int_equal(arrival.received.number, number);
    assert_text(arrival.received.type, resolved);
    assert_int_equal(arrival.received.type_relative, relative);
    leave(&arrival);
}

/* Relative to the URL of the response (RFC 3986 5). */
static void relative_types(void **state)
{
    (void)state;
    const char *url = "https://api.example.com/orders/7?x#y";
    assert_type(url, "/errors/busy", BUSY, BASE "busy", false);
    assert_type(url, "../errors/./busy", BUSY, BASE "busy", false);
    assert_type(url, "//api.example.com/errors/busy", BUSY, BASE "busy", false);
    assert_type(url, "//API.example.com/errors/busy", BUSY, BASE "busy", false);
    assert_type("HTTPS://API.EXAMPLE.COM/", "errors/b\\u0075sy", BUSY, BASE "busy", false);
    assert_type(BASE "busy", "", BUSY, BASE "busy", false);
    assert_type(NULL, "https://api.example.com/x/../errors/busy", BUSY, BASE "busy", false);
    assert_type(url, "busy", 0, "https://api.example.com/orders/busy", false);
    assert_type(NULL, "/errors/busy", 0, "/errors/busy", true);
    assert_type("/orders/7", "/errors/busy", 0, "/errors/busy", true);
    assert_type(url, "urn:x:y", 0, "urn:x:y", false);

    /* no longer than there is room for: it stays as it is */
    static char longest[3000];
    memcpy(longest, "https://", 8);
    memset(longest + 8, 'a', PROBLEM_TYPE_MAX - 8);
    longest[PROBLEM_TYPE_MAX] = '\0';
    assert_type(url, longest, 0, longest, false);
    longest[PROBLEM_TYPE_MAX] = 'B';
    assert_type(url, longest, 0, longest, false);
    memset(longest, 'c', 8);
    assert_type(url, longest, 0, longest, true);
}

/* Without a type: the only problem of that status. */
static void blank_by_status(void **state)
{
    (void)state;
    assert_int_equal(numbered(blank, 411, "{}"), TOO_LONG);
    assert_int_equal(numbered(blank, 411, "{\"type\":\"about:blank\",\"cause\":\"BAD_VALUE\"}"),
                     TOO_LONG);
    assert_int_equal(numbered(blank, 400, "{}"), 0); /* two of them */
    assert_int_equal(numbered(blank, 403, "{}"), 0); /* concealed, and one with a type */
    assert_int_equal(numbered(blank, 500, "{}"), 0);
    assert_int_equal(numbered(blank, 411, "{\"type\":\"urn:z\"}"), 0);
    assert_int_equal(numbered(blank, 400, "{\"type\":\"urn:x:y\"}"), NOT_BLANK);
}

/* Without a type: the discriminator, whatever the status. */
static void blank_by_discriminator(void **state)
{
    (void)state;
    assert_int_equal(numbered(caused, 400, "{\"cause\":\"BAD_FORMAT\"}"), BAD_FORMAT);
    assert_int_equal(
        numbered(caused, 400, "{\"type\":\"about:blank\",\"cause\":\"BAD\\u005fVALUE\"}"),
        BAD_VALUE);
    assert_int_equal(numbered(caused, 500, "{\"cause\":\"TOO_LONG\"}"), TOO_LONG);
    assert_int_equal(numbered(caused, 400, "{\"cause\":\"UNKNOWN\"}"), 0);
    assert_int_equal(numbered(caused, 411, "{\"cause\":\"UNKNOWN\"}"), 0);
    assert_int_equal(numbered(caused, 411, "{\"cause\":\"NOT_BLANK\"}"), 0);
    assert_int_equal(numbered(caused, 411, "{\"cause\":7}"), TOO_LONG); /* as if absent (C1) */
    assert_int_equal(numbered(caused, 411, "{}"), TOO_LONG);
    assert_int_equal(numbered(caused, 400, "{}"), 0);
    assert_int_equal(
        numbered(caused, 400, "{\"version\":\"BAD_FORMAT\",\"logged\":\"BAD_FORMAT\"}"), 0);
    assert_int_equal(numbered(caused, 400, "{\"type\":\"urn:z\",\"cause\":\"BAD_VALUE\"}"), 0);
}

/* ------------------------------------------------------------------ the occurrence */

static void assert_occurrence(const char *type, const char *instance, const char *error_id,
                              const char *expected)
{
    char body[512];
    struct arrival arrival;
    struct problem_reply reply = reply_of(409, PROBLEM_TYPE);
    reply.error_id = error_id;
    snprintf(body, sizeof body, "{\"type\":\"%s\",\"instance\":%s}", type, instance);
    arrive(&arrival, typed, reply, body, strlen(body));
    assert_text(arrival.received.occurrence, expected);
    leave(&arrival);
}

static void occurrences(void **state)
{
    (void)state;
    const char *known = BASE "busy", *unknown = "urn:x";
    const char *id = "00000000-0000-4000-8000-000000000000";
    assert_occurrence(unknown, "\"urn:uuid:" UUID "\"", NULL, UUID);
    assert_occurrence(unknown, "\"URN:UUID:" UUID "\"", id, UUID);
    assert_occurrence(known, "\"urn:uuid:" UUID "\"", NULL, UUID);
    assert_occurrence(known, "\"https://api.example.com/o/" UUID "#x\"", NULL, UUID);
    assert_occurrence(known, "\"https:\\/\\/api.example.com/o/" UUID "\"", id, UUID);
    assert_occurrence(unknown, "\"https://api.example.com/o/" UUID "\"", NULL, NULL);
    assert_occurrence(BASE "out-of-stock", "\"https://api.example.com/o/" UUID "\"", NULL, NULL);
    assert_occurrence(known, "\"https://api.example.com/o/7f3d2a1c\"", id, id);
    assert_occurrence(known, "\"https://api.example.com/p/" UUID "\"", id, id);
    assert_occurrence(known, "\"https://api\"", id, id);
    assert_occurrence(known, "null", id, id);
    assert_occurrence(known, "null", NULL, NULL);
    assert_occurrence(known, "null", "x\r\ny", NULL);
    assert_occurrence(unknown, "\"urn:uuid:" UUID "0\"", id, id);
    assert_occurrence(unknown, "\"urn:uuid:x" UUID "\"", NULL, NULL);
    assert_occurrence(unknown, "\"urn:uuix:" UUID "\"", NULL, NULL);
    assert_occurrence(unknown, "\"urn:uuid:7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b1g\"", NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types),           cmocka_unit_test(relative_types),
        cmocka_unit_test(blank_by_status), cmocka_unit_test(blank_by_discriminator),
        cmocka_unit_test(occurrences),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
