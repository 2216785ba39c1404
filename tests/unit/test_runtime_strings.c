/*
 * Types of members that are strings: what fits, how it is written in the body, in the detail and in
 * a header, and what becomes of values that do not fit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "one_member.h"

static void identifiers(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 8));
    problem_put_string(&problem, 0, "a.Z_0:@-");
    expect("\"a.Z_0:@-\"", "a.Z_0:@-", "a.Z_0:@-");
    problem_put_string(&problem, 0, "1234567");
    expect("\"1234567\"", "1234567", "1234567");
    static const char *const misfits[] = {"123456789", "", "a b", "a/b", "\xc3\xa4", "a\n", NULL};
    for (size_t i = 0; i < COUNT(misfits); i++) {
        problem_put_string(&problem, 0, misfits[i]);
        expect_misfit();
    }
    problem_put_integer(&problem, 0, 1);
    expect_misfit();
    done();
}

static void patterns(void **state)
{
    (void)state;
    /* a["\\]* : classes 0 other, 1 a, 2 quote and backslash; states 1 start, 2 accepts */
    unsigned char automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 9] = {3, 3};
    automaton[PROBLEM_PATTERN_MAP + 'a'] = 1;
    automaton[PROBLEM_PATTERN_MAP + '"'] = 2;
    automaton[PROBLEM_PATTERN_MAP + '\\'] = 2;
    automaton[PROBLEM_PATTERN_ACCEPTS + 2] = 1;
    automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 3 + 1] = 2;
    automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 6 + 2] = 2;
    image_start(&builder, "r", "");
    finish(shape_pattern(&builder, 4, automaton, sizeof automaton));
    problem_put_string(&problem, 0, "a");
    expect("\"a\"", "a", "a");
    problem_put_string(&problem, 0, "a\"\\\"");
    expect("\"a\\\"\\\\\\\"\"", "a\\\"\\\\\\\"", NULL);
    static const char *const misfits[] = {"", "aa", "b", "a\"\"\"\"", "a\x80"};
    for (size_t i = 0; i < COUNT(misfits); i++) {
        problem_put_string(&problem, 0, misfits[i]);
        expect_misfit();
    }
    done();
}

static void texts(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_TEXT, 16));
    problem_put_string(&problem, 0, "");
    expect("\"\"", "", "");
    problem_put_string(&problem, 0, "exactly 16 bytes");
    expect("\"exactly 16 bytes\"", "exactly 16 bytes", "exactly 16 bytes");
    problem_put_string(&problem, 0, "is now 17 bytes!!");
    expect_misfit();
    problem_put_string(&problem, 0, "say \"a\\b\"");
    expect("\"say \\\"a\\\\b\\\"\"", "say \\\"a\\\\b\\\"", NULL);
    problem_put_string(&problem, 0, "a\xe2\x80\xa8z\xe2\x80\xa9");
    expect("\"a\\u2028z\\u2029\"", "a\\u2028z\\u2029", NULL);
    problem_put_string(&problem, 0, "\xe2\x80\xa7 \xe2\x82\xac \xe2\x80");
    expect("\"\xe2\x80\xa7 \xe2\x82\xac \xef\xbf\xbd\"", "\xe2\x80\xa7 \xe2\x82\xac \xef\xbf\xbd",
           NULL);
    problem_put_string(&problem, 0, "14 and bad: \xff"); /* 13 bytes, 15 with U+FFFD */
    expect("\"14 and bad: \xef\xbf\xbd\"", "14 and bad: \xef\xbf\xbd", NULL);
    problem_put_string(&problem, 0, "too long then \xff"); /* 17 bytes with U+FFFD */
    expect_misfit();
    static const char *const misfits[] = {"a\nb", "\x1f", "\x7f", "\xc2\x80", "x\xc2\x9f", NULL};
    for (size_t i = 0; i < COUNT(misfits); i++) {
        problem_put_string(&problem, 0, misfits[i]);
        expect_misfit();
    }
    problem_put_string(&problem, 0, "\xc2\xa0");
    expect("\"\xc2\xa0\"", "\xc2\xa0", NULL);
    done();
}

static void other_strings(void **state)
{
    (void)state;
    const char *uuid = "7f3d2a1c-9e4b-4F8D-b1c2-0a3e5f7d9b12";
    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_UUID, 36));
    problem_put_string(&problem, 0, uuid);
    expect("\"7f3d2a1c-9e4b-4F8D-b1c2-0a3e5f7d9b12\"", uuid, uuid);
    problem_put_string(&problem, 0, "7f3d2a1c-9e4b-4F8D-b1c2-0a3e5f7d9b1");
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_URI, 32));
    problem_put_string(&problem, 0, "https://example.com/a?b=c#d");
    expect("\"https://example.com/a?b=c#d\"", "https://example.com/a?b=c#d",
           "https://example.com/a?b=c#d");
    problem_put_string(&problem, 0, "/relative");
    expect_misfit();
    done();

    image_start(&builder, "r", "");
    finish(shape_string(&builder, PROBLEM_STRING_POINTER, 32));
    problem_put_string(&problem, 0, "/a~1\"/\\");
    expect("\"/a~1\\\"/\\\\\"", "/a~1\\\"/\\\\", NULL);
    problem_put_string(&problem, 0, "a");
    expect_misfit();
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(identifiers),
        cmocka_unit_test(patterns),
        cmocka_unit_test(texts),
        cmocka_unit_test(other_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
