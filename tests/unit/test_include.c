/*
 * Registries of several files: where includes are looked for, each file once, cycles, fragments
 * with a base of their own, and files that are only partly there.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"

static const char problems[] = "problems:\n" FALLBACK_PROBLEM;

/* A main file with this include list, loaded. */
static enum load_result load_including(const char *list)
{
    return load_text(
        arena_format(arena, "%sinclude: [%s]\n%s", REGISTRY_HEAD, list, problems).bytes);
}

static void assert_clean(enum load_result result)
{
    if (finding_count())
        print_diagnostics();
    assert_int_equal(result, LOAD_OK);
    assert_int_equal(finding_count(), 0);
}

static const char *fragment(const char *code)
{
    return arena_format(arena, "problemc: 1\nproblems:\n  %s: {status: 400, title: T}\n", code)
        .bytes;
}

/* ---------------------------------------------------------------- where files are */

static void beside_the_including_file(void **state)
{
    (void)state;
    put_file("sub/one.yaml", "problemc: 1\ninclude: [two.yaml]\n");
    put_file("sub/two.yaml", fragment("two"));
    assert_clean(load_including("sub/one.yaml"));
    assert_int_equal(registry->problem_count, 2);
    assert_text(source_of(sources, problem_named("two")->code.span)->name, path_to("sub/two.yaml"));
}

static void then_in_the_directories_in_order(void **state)
{
    (void)state;
    put_file("a/x.yaml", fragment("from-a"));
    put_file("b/x.yaml", fragment("from-b"));
    put_file("b/y.yaml", fragment("y-from-b"));
    const char *directories[] = {path_to("a"), path_to("b")};
    struct include_path includes = {directories, 2};
    const char *main_file = put_file(
        "main.yaml",
        arena_format(arena, "%sinclude: [x.yaml, y.yaml]\n%s", REGISTRY_HEAD, problems).bytes);
    assert_clean(load_registry(main_file, &includes, arena, sources, diagnostics, &registry));
    problem_named("from-a");
    problem_named("y-from-b");
    assert_null(registry_problem(registry, TEXT("from-b")));

    put_file("x.yaml", fragment("beside"));
    assert_clean(load_registry(main_file, &includes, arena, sources, diagnostics, &registry));
    problem_named("beside");
    assert_null(registry_problem(registry, TEXT("from-a")));
}

static void absolute_paths_are_taken_as_they_are(void **state)
{
    (void)state;
    const char *path = put_file("sub/x.yaml", fragment("x"));
    assert_clean(load_including(path));
    problem_named("x");
}

static void missing_files_are_reported_where_they_are_named(void **state)
{
    (void)state;
    assert_int_equal(load_including("none.yaml, [list], ''"), LOAD_OK);
    assert_int_equal(finding_count(), 3);
    assert_string_equal(finding(0)->id, "include-missing");
    assert_text(written_at(finding(0)->span), "none.yaml");
    assert_string_equal(finding(1)->id, "wrong-type");
    assert_text(written_at(finding(1)->span), "[list]");
    assert_text(written_at(finding(2)->span), "''");
    problem_named("internal-error");
}

static void includes_are_a_list(void **state)
{
    (void)state;
    load_text(arena_format(arena, "%sinclude: x.yaml\n%s", REGISTRY_HEAD, problems).bytes);
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "wrong-type");
}

static void files_that_cannot_be_read(void **state)
{
    (void)state;
    assert_int_equal(load_file_at(path_to("none.yaml")), LOAD_UNREADABLE);
    put_file("sub/x.yaml", "");
    assert_int_equal(load_including("sub"), LOAD_UNREADABLE); /* a directory */
    assert_int_equal(load_including("/none/at/all.yaml"), LOAD_UNREADABLE);
}

/* ---------------------------------------------------------------- once each */

