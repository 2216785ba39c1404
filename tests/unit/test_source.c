/* Reading files, the strict pass over their bytes, places, and places inside scalars. */
#define _POSIX_C_SOURCE 200809L

#include "base/utf8.h"
#include "source/diagnostic.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena *arena;
static struct sources *sources;
static struct diagnostics *diagnostics;

static const struct span nowhere = {0, 0};

static int set_up(void **state)
{
    (void)state;
    arena = arena_create(abort);
    sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const struct diagnostic *finding(size_t index)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    assert_true(index < count);
    return all[index];
}

static const struct source *added(const char *name, struct text bytes)
{
    const struct source *source = NULL;
    assert_int_equal(source_add(sources, name, bytes, diagnostics, &source), SOURCE_OK);
    return source;
}

static void assert_text(struct text text, const char *wanted)
{
    assert_int_equal(text.length, strlen(wanted));
    assert_memory_equal(text.bytes, wanted, text.length);
}

/* ---------------------------------------------------------------- files */

static char directory[] = "/tmp/problemc-source-XXXXXX";

static int make_directory(void **state)
{
    (void)state;
    return mkdtemp(directory) == NULL;
}

static int remove_directory(void **state)
{
    (void)state;
    return rmdir(directory);
}

static const char *path_of(const char *name)
{
    return arena_format(arena, "%s/%s", directory, name).bytes;
}

static void write_file(const char *path, const char *bytes, size_t length)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static void reads_a_file(void **state)
{
    (void)state;
    const char *path = path_of("a.yaml");
    const struct source *source = NULL;
    write_file(path, "a: b\n", 5);
    assert_int_equal(source_read(sources, path, nowhere, diagnostics, &source), SOURCE_OK);
    unlink(path);
    assert_text(source->bytes, "a: b\n");
    assert_string_equal(source->name.bytes, path);
    assert_true(source->base > 0);
    assert_int_equal(sources_count(sources), 1);
    assert_ptr_equal(sources_get(sources, 0), source);
}

/* Files in /proc say that they have no bytes. */
static void reads_a_file_of_unknown_size(void **state)
{
    (void)state;
    const struct source *source = NULL;
    if (access("/proc/self/mounts", R_OK) != 0)
        skip();
    source_read(sources, "/proc/self/mounts", nowhere, diagnostics, &source);
    assert_int_equal(sources_count(sources), 1);
    assert_true(sources_get(sources, 0)->bytes.length > 0);
}

static void assert_unreadable(const char *path, const char *reason)
{
    const struct source *source = NULL;
    diagnostics = diagnostics_create(arena, sources);
    assert_int_equal(source_read(sources, path, nowhere, diagnostics, &source), SOURCE_UNREADABLE);
    assert_null(source);
    assert_int_equal(sources_count(sources), 0);
    assert_string_equal(finding(0)->id, "file-unreadable");
    assert_false(span_is_set(finding(0)->span));
    assert_text(finding(0)->message, arena_format(arena, "cannot read %s: %s", path, reason).bytes);
}

static void refuses_what_is_no_file(void **state)
{
    (void)state;
    const char *fifo = path_of("fifo"), *secret = path_of("secret");
    assert_unreadable(path_of("missing.yaml"), "No such file or directory");
    assert_unreadable(directory, "Is a directory");
    assert_unreadable("/dev/zero", "it is not a regular file");
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_unreadable(fifo, "it is not a regular file");
    unlink(fifo);
    if (geteuid() != 0) {
        write_file(secret, "a", 1);
        chmod(secret, 0);
        assert_unreadable(secret, "Permission denied");
        unlink(secret);
    }
}

static void names_the_include_that_led_there(void **state)
{
    (void)state;
    const struct source *from = added("a.yaml", TEXT("include: [b.yaml]\n")), *source = NULL;
    struct span span = {from->base + 10, from->base + 16};
    source_read(sources, path_of("b.yaml"), span, diagnostics, &source);
    assert_int_equal(finding(0)->span.begin, span.begin);
    assert_int_equal(finding(0)->span.end, span.end);
}

