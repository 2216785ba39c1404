/*
 * A directory that is one output: what an earlier run wrote and this one does not is gone, and
 * nothing else is.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "output/directory.h"
#include "registry_files.h"

static struct paths removed;

/* Writes these files, each with its name for contents. */
static bool write_files(const char *const *names, size_t count)
{
    struct outputs *outputs = outputs_begin(arena, diagnostics);
    for (size_t i = 0; i < count; i++)
        if (outputs_open(outputs, text_of(path_to(names[i]))) &&
            outputs_write(outputs, text_of(names[i])))
            outputs_close(outputs);
    return directory_finish(directory, outputs, arena, diagnostics, &removed);
}

#define WRITE(...)                                                                                 \
    write_files((const char *const[]){__VA_ARGS__},                                                \
                sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static bool exists(const char *name)
{
    struct stat status;
    return lstat(path_to(name), &status) == 0;
}

static void make_file(const char *name, const char *contents)
{
    FILE *stream = fopen(path_to(name), "wb");
    assert_non_null(stream);
    fputs(contents, stream);
    fclose(stream);
}

static void stale_files_go(void **state)
{
    (void)state;
    assert_true(WRITE("b/x", "a/x", "a/deep/er/y", "z"));
    assert_int_equal(removed.count, 0);
    make_file("a/mine", "mine");
    assert_true(WRITE("b/x", "new"));
    assert_int_equal(removed.count, 3);
    assert_text(removed.items[0], "a/deep/er/y");
    assert_text(removed.items[1], "a/x");
    assert_text(removed.items[2], "z");
    assert_true(exists("b/x") && exists("new") && exists("a/mine"));
    assert_false(exists("a/x") || exists("a/deep") || exists("z"));
    assert_true(WRITE("b/x", "new"));
    assert_int_equal(removed.count, 0);
    assert_int_equal(finding_count(), 0);
}

static void the_list_is_the_files_in_order(void **state)
{
    (void)state;
    char bytes[64] = "";
    assert_true(WRITE("b", "a/x", "c"));
    FILE *stream = fopen(path_to(".problemc-files"), "rb");
    assert_non_null(stream);
    assert_int_equal(fread(bytes, 1, sizeof bytes - 1, stream), strlen("a/x\nb\nc\n"));
    fclose(stream);
    assert_string_equal(bytes, "a/x\nb\nc\n");
}

static void nothing_outside_is_touched(void **state)
{
    (void)state;
    assert_true(WRITE("site/a"));
    make_file("outside", "mine");
    make_file(".problemc-files",
              "site/../outside\n../outside\n/outside\n\n.\n./outside\nsite//a\noutside");
    assert_true(WRITE("b"));
    assert_true(exists("outside") && exists("site/a"));
    assert_int_equal(removed.count, 0);
}

static void a_list_that_cannot_be_read_is_none(void **state)
{
    (void)state;
    assert_true(WRITE("a"));
    assert_int_equal(unlink(path_to(".problemc-files")), 0);
    assert_int_equal(symlink(path_to("a"), path_to(".problemc-files")), 0);
    assert_true(WRITE("b"));
    assert_true(exists("a"));
    assert_int_equal(unlink(path_to(".problemc-files")), 0);
    assert_int_equal(mkdir(path_to(".problemc-files"), 0777), 0);
    assert_false(WRITE("b"));
    assert_string_equal(finding(0)->id, "file-unwritable");
}

static void what_cannot_be_removed_is_said(void **state)
{
    (void)state;
    assert_true(WRITE("a", "b"));
    assert_int_equal(unlink(path_to("a")), 0);
    assert_int_equal(mkdir(path_to("a"), 0777), 0);
    assert_false(WRITE("b"));
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "file-unwritable");
    assert_text(text_slice(finding(0)->message, 0, strlen("cannot remove ")), "cannot remove ");
}

static void files_that_cannot_be_written_leave_all_as_it_was(void **state)
{
    (void)state;
    assert_true(WRITE("a", "b"));
    assert_int_equal(mkdir(path_to("c"), 0777), 0);
    assert_false(WRITE("b", "c"));
    assert_true(exists("a"));
    assert_int_equal(removed.count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, files_set_up, files_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(stale_files_go),
        TEST(the_list_is_the_files_in_order),
        TEST(nothing_outside_is_touched),
        TEST(a_list_that_cannot_be_read_is_none),
        TEST(what_cannot_be_removed_is_said),
        TEST(files_that_cannot_be_written_leave_all_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
