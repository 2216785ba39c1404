/*
 * Types of members that are no strings and no lists: what fits, how it is written in the body, in
 * the detail and in a header, and what becomes of values that do not fit; and the area that values
 * are kept in.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>

#include "one_member.h"

static void integers(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    finish(shape_integer(&builder, -5, 300, false));
    problem_put_integer(&problem, 0, -5);
    expect("-5", "-5", "-5");
    problem_put_integer(&problem, 0, 300);
    expect("300", "300", "300");
    problem_put_integer(&problem, 0, -6);
    expect_misfit();
    problem_put_integer(&problem, 0, 301);
    expect_misfit();
    problem_put_string(&problem, 0, "3");
    expect_misfit();
    problem_put_decimal(&problem, 0, problem_decimal(1, 0));
    expect_misfit();
    problem_put_number(&problem, 0, 1);
    expect_misfit();
    problem_put_boolean(&problem, 0, true);
    expect_misfit();
    problem_put_enum(&problem, 0, 1);
    expect_misfit();
    problem_put_time(&problem, 0, problem_time(0, 0));
    expect_misfit();
    problem_put_integers(&problem, 0, NULL, 0);
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_integer(&builder, INT64_MIN, INT64_MAX, true));
    problem_put_integer(&problem, 0, INT64_MIN);
    expect("\"-9223372036854775808\"", "-9223372036854775808", "-9223372036854775808");
    problem_put_integer(&problem, 0, INT64_MAX);
    expect("\"9223372036854775807\"", "9223372036854775807", "9223372036854775807");
    problem_put_integer(&problem, 0, -1);
    expect("\"-1\"", "-1", "-1");
    done();
}

static void decimals(void **state)
{
    (void)state;
    const int64_t safe = ((int64_t)1 << 53) - 1;
    image_start(&builder, "r", "");
    finish(shape_decimal(&builder, 2, 2, false));
    problem_put_decimal(&problem, 0, problem_decimal(30, 0));
    expect("30.00", "30.00", "30.00");
    problem_put_decimal(&problem, 0, problem_decimal(-12340, 3));
    expect("-12.34", "-12.34", "-12.34");
    problem_put_decimal(&problem, 0, problem_decimal(1, 3));
    expect_misfit();
    problem_put_decimal(&problem, 0, problem_decimal(safe, 2));
    expect("90071992547409.91", "90071992547409.91", "90071992547409.91");
    problem_put_decimal(&problem, 0, problem_decimal(safe + 1, 2));
    expect_misfit();
    problem_put_decimal(&problem, 0, problem_decimal(-safe, 2));
    expect("-90071992547409.91", "-90071992547409.91", "-90071992547409.91");
    problem_put_decimal(&problem, 0, problem_decimal(-safe - 1, 2));
    expect_misfit();
    problem_put_decimal(&problem, 0, problem_decimal(INT64_MAX, 0));
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_decimal(&builder, 0, 18, true));
    problem_put_decimal(&problem, 0, problem_decimal(INT64_MIN, 18));
    expect("\"-9.223372036854775808\"", "-9.223372036854775808", "-9.223372036854775808");
    problem_put_decimal(&problem, 0, problem_decimal(-1, 18));
    expect("\"-0.000000000000000001\"", "-0.000000000000000001", "-0.000000000000000001");
    problem_put_decimal(&problem, 0, problem_decimal(INT64_MIN, 0));
    expect("\"-9223372036854775808\"", "-9223372036854775808", "-9223372036854775808");
    done();
}

static void numbers_and_booleans(void **state)
{
    (void)state;
    volatile double zero = 0;
    image_start(&builder, "r", "");
    finish(shape_plain(&builder, PROBLEM_NUMBER));
    problem_put_number(&problem, 0, 0.1);
    expect("0.1", "0.1", "0.1");
    problem_put_number(&problem, 0, -0.0000012345678901234567);
    expect("-0.0000012345678901234567", "-0.0000012345678901234567", "-0.0000012345678901234567");
    problem_put_number(&problem, 0, 1 / zero);
    expect_misfit();
    problem_put_number(&problem, 0, -1 / zero);
    expect_misfit();
    problem_put_number(&problem, 0, zero / zero);
    expect_misfit();
    problem_put_integer(&problem, 0, 1);
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_plain(&builder, PROBLEM_BOOLEAN));
    problem_put_boolean(&problem, 0, true);
    expect("true", "true", "true");
    problem_put_boolean(&problem, 0, false);
    expect("false", "false", "false");
    done();
}

static void enums(void **state)
{
    (void)state;
    const char *const values[] = {"red", "dark-green"};
    image_start(&builder, "r", "");
    finish(shape_enum(&builder, values, 2));
    problem_put_enum(&problem, 0, 1);
    expect("\"red\"", "red", "red");
    problem_put_enum(&problem, 0, 2);
    expect("\"dark-green\"", "dark-green", "dark-green");
    problem_put_enum(&problem, 0, 0);
    expect_misfit();
    problem_put_enum(&problem, 0, 3);
    expect_misfit();
    problem_put_enum(&problem, 0, -1);
    expect_misfit();
    done();
}

static void times(void **state)
{
    (void)state;
    const int64_t moment = 1795255200; /* 2026-11-21T10:00:00Z */
    const char *http = "Sat, 21 Nov 2026 10:00:00 GMT";
    image_start(&builder, "r", "");
    finish(shape_time(&builder, 0));
    problem_put_time(&problem, 0, problem_time(moment, 999999999));
    expect("\"2026-11-21T10:00:00Z\"", "2026-11-21T10:00:00Z", http);
    problem_put_time(&problem, 0, problem_time(-62135596801, 0));
    expect_misfit();
    problem_put_time(&problem, 0, problem_time(-62135596800, 0));
    expect("\"0001-01-01T00:00:00Z\"", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT");
    problem_put_time(&problem, 0, problem_time(253402300799, 0));
    expect("\"9999-12-31T23:59:59Z\"", "9999-12-31T23:59:59Z", "Fri, 31 Dec 9999 23:59:59 GMT");
    problem_put_time(&problem, 0, problem_time(253402300800, 0));
    expect_misfit();
    problem_put_time(&problem, 0, problem_time(moment, -1));
    expect_misfit();
    problem_put_time(&problem, 0, problem_time(moment, 1000000000));
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_time(&builder, 3));
    problem_put_time(&problem, 0, problem_time(moment, 12999999));
    expect("\"2026-11-21T10:00:00.012Z\"", "2026-11-21T10:00:00.012Z", http);
    done();

    image_start(&builder, "r", "");
    finish(shape_time(&builder, 6));
    problem_put_time(&problem, 0, problem_time(-1, 999999999));
    expect("\"1969-12-31T23:59:59.999999Z\"", "1969-12-31T23:59:59.999999Z",
           "Wed, 31 Dec 1969 23:59:59 GMT");
    done();
}

