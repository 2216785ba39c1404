/*
 * Output files: new, unchanged and replaced ones, directories on the way, temporaries that were
 * left behind or are in the way, and that a run writes all of its files or none. And depfiles.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/wait.h>

#include "output/files.h"
#include "registry_files.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct output_file file(const char *name, const char *contents)
{
    return (struct output_file){text_of(path_to(name)), text_of(contents)};
}

static bool write_one(const char *name, const char *contents)
{
    struct output_file one = file(name, contents);
    return files_write(&one, 1, arena, diagnostics);
}

static bool exists(const char *name)
{
    struct stat status;
    return lstat(path_to(name), &status) == 0;
}

static void assert_holds(const char *name, const char *contents)
{
    char *bytes = arena_allocate(arena, strlen(contents) + 2);
    FILE *stream = fopen(path_to(name), "rb");
    assert_non_null(stream);
    size_t length = fread(bytes, 1, strlen(contents) + 1, stream);
    fclose(stream);
    assert_int_equal(length, strlen(contents));
    assert_memory_equal(bytes, contents, length);
}

/* The one finding is that this file can't be written. */
static void assert_unwritable(const char *name)
{
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "file-unwritable");
    assert_false(span_is_set(finding(0)->span));
    assert_text(text_slice(finding(0)->message, 0, strlen("cannot write ") + strlen(path_to(name))),
                arena_format(arena, "cannot write %s", path_to(name)).bytes);
    diagnostics = diagnostics_create(arena, sources);
}

/* ---------------------------------------------------------------- files */

static void new_files_are_written(void **state)
{
    (void)state;
    struct output_file files[] = {file("a.h", "header\n"), file("b.c", ""),
                                  file("a/b/c.d", "deep\n"), file("a/b/d.d", "deep too\n")};
    assert_true(files_write(files, COUNT(files), arena, diagnostics));
    assert_holds("a.h", "header\n");
    assert_holds("b.c", "");
    assert_holds("a/b/c.d", "deep\n");
    assert_holds("a/b/d.d", "deep too\n");
    assert_false(exists(".a.h.tmp"));
    assert_false(exists("a/b/.c.d.tmp"));
    assert_int_equal(finding_count(), 0);
    assert_true(files_write(NULL, 0, arena, diagnostics));
}

static void large_files_are_written_and_compared(void **state)
{
    (void)state;
    char *large = arena_allocate(arena, 300001);
    memset(large, 'x', 300000);
    assert_true(write_one("large", large));
    assert_holds("large", large);
    large[299999] = 'y';
    assert_true(write_one("large", large));
    assert_holds("large", large);
}

static struct timespec modified(const char *name)
{
    struct stat status;
    assert_int_equal(stat(path_to(name), &status), 0);
    return status.st_mtim;
}

static void unchanged_files_are_left_alone(void **state)
{
    (void)state;
    const struct timespec past[2] = {{1000000000, 5}, {1000000000, 5}};
    put_file("same", "same");
    put_file("longer", "same and more");
    put_file("other", "sane");
    const char *const names[] = {"same", "longer", "other"};
    struct output_file files[3];
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(utimensat(AT_FDCWD, path_to(names[i]), past, 0), 0);
        files[i] = file(names[i], "same");
    }
    assert_true(files_write(files, 3, arena, diagnostics));
    for (size_t i = 0; i < 3; i++) {
        assert_holds(names[i], "same");
        struct timespec time = modified(names[i]);
        assert_int_equal(time.tv_sec == 1000000000 && time.tv_nsec == 5, i == 0);
    }
}

static bool write_pieces(struct outputs *outputs, const char *name, const char *const *pieces)
{
    bool fine = outputs_open(outputs, text_of(path_to(name)));
    for (; *pieces; pieces++)
        fine = outputs_write(outputs, text_of(*pieces)) && fine;
    return outputs_close(outputs) && fine;
}

