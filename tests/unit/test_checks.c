/*
 * The table of checks and their levels, tried on every case of tests/diagnostics: what is off is
 * not reported, what has another level has that one, and each check is found by some case.
 *
 *     test_checks DIAGNOSTICS/DIRECTORY
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "check/check.h"
#include "check/image_checks.h"
#include "registry_files.h"

static const char *cases;

/* ---------------------------------------------------------------- the table */

static void the_table_is_sorted_and_documented(void **state)
{
    (void)state;
    for (size_t i = 0; i < check_count; i++) {
        assert_true(i == 0 || strcmp(checks[i - 1].id, checks[i].id) < 0);
        assert_ptr_equal(check_find(text_of(checks[i].id)), &checks[i]);
        assert_true(strlen(checks[i].doc) > 10);
        for (const char *c = checks[i].id; *c; c++)
            assert_true((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-');
    }
    assert_null(check_find(TEXT("")));
    assert_null(check_find(TEXT("zzz")));
    assert_null(check_find(TEXT("leak")));
}

/* ---------------------------------------------------------------- levels */

/* Sets every check to the level, as `checks` in the registry would. */
static void set_levels(enum check_level level)
{
    const struct span written = {1, 2};
    registry->checks = arena_array(arena, check_count, sizeof *registry->checks);
    registry->check_count = 0;
    for (size_t i = 0; i < check_count; i++)
        if (checks[i].waivable)
            registry->checks[registry->check_count++] = (struct check_setting){
                {text_of(checks[i].id), written}, {(int)level, written}, {TEXT("So."), written}};
}

/* Loads and checks the case with all levels set so; false when nothing was loaded. */
static bool check_case(const char *path, enum check_level level)
{
    struct image image;
    sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    if (load_file_at(path) != LOAD_OK)
        return false;
    set_levels(level);
    check_registry(registry, TEXT("2026-11-21"), arena, sources, diagnostics);
    if (diagnostics_count(diagnostics, SEVERITY_ERROR) == 0) {
        image_build(registry, arena, &image);
        check_image(registry, &image, arena, sources, diagnostics);
    }
    return true;
}

/* What the case has found: nothing of checks that are off, the others at this level. */
static size_t count_findings(const char *path, enum check_level level)
{
    size_t count, waivable = 0;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++) {
        const struct check *check = check_find(text_of(all[i]->id));
        if (check == NULL || !check->waivable)
            continue;
        waivable++;
        enum severity wanted = level == LEVEL_ERROR ? SEVERITY_ERROR : SEVERITY_WARNING;
        if (level == LEVEL_OFF || all[i]->severity != wanted)
            print_message("%s: %s\n", path, all[i]->id);
        assert_true(level != LEVEL_OFF);
        assert_int_equal(all[i]->severity, wanted);
    }
    return waivable;
}

static void every_case_at_every_level(void **state)
{
    (void)state;
    static const enum check_level levels[] = {LEVEL_OFF, LEVEL_WARNING, LEVEL_ERROR};
    size_t counts[3] = {0}, loaded = 0;
    DIR *stream = opendir(cases);
    assert_non_null(stream);
    for (const struct dirent *entry; (entry = readdir(stream)) != NULL;) {
        if (!text_ends_with(text_of(entry->d_name), TEXT(".yaml")))
            continue;
        const char *path = arena_format(arena, "%s/%s", cases, entry->d_name).bytes;
        for (size_t i = 0; i < 3; i++)
            if (check_case(path, levels[i])) {
                counts[i] += count_findings(entry->d_name, levels[i]);
                loaded++;
            }
    }
    closedir(stream);
    assert_true(loaded > 150);
    assert_int_equal(counts[0], 0);
    assert_true(counts[1] > 50);
    assert_true(counts[2] > 50);
}

/* ---------------------------------------------------------------- coverage */

/* What takes more than a registry to show, and is tested where that is: test_source, test_include,
 * test_files, test_template, scripts/docs.sh, and below. */
static bool takes_more(const char *id)
{
    return strncmp(id, "template-", 9) == 0 || strncmp(id, "file-", 5) == 0 ||
           strcmp(id, "too-many-files") == 0 || strncmp(id, "page-", 5) == 0 ||
           strcmp(id, "include-depth") == 0 || strcmp(id, "sunset-passed") == 0 ||
           strcmp(id, "remove-by-passed") == 0;
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

static void every_check_has_a_case(void **state)
{
    (void)state;
    struct map reported = {0};
    size_t missing = 0, value;
    DIR *stream = opendir(cases);
    assert_non_null(stream);
    for (const struct dirent *entry; (entry = readdir(stream)) != NULL;)
        if (text_ends_with(text_of(entry->d_name), TEXT(".stderr")))
            mark_reported(arena_format(arena, "%s/%s", cases, entry->d_name).bytes, &reported);
    closedir(stream);
    for (size_t i = 0; i < check_count; i++)
        if (!takes_more(checks[i].id) && !map_get(&reported, text_of(checks[i].id), &value)) {
            print_message("no case shows %s\n", checks[i].id);
            missing++;
        }
    assert_int_equal(missing, 0);
}

/* ---------------------------------------------------------------- days */

static bool has_passed(const char *sunset, const char *today)
{
    diagnostics = diagnostics_create(arena, sources);
    load_text(arena_format(arena,
                           "%sproblems:\n%s  p: {id: 2, status: 400, title: T,"
                           " deprecated: {since: '1', sunset: %s}}\n",
                           REGISTRY_HEAD, FALLBACK_PROBLEM, sunset)
                  .bytes);
    check_registry(registry, text_of(today), arena, sources, diagnostics);
    return found("sunset-passed");
}

static void sunsets_pass_the_day_after(void **state)
{
    (void)state;
    assert_false(has_passed("2026-11-21", "2026-11-20"));
    assert_false(has_passed("2026-11-21", "2026-11-21"));
    assert_true(has_passed("2026-11-21", "2026-11-22"));
    assert_true(has_passed("2026-11-21", "2027-01-01"));
    assert_false(has_passed("2026-11-21", ""));
    assert_false(has_passed("2026-11-31", "2027-01-01")); /* no day: another finding */
    assert_true(found("bad-date"));
}

static bool is_overdue(const char *remove_by, const char *today)
{
    diagnostics = diagnostics_create(arena, sources);
    load_text(arena_format(arena,
                           "%sclassify: {s: {messages: [{code: 1, contains: x, because: B.,"
                           " problem: p, remove-by: %s}]}}\n"
                           "problems:\n%s  p: {id: 2, status: 400, title: T}\n",
                           REGISTRY_HEAD, remove_by, FALLBACK_PROBLEM)
                  .bytes);
    check_registry(registry, text_of(today), arena, sources, diagnostics);
    return found("remove-by-passed");
}

static void message_rules_are_overdue_the_day_after(void **state)
{
    (void)state;
    assert_false(is_overdue("2026-11-21", "2026-11-20"));
    assert_false(is_overdue("2026-11-21", "2026-11-21"));
    assert_true(is_overdue("2026-11-21", "2026-11-22"));
    assert_false(is_overdue("2026-11-21", ""));
    assert_false(found("bad-date"));
    assert_false(is_overdue("2026-02-29", "2027-01-01"));
    assert_true(found("bad-date"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(the_table_is_sorted_and_documented),
        TEST(every_case_at_every_level),
        TEST(every_check_has_a_case),
        TEST(sunsets_pass_the_day_after),
        TEST(message_rules_are_overdue_the_day_after),
    };
    if (argc != 2) {
        print_error("usage: test_checks DIAGNOSTICS\n");
        return 2;
    }
    cases = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
