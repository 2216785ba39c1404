/* Markdown on pages: what comes through, and that nothing else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "markdown/markdown.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_create(abort);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static const char *html(const char *markdown)
{
    return arena_copy(arena, markdown_html(arena, text_of(markdown))).bytes;
}

static const char *plain(const char *markdown)
{
    return arena_copy(arena, markdown_plain(arena, text_of(markdown))).bytes;
}

static const char *again(const char *markdown)
{
    return arena_copy(arena, markdown_again(arena, text_of(markdown))).bytes;
}

static void ordinary_text(void **state)
{
    (void)state;
    assert_string_equal(html("Send `to`, *then* **wait**."),
                        "<p>Send <code>to</code>, <em>then</em> <strong>wait</strong>.</p>");
    assert_string_equal(html("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>");
    assert_string_equal(html(""), "");
    assert_string_equal(html("a < b & \"c\""), "<p>a &lt; b &amp; &quot;c&quot;</p>");
    assert_string_equal(plain("# Head\n\nSend `to`,\n*then*  wait.\n\n- a\n- b\n"),
                        "Head Send to, then wait. a b");
    assert_string_equal(again("Send `to`, *then* wait."), "Send `to`, *then* wait.");
}

static void headings_stand_below_the_page_s(void **state)
{
    (void)state;
    assert_string_equal(html("# a\n\n## b\n\n#### c\n\n# d"),
                        "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h3>d</h3>");
    assert_string_equal(html("###### a"), "<h3>a</h3>");
    assert_string_equal(again("## a"), "### a");
}

static void raw_html_is_text(void **state)
{
    (void)state;
    assert_string_equal(html("a <b onclick=x>c</b>"), "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>");
    assert_string_equal(html("<script>alert(1)</script>"),
                        "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>");
    assert_string_equal(again("a <b>c"), "a \\<b\\>c");
    assert_string_equal(plain("a <b>c</b>"), "a <b>c</b>");
}

static void images_leave_their_text(void **state)
{
    (void)state;
    assert_string_equal(html("![a *b*](https://example.com/p.png) c"), "<p>a <em>b</em> c</p>");
    assert_string_equal(html("[![alt](x.png)](https://example.com/)"),
                        "<p><a href=\"https://example.com/\">alt</a></p>");
}

static void only_some_links_stay(void **state)
{
    (void)state;
    static const char *const kept[] = {"https://example.com/a?b=c",
                                       "HTTPS://example.com/",
                                       "mailto:a@example.com",
                                       "../other/",
                                       "/guides/",
                                       "#part",
                                       "?q=a:b",
                                       "a/b:c"};
    static const char *const dropped[] = {"javascript:alert(1)",     "JavaScript:alert(1)",
                                          "data:text/html,x",        "http://example.com/",
                                          "//example.com/",          "ftp://example.com/",
                                          "javascript&#58;alert(1)", "java&#9;script:alert(1)",
                                          "/\\\\example.com/",       ":x"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        assert_true(markdown_may_link(text_of(kept[i])));
        assert_non_null(strstr(html(arena_format(arena, "[a](<%s>)", kept[i]).bytes), "<a href="));
    }
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        assert_string_equal(html(arena_format(arena, "[a](<%s>)", dropped[i]).bytes), "<p>a</p>");
    assert_string_equal(html("<javascript:alert(1)>"), "<p>javascript:alert(1)</p>");
    assert_false(markdown_may_link(TEXT("")));
    assert_false(markdown_may_link(TEXT("https://example.com/ a")));
    assert_string_equal(again("[a](javascript:x) [b](https://example.com/)"),
                        "a [b](https://example.com/)");
}

static void nothing_reorders_what_follows(void **state)
{
    (void)state;
    assert_string_equal(html("a\xe2\x80\xae"
                             "b\xe2\x81\xa6"),
                        "<p>a\xef\xbf\xbd"
                        "b\xef\xbf\xbd</p>");
    assert_string_equal(html("a&#x202e;b"), "<p>a\xef\xbf\xbd"
                                            "b</p>");
    assert_string_equal(html("a\xff"
                             "b"),
                        "<p>a\xef\xbf\xbd"
                        "b</p>");
}

static void links_are_listed_as_written(void **state)
{
    (void)state;
    struct markdown_link *links;
    struct text markdown = TEXT(
        "[a](https://example.com/a&amp;b) `[b](c)` ![d](e.png) <mailto:f@example.com>\n\n[g]\n\n[g]: ../h/\n");
    assert_int_equal(markdown_links(arena, markdown, &links), 4);
    assert_string_equal(links[0].url.bytes, "https://example.com/a&b");
    assert_false(links[0].image);
    assert_string_equal(links[1].url.bytes, "e.png");
    assert_true(links[1].image);
    assert_string_equal(links[2].url.bytes, "mailto:f@example.com");
    assert_string_equal(links[3].url.bytes, "../h/");
    assert_true(markdown_is_relative(links[3].url));
    assert_false(markdown_is_relative(links[0].url));
    assert_int_equal(markdown_links(arena, TEXT(""), &links), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_listed_as_written),     cmocka_unit_test(ordinary_text),
        cmocka_unit_test(headings_stand_below_the_page_s), cmocka_unit_test(raw_html_is_text),
        cmocka_unit_test(images_leave_their_text),         cmocka_unit_test(only_some_links_stay),
        cmocka_unit_test(nothing_reorders_what_follows),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
