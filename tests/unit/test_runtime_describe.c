/*
 * Lookups, descriptions, and reading an occurrence without rendering it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "payments_image.h"

static const struct problem_registry *payments;

static int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", true, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(payments);
    return 0;
}

static uint32_t find_code(const char *code)
{
    return problem_find_code(payments, code, strlen(code));
}

static uint32_t find_type(const struct problem_registry *registry, const char *uri)
{
    return problem_find_type(registry, uri, strlen(uri));
}

static void codes_are_found(void **state)
{
    (void)state;
    assert_int_equal(find_code("insufficient-funds"), FIRST_NUMBER + INSUFFICIENT_FUNDS);
    assert_int_equal(find_code("bare"), FIRST_NUMBER + BARE);
    assert_int_equal(find_code("method-not-allowed"), FIRST_NUMBER + METHOD_NOT_ALLOWED);
    assert_int_equal(find_code("Bare"), 0);
    assert_int_equal(find_code(""), 0);
    assert_int_equal(find_code("insufficient-fund"), 0);
    assert_int_equal(find_code("insufficient-funds!"), 0);
    assert_int_equal(problem_find_code(payments, NULL, 0), 0);
    assert_int_equal(problem_find_code(payments, "bare and more", 4), FIRST_NUMBER + BARE);
    for (int i = 0; i < 2000; i++) { /* some of these hit a taken slot, some an empty one */
        char code[8] = {'x', (char)('a' + i % 26), (char)('a' + i / 26 % 26),
                        (char)('a' + i / 676)};
        assert_int_equal(find_code(code), 0);
    }
}

static void types_are_found(void **state)
{
    (void)state;
    assert_int_equal(find_type(payments, "https://example.com/bare"), FIRST_NUMBER + BARE);
    assert_int_equal(find_type(payments, "https://example.com/method"),
                     FIRST_NUMBER + METHOD_NOT_ALLOWED);
    assert_int_equal(find_type(payments, "https://example.com/method-not-allowed"), 0);
    assert_int_equal(find_type(payments, "https://example.com/"), 0);
    assert_int_equal(find_type(payments, "https://example.org/bare"), 0);
    assert_int_equal(find_type(payments, "bare"), 0);
    assert_int_equal(find_type(payments, "about:blank"), 0);
    assert_int_equal(problem_find_type(payments, NULL, 0), 0);
    for (int i = 0; i < 2000; i++) {
        char uri[8] = {'x', (char)('a' + i % 26), (char)('a' + i / 26 % 26), (char)('a' + i / 676)};
        assert_int_equal(find_type(payments, uri), 0);
    }

    const struct problem_registry *blank = payments_image("", false, NULL);
    assert_int_equal(find_type(blank, "bare"), 0);
    assert_int_equal(find_type(blank, "https://example.com/method"),
                     FIRST_NUMBER + METHOD_NOT_ALLOWED);
    image_free(blank);

    static struct image_builder builder;
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem only = {
        .number = 1, .status = 400, .code = "c", .title = "t", .body = body, .body_count = 1};
    image_start(&builder, "r", "urn:x:");
    image_problem(&builder, &only);
    const struct problem_registry *small = image_finish(&builder);
    assert_int_equal(find_type(small, "urn:x:c"), 1);
    assert_int_equal(find_type(small, "urn:x:d"), 0);
    image_free(small);
}

static void problems_are_described(void **state)
{
    (void)state;
    struct problem_info info = {.number = 99};
    assert_false(problem_describe(payments, 0, &info));
    assert_false(problem_describe(payments, 1, &info));
    assert_false(problem_describe(payments, FIRST_NUMBER + BARE + 1, &info));
    assert_int_equal(info.number, 99);
    for (uint32_t number = 1000; number < 3000; number++)
        assert_false(problem_describe(payments, number, &info));
    assert_true(problem_describe(payments, FIRST_NUMBER + INSUFFICIENT_FUNDS, &info));
    assert_int_equal(info.number, FIRST_NUMBER + INSUFFICIENT_FUNDS);
    assert_int_equal(info.status, 403);
    assert_int_equal(info.retry, PROBLEM_RETRY_AFTER_FIX);
    assert_int_equal(info.log, PROBLEM_LOG_INFO);
    assert_string_equal(info.code, "insufficient-funds");
    assert_string_equal(info.title, "Insufficient funds");
    assert_int_equal(info.concealed_as, 0);
    assert_true(problem_describe(payments, FIRST_NUMBER + SECRET, &info));
    assert_int_equal(info.concealed_as, FIRST_NUMBER + NOT_FOUND);
}

