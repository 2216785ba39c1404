/*
 * Members of a known problem: what fits each type's shape and as what it is read, and what does not
 * and is ignored (C1).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client_image.h"

/* ------------------------------------------------------------------ one member of one shape */

static const struct problem_registry *registry;
static struct arrival arrival;

static void begin(void)
{
    image_start(&builder, "one", "");
}

/* A registry of one problem with the member `v`; the shape was added after begin(). */
static void finish(uint32_t shape)
{
    const struct built_member members[] = {{"v", shape, PROBLEM_PUBLIC, false}};
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem only = {.number = 1,
                                       .status = 400,
                                       .code = "c",
                                       .title = "t",
                                       .members = members,
                                       .member_count = 1,
                                       .body = body,
                                       .body_count = 1};
    image_problem(&builder, &only);
    registry = image_finish(&builder);
}

/* Whether `v` has a value when the body says so; leave(&arrival) after use. */
static bool receive(const char *json, struct problem_received_value *value)
{
    char body[8192];
    snprintf(body, sizeof body, "{\"v\":%s}", json);
    arrive(&arrival, registry, reply_of(400, "application/problem+json"), body, strlen(body));
    assert_int_equal(arrival.result, PROBLEM_RECEIVED_KNOWN);
    return problem_received_find(&arrival.received, "v", value);
}

static struct problem_received_value taken(const char *json)
{
    struct problem_received_value value;
    if (!receive(json, &value))
        fail_msg("%s is ignored", json);
    return value;
}

static void ignored(const char *json)
{
    struct problem_received_value value = {.type = PROBLEM_JSON, .enumerator = 77};
    struct problem_received_member member;
    size_t position = 0;
    if (receive(json, &value))
        fail_msg("%s is taken", json);
    assert_true(value.type == PROBLEM_JSON && value.enumerator == 77);
    assert_false(problem_received_next_member(&arrival.received, &position, &member));
    leave(&arrival);
}

static void all_ignored(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ignored(texts[i]);
}

#define IGNORED(...)                                                                               \
    do {                                                                                           \
        static const char *const texts[] = {__VA_ARGS__};                                          \
        all_ignored(texts, COUNT(texts));                                                          \
    } while (0)

static void is_integer(const char *json, int64_t expected)
{
    struct problem_received_value value = taken(json);
    int64_t got = 0;
    assert_true(value.as.integer == expected && value.enumerator == 0);
    if (value.type == PROBLEM_INTEGER)
        assert_true(problem_received_integer(&arrival.received, "v", &got) && got == expected);
    else
        assert_true(problem_received_date(&arrival.received, "v", &got) && got == expected);
    leave(&arrival);
}

static void is_decimal(const char *json, int64_t units, unsigned scale)
{
    struct problem_received_value value = taken(json);
    struct problem_decimal got;
    assert_int_equal(value.type, PROBLEM_DECIMAL);
    assert_true(value.as.decimal.units == units && value.as.decimal.scale == scale);
    assert_true(problem_received_decimal(&arrival.received, "v", &got) && got.units == units);
    leave(&arrival);
}

static void is_string(const char *json, const char *expected)
{
    struct problem_received_value value = taken(json);
    struct problem_text got;
    assert_int_equal(value.type, PROBLEM_STRING);
    assert_text(value.as.string, expected);
    assert_true(problem_received_string(&arrival.received, "v", &got));
    assert_text(got, expected);
    leave(&arrival);
}

/* ------------------------------------------------------------------ types */

static void integers(void **state)
{
    (void)state;
    begin();
    finish(shape_integer(&builder, -5, 1000, false));
    is_integer("0", 0);
    is_integer("-5", -5);
    is_integer("1000", 1000);
    is_integer("1e3", 1000);
    is_integer("7.0", 7);
    IGNORED("-6", "1001", "7.5", "1e400", "\"7\"", "true", "false", "null", "[7]", "{\"a\":7}",
            "\"\"");
    image_free(registry);

    begin();
    finish(shape_integer(&builder, INT64_MIN, INT64_MAX, true));
    is_integer("\"9223372036854775807\"", INT64_MAX);
    is_integer("\"-922\\u003337203685477580\\u0038\"", INT64_MIN);
    IGNORED("7", "\"\"", "\" 7\"", "\"07\"", "\"7x\"", "\"9223372036854775808\"", "null", "\"-\"");
    image_free(registry);
}

