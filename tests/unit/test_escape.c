/* Escaping: what comes out must decode to what went in, and must be harmless where it stands. */
#include "base/escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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

typedef void escaper(struct buffer *out, struct text text);

static void expect(escaper *escape, struct text in, const char *wanted)
{
    struct buffer out = buffer_create(arena);
    escape(&out, in);
    buffer_byte(&out, '\0');
    assert_string_equal(out.bytes, wanted);
}

static const char *c_string(struct text in, size_t indent)
{
    struct buffer out = buffer_create(arena);
    escape_c_string(&out, in, indent);
    buffer_byte(&out, '\0');
    return out.bytes;
}

/* A small deterministic generator (xorshift) for random bytes. */
static uint32_t random_state = 2463534242u;

static uint32_t random_number(uint32_t below)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 17;
    random_state ^= random_state << 5;
    return random_state % below;
}

static struct text random_text(const char *alphabet, size_t letters, size_t length)
{
    char *bytes = arena_allocate(arena, length + 1);
    for (size_t i = 0; i < length; i++)
        bytes[i] = alphabet ? alphabet[random_number((uint32_t)letters)] : (char)random_number(256);
    return (struct text){bytes, length};
}

/*
 * Reads C string literals as translation phases 1 to 6 do: trigraphs are refused, escapes are the
 * longest the grammar allows, and adjacent literals are joined after that.
 */
static struct text decode_c(const char *literal)
{
    struct buffer out = buffer_create(arena);
    const char *at = literal;
    assert_null(strstr(literal, "\?\?"));
    for (;;) {
        assert_int_equal(*at++, '"');
        while (*at != '"') {
            assert_true(*at >= 0x20 && *at < 0x7f);
            if (*at != '\\') {
                buffer_byte(&out, *at++);
                continue;
            }
            at++;
            if (*at >= '0' && *at <= '7') {
                int code = 0;
                for (int digits = 0; digits < 3 && *at >= '0' && *at <= '7'; digits++)
                    code = code * 8 + (*at++ - '0');
                assert_in_range(code, 0, 255);
                buffer_byte(&out, (char)code);
            } else {
                assert_true(*at == '"' || *at == '\\' || *at == '?');
                buffer_byte(&out, *at++);
            }
        }
        at++;
        if (*at == '\0')
            return buffer_contents(&out);
        assert_int_equal(*at++, '\n');
        while (*at == ' ')
            at++;
    }
}

/* The widest line, if the first one starts behind `indent` columns. */
static size_t widest_line(const char *text, size_t indent)
{
    size_t widest = 0, before = indent;
    for (size_t length; *text; text += length + (text[length] == '\n')) {
        length = strcspn(text, "\n");
        widest = before + length > widest ? before + length : widest;
        before = 0;
    }
    return widest;
}

static void c_string_writes(void **state)
{
    (void)state;
    assert_string_equal(c_string(TEXT(""), 0), "\"\"");
    assert_string_equal(c_string((struct text){NULL, 0}, 4), "\"\"");
    assert_string_equal(c_string(TEXT("a\"b\\c"), 0), "\"a\\\"b\\\\c\"");
    assert_string_equal(c_string(TEXT("\?\?/"), 0), "\"\\?\\?/\"");
    assert_string_equal(c_string(TEXT("\0"
                                      "01\n\x7f\xc3\xa9"),
                                 0),
                        "\"\\00001\\12\\177\\303\\251\"");
}

static void c_string_decodes_to_the_text(void **state)
{
    (void)state;
    for (size_t round = 0; round < 2000; round++) {
        struct text text = round % 2 ? random_text(NULL, 0, random_number(400))
                                     : random_text("01?\"\\\n a\x80", 9, random_number(400));
        size_t indent = random_number(120);
        const char *literal = c_string(text, indent);
        assert_true(text_equal(decode_c(literal), text));
        if (indent <= 70) /* deeper, a piece takes its least width */
            assert_true(widest_line(literal, indent) <= 98);
    }
}

