/*
 * What a record says about members and field errors.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ledger_image.h"
#include "payments_image.h"
#include "records.h"

#define MARK "\xe2\x80\xa6"

static const struct problem_registry *payments, *ledger;
static struct problem problem;

static int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    ledger = ledger_image();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    forget_record();
    image_free(payments);
    image_free(ledger);
    return 0;
}

static int begin(void **state)
{
    (void)state;
    problem_clear(&problem);
    problem_begin(&problem, ledger, LEDGER_CLOSED, "f", 1, "g");
    return 0;
}

static void record(const struct problem_registry *registry)
{
    struct problem copy = problem; /* which has not been recorded */
    record_of(registry, &copy, NULL);
    record_line[record_length - 1] = '\0';
}

/* ------------------------------------------------------------------ members */

static void a_member_of_every_type(void **state)
{
    (void)state;
    static const char *const tags[] = {"a", "b\"c"};
    const struct problem_time moment = problem_time(1767323045, 678999999);
    problem_put_integer(&problem, TOTAL, -7);
    problem_put_decimal(&problem, RATE, problem_decimal(125, 1));
    problem_put_number(&problem, RATIO, 0.1);
    problem_put_boolean(&problem, OPEN, true);
    problem_put_enum(&problem, STATE, 2);
    problem_put_string(&problem, NOTE, "It's \"over\" \\ now");
    problem_put_time(&problem, MOMENT, moment);
    problem_put_integer(&problem, DAY, moment.seconds);
    problem_put_strings(&problem, TAGS, tags, COUNT(tags));
    problem_put_integer(&problem, ACCOUNT, INT64_MIN);
    problem_put_string(&problem, LINK, "urn:a:b");
    record(ledger);
    const char *members = ",\"problem.member.total\":-7,\"problem.member.rate\":12.50,"
                          "\"problem.member.ratio\":0.1,\"problem.member.open\":true,"
                          "\"problem.member.state\":\"closed\","
                          "\"problem.member.note\":\"It's \\\"over\\\" \\\\ now\","
                          "\"problem.member.moment\":\"2026-01-02T03:04:05.678Z\","
                          "\"problem.member.day\":\"2026-01-02\","
                          "\"problem.member.tags\":[\"a\",\"b\\\"c\"],"
                          "\"problem.member.account\":\"-9223372036854775808\","
                          "\"problem.member.link\":\"urn:a:b\",\"problem.member.version\":\"v1\","
                          "\"problem.member.cluster\":{\"zone\":[1,null]},"
                          "\"problem.owner\":\"team-ledger\"}";
    const char *found = strstr(record_line, ",\"problem.member.total\"");
    assert_non_null(found);
    assert_string_equal(found, members);
    assert_false(has_field("problem.misfits"));
    assert_false(has_field("problem.causes"));
}

static void only_those_that_have_a_value(void **state)
{
    (void)state;
    problem_put_integer(&problem, TOTAL, 0);
    record(ledger);
    assert_int_equal((int)field_number("problem.member.total"), 0);
    static const char *const absent[] = {"rate", "ratio", "open", "state",   "note",
                                         "day",  "tags",  "link", "account", "moment"};
    for (size_t i = 0; i < COUNT(absent); i++) {
        char key[64];
        snprintf(key, sizeof key, "problem.member.%s", absent[i]);
        assert_false(has_field(key));
    }
    assert_string_equal(field_text("problem.member.version"), "v1");
}