static void files_may_come_in_pieces(void **state)
{
    (void)state;
    static const char *const pieces[] = {"one ", "", "two ", "three", NULL};
    static const struct {
        const char *name, *before;
    } files[] = {{"same", "one two three"},
                 {"differs", "one twO three"},
                 {"shorter", "one "},
                 {"longer", "one two three four"},
                 {"new", NULL}};
    for (size_t i = 0; i < COUNT(files); i++) {
        struct outputs *outputs = outputs_begin(arena, diagnostics);
        if (files[i].before)
            put_file(files[i].name, files[i].before);
        assert_true(write_pieces(outputs, files[i].name, pieces));
        assert_int_equal(exists(arena_format(arena, ".%s.tmp", files[i].name).bytes), i > 0);
        assert_true(outputs_finish(outputs));
        assert_holds(files[i].name, "one two three");
        assert_false(exists(arena_format(arena, ".%s.tmp", files[i].name).bytes));
    }
}

static void abandoned_files_are_as_they_were(void **state)
{
    (void)state;
    static const char *const pieces[] = {"new", NULL};
    put_file("a", "old");
    struct outputs *outputs = outputs_begin(arena, diagnostics);
    assert_true(write_pieces(outputs, "a", pieces));
    assert_true(write_pieces(outputs, "b", pieces));
    assert_true(outputs_abandon(outputs));
    assert_holds("a", "old");
    assert_false(exists(".a.tmp") || exists("b") || exists(".b.tmp"));
    assert_false(outputs_open(outputs, TEXT("c")) || outputs_write(outputs, TEXT("c")) ||
                 outputs_close(outputs));
}

static jmp_buf way_out;

static void leave(void)
{
    longjmp(way_out, 1);
}

static void nothing_is_left_when_memory_ends(void **state)
{
    (void)state;
    static const char *const pieces[] = {"new", NULL};
    struct arena *volatile small = arena_create(leave);
    put_file("a", "old");
    struct outputs *outputs = outputs_begin(small, diagnostics_create(small, sources));
    assert_true(write_pieces(outputs, "a", pieces));
    assert_true(outputs_open(outputs, text_of(path_to("b"))));
    assert_true(exists(".a.tmp"));
    if (setjmp(way_out) == 0)
        arena_exhausted(arena_create_within(small));
    assert_holds("a", "old");
    assert_false(exists(".a.tmp") || exists("b"));
    outputs_abandon(outputs);
    arena_destroy(small);
}

static void replaced_files_are_new_ones(void **state)
{
    (void)state;
    put_file("old", "old contents");
    assert_int_equal(link(path_to("old"), path_to("other-name")), 0);
    assert_true(write_one("old", "new"));
    assert_holds("old", "new");
    assert_holds("other-name", "old contents"); /* renamed over, not written into */
}

/* A link is replaced as such; what it led to stays. */
static void links_are_replaced(void **state)
{
    (void)state;
    put_file("target", "target");
    assert_int_equal(symlink("target", path_to("link")), 0);
    assert_int_equal(symlink("nowhere", path_to("dangling")), 0);
    assert_true(write_one("link", "new"));
    assert_true(write_one("dangling", "new"));
    assert_holds("link", "new");
    assert_holds("target", "target");
    assert_holds("dangling", "new");
    assert_false(exists("nowhere"));
}

static void directories_may_be_links(void **state)
{
    (void)state;
    put_file("real/x", "");
    assert_int_equal(symlink("real", path_to("linked")), 0);
    assert_true(write_one("linked/a", "new"));
    assert_holds("real/a", "new");
}

static void names_without_a_directory(void **state)
{
    (void)state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(directory), 0);
    struct output_file files[] = {{TEXT("plain"), TEXT("one")}, {TEXT("./dotted//x"), TEXT("two")}};
    bool written = files_write(files, COUNT(files), arena, diagnostics);
    assert_int_equal(chdir(before), 0);
    assert_true(written);
    assert_holds("plain", "one");
    assert_holds("dotted/x", "two");
}

/* ---------------------------------------------------------------- what is in the way */