static void c_string_breaks_at_the_limit(void **state)
{
    (void)state;
    struct text a97 = random_text("a", 1, 97);
    const char *one = c_string(text_slice(a97, 0, 96), 0);
    assert_null(strchr(one, '\n'));
    assert_int_equal(strlen(one), 98);
    const char *two = c_string(a97, 0);
    assert_int_equal(strcspn(two, "\n"), 98);
    assert_string_equal(two + 98, "\n\"a\"");

    const char *indented = c_string(text_slice(a97, 0, 93), 4);
    assert_int_equal(strcspn(indented, "\n"), 94);
    assert_string_equal(indented + 94, "\n    \"a\"");
}

static void c_string_breaks_after_a_blank(void **state)
{
    (void)state;
    struct buffer text = buffer_create(arena);
    buffer_repeat(&text, 'a', 80);
    buffer_byte(&text, ' ');
    buffer_repeat(&text, 'b', 40);
    const char *literal = c_string(buffer_contents(&text), 0);
    assert_int_equal(strcspn(literal, "\n"), 83);
    assert_memory_equal(literal + 83, "\n\"bb", 4);
}

static void c_comment_writes(void **state)
{
    (void)state;
    expect(escape_c_comment, TEXT(""), "");
    expect(escape_c_comment, (struct text){NULL, 0}, "");
    expect(escape_c_comment, TEXT(" \n\t "), "");
    expect(escape_c_comment, TEXT("plain text: 100 %"), "plain text: 100 %");
    expect(escape_c_comment, TEXT("end */ of"), "end * / of");
    expect(escape_c_comment, TEXT("a /* b"), "a / * b");
    expect(escape_c_comment, TEXT("/*/*/"), "/ * / * / ");
    expect(escape_c_comment, TEXT("x*"), "x* ");
    expect(escape_c_comment, TEXT("https://a/"), "https://a/ ");
    expect(escape_c_comment, TEXT("a?\?/\nb"), "a?\? / b");
    expect(escape_c_comment, TEXT("what?\?"), "what?\? ");
    expect(escape_c_comment, TEXT("why?"), "why?");
    expect(escape_c_comment, TEXT("a\\\nb"), "a\\ b");
    expect(escape_c_comment, TEXT("C:\\dir\\"), "C:\\dir<U+005C>");
    expect(escape_c_comment, TEXT("a\\ \n"), "a<U+005C>");
    expect(escape_c_comment, TEXT("*\\\n/"), "*\\ / ");
    expect(escape_c_comment, TEXT("one\rtwo\r\nthree\n\nfour\n"), "one two three four");
    expect(escape_c_comment, TEXT("caf\xc3\xa9 \xf0\x9f\x98\x80 \xff\x01\x7f"),
           "caf<U+00E9> <U+1F600> <U+FFFD><U+0001><U+007F>");
    expect(escape_c_comment, TEXT("\xe2\x80\xa8"), "<U+2028>");
}

static void c_comment_minds_what_stands_before(void **state)
{
    (void)state;
    struct buffer out = buffer_create(arena);
    buffer_string(&out, " *");
    escape_c_comment(&out, TEXT("/path"));
    buffer_string(&out, "?");
    escape_c_comment(&out, TEXT("?"));
    escape_c_comment(&out, TEXT("/"));
    assert_true(text_is(buffer_contents(&out), " * /path?\? / "));
}

