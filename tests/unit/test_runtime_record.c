/*
 * The record: what happened and what was sent instead.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <time.h>

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

/* ------------------------------------------------------------------ what happened */

static void a_problem_and_no_more(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    record_of(payments, &problem, NULL);
    const char *rest = "\"severity_text\":\"INFO\",\"severity_number\":9,"
                       "\"event_name\":\"problem\",\"problem.occurrence\":\"" ID "\","
                       "\"error.type\":\"insufficient-funds\",\"problem.registry\":\"payments\","
                       "\"http.response.status_code\":403,"
                       "\"code.file.path\":\"file.c\",\"code.line.number\":7,"
                       "\"code.function.name\":\"function\","
                       "\"problem.member.balance\":30.00,\"problem.member.cost\":50.00,"
                       "\"problem.member.shard\":\"shard-7\",\"problem.member.docs\":{\"a\":1},"
                       "\"problem.owner\":\"team-accounts\","
                       "\"problem.runbook\":\"https://runbooks.example.com/funds\"}\n";
    const size_t head = sizeof "{\"timestamp\":\"2026-01-01T00:00:00.000000Z\"," - 1;
    assert_int_equal(record_length, head + strlen(rest));
    assert_memory_equal(record_line + head, rest, strlen(rest));
}

static void the_time_is_now(void **state)
{
    (void)state;
    char before[21], after[21];
    struct problem problem = insufficient_funds();
    time_t now = time(NULL);
    strftime(before, sizeof before, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
    record_of(payments, &problem, NULL);
    now = time(NULL);
    strftime(after, sizeof after, "%Y-%m-%dT%H:%M:%SZ", gmtime(&now));
    const char *written = field_text("timestamp");
    assert_int_equal(strlen(written), 27);
    assert_int_equal(written[19], '.');
    assert_int_equal(strspn(written + 20, "0123456789"), 6);
    assert_int_equal(written[26], 'Z');
    assert_true(memcmp(written, before, 19) >= 0 && memcmp(written, after, 19) <= 0);
}

static void expect_severity(const struct problem_registry *registry, uint32_t index,
                            const char *text, int number)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, registry, index, "f", 1, "g");
    record_of(registry, &problem, NULL);
    assert_string_equal(field_text("severity_text"), text);
    assert_int_equal((int)field_number("severity_number"), number);
}

static void severities(void **state)
{
    (void)state;
    expect_severity(payments, VALIDATION_FAILED, "DEBUG", 5);
    expect_severity(payments, INSUFFICIENT_FUNDS, "INFO", 9);
    expect_severity(payments, METHOD_NOT_ALLOWED, "WARN", 13);
    expect_severity(payments, INTERNAL_ERROR, "ERROR", 17);
}

static void who_is_called_at_night(void **state)
{
    (void)state;
    struct problem problem = raised(BARE);
    record_of(payments, &problem, NULL);
    assert_false(has_field("problem.owner"));
    assert_false(has_field("problem.runbook"));

    problem_clear(&problem);
    problem_begin(&problem, ledger, LEDGER_CLOSED, "f", 1, "g");
    record_of(ledger, &problem, NULL);
    assert_string_equal(field_text("problem.owner"), "team-ledger");
    assert_false(has_field("problem.runbook"));
}

static void without_file_and_function(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, BARE, NULL, 7, NULL);
    record_of(payments, &problem, NULL);
    assert_false(has_field("code.file.path"));
    assert_int_equal((int)field_number("code.line.number"), 7);
    assert_false(has_field("code.function.name"));
}

/* ------------------------------------------------------------------ what was sent instead */

static void expect_no_other_was_sent(void)
{
    assert_false(has_field("problem.status"));
    assert_false(has_field("problem.sent.code"));
    assert_false(has_field("problem.sent.registry"));
}

static void a_concealed_problem(void **state)
{
    (void)state;
    struct problem problem = raised(SECRET);
    problem_put_string(&problem, WHY, "tenant-9");
    record_of(payments, &problem, NULL);
    assert_string_equal(field_text("error.type"), "secret");
    assert_string_equal(field_text("problem.registry"), "payments");
    assert_int_equal((int)field_number("http.response.status_code"), 404);
    assert_int_equal((int)field_number("problem.status"), 403);
    assert_string_equal(field_text("problem.sent.code"), "not-found");
    assert_string_equal(field_text("problem.sent.registry"), "payments");
    assert_string_equal(field_text("problem.member.why"), "tenant-9");
    assert_false(has_field("problem.unraised"));
    assert_int_equal(record_response.status, 404);
}

static void a_problem_of_another_registry(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, ledger, LEDGER_CLOSED, "ledger.c", 9, "close");
    problem_put_integer(&problem, TOTAL, -7);
    problem_put_integer(&problem, TOTAL + 1, 1); /* a decimal: does not fit */
    record_of(payments, &problem, NULL);
    assert_string_equal(field_text("error.type"), "ledger-closed");
    assert_string_equal(field_text("problem.registry"), "ledger");
    assert_int_equal((int)field_number("http.response.status_code"), 500);
    assert_int_equal((int)field_number("problem.status"), 409);
    assert_string_equal(field_text("problem.sent.code"), "internal-error");
    assert_string_equal(field_text("problem.sent.registry"), "payments");
    assert_string_equal(field_text("severity_text"), "WARN");
    assert_string_equal(field_text("problem.owner"), "team-ledger");
    assert_string_equal(field_text("code.file.path"), "ledger.c");
    assert_int_equal((int)field_number("problem.member.total"), -7);
    assert_string_equal(field_item("problem.misfits", 0), "rate");
    assert_false(has_field("problem.unraised"));
}