static void texts_turn_nothing_round(void **state)
{
    (void)state;
    static const char *const tags[] = {"\xe2\x80\xae", "\xef\xbb\xbfx", "\xf0\x9f\x98\x80"};
    const char *note = "a\xe2\x80\xa8"
                       "b\xe2\x80\xae"
                       "c\xe2\x81\xa6"
                       "d\xd8\x9c"
                       "e\xe2\x82\xac";
    problem_put_string(&problem, NOTE, note);
    problem_put_strings(&problem, TAGS, tags, COUNT(tags));
    record(ledger); /* which looks at every byte */
    assert_string_equal(field_text("problem.member.note"), note);
    for (int i = 0; i < (int)COUNT(tags); i++)
        assert_string_equal(field_item("problem.member.tags", i), tags[i]);
    assert_non_null(strstr(record_line, "\"a\\u2028b\\u202ec\\u2066d\\u061ce\xe2\x82\xac\""));
    assert_non_null(strstr(record_line, "[\"\\u202e\",\"\\ufeffx\",\"\xf0\x9f\x98\x80\"]"));
}

/* ------------------------------------------------------------------ values that do not fit */

static void misfits_are_named(void **state)
{
    (void)state;
    static const char *const tags[] = {"a\n"};
    problem_put_decimal(&problem, RATE, problem_decimal(1, 3));
    problem_put_number(&problem, RATIO, NAN);
    problem_put_enum(&problem, STATE, 3);
    problem_put_time(&problem, MOMENT, problem_time(0, -1));
    problem_put_strings(&problem, TAGS, tags, COUNT(tags));
    record(ledger);
    static const char *const names[] = {"rate", "ratio", "state", "moment", "tags"};
    field_array("problem.misfits", COUNT(names));
    for (int i = 0; i < (int)COUNT(names); i++) {
        char key[64];
        assert_string_equal(field_item("problem.misfits", i), names[i]);
        snprintf(key, sizeof key, "problem.member.%s", names[i]);
        assert_false(has_field(key));
    }
    assert_false(has_field("problem.causes"));
}

static void expect_note(const char *note)
{
    record(ledger);
    field_array("problem.misfits", 1);
    field_array("problem.causes", 1);
    assert_string_equal(field_item("problem.causes", 0), note);
}

static void numbers_and_texts_are_shown(void **state)
{
    (void)state;
    problem_put_integer(&problem, TOTAL, INT64_MIN);
    expect_note("total does not fit: -9223372036854775808");
    begin(NULL);
    problem_put_integer(&problem, DAY, INT64_MAX);
    expect_note("day does not fit: 9223372036854775807");
    begin(NULL);
    problem_put_string(&problem, LINK, "no URI");
    expect_note("link does not fit: no URI");
    begin(NULL);
    problem_put_string(&problem, NOTE, "a\r\nb\"\xff");
    expect_note("note does not fit: a\r\nb\"\xef\xbf\xbd");
    begin(NULL);
    problem_put_string(&problem, NOTE, NULL);
    expect_note("note does not fit: NULL");
    begin(NULL);
    problem_put_string(&problem, TOTAL, "12"); /* not even of its type */
    expect_note("total does not fit: 12");
}

static void no_more_than_the_beginning_is_shown(void **state)
{
    (void)state;
    char text[200], expected[200] = "link does not fit: ";
    size_t head = strlen(expected);
    memset(text, ' ', sizeof text);
    text[64] = '\0';
    memcpy(expected + head, text, 65);
    problem_put_string(&problem, LINK, text);
    expect_note(expected);

    text[64] = ' ';
    text[65] = '\0';
    memcpy(expected + head + 64, MARK, sizeof MARK);
    begin(NULL);
    problem_put_string(&problem, LINK, text);
    expect_note(expected);
    text[65] = ' ';
    text[sizeof text - 1] = '\0';
    begin(NULL);
    problem_put_string(&problem, LINK, text);
    expect_note(expected);

    memcpy(text + 62, "\xe2\x82\xac", 3); /* a sequence on the edge */
    memcpy(expected + head + 62, MARK, sizeof MARK);
    begin(NULL);
    problem_put_string(&problem, LINK, text);
    expect_note(expected);
}