static void c_comment_is_harmless_whatever_comes(void **state)
{
    (void)state;
    static const char *const harmful[] = {"*/", "/*", "\?\?/", "\n", "\r"};
    for (size_t round = 0; round < 5000; round++) {
        struct buffer out = buffer_create(arena);
        buffer_string(&out, round % 2 ? "/* *" : "//");
        size_t begin = out.length - 1;
        for (int slots = 0; slots < 2; slots++)
            escape_c_comment(&out, round % 3 ? random_text("*/\\? \n\r\x80", 8, random_number(12))
                                             : random_text(NULL, 0, random_number(12)));
        for (size_t i = begin; i < out.length; i++)
            assert_in_range((unsigned char)out.bytes[i], 0x20, 0x7e);
        size_t end = out.length;
        buffer_byte(&out, '\0');
        for (size_t i = 0; i < sizeof harmful / sizeof *harmful; i++)
            assert_null(strstr(out.bytes + begin, harmful[i]));
        while (end > begin + 1 && out.bytes[end - 1] == ' ')
            end--;
        assert_int_not_equal(out.bytes[end - 1], '\\'); /* a line break may follow */
        if (end == out.length - 1)
            assert_true(end == begin + 1 || !strchr("*/", out.bytes[end - 1]));
    }
}

static void json_writes(void **state)
{
    (void)state;
    expect(escape_json, TEXT(""), "");
    expect(escape_json, TEXT("a\"b\\c/d"), "a\\\"b\\\\c/d");
    expect(escape_json, TEXT("\b\f\n\r\t"), "\\b\\f\\n\\r\\t");
    expect(escape_json, TEXT("\0\x1f \x7f"), "\\u0000\\u001F \\u007F");
    expect(escape_json, TEXT("\xc3\xa9\xe2\x80\xa7\xe2\x80\xa8\xe2\x80\xa9"),
           "\xc3\xa9\xe2\x80\xa7\\u2028\\u2029");
}

/* Every kind of invalid UTF-8, and how many U+FFFD the Unicode standard suggests for it. */
static void json_replaces_invalid_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t replaced;
    } cases[] = {
        {"\x80", 1},
        {"\xbf\xbf", 2},
        {"\xc0\xaf", 2},
        {"\xc1\xbf", 2},
        {"\xc2", 1},
        {"\xe0\x9f\x80", 3}, /* overlong */
        {"\xe2\x82", 1},     /* cut short: one sequence */
        {"\xed\xa0\x80", 3}, /* surrogate */
        {"\xf0\x8f\xbf\xbf", 4},
        {"\xf0\x90\x80", 1},
        {"\xf4\x90\x80\x80", 4}, /* over U+10FFFF */
        {"\xf5\x80", 2},
        {"\xff", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer wanted = buffer_create(arena);
        for (size_t n = 0; n < cases[i].replaced; n++)
            buffer_string(&wanted, "\xef\xbf\xbd");
        buffer_string(&wanted, "a");
        buffer_byte(&wanted, '\0');
        expect(escape_json, arena_format(arena, "%sa", cases[i].bytes), wanted.bytes);
    }
    static const char edges[] = "\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 "
                                "\xef\xbf\xbf \xf0\x90\x80\x80 \xf4\x8f\xbf\xbf";
    expect(escape_json, text_of(edges), edges);
}

static void terminal_writes(void **state)
{
    (void)state;
    expect(escape_terminal, TEXT(""), "");
    expect(escape_terminal, TEXT("caf\xc3\xa9 \\ \""), "caf\xc3\xa9 \\ \"");
    expect(escape_terminal, TEXT("\x1b[31m\r\n\t\0\x7f"), "\\x1B[31m\\x0D\\x0A\\x09\\x00\\x7F");
    expect(escape_terminal,
           TEXT("\xc2\x9b"
                "1m"),
           "\\u{009B}1m");
    expect(escape_terminal, TEXT("\xc2\xa0"), "\xc2\xa0");
    expect(escape_terminal, TEXT("\xe2\x80\xae\xe2\x81\xa6\xe2\x81\xa9\xd8\x9c\xe2\x80\x8f"),
           "\\u{202E}\\u{2066}\\u{2069}\\u{061C}\\u{200F}");
    expect(escape_terminal, TEXT("\xe2\x80\xa8\xe2\x80\xa7\xe2\x80\xaf"),
           "\\u{2028}\xe2\x80\xa7\xe2\x80\xaf");
    expect(escape_terminal,
           TEXT("\xe2\x82"
                "a\xff"),
           "\\xE2\\x82a\\xFF");
}

