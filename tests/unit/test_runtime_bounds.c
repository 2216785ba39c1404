/*
 * The sizes that the compiler reserves: random values never need more, and the widest ones need
 * just that where a bound is meant to be exact.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "payments_image.h"

enum { SHAPES = 20 };

static struct image_builder builder;
static const struct problem_registry *registry;
static uint32_t shapes[SHAPES];
static size_t shape_count;
static uint64_t seed = UINT64_C(0x2545f4914f6cdd1d);

static uint64_t random_bits(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static void add_shapes(void)
{
    static const char *const values[] = {"a", "the-widest", "b"};
    unsigned char anything[PROBLEM_PATTERN_ACCEPTS + 2 + 2] = {2, 1};
    anything[PROBLEM_PATTERN_ACCEPTS + 1] = 1;
    anything[PROBLEM_PATTERN_ACCEPTS + 3] = 1;
    const uint32_t all[SHAPES] = {
        shape_integer(&builder, -99, 9, false),
        shape_integer(&builder, INT64_MIN, INT64_MAX, true),
        shape_decimal(&builder, 0, 0, false),
        shape_decimal(&builder, 2, 2, false),
        shape_decimal(&builder, 0, 18, false),
        shape_decimal(&builder, 0, 18, true),
        shape_plain(&builder, PROBLEM_NUMBER),
        shape_plain(&builder, PROBLEM_BOOLEAN),
        shape_enum(&builder, values, 3),
        shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 12),
        shape_pattern(&builder, 12, anything, sizeof anything),
        shape_string(&builder, PROBLEM_STRING_TEXT, 12),
        shape_string(&builder, PROBLEM_STRING_URI, 12),
        shape_string(&builder, PROBLEM_STRING_UUID, 36),
        shape_string(&builder, PROBLEM_STRING_POINTER, 12),
        shape_time(&builder, 0),
        shape_time(&builder, 6),
        shape_plain(&builder, PROBLEM_DATE),
        0,
        0,
    };
    memcpy(shapes, all, sizeof all);
    shapes[18] = shape_list(&builder, shapes[11], 5);
    shapes[19] = shape_list(&builder, shapes[1], 5);
    shape_count = SHAPES;
}

/* A problem for each shape: the value as JSON, as text and in a header. */
static int set_up(void **state)
{
    (void)state;
    image_start(&builder, "r", "");
    add_shapes();
    for (size_t i = 0; i < shape_count; i++) {
        char code[3] = {'c', (char)('a' + i), 0};
        const struct built_member members[] = {
            {"v", shapes[i], PROBLEM_PUBLIC, false},
            {"k", shape_json(&builder, "[1]"), PROBLEM_PUBLIC, false}};
        const struct built_step body[] = {
            {PROBLEM_STEP_TEXT, "\"", 0}, {PROBLEM_STEP_MEMBER, "\"", 0}, {PROBLEM_STEP_ID, "", 0}};
        const struct built_step value[] = {{PROBLEM_STEP_TEXT, "x", 0}, {PROBLEM_STEP_ID, "", 0}};
        const struct built_step constant[] = {{PROBLEM_STEP_LITERAL, "constant", 0}};
        const struct built_header headers[] = {{"X", true, value, 2}, {"Y", true, constant, 1}};
        const struct built_problem problem = {.number = (uint32_t)i + 1,
                                              .status = 400,
                                              .code = code,
                                              .title = "t",
                                              .members = members,
                                              .member_count = 1,
                                              .constant_count = 1,
                                              .body = body,
                                              .body_count = COUNT(body),
                                              .headers = headers,
                                              .header_count = COUNT(headers)};
        image_problem(&builder, &problem);
    }
    registry = image_finish(&builder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(registry);
    return 0;
}

static const char *random_string(char text[64])
{
    static const char *const pieces[] = {"a",  "\"",           "\\",       "~0",
                                         "/",  "\xe2\x80\xa8", "\xff",     "\xc3\xa9",
                                         "a:", "%41",          "\xe2\x80", "zz"};
    size_t length = 0;
    if (random_bits() % 8 == 0)
        return "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12";
    for (uint64_t count = random_bits() % 13; count > 0; count--) {
        const char *piece = pieces[random_bits() % COUNT(pieces)];
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    text[length] = '\0';
    return text;
}

static int64_t random_integer(void)
{
    static const int64_t edges[] = {INT64_MIN,
                                    INT64_MAX,
                                    -99,
                                    9,
                                    -62135596800,
                                    253402300799,
                                    ((int64_t)1 << 53) - 1,
                                    -((int64_t)1 << 53) + 1};
    uint64_t bits = random_bits();
    return bits % 3 == 0 ? edges[bits / 3 % COUNT(edges)] : (int64_t)(random_bits() >> bits % 64);
}

static void put_random(struct problem *problem, size_t shape)
{
    char texts[5][64];
    const char *strings[5];
    int64_t integers[5];
    double number;
    uint64_t bits = random_bits();
    memcpy(&number, &bits, sizeof number);
    for (size_t i = 0; i < 5; i++) {
        strings[i] = random_string(texts[i]);
        integers[i] = random_integer();
    }
    if (shape <= 1 || shape == 17)
        problem_put_integer(problem, 0, integers[0]);
    else if (shape <= 5)
        problem_put_decimal(problem, 0, problem_decimal(integers[0], (uint8_t)(bits % 19)));
    else if (shape == 6)
        problem_put_number(problem, 0, bits % 2 != 0 ? number : -1.2345678901234567e-6);
    else if (shape == 7)
        problem_put_boolean(problem, 0, bits % 2 != 0);
    else if (shape == 8)
        problem_put_enum(problem, 0, (int)(bits % 4));
    else if (shape <= 14)
        problem_put_string(problem, 0, strings[0]);
    else if (shape <= 16)
        problem_put_time(problem, 0, problem_time(integers[0], (int32_t)(bits % 1000000000)));
    else if (shape == 18)
        problem_put_strings(problem, 0, strings, bits % 6);
    else
        problem_put_integers(problem, 0, integers, bits % 6);
}

static void random_values_stay_within(void **state)
{
    (void)state;
    char buffer[4096];
    size_t present = 0;
    for (uint32_t shape = 0; shape < shape_count; shape++) {
        size_t body = problem_body_max(registry, shape);
        size_t headers = problem_headers_max(registry, shape);
        size_t stored = problem_stored_max(registry, shapes[shape]);
        for (int i = 0; i < 1000; i++) {
            struct problem problem = PROBLEM_INIT;
            struct problem_response response;
            problem_begin(&problem, registry, shape, "f", 1, "g");
            put_random(&problem, shape);
            size_t needed =
                problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
            assert_in_range(response.body_length, 1, body);
            assert_in_range(needed - response.body_length, 1, headers);
            assert_in_range(problem.values_used, 0, stored);
            present += problem.present != 0;
        }
    }
    assert_true(present > 5000);
}

static void widest_values_fill_their_bounds(void **state)
{
    (void)state;
    char buffer[4096];
    struct problem_response response;
    struct problem problem = PROBLEM_INIT;
    const size_t around = 2 + 36;

    problem_begin(&problem, registry, 1, "f", 1, "g");
    problem_put_integer(&problem, 0, INT64_MIN);
    problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_int_equal(response.body_length, problem_body_max(registry, 1));
    assert_int_equal(problem.values_used, problem_stored_max(registry, shapes[1]));
    assert_int_equal(response.body_length, around + 20 + 22);

    problem_begin(&problem, registry, 11, "f", 1, "g");
    problem_put_string(&problem, 0, "\"\"\"\"\"\"\"\"\"\"\"\"");
    problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_int_equal(response.body_length, problem_body_max(registry, 11));
    assert_int_equal(problem.values_used, problem_stored_max(registry, shapes[11]));

    problem_begin(&problem, registry, 16, "f", 1, "g");
    problem_put_time(&problem, 0, problem_time(253402300799, 999999999));
    size_t needed = problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_int_equal(response.body_length, problem_body_max(registry, 16));
    assert_int_equal(needed - response.body_length, problem_headers_max(registry, 16));
    assert_int_equal(problem.values_used, problem_stored_max(registry, shapes[16]));
}

static void constants_are_not_stored(void **state)
{
    (void)state;
    static struct image_builder small;
    image_start(&small, "r", "");
    uint32_t shape = shape_json(&small, "[1,2]");
    const struct built_member members[] = {{"k", shape, PROBLEM_PUBLIC, false}};
    const struct built_step body[] = {{PROBLEM_STEP_TEXT, "", 0}};
    const struct built_problem only = {.number = 1,
                                       .status = 400,
                                       .code = "c",
                                       .title = "t",
                                       .members = members,
                                       .constant_count = 1,
                                       .body = body,
                                       .body_count = 1};
    image_problem(&small, &only);
    const struct problem_registry *built = image_finish(&small);
    assert_int_equal(problem_stored_max(built, shape), 0);
    assert_int_equal(problem_body_max(built, 0), strlen("[1,2]"));
    image_free(built);
}

static void field_errors_stay_within(void **state)
{
    (void)state;
    static char buffer[65536];
    static const struct built_violations styles[] = {
        {.max = 32,
         .style = PROBLEM_POINTER_3GPP,
         .pointer = "\"p\":",
         .detail = "\"d\":",
         .rule = "\"r\":",
         .omitted = "\"n\":",
         .rules = {7},
         .rule_bytes = 1},
        {.max = 65535,
         .style = PROBLEM_POINTER_FRAGMENT,
         .pointer = "\"p\":",
         .header = "\"hh\":",
         .parameter = "\"parameter\":",
         .rules = {1},
         .rule_bytes = 1},
        {.max = 2, .rules = {15}, .rule_bytes = 1, .omitted = "\"n\":"},
    };
    for (size_t i = 0; i < 300; i++) {
        const struct problem_registry *payments =
            payments_image("", false, &styles[i % COUNT(styles)]);
        struct problem problem = PROBLEM_INIT;
        struct problem_response response;
        for (uint64_t count = random_bits() % 500; count > 0; count--) {
            char place[128], text[64];
            memset(place, 'x', sizeof place);
            place[0] = '/';
            int length = (int)(random_bits() % 127);
            struct problem_where where =
                problem_at((enum problem_where_kind)(1 + random_bits() % 4), "%.*s", length, place);
            uint32_t rule = (uint32_t)(random_bits() % RULE_COUNT);
            const char *string = random_string(text);
            problem_violation_begin(&problem, payments, rule, &where);
            if (rule == MINIMUM)
                problem_put_integer(&problem, 0, -1000);
            else if (rule == ONE_OF)
                problem_put_strings(&problem, 0, &string, 1);
            problem_violation_end(&problem);
        }
        problem_begin(&problem, payments, VALIDATION_FAILED, "f", 1, "g");
        problem_respond(payments, &problem, NULL, buffer, sizeof buffer, &response);
        assert_in_range(response.body_length, 1, problem_body_max(payments, VALIDATION_FAILED));
        assert_int_equal(problem_body_max(payments, SECRET), problem_body_max(payments, NOT_FOUND));
        image_free(payments);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_values_stay_within),
        cmocka_unit_test(widest_values_fill_their_bounds),
        cmocka_unit_test(constants_are_not_stored),
        cmocka_unit_test(field_errors_stay_within),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