static void twice_is_once(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\ninclude: [c.yaml]\n");
    put_file("b.yaml", "problemc: 1\ninclude: [./c.yaml]\n");
    put_file("c.yaml", fragment("c"));
    assert_int_equal(symlink("c.yaml", path_to("link.yaml")), 0);
    assert_clean(load_including("a.yaml, b.yaml, c.yaml, ./c.yaml, link.yaml"));
    assert_int_equal(registry->problem_count, 2);
    assert_int_equal(sources_count(sources), 4);
}

static void cycles_are_reported_once(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\ninclude: [b.yaml]\n");
    put_file("b.yaml", "problemc: 1\ninclude: [a.yaml]\n");
    load_including("a.yaml");
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "include-cycle");
    assert_text(written_at(finding(0)->span), "a.yaml");
    const struct source *source = source_of(sources, finding(0)->span);
    assert_text(source->name, path_to("b.yaml"));
    assert_non_null(finding(0)->notes);
    assert_text(written_at(finding(0)->notes->span), "b.yaml");
}

static void a_file_that_includes_itself(void **state)
{
    (void)state;
    load_including("main.yaml");
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "include-cycle");
}

/* A chain of 64 files is read, the 65th is not. */
static void chains_have_an_end(void **state)
{
    (void)state;
    for (int i = 1; i <= 64; i++)
        put_file(arena_format(arena, "%d.yaml", i).bytes,
                 i == 64 ? fragment("last")
                         : arena_format(arena, "problemc: 1\ninclude: [%d.yaml]\n", i + 1).bytes);
    assert_int_equal(load_including("1.yaml"), LOAD_OK);
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "include-depth");
    assert_int_equal(sources_count(sources), 64);

    diagnostics = diagnostics_create(arena, sources);
    assert_clean(load_including("2.yaml"));
    problem_named("last");
}

/* ---------------------------------------------------------------- fragments */

static void fragments_merge_in_the_order_of_their_includes(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\ntypes: {a: {type: date}}\nmembers: {am: {type: b}}\n"
                       "rules: {ar: {detail: A.}}\nreserved: [{code: ac}]\n"
                       "checks: {code-style: {level: error, because: A.}}\n"
                       "problems: {ap: {status: 400, title: A, members: {x: {type: b}}}}\n"
                       "include: [b.yaml]\n");
    put_file("b.yaml", "problemc: 1\ntypes: {b: {type: integer}}\nrules: {br: {detail: B.}}\n"
                       "problems: {bp: {status: 400, title: B}}\n");
    assert_clean(load_including("a.yaml"));
    assert_int_equal(registry->problem_count, 3);
    assert_text(registry->problems[0].code.text, "internal-error");
    assert_text(registry->problems[1].code.text, "ap");
    assert_text(registry->problems[2].code.text, "bp");
    assert_int_equal(problem_named("ap")->members.items[0].shape->type, MEMBER_INTEGER);
    assert_text(registry->rules[1].name.text, "br");
    assert_int_equal(registry->members.items[0].shape->type, MEMBER_INTEGER);
    assert_int_equal(registry->reserved_count, 1);
    assert_int_equal(registry->check_count, 1);
    assert_int_equal(registry->version.value, 1);
}

static void fragments_may_bring_their_own_base(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\nbase: https://other.example/e#\nproblems:\n"
                       "  a: {status: 400, title: A}\n"
                       "  b: {status: 400, title: B, type: 'https://third.example/b'}\n"
                       "include: [c.yaml]\n");
    put_file("c.yaml", fragment("c"));
    assert_clean(load_including("a.yaml"));
    assert_text(problem_type_uri(problem_named("a"), arena), "https://other.example/e#a");
    assert_text(problem_named("a")->base->text, "https://other.example/e#");
    assert_text(written_at(problem_named("a")->base->span), "https://other.example/e#");
    assert_text(problem_type_uri(problem_named("b"), arena), "https://third.example/b");
    assert_text(problem_type_uri(problem_named("c"), arena), "https://example.com/errors/c");
    assert_text(problem_type_uri(problem_named("internal-error"), arena),
                "https://example.com/errors/internal-error");
    assert_string(registry->base, "https://example.com/errors/");
}

