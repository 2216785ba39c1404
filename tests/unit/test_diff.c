/*
 * What has changed between registries: that every rule has a case in tests/diff, that nothing C can
 * see goes unsaid, and that any registry can be held against any other.
 *
 *     test_diff DIFF/DIRECTORY DIAGNOSTICS/DIRECTORY REGISTRY/DIRECTORY
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "diff/diff.h"
#include "names/names.h"
#include "registry_files.h"

static const char *cases, *diagnostics_cases, *registries;

/* ---------------------------------------------------------------- the table */

static void the_table_is_sorted_and_documented(void **state)
{
    (void)state;
    for (size_t i = 0; i < diff_rule_count; i++) {
        assert_true(i == 0 || strcmp(diff_rules[i - 1].id, diff_rules[i].id) < 0);
        assert_true(diff_rules[i].verdict < VERDICTS);
        assert_true(text_ends_with(text_of(diff_rules[i].doc), TEXT(".")));
    }
}

/* Marks the ids in square brackets that the file's lines end with. */
static void mark_reported(const char *path, struct map *reported)
{
    char line[4096];
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    while (fgets(line, sizeof line, stream)) {
        struct text text = text_of(line);
        size_t begin = text.length;
        if (!text_ends_with(text, TEXT("]\n")))
            continue;
        while (begin > 0 && line[begin - 1] != '[')
            begin--;
        map_add(arena, reported,
                arena_copy(arena, text_slice(text, begin, text.length - begin - 2)), 0);
    }
    fclose(stream);
}

/* The directory of each case, one after the other; NULL at the end. */
static const char *next_case(DIR *stream)
{
    const struct dirent *entry;
    while ((entry = readdir(stream)) != NULL) {
        const char *path = arena_format(arena, "%s/%s", cases, entry->d_name).bytes;
        struct stat status;
        if (entry->d_name[0] != '.' && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
            return path;
    }
    return NULL;
}

static void every_rule_has_a_case(void **state)
{
    (void)state;
    struct map reported = {0};
    size_t missing = 0, count = 0, value;
    DIR *stream = opendir(cases);
    assert_non_null(stream);
    for (const char *path; (path = next_case(stream)) != NULL; count++)
        mark_reported(arena_format(arena, "%s/expected", path).bytes, &reported);
    closedir(stream);
    assert_true(count > 60);
    for (size_t i = 0; i < diff_rule_count; i++)
        if (!map_get(&reported, text_of(diff_rules[i].id), &value)) {
            print_message("no case shows %s\n", diff_rules[i].id);
            missing++;
        }
    assert_int_equal(missing, 0);
}

/* ---------------------------------------------------------------- pairs */

/* NULL: it has errors of reading. */
static const struct registry *load_one(const char *path)
{
    diagnostics = diagnostics_create(arena, sources);
    return load_file_at(path) == LOAD_OK && diagnostics_count(diagnostics, SEVERITY_ERROR) == 0
               ? registry
               : NULL;
}

static struct diff compare(const struct registry *old, const struct registry *new)
{
    struct diff_request request = {old, new, TEXT("2026-11-21"), 0, 0};
    struct diff diff;
    diff_registries(&request, arena, &diff);
    size_t sum = 0;
    for (int verdict = 0; verdict < VERDICTS; verdict++)
        sum += diff.by_verdict[verdict];
    assert_int_equal(sum, diff.count);
    return diff;
}

/* Each change says something, at a place in at least one of the files. */
static void check_changes(const struct diff *diff)
{
    for (size_t i = 0; i < diff->count; i++) {
        const struct change *change = &diff->changes[i];
        assert_true(change->message.length > 0);
        assert_true(i == 0 || diff->changes[i - 1].verdict <= change->verdict);
        assert_true(span_is_set(change->old) || span_is_set(change->new));
        assert_true(!span_is_set(change->old) || source_of(sources, change->old));
        assert_true(!span_is_set(change->new) || source_of(sources, change->new));
    }
}

/* ---------------------------------------------------------------- what C sees */

static void add_name(void *context, struct text name, const char *what, struct span origin)
{
    (void)what;
    (void)origin;
    map_add(arena, context, arena_copy(arena, name), 0);
}

/* The first name that is no longer declared; empty: there is none. */
static struct text lost_name(const struct registry *old, const struct registry *new)
{
    struct map before = {0}, after = {0};
    struct text name;
    size_t at = 0, value;
    names_each(arena, old, add_name, &before);
    names_each(arena, new, add_name, &after);
    while (map_next(&before, &at, &name))
        if (!map_get(&after, name, &value))
            return name;
    return TEXT("");
}

static void no_name_is_lost_unsaid(void **state)
{
    (void)state;
    size_t lost = 0;
    DIR *stream = opendir(cases);
    assert_non_null(stream);
    for (const char *path; (path = next_case(stream)) != NULL;) {
        const struct registry *old = load_one(arena_format(arena, "%s/old.yaml", path).bytes);
        const struct registry *new = load_one(arena_format(arena, "%s/new.yaml", path).bytes);
        if (old == NULL || new == NULL)
            continue;
        struct diff diff = compare(old, new);
        struct text name = lost_name(old, new);
        check_changes(&diff);
        lost += name.length > 0;
        if (name.length && diff.by_verdict[VERDICT_SOURCE] == 0)
            fail_msg("%s: nothing is said of %.*s", path, TEXT_ARGS(name));
    }
    closedir(stream);
    assert_true(lost > 10);
}

/* ---------------------------------------------------------------- anything with anything */

enum {
    REGISTRIES_MAX = 40,
};

static size_t load_clean_cases(const struct registry **loaded)
{
    static const char *const real[] = {"payments", "boxlite", "sandbox", "3gpp"};
    size_t count = 0;
    for (size_t i = 0; i < sizeof real / sizeof *real; i++)
        loaded[count++] = load_one(arena_format(arena, "%s/%s.yaml", registries, real[i]).bytes);
    DIR *stream = opendir(diagnostics_cases);
    assert_non_null(stream);
    for (const struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        struct text name = text_of(entry->d_name);
        if (!text_starts_with(name, TEXT("clean-")) || !text_ends_with(name, TEXT(".yaml")))
            continue;
        assert_true(count < REGISTRIES_MAX);
        loaded[count++] =
            load_one(arena_format(arena, "%s/%s", diagnostics_cases, entry->d_name).bytes);
    }
    closedir(stream);
    for (size_t i = 0; i < count; i++)
        assert_non_null(loaded[i]);
    return count;
}

static void any_registry_compares_with_any(void **state)
{
    (void)state;
    const struct registry *loaded[REGISTRIES_MAX];
    size_t count = load_clean_cases(loaded);
    assert_true(count > 6);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            struct diff diff = compare(loaded[i], loaded[k]);
            check_changes(&diff);
            assert_true(i != k || diff.count == 0);
        }
}

