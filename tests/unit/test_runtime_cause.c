/*
 * Causes: what the log learns about why.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "payments_image.h"
#include "records.h"

#define MARK "\xe2\x80\xa6"

static const struct problem_registry *payments;
static struct problem problem;

static int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    forget_record();
    image_free(payments);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    problem_clear(&problem);
    problem_begin(&problem, payments, BARE, "f", 1, "g");
    return 0;
}

static void record(void)
{
    struct problem copy = problem; /* which has not been recorded */
    record_of(payments, &copy, NULL);
}

static void expect_cause(const char *text)
{
    record();
    field_array("problem.causes", 1);
    assert_string_equal(field_item("problem.causes", 0), text);
}

/* ------------------------------------------------------------------ in general */

static void none(void **state)
{
    (void)state;
    static const char *const keys[] = {"problem.causes",       "problem.causes_omitted",
                                       "problem.source.name",  "problem.source.code",
                                       "problem.errno.number", "problem.errno.name"};
    record();
    for (size_t i = 0; i < COUNT(keys); i++)
        assert_false(has_field(keys[i]));
}

static void they_come_in_order_before_and_after_the_raise(void **state)
{
    (void)state;
    problem_clear(&problem);
    problem_because(&problem, "charging order %s", "o-1");
    problem_begin(&problem, payments, NOT_FOUND, "f", 1, "g");
    problem_because_errno(&problem, ENOSPC, "writing %d", 2);
    problem_begin(&problem, payments, BARE, "f", 1, "g");
    problem_because_code(&problem, "sqlite", -13, "database or disk is full");
    problem_because(&problem, "%s", "");
    record();
    field_array("problem.causes", 4);
    assert_string_equal(field_item("problem.causes", 0), "charging order o-1");
    assert_string_equal(field_item("problem.causes", 1),
                        "writing 2: ENOSPC (No space left on device)");
    assert_string_equal(field_item("problem.causes", 2), "sqlite -13: database or disk is full");
    assert_string_equal(field_item("problem.causes", 3), "");
    assert_false(has_field("problem.causes_omitted"));

    problem_clear(&problem);
    record();
    assert_false(has_field("problem.causes"));
}

static void a_null_problem_is_ignored(void **state)
{
    (void)state;
    problem_because(NULL, "%d", 1);
    problem_because_errno(NULL, ENOENT, "%d", 1);
    problem_because_code(NULL, "sqlite", 1, "message");
    problem_because_state(NULL, "postgresql", "42P01", "message");
}

static void errno_stays(void **state)
{
    (void)state;
    errno = EDOM;
    problem_because(&problem, "%ls", L"\u20ac"); /* would set it to EILSEQ */
    problem_because_errno(&problem, ENOENT, "%ls", L"\u20ac");
    problem_because_code(&problem, "sqlite", 1, "message");
    problem_because_state(&problem, "postgresql", "42P01", "message");
    record();
    assert_int_equal(errno, EDOM);
}

static void any_bytes_will_do(void **state)
{
    (void)state;
    problem_because(&problem, "%s", "\"\n\x1b[2J\x7f\\ \xc2\x85 \xff%s");
    expect_cause("\"\n\x1b[2J\x7f\\ \xc2\x85 \xef\xbf\xbd%s");
    problem_because(&problem, "a%cb", 0);
    record(); /* which end of it is lost does not matter; the line does not break */
}

static void a_nul_ends_no_text(void **state)
{
    (void)state;
    problem_because(&problem, "a%cb", 0);
    problem_because(&problem, "%c%c", 0, 0);
    record();
    field_array("problem.causes", 2);
    assert_string_equal(field_item("problem.causes", 0), "a b");
    assert_string_equal(field_item("problem.causes", 1), "  ");
}

static void a_format_that_fails(void **state)
{
    (void)state;
    problem_because(&problem, "before %ls", L"\u20ac"); /* not in the C locale */
    problem_because_errno(&problem, ENOENT, "before %ls", L"\u20ac");
    record();
    field_array("problem.causes", 2);
    assert_string_equal(field_item("problem.causes", 0), "(a cause that could not be formatted)");
    assert_string_equal(field_item("problem.causes", 1),
                        "(a cause that could not be formatted): ENOENT (No such file or "
                        "directory)");
}

/* ------------------------------------------------------------------ room */

