/*
 * What of a response is taken: its label, its JSON, and its members, by the rules that RFC 9457 has
 * for consumers (C1, C3, C4, C6).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>

#include "client_numbers.h"

/* ------------------------------------------------------------------ labels */

static int labelled(const char *content_type, const char *body)
{
    return number_of(typed, reply_of(410, content_type), body);
}

static void content_types(void **state)
{
    (void)state;
    const char *body = "{\"type\":\"" BASE "busy\"}";
    static const char *const taken[] = {
        "application/problem+json",
        "Application/Problem+JSON",
        "application/problem+json;charset=utf-8",
        " \tapplication/problem+json ; x=y",
        "application/problem+json \t",
        "application/json",
        "APPLICATION/JSON; charset=utf-8",
    };
    for (size_t i = 0; i < COUNT(taken); i++)
        assert_int_equal(labelled(taken[i], body), BUSY);
    static const char *const others[] = {
        NULL,
        "",
        "text/html",
        "application/problem",
        "application/problem+jsonx",
        "application/problem+xml",
        "application/problem+json, text/html",
        "application/jsonp",
        "application/problem+json x",
        "x application/problem+json",
        "application/json+problem",
    };
    for (size_t i = 0; i < COUNT(others); i++)
        assert_int_equal(labelled(others[i], body), -1 - (int)PROBLEM_RECEIVED_OTHER);
}

/* application/json is a problem only where it says itself which one. */
static void plain_json(void **state)
{
    (void)state;
    const char *json = "application/json";
    const int other = -1 - (int)PROBLEM_RECEIVED_OTHER;
    assert_int_equal(labelled(json, "{\"type\":\"https://other.example.com/t\"}"), ELSEWHERE);
    assert_int_equal(labelled(json, "{\"type\":\"https://other.example.com/u\"}"), other);
    assert_int_equal(labelled(json, "{\"type\":\"about:blank\"}"), other);
    assert_int_equal(labelled(json, "{}"), other);
    assert_int_equal(labelled(json, "[]"), other);
    assert_int_equal(labelled(json, "{"), other);
    assert_int_equal(labelled(json, ""), other);
    assert_int_equal(number_of(caused, reply_of(400, json), "{\"cause\":\"BAD_VALUE\"}"),
                     BAD_VALUE);
    assert_int_equal(number_of(caused, reply_of(411, json), "{}"), other);

    struct arrival arrival;
    arrive(&arrival, typed, reply_of(410, json), "{\"title\":\"x\"}", 13);
    assert_text(arrival.received.title, NULL);
    assert_text(arrival.received.type, NULL);
    struct problem_raw_member member;
    size_t position = 0;
    assert_false(problem_received_next_raw(&arrival.received, &position, &member));
    leave(&arrival);
}

static void broken(void **state)
{
    (void)state;
    static const char *const bodies[] = {"",
                                         " ",
                                         "[]",
                                         " 1 ",
                                         "\"{}\"",
                                         "null",
                                         "{\"type\":\"x\"",
                                         "{} {}",
                                         "{\"type\":\"\xff\"}",
                                         "\xef\xbb\xbf{}",
                                         "<html></html>"};
    for (size_t i = 0; i < COUNT(bodies); i++)
        assert_int_equal(labelled(PROBLEM_TYPE, bodies[i]), -1 - (int)PROBLEM_RECEIVED_BROKEN);
    struct problem_reply head = {.status = 503, .content_type = PROBLEM_TYPE, .retry_after = "7"};
    struct problem_received received;
    char scratch[PROBLEM_SCRATCH_SIZE(0)];
    assert_int_equal(problem_receive(typed, &head, scratch, sizeof scratch, &received),
                     PROBLEM_RECEIVED_BROKEN);
    assert_int_equal(received.status, 503);
    assert_int_equal(problem_retry_after(&received, 0), 7);
    assert_true(problem_is_transient(&received));
    assert_text(received.type, NULL);
}

static void room(void **state)
{
    (void)state;
    static const char body[] = "{\"type\":\"\\u0068ttps://other.example.com/t\"}";
    struct problem_reply reply = reply_of(503, PROBLEM_TYPE);
    char scratch[PROBLEM_SCRATCH_SIZE(sizeof body)];
    struct problem_received received;
    reply.body = body;
    reply.length = sizeof body - 1;
    for (size_t size = 0; size < PROBLEM_SCRATCH_SIZE(reply.length); size++) {
        assert_int_equal(problem_receive(typed, &reply, scratch, size, &received),
                         PROBLEM_RECEIVED_NO_ROOM);
        assert_true(received.number == 0 && received.status == 503);
    }
    errno = 7;
    assert_int_equal(
        problem_receive(typed, &reply, scratch, PROBLEM_SCRATCH_SIZE(reply.length), &received),
        PROBLEM_RECEIVED_KNOWN);
    assert_int_equal(errno, 7);
    reply.length = SIZE_MAX;
    assert_int_equal(problem_receive(typed, &reply, scratch, sizeof scratch, &received),
                     PROBLEM_RECEIVED_NO_ROOM);
}

/* ------------------------------------------------------------------ C1, C4, C6: members */

