/*
 * When there is a record, and that the response is the same with and without what it says.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "ledger_image.h"
#include "records.h"
#include "responses.h"

static const struct problem_registry *ledger;

static int start(void **state)
{
    ledger = ledger_image();
    return set_up(state);
}

static int stop(void **state)
{
    forget_record();
    image_free(ledger);
    return tear_down(state);
}

static unsigned taken;
static char last_id[PROBLEM_OCCURRENCE_SIZE];

static bool count(void *context, const char *line, size_t length)
{
    (void)context;
    taken++;
    record_of_line(line, length);
    memcpy(last_id, field_text("problem.occurrence"), sizeof last_id);
    return true;
}

static struct problem_sink counting = PROBLEM_SINK_CALL(count, NULL);
static const struct problem_request counted = {.sink = &counting};

static void one_record_for_each_occurrence(void **state)
{
    (void)state;
    char id[PROBLEM_OCCURRENCE_SIZE];
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, NOT_FOUND, "f", 1, "g");
    taken = 0;
    /* The first try finds too little room, and is recorded all the same. */
    assert_true(problem_respond(payments, &problem, &counted, buffer, 10, &response) > 10);
    assert_int_equal(taken, 1);
    respond(&problem, &counted);
    struct problem copy = problem;
    respond(&copy, &counted);
    assert_int_equal(taken, 1);

    problem_occurrence(&problem, id);
    assert_string_equal(last_id, id);
    problem_begin(&problem, payments, BARE, "f", 2, "g"); /* news: recorded, under the same id */
    respond(&problem, &counted);
    assert_int_equal(taken, 2);
    assert_string_equal(last_id, id);
    assert_string_equal(field_text("error.type"), "bare");

    problem_clear(&problem);
    respond(&problem, &counted);
    assert_int_equal(taken, 3);
    assert_string_not_equal(last_id, id);

    respond(NULL, &counted);
    respond(NULL, &counted);
    assert_int_equal(taken, 5);
}

static void no_record_in_less_than_its_room(void **state)
{
    (void)state;
    static char bytes[PROBLEM_RECORD_SIZE];
    struct problem problem = insufficient_funds();
    memset(bytes, '#', sizeof bytes);
    for (size_t size = 0; size < sizeof bytes; size += 127)
        assert_int_equal(problem_record(payments, &problem, NULL, bytes, size), 0);
    assert_int_equal(problem_record(payments, &problem, NULL, bytes, sizeof bytes - 1), 0);
    assert_int_equal(problem_record(payments, &problem, NULL, NULL, 0), 0);
    for (size_t i = 0; i < sizeof bytes; i++)
        assert_int_equal(bytes[i], '#');

    size_t length = problem_record(payments, &problem, NULL, bytes, sizeof bytes);
    record_of_line(bytes, length);
    assert_int_equal(bytes[length], '#');
    length = problem_record(payments, NULL, NULL, bytes, sizeof bytes);
    record_of_line(bytes, length);
    assert_true(field_is_true("problem.unraised"));

    taken = 0; /* a record that was had this way does not count as recorded */
    respond(&problem, &counted);
    assert_int_equal(taken, 1);
}

/* ------------------------------------------------------------------ the response does not know */

static void the_response_is_the_same_whatever_the_log_learns(void **state)
{
    (void)state;
    static char expected[sizeof buffer];
    static const struct problem_request told = {
        .method = "GET",
        .path = "/a?b",
        .accept_language = "de",
        .request_id = "\"evil\"",
        .traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        .sink = &counting,
    };
    struct problem silent = insufficient_funds(), talkative = raised(BARE);
    problem_begin(&talkative, ledger, LEDGER_CLOSED, "earlier.c", 1, "earlier");
    problem_begin(&talkative, payments, INSUFFICIENT_FUNDS, "elsewhere.c", 70, "elsewhere");
    problem_put_decimal(&talkative, BALANCE, problem_decimal(3000, 2));
    problem_put_decimal(&talkative, COST, problem_decimal(50, 0));
    problem_put_string(&talkative, SHARD, "another-shard");
    problem_because_errno(&talkative, 5, "cause %d", 1);
    problem_because_code(&talkative, "source", 7, "message");

    static struct problem_sink none = PROBLEM_SINK_NONE;
    static const struct problem_request quiet = {.sink = &none};
    struct problem_response first;
    size_t needed = problem_respond(payments, &silent, &quiet, expected, sizeof expected, &first);
    assert_int_equal(problem_respond(payments, &talkative, &told, buffer, sizeof buffer, &response),
                     needed);
    assert_memory_equal(buffer, expected, needed); /* the body, and the values of headers */
    assert_int_equal(response.body_length, first.body_length);
    assert_int_equal(response.status, first.status);
    assert_int_equal(response.header_count, first.header_count);
    for (size_t i = 0; i < response.header_count; i++) {
        assert_string_equal(response.headers[i].name, first.headers[i].name);
        assert_string_equal(response.headers[i].value, first.headers[i].value);
    }
}

static void the_largest_response_is_known(void **state)
{
    (void)state;
    size_t largest = 0;
    for (uint32_t i = 0; i <= BARE; i++) {
        size_t size = problem_body_max(payments, i) + problem_headers_max(payments, i);
        largest = size > largest ? size : largest;
    }
    assert_int_equal(problem_response_max(payments), largest);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_record_for_each_occurrence),
        cmocka_unit_test(no_record_in_less_than_its_room),
        cmocka_unit_test(the_response_is_the_same_whatever_the_log_learns),
        cmocka_unit_test(the_largest_response_is_known),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