static void fragments_say_nothing_about_the_registry(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\nregistry: other\ntitle: Other\nfallback: x\n");
    load_including("a.yaml");
    assert_int_equal(finding_count(), 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(finding(i)->id, "fragment-key");
        assert_text(written_at(finding(i)->notes->span), "a.yaml");
    }
    assert_text(registry->name.text, "shop");
}

static void names_clash_across_files(void **state)
{
    (void)state;
    put_file("a.yaml", "problemc: 1\ntypes: {t: {type: date}}\nrules: {r: {detail: R.}}\n"
                       "members: {m: {type: date}}\n"
                       "problems: {p: {status: 400, title: A}}\n");
    put_file("b.yaml", "problemc: 1\ntypes: {t: {type: integer}}\nrules: {r: {detail: S.}}\n"
                       "members: {m: {type: integer}}\n"
                       "problems: {p: {status: 404, title: B}}\n");
    load_including("a.yaml, b.yaml");
    assert_int_equal(finding_count(), 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(finding(i)->id, "duplicate-name");
        assert_text(source_of(sources, finding(i)->span)->name, path_to("b.yaml"));
        assert_text(source_of(sources, finding(i)->notes->span)->name, path_to("a.yaml"));
    }
    assert_int_equal(problem_named("p")->status.value, 400);
    assert_int_equal(registry->types[0].shape.type, MEMBER_DATE);
}

/* ---------------------------------------------------------------- files that are partly there */

static void nothing_can_be_made_of_some_files(void **state)
{
    (void)state;
    assert_int_equal(load_text(""), LOAD_REFUSED);
    assert_int_equal(load_text("\xff"), LOAD_REFUSED);
    registry = NULL;
    assert_int_equal(load_text("- a list\n"), LOAD_OK);
    assert_true(found("wrong-type"));
    assert_non_null(registry);
}

static void a_syntax_error_leaves_what_came_before(void **state)
{
    (void)state;
    assert_int_equal(load_text(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM
                                             "  p: {status: 400, title: T}\n  q: {status: 400\n"),
                     LOAD_OK);
    assert_false(registry->complete);
    assert_int_equal(problem_named("p")->status.value, 400);
    assert_false(found("missing-key"));
}

static void a_bad_fragment_leaves_the_rest(void **state)
{
    (void)state;
    put_file("bytes.yaml", "problemc: 1\n# \xff\n");
    put_file("list.yaml", "- x\n");
    put_file("version.yaml", "problemc: 2\n");
    put_file("empty.yaml", "");
    assert_int_equal(load_including("bytes.yaml, list.yaml, version.yaml, empty.yaml"), LOAD_OK);
    assert_false(registry->complete);
    assert_true(found("wrong-type"));
    assert_true(found("format-version"));
    assert_int_equal(registry->version.value, 1);
    problem_named("internal-error");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(beside_the_including_file),
        TEST(then_in_the_directories_in_order),
        TEST(absolute_paths_are_taken_as_they_are),
        TEST(missing_files_are_reported_where_they_are_named),
        TEST(includes_are_a_list),
        TEST(files_that_cannot_be_read),
        TEST(twice_is_once),
        TEST(cycles_are_reported_once),
        TEST(a_file_that_includes_itself),
        TEST(chains_have_an_end),
        TEST(fragments_merge_in_the_order_of_their_includes),
        TEST(fragments_may_bring_their_own_base),
        TEST(fragments_say_nothing_about_the_registry),
        TEST(names_clash_across_files),
        TEST(nothing_can_be_made_of_some_files),
        TEST(a_syntax_error_leaves_what_came_before),
        TEST(a_bad_fragment_leaves_the_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
