/*
 * Texts with placeholders: how they are split, what doubled and stray braces become, and where a
 * placeholder stands in the file, whatever the style of the text.
 */
#define _XOPEN_SOURCE 700

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "registry_files.h"

/* The detail that is written so, split; members a, b and long_name are there. `yaml` follows
 * "detail:". */
static const struct message *detail_of(const char *yaml)
{
    diagnostics = diagnostics_create(arena, sources);
    load_text(arena_format(arena,
                           "%sproblems:\n%s  p:\n    status: 400\n    title: T\n"
                           "    members: {a: {type: integer}, b: {type: integer},"
                           " long_name: {type: integer}}\n    detail: %s\n",
                           REGISTRY_HEAD, FALLBACK_PROBLEM, yaml)
                  .bytes);
    return &problem_named("p")->detail;
}

/* "text<name>text": literals as they are, placeholders in angle brackets. */
static const char *pieces_of(const struct message *message)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < message->count; i++) {
        buffer_text(&out, message->pieces[i].literal);
        if (span_is_set(message->pieces[i].span))
            buffer_format(&out, "<%.*s>", TEXT_ARGS(piece_name(&message->pieces[i]).text));
    }
    buffer_byte(&out, '\0');
    return out.bytes;
}

static void texts_are_split_at_their_placeholders(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *pieces;
        size_t count;
    } cases[] = {
        {"Plain text.", "Plain text.", 1},
        {"'{a}'", "<a>", 1},
        {"'{a}{b}'", "<a><b>", 2},
        {"'{a} and {b}'", "<a> and <b>", 2},
        {"x {a} y {b} z", "x <a> y <b> z", 3},
        {"x {long_name}", "x <long_name>", 1},
        {"'{{'", "{", 1},
        {"'}}'", "}", 1},
        {"'{{a}}'", "{a}", 1},
        {"'{{{a}}}'", "{<a>}", 2},
        {"'{{{{}}}}'", "{{}}", 1},
        {"'{a}}} {{{b}'", "<a>} {<b>", 2},
        {"'{ a }'", "< a >", 1},
        {"\"\\t{a}\\n\"", "\t<a>\n", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct message *message = detail_of(cases[i].yaml);
        if (finding_count()) {
            print_message("%s\n", cases[i].yaml);
            print_diagnostics();
        }
        assert_int_equal(finding_count(), 0);
        assert_string_equal(pieces_of(message), cases[i].pieces);
        assert_int_equal(message->count, cases[i].count);
    }
}

static void placeholders_stand_for_members(void **state)
{
    (void)state;
    const struct message *message = detail_of("x {a} {nobody} {long_name}.");
    const struct members *members = &problem_named("p")->members;
    assert_int_equal(message->count, 4);
    assert_ptr_equal(message->pieces[0].member, &members->items[0]);
    assert_null(message->pieces[1].member);
    assert_ptr_equal(message->pieces[2].member, &members->items[2]);
    assert_null(message->pieces[3].member);
    assert_false(span_is_set(message->pieces[3].span));
}

static void rules_have_members_of_their_own(void **state)
{
    (void)state;
    load_clean(REGISTRY_HEAD "members: {all: {type: integer, optional: true}}\n"
                             "rules: {r: {detail: 'At {limit}, {all}.',"
                             " members: {limit: {type: integer}}}}\nproblems:\n" FALLBACK_PROBLEM
                             "  p: {status: 400, title: T, detail: 'All is {all}.'}\n");
    const struct rule *rule = &registry->rules[0];
    assert_ptr_equal(rule->detail.pieces[0].member, &rule->members.items[0]);
    assert_null(rule->detail.pieces[1].member);
    assert_ptr_equal(problem_named("p")->detail.pieces[0].member, &registry->members.items[0]);
}

static void stray_braces_are_reported_where_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *pieces, *at;
        size_t count;
    } cases[] = {
        {"'a } b'", "a } b", "}", 1}, {"'a { b'", "a { b", "{", 1},
        {"'{'", "{", "{", 1},         {"'}'", "}", "}", 1},
        {"'{}'", "{}", "{", 1},       {"'{a'", "{a", "{", 1},
        {"'{a{b}'", "{a<b>", "{", 1}, {"'{a}}'", "<a>}", "}", 1},
        {"'}{'", "}{", "}", 2},       {"\"{a\\n}\"", "{a\n}", "{", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct message *message = detail_of(cases[i].yaml);
        assert_string_equal(pieces_of(message), cases[i].pieces);
        assert_int_equal(finding_count(), cases[i].count);
        assert_string_equal(finding(0)->id, "stray-brace");
        assert_text(written_at(finding(0)->span), cases[i].at);
    }
}

/* The same two placeholders in every style, between what each style writes its own way. */
static void spans_are_those_of_the_file(void **state)
{
    (void)state;
    static const char *const styles[] = {
        "a\xc3\xa4 {a} b {long_name} c",
        "'it''s {a} b''c {long_name}'",
        "\"\\u00e4\\t\\\"{a}\\x41 {long_name}\"",
        "\"folded {a}\n      over\n\n      lines {long_name} end\"",
        "plain {a}\n      over\n\n      lines {long_name} end",
        "'single {a}\n      over\n      lines ''{long_name}'''",
        ">-\n      folded {a}\n      over\n\n      lines {long_name} end",
        ">\n      folded\n        more {a}\n      less {long_name}",
        "|-\n      literal {a}\n        over\n\n      lines {long_name} end",
        "|2-\n      {a}\n      {long_name}",
    };
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        const struct message *message = detail_of(styles[i]);
        if (finding_count()) {
            print_message("%s\n", styles[i]);
            print_diagnostics();
        }
        assert_int_equal(finding_count(), 0);
        assert_text(piece_name(&message->pieces[0]).text, "a");
        assert_text(written_at(message->pieces[0].span), "{a}");
        assert_text(piece_name(&message->pieces[1]).text, "long_name");
        assert_text(written_at(message->pieces[1].span), "{long_name}");
    }
}

/* What was pending in one text does not come up in the next. */
static void texts_do_not_mix(void **state)
{
    (void)state;
    load_text(REGISTRY_HEAD "problems:\n" FALLBACK_PROBLEM
                            "  p: {status: 400, title: T, detail: 'one {'}\n"
                            "  q: {status: 400, title: T, detail: 'two', headers: {X-A: three}}\n");
    assert_string_equal(pieces_of(&problem_named("p")->detail), "one {");
    assert_string_equal(pieces_of(&problem_named("q")->detail), "two");
    assert_string_equal(pieces_of(&problem_named("q")->extras->headers.items[0].value), "three");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, files_set_up, files_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(texts_are_split_at_their_placeholders), TEST(placeholders_stand_for_members),
        TEST(rules_have_members_of_their_own),       TEST(stray_braces_are_reported_where_they_are),
        TEST(spans_are_those_of_the_file),           TEST(texts_do_not_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
