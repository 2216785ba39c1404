/*
 * Which traceparents and request ids are valid.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/trace.h"

#define TRACE "4bf92f3577b34da6a3ce929d0e0e4736"
#define SPAN  "00f067aa0ba902b7"

/* Asks about a copy that ends where its memory does. */
static bool is_traceparent(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    assert_non_null(copy);
    memcpy(copy, text, size);
    bool is = problem_is_traceparent(copy);
    free(copy);
    return is;
}

static void traceparents(void **state)
{
    (void)state;
    static const char *const valid[] = {
        "00-" TRACE "-" SPAN "-01",
        "00-" TRACE "-" SPAN "-00",
        "00-" TRACE "-" SPAN "-ff",
        "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
        "00-00000000000000000000000000000001-0000000000000001-01",
        "01-" TRACE "-" SPAN "-01",
        "01-" TRACE "-" SPAN "-01-",
        "01-" TRACE "-" SPAN "-01-what-the-future-may-be-like",
        "fe-" TRACE "-" SPAN "-01-x",
    };
    for (size_t i = 0; i < sizeof valid / sizeof valid[0]; i++)
        assert_true(is_traceparent(valid[i]));
}

static void what_is_no_traceparent(void **state)
{
    (void)state;
    static const char *const invalid[] = {
        "",
        "0",
        "00",
        "00-",
        "ff-" TRACE "-" SPAN "-01",
        "0g-" TRACE "-" SPAN "-01",
        "0-" TRACE "-" SPAN "-01",
        "000-" TRACE "-" SPAN "-01",
        "00_" TRACE "-" SPAN "-01",
        "00-" TRACE "_" SPAN "-01",
        "00-" TRACE "-" SPAN "_01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" SPAN "-01",
        "00-" TRACE "-00F067AA0BA902B7-01",
        "00-" TRACE "-" SPAN "-0A",
        "00-00000000000000000000000000000000-" SPAN "-01",
        "00-" TRACE "-0000000000000000-01",
        "00-" TRACE "-" SPAN,
        "00-" TRACE "-" SPAN "-",
        "00-" TRACE "-" SPAN "-0",
        "00-" TRACE "-" SPAN "-011",
        "00-" TRACE "-" SPAN "-01-",
        "00-" TRACE "-" SPAN "-01-more",
        "00-" TRACE "-" SPAN "-01 ",
        " 00-" TRACE "-" SPAN "-01",
        "01-" TRACE "-" SPAN "-01more",
        "01-" TRACE "-" SPAN "-0",
        "00-" TRACE "0-" SPAN "-01",
        "00-" TRACE "-" SPAN "0-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-" SPAN "-01",
        "00-" TRACE "-00f067aa0ba902b-01",
    };
    for (size_t i = 0; i < sizeof invalid / sizeof invalid[0]; i++)
        assert_false(is_traceparent(invalid[i]));
}

static void no_part_of_one_is_one(void **state)
{
    (void)state;
    char text[] = "00-" TRACE "-" SPAN "-01";
    assert_int_equal(sizeof text - 1, TRACE_LENGTH);
    for (size_t length = TRACE_LENGTH; length-- > 0;) {
        text[length] = '\0';
        assert_false(is_traceparent(text));
    }
}

static void no_byte_of_one_may_be_another(void **state)
{
    (void)state;
    const char good[] = "00-" TRACE "-" SPAN "-01";
    for (size_t i = 0; i < TRACE_LENGTH; i++) {
        for (int byte = 1; byte < 256; byte++) {
            char text[sizeof good];
            memcpy(text, good, sizeof good);
            text[i] = (char)byte;
            bool dash = good[i] == '-';
            bool fine = dash ? byte == '-' : strchr("0123456789abcdef", byte) != NULL;
            assert_int_equal(is_traceparent(text), fine);
        }
    }
}

static void request_ids(void **state)
{
    (void)state;
    char text[131];
    for (int byte = 1; byte < 256; byte++) {
        const char alone[] = {(char)byte, '\0'}, last[] = {'a', (char)byte, '\0'};
        bool fine = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                    (byte >= 'a' && byte <= 'z') || byte == '.' || byte == '_' || byte == '-';
        assert_int_equal(problem_is_request_id(alone), fine);
        assert_int_equal(problem_is_request_id(last), fine);
    }
    assert_false(problem_is_request_id(""));
    memset(text, 'a', sizeof text);
    for (size_t length = 1; length < sizeof text; length++) {
        text[length] = '\0';
        assert_int_equal(problem_is_request_id(text), length <= 128);
        text[length] = 'a';
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(traceparents),          cmocka_unit_test(what_is_no_traceparent),
        cmocka_unit_test(no_part_of_one_is_one), cmocka_unit_test(no_byte_of_one_may_be_another),
        cmocka_unit_test(request_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