static void half_of_the_room_is_for_others(void **state)
{
    (void)state;
    char text[513];
    memset(text, 'x', sizeof text);
    text[512] = '\0';
    problem_because(&problem, "%s", text); /* 513 bytes: more than half */
    problem_put_integer(&problem, TOTAL, 1001);
    record(ledger);
    field_array("problem.causes", 1);
    assert_false(has_field("problem.causes_omitted"));
    assert_string_equal(field_item("problem.misfits", 0), "total");

    begin(NULL);
    text[511] = '\0';
    problem_because(&problem, "%s", text);
    problem_put_integer(&problem, TOTAL, 1001);
    record(ledger);
    field_array("problem.causes", 2);
    assert_string_equal(field_item("problem.causes", 1), "total does not fit: 1001");

    begin(NULL);
    for (int i = 0; i < 1000; i++) /* in a loop, say */
        problem_put_integer(&problem, TOTAL, 1001);
    assert_in_range(problem.causes_used, 513, 513 + sizeof "total does not fit: 1001");
    problem_because(&problem, "said all the same");
    record(ledger);
    const cJSON *causes = field("problem.causes");
    const cJSON *last = cJSON_GetArrayItem(causes, cJSON_GetArraySize(causes) - 1);
    assert_string_equal(cJSON_GetStringValue(last), "said all the same");
}

static void a_value_that_fits_after_all(void **state)
{
    (void)state;
    problem_put_integer(&problem, TOTAL, 1001);
    problem_put_integer(&problem, TOTAL, 1000);
    record(ledger);
    assert_false(has_field("problem.misfits"));
    assert_int_equal((int)field_number("problem.member.total"), 1000);
    assert_string_equal(field_item("problem.causes", 0), "total does not fit: 1001");
}

/* ------------------------------------------------------------------ field errors */

static void add(enum payments_rule rule, struct problem_where where)
{
    problem_violation_begin(&problem, payments, (uint32_t)rule, &where);
}

static void raise_problem(enum payments_index index)
{
    problem_begin(&problem, payments, (uint32_t)index, "f", 1, "g");
}

static const cJSON *violation(int index)
{
    const cJSON *one = cJSON_GetArrayItem(field("problem.violations"), index);
    assert_non_null(one);
    return one;
}

static void field_errors_of_every_place(void **state)
{
    (void)state;
    static const char *const allowed[] = {"a\"", "\xe2\x80\xae"};
    problem_clear(&problem);
    add(REQUIRED, PROBLEM_BODY("/items/%d/amount", 3));
    problem_violation_end(&problem);
    add(MINIMUM, PROBLEM_QUERY("limit"));
    problem_put_integer(&problem, 0, 10);
    problem_violation_end(&problem);
    add(ONE_OF, PROBLEM_HEADER("If-Match"));
    problem_put_strings(&problem, 0, allowed, COUNT(allowed));
    problem_put_string(&problem, 1, "hint");
    problem_violation_end(&problem);
    add(REQUIRED, PROBLEM_PATH("id"));
    problem_violation_end(&problem);
    add(REQUIRED, PROBLEM_BODY("unknown name"));
    problem_violation_end(&problem);
    raise_problem(VALIDATION_FAILED);
    record(payments);
    const char *expected =
        "\"problem.violations\":[{\"pointer\":\"/items/3/amount\",\"rule\":\"required\"},"
        "{\"query\":\"limit\",\"rule\":\"minimum\",\"member.limit\":10},"
        "{\"header\":\"If-Match\",\"rule\":\"one-of\","
        "\"member.allowed\":[\"a\\\"\",\"\\u202e\"],\"member.hint\":\"hint\"},"
        "{\"path\":\"id\",\"rule\":\"required\"},{\"pointer\":\"\",\"rule\":\"required\"}]}";
    const char *found = strstr(record_line, "\"problem.violations\"");
    assert_non_null(found);
    assert_string_equal(found, expected); /* more of them than are sent */
}

