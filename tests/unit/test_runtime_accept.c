/*
 * When a problem is labelled application/json: Accept fields and the answer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/accept.h"

#define PROBLEM_NO "application/problem+json;q=0"

static const struct {
    const char *accept;
    bool json;
} cases[] = {
    {"", false},
    {"*/*", false},
    {"application/json", false},
    {"text/html", false},
    {"application/problem+json", false},
    {PROBLEM_NO, true},
    {PROBLEM_NO ", application/json", true},
    {"application/json, " PROBLEM_NO, true},
    {PROBLEM_NO ", application/json;q=0", false},
    {PROBLEM_NO ", */*;q=0", false},
    {PROBLEM_NO ", application/*;q=0", false},
    {PROBLEM_NO ", */*;q=0, application/json;q=0.001", true},
    {PROBLEM_NO ", */*;q=0, application/*", true},
    {"*/*;q=0", false},
    {"*/*;q=0, application/json", true},
    {"application/*;q=0, application/json", true},
    {"application/*;q=0, */*", false},
    {"application/*;q=0, application/json;q=1, application/problem+json;q=0.1", false},
    {"APPLICATION/Problem+JSON;Q=0", true},
    {"application/problem+json;q=0.000", true},
    {"application/problem+json;q=0.", true},
    {"application/problem+json;q=0.001", false},
    {"application/problem+json;q=0.0000", false}, /* malformed, ignored */
    {"application/problem+json;q=1.000", false},
    {"application/problem+json;q=1.001, " PROBLEM_NO, true},
    {"application/problem+json;q=2, " PROBLEM_NO, true},
    {"application/problem+json;q=0x", false},
    {"application/problem+json;q=0.x", false},
    {"application/problem+json;q=", false},
    {"application/problem+json;q", false},
    {"application/problem+json;q=-0", false},
    {"application/problem+json;q=\"0\"", false},
    {"application/problem+json; q=0", true},
    {"  application/problem+json\t ;\t q=0 ", true},
    {"application/problem+json;;q=0;", true},
    {"application/problem+json q=0", false},
    {"application/problem+json;q=0 x", false},
    {"application/problem+json;q=1, " PROBLEM_NO, false}, /* the kindest of equals */
    {PROBLEM_NO ", application/problem+json;q=1", false},
    {PROBLEM_NO "," PROBLEM_NO, true},
    {"application/problem+json;charset=utf-8;q=0", false}, /* names something narrower */
    {"application/problem+json;p=\"a\";q=0", false},
    {PROBLEM_NO ", application/json;v=2;q=0", true},
    {PROBLEM_NO ", application/json;v=\"a,b;q=1\\\",\"; q=0", true},
    {"text/plain;p=\"," PROBLEM_NO ",\"", false}, /* commas inside quotes */
    {"text/plain;p=\"\\\"," PROBLEM_NO ",\"", false},
    {"text/plain;p=\"\\\\\"," PROBLEM_NO, true},
    {"text/plain;p=\"unfinished," PROBLEM_NO, false},
    {"text/plain;p=\"unfinished\\", false},
    {"application/problem+json/x;q=0", false},
    {"application;q=0, " PROBLEM_NO, true},
    {"/problem+json;q=0", false},
    {"application/;q=0", false},
    {",,, ," PROBLEM_NO ",,", true},
    {"*/problem+json;q=0", false},
    {"*/json;q=0, " PROBLEM_NO, true},
    {"applicatio/problem+json;q=0", false},
    {"application/problem+jsoN~;q=0", false},
    {"\x80, " PROBLEM_NO, true},
    {"@[`{ , " PROBLEM_NO, true},
};

static void the_most_specific_range_decides(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t size = strlen(cases[i].accept) + 1;
        char *copy = malloc(size);
        assert_non_null(copy);
        memcpy(copy, cases[i].accept, size);
        if (problem_accept_wants_json(copy) != cases[i].json)
            fail_msg("%s", copy);
        free(copy);
    }
    assert_false(problem_accept_wants_json(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_specific_range_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