static void caps_the_size(void **state)
{
    (void)state;
    const char *path = path_of("large.yaml");
    const struct source *source = NULL;
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, (off_t)SOURCE_SIZE_MAX + 1), 0);
    assert_int_equal(source_read(sources, path, nowhere, diagnostics, &source), SOURCE_REFUSED);
    close(fd);
    unlink(path);
    assert_string_equal(finding(0)->id, "file-too-large");
}

static void caps_the_number_of_files(void **state)
{
    (void)state;
    const struct source *source = NULL;
    for (int i = 0; i < SOURCE_FILES_MAX; i++)
        added("a.yaml", TEXT("a"));
    assert_int_equal(source_add(sources, "b.yaml", TEXT("b"), diagnostics, &source),
                     SOURCE_REFUSED);
    assert_string_equal(finding(0)->id, "too-many-files");
}

/* The bytes are never looked at: sixteen files of the largest size fill the space of offsets. */
static void caps_the_offsets(void **state)
{
    (void)state;
    size_t length = SOURCE_SIZE_MAX;
    char *bytes = calloc(1, length); /* refused at its first byte */
    const struct source *source = NULL;
    if (bytes == NULL)
        skip();
    for (int i = 0; i < 15; i++)
        source_add(sources, "a.yaml", (struct text){bytes, length}, diagnostics, &source);
    assert_int_equal(sources_count(sources), 15);
    source_add(sources, "b.yaml", (struct text){bytes, length}, diagnostics, &source);
    free(bytes);
    assert_int_equal(sources_count(sources), 15);
    assert_string_equal(finding(0)->id, "file-too-large");
}

/* ---------------------------------------------------------------- bytes */

struct bytes_case {
    struct text bytes;
    const char *id; /* NULL: accepted */
    uint32_t line, column;
    uint32_t length; /* of the span */
};

static const struct bytes_case bytes_cases[] = {
    {{"", 0}, NULL, 0, 0, 0},
    {{"a: b\r\nc: d\n", 11}, NULL, 0, 0, 0},
    {{"a:\tb\n", 5}, NULL, 0, 0, 0},
    {{"\xef\xbb\xbf"
      "a: b\n",
      8},
     NULL,
     0,
     0,
     0},
    {{"a: \xc3\xa4\xe6\x97\xa5\xf0\x9f\x98\x80\xc2\xa0\n", 15}, NULL, 0, 0, 0},
    {{"\xff\xfe"
      "a\0",
      4},
     "yaml-utf16",
     1,
     1,
     1},
    {{"\xfe\xff\0a", 4}, "yaml-utf16", 1, 1, 1},
    {{"a\0b\0", 4}, "yaml-utf16", 1, 1, 1},
    {{"\0a\0b", 4}, "yaml-utf16", 1, 1, 1},
    {{"\0\0\xfe\xff\0\0\0a", 8}, "yaml-utf16", 1, 1, 1},
    {{"a: b\nc: \0\n", 10}, "yaml-control", 2, 4, 1},
    {{"a: \x1b[31m\n", 9}, "yaml-control", 1, 4, 1},
    {{"12345678a: \x7f\n", 13}, "yaml-control", 1, 12, 1},
    {{"a: \xc2\x9b\n", 6}, "yaml-control", 1, 4, 2},
    {{"\xc3\xa4: \xc2\x85"
      "b: c\n",
      11},
     "yaml-line-separator",
     1,
     4,
     2},
    {{"a: x\xe2\x80\xa8"
      "b: y\n",
      12},
     "yaml-line-separator",
     1,
     5,
     3},
    {{"a: x\xe2\x80\xa9"
      "b: y\n",
      12},
     "yaml-line-separator",
     1,
     5,
     3},
    {{"a: x\rb: y\n", 10}, "yaml-lone-cr", 1, 5, 1},
    {{"a: x\r", 5}, "yaml-lone-cr", 1, 5, 1},
    {{"a: x\r\r\n", 7}, "yaml-lone-cr", 1, 5, 1},
    {{"a: \xef\xbb\xbf\n", 7}, "yaml-bom", 1, 4, 3},
    {{"a: \xe2\x80\xae\n", 7}, "yaml-bidi", 1, 4, 3},
    {{"a: \xe2\x81\xa6\n", 7}, "yaml-bidi", 1, 4, 3},
    {{"a: \xd8\x9c\n", 6}, "yaml-bidi", 1, 4, 2},
    {{"a: \xff\n", 5}, "yaml-utf8", 1, 4, 1},
    {{"a: \xc0\xaf\n", 6}, "yaml-utf8", 1, 4, 2},
    {{"a: \xed\xa0\x80\n", 7}, "yaml-utf8", 1, 4, 3},
    {{"a: \xf4\x90\x80\x80\n", 8}, "yaml-utf8", 1, 4, 4},
    {{"a: \xef\xbf\xbe\n", 7}, "yaml-utf8", 1, 4, 3},
    {{"a: \xef\xb7\x90\n", 7}, "yaml-utf8", 1, 4, 3},
    {{"a: \xe6\x97", 5}, "yaml-utf8", 1, 4, 2},
};