static void decimals(void **state)
{
    (void)state;
    begin();
    finish(shape_decimal(&builder, 2, 2, false));
    is_decimal("30.00", 3000, 2);
    is_decimal("30", 3000, 2);
    is_decimal("-0.05", -5, 2);
    is_decimal("90071992547409.91", 9007199254740991, 2);
    IGNORED("0.001", "90071992547409.92", "-90071992547409.92", "\"30.00\"", "null", "[30.00]");
    image_free(registry);

    begin();
    finish(shape_decimal(&builder, 0, 3, false));
    is_decimal("1.50", 150, 2);
    is_decimal("15", 15, 0);
    image_free(registry);

    begin();
    finish(shape_decimal(&builder, 18, 18, true));
    is_decimal("\"-9.223372036854775808\"", INT64_MIN, 18);
    IGNORED("1", "\"10\"", "\"1,5\"");
    image_free(registry);
}

static void is_number(const char *json, double expected)
{
    struct problem_received_value value = taken(json);
    double got = 0;
    assert_int_equal(value.type, PROBLEM_NUMBER);
    assert_memory_equal(&value.as.number, &expected, sizeof expected);
    assert_true(problem_received_number(&arrival.received, "v", &got));
    assert_memory_equal(&got, &expected, sizeof expected);
    leave(&arrival);
}

static void numbers_and_booleans(void **state)
{
    (void)state;
    bool got;
    begin();
    finish(shape_plain(&builder, PROBLEM_NUMBER));
    is_number("0.1", 0.1);
    is_number("-0", -0.0);
    is_number("1e308", 1e308);
    is_number("1e-400", 0);
    IGNORED("1e309", "-1e999", "\"1\"", "null", "true", "[1]");
    image_free(registry);

    begin();
    finish(shape_plain(&builder, PROBLEM_BOOLEAN));
    assert_true(taken("true").as.boolean);
    assert_true(problem_received_boolean(&arrival.received, "v", &got) && got);
    leave(&arrival);
    assert_false(taken("false").as.boolean);
    assert_true(problem_received_boolean(&arrival.received, "v", &got) && !got);
    leave(&arrival);
    IGNORED("0", "\"true\"", "null", "[]", "{}");
    image_free(registry);
}

static void enums(void **state)
{
    (void)state;
    static const char *const names[] = {"red", "green", "ultra violet"};
    begin();
    finish(shape_enum(&builder, names, COUNT(names)));
    for (size_t i = 0; i < COUNT(names); i++) {
        char json[32];
        int got;
        snprintf(json, sizeof json, "\"%s\"", names[i]);
        struct problem_received_value value = taken(json);
        assert_int_equal(value.type, PROBLEM_ENUM);
        assert_int_equal(value.enumerator, i + 1);
        assert_text(value.as.string, names[i]);
        assert_true(problem_received_enum(&arrival.received, "v", &got) && got == (int)i + 1);
        leave(&arrival);
    }
    assert_int_equal(taken("\"r\\u0065d\"").enumerator, 1);
    leave(&arrival);
    IGNORED("\"Red\"", "\"blue\"", "\"\"", "1", "null", "\"redd\"");
    image_free(registry);
}

static void strings(void **state)
{
    (void)state;
    begin();
    finish(shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 8));
    is_string("\"a.Z_0:@-\"", "a.Z_0:@-");
    is_string("\"\\u0061\"", "a");
    IGNORED("\"123456789\"", "\"\"", "\"a b\"", "\"a\\u0000\"", "7", "null", "[\"a\"]");
    image_free(registry);

    begin();
    finish(shape_string(&builder, PROBLEM_STRING_TEXT, 8));
    is_string("\"\"", "");
    is_string("\"\\\"a\\\\\\u00e9\xc3\xa9\"", "\"a\\\xc3\xa9\xc3\xa9");
    IGNORED("\"123456789\"", "\"\\n\"", "\"\\u007f\"", "\"\\u0085\"", "\"\\u0000\"", "7");
    image_free(registry);

    begin();
    finish(shape_string(&builder, PROBLEM_STRING_URI, 32));
    is_string("\"https:\\/\\/example.com/\"", "https://example.com/");
    IGNORED("\"/relative\"", "\"https://example.com/a b\"");
    image_free(registry);

    begin();
    finish(shape_string(&builder, PROBLEM_STRING_UUID, 36));
    is_string("\"" UUID "\"", UUID);
    IGNORED("\"7f3d2a1c\"");
    image_free(registry);

    begin();
    finish(shape_string(&builder, PROBLEM_STRING_POINTER, 16));
    is_string("\"/a~1b\"", "/a~1b");
    IGNORED("\"a\"", "\"/a~\"");
    image_free(registry);

    /* a+ : classes 0 other, 1 a; states 1 start, 2 accepts */
    unsigned char automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 6] = {3, 2};
    automaton[PROBLEM_PATTERN_MAP + 'a'] = 1;
    automaton[PROBLEM_PATTERN_ACCEPTS + 2] = 1;
    automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 3] = 2;
    automaton[PROBLEM_PATTERN_ACCEPTS + 3 + 5] = 2;
    begin();
    finish(shape_pattern(&builder, 4, automaton, sizeof automaton));
    is_string("\"aaaa\"", "aaaa");
    IGNORED("\"\"", "\"ab\"", "\"aaaaa\"", "\"\xc3\xa9\"");
    image_free(registry);
}