static void numbers_may_be_indexes(void **state)
{
    (void)state;
    static struct image_builder builder;
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem one = {
        .number = 1, .status = 400, .code = "one", .title = "t", .body = body, .body_count = 1};
    const struct built_problem two = {
        .number = 2, .status = 404, .code = "two", .title = "t", .body = body, .body_count = 1};
    struct problem_info info;
    image_start(&builder, "r", "");
    image_problem(&builder, &one);
    image_problem(&builder, &two);
    const struct problem_registry *registry = image_finish(&builder);
    assert_true(problem_describe(registry, 2, &info));
    assert_string_equal(info.code, "two");
    assert_false(problem_describe(registry, 0, &info));
    assert_false(problem_describe(registry, 3, &info));
    image_free(registry);
}

static void check_type(const struct problem_registry *registry, enum payments_index index,
                       const char *expected)
{
    char text[64];
    size_t length = strlen(expected);
    for (size_t size = 0; size <= length + 2; size++) {
        memset(text, '~', sizeof text);
        assert_int_equal(problem_type(registry, FIRST_NUMBER + (uint32_t)index, text, size),
                         length);
        if (size > length)
            assert_string_equal(text, expected);
        else
            assert_int_equal(text[0], '~');
        assert_int_equal(text[size], '~');
    }
}

static void types(void **state)
{
    (void)state;
    const struct problem_registry *blank = payments_image("", true, NULL);
    check_type(payments, BARE, "https://example.com/bare");
    check_type(payments, METHOD_NOT_ALLOWED, "https://example.com/method");
    check_type(blank, BARE, "about:blank");
    check_type(blank, METHOD_NOT_ALLOWED, "https://example.com/method");
    assert_int_equal(problem_type(payments, 1, NULL, 0), 0);
    image_free(blank);
}

static struct problem insufficient_funds(void)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, INSUFFICIENT_FUNDS, "file.c", 7, "function");
    problem_put_decimal(&problem, BALANCE, problem_decimal(3000, 2));
    problem_put_decimal(&problem, COST, problem_decimal(5000, 2));
    problem_put_string(&problem, SHARD, "shard-7");
    problem_put_string(&problem, REGION, "eu-1");
    problem_put_integer(&problem, WAIT, 120);
    problem_put_string(&problem, NODE, "node-3");
    return problem;
}

static void where_and_what(void **state)
{
    (void)state;
    const char *file, *function;
    int line;
    struct problem problem = insufficient_funds(), nothing = PROBLEM_INIT;
    problem_raised_at(&problem, &file, &line, &function);
    assert_string_equal(file, "file.c");
    assert_string_equal(function, "function");
    assert_int_equal(line, 7);
    assert_int_equal(problem_raised(&problem), FIRST_NUMBER + INSUFFICIENT_FUNDS);
    assert_int_equal(problem_sent(&problem), FIRST_NUMBER + INSUFFICIENT_FUNDS);
    assert_int_equal(problem_status(&problem), 403);

    problem_raised_at(&nothing, &file, &line, &function);
    assert_null(file);
    assert_null(function);
    assert_int_equal(line, 0);
    assert_int_equal(problem_raised(&nothing), 0);
    assert_int_equal(problem_sent(&nothing), 0);
    assert_int_equal(problem_status(&nothing), 500);
    assert_int_equal(problem_raised(NULL), 0);
    assert_int_equal(problem_sent(NULL), 0);
    assert_int_equal(problem_status(NULL), 500);
}

static void check_detail(const struct problem *problem, const char *expected)
{
    char text[128];
    size_t length = strlen(expected);
    for (size_t size = 0; size <= length + 2; size++) {
        memset(text, '~', sizeof text);
        assert_int_equal(problem_detail(problem, text, size), length);
        if (size > length)
            assert_string_equal(text, expected);
        else
            assert_int_equal(text[0], '~');
        assert_int_equal(text[size], '~');
    }
}

static void details_are_plain_text(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    check_detail(&problem, "\"30.00\" is less than 50.00. No hint.");
    problem_put_string(&problem, HINT, "say \"\\\"");
    check_detail(&problem, "\"30.00\" is less than 50.00. say \"\\\".");
    problem_put_decimal(&problem, COST, problem_decimal(1, 3));
    check_detail(&problem, "");
    problem_begin(&problem, payments, INTERNAL_ERROR, "f", 1, "g");
    check_detail(&problem, "Quote \\ the instance \xe2\x80\xa8.");
    problem_begin(&problem, payments, BARE, "f", 1, "g");
    check_detail(&problem, "");
    problem_clear(&problem);
    check_detail(&problem, "");
    check_detail(NULL, "");
}

