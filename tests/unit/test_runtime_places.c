/*
 * The places of field errors: what is shown of them, and where long ones are cut.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "field_errors.h"

static void assert_place(struct problem_where where, enum problem_where_kind kind,
                         const char *expected)
{
    assert_int_equal(where.kind, kind);
    assert_int_equal(where.length, strlen(expected));
    assert_memory_equal(where.text, expected, strlen(expected));
}

static void places_show_identifiers_alone(void **state)
{
    (void)state;
    assert_place(PROBLEM_BODY("%s", ""), PROBLEM_WHERE_BODY, "");
    assert_place(PROBLEM_BODY("/"), PROBLEM_WHERE_BODY, "/");
    assert_place(PROBLEM_BODY("/items/%zu/amount", (size_t)3), PROBLEM_WHERE_BODY,
                 "/items/3/amount");
    assert_place(PROBLEM_BODY("/a//b"), PROBLEM_WHERE_BODY, "/a//b");
    assert_place(PROBLEM_BODY("no-slash"), PROBLEM_WHERE_BODY, "");
    assert_place(PROBLEM_BODY("/a/not this/b"), PROBLEM_WHERE_BODY, "/a");
    assert_place(PROBLEM_BODY("/a/b~1c"), PROBLEM_WHERE_BODY, "/a");
    assert_place(PROBLEM_BODY("/\"/b"), PROBLEM_WHERE_BODY, "");
    assert_place(PROBLEM_BODY("/a/\xc3\xa4"), PROBLEM_WHERE_BODY, "/a");
    assert_place(PROBLEM_QUERY("filter[$name]"), PROBLEM_WHERE_QUERY, "filter[$name]");
    assert_place(PROBLEM_QUERY("a b"), PROBLEM_WHERE_QUERY, "");
    assert_place(PROBLEM_QUERY("%s", ""), PROBLEM_WHERE_QUERY, "");
    assert_place(PROBLEM_PATH("id"), PROBLEM_WHERE_PATH, "id");
    assert_place(PROBLEM_PATH("id[]"), PROBLEM_WHERE_PATH, "");
    assert_place(PROBLEM_HEADER("If-Match"), PROBLEM_WHERE_HEADER, "If-Match");
    assert_place(PROBLEM_HEADER("If/Match"), PROBLEM_WHERE_HEADER, "");
}

static void long_places_are_cut_at_a_segment(void **state)
{
    (void)state;
    char text[512], expected[sizeof text + 3];
    for (int length = PROBLEM_PLACE_SIZE - 3; length < 300; length++) {
        /* "/aa", then one segment that fills up to `length` */
        snprintf(text, sizeof text, "/aa/%0*d", length - 4, 0);
        bool fits = length <= PROBLEM_PLACE_SIZE;
        assert_place(PROBLEM_BODY("%s", text), PROBLEM_WHERE_BODY, fits ? text : "/aa");
        /* the same, and a segment behind it */
        snprintf(expected, sizeof expected, "%s", fits ? text : "/aa");
        if (length == PROBLEM_PLACE_SIZE - 3)
            snprintf(expected, sizeof expected, "%s/zz", text);
        assert_place(PROBLEM_BODY("%s/zz", text), PROBLEM_WHERE_BODY, expected);
        assert_place(PROBLEM_QUERY("%.*s", length, text + 4), PROBLEM_WHERE_QUERY,
                     length - 4 <= PROBLEM_PLACE_SIZE ? text + 4 : "");
    }
}

static void handmade_places_are_checked_too(void **state)
{
    (void)state;
    start(NULL);
    struct problem_where where;
    memset(&where, '"', sizeof where);
    where.kind = PROBLEM_WHERE_BODY;
    where.length = 3;
    add(REQUIRED, where);
    memcpy(where.text, "/a\"", 3);
    add(REQUIRED, where);
    where.kind = 99;
    add(REQUIRED, where);
    expect(",\"errors\":[{\"pointer\":\"#\",\"detail\":\"Must be present.\",\"rule\":\"required\"},"
           "{\"pointer\":\"#\",\"detail\":\"Must be present.\",\"rule\":\"required\"},"
           "{\"pointer\":\"#\",\"detail\":\"Must be present.\",\"rule\":\"required\"}]");

    memset(&where, 'a', sizeof where);
    where.kind = 0;
    add(REQUIRED, where);
    memset(&where, '/', sizeof where); /* 47 bytes of slashes */
    where.kind = PROBLEM_WHERE_BODY;
    add(REQUIRED, where);
    problem_violation_begin(&problem, registry, REQUIRED, NULL);
    problem_violation_end(&problem);
    size_t position = 0;
    struct problem_violation violation;
    assert_true(problem_next_violation(&problem, &position, &violation));
    assert_int_equal(violation.place_length, 0);
    assert_true(problem_next_violation(&problem, &position, &violation));
    assert_int_equal(violation.place_length, '/');
    assert_true(problem_next_violation(&problem, &position, &violation));
    assert_int_equal(violation.place_length, 0);
    done();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_show_identifiers_alone),
        cmocka_unit_test(long_places_are_cut_at_a_segment),
        cmocka_unit_test(handmade_places_are_checked_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