static void stale_temporaries_are_taken_over(void **state)
{
    (void)state;
    put_file(".a.tmp", "what a killed run has left of a much longer file");
    assert_true(write_one("a", "new"));
    assert_holds("a", "new");
    assert_false(exists(".a.tmp"));
}

static void temporaries_that_are_no_files(void **state)
{
    (void)state;
    put_file("target", "target");
    assert_int_equal(symlink("target", path_to(".a.tmp")), 0);
    assert_false(write_one("a", "new"));
    assert_unwritable("a");
    assert_holds("target", "target");
    assert_true(exists(".a.tmp"));

    assert_int_equal(mkfifo(path_to(".b.tmp"), 0666), 0);
    assert_false(write_one("b", "new"));
    assert_unwritable("b");
    assert_true(exists(".b.tmp"));

    assert_int_equal(mkdir(path_to(".c.tmp"), 0777), 0);
    assert_false(write_one("c", "new"));
    assert_unwritable("c");
}

static void a_directory_of_the_files_name(void **state)
{
    (void)state;
    put_file("dir/x", "x");
    assert_false(write_one("dir", "new"));
    assert_unwritable("dir");
    assert_false(exists(".dir.tmp"));
    assert_holds("dir/x", "x");
}

static void a_file_of_the_directorys_name(void **state)
{
    (void)state;
    put_file("plain", "x");
    assert_false(write_one("plain/a", "new"));
    assert_int_equal(finding_count(), 1);
    assert_string_equal(finding(0)->id, "file-unwritable");
    assert_holds("plain", "x");
}

/* /proc takes no directories and no files, from anybody. */
static void places_where_nothing_can_be_written(void **state)
{
    (void)state;
    struct output_file files[] = {{TEXT("/proc/none/a"), TEXT("x")}, {TEXT("/proc/a"), TEXT("x")}};
    assert_false(files_write(&files[0], 1, arena, diagnostics));
    assert_text(finding(0)->message, "cannot write /proc/none: No such file or directory");
    assert_false(files_write(&files[1], 1, arena, diagnostics));
    assert_int_equal(finding_count(), 2);
}

/* Root may write anywhere, so where the tests run as root somebody else tries. */
static void a_directory_without_permission(void **state)
{
    (void)state;
    const uid_t nobody = 65534;
    bool root = geteuid() == 0;
    put_file("sub/a", "old");
    assert_int_equal(chmod(directory, 0755), 0);
    assert_int_equal(chmod(path_to("sub"), 0555), 0);
    assert_true(!root || seteuid(nobody) == 0);
    bool same = write_one("sub/a", "old"), other = write_one("sub/a", "new");
    assert_true(!root || seteuid(0) == 0);
    assert_int_equal(chmod(path_to("sub"), 0755), 0);
    assert_true(same); /* what says the same already need not be written */
    assert_false(other);
    assert_unwritable("sub/a");
    assert_holds("sub/a", "old");
}

/* ---------------------------------------------------------------- all or nothing */

static void all_or_nothing(void **state)
{
    (void)state;
    put_file("a", "old a");
    put_file(".c.tmp/x", "in the way");
    struct output_file files[] = {file("a", "new a"), file("b", "new b"), file("c", "new c"),
                                  file("d", "new d")};
    assert_false(files_write(files, COUNT(files), arena, diagnostics));
    assert_unwritable("c");
    assert_holds("a", "old a");
    assert_false(exists("b"));
    assert_false(exists("c"));
    assert_false(exists("d"));
    assert_false(exists(".a.tmp"));
    assert_false(exists(".b.tmp"));
    assert_false(exists(".d.tmp"));
}

/* ---------------------------------------------------------------- side by side */

enum { RUNS = 6, ROUNDS = 40 };

/* One of several processes that write the same two files over and over; its exit status. */
static int write_many(int run)
{
    for (int round = 0; round < ROUNDS; round++) {
        const char *contents = arena_format(arena, "run %d round %d\n", run, round).bytes;
        struct output_file files[] = {file("shared/a", contents), file("shared/b", contents)};
        if (!files_write(files, COUNT(files), arena, diagnostics))
            return 1;
    }
    return 0;
}