static void checks_every_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bytes_cases / sizeof *bytes_cases; i++) {
        const struct bytes_case *expected = &bytes_cases[i];
        const struct source *source = NULL;
        struct diagnostics *found = diagnostics_create(arena, sources);
        enum source_result result = source_add(sources, "a.yaml", expected->bytes, found, &source);
        size_t count;
        struct diagnostic *const *all = diagnostics_sorted(found, &count);
        assert_int_equal(result, expected->id ? SOURCE_REFUSED : SOURCE_OK);
        assert_int_equal(count, expected->id ? 1 : 0);
        if (expected->id == NULL)
            continue;
        struct position position = position_of(sources, all[0]->span.begin);
        assert_string_equal(all[0]->id, expected->id);
        assert_int_equal(position.line, expected->line);
        assert_int_equal(position.column, expected->column);
        assert_int_equal(all[0]->span.end - all[0]->span.begin, expected->length);
        assert_true(all[0]->help.length > 0);
    }
}

/* A forbidden byte is found wherever it stands among bytes that are passed over eight at a time. */
static void finds_a_byte_at_every_offset(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 40; length++) {
        for (size_t at = 0; at < length; at++) {
            char *bytes = arena_allocate(arena, length);
            memset(bytes, 'a', length);
            bytes[at] = '\x1f';
            const struct source *source = NULL;
            struct diagnostics *found = diagnostics_create(arena, sources);
            source_add(sources, "a.yaml", (struct text){bytes, length}, found, &source);
            assert_int_equal(diagnostics_count(found, SEVERITY_ERROR), 1);
            size_t count;
            struct position position =
                position_of(sources, diagnostics_sorted(found, &count)[0]->span.begin);
            assert_int_equal(position.column, at + 1);
        }
    }
}

static void caps_findings(void **state)
{
    (void)state;
    char bytes[60];
    const struct source *source = NULL;
    for (size_t i = 0; i < sizeof bytes; i += 2) {
        bytes[i] = 'a';
        bytes[i + 1] = '\x01';
    }
    source_add(sources, "a.yaml", (struct text){bytes, sizeof bytes}, diagnostics, &source);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 20);
}

static void knows_ascii(void **state)
{
    (void)state;
    assert_true(added("a", TEXT("a: b\n"))->ascii);
    assert_true(added("b", TEXT("\xef\xbb\xbf"
                                "a"))
                    ->ascii);
    assert_false(added("c", TEXT("a: \xc3\xa4"))->ascii);
}

/* ---------------------------------------------------------------- places */