static void a_long_one_is_cut(void **state)
{
    (void)state;
    char text[4 * PROBLEM_CAUSES_SIZE], expected[PROBLEM_CAUSES_SIZE];
    memset(text, 'x', sizeof text);
    text[PROBLEM_CAUSES_SIZE - 1] = '\0'; /* fills the room, its NUL included */
    problem_because(&problem, "%s", text);
    expect_cause(text);
    assert_int_equal(problem.causes_used, PROBLEM_CAUSES_SIZE);

    memcpy(expected, text, sizeof expected);
    memcpy(expected + PROBLEM_CAUSES_SIZE - sizeof MARK, MARK, sizeof MARK);
    text[PROBLEM_CAUSES_SIZE - 1] = 'x';
    text[PROBLEM_CAUSES_SIZE] = '\0';
    begin(NULL);
    problem_because(&problem, "%s", text);
    expect_cause(expected);

    begin(NULL);
    problem_because_state(&problem, text + 2, "", NULL); /* fills it, without printf */
    memcpy(expected, text + 2, PROBLEM_CAUSES_SIZE - 2);
    expected[PROBLEM_CAUSES_SIZE - 2] = ' ';
    expected[PROBLEM_CAUSES_SIZE - 1] = '\0';
    expect_cause(expected);
    memset(expected, 'x', PROBLEM_CAUSES_SIZE - sizeof MARK);
    memcpy(expected + PROBLEM_CAUSES_SIZE - sizeof MARK, MARK, sizeof MARK);
    text[PROBLEM_CAUSES_SIZE] = 'x';
    text[sizeof text - 1] = '\0';
    begin(NULL);
    problem_because_state(&problem, "xxx", "xxx", text);
    memcpy(expected, "xxx xxx: ", 9);
    expect_cause(expected);
}

static void a_cut_splits_no_sequence(void **state)
{
    (void)state;
    static const char *const sequences[] = {"\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    for (size_t i = 0; i < COUNT(sequences); i++) {
        size_t length = strlen(sequences[i]);
        for (size_t shift = 0; shift < 4; shift++) {
            char text[PROBLEM_CAUSES_SIZE * 2], expected[PROBLEM_CAUSES_SIZE];
            memset(text, 'x', sizeof text);
            for (size_t at = shift; at + length < sizeof text - 1; at += length)
                memcpy(text + at, sequences[i], length);
            text[sizeof text - 1] = '\0';
            size_t end = PROBLEM_CAUSES_SIZE - sizeof MARK;
            end -= (end - shift) % length;
            memcpy(expected, text, end);
            memcpy(expected + end, MARK, sizeof MARK);
            begin(NULL);
            problem_because(&problem, "%s", text);
            expect_cause(expected);
        }
    }
}

static void those_that_find_no_room_are_counted(void **state)
{
    (void)state;
    char text[PROBLEM_CAUSES_SIZE];
    memset(text, 'x', sizeof text);
    text[PROBLEM_CAUSES_SIZE - 17] = '\0'; /* leaves 16 bytes */
    problem_because(&problem, "%s", text);
    problem_because(&problem, "0123456789abcde");
    record();
    field_array("problem.causes", 2);
    assert_string_equal(field_item("problem.causes", 1), "0123456789abcde");
    assert_false(has_field("problem.causes_omitted"));

    problem_because(&problem, "a");
    problem_because_errno(&problem, ENOENT, "b");
    problem_because_code(&problem, "sqlite", 3, "c");
    record();
    field_array("problem.causes", 2);
    assert_int_equal((int)field_number("problem.causes_omitted"), 3);
    assert_string_equal(field_text("problem.errno.name"), "ENOENT"); /* kept all the same */
    assert_string_equal(field_text("problem.source.code"), "3");

    begin(NULL);
    text[PROBLEM_CAUSES_SIZE - 17] = 'x';
    text[PROBLEM_CAUSES_SIZE - 16] = '\0'; /* leaves 15: not worth while */
    problem_because(&problem, "%s", text);
    for (int i = 0; i < 70000; i++)
        problem_because(&problem, "a");
    record();
    field_array("problem.causes", 1);
    assert_int_equal((int)field_number("problem.causes_omitted"), UINT16_MAX);
}

/* ------------------------------------------------------------------ errno */

static void expect_error(int number, const char *name, const char *cause)
{
    begin(NULL);
    problem_because_errno(&problem, number, "opening %s", "a");
    expect_cause(cause);
    assert_int_equal((int)field_number("problem.errno.number"), number);
    assert_int_equal(has_field("problem.errno.name"), name != NULL);
    if (name != NULL)
        assert_string_equal(field_text("problem.errno.name"), name);
}

static void error_numbers(void **state)
{
    (void)state;
    expect_error(ENOENT, "ENOENT", "opening a: ENOENT (No such file or directory)");
    expect_error(EACCES, "EACCES", "opening a: EACCES (Permission denied)");
    expect_error(4711, NULL, "opening a: errno 4711");
    expect_error(-2, NULL, "opening a: errno -2");
    expect_error(INT_MAX, NULL, "opening a: errno 2147483647");
    expect_error(INT_MIN, NULL, "opening a: errno -2147483648");
}