static void html_writes(void **state)
{
    (void)state;
    expect(escape_html, TEXT("a b\tc\nd"), "a b\tc\nd");
    expect(escape_html, TEXT("<a href=\"x\" title='y'>&amp;</a>"),
           "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    expect(escape_html, TEXT("]]>"), "]]&gt;");
    expect(escape_html, TEXT("\x01\x1b\x7f\xc2\x85"),
           "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    expect(escape_html, TEXT("\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f"),
           "\xef\xbf\xbd\xef\xbf\xbd\xe2\x80\x8f");
    expect(escape_html, TEXT("\xc3\xa4\xff"), "\xc3\xa4\xef\xbf\xbd");
}

static void shell_writes(void **state)
{
    (void)state;
    expect(escape_shell, TEXT("a $b `c` \"d\" \\"), "a $b `c` \"d\" \\");
    expect(escape_shell, TEXT("it's '"), "it'\\''s '\\''");
    expect(escape_shell, TEXT("a\0b"), "ab");
}

static void man_writes(void **state)
{
    (void)state;
    expect(escape_man, TEXT("plain text (yes)"), "plain text (yes)");
    expect(escape_man, TEXT(".TH a.b"), "\\&.TH a.b");
    expect(escape_man, TEXT("'br \\fBx -o^~\""), "\\(aqbr \\efBx \\-o\\(ha\\(ti\\(dq");
    expect(escape_man, TEXT("a `b-c` d`e"), "a \\fBb\\-c\\fR d\\fBe\\fR");
    expect(escape_man, TEXT("a\n.b\tc"), "a .b c");
    expect(escape_man, TEXT("\u00e9\u2014\x1b\xff"), "\\[u00E9]\\[u2014]\\[uFFFD]\\[uFFFD]");
}

static void markdown_writes(void **state)
{
    (void)state;
    expect(escape_markdown, TEXT("plain text, 3.5 (yes)"), "plain text, 3.5 (yes)");
    expect(escape_markdown, TEXT("*a* _b_ `c` [d](e) <f> &g; h|i ~j~ #k !l \\"),
           "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\&g; h\\|i \\~j\\~ \\#k \\!l \\\\");
    expect(escape_markdown, TEXT("- a-b"), "\\- a-b");
    expect(escape_markdown, TEXT("+ a"), "\\+ a");
    expect(escape_markdown, TEXT("=="), "\\==");
    expect(escape_markdown, TEXT("12. a. b"), "12\\. a. b");
    expect(escape_markdown, TEXT("1) a) b"), "1\\) a) b");
    expect(escape_markdown, TEXT("  a \n\n b\t "), "a b");
    expect(escape_markdown, TEXT("\n- a"), "\\- a");
    expect(escape_markdown, TEXT("a\xe2\x80\xae\x01\xff"), "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(c_string_writes),
        cmocka_unit_test(c_string_decodes_to_the_text),
        cmocka_unit_test(c_string_breaks_at_the_limit),
        cmocka_unit_test(c_string_breaks_after_a_blank),
        cmocka_unit_test(c_comment_writes),
        cmocka_unit_test(c_comment_minds_what_stands_before),
        cmocka_unit_test(c_comment_is_harmless_whatever_comes),
        cmocka_unit_test(json_writes),
        cmocka_unit_test(json_replaces_invalid_utf8),
        cmocka_unit_test(html_writes),
        cmocka_unit_test(shell_writes),
        cmocka_unit_test(man_writes),
        cmocka_unit_test(markdown_writes),
        cmocka_unit_test(terminal_writes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
