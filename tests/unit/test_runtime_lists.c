/*
 * Lists of every type: what fits, how it is written in the body, in the detail and in a header, and
 * what becomes of values that do not fit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "one_member.h"

static void lists_of_strings(void **state)
{
    (void)state;
    static const char *const three[] = {"GET", "HEAD", "PUT"};
    static const char *const four[] = {"GET", "HEAD", "PUT", "POST"};
    static const char *const bad[] = {"GET", "a b", "PUT"};
    static const char *const missing[] = {"GET", NULL};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 8), 3));
    problem_put_strings(&problem, 0, NULL, 0);
    expect("[]", "", "");
    problem_put_strings(&problem, 0, three, 1);
    expect("[\"GET\"]", "GET", "GET");
    problem_put_strings(&problem, 0, three, 3);
    expect("[\"GET\",\"HEAD\",\"PUT\"]", "GET, HEAD, PUT", "GET, HEAD, PUT");
    problem_put_strings(&problem, 0, four, 4);
    expect_misfit();
    problem_put_strings(&problem, 0, bad, 3);
    expect_misfit();
    problem_put_strings(&problem, 0, missing, 2);
    expect_misfit();
    problem_put_strings(&problem, 0, NULL, 1);
    expect_misfit();
    problem_put_string(&problem, 0, "GET");
    expect_misfit();
    done();

    static const char *const quoted[] = {"fine", "a\"b"};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_string(&builder, PROBLEM_STRING_TEXT, 8), 3));
    problem_put_strings(&problem, 0, quoted, 2);
    expect("[\"fine\",\"a\\\"b\"]", "fine, a\\\"b", NULL);
    done();
}

static void other_lists(void **state)
{
    (void)state;
    static const int64_t integers_of[] = {1, -2, 300};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_integer(&builder, -1000, 1000, true), 3));
    problem_put_integers(&problem, 0, integers_of, 3);
    expect("[\"1\",\"-2\",\"300\"]", "1, -2, 300", "1, -2, 300");
    done();

    static const struct problem_decimal decimals_of[] = {{1, 0}, {25, 1}};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_decimal(&builder, 1, 1, false), 3));
    problem_put_decimals(&problem, 0, decimals_of, 2);
    expect("[1.0,2.5]", "1.0, 2.5", "1.0, 2.5");
    done();

    static const double numbers_of[] = {0.5, 2};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_plain(&builder, PROBLEM_NUMBER), 3));
    problem_put_numbers(&problem, 0, numbers_of, 2);
    expect("[0.5,2]", "0.5, 2", "0.5, 2");
    done();

    static const bool booleans_of[] = {true, false};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_plain(&builder, PROBLEM_BOOLEAN), 3));
    problem_put_booleans(&problem, 0, booleans_of, 2);
    expect("[true,false]", "true, false", "true, false");
    done();

    static const struct problem_time times_of[] = {{0, 0}, {86400, 0}};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_time(&builder, 0), 3));
    problem_put_times(&problem, 0, times_of, 2);
    expect("[\"1970-01-01T00:00:00Z\",\"1970-01-02T00:00:00Z\"]",
           "1970-01-01T00:00:00Z, 1970-01-02T00:00:00Z",
           "Thu, 01 Jan 1970 00:00:00 GMT, Fri, 02 Jan 1970 00:00:00 GMT");
    done();
}

static void enums_of_every_size(void **state)
{
    (void)state;
    static const char *const values[] = {"red", "green"};
    const uint8_t one[] = {2, 1};
    const uint16_t two[] = {2, 1};
    const uint32_t four[] = {2, 1};
    const uint64_t eight[] = {2, 1};
    const int64_t bad[] = {1, -1};
    image_start(&builder, "r", "");
    finish(shape_list(&builder, shape_enum(&builder, values, 2), 2));
    problem_put_enums(&problem, 0, one, sizeof *one, 2);
    expect("[\"green\",\"red\"]", "green, red", "green, red");
    problem_put_enums(&problem, 0, two, sizeof *two, 2);
    expect("[\"green\",\"red\"]", "green, red", "green, red");
    problem_put_enums(&problem, 0, four, sizeof *four, 2);
    expect("[\"green\",\"red\"]", "green, red", "green, red");
    problem_put_enums(&problem, 0, eight, sizeof *eight, 2);
    expect("[\"green\",\"red\"]", "green, red", "green, red");
    problem_put_enums(&problem, 0, bad, sizeof *bad, 2);
    expect_misfit();
    problem_put_enums(&problem, 0, one, 3, 1);
    expect_misfit();
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_of_strings),
        cmocka_unit_test(other_lists),
        cmocka_unit_test(enums_of_every_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