/* Registries that the checks would refuse, too: each with the one before it. */
static void refused_registries_compare(void **state)
{
    (void)state;
    const struct registry *last = NULL;
    size_t count = 0;
    DIR *stream = opendir(diagnostics_cases);
    assert_non_null(stream);
    for (const struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (!text_ends_with(text_of(entry->d_name), TEXT(".yaml")))
            continue;
        const struct registry *loaded =
            load_one(arena_format(arena, "%s/%s", diagnostics_cases, entry->d_name).bytes);
        if (loaded == NULL)
            continue;
        compare(loaded, loaded);
        if (last)
            compare(last, loaded);
        last = loaded;
        count++;
    }
    closedir(stream);
    assert_true(count > 50);
}

/* ---------------------------------------------------------------- sunsets */

static bool is_excused(const char *sunset, const char *today)
{
    const char *form = "%sproblems:\n%s%s";
    const char *gone = arena_format(arena,
                                    "  p: {id: 2, status: 400, title: T, deprecated: {since: '1', "
                                    "sunset: %s}}\n",
                                    sunset)
                           .bytes;
    load_text(arena_format(arena, form, REGISTRY_HEAD, gone, FALLBACK_PROBLEM).bytes);
    const struct registry *old = registry;
    load_text(arena_format(arena, form, REGISTRY_HEAD, "", FALLBACK_PROBLEM).bytes);
    struct diff_request request = {old, registry, text_of(today), 0, 0};
    struct diff diff;
    diff_registries(&request, arena, &diff);
    return diff.by_verdict[VERDICT_BREAKING] == 0;
}

static void sunsets_excuse_from_the_day_after(void **state)
{
    (void)state;
    assert_false(is_excused("2026-11-21", "2026-11-20"));
    assert_false(is_excused("2026-11-21", "2026-11-21"));
    assert_true(is_excused("2026-11-21", "2026-11-22"));
    assert_true(is_excused("2026-11-21", "2027-01-01"));
    assert_false(is_excused("2026-11-31", "2027-01-01")); /* no day */
    assert_false(is_excused("soon", "2027-01-01"));
    assert_false(is_excused("2026-11-21", ""));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(the_table_is_sorted_and_documented),
        TEST(every_rule_has_a_case),
        TEST(no_name_is_lost_unsaid),
        TEST(any_registry_compares_with_any),
        TEST(refused_registries_compare),
        TEST(sunsets_excuse_from_the_day_after),
    };
    if (argc != 4) {
        print_error("usage: test_diff DIFF DIAGNOSTICS REGISTRY\n");
        return 2;
    }
    cases = argv[1];
    diagnostics_cases = argv[2];
    registries = argv[3];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
