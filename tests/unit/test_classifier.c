/*
 * Others' errors in the model: what a text that stands for a code means, which row each code has,
 * and where definitions come from.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---------------------------------------------------------------- single codes */

static void numbers_fit_in_an_int(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t number;
    } numbers[] = {{"0", 0},     {"-1", -1},
                   {"7", 7},     {"1000", 1000},
                   {"-10", -10}, {"2147483647", 2147483647},
                   {"404", 404}, {"-2147483648", INT64_C(-2147483648)}};
    static const char *const others[] = {
        "",    "-",   "-0",         "00",          "01",
        "-01", "+1",  "2147483648", "-2147483649", "0x1",
        "1e3", "1.0", "1_000",      " 1",          "99999999999999999999",
        "x"};
    int64_t number;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        assert_true(code_number(text_of(numbers[i].text), &number));
        assert_int_equal(number, numbers[i].number);
    }
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(code_number(text_of(others[i]), &number));
}

static void states_have_five_characters_and_classes_two(void **state)
{
    (void)state;
    assert_true(code_is_state(TEXT("23505")));
    assert_true(code_is_state(TEXT("HV00P")));
    assert_true(code_is_class(TEXT("08")));
    assert_true(code_is_class(TEXT("XX")));
    static const char *const neither[] = {"", "2", "235", "2350", "235050", "23p01", "2350-", "h0"};
    for (size_t i = 0; i < COUNT(neither); i++) {
        assert_false(code_is_state(text_of(neither[i])));
        assert_false(code_is_class(text_of(neither[i])));
    }
}

static void identifiers_are_those_of_c(void **state)
{
    (void)state;
    static const char *const fine[] = {"x", "_", "ENOENT", "Ok", "_Odd9", "returns", "class"};
    static const char *const wrong[] = {"",    "9x",     "a-b",      "a b", "a.b", "int",
                                        "a\n", "return", "\xc3\xa4", "a*b", "enum"};
    for (size_t i = 0; i < COUNT(fine); i++)
        assert_true(code_is_identifier(text_of(fine[i])));
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_false(code_is_identifier(text_of(wrong[i])));
}

/* ---------------------------------------------------------------- rows */

static const char problems[] =
    "problems:\n" FALLBACK_PROBLEM "  gone: {id: 2, status: 410, title: T}\n"
    "  full: {id: 3, status: 507, title: T}\n"
    "  busy: {id: 4, status: 503, title: T}\n";

static void load_classify(const char *entries)
{
    load_clean(arena_format(arena, "%sclassify:\n%s%s", REGISTRY_HEAD, entries, problems).bytes);
}

/* The code of the problem that this text's code has a row for: "" ignored, "-" none. */
static const char *becomes(const char *written)
{
    const struct classifier *classifier = &registry->classifiers[0];
    struct code code;
    if (!classifier_code(classifier, arena, text_of(written), &code))
        return "?";
    const struct mapped_code *mapped = classifier_mapped(classifier, &code);
    if (mapped == NULL)
        return "-";
    return mapped->row ? arena_copy(arena, mapped->row->problem.text).bytes : "";
}

static void single_rows_come_before_groups(void **state)
{
    (void)state;
    load_classify("  s:\n    header: s.h\n    constants: [A, B, C, D, E]\n    ignore: [D]\n"
                  "    groups: {all: [A, B, C, D], most: [A, B]}\n"
                  "    map: {all: gone, B: full, most: gone}\n    values: {3: busy}\n");
    assert_string_equal(becomes("A"), "gone");
    assert_string_equal(becomes("B"), "full");
    assert_string_equal(becomes("C"), "gone");
    assert_string_equal(becomes("D"), "");
    assert_string_equal(becomes("E"), "-");
    assert_string_equal(becomes("3"), "busy");
    assert_string_equal(becomes("all"), "?"); /* a group is no code */
    assert_text(registry->classifiers[0].otherwise_problem->code.text, "internal-error");
}