static void expect_text(const struct problem_member *member, const char *name, const char *value)
{
    assert_string_equal(member->name, name);
    assert_int_equal(member->value.as.string.length, strlen(value));
    assert_memory_equal(member->value.as.string.bytes, value, strlen(value));
}

static void members_come_in_the_body_s_order(void **state)
{
    (void)state;
    struct problem problem = insufficient_funds();
    struct problem_member member;
    size_t position = 0;
    assert_true(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    assert_string_equal(member.name, "balance");
    assert_int_equal(member.audience, PROBLEM_PUBLIC);
    assert_int_equal(member.value.type, PROBLEM_DECIMAL);
    assert_int_equal(member.value.as.decimal.units, 3000);
    assert_int_equal(member.value.as.decimal.scale, 2);
    assert_true(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    assert_string_equal(member.name, "cost");
    assert_true(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    assert_int_equal(member.value.type, PROBLEM_JSON);
    expect_text(&member, "docs", "{\"a\":1}");
    assert_true(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    expect_text(&member, "region", "eu-1");
    assert_false(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));

    position = 0;
    assert_true(problem_next_member(&problem, PROBLEM_HEADER_ONLY, &position, &member));
    assert_string_equal(member.name, "wait");
    assert_int_equal(member.value.as.integer, 120);
    assert_false(problem_next_member(&problem, PROBLEM_HEADER_ONLY, &position, &member));

    position = 0;
    assert_true(problem_next_member(&problem, PROBLEM_LOG_ONLY, &position, &member));
    expect_text(&member, "shard", "shard-7");
    assert_true(problem_next_member(&problem, PROBLEM_LOG_ONLY, &position, &member));
    expect_text(&member, "node", "node-3");
    assert_false(problem_next_member(&problem, PROBLEM_LOG_ONLY, &position, &member));

    position = 0;
    assert_false(problem_next_member(NULL, PROBLEM_PUBLIC, &position, &member));
    problem_clear(&problem);
    assert_false(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
}

static void concealed_members_are_for_the_log(void **state)
{
    (void)state;
    struct problem problem = PROBLEM_INIT;
    struct problem_member member;
    size_t position = 0;
    problem_begin(&problem, payments, SECRET, "f", 1, "g");
    problem_put_string(&problem, WHY, "because");
    problem_put_string(&problem, REGION, "eu-1");
    assert_true(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    expect_text(&member, "region", "eu-1");
    assert_false(problem_next_member(&problem, PROBLEM_PUBLIC, &position, &member));
    position = 0;
    assert_true(problem_next_member(&problem, PROBLEM_LOG_ONLY, &position, &member));
    expect_text(&member, "why", "because");
    assert_false(problem_next_member(&problem, PROBLEM_LOG_ONLY, &position, &member));
}

static void list_items(void **state)
{
    (void)state;
    static const char *const methods[] = {"GET", "HEAD"};
    struct problem problem = PROBLEM_INIT;
    struct problem_member member;
    struct problem_value item;
    size_t position = 0;
    problem_begin(&problem, payments, METHOD_NOT_ALLOWED, "f", 1, "g");
    problem_put_strings(&problem, ALLOWED, methods, 2);
    assert_true(problem_next_member(&problem, PROBLEM_HEADER_ONLY, &position, &member));
    assert_int_equal(member.value.type, PROBLEM_LIST);
    assert_int_equal(member.value.as.list.count, 2);
    assert_true(problem_item(&member.value, 1, &item));
    assert_int_equal(item.as.string.length, 4);
    assert_memory_equal(item.as.string.bytes, "HEAD", 4);
    assert_true(problem_item(&member.value, 0, &item));
    assert_memory_equal(item.as.string.bytes, "GET", 3);
    assert_false(problem_item(&member.value, 2, &item));
    assert_false(problem_item(&item, 0, &item)); /* not a list */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_found),
        cmocka_unit_test(types_are_found),
        cmocka_unit_test(problems_are_described),
        cmocka_unit_test(numbers_may_be_indexes),
        cmocka_unit_test(types),
        cmocka_unit_test(where_and_what),
        cmocka_unit_test(details_are_plain_text),
        cmocka_unit_test(members_come_in_the_body_s_order),
        cmocka_unit_test(concealed_members_are_for_the_log),
        cmocka_unit_test(list_items),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
