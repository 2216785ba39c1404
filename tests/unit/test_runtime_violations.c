/*
 * Field errors: how they are written in every style, and what happens when there are too many.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/room.h"
#include "../../runtime/src/violation.h"
#include "field_errors.h"

/* ------------------------------------------------------------------ styles */

static void one_of_each(void)
{
    add(REQUIRED, PROBLEM_BODY("/items/%d", 3));
    add(MINIMUM, PROBLEM_QUERY("limit"));
    add(REQUIRED, PROBLEM_PATH("id"));
    add(REQUIRED, PROBLEM_HEADER("If-Match"));
    add(REQUIRED, PROBLEM_BODY("/%s", "no way"));
    add(REQUIRED, PROBLEM_QUERY("no way"));
}

static void fragments(void **state)
{
    (void)state;
    const struct built_violations how = {.max = 9,
                                         .style = PROBLEM_POINTER_FRAGMENT,
                                         .pointer = "\"p\":",
                                         .parameter = "\"q\":",
                                         .header = "\"h\":",
                                         .detail = "\"d\":",
                                         .rule = "\"r\":",
                                         .rules = {7},
                                         .rule_bytes = 1};
    start(&how);
    one_of_each();
    expect(",\"errors\":[{\"p\":\"#/items/3\",\"d\":\"Must be present.\",\"r\":\"required\"},"
           "{\"q\":\"limit\",\"d\":\"At least 1.\",\"r\":\"minimum\"},"
           "{\"q\":\"id\",\"d\":\"Must be present.\",\"r\":\"required\"},"
           "{\"h\":\"If-Match\",\"d\":\"Must be present.\",\"r\":\"required\"},"
           "{\"p\":\"#\",\"d\":\"Must be present.\",\"r\":\"required\"},"
           "{\"d\":\"Must be present.\",\"r\":\"required\"}]");
    done();
}

static void plain_pointers(void **state)
{
    (void)state;
    const struct built_violations how = {.max = 9,
                                         .style = PROBLEM_POINTER_PLAIN,
                                         .pointer = "\"p\":",
                                         .detail = "\"d\":",
                                         .rules = {7},
                                         .rule_bytes = 1};
    start(&how);
    one_of_each();
    expect(",\"errors\":[{\"p\":\"/items/3\",\"d\":\"Must be present.\"},"
           "{\"d\":\"At least 1.\"},{\"d\":\"Must be present.\"},{\"d\":\"Must be present.\"},"
           "{\"p\":\"\",\"d\":\"Must be present.\"},{\"d\":\"Must be present.\"}]");
    done();
}

static void threegpp(void **state)
{
    (void)state;
    const struct built_violations how = {.max = 9,
                                         .style = PROBLEM_POINTER_3GPP,
                                         .pointer = "\"param\":",
                                         .parameter = "\"q\":",
                                         .rules = {7},
                                         .rule_bytes = 1};
    start(&how);
    one_of_each();
    expect(",\"errors\":[{\"param\":\"/items/3\"},{\"param\":\"query limit\"},"
           "{\"param\":\"{id}\"},{\"param\":\"header If-Match\"},{\"param\":\"\"},{}]");
    done();
}

static void details_need_their_members(void **state)
{
    (void)state;
    static const char *const good[] = {"red", "say \"x\""}, *const bad[] = {"\n"};
    struct problem_where where = PROBLEM_PATH("id");
    start(NULL);
    problem_violation_begin(&problem, registry, ONE_OF, &where);
    problem_put_strings(&problem, 0, good, 2);
    problem_violation_end(&problem);
    problem_violation_begin(&problem, registry, ONE_OF, &where);
    problem_put_strings(&problem, 0, bad, 1);
    problem_put_strings(&problem, 0, good, 1); /* the last one counts */
    problem_put_string(&problem, 1, "try it");
    problem_violation_end(&problem);
    problem_violation_begin(&problem, registry, ONE_OF, &where);
    problem_put_strings(&problem, 0, good, 1);
    problem_put_string(&problem, 1, "\n"); /* optional, but a misfit */
    problem_put_integer(&problem, 2, 1);   /* no such member */
    problem_put_integer(&problem, 127, 1);
    problem_violation_end(&problem);
    expect(",\"errors\":["
           "{\"parameter\":\"id\",\"detail\":\"One of \\\"red, say \\\"x\\\"\\\"; no hint\","
           "\"rule\":\"one-of\"},"
           "{\"parameter\":\"id\",\"detail\":\"One of \\\"red\\\"; try it\",\"rule\":\"one-of\"},"
           "{\"parameter\":\"id\",\"rule\":\"one-of\"}]");

    problem_violation_begin(&problem, registry, MINIMUM, &where);
    problem_put_integer(&problem, 0, 1);
    problem_put_integer(&problem, 0, 1001);
    problem_violation_end(&problem);
    problem_violation_begin(&problem, registry, MINIMUM, &where); /* nothing put */
    problem_violation_end(&problem);
    expect(",\"errors\":[{\"parameter\":\"id\",\"rule\":\"minimum\"},"
           "{\"parameter\":\"id\",\"rule\":\"minimum\"}]");
    done();
}