static void no_error_at_all(void **state)
{
    (void)state;
    problem_because_errno(&problem, 0, "opening %s", "a");
    expect_cause("opening a: 0 (Success)");
    assert_false(has_field("problem.errno.number"));
    assert_false(has_field("problem.errno.name"));
}

static void the_last_number_has_the_key(void **state)
{
    (void)state;
    problem_because_errno(&problem, ENOENT, "a");
    problem_because_errno(&problem, EIO, "b");
    record();
    assert_int_equal((int)field_number("problem.errno.number"), EIO);
    assert_string_equal(field_text("problem.errno.name"), "EIO");
    assert_string_equal(field_item("problem.causes", 0), "a: ENOENT (No such file or directory)");
    assert_string_equal(field_item("problem.causes", 1), "b: EIO (Input/output error)");
}

/* ------------------------------------------------------------------ somebody else's errors */

static void codes(void **state)
{
    (void)state;
    static const struct {
        int64_t code;
        const char *text;
    } cases[] = {{0, "0"},
                 {-1, "-1"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char cause[64] = "curl ";
        begin(NULL);
        problem_because_code(&problem, "curl", cases[i].code, NULL);
        memcpy(cause + 5, cases[i].text, strlen(cases[i].text) + 1);
        expect_cause(cause);
        assert_string_equal(field_text("problem.source.name"), "curl");
        assert_string_equal(field_text("problem.source.code"), cases[i].text);
    }
}

static void the_message_is_never_a_format(void **state)
{
    (void)state;
    problem_because_code(&problem, "s%s", 1, "%n%s%1000000d");
    expect_cause("s%s 1: %n%s%1000000d");
    begin(NULL);
    problem_because_state(&problem, "postgresql", "%n", "");
    expect_cause("postgresql %n: ");
    assert_string_equal(field_text("problem.source.code"), "%n");
}

static void states(void **state)
{
    (void)state;
    problem_because_state(&problem, "postgresql", "42P01", "relation does not exist");
    expect_cause("postgresql 42P01: relation does not exist");
    assert_string_equal(field_text("problem.source.code"), "42P01");
    begin(NULL);
    problem_because_state(&problem, "postgresql", NULL, NULL);
    expect_cause("postgresql ");
    assert_string_equal(field_text("problem.source.code"), "");
    begin(NULL);
    problem_because_state(&problem, NULL, "42P01", NULL);
    expect_cause("another's error 42P01");
    assert_false(has_field("problem.source.name"));
    assert_false(has_field("problem.source.code"));
    begin(NULL);
    problem_because_state(&problem, "s", "0123456789abcdef0123456", NULL); /* all it may have */
    expect_cause("s 0123456789abcdef0123456");
    begin(NULL);
    problem_because_state(&problem, "s", "0123456789abcdef01234567", NULL);
    expect_cause("s 0123456789abcdef0123" MARK);
    assert_string_equal(field_text("problem.source.code"), "0123456789abcdef0123" MARK);
}

static void the_last_source_has_the_key(void **state)
{
    (void)state;
    problem_because_code(&problem, "sqlite", 5, "busy");
    problem_because_state(&problem, "postgresql", "57014", "cancelled");
    record();
    field_array("problem.causes", 2);
    assert_string_equal(field_item("problem.causes", 0), "sqlite 5: busy");
    assert_string_equal(field_text("problem.source.name"), "postgresql");
    assert_string_equal(field_text("problem.source.code"), "57014");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(none, begin),
        cmocka_unit_test_setup(they_come_in_order_before_and_after_the_raise, begin),
        cmocka_unit_test_setup(a_null_problem_is_ignored, begin),
        cmocka_unit_test_setup(errno_stays, begin),
        cmocka_unit_test_setup(any_bytes_will_do, begin),
        cmocka_unit_test_setup(a_nul_ends_no_text, begin),
        cmocka_unit_test_setup(a_format_that_fails, begin),
        cmocka_unit_test_setup(a_long_one_is_cut, begin),
        cmocka_unit_test_setup(a_cut_splits_no_sequence, begin),
        cmocka_unit_test_setup(those_that_find_no_room_are_counted, begin),
        cmocka_unit_test_setup(error_numbers, begin),
        cmocka_unit_test_setup(no_error_at_all, begin),
        cmocka_unit_test_setup(the_last_number_has_the_key, begin),
        cmocka_unit_test_setup(codes, begin),
        cmocka_unit_test_setup(the_message_is_never_a_format, begin),
        cmocka_unit_test_setup(states, begin),
        cmocka_unit_test_setup(the_last_source_has_the_key, begin),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
