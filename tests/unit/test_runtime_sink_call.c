/*
 * Sinks that are functions.
 */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>

#include "sinks.h"

static unsigned calls;
static int context;

static bool take(void *given, const char *line, size_t length)
{
    calls++;
    assert_ptr_equal(given, &context);
    record_of_line(line, length);
    errno = ERANGE; /* which answer() must not see */
    return true;
}

static bool refuse_it(void *given, const char *line, size_t length)
{
    take(given, line, length);
    return false;
}

static void a_function_gets_the_line(void **state)
{
    (void)state;
    struct problem_sink sink = PROBLEM_SINK_CALL(take, &context);
    calls = 0;
    answer(&sink);
    assert_string_equal(field_text("code.function.name"), "function");
    answer_at_length(&sink);
    assert_string_equal(field_text("code.function.name"), long_name);
    assert_int_equal(calls, 2);
    expect_dropped(&sink, 0);
}

static void what_it_refuses_is_counted(void **state)
{
    (void)state;
    struct problem_sink sink = PROBLEM_SINK_CALL(refuse_it, &context);
    calls = 0;
    for (unsigned i = 1; i <= 3; i++) {
        answer(&sink);
        assert_int_equal(calls, i);
        expect_dropped(&sink, i);
    }
}

static void it_may_stand_beside_a_descriptor(void **state)
{
    (void)state;
    struct problem_sink sink = PROBLEM_SINK_TO(9999); /* the function comes first */
    sink.write = take;
    sink.context = &context;
    calls = 0;
    answer(&sink);
    assert_int_equal(calls, 1);
    expect_dropped(&sink, 0);
}

/* ------------------------------------------------------------------ the response is ready then */

static char answered[256];
static struct problem_response answered_response;

static bool look(void *given, const char *line, size_t length)
{
    (void)given;
    (void)line;
    (void)length;
    assert_int_equal(answered_response.status, 400);
    assert_int_equal(answered_response.body_length, strlen("{\"status\":400}"));
    assert_memory_equal(answered_response.body, "{\"status\":400}", strlen("{\"status\":400}"));
    calls++;
    return true;
}

static void the_response_is_ready_by_then(void **state)
{
    (void)state;
    struct problem_sink sink = PROBLEM_SINK_CALL(look, NULL);
    const struct problem_request request = {.sink = &sink};
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, BARE, "f", 1, "g");
    memset(&answered_response, 0, sizeof answered_response);
    calls = 0;
    problem_respond(payments, &problem, &request, answered, sizeof answered, &answered_response);
    assert_int_equal(calls, 1);
}

/* ------------------------------------------------------------------ one that responds itself */

static struct problem_sink outer, inner;
static unsigned inner_calls;

static bool count(void *given, const char *line, size_t length)
{
    (void)given;
    (void)line;
    (void)length;
    inner_calls++;
    return true;
}

static bool respond_in_turn(void *given, const char *line, size_t length)
{
    calls++;
    record_of_line(line, length);
    answer(given);
    return true;
}

static void a_function_that_responds_with_its_own_sink(void **state)
{
    (void)state;
    outer = (struct problem_sink)PROBLEM_SINK_CALL(respond_in_turn, &outer);
    calls = 0;
    for (unsigned i = 1; i <= 3; i++) {
        answer(&outer);
        assert_int_equal(calls, i); /* once each: it does not come back to itself */
        expect_dropped(&outer, i);
    }
}

static void a_function_that_responds_with_another(void **state)
{
    (void)state;
    outer = (struct problem_sink)PROBLEM_SINK_CALL(respond_in_turn, &inner);
    inner = (struct problem_sink)PROBLEM_SINK_CALL(count, NULL);
    calls = inner_calls = 0;
    answer(&outer);
    assert_int_equal(calls, 1);
    assert_int_equal(inner_calls, 0);
    expect_dropped(&outer, 0);
    expect_dropped(&inner, 1);
    answer(&inner); /* not from within: as ever */
    assert_int_equal(inner_calls, 1);
    expect_dropped(&inner, 1);

    inner = (struct problem_sink)PROBLEM_SINK_NONE; /* wants none, loses none */
    answer(&outer);
    expect_dropped(&inner, 0);
}

static bool respond_to_none(void *given, const char *line, size_t length)
{
    (void)given;
    (void)line;
    (void)length;
    uint64_t before = problem_sink_dropped(NULL);
    answer(NULL);
    assert_int_equal(problem_sink_dropped(NULL), before + 1); /* standard error's */
    return true;
}

static void a_function_that_responds_without_a_sink(void **state)
{
    (void)state;
    outer = (struct problem_sink)PROBLEM_SINK_CALL(respond_to_none, NULL);
    answer(&outer);
    expect_dropped(&outer, 0);
}

/* ------------------------------------------------------------------ threads do not disturb it */

static void *answer_inner(void *unused)
{
    (void)unused;
    answer(&inner);
    return NULL;
}

static bool wait_for_another_thread(void *given, const char *line, size_t length)
{
    (void)given;
    (void)line;
    (void)length;
    pthread_t thread;
    calls++;
    return pthread_create(&thread, NULL, answer_inner, NULL) == 0 &&
           pthread_join(thread, NULL) == 0;
}

static void a_function_waits_for_a_thread_that_responds(void **state)
{
    (void)state;
    outer = (struct problem_sink)PROBLEM_SINK_CALL(wait_for_another_thread, NULL);
    inner = (struct problem_sink)PROBLEM_SINK_CALL(count, NULL);
    calls = inner_calls = 0;
    answer(&outer);
    assert_int_equal(calls, 1);
    assert_int_equal(inner_calls, 1);
    expect_dropped(&outer, 0);
    expect_dropped(&inner, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_gets_the_line),
        cmocka_unit_test(what_it_refuses_is_counted),
        cmocka_unit_test(it_may_stand_beside_a_descriptor),
        cmocka_unit_test(the_response_is_ready_by_then),
        cmocka_unit_test(a_function_that_responds_with_its_own_sink),
        cmocka_unit_test(a_function_that_responds_with_another),
        cmocka_unit_test(a_function_that_responds_without_a_sink),
        cmocka_unit_test(a_function_waits_for_a_thread_that_responds),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