static void expect_unraised(void)
{
    assert_true(field_is_true("problem.unraised"));
    assert_string_equal(field_text("error.type"), "internal-error");
    assert_string_equal(field_text("problem.registry"), "payments");
    assert_int_equal((int)field_number("http.response.status_code"), 500);
    assert_string_equal(field_text("severity_text"), "ERROR");
    assert_false(has_field("code.file.path"));
    assert_false(has_field("code.line.number"));
    assert_false(has_field("code.function.name"));
    expect_no_other_was_sent();
}

static void nothing_was_raised(void **state)
{
    (void)state;
    struct problem nothing = PROBLEM_INIT;
    problem_because(&nothing, "all the same");
    record_of(payments, &nothing, NULL);
    expect_unraised();
    assert_string_equal(field_item("problem.causes", 0), "all the same");

    record_of(payments, NULL, NULL);
    expect_unraised();
    assert_false(has_field("problem.causes"));
    assert_int_equal(strlen(field_text("problem.occurrence")), 36);

    record_of(ledger, NULL, NULL);
    assert_true(field_is_true("problem.unraised"));
    assert_string_equal(field_text("problem.runbook"), "https://runbooks.example.com/lost");

    struct problem own = PROBLEM_INIT; /* a member of the registry, and no problem */
    problem_accepts(&own, payments, PROBLEM_ANY);
    problem_put_string(&own, NODE, "node-3");
    struct problem same = own;
    record_of(payments, &own, NULL);
    expect_unraised();
    assert_string_equal(field_text("problem.member.node"), "node-3");

    record_of(ledger, &same, NULL); /* and of another registry */
    assert_true(field_is_true("problem.unraised"));
    assert_string_equal(field_text("error.type"), "ledger-lost");
    assert_string_equal(field_text("problem.member.node"), "node-3");

    problem_clear(&nothing);
    problem_begin(&nothing, payments, 1000, "f", 1, "g"); /* no such problem */
    record_of(payments, &nothing, NULL);
    expect_unraised();
}

/* ------------------------------------------------------------------ earlier raises */

static void expect_earlier(int index, const char *code, const char *file, int line,
                           const char *function)
{
    const cJSON *one = cJSON_GetArrayItem(field("problem.earlier"), index);
    assert_non_null(one);
    assert_string_equal(text_in(one, "error.type"), code);
    assert_string_equal(text_in(one, "code.file.path"), file);
    assert_int_equal(cJSON_GetObjectItem(one, "code.line.number")->valueint, line);
    assert_string_equal(text_in(one, "code.function.name"), function);
    assert_int_equal(cJSON_GetArraySize(one), 4);
}

static void earlier_raises_are_remembered(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, ledger, LEDGER_CLOSED, "a.c", 1, "one");
    problem_begin(&problem, payments, NOT_FOUND, "b.c", 2, "two");
    record_of(payments, &problem, NULL);
    field_array("problem.earlier", 1);
    expect_earlier(0, "ledger-closed", "a.c", 1, "one");
    assert_string_equal(field_text("error.type"), "not-found");
    assert_string_equal(field_text("code.file.path"), "b.c");
    assert_false(has_field("problem.earlier_omitted"));

    problem_begin(&problem, ledger, LEDGER_LOST, "c.c", 3, "three");
    problem_begin(&problem, payments, SECRET, "d.c", 4, "four");
    problem_begin(&problem, payments, BARE, "e.c", 5, "five");
    record_of(payments, &problem, NULL);
    field_array("problem.earlier", 4);
    expect_earlier(1, "not-found", "b.c", 2, "two");
    expect_earlier(2, "ledger-lost", "c.c", 3, "three");
    expect_earlier(3, "secret", "d.c", 4, "four");
    assert_false(has_field("problem.earlier_omitted"));

    problem_begin(&problem, payments, NOT_FOUND, "f.c", 6, "six");
    problem_begin(&problem, payments, NOT_FOUND, "g.c", 7, "seven");
    record_of(payments, &problem, NULL);
    field_array("problem.earlier", 4);
    expect_earlier(0, "ledger-closed", "a.c", 1, "one");
    assert_int_equal((int)field_number("problem.earlier_omitted"), 2);

    for (int i = 0; i < 70000; i++) /* counted as far as can be */
        problem_begin(&problem, payments, NOT_FOUND, "g.c", 7, "seven");
    record_of(payments, &problem, NULL);
    assert_int_equal((int)field_number("problem.earlier_omitted"), UINT16_MAX);

    problem_clear(&problem);
    problem_begin(&problem, payments, BARE, "a.c", 1, "one");
    record_of(payments, &problem, NULL);
    assert_false(has_field("problem.earlier"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_problem_and_no_more),
        cmocka_unit_test(the_time_is_now),
        cmocka_unit_test(severities),
        cmocka_unit_test(who_is_called_at_night),
        cmocka_unit_test(without_file_and_function),
        cmocka_unit_test(a_concealed_problem),
        cmocka_unit_test(a_problem_of_another_registry),
        cmocka_unit_test(nothing_was_raised),
        cmocka_unit_test(earlier_raises_are_remembered),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
