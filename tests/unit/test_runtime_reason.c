/*
 * Reason phrases.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <limits.h>

#include "problem.h"

static void phrases(void **state)
{
    (void)state;
    static const struct {
        int status;
        const char *phrase;
    } cases[] = {
        {INT_MIN, "Unknown"},
        {0, "Unknown"},
        {200, "Unknown"},
        {399, "Unknown"},
        {400, "Bad Request"},
        {404, "Not Found"},
        {413, "Content Too Large"},
        {418, "Client Error"},
        {420, "Client Error"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {427, "Client Error"},
        {431, "Request Header Fields Too Large"},
        {432, "Client Error"},
        {451, "Unavailable For Legal Reasons"},
        {452, "Client Error"},
        {499, "Client Error"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
        {509, "Server Error"},
        {511, "Network Authentication Required"},
        {512, "Server Error"},
        {599, "Server Error"},
        {600, "Unknown"},
        {INT_MAX, "Unknown"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(problem_reason(cases[i].status), cases[i].phrase);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(phrases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
