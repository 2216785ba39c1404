/*
 * How much stack the runtime takes, against what problem.h says. Each function runs on a painted
 * stack of a thread's own, on which is then looked how deep the paint is gone. It has run before:
 * the dynamic linker takes some stack when a function is called for the first time.
 */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdalign.h>
#include <stdio.h>

#include "ledger_image.h"
#include "sanitized.h"
#include "sinks.h"

enum { STACK_SIZE = 1 << 20, PAINT = 0xa5, RESPOND_MAX = 20 * 1024, OTHERS_MAX = 2 * 1024 };

typedef void work(void);

static alignas(4096) unsigned char stack[STACK_SIZE];
static uintptr_t stack_begin; /* where the work's own frame begins, more or less */

static void *run(void *argument)
{
    volatile char here = 0;
    work *const *what = argument;
    stack_begin = (uintptr_t)&here;
    (*what)();
    return NULL;
}

static size_t stack_of(work *what)
{
    pthread_attr_t attributes;
    pthread_t thread;
    memset(stack, PAINT, sizeof stack);
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstack(&attributes, stack, sizeof stack), 0);
    assert_int_equal(pthread_create(&thread, &attributes, run, &what), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    pthread_attr_destroy(&attributes);
    size_t untouched = 0;
    while (stack[untouched] == PAINT)
        untouched++;
    return stack_begin - (uintptr_t)(stack + untouched);
}

/* ------------------------------------------------------------------ what is done */

static struct problem problem;
static const struct problem_registry *ledger;
static struct problem_sink sink;
static char buffer[1 << 14], record[PROBLEM_RECORD_SIZE];
static struct problem_response response;
static struct problem_where where;

static void respond(void)
{
    static const char path[] = "/a/path?with=a&query";
    const struct problem_request request = {
        .method = "PROPFIND",
        .path = path,
        .accept = "text/html, application/problem+json;q=0, application/json",
        .accept_language = "de",
        .request_id = "an id",
        .traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        .sink = &sink,
    };
    problem.recorded = 0;
    problem_respond(problem.registry, &problem, &request, buffer, sizeof buffer, &response);
}

static void write_record(void)
{
    const struct problem_request request = {.method = "GET", .path = "/a?b", .request_id = "id"};
    problem_record(problem.registry, &problem, &request, record, sizeof record);
}

static void raise_it(void)
{
    static const char *const tags[] = {"a", "b"};
    problem_begin(&problem, ledger, LEDGER_CLOSED, "file.c", 1, "function");
    problem_put_integer(&problem, TOTAL, 1001); /* a misfit, which is noted */
    problem_put_decimal(&problem, RATE, problem_decimal(125, 1));
    problem_put_number(&problem, RATIO, 1.7976931348623157e308);
    problem_put_boolean(&problem, OPEN, true);
    problem_put_enum(&problem, STATE, 1);
    problem_put_string(&problem, NOTE, "A note \xe2\x80\xae");
    problem_put_time(&problem, MOMENT, problem_time(1767323045, 678999999));
    problem_put_integer(&problem, DAY, 1767323045);
    problem_put_strings(&problem, TAGS, tags, COUNT(tags));
    problem_put_string(&problem, LINK, "urn:a:b");
    problem_begin(&problem, ledger, LEDGER_CLOSED, "file.c", 1, "function");
}

static void add_field_error(void)
{
    problem_violation_begin(&problem, payments, MINIMUM, &where);
    problem_put_integer(&problem, 0, 7);
    problem_violation_end(&problem);
}

static void name_a_place(void)
{
    where = PROBLEM_BODY("/items/%zu/%s", (size_t)3, "amount");
}

static void say_why(void)
{
    problem_because(&problem, "charging order %s for %d of %ld", "o-1", 3, 4L);
}

static void say_errno(void)
{
    problem_because_errno(&problem, 2, "opening %s", "a");
}

static void say_code(void)
{
    problem_because_code(&problem, "sqlite", 5, "database is locked");
}

