/*
 * The parts of the verifier: its table, of which each finding has a case; texts read backwards;
 * JSON where it stands.
 *
 *     test_verify CASES/DIRECTORY
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>

#include "registry_files.h"
#include "verify/body.h"
#include "verify/match.h"
#include "verify/verify.h"

static const char *cases;

/* ---------------------------------------------------------------- the table */

static void the_table_is_sorted_and_documented(void **state)
{
    (void)state;
    for (size_t i = 0; i < verify_finding_count; i++) {
        const struct verify_finding *row = &verify_findings[i];
        assert_true(i == 0 || strcmp(verify_findings[i - 1].id, row->id) < 0);
        assert_ptr_equal(verify_find(text_of(row->id)), row);
        assert_true(strlen(row->doc) > 10 && row->doc[strlen(row->doc) - 1] == '.');
        for (const char *c = row->id; *c; c++)
            assert_true((*c >= 'a' && *c <= 'z') || *c == '-');
    }
    assert_null(verify_find(TEXT("")));
    assert_null(verify_find(TEXT("leak")));
    assert_null(verify_find(TEXT("zzz")));
}

/* Notes which findings an expected output has. */
static void note_ids(const char *path, bool *seen)
{
    const struct source *source;
    assert_int_equal(source_read_bytes(sources, path, diagnostics, &source), SOURCE_OK);
    for (size_t i = 0; i < verify_finding_count; i++) {
        struct text mark = arena_format(arena, "[%s]\n", verify_findings[i].id);
        for (size_t at = 0; !seen[i] && at < source->bytes.length; at++)
            seen[i] = source->bytes.bytes[at] == '[' &&
                      text_starts_with(text_slice(source->bytes, at, mark.length), mark);
    }
}

static void every_finding_has_a_case(void **state)
{
    (void)state;
    bool *seen = arena_array(arena, verify_finding_count, sizeof *seen);
    DIR *listed = opendir(cases);
    assert_non_null(listed);
    for (struct dirent *entry; (entry = readdir(listed)) != NULL;)
        if (text_ends_with(text_of(entry->d_name), TEXT(".expected")))
            note_ids(arena_format(arena, "%s/%s", cases, entry->d_name).bytes, seen);
    closedir(listed);
    for (size_t i = 0; i < verify_finding_count; i++) {
        if (!seen[i])
            print_message("no case of tests/verify has %s\n", verify_findings[i].id);
        assert_true(seen[i]);
    }
}

/* ---------------------------------------------------------------- texts read backwards */

static const struct message *detail_of(const char *detail)
{
    struct text yaml = arena_format(
        arena,
        REGISTRY_HEAD "problems:\n  full:\n    status: 409\n    title: Full\n    detail: \"%s\"\n"
                      "    members: {a: {type: text, max: 99, safe: x}, b: {type: text, max: 9, "
                      "safe: x}}\n" FALLBACK_PROBLEM,
        detail);
    load_text(yaml.bytes);
    return &problem_named("full")->detail;
}

/* Takes a way if its values, joined by a bar, are the wanted ones; counts them. */
struct wanted {
    const char *values;
    size_t count, ways;
};

static bool take(void *context, const struct text *values)
{
    struct wanted *wanted = context;
    struct buffer joined = buffer_create(arena);
    wanted->ways++;
    for (size_t i = 0; i < wanted->count; i++) {
        if (i)
            buffer_byte(&joined, '|');
        buffer_text(&joined, values[i]);
    }
    return text_is(buffer_contents(&joined), wanted->values);
}

static bool matches(const char *detail, const char *text, size_t count, const char *values)
{
    struct wanted wanted = {values, count, 0};
    struct text room[8];
    bool found = match_message(detail_of(detail), text_of(text), room, take, &wanted);
    assert_true(wanted.ways <= MATCH_TRIES);
    return found;
}

static void values_come_out_of_a_text(void **state)
{
    (void)state;
    assert_true(matches("{a} is {b}.", "x is y.", 2, "x|y"));
    assert_true(matches("{a} is {b}.", "x is y is z.", 2, "x is y|z"));
    assert_true(matches("{a} is {b}.", "x is y is z.", 2, "x|y is z"));
    assert_true(matches("{a}{b}", "xy", 2, "x|y"));
    assert_true(matches("{a}{b}", "xy", 2, "|xy"));
    assert_true(matches("Just {{this}}.", "Just {this}.", 0, ""));
    assert_true(matches("{a}", "", 1, ""));
    assert_false(matches("{a} is {b}.", "x is y", 2, "x|y"));
    assert_false(matches("{a} is {b}.", " is", 2, "|"));
    assert_false(matches("{a} is {b}.", "", 2, "|"));
}

static void ways_without_end_come_to_one(void **state)
{
    (void)state;
    char text[20000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_false(matches("{a}x{b}x{a}x{b}y", text, 4, "never"));
    assert_false(matches("{a}{b}{a}{b}", text, 4, "never"));
}

/* ---------------------------------------------------------------- JSON */

static struct body_room room;

static const struct body *body_of(const char *json)
{
    static struct body body;
    const char *fault;
    room = (struct body_room){arena, NULL, 0};
    assert_true(body_read(&room, arena_copy(arena, text_of(json)), &body, &fault));
    return &body;
}

static void faults_are_pointed_at(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        size_t at;
    } broken[] = {
        {"{\"a\":01}", 6}, {"{\"a\":1,}", 7}, {"{\"a\" 1}", 5}, {"[1", 2},
        {"", 0},           {"[1] x", 4},      {"{a:1}", 1},     {"\"\x01\"", 1},
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct body body;
        const char *fault;
        struct text json = text_of(broken[i].json);
        room = (struct body_room){arena, NULL, 0};
        assert_false(body_read(&room, json, &body, &fault));
        assert_int_equal(fault - json.bytes, broken[i].at);
    }
}

