/*
 * The texts of hostile.yaml, byte for byte as its author meant them: through the accessors, and
 * through the body as cJSON reads it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer.h"
#include "hostile_problems.h"

static const struct {
    enum hostile_problem number;
    const char *code, *title, *detail;
} texts[] = {
    {HOSTILE_ERRNO, "errno", "errno: */ int PWNED_8; /*", ""},
    {HOSTILE_ENOENT, "ENOENT", "ENOENT // ends in a backslash \\", "*/ int PWNED_9; /* \\"},
    {HOSTILE_SWITCH, "switch", "?\?/",
     "?\?/ ?\?= \\ \\\\ \\n \\0 \\\" \" ' %s %n %% {braces} {int} $(PWNED) `PWNED`"},
    {HOSTILE_TEMPLATE, "template",
     "\xE4\xB8\xAD\xE6\x96\x87\xE5\xAD\x97 \xF0\x9F\x94\xA5 \xC3\xA9 \xE2\x80\xAF \xD0\x96 "
     "\xEF\xBF\xBD",
     "\xE4\xB8\xAD\xE6\x96\x87 CLASS \xF0\x9F\x94\xA5"},
    {HOSTILE_STDIN, "stdin", NULL,
     "One line\nand another:\ta tab, \"quotes\", \\ and */ int PWNED_12; /*\n"},
    {HOSTILE_UNSIGNED_LONG, "unsigned-long", "Fields", ""},
    {HOSTILE_NULL, "NULL", "\"", ""},
    {HOSTILE_EOF, "EOF", "Unauthorized", ""},
    {HOSTILE_MAIN, "main", "main", ""},
    {HOSTILE_RESTRICT, "restrict", "\\", ""},
};

enum { TEXTS = sizeof texts / sizeof *texts };

static char buffer[HOSTILE_RESPONSE_MAX];
static struct problem_response response;

static cJSON *respond(struct problem *problem)
{
    problem_respond(HOSTILE_REGISTRY, problem, NULL, buffer, sizeof buffer, &response);
    return answer_check(&response);
}

static const char *text(const cJSON *body, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(body, name);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static void raise_nth(struct problem *problem, size_t i)
{
    switch (texts[i].number) {
    case HOSTILE_ERRNO:
        hostile_raise_errno(problem);
        break;
    case HOSTILE_ENOENT:
        hostile_raise_enoent(problem);
        break;
    case HOSTILE_SWITCH:
        hostile_raise_switch(problem, HOSTILE_STRUCT_INT);
        break;
    case HOSTILE_TEMPLATE:
        hostile_raise_template(problem, "CLASS");
        break;
    case HOSTILE_STDIN:
        hostile_raise_stdin(problem);
        break;
    case HOSTILE_UNSIGNED_LONG:
        hostile_raise_unsigned_long(problem);
        break;
    case HOSTILE_NULL:
        hostile_raise_null(problem);
        break;
    case HOSTILE_EOF:
        hostile_raise_eof(problem);
        break;
    case HOSTILE_MAIN:
        hostile_raise_main(problem);
        break;
    case HOSTILE_RESTRICT:
        hostile_raise_restrict(problem);
        break;
    }
}

static void test_titles_and_details(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        struct problem problem = PROBLEM_INIT;
        struct problem_info info;
        char detail[8192];
        raise_nth(&problem, i);
        assert_true(problem_describe(HOSTILE_REGISTRY, (uint32_t)texts[i].number, &info));
        assert_string_equal(info.code, texts[i].code);
        if (texts[i].title)
            assert_string_equal(info.title, texts[i].title);
        size_t length = problem_detail(&problem, detail, sizeof detail);
        assert_int_equal(length, strlen(texts[i].detail));
        assert_memory_equal(detail, texts[i].detail, length);
        cJSON *body = respond(&problem);
        assert_string_equal(text(body, "title"), info.title);
        assert_string_equal(text(body, "detail"), texts[i].detail);
        assert_string_equal(text(body, "volatile"),
                            "*/ int PWNED_6; /* \" \\ \xE4\xB8\xAD ?\?/ %s {{");
        cJSON_Delete(body);
    }
}

/* "A title of one thousand bytes: ", then "000*" "/ 001*" "/ ..." to its end. */
static void test_long_title(void **state)
{
    (void)state;
    struct problem_info info;
    assert_true(problem_describe(HOSTILE_REGISTRY, HOSTILE_STDIN, &info));
    const char *title = info.title, begin[] = "A title of one thousand bytes: ";
    size_t length = strlen(title);
    assert_in_range(length, 990, 1000);
    assert_memory_equal(title, begin, sizeof begin - 1);
    for (size_t i = sizeof begin - 1, n = 0; i < length; i++, n++) {
        size_t word = n / 6;
        const char expected[] = {(char)('0' + word / 100),
                                 (char)('0' + word / 10 % 10),
                                 (char)('0' + word % 10),
                                 '*',
                                 '/',
                                 ' '};
        assert_int_equal(title[i], expected[n % 6]);
    }
}

static void test_enum_values(void **state)
{
    (void)state;
    static const char *const values[] = {"EINVAL", "int",          "?\?/", "//a",
                                         "%s%n%d", "'); PWNED_3(", "*/b",  "{}c"};
    for (int i = 0; i < 8; i++) {
        struct problem problem = PROBLEM_INIT;
        hostile_raise_switch(&problem, (enum hostile_struct)(i + 1));
        hostile_set_default(&problem, (enum hostile_struct)(i + 1));
        cJSON *body = respond(&problem);
        assert_string_equal(text(body, "int"), values[i]);
        assert_string_equal(text(body, "default"), values[i]);
        cJSON_Delete(body);
    }
}

static void test_field_errors(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    hostile_add_while(&problem, PROBLEM_BODY("/int"), "*/ \" \\ %s");
    hostile_add_union(&problem, PROBLEM_BODY("/%s", "union"));
    hostile_raise_unsigned_long(&problem);
    cJSON *body = respond(&problem);
    const cJSON *errors = cJSON_GetObjectItemCaseSensitive(body, "typedef");
    const cJSON *first = cJSON_GetArrayItem(errors, 0), *second = cJSON_GetArrayItem(errors, 1);
    assert_string_equal(text(first, "auto"), "#/int");
    assert_string_equal(text(first, "static"), "while");
    assert_string_equal(text(first, "extern"),
                        "*/ int PWNED_7; // \"*/ \" \\ %s\" \\ ?\?/ %d {braces} "
                        "\xE4\xB8\xAD\xF0\x9F\x94\xA5");
    assert_string_equal(text(second, "extern"),
                        "\\u0041 \\x1B \\101 ?\?= ?\?' ?\?( ?\?) ?\?! ?\?< ?\?> ?\?-");
    cJSON_Delete(body);
}

static void test_headers(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    hostile_raise_eof(&problem);
    cJSON *body = respond(&problem);
    assert_string_equal(answer_header(&response, "WWW-Authenticate"),
                        "Bearer realm=\"*/ int PWNED_15; // ?\?/ \\ %s\"");
    assert_string_equal(answer_header(&response, "X-PWNED"), "*/{}\\");
    assert_string_equal(answer_header(&response, "X-Errno"), text(body, "instance") + 9);
    cJSON_Delete(body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_titles_and_details),
        cmocka_unit_test(test_long_title),
        cmocka_unit_test(test_enum_values),
        cmocka_unit_test(test_field_errors),
        cmocka_unit_test(test_headers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