static void standard_members(void **state)
{
    (void)state;
    static const char body[] = " {\"detail\":\"d \\u00e9\\u0000\", \"title\":\"\",\"status\":409,\n"
                               "\"instance\":\"/x\",\"type\":\"" BASE "out-of-stock\",\"left\":3}";
    struct arrival arrival;
    arrive(&arrival, typed, reply_of(409, PROBLEM_TYPE), body, sizeof body - 1);
    const struct problem_received *received = &arrival.received;
    assert_int_equal(arrival.result, PROBLEM_RECEIVED_KNOWN);
    assert_ptr_equal(received->registry, typed);
    assert_text(received->type, BASE "out-of-stock");
    assert_text(received->title, "");
    assert_text(received->instance, "/x");
    assert_int_equal(received->detail.length, 5);
    assert_memory_equal(received->detail.bytes, "d \xc3\xa9", 5);
    assert_int_equal(received->status_body, 409);
    assert_false(received->status_differs);
    assert_false(received->type_relative);
    leave(&arrival);
}

/* A member of the wrong type is as good as absent. */
static void wrong_types(void **state)
{
    (void)state;
    static const char *const wrong[] = {"1", "null", "true", "[\"a\"]", "{\"a\":\"b\"}"};
    static const char *const names[] = {"type", "title", "detail", "instance"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        for (size_t name = 0; name < COUNT(names); name++) {
            char body[64];
            struct arrival arrival;
            snprintf(body, sizeof body, "{\"%s\":%s}", names[name], wrong[i]);
            arrive(&arrival, typed, reply_of(410, PROBLEM_TYPE), body, strlen(body));
            assert_int_equal(arrival.result, PROBLEM_RECEIVED_KNOWN); /* GONE, by its status */
            assert_text(arrival.received.type, "about:blank");
            assert_text(arrival.received.title, NULL);
            assert_text(arrival.received.detail, NULL);
            assert_text(arrival.received.instance, NULL);
            leave(&arrival);
        }
    }
}

static void statuses(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        int expected;
    } cases[] = {
        {"100", 100},   {"599", 599},   {"410", 410},
        {"4.1e2", 410}, {"410.0", 410}, {"99", 0},
        {"600", 0},     {"-410", 0},    {"0", 0},
        {"410.5", 0},   {"\"410\"", 0}, {"null", 0},
        {"[410]", 0},   {"true", 0},    {"4294967706", 0},
        {"1e400", 0},   {"{}", 0},      {"18446744073709551616", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char body[64];
        struct arrival arrival;
        snprintf(body, sizeof body, "{\"status\":%s}", cases[i].json);
        arrive(&arrival, typed, reply_of(410, PROBLEM_TYPE), body, strlen(body));
        assert_int_equal(arrival.received.status_body, cases[i].expected);
        assert_int_equal(arrival.received.status_differs,
                         cases[i].expected != 0 && cases[i].expected != 410);
        assert_int_equal(arrival.received.number, GONE); /* the HTTP status rules */
        leave(&arrival);
    }
    assert_int_equal(numbered(typed, 404, "{\"status\":410}"), 0);
    assert_int_equal(numbered(typed, 200, "{\"type\":\"" BASE "busy\"}"), BUSY);
}

/* The last one counts, whatever it is. */
static void repeated_names(void **state)
{
    (void)state;
    assert_int_equal(numbered(typed, 400, "{\"type\":\"" BASE "gone\",\"type\":\"" BASE "busy\"}"),
                     BUSY);
    assert_int_equal(numbered(typed, 400, "{\"type\":\"" BASE "busy\",\"type\":7}"), 0);
    assert_int_equal(numbered(typed, 400, "{\"type\":1,\"t\\u0079pe\":\"" BASE "busy\"}"), BUSY);
    assert_int_equal(numbered(typed, 400,
                              "{\"x\":{\"type\":\"" BASE "busy\"},\"Type\":\"" BASE
                              "busy\",\"types\":\"" BASE "busy\"}"),
                     0);
    assert_int_equal(numbered(caused, 400, "{\"cause\":\"BAD_FORMAT\",\"cause\":\"BAD_VALUE\"}"),
                     BAD_VALUE);
}

/* Unknown members can be looked at, and do nothing (C3). */
static void extensions(void **state)
{
    (void)state;
    static const char body[] =
        " {\"a\\u0062\" : [1, {\"b\":2}] ,\"type\":\"urn:x\",\"a\\u0062\":null}";
    struct arrival arrival;
    arrive(&arrival, typed, reply_of(400, PROBLEM_TYPE), body, sizeof body - 1);
    assert_int_equal(arrival.result, PROBLEM_RECEIVED_UNKNOWN);
    static const char *const expected[] = {"ab",  "[1, {\"b\":2}]", "type", "\"urn:x\"", "ab",
                                           "null"};
    struct problem_raw_member member;
    size_t position = 0, count = 0;
    while (problem_received_next_raw(&arrival.received, &position, &member)) {
        assert_text(member.name, expected[count++]);
        assert_text(member.json, expected[count++]);
    }
    assert_int_equal(count, COUNT(expected));
    assert_false(problem_received_next_raw(&arrival.received, &position, &member));
    leave(&arrival);
    assert_int_equal(numbered(typed, 410, "{\"detail\":\"type: " BASE "busy\",\"number\":102}"),
                     GONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_types),    cmocka_unit_test(plain_json),
        cmocka_unit_test(broken),           cmocka_unit_test(room),
        cmocka_unit_test(standard_members), cmocka_unit_test(wrong_types),
        cmocka_unit_test(statuses),         cmocka_unit_test(repeated_names),
        cmocka_unit_test(extensions),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