static void names_of_one_number_are_one_code(void **state)
{
    (void)state;
    load_classify("  s:\n    constants: {A: 1, B: 1, C: 2}\n    aliases: {D: C}\n"
                  "    groups: {g: [B, C]}\n    map: {A: full, g: gone}\n    otherwise: busy\n");
    assert_string_equal(becomes("B"), "full");
    assert_string_equal(becomes("1"), "full");
    assert_string_equal(becomes("D"), "gone");
    assert_string_equal(becomes("2"), "gone");
    assert_text(registry->classifiers[0].otherwise_problem->code.text, "busy");
}

static void aliases_share_rows(void **state)
{
    (void)state;
    load_classify("  s:\n    header: s.h\n    constants: [A, B, C, D]\n"
                  "    aliases: {A1: A, A2: A, B1: B, C1: C, D1: D}\n"
                  "    groups: {g: [A, B1, C]}\n    map: {g: gone, A2: full, C1: busy}\n");
    assert_string_equal(becomes("A"), "full"); /* A2's own row, before the group's */
    assert_string_equal(becomes("A1"), "full");
    assert_string_equal(becomes("A2"), "full");
    assert_string_equal(becomes("B"), "gone");
    assert_string_equal(becomes("B1"), "gone");
    assert_string_equal(becomes("C"), "busy");
    assert_string_equal(becomes("D"), "-");
    assert_string_equal(becomes("D1"), "-");
}

static void states_have_names_too(void **state)
{
    (void)state;
    load_classify("  s:\n    codes: sqlstate\n    constants: {unique: \"23505\"}\n"
                  "    groups: {all: [unique, \"53\", 23P01]}\n"
                  "    map: {all: full, \"23505\": gone, \"08\": busy}\n    ignore: [\"00\"]\n");
    assert_string_equal(becomes("unique"), "gone");
    assert_string_equal(becomes("23505"), "gone");
    assert_string_equal(becomes("23P01"), "full");
    assert_string_equal(becomes("53"), "full");
    assert_string_equal(becomes("53100"), "-"); /* by its class, in C */
    assert_string_equal(becomes("08"), "busy");
    assert_string_equal(becomes("00"), "");
    assert_string_equal(becomes("2350"), "?");
}

/* ---------------------------------------------------------------- definitions */

static const char colours[] = "problemc: 1\nclassify:\n  colours:\n    header: colours.h\n"
                              "    constants: [RED, BLUE]\n    groups: {all: [RED, BLUE]}\n"
                              "    ignore: [BLUE]\n    primary: 15\n";

static void a_source_has_what_its_definition_has(void **state)
{
    (void)state;
    put_file("colours.yaml", colours);
    load_classify(
        "  paint:\n    use: colours\n    constants: [GREEN]\n"
        "    map: {all: gone, GREEN: full}\n  again: {use: colours, map: {BLUE: busy}}\n");
    assert_int_equal(registry->classifier_count, 3);
    const struct classifier *paint = &registry->classifiers[0], *again = paint + 1;
    const struct classifier *definition = paint + 2;
    assert_true(definition->definition && definition->used && definition->in_fragment);
    assert_false(paint->definition || again->definition);
    assert_ptr_equal(paint->base, definition);
    assert_ptr_equal(again->base, definition);
    assert_text(paint->header.text, "colours.h");
    assert_int_equal(paint->primary.value, 15);
    assert_string_equal(becomes("RED"), "gone");
    assert_string_equal(becomes("BLUE"), "");
    assert_string_equal(becomes("GREEN"), "full");
    assert_int_equal(again->mapped_count, 1); /* its own row comes before the definition's ignore */
    assert_text(again->mapped[0].row->problem.text, "busy");
}

static void definitions_are_looked_for_like_includes(void **state)
{
    (void)state;
    put_file("a/colours.yaml", colours);
    put_file("b/colours.yaml", "problemc: 1\n");
    const char *directories[] = {path_to("a"), path_to("b")};
    struct include_path includes = {directories, 2};
    const char *path =
        put_file("main.yaml",
                 arena_format(arena, "%sclassify: {paint: {use: colours, map: {RED: gone}}}\n%s",
                              REGISTRY_HEAD, problems)
                     .bytes);
    assert_int_equal(load_registry(path, &includes, arena, sources, diagnostics, &registry),
                     LOAD_OK);
    assert_int_equal(finding_count(), 0);
    assert_non_null(registry->classifiers[0].base);
    assert_text(source_of(sources, registry->classifiers[0].base->name.span)->name,
                path_to("a/colours.yaml"));
}