/* ------------------------------------------------------------------ omissions */

#define ITEM(pointer)                                                                              \
    "{\"pointer\":\"#/" pointer "\",\"detail\":\"Must be present.\",\"rule\":\"required\"}"

static void what_does_not_belong_is_counted(void **state)
{
    (void)state;
    start(NULL);
    expect("");
    for (int i = 0; i < 3; i++)
        add(REQUIRED, PROBLEM_BODY("/%d", i));
    expect(",\"errors\":[" ITEM("0") "," ITEM("1") "," ITEM("2") "]");
    for (int i = 0; i < 5; i++)
        add(REQUIRED, PROBLEM_BODY("/%d", i));
    expect(",\"errors\":[" ITEM("0") "," ITEM("1") "," ITEM("2") "],\"errors_omitted\":2");
    add(UNRELATED, PROBLEM_BODY("/0"));
    add(REQUIRED, PROBLEM_BODY("/1"));
    expect(",\"errors\":[" ITEM("1") "],\"errors_omitted\":1");
    add(UNRELATED, PROBLEM_BODY("/0"));
    expect(",\"errors_omitted\":1"); /* never an empty array */
    problem_violation_begin(&problem, registry, RULE_COUNT, NULL);
    problem_put_integer(&problem, 0, 1);
    problem_violation_end(&problem);
    expect(",\"errors_omitted\":1");
    done();

    const struct built_violations silent = {.max = 1, .pointer = "\"p\":", .rule_bytes = 0};
    start(&silent);
    add(REQUIRED, PROBLEM_BODY("/0"));
    expect("");
    done();
}

/* What members and field errors have to themselves: the rest is kept for `node`, which is for the
 * log. */
enum { NODE_ROOM = 2 + 32, ROOM = PROBLEM_VALUES_SIZE - NODE_ROOM };

static void full_areas_omit_the_newest(void **state)
{
    enum { FITTING = ROOM / 10 };
    (void)state;
    const struct built_violations how = {
        .max = 65535, .pointer = "\"p\":", .rules = {7}, .omitted = "\"n\":", .rule_bytes = 1};
    start(&how);
    /* 6 bytes of overhead and 4 of place, the first longer: they fill the room exactly */
    for (int i = 100; i < 100 + FITTING + 3; i++)
        add(REQUIRED, PROBLEM_BODY("/%0*d", i == 100 ? 3 + ROOM % 10 : 3, i));
    assert_int_equal(problem.violation_count, FITTING);
    assert_int_equal(problem.violations_used, ROOM);
    assert_int_equal(problem.violations_omitted, 3);

    raise_problem();
    problem_accepts(&problem, registry, PROBLEM_ANY);
    problem_put_string(&problem, REGION, "abcdefghi"); /* 11 bytes: two give way */
    assert_int_equal(problem.violation_count, FITTING - 2);
    assert_int_equal(problem.violations_omitted, 5);
    problem_put_string(&problem, REGION, "abcdefghijklmnopq"); /* 19: fits into 20 */
    assert_int_equal(problem.violations_omitted, 5);
    problem_put_string(&problem, REGION, "not an identifier"); /* a misfit drives nobody out */
    assert_int_equal(problem.violations_omitted, 5);

    size_t position = 0, count = 0;
    struct problem_violation violation;
    for (; problem_next_violation(&problem, &position, &violation); count++) {
        char place[16];
        snprintf(place, sizeof place, "/%0*d", count == 0 ? 3 + ROOM % 10 : 3, 100 + (int)count);
        assert_int_equal(violation.place_length, strlen(place));
        assert_memory_equal(violation.place, place, strlen(place));
    }
    assert_int_equal(count, FITTING - 2);
    done();
}

static void room_is_made_only_where_it_helps(void **state)
{
    (void)state;
    start(NULL);
    raise_problem();
    add(REQUIRED, PROBLEM_BODY("/a"));
    assert_true(problem_make_room(&problem, 1)); /* there is room already */
    assert_int_equal(problem.violation_count, 1);
    assert_false(problem_make_room(&problem, ROOM + 1));
    assert_int_equal(problem.violation_count, 1);
    assert_true(problem_make_room(&problem, ROOM));
    assert_int_equal(problem.violation_count, 0);
    assert_int_equal(problem.violations_omitted, 1);
    done();
}