static void misfits_of_field_errors(void **state)
{
    (void)state;
    problem_clear(&problem);
    add(MINIMUM, PROBLEM_QUERY("limit"));
    problem_put_integer(&problem, 0, 1001);
    problem_violation_end(&problem);
    add(ONE_OF, PROBLEM_QUERY("kind"));
    problem_put_strings(&problem, 0, NULL, 1);
    problem_put_string(&problem, 1, "a\n");
    problem_violation_end(&problem);
    raise_problem(VALIDATION_FAILED);
    record(payments);
    field_array("problem.violations", 2);
    const cJSON *misfits = cJSON_GetObjectItem(violation(0), "misfits");
    assert_int_equal(cJSON_GetArraySize(misfits), 1);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetArrayItem(misfits, 0)), "limit");
    assert_null(cJSON_GetObjectItem(violation(0), "member.limit"));
    misfits = cJSON_GetObjectItem(violation(1), "misfits");
    assert_int_equal(cJSON_GetArraySize(misfits), 2);
    assert_string_equal(cJSON_GetStringValue(cJSON_GetArrayItem(misfits, 1)), "hint");
    assert_false(has_field("problem.misfits")); /* those are the problem's own */
}

/* Whether services that render by themselves see any. */
static bool has_violation(const struct problem *one)
{
    struct problem_violation found;
    size_t position = 0;
    return problem_next_violation(one, &position, &found);
}

static void field_errors_that_are_not_sent(void **state)
{
    (void)state;
    problem_clear(&problem);
    assert_false(has_violation(NULL));
    assert_false(has_violation(&problem));
    add(REQUIRED, PROBLEM_BODY("/a"));
    problem_violation_end(&problem);
    record(payments); /* nothing raised */
    assert_string_equal(text_in(violation(0), "pointer"), "/a");
    assert_true(has_violation(&problem));
    raise_problem(SECRET); /* concealed */
    assert_false(has_violation(&problem));
    record(payments);
    assert_string_equal(text_in(violation(0), "pointer"), "/a");
    record(ledger); /* another registry answers */
    assert_string_equal(text_in(violation(0), "rule"), "required");
    assert_false(has_field("problem.violations_omitted"));
}

static void field_errors_without_room(void **state)
{
    (void)state;
    problem_clear(&problem);
    for (int i = 0; i < 1000; i++) {
        add(MINIMUM, PROBLEM_BODY("/items/%d", i));
        problem_put_integer(&problem, 0, i);
        problem_violation_end(&problem);
    }
    add((enum payments_rule)RULE_COUNT, PROBLEM_BODY("/a")); /* no such rule */
    problem_violation_end(&problem);
    raise_problem(VALIDATION_FAILED);
    record(payments);
    int kept = cJSON_GetArraySize(field("problem.violations"));
    assert_in_range(kept, 100, 999);
    assert_int_equal((int)field_number("problem.violations_omitted"), 1001 - kept);
    assert_string_equal(text_in(violation(0), "pointer"), "/items/0"); /* the first ones */
    char last[32];
    snprintf(last, sizeof last, "/items/%d", kept - 1);
    assert_string_equal(text_in(violation(kept - 1), "pointer"), last);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_member_of_every_type, begin),
        cmocka_unit_test_setup(only_those_that_have_a_value, begin),
        cmocka_unit_test_setup(texts_turn_nothing_round, begin),
        cmocka_unit_test_setup(misfits_are_named, begin),
        cmocka_unit_test_setup(numbers_and_texts_are_shown, begin),
        cmocka_unit_test_setup(no_more_than_the_beginning_is_shown, begin),
        cmocka_unit_test_setup(half_of_the_room_is_for_others, begin),
        cmocka_unit_test_setup(a_value_that_fits_after_all, begin),
        cmocka_unit_test_setup(field_errors_of_every_place, begin),
        cmocka_unit_test_setup(misfits_of_field_errors, begin),
        cmocka_unit_test_setup(field_errors_that_are_not_sent, begin),
        cmocka_unit_test_setup(field_errors_without_room, begin),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