static void times(void **state)
{
    (void)state;
    struct problem_time got;
    begin();
    finish(shape_time(&builder, 3));
    struct problem_received_value value = taken("\"1985-04-12T23:20:50.52Z\"");
    assert_int_equal(value.type, PROBLEM_TIME);
    assert_int_equal(value.as.time.seconds, 482196050);
    assert_int_equal(value.as.time.nanoseconds, 520000000);
    assert_true(problem_received_time(&arrival.received, "v", &got) && got.seconds == 482196050);
    leave(&arrival);
    IGNORED("\"1985-04-12\"", "482196050", "null");
    image_free(registry);

    begin();
    finish(shape_plain(&builder, PROBLEM_DATE));
    is_integer("\"1970-01-02\"", 86400);
    IGNORED("\"1970-02-30\"", "\"1970-01-02T00:00:00Z\"", "86400");
    image_free(registry);
}

static void lists(void **state)
{
    (void)state;
    begin();
    finish(shape_list(&builder, shape_integer(&builder, 0, 9, false), 3));
    static const char *const fitting[] = {"[]", "[ 1 ]", "[1,2 , 3]"};
    for (size_t i = 0; i < COUNT(fitting); i++) {
        struct problem_received_value list = taken(fitting[i]), item;
        assert_int_equal(list.type, PROBLEM_LIST);
        assert_int_equal(list.as.list.count, i == 2 ? 3 : i);
        size_t position = 0;
        int64_t expected = 1;
        while (problem_received_next_item(&arrival.received, &list, &position, &item))
            assert_true(item.type == PROBLEM_INTEGER && item.as.integer == expected++);
        assert_int_equal(expected - 1, list.as.list.count);
        assert_false(problem_received_next_item(&arrival.received, &list, &position, &item));
        leave(&arrival);
    }
    IGNORED("[1,2,3,4]", "[1,10]", "[1,\"2\"]", "[1,null]", "[[1]]", "1", "{\"a\":1}", "\"[1]\"");
    struct problem_received_value no_list = {.type = PROBLEM_STRING}, item;
    size_t position = 0;
    assert_false(problem_received_next_item(&arrival.received, &no_list, &position, &item));
    image_free(registry);

    /* of lists, of texts with escapes */
    begin();
    uint32_t words = shape_list(&builder, shape_string(&builder, PROBLEM_STRING_TEXT, 8), 2);
    finish(shape_list(&builder, words, 2));
    struct problem_received_value outer = taken("[[\"a\"],[\"\\u0062]\",\"c\"]]"), inner;
    position = 0;
    assert_true(problem_received_next_item(&arrival.received, &outer, &position, &inner));
    assert_true(problem_received_next_item(&arrival.received, &outer, &position, &inner));
    assert_int_equal(inner.as.list.count, 2);
    position = 0;
    assert_true(problem_received_next_item(&arrival.received, &inner, &position, &item));
    assert_text(item.as.string, "b]");
    leave(&arrival);
    IGNORED("[[\"a\"],[\"b\",\"c\",\"d\"]]", "[[\"a\"],\"b\"]");
    image_free(registry);
}

/* An image whose member is a constant does not come out of the compiler; there is no value then. */
static void constants(void **state)
{
    (void)state;
    begin();
    finish(shape_json(&builder, "1"));
    IGNORED("1", "\"1\"");
    image_free(registry);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(decimals),
        cmocka_unit_test(numbers_and_booleans),
        cmocka_unit_test(enums),
        cmocka_unit_test(strings),
        cmocka_unit_test(times),
        cmocka_unit_test(lists),
        cmocka_unit_test(constants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