/* All of them succeed, each file is at last what one of them wrote, and nothing is left over. */
static void runs_side_by_side_take_turns(void **state)
{
    (void)state;
    pid_t children[RUNS];
    char contents[64];
    int run, round;
    for (int i = 0; i < RUNS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0)
            _exit(write_many(i));
    }
    for (int i = 0; i < RUNS; i++) {
        int status;
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    for (int i = 0; i < 2; i++) {
        FILE *stream = fopen(path_to(i ? "shared/b" : "shared/a"), "rb");
        assert_non_null(stream);
        assert_non_null(fgets(contents, sizeof contents, stream));
        assert_int_equal(sscanf(contents, "run %d round %d\n", &run, &round), 2);
        assert_int_equal(round, ROUNDS - 1);
        assert_int_equal(fgetc(stream), EOF);
        fclose(stream);
    }
    assert_false(exists("shared/.a.tmp"));
    assert_false(exists("shared/.b.tmp"));
}

/* ---------------------------------------------------------------- depfile */

static const struct source *add_source(const char *name)
{
    const struct source *source;
    assert_int_equal(source_add(sources, name, TEXT("x"), diagnostics, &source), SOURCE_OK);
    return source;
}

static void depfiles_name_targets_and_sources(void **state)
{
    (void)state;
    const struct text targets[] = {TEXT("out/a.h"), TEXT("out/a.c")};
    assert_text(depfile_contents(arena, targets, 2, sources, sources_count(sources)),
                "out/a.h out/a.c:\n");
    add_source("r.yaml");
    add_source("../types.yaml");
    assert_text(depfile_contents(arena, targets, 2, sources, sources_count(sources)),
                "out/a.h out/a.c: r.yaml ../types.yaml\n\nr.yaml:\n\n../types.yaml:\n");
    assert_text(depfile_contents(arena, targets, 1, sources, sources_count(sources)),
                "out/a.h: r.yaml ../types.yaml\n\nr.yaml:\n\n../types.yaml:\n");
}

/* What Make and Ninja read as the name again: tried with both. */
static void names_in_depfiles_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *name, *written;
    } cases[] = {
        {"my out/a", "my\\ out/a"}, {"a#b", "a\\#b"},     {"a$b", "a$$b"},
        {"a:b", "a\\:b"},           {"a\tb", "a\\\tb"},   {"a\\b", "a\\b"},
        {"a\\ b", "a\\\\\\ b"},     {"a\\\\b", "a\\\\b"}, {"\xc3\xa4'\"*", "\xc3\xa4'\"*"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct text target = text_of(cases[i].name);
        sources = sources_create(arena);
        add_source(cases[i].name);
        assert_text(depfile_contents(arena, &target, 1, sources, sources_count(sources)),
                    arena_format(arena, "%s: %s\n\n%s:\n", cases[i].written, cases[i].written,
                                 cases[i].written)
                        .bytes);
    }
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(new_files_are_written),
        TEST(large_files_are_written_and_compared),
        TEST(unchanged_files_are_left_alone),
        TEST(files_may_come_in_pieces),
        TEST(abandoned_files_are_as_they_were),
        TEST(nothing_is_left_when_memory_ends),
        TEST(replaced_files_are_new_ones),
        TEST(links_are_replaced),
        TEST(directories_may_be_links),
        TEST(names_without_a_directory),
        TEST(stale_temporaries_are_taken_over),
        TEST(temporaries_that_are_no_files),
        TEST(a_directory_of_the_files_name),
        TEST(a_file_of_the_directorys_name),
        TEST(places_where_nothing_can_be_written),
        TEST(a_directory_without_permission),
        TEST(all_or_nothing),
        TEST(runs_side_by_side_take_turns),
        TEST(depfiles_name_targets_and_sources),
        TEST(names_in_depfiles_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