static void print_only(void)
{
    static char text[64];
    snprintf(text, sizeof text, "/items/%zu/%s", (size_t)3, "amount");
}

static void make_an_id(void)
{
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text);
}

static void look_into_it(void)
{
    struct problem_member member;
    struct problem_info info;
    size_t position = 0;
    while (problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member))
        ;
    problem_detail(&problem, buffer, sizeof buffer);
    problem_describe(problem.registry, problem_sent(&problem), &info);
    problem_find_code(problem.registry, "bare", 4);
    problem_find_type(problem.registry, "https://example.com/bare", 24);
}

static void look_into_field_errors(void)
{
    struct problem_violation violation;
    size_t position = 0;
    while (problem_next_violation(&problem, &position, &violation))
        problem_violation_detail(&problem, &violation, buffer, sizeof buffer);
}

static void write_head(void)
{
    problem_write_head(&response, buffer, sizeof buffer);
}

/* ------------------------------------------------------------------ what it takes */

static void measure(const char *name, work *what, size_t limit)
{
    what();
    size_t used = stack_of(what);
    print_message("%-32s %6zu bytes of stack\n", name, used);
    assert_in_range(used, 1, limit - 1);
}

static void skip_where_sanitized(void)
{
    if (!SANITIZED)
        return;
    print_message("skipped: sanitizers have frames of their own\n");
    skip();
}

static void ready_with_everything(void)
{
    problem_clear(&problem);
    raise_it();
    raise_it();
    say_errno();
    say_code();
}

static void responding(void **state)
{
    (void)state;
    skip_where_sanitized();
    int null = open("/dev/null", O_WRONLY), full = open("/dev/full", O_WRONLY);
    assert_true(null >= 0 && full >= 0);
    ready_with_everything();
    sink = (struct problem_sink)PROBLEM_SINK_TO(null);
    measure("problem_respond", respond, RESPOND_MAX);
    sink = (struct problem_sink)PROBLEM_SINK_TO(full); /* which is opened anew */
    measure("problem_respond, /dev/full", respond, RESPOND_MAX);
    problem_clear(&problem);
    name_a_place();
    for (int i = 0; i < 4; i++)
        add_field_error();
    problem_begin(&problem, payments, VALIDATION_FAILED, "f", 1, "g");
    measure("problem_respond, field errors", respond, RESPOND_MAX);
    close(null);
    close(full);
}

static void everything_else(void **state)
{
    (void)state;
    skip_where_sanitized();
    ready_with_everything();
    measure("problem_record", write_record, OTHERS_MAX);
    measure("raise", raise_it, OTHERS_MAX);
    measure("problem_because_code", say_code, OTHERS_MAX);
    measure("problem_occurrence", make_an_id, OTHERS_MAX);
    measure("looking into a problem", look_into_it, OTHERS_MAX);
    measure("problem_write_head", write_head, OTHERS_MAX);
    problem_clear(&problem);
    name_a_place();
    measure("field errors", add_field_error, OTHERS_MAX);
    measure("looking into field errors", look_into_field_errors, OTHERS_MAX);
    problem_begin(&problem, payments, VALIDATION_FAILED, "f", 1, "g");
    measure("problem_record, field errors", write_record, OTHERS_MAX);
}

/* These call printf, whose share comes on top. */
static void with_printf(void **state)
{
    (void)state;
    skip_where_sanitized();
    problem_clear(&problem);
    print_only();
    size_t share = stack_of(print_only);
    print_message("%-32s %6zu bytes of stack\n", "printf", share);
    measure("problem_at", name_a_place, OTHERS_MAX + share);
    measure("problem_because", say_why, OTHERS_MAX + share);
    measure("problem_because_errno", say_errno, OTHERS_MAX + share);
}

static int start(void **state)
{
    ledger = ledger_image();
    return set_up(state);
}

static int stop(void **state)
{
    image_free(ledger);
    return tear_down(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(responding),
        cmocka_unit_test(everything_else),
        cmocka_unit_test(with_printf),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
