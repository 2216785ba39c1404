/*
 * Files of which some is let go of while they are read: what was said in them stays, what is
 * written there comes back for those who ask, and nobody is shown another file instead.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "registry_files.h"

enum { PROBLEMS = 12000 }; /* about 3 MiB */

/* A registry whose texts are of every style, some the same again and again. */
static const char *large_registry(const char *end)
{
    struct buffer yaml = buffer_create(arena);
    buffer_string(&yaml, REGISTRY_HEAD "types:\n  money: {type: decimal, scale: 2}\nproblems:\n");
    for (int i = 0; i < PROBLEMS; i++)
        buffer_format(&yaml,
                      "  p-%d:\n    status: 400\n    title: 'It''s %d'\n"
                      "    detail: \"Caf\\u00e9 {sum} {{of}} {left} {{%d}}.\"\n    members:\n"
                      "      sum: {type: money, example: '1.00', description: The sum.}\n"
                      "      left: {type: integer, max: %d, optional: true, absent: nothing}\n"
                      "    description: |\n      Two\n      lines.\n    tags: [a, t-%d]\n",
                      i, i, i, i + 1, i % 7);
    buffer_string(&yaml, FALLBACK_PROBLEM);
    buffer_string(&yaml, end);
    buffer_byte(&yaml, '\0');
    return yaml.bytes;
}

/* Loads it so that it can be let go of. */
static enum load_result load_large(const char *end)
{
    sources_may_go(sources);
    return load_text(large_registry(end));
}

static const struct problem_type *problem(int i)
{
    return problem_named(arena_format(arena, "p-%d", i).bytes);
}

#define ASSERT_FORMATTED(text, ...) assert_text(text, arena_format(arena, __VA_ARGS__).bytes)

static void check_problem(const struct problem_type *problem, int i)
{
    const struct member *sum = &problem->members.items[0], *left = &problem->members.items[1];
    ASSERT_FORMATTED(problem->code.text, "p-%d", i);
    ASSERT_FORMATTED(problem->title.text, "It's %d", i);
    ASSERT_FORMATTED(problem->detail.raw.text, "Caf\xc3\xa9 {sum} {{of}} {left} {{%d}}.", i);
    assert_int_equal(problem->detail.count, 3);
    assert_text(problem->detail.pieces[1].literal, " {of} ");
    assert_text(piece_name(&problem->detail.pieces[1]).text, "left");
    ASSERT_FORMATTED(problem->detail.pieces[2].literal, " {%d}.", i);
    assert_ptr_equal(problem->detail.pieces[0].member, sum);
    assert_text(sum->name.text, "sum");
    assert_int_equal(sum->shape->limits->scale_max.value, 2);
    assert_text(sum->example.items[0].text, "1.00");
    assert_text(sum->description.text, "The sum.");
    assert_int_equal(left->shape->limits->maximum.value, i + 1);
    assert_text(left->absent->text, "nothing");
    assert_text(problem->description.text, "Two\nlines.\n");
    ASSERT_FORMATTED(problem->tags.items[1].text, "t-%d", i % 7);
}

static void what_was_said_stays(void **state)
{
    (void)state;
    assert_int_equal(load_large(""), LOAD_OK);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 0);
    assert_int_equal(registry->problem_count, PROBLEMS + 1);
    assert_true(source_may_go(registry->source));
    for (int i = 0; i < PROBLEMS; i++)
        check_problem(problem(i), i);
    assert_text(registry->fallback_problem->title.text, "Internal server error");
}

static void what_is_written_comes_back(void **state)
{
    (void)state;
    assert_int_equal(load_large(""), LOAD_OK);
    struct span at = problem(7)->detail.pieces[1].span;
    struct position position = position_of(sources, at.begin);
    assert_int_equal(position.line, 9 + 7 * 11 + 3);
    ASSERT_FORMATTED(source_line(registry->source, 9 + 7 * 11), "  p-7:");
    assert_text(written_at(at), "{left}");
    assert_text(written_at(problem(11)->title.span), "'It''s 11'");
    for (int i = 0; i < PROBLEMS; i++)
        check_problem(problem(i), i);
}

static void append(const char *text)
{
    FILE *file = fopen(path_to("main.yaml"), "ab");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void another_file_is_not_taken_for_it(void **state)
{
    (void)state;
    const struct span all = {1, 1};
    assert_int_equal(load_large(""), LOAD_OK);
    append("# more\n");
    assert_false(source_bring_back(registry->source, all));
    assert_int_equal(truncate(path_to("main.yaml"), 100), 0);
    assert_false(source_bring_back(registry->source, all));
    assert_int_equal(remove(path_to("main.yaml")), 0);
    assert_false(source_bring_back(registry->source, all));
    position_of(sources, problem(7)->code.span.begin); /* is somewhere */
    check_problem(problem(7), 7);
}

/* As long as before, with another digit in it. */
static void nor_is_one_of_its_length(void **state)
{
    (void)state;
    assert_int_equal(load_large(""), LOAD_OK);
    FILE *file = fopen(path_to("main.yaml"), "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, -20000, SEEK_END), 0);
    fputs("7", file);
    assert_int_equal(fclose(file), 0);
    assert_false(source_bring_back(registry->source, (struct span){1, 1}));
}

static void a_file_that_breaks_off_is_read_again(void **state)
{
    (void)state;
    assert_int_equal(load_large("  broken: [\n"), LOAD_OK);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 1);
    assert_int_equal(registry->problem_count, PROBLEMS + 1);
    for (int i = 0; i < PROBLEMS; i++)
        check_problem(problem(i), i);
}

static void small_files_stay(void **state)
{
    (void)state;
    sources_may_go(sources);
    assert_int_equal(load_text(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM), LOAD_OK);
    assert_false(source_may_go(registry->source));
    assert_true(source_bring_back(registry->source, (struct span){1, 1}));
}

static void only_those_who_may_go(void **state)
{
    (void)state;
    assert_int_equal(load_text(large_registry("")), LOAD_OK);
    assert_false(source_may_go(registry->source));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_was_said_stays),
        TEST(what_is_written_comes_back),
        TEST(another_file_is_not_taken_for_it),
        TEST(nor_is_one_of_its_length),
        TEST(a_file_that_breaks_off_is_read_again),
        TEST(small_files_stay),
        TEST(only_those_who_may_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