static void assert_position(uint32_t offset, const struct source *source, uint32_t line,
                            uint32_t column)
{
    struct position position = position_of(sources, offset);
    assert_ptr_equal(position.source, source);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static void finds_positions(void **state)
{
    (void)state;
    const struct source *first = added("a", TEXT("ab\r\n\xc3\xa4"
                                                 "b\n"));
    const struct source *second = added("b", TEXT(""));
    const struct source *third = added("c", TEXT("x\ny"));
    assert_position(0, NULL, 0, 0);
    assert_position(first->base, first, 1, 1);
    assert_position(first->base + 2, first, 1, 3);
    assert_position(first->base + 4, first, 2, 1);
    assert_position(first->base + 6, first, 2, 2);
    assert_position(first->base + 8, first, 3, 1); /* the end of the file */
    assert_position(second->base, second, 1, 1);
    assert_position(third->base + 2, third, 2, 1);
    assert_position(third->base + 3, third, 2, 2);
    assert_null(source_of(sources, nowhere));
    assert_ptr_equal(source_of(sources, (struct span){third->base, third->base}), third);
}

static void gives_lines(void **state)
{
    (void)state;
    const struct source *source = added("a", TEXT("ab\r\n\nc\n"));
    assert_int_equal(source_line_count(source), 4);
    assert_text(source_line(source, 1), "ab");
    assert_text(source_line(source, 2), "");
    assert_text(source_line(source, 3), "c");
    assert_text(source_line(source, 4), "");
    assert_int_equal(source_line_count(added("b", TEXT(""))), 1);
    assert_text(source_line(added("c", TEXT("x")), 1), "x");
}

static void decodes(void **state)
{
    (void)state;
    uint32_t code_point;
    assert_int_equal(utf8_decode("\xf0\x9f\x98\x80", 4, &code_point), 4);
    assert_int_equal(code_point, 0x1f600);
    assert_int_equal(utf8_decode("\xf0\x9f\x98\x80", 3, &code_point), 3);
    assert_true(code_point == UTF8_INVALID);
    assert_int_equal(utf8_count(TEXT("a\xc3\xa4\xff\xe6\x97")), 4);
}

/* ---------------------------------------------------------------- inside scalars */

struct within_case {
    const char *written, *value;
    const char *wanted; /* in the value */
    const char *found;  /* in what is written */
};

static const struct within_case within_cases[] = {
    {"Room {rom} is taken", "Room {rom} is taken", "{rom}", "{rom}"},
    {"'it''s {x}'", "it's {x}", "{x}", "{x}"},
    {"'it''s {x}'", "it's {x}", "'", "''"},
    {"\"a\\tb {x}\"", "a\tb {x}", "{x}", "{x}"},
    {"\"a\\tb {x}\"", "a\tb {x}", "\t", "\\t"},
    {"\"\\u00e4\\x41{x}\"",
     "\xc3\xa4"
     "A{x}",
     "{x}", "{x}"},
    {"\"\\N\\L\\U0001F600{x}\"", "\xc2\x85\xe2\x80\xa8\xf0\x9f\x98\x80{x}", "{x}", "{x}"},
    {"one\n    two {x}", "one two {x}", "{x}", "{x}"},
    {"one  \n\n    two {x}", "one\ntwo {x}", "{x}", "{x}"},
    {"\"one \\\n    two {x}\"", "one two {x}", "{x}", "{x}"},
    {"\"one  two {x}\"", "one  two {x}", "{x}", "{x}"},
    {"'one\r\n  two {x}'", "one two {x}", "{x}", "{x}"},
    {"|\n  one\n  two {x}", "one\ntwo {x}\n", "{x}", "{x}"},
    {"|\n  one\n\n    two {x}\n  y", "one\n\n  two {x}\ny\n", "{x}", "{x}"},
    {"|2-\n    one {x}", "  one {x}", "{x}", "{x}"},
    {"| # note 1\n  one {x}", "one {x}\n", "{x}", "{x}"},
    {">\n  one\n  two {x}", "one two {x}\n", "{x}", "{x}"},
    {">\n  one\n\n  two {x}", "one\ntwo {x}\n", "{x}", "{x}"},
    {">\n  one\n    more\n  two {x}", "one\n  more\ntwo {x}\n", "{x}", "{x}"},
    {">-\r\n\r\n  one\r\n  two {x}", "\none two {x}", "{x}", "{x}"},
    {"a {x\n  y} b", "a {x y} b", "{x y}", "{x\n  y}"},
    {"mismatch", "something", "some", "mismatch"},
};

static void finds_places_in_scalars(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof within_cases / sizeof *within_cases; i++) {
        const struct within_case *expected = &within_cases[i];
        struct text bytes = arena_format(arena, "key: %s\nnext: y\n", expected->written);
        const struct source *source = added("a", bytes);
        uint32_t begin = source->base + 5, end = begin + (uint32_t)strlen(expected->written);
        struct span span =
            source_within(sources, (struct span){begin, end}, text_of(expected->value),
                          (size_t)(strstr(expected->value, expected->wanted) - expected->value),
                          strlen(expected->wanted));
        assert_text(text_slice(bytes, span.begin - source->base, span.end - span.begin),
                    expected->found);
    }
}

