/*
 * Room in struct problem: what is for the log alone takes none from what callers see.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "image_builder.h"

enum {
    SEEN,
    TRACE_TEXT,
    LEVEL,
    SPOTS,
    LOGGED
}; /* the first is public, the others are for the log */
enum { CHECKED, LOST };

static struct image_builder builder;
static const struct problem_registry *registry;
static struct problem problem;
static struct problem_response response;
static char body[1 << 15];

static void add_problem(uint32_t number, const struct built_member *members, size_t count)
{
    static const struct built_violations how = {
        .max = 1000, .pointer = "\"p\":", .omitted = "\"n\":", .rules = {1}, .rule_bytes = 1};
    static const struct built_step seen[] = {{PROBLEM_STEP_MEMBER, "{\"seen\":", SEEN},
                                             {PROBLEM_STEP_VIOLATIONS, ",\"errors\":", 0},
                                             {PROBLEM_STEP_LITERAL, "}", 0}};
    const struct built_problem built = {
        .number = number,
        .status = 422,
        .code = number == 1 ? "checked" : "lost",
        .title = "Title",
        .members = members,
        .member_count = count,
        .body = seen + (count == 0),
        .body_count = COUNT(seen) - (count == 0),
        .violations = &how,
    };
    image_problem(&builder, &built);
}

static int set_up(void **state)
{
    (void)state;
    static const struct built_step detail[] = {{PROBLEM_STEP_LITERAL, "Wrong.", 0}};
    image_start(&builder, "room", "");
    builder.fallback = LOST;
    uint32_t text = shape_string(&builder, PROBLEM_STRING_TEXT, 500);
    uint32_t level = shape_integer(&builder, -1000000, 1000000, false);
    const struct built_member members[] = {
        {"seen", text, PROBLEM_PUBLIC, false},
        {"trace", text, PROBLEM_LOG_ONLY, true},
        {"level", level, PROBLEM_LOG_ONLY, true},
        {"spots", shape_list(&builder, level, 20), PROBLEM_LOG_ONLY, true},
    };
    image_rule_add(&builder, "wrong", NULL, 0, detail, COUNT(detail));
    add_problem(1, members, LOGGED);
    add_problem(2, NULL, 0);
    registry = image_finish(&builder);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    image_free(registry);
    return 0;
}

/* ------------------------------------------------------------------ */

static void add_errors(int count)
{
    for (int i = 0; i < count; i++) {
        struct problem_where where = PROBLEM_BODY("/items/%d", i);
        problem_violation_begin(&problem, registry, 0, &where);
        problem_violation_end(&problem);
    }
}

static void put_logged(void)
{
    char text[501];
    int64_t spots[20];
    memset(text, 't', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (size_t i = 0; i < COUNT(spots); i++)
        spots[i] = -1000000;
    problem_put_string(&problem, TRACE_TEXT, text);
    problem_put_integer(&problem, LEVEL, 1000000);
    problem_put_integers(&problem, SPOTS, spots, COUNT(spots));
    assert_int_equal(problem.present >> TRACE_TEXT & 7, 7); /* all of them found room */
}

static size_t respond(char *buffer)
{
    static struct problem_sink none = PROBLEM_SINK_NONE;
    const struct problem_request request = {.sink = &none};
    return problem_respond(registry, &problem, &request, buffer, sizeof body, &response);
}

/* An occurrence with more field errors than there is room for, before the raise or after it. */
static size_t occur(bool logged, bool early, size_t seen_length, char *buffer)
{
    char seen[501];
    memset(seen, 's', sizeof seen);
    seen[seen_length] = '\0';
    problem_clear(&problem);
    if (early)
        add_errors(300);
    problem_begin(&problem, registry, CHECKED, "f", 1, "g");
    if (logged && seen_length % 2 == 0)
        put_logged();
    problem_put_string(&problem, SEEN, seen);
    if (!early)
        add_errors(300);
    if (logged)
        put_logged(); /* once more, where they are there already */
    return respond(buffer);
}

static void callers_do_not_see_what_is_logged(void **state)
{
    (void)state;
    static char expected[sizeof body];
    for (size_t length = 0; length <= 500; length += 25) {
        for (int early = 0; early <= 1; early++) {
            size_t needed = occur(false, early != 0, length, expected);
            assert_true(problem.violations_omitted > 0);
            assert_int_equal(occur(true, early != 0, length, body), needed);
            assert_memory_equal(body, expected, needed);
        }
    }
}

static void what_is_logged_always_finds_room(void **state)
{
    (void)state;
    problem_clear(&problem);
    add_errors(300);
    problem_begin(&problem, registry, CHECKED, "f", 1, "g");
    uint16_t count = problem.violation_count;
    put_logged();
    assert_int_equal(problem.violation_count, count); /* nobody had to give way */
    add_errors(1);
    assert_int_equal(problem.violation_count, count);
}

static void a_raise_may_need_more(void **state)
{
    (void)state;
    problem_clear(&problem);
    problem_begin(&problem, registry, LOST, "f", 1, "g"); /* logs nothing: all room is free */
    add_errors(300);
    uint16_t count = problem.violation_count;
    problem_begin(&problem, registry, CHECKED, "f", 1, "g");
    assert_true(problem.violation_count < count);
    assert_int_equal(problem.violation_count + problem.violations_omitted, 300);
    count = problem.violation_count;
    put_logged();
    assert_int_equal(problem.violation_count, count);
}

static void the_largest_values(void **state)
{
    (void)state;
    /* two texts, an integer of 8 characters behind their length, a list of 20 such */
    const size_t integer = 2 + 8, text = 2 + 500, list = 4 + 20 * integer;
    assert_int_equal(problem_values_max(registry, CHECKED), 2 * text + integer + list);
    assert_int_equal(problem_log_values_max(registry, CHECKED), text + integer + list);
    assert_int_equal(problem_log_values_max(registry, LOST), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(callers_do_not_see_what_is_logged),
        cmocka_unit_test(what_is_logged_always_finds_room),
        cmocka_unit_test(a_raise_may_need_more),
        cmocka_unit_test(the_largest_values),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
