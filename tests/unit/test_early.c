/*
 * Problems that are read while their file is parsed, and those that have to wait: nothing but the
 * memory it takes may depend on it.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"

#define TYPES "types:\n  money: {type: decimal, scale: 2}\n  size: {type: enum, values: [s, l]}\n"
#define A     "  a: {status: 400, title: A, members: {x: {type: money}, y: {type: integer, max: 9}}}\n"
#define B                                                                                          \
    "  b: {status: 400, title: B, members: {z: {type: size, optional: true}, l: {type: list, of: money}}}\n"
#define C "  c: {status: 400, title: C, members: {x: {type: money}}}\n"

static void assert_codes(const char *expected)
{
    struct buffer codes = buffer_create(arena);
    for (size_t i = 0; i < registry->problem_count; i++) {
        assert_int_equal(registry->problems[i].index, i);
        assert_ptr_equal(registry_problem(registry, registry->problems[i].code.text),
                         &registry->problems[i]);
        buffer_text(&codes, registry->problems[i].code.text);
        buffer_byte(&codes, ' ');
    }
    assert_text(buffer_contents(&codes), expected);
}

static void assert_findings(const char *expected)
{
    struct buffer ids = buffer_create(arena);
    for (size_t i = 0; i < finding_count(); i++) {
        buffer_string(&ids, finding(i)->id);
        buffer_byte(&ids, ' ');
    }
    assert_text(buffer_contents(&ids), expected);
}

static const struct shape *shape_of(const char *code, const char *member)
{
    return problem_member(registry, problem_named(code), text_of(member))->shape;
}

static void assert_shapes(void)
{
    assert_int_equal(shape_of("a", "x")->type, MEMBER_DECIMAL);
    assert_int_equal(shape_of("a", "x")->limits->scale_max.value, 2);
    assert_text(shape_of("a", "x")->named->name.text, "money");
    assert_ptr_equal(shape_of("a", "x"), shape_of("c", "x"));
    assert_int_equal(shape_of("a", "y")->limits->maximum.value, 9);
    assert_int_equal(shape_of("b", "z")->value_count, 2);
    assert_int_equal(shape_of("b", "l")->of->type, MEMBER_DECIMAL);
}

static void types_may_stand_before_and_behind(void **state)
{
    (void)state;
    static const char *const texts[] = {
        REGISTRY_HEAD TYPES "problems:\n" A B C FALLBACK_PROBLEM,
        REGISTRY_HEAD "problems:\n" A B C FALLBACK_PROBLEM TYPES,
    };
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(load_text(texts[i]), LOAD_OK);
        assert_findings("");
        assert_codes("a b c internal-error ");
        assert_shapes();
        files_tear_down(NULL);
        files_set_up(NULL);
    }
}

/* Of the main file only the first can be read at once, of the included one nothing. */
static void problems_stay_in_order_when_one_has_to_wait(void **state)
{
    (void)state;
    put_file("types.yaml", "problemc: 1\ntypes:\n  size: {type: enum, values: [s, l]}\n"
                           "problems:\n  d: {status: 400, title: D}\n");
    assert_int_equal(load_text(REGISTRY_HEAD "types: \n  money: {type: decimal, scale: 2}\n"
                                             "problems:\n" A B C FALLBACK_PROBLEM
                                             "include: [types.yaml]\n"),
                     LOAD_OK);
    assert_findings("");
    assert_codes("a b c internal-error d ");
    assert_shapes();
}

static void fragments_keep_their_base(void **state)
{
    (void)state;
    put_file("more.yaml", "problemc: 1\nproblems:\n  d: {status: 400, title: D}\n"
                          "base: https://example.org/\n");
    assert_int_equal(load_text(REGISTRY_HEAD "include: [more.yaml]\nproblems:\n" FALLBACK_PROBLEM),
                     LOAD_OK);
    assert_codes("internal-error d ");
    assert_text(problem_type_uri(problem_named("d"), arena), "https://example.org/d");
    assert_text(problem_type_uri(problem_named("internal-error"), arena),
                "https://example.com/errors/internal-error");
}

static void what_is_there_twice_is_read_once(void **state)
{
    (void)state;
    assert_int_equal(load_text(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM
                                             "  c: {status: 400, title: First}\n"
                                             "  c: {statut: 400}\n"
                                             "problems:\n  e: {statut: 400}\n"),
                     LOAD_OK);
    assert_findings("yaml-duplicate-key yaml-duplicate-key ");
    assert_codes("internal-error c ");
    assert_text(problem_named("c")->title.text, "First");
}

static void of_two_keys_the_first_counts_whatever_it_is(void **state)
{
    (void)state;
    assert_int_equal(
        load_text(REGISTRY_HEAD "problems:\n  c:\n  c: {statut: 400}\n" FALLBACK_PROBLEM), LOAD_OK);
    assert_findings("wrong-type yaml-duplicate-key ");
    assert_codes("internal-error ");
}

/* What seems to be missing in a file that breaks off may stand behind its end. */
static void a_file_that_breaks_off_is_read_as_a_whole(void **state)
{
    (void)state;
    put_file("more.yaml", "problemc: 1\ntypes:\n  money: {type: date}\n");
    assert_int_equal(load_text(REGISTRY_HEAD "include: [more.yaml]\n" TYPES "problems:\n" A
                                             "  f: {status: 400}\n" C
                                             "  g: {status: 400, title: ]\n"),
                     LOAD_OK);
    assert_codes("a f c g ");
    assert_text(shape_of("a", "x")->named->name.text, "money");
    for (size_t i = 0; i < finding_count(); i++)
        assert_string_not_equal(finding(i)->id, "missing-key");
}

static void types_are_declared_in_the_order_of_files(void **state)
{
    (void)state;
    put_file("more.yaml", "problemc: 1\ntypes:\n  money: {type: date}\n  other: {type: uuid}\n");
    load_text(REGISTRY_HEAD "include: [more.yaml]\nproblems:\n" C FALLBACK_PROBLEM
                            "types: {money: {type: decimal, scale: 2}}\n");
    assert_findings("duplicate-name ");
    assert_int_equal(registry->type_count, 2);
    assert_int_equal(shape_of("c", "x")->type, MEMBER_DECIMAL);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(types_may_stand_before_and_behind),
        TEST(problems_stay_in_order_when_one_has_to_wait),
        TEST(fragments_keep_their_base),
        TEST(what_is_there_twice_is_read_once),
        TEST(of_two_keys_the_first_counts_whatever_it_is),
        TEST(a_file_that_breaks_off_is_read_as_a_whole),
        TEST(types_are_declared_in_the_order_of_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