static void finds_empty_places(void **state)
{
    (void)state;
    const struct source *source = added("a", TEXT("'ab'"));
    struct span value = {source->base, source->base + 4};
    struct span span = source_within(sources, value, TEXT("ab"), 2, 0);
    assert_int_equal(span.begin, source->base + 3);
    assert_int_equal(span.end, source->base + 3);
    span = source_within(sources, value, TEXT("ab"), 0, 0);
    assert_int_equal(span.begin, source->base + 1);
    span = source_within(sources, value, TEXT("ab"), 1, 2); /* past the value's end */
    assert_int_equal(span.begin, value.begin);
    assert_int_equal(span.end, value.end);
    assert_false(span_is_set(source_within(sources, nowhere, TEXT("ab"), 0, 1)));
}

/* ---------------------------------------------------------------- stores */

static bool find_in_store(void *context, struct text path, struct source_identity *identity)
{
    *identity = (struct source_identity){1, path.length};
    return text_is(path, context);
}

static const char *read_from_store(void *context, struct text path, struct text *bytes)
{
    *bytes = TEXT("stored\n");
    return text_is(path, context) ? NULL : "the store lacks it";
}

static void a_store_has_files_of_its_own(void **state)
{
    (void)state;
    static char file[] = "a/b.yaml";
    const struct source_store store = {TEXT("rev:x/y:"), file, find_in_store, read_from_store};
    const struct source *source;
    struct source_identity identity;
    assert_false(source_find(sources, "rev:x/y:a/b.yaml", &identity));
    sources_add_store(sources, &store);
    assert_true(source_find(sources, "rev:x/y:a/b.yaml", &identity));
    assert_int_equal(identity.number, 8);
    assert_false(source_find(sources, "rev:x/y:a/c.yaml", &identity));
    assert_false(source_find(sources, "a/b.yaml", &identity));
    assert_true(source_find(sources, "/", &identity));

    assert_int_equal(source_read(sources, "rev:x/y:a/c.yaml", nowhere, diagnostics, &source),
                     SOURCE_UNREADABLE);
    assert_int_equal(source_read(sources, "rev:x/y:a/b.yaml", nowhere, diagnostics, &source),
                     SOURCE_OK);
    assert_true(text_is(source->bytes, "stored\n"));
    assert_true(text_is(source->name, "rev:x/y:a/b.yaml"));
    assert_true(text_is(source_beside(sources, source, TEXT("../c.yaml")), "rev:x/y:a/../c.yaml"));
    assert_true(text_is(source_beside(sources, source, TEXT("/c.yaml")), "/c.yaml"));
}

/* Slashes of the prefix are no directories. */
static void beside_a_file_at_the_top_of_a_store(void **state)
{
    (void)state;
    static char file[] = "b.yaml";
    const struct source_store store = {TEXT("rev:x/y:"), file, find_in_store, read_from_store};
    const struct source *source;
    sources_add_store(sources, &store);
    assert_int_equal(source_read(sources, "rev:x/y:b.yaml", nowhere, diagnostics, &source),
                     SOURCE_OK);
    assert_true(text_is(source_beside(sources, source, TEXT("c.yaml")), "rev:x/y:c.yaml"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_a_file),
        TEST(reads_a_file_of_unknown_size),
        TEST(refuses_what_is_no_file),
        TEST(names_the_include_that_led_there),
        TEST(caps_the_size),
        TEST(caps_the_number_of_files),
        TEST(caps_the_offsets),
        TEST(checks_every_byte),
        TEST(finds_a_byte_at_every_offset),
        TEST(caps_findings),
        TEST(knows_ascii),
        TEST(finds_positions),
        TEST(gives_lines),
        TEST(decodes),
        TEST(finds_places_in_scalars),
        TEST(finds_empty_places),
        TEST(a_store_has_files_of_its_own),
        TEST(beside_a_file_at_the_top_of_a_store),
    };
    return cmocka_run_group_tests(tests, make_directory, remove_directory);
}
