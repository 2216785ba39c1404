/*
 * The ways to get at the members of a problem: one after the other, and by name and type.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "client_image.h"

static const struct problem_registry *registry;
static struct arrival arrival;
static const struct problem_received *received = &arrival.received;

static int set_up(void **state)
{
    (void)state;
    image_start(&builder, "several", "");
    uint32_t number = shape_integer(&builder, 0, 9, false);
    uint32_t word = shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 8);
    const struct built_member members[] = {
        {"first", number, PROBLEM_PUBLIC, false},
        {"second", word, PROBLEM_PUBLIC, true},
        {"logged", word, PROBLEM_LOG_ONLY, false},
        {"wait", number, PROBLEM_HEADER_ONLY, false},
        {"third", number, PROBLEM_PUBLIC, true},
        {"api", shape_json(&builder, "3"), PROBLEM_PUBLIC, false},
    };
    static const unsigned char order[] = {4, 5, 2, 1, 3, 0};
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem only = {.number = 1,
                                       .status = 400,
                                       .code = "c",
                                       .title = "t",
                                       .members = members,
                                       .member_count = 5,
                                       .constant_count = 1,
                                       .order = order,
                                       .body = body,
                                       .body_count = 1};
    image_problem(&builder, &only);
    registry = image_finish(&builder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(registry);
    return 0;
}

static void receive(const char *body)
{
    arrive(&arrival, registry, reply_of(400, "application/problem+json"), body, strlen(body));
}

#define BODY                                                                                       \
    "{\"first\":1,\"first\":2,\"logged\":\"x\",\"wait\":3,\"api\":3,\"third\":4,"                  \
    "\"second\":\"sec\",\"thir\":5,\"thirdx\":6}"

/* In the registry's order; the last of a name; nothing that is not sent in bodies, no constants. */
static void one_after_the_other(void **state)
{
    (void)state;
    static const char *const expected[] = {"third", "second", "first"};
    struct problem_received_member member;
    size_t position = 0, count = 0;
    receive(BODY);
    while (problem_received_next_member(received, &position, &member))
        assert_string_equal(member.name, expected[count++]);
    assert_int_equal(count, COUNT(expected));
    assert_int_equal(member.value.as.integer, 2);
    leave(&arrival);

    receive("{\"second\":7,\"third\":10}"); /* neither fits */
    position = 0;
    assert_false(problem_received_next_member(received, &position, &member));
    leave(&arrival);
}

static void by_name(void **state)
{
    (void)state;
    static const char *const absent[] = {"logged", "wait", "api",  "thir",
                                         "status", "",     "type", NULL};
    struct problem_text text;
    int64_t integer = 77;
    receive(BODY);
    for (size_t i = 0; i < COUNT(absent); i++)
        assert_false(problem_received_integer(received, absent[i], &integer));
    assert_int_equal(integer, 77);
    assert_true(problem_received_integer(received, "third", &integer) && integer == 4);
    assert_true(problem_received_string(received, "second", &text));
    assert_text(text, "sec");
    leave(&arrival);
}

static void by_another_type(void **state)
{
    (void)state;
    int64_t integer = 77;
    struct problem_decimal decimal = {77, 7};
    double number = 77;
    bool boolean = true;
    int enumerator = 77;
    struct problem_text text = {NULL, 77};
    struct problem_time time = {77, 7};
    receive(BODY);
    assert_false(problem_received_integer(received, "second", &integer));
    assert_false(problem_received_decimal(received, "first", &decimal));
    assert_false(problem_received_number(received, "first", &number));
    assert_false(problem_received_boolean(received, "first", &boolean));
    assert_false(problem_received_enum(received, "second", &enumerator));
    assert_false(problem_received_string(received, "first", &text));
    assert_false(problem_received_time(received, "first", &time));
    assert_false(problem_received_date(received, "first", &integer));
    assert_true(integer == 77 && decimal.units == 77 && number == 77 && boolean);
    assert_true(enumerator == 77 && text.length == 77 && time.seconds == 77);
    leave(&arrival);
}

static void of_unknown_problems(void **state)
{
    (void)state;
    struct problem_received_member member;
    size_t position = 0;
    int64_t integer;
    receive("{\"type\":\"urn:x\",\"first\":1}");
    assert_int_equal(arrival.result, PROBLEM_RECEIVED_UNKNOWN);
    assert_false(problem_received_next_member(received, &position, &member));
    assert_false(problem_received_integer(received, "first", &integer));
    leave(&arrival);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_after_the_other),
        cmocka_unit_test(by_name),
        cmocka_unit_test(by_another_type),
        cmocka_unit_test(of_unknown_problems),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
