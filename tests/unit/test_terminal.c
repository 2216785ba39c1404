/*
 * Markdown for a terminal: where lines are cut, what stands where, and that nothing of a text
 * reaches the terminal as a command.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markdown/terminal.h"

static struct arena *arena;

static void exhausted(void)
{
    fail_msg("out of memory");
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_create(exhausted);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const char *printed(struct terminal terminal, const char *markdown)
{
    struct buffer out = buffer_create(arena);
    terminal_print(&terminal, text_of(markdown), &out);
    return arena_copy(arena, buffer_contents(&out)).bytes;
}

static void shows(const char *markdown, const char *expected)
{
    assert_string_equal(printed((struct terminal){false, 40}, markdown), expected);
}

static void shows_in_colour(const char *markdown, const char *expected)
{
    assert_string_equal(printed((struct terminal){true, 40}, markdown), expected);
}

static void lines_are_cut_between_words(void **state)
{
    (void)state;
    shows("one two three four five six seven four", "  one two three four five six seven four\n");
    shows("one two three four five six seven eight nine",
          "  one two three four five six seven\n  eight nine\n");
    shows("a23456789b23456789c23456789d23456789e23456789 x",
          "  a23456789b23456789c23456789d23456789e23456789\n  x\n");
    shows("one  \ntwo", "  one\n  two\n");
    shows("", "");
}

static void columns_are_counted_not_bytes(void **state)
{
    (void)state;
    /* 36 columns, then a word of 2: it still fits; of 3: it does not. */
    shows(
        "\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4 123456789 123456789 12345 ab",
        "  \u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4\u00e4 123456789 123456789 12345 ab\n");
    shows("\u4e2d\u4e2d\u4e2d\u4e2d 123456789 123456789 123456 abc",
          "  \u4e2d\u4e2d\u4e2d\u4e2d 123456789 123456789 123456\n  abc\n");
}

static void headings_stand_out(void **state)
{
    (void)state;
    shows("# Title\n\nText.\n\n## Section\n\nMore.\n\n### Within\n\nEnd.",
          "Title\n\n  Text.\n\nSection\n  More.\n\n  Within\n  End.\n");
    shows_in_colour("# Title\n\nText.", "\033[1mTitle\033[22m\n\n  Text.\n");
}

static void lists_are_indented(void **state)
{
    (void)state;
    shows("- one\n- two and some more words that go on\n  - in\n\nafter",
          "  - one\n  - two and some more words that go on\n    - in\n\n  after\n");
    shows("- two words and then some more that go on",
          "  - two words and then some more that go\n    on\n");
    shows("1. one\n\n2. two", "  1. one\n\n  2. two\n");
    shows("> quoted", "    quoted\n");
}

static void code_is_not_cut(void **state)
{
    (void)state;
    shows("```\none two three four five six seven eight nine\n\n  ten\n```\nafter",
          "    one two three four five six seven eight nine\n\n      ten\n\n  after\n");
    shows("run `x y` now", "  run `x y` now\n");
    shows_in_colour("run `x` now", "  run \033[36mx\033[39m now\n");
}

static void styles_take_no_room(void **state)
{
    (void)state;
    shows("**one** *two*", "  one two\n");
    shows_in_colour("**one** *two* three four five six seven four",
                    "  \033[1mone\033[22m \033[3mtwo\033[23m three four five six seven four\n");
    shows_in_colour("**one two three four five six seven eight nine**",
                    "  \033[1mone two three four five six seven\n  eight nine\033[22m\n");
}

static void links_say_where_they_lead(void **state)
{
    (void)state;
    shows("[a guide](https://example.com/a).", "  a guide (https://example.com/a).\n");
    shows("<https://example.com/a>", "  https://example.com/a\n");
    shows("[other](../other/index.md)", "  other\n");
    shows("[x](javascript:alert) ![y](https://example.com/z.png)", "  x y\n");
}

static void nothing_is_a_command(void **state)
{
    (void)state;
    shows("a\033[31mb", "  a\\x1B[31mb\n");
    shows("a&#x202e;b &#x9b;c", "  a\ufffdb \\u{009B}c\n");
    shows("```\n\033]0;x\007\n```", "    \\x1B]0;x\\x07\n");
    shows("`\033c`", "  `\\x1Bc`\n");
    shows("[x](https://example.com/\033)", "  x\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_cut_between_words),
        cmocka_unit_test(columns_are_counted_not_bytes),
        cmocka_unit_test(headings_stand_out),
        cmocka_unit_test(lists_are_indented),
        cmocka_unit_test(code_is_not_cut),
        cmocka_unit_test(styles_take_no_room),
        cmocka_unit_test(links_say_where_they_lead),
        cmocka_unit_test(nothing_is_a_command),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