static void dates(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        const char *date;
    } cases[] = {
        {0, "1970-01-01"},           {86399, "1970-01-01"},        {86400, "1970-01-02"},
        {-1, "1969-12-31"},          {-86400, "1969-12-31"},       {-86401, "1969-12-30"},
        {951782400, "2000-02-29"},   {951868800, "2000-03-01"},    {-2203977600, "1900-02-28"},
        {-2203891200, "1900-03-01"}, {1709164800, "2024-02-29"},   {1677628800, "2023-03-01"},
        {1735603200, "2024-12-31"},  {-62135596800, "0001-01-01"}, {253402300799, "9999-12-31"},
    };
    image_start(&builder, "r", "");
    finish(shape_plain(&builder, PROBLEM_DATE));
    for (size_t i = 0; i < COUNT(cases); i++) {
        char quoted[32];
        snprintf(quoted, sizeof quoted, "\"%s\"", cases[i].date);
        problem_put_integer(&problem, 0, cases[i].seconds);
        expect(quoted, cases[i].date, cases[i].date);
    }
    problem_put_integer(&problem, 0, -62135596801);
    expect_misfit();
    problem_put_integer(&problem, 0, 253402300800);
    expect_misfit();
    done();
}

static void a_value_is_replaced(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 32));
    for (int i = 0; i < 1000; i++)
        problem_put_string(&problem, 0, "a-long-one-that-is-given-way");
    problem_put_string(&problem, 0, "short");
    assert_int_equal(problem.values_used, 2 + 5);
    expect("\"short\"", "short", "short");
    problem_put_string(&problem, 0, "good");
    problem_put_string(&problem, 0, "not good");
    expect_misfit();
    problem_put_string(&problem, 0, "not good");
    problem_put_string(&problem, 0, "good");
    expect("\"good\"", "good", "good");
    done();
}