static void no_room_at_any_point(void **state)
{
    (void)state;
    static const char text[] = "0123456789012345678901234567890123456789"
                               "0123456789012345678901234567890123456789";
    const char *const items[] = {text, text, text, text, text, text, text};
    for (unsigned fill = 0; fill < 90; fill++) {
        start(NULL);
        raise_problem();
        for (int i = 0; problem.violations_used < PROBLEM_VALUES_SIZE - 700; i++)
            add(REQUIRED, PROBLEM_BODY("/%0*d", 1 + (i == 0 ? (int)fill : 60), i));
        uint16_t count = problem.violation_count;
        for (int i = 0; i < 6; i++) {
            problem_violation_begin(&problem, registry, ONE_OF, NULL);
            problem_put_strings(&problem, 0, items, 1);
            problem_put_string(&problem, 1, text);
            problem_put_string(&problem, 1, "\n");
            problem_violation_end(&problem);
        }
        assert_true(problem.violation_count > count && problem.violation_count < count + 6);
        assert_int_equal(problem.violation_count + problem.violations_omitted, count + 6);
        assert_true(problem.values_used + problem.violations_used <= PROBLEM_VALUES_SIZE);
        done();
    }
}

static void only_one_registry_at_a_time(void **state)
{
    (void)state;
    start(NULL);
    problem_begin(&problem, other, VALIDATION_FAILED, "f", 1, "g");
    add(REQUIRED, PROBLEM_BODY("/a")); /* another registry's problem has been raised */
    add(MINIMUM, PROBLEM_BODY("/a"));
    assert_int_equal(problem.violation_count, 0);
    assert_int_equal(problem.violations_omitted, 2);
    assert_int_equal(problem.present | problem.misfit, 0);

    raise_problem(); /* begins anew */
    assert_int_equal(problem.violations_omitted, 0);
    add(REQUIRED, PROBLEM_BODY("/a"));
    problem_begin(&problem, registry, NOT_FOUND, "f", 1, "g");
    assert_int_equal(problem.violation_count, 1); /* kept from raise to raise */

    problem_clear(&problem);
    add(REQUIRED, PROBLEM_BODY("/a"));
    assert_true(problem_accepts(&problem, other, PROBLEM_ANY)); /* nothing was raised yet */
    assert_int_equal(problem.violation_count, 0);
    done();
}

static void unfinished_ones_come_to_nothing(void **state)
{
    (void)state;
    start(NULL);
    raise_problem();
    problem_violation_begin(&problem, registry, MINIMUM, NULL);
    assert_true(problem_accepts(&problem, registry, PROBLEM_ANY));
    problem_put_string(&problem, REGION, "eu-1");
    problem_violation_end(&problem); /* nothing is being added any more */
    problem_violation_end(NULL);
    problem_violation_begin(NULL, registry, MINIMUM, NULL);
    assert_int_equal(problem.violation_count, 0);
    assert_int_equal(problem.present, 1 << REGION);
    done();
}

static void violations_are_read_back(void **state)
{
    (void)state;
    static const char *const items[] = {"a\"b"};
    struct problem_violation violation;
    struct problem_where where = PROBLEM_QUERY("colour");
    char text[64];
    size_t position = 0;
    start(NULL);
    problem_violation_begin(&problem, registry, ONE_OF, &where);
    problem_put_strings(&problem, 0, items, 1);
    problem_violation_end(&problem);
    problem_violation_begin(&problem, registry, ONE_OF, &where);
    problem_violation_end(&problem);

    assert_false(problem_next_violation(NULL, &position, &violation));
    assert_true(problem_next_violation(&problem, &position, &violation));
    assert_int_equal(violation.kind, PROBLEM_WHERE_QUERY);
    assert_int_equal(violation.place_length, 6);
    assert_memory_equal(violation.place, "colour", 6);
    assert_string_equal(violation.rule, "one-of");
    const char *expected = "One of \"a\"b\"; no hint"; /* without JSON's escapes */
    for (size_t size = 0; size <= strlen(expected) + 2; size++) {
        memset(text, '~', sizeof text);
        assert_int_equal(problem_violation_detail(&problem, &violation, text, size),
                         strlen(expected));
        if (size > strlen(expected))
            assert_string_equal(text, expected);
        else
            assert_int_equal(text[0], '~');
    }
    assert_true(problem_next_violation(&problem, &position, &violation));
    assert_int_equal(problem_violation_detail(&problem, &violation, text, sizeof text), 0);
    assert_string_equal(text, "");
    assert_false(problem_next_violation(&problem, &position, &violation));
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fragments),
        cmocka_unit_test(plain_pointers),
        cmocka_unit_test(threegpp),
        cmocka_unit_test(details_need_their_members),
        cmocka_unit_test(what_does_not_belong_is_counted),
        cmocka_unit_test(full_areas_omit_the_newest),
        cmocka_unit_test(room_is_made_only_where_it_helps),
        cmocka_unit_test(no_room_at_any_point),
        cmocka_unit_test(only_one_registry_at_a_time),
        cmocka_unit_test(unfinished_ones_come_to_nothing),
        cmocka_unit_test(violations_are_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