/* What of the string's meaning comes from which of its bytes. */
static void assert_within(const char *json, size_t offset, size_t length, const char *wanted)
{
    const struct body *body = body_of(json);
    const char *value = body_member(body, body->root, TEXT("a"));
    assert_text(body_within(body, value, offset, length), wanted);
}

static void parts_of_strings_are_where_they_are_written(void **state)
{
    (void)state;
    assert_within("{\"a\":\"abc\"}", 1, 1, "b");
    assert_within("{\"a\":\"a\\nbc\"}", 2, 1, "b");
    assert_within("{\"a\":\"a\\nbc\"}", 1, 2, "\\nb");
    assert_within("{\"a\":\"\\u0041bc\"}", 1, 2, "bc");
    assert_within("{\"a\":\"\\u00e4bc\"}", 2, 1, "b");
    assert_within("{\"a\":\"\\u20acbc\"}", 3, 1, "b");
    assert_within("{\"a\":\"\\ud83d\\ude00bc\"}", 4, 1, "b");
    assert_within("{\"a\":\"\\ud83dbc\"}", 3, 1, "b");
    assert_within("{\"a\":\"\\ud83d\\u0041c\"}", 4, 1, "c");
    assert_within("{\"a\":\"\\\\\xc3\xa4\\\"b\"}", 4, 1, "b");
    assert_within("{\"a\":\"\\u002Fetc\\u002Fpasswd\"}", 0, 11, "\\u002Fetc\\u002Fpasswd");
}

static bool equal(const char *a, const char *b)
{
    struct body first = *body_of(a), second = *body_of(b);
    return body_equal(&first, first.root, &second, second.root);
}

static void values_are_compared_by_what_they_say(void **state)
{
    (void)state;
    assert_true(equal("{\"a\":1,\"b\":\"x\"}", "{ \"b\" : \"\\u0078\", \"a\" : 1 }"));
    assert_true(equal("[1,[],{},null,true]", "[ 1 , [ ] , { } , null , true ]"));
    assert_false(equal("{\"a\":1}", "{\"a\":1.0}"));
    assert_false(equal("{\"a\":1}", "{\"a\":\"1\"}"));
    assert_false(equal("{\"a\":1}", "{\"a\":1,\"b\":1}"));
    assert_false(equal("{\"a\":1}", "{\"b\":1}"));
    assert_false(equal("[1]", "[1,2]"));
    assert_false(equal("[1,2]", "[1]"));
    assert_false(equal("[1]", "{\"a\":1}"));
    assert_false(equal("{\"a\":[1]}", "{\"a\":{}}"));
}

/* Every string with its pointer, and what stands twice with two stars. */
static void put_string(void *context, const struct body_step *step, const char *at, bool is_name)
{
    struct buffer *out = context;
    (void)at;
    if (is_name)
        return;
    buffer_text(out, body_pointer(step, arena));
    buffer_byte(out, ' ');
}

static void put_repeated(void *context, const struct body_step *step, const char *at)
{
    struct buffer *out = context;
    (void)at;
    buffer_string(out, "**");
    buffer_text(out, body_pointer(step, arena));
    buffer_byte(out, ' ');
}

static void assert_walk(const char *json, const char *wanted)
{
    struct buffer out = buffer_create(arena);
    struct body_visitor visitor = {&out, put_string, put_repeated};
    body_walk(body_of(json), &visitor, arena);
    assert_text(buffer_contents(&out), wanted);
}

static void a_walk_goes_everywhere(void **state)
{
    (void)state;
    assert_walk("{\"a\":\"x\",\"b\":[\"x\",{\"c~/d\":\"x\"}],\"\":\"x\"}",
                "/a /b/0 /b/1/c~0~1d / ");
    assert_walk("{\"a\":1,\"a\":2,\"\\u0061\":{\"b\":1,\"b\":2}}", "**/a **/a **/a/b ");
    assert_walk("[{\"a\":1},{\"a\":1}]", "");
    assert_walk(
        "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1,\"j\":1,\"a\":1,"
        "\"j\":1,\"i\":1,\"k\":1}",
        "**/a **/j **/i ");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_sorted_and_documented),
        cmocka_unit_test_setup_teardown(every_finding_has_a_case, files_set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(values_come_out_of_a_text, files_set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(ways_without_end_come_to_one, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(faults_are_pointed_at, files_set_up, files_tear_down),
        cmocka_unit_test_setup_teardown(parts_of_strings_are_where_they_are_written, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(values_are_compared_by_what_they_say, files_set_up,
                                        files_tear_down),
        cmocka_unit_test_setup_teardown(a_walk_goes_everywhere, files_set_up, files_tear_down),
    };
    if (argc != 2)
        return 2;
    cases = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