static void a_value_area_has_an_end(void **state)
{
    (void)state;
    static char big[3000];
    memset(big, 'x', sizeof big - 1);
    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 2999));
    problem_put_string(&problem, 0, big);
    expect_misfit();
    problem_put_string(&problem, 0, big + sizeof big - 1 - (PROBLEM_VALUES_SIZE - 1));
    expect_misfit();
    problem_put_string(&problem, 0, big + sizeof big - 1 - (PROBLEM_VALUES_SIZE - 2));
    assert_int_equal(problem.values_used, PROBLEM_VALUES_SIZE);
    assert_int_equal(problem.present, 1);
    done();

    static int64_t many[40000];
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_integer(&builder, 0, 9, false), 65535));
    problem_put_integers(&problem, 0, many, COUNT(many));
    expect_misfit();
    done();
}

static void nonsense_is_ignored(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    finish(shape_integer(&builder, 0, 9, false));
    problem_put_integer(&problem, 1, 1);
    problem_put_integer(&problem, 64, 1);
    problem_put_integer(&problem, UINT_MAX, 1);
    problem_put_integer(NULL, 0, 1);
    assert_int_equal(problem.present | problem.misfit, 0);

    problem_clear(&problem);
    problem_put_integer(&problem, 0, 1); /* no registry yet */
    assert_int_equal(problem.present | problem.misfit, 0);

    problem_begin(NULL, registry, 0, "f", 1, "g");
    problem_begin(&problem, registry, 1, "f", 1, "g"); /* no such problem */
    assert_int_equal(problem.raised, 0);
    problem_put_integer(&problem, 0, 1); /* and no members of the registry's own */
    assert_int_equal(problem.present | problem.misfit, 0);
    done();
}

static void sixty_four_members(void **state)
{
    (void)state;
    static const struct built_step body[] = {{PROBLEM_STEP_MEMBER, "", 63}};
    struct built_member members[PROBLEM_MEMBERS_MAX];
    char text[8];
    struct problem_response response;
    image_start(&builder, "r", "");
    uint32_t shape = shape_integer(&builder, 0, 99, false);
    for (size_t i = 0; i < COUNT(members); i++)
        members[i] = (struct built_member){"m", shape, PROBLEM_PUBLIC, true};
    const struct built_problem only = {.number = 1,
                                       .status = 400,
                                       .code = "c",
                                       .title = "t",
                                       .members = members,
                                       .member_count = COUNT(members),
                                       .body = body,
                                       .body_count = 1};
    image_problem(&builder, &only);
    builder.own_members = PROBLEM_MEMBERS_MAX;
    registry = image_finish(&builder);
    begin();
    for (unsigned i = 0; i < PROBLEM_MEMBERS_MAX; i++)
        problem_put_integer(&problem, i, i);
    assert_true(problem.present == UINT64_MAX);
    problem_begin(&problem, registry, 0, "f", 1, "g"); /* all are the registry's own */
    assert_true(problem.present == UINT64_MAX);
    problem_respond(registry, &problem, NULL, text, sizeof text, &response);
    assert_int_equal(response.body_length, 2);
    assert_memory_equal(text, "63", 2);
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(decimals),
        cmocka_unit_test(numbers_and_booleans),
        cmocka_unit_test(enums),
        cmocka_unit_test(times),
        cmocka_unit_test(dates),
        cmocka_unit_test(a_value_is_replaced),
        cmocka_unit_test(a_value_area_has_an_end),
        cmocka_unit_test(sixty_four_members),
        cmocka_unit_test(nonsense_is_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