static void definitions_may_be_in_any_included_file(void **state)
{
    (void)state;
    put_file("palette.yaml", colours);
    load_clean(arena_format(arena,
                            "%sinclude: [palette.yaml]\nclassify: {paint: {use: colours}}\n%s",
                            REGISTRY_HEAD, problems)
                   .bytes);
    assert_int_equal(registry->classifier_count, 2);
    assert_non_null(registry->classifiers[0].base);
    load_clean(
        arena_format(arena, "%sclassify: {paint: {use: colours}}\n%s", REGISTRY_HEAD, problems)
            .bytes);
    assert_int_equal(registry->classifier_count, 1); /* nobody leads to it */
    assert_null(registry->classifiers[0].base);
}

static void fragments_may_have_sources(void **state)
{
    (void)state;
    put_file("f.yaml", "problemc: 1\nclassify:\n  a: {values: {1: gone}}\n  b: {otherwise: gone}\n"
                       "  c: {use: colours}\n  d: {constants: {ONE: 1}}\n");
    put_file("colours.yaml", colours);
    load_clean(arena_format(arena, "%sinclude: [f.yaml]\n%s", REGISTRY_HEAD, problems).bytes);
    assert_int_equal(registry->classifier_count, 5);
    for (size_t i = 0; i < 3; i++)
        assert_false(registry->classifiers[i].definition);
    assert_true(registry->classifiers[3].definition && !registry->classifiers[3].used);
    assert_true(registry->classifiers[4].definition && registry->classifiers[4].used);
}

static void a_file_cannot_use_itself(void **state)
{
    (void)state;
    put_file("colours.yaml",
             "problemc: 1\nclassify: {colours: {use: colours, map: {RED: gone}}}\n");
    load_text(
        arena_format(arena, "%sclassify: {paint: {use: colours}}\n%s", REGISTRY_HEAD, problems)
            .bytes);
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "include-cycle");
    assert_text(written_at(finding(0)->span), "colours");
    assert_null(registry->classifiers[0].base); /* it is a source, for it maps */
}

static void names_are_taken_once(void **state)
{
    (void)state;
    put_file("f.yaml",
             "problemc: 1\nclassify:\n  a: {values: {1: gone}}\n  b: {values: {1: gone}}\n");
    put_file("a.yaml", "problemc: 1\nclassify:\n  a: {constants: {ONE: 1}}\n");
    put_file("g.yaml", "problemc: 1\nclassify:\n  a: {constants: {ONE: 1}}\n");
    load_text(
        arena_format(
            arena,
            "%sinclude: [f.yaml, g.yaml]\nclassify: {a: {use: a}, c: {values: {1: full}}}\n%s",
            REGISTRY_HEAD, problems)
            .bytes);
    assert_int_equal(finding_count(), 2);
    assert_string_equal(finding(0)->id, "duplicate-name");
    assert_string_equal(finding(1)->id, "duplicate-name");
    assert_int_equal(registry->classifier_count, 4); /* a, c, b, and the definition a */
    assert_text(registry->classifiers[2].name.text, "b");
    assert_int_equal(registry->classifiers[2].values.count, 1);
    assert_true(registry->classifiers[3].definition);
    assert_int_equal(registry->classifiers[3].values.count, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_fit_in_an_int),
        TEST(states_have_five_characters_and_classes_two),
        TEST(identifiers_are_those_of_c),
        TEST(single_rows_come_before_groups),
        TEST(names_of_one_number_are_one_code),
        TEST(aliases_share_rows),
        TEST(states_have_names_too),
        TEST(a_source_has_what_its_definition_has),
        TEST(definitions_are_looked_for_like_includes),
        TEST(definitions_may_be_in_any_included_file),
        TEST(fragments_may_have_sources),
        TEST(a_file_cannot_use_itself),
        TEST(names_are_taken_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
