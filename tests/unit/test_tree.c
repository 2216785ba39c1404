/* The strict YAML tree: what is in it, what is refused, where, and what it tells the author. */
#define _XOPEN_SOURCE 700

#include "report/report.h"
#include "yaml/tree.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct sources *sources;
static struct diagnostics *diagnostics;
static const struct source *source;

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

static struct tree parse(struct text yaml)
{
    sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    struct tree tree = {NULL, false};
    if (source_add(sources, "x.yaml", yaml, diagnostics, &source) == SOURCE_OK)
        tree = tree_parse(source, arena, arena, diagnostics, NULL);
    return tree;
}

static struct text written(struct span span)
{
    return text_slice(source->bytes, span.begin - source->base, span.end - span.begin);
}

static size_t errors(void)
{
    return diagnostics_count(diagnostics, SEVERITY_ERROR);
}

static size_t warnings(void)
{
    return diagnostics_count(diagnostics, SEVERITY_WARNING);
}

static const struct diagnostic *first_finding(void)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    assert_true(count > 0);
    return all[0];
}

static void assert_text(struct text text, const char *wanted)
{
    assert_string_equal(arena_copy(arena, text).bytes, wanted);
    assert_int_equal(text.length, strlen(wanted));
}

/* ---------------------------------------------------------------- what is in the tree */

/* The tree as flow YAML: plain scalars as they are, quoted ones in '', "", || and >>. */
static void put_node(struct buffer *out, const struct node *node)
{
    static const char *const quotes[] = {"", "'", "\"", "|", ">"};
    if (node->kind == NODE_SCALAR) {
        buffer_string(out, quotes[node->style]);
        buffer_text(out, node->text);
        buffer_string(out, quotes[node->style]);
        return;
    }
    buffer_byte(out, node->kind == NODE_MAPPING ? '{' : '[');
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        put_node(out, child);
        if (node->kind == NODE_MAPPING) {
            buffer_byte(out, ':');
            put_node(out, child->value);
        }
        if (child->next)
            buffer_byte(out, ',');
    }
    buffer_byte(out, node->kind == NODE_MAPPING ? '}' : ']');
}

static const char *shown(const struct node *node)
{
    struct buffer out = buffer_create(arena);
    if (node)
        put_node(&out, node);
    buffer_byte(&out, '\0');
    return out.bytes;
}

static const struct {
    const char *yaml, *tree;
} accepted[] = {
    {"a: b\n", "{a:b}"},
    {"---\na: b\n...\n", "{a:b}"},
    {"%YAML 1.2\n---\na: b\n", "{a:b}"},
    {"\xef\xbb\xbf"
     "a: b\r\nc: d\r\n",
     "{a:b,c:d}"},
    {"a:\n  b: 'it''s'\n  c: \"d\\te\"\n", "{a:{b:'it's',c:\"d\te\"}}"},
    {"a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{a:|x\ny\n|,b:>x y>}"},
    {"a:\n- b\n-\n- c: d\n  e: f\n", "{a:[b,,{c:d,e:f}]}"},
    {"a: {}\nb: []\nc: {d: , e: ~}\n", "{a:{},b:[],c:{d:,e:~}}"},
    {"a: {? b, c: d}\n", "{a:{b:,c:d}}"},
    {"a: {\"b\": c,\n    'd': e}\n", "{a:{\"b\":c,'d':e}}"},
    {"a:\nb: c\n", "{a:,b:c}"},
    {"a: b # c\n# d\ne: f\n", "{a:b,e:f}"},
    {"a: b\n  c\n\n  d\n", "{a:b c\nd}"},
    {"[a, {b: c}]\n", "[a,{b:c}]"},
    {"\xe6\x97\xa5: {\xc3\xa4: \xc3\xb6}\n", "{\xe6\x97\xa5:{\xc3\xa4:\xc3\xb6}}"},
    {"a: x#y\nb: c ##\n", "{a:x#y,b:c}"},
    {"a: 1\nA: 2\n\"b\": 3\n", "{a:1,A:2,\"b\":3}"},
    {"text\n", "text"},
};

static void builds_the_tree(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++) {
        struct tree tree = parse(text_of(accepted[i].yaml));
        assert_int_equal(errors() + warnings(), 0);
        assert_true(tree.complete);
        assert_string_equal(shown(tree.root), accepted[i].tree);
    }
}

static void keeps_embedded_nul(void **state)
{
    (void)state;
    struct tree tree = parse(TEXT("a: \"b\\0c\"\n"));
    const struct node *value = node_get(tree.root, "a");
    assert_int_equal(value->text.length, 3);
    assert_memory_equal(value->text.bytes, "b\0c", 3);
}

static void slices_where_it_can(void **state)
{
    (void)state;
    struct tree tree = parse(TEXT("\xc3\xa4: plain\nb: 'single'\nc: \"double\"\nd: 'it''s'\n"));
    const char *begin = source->bytes.bytes, *end = begin + source->bytes.length;
    for (const struct node *key = tree.root->first; key; key = key->next) {
        assert_true(key->text.bytes >= begin && key->text.bytes < end);
        const char *value = key->value->text.bytes;
        assert_true((value >= begin && value < end) == !text_is(key->text, "d"));
    }
}

/* Spans, as the text that they cover. */
static const struct {
    const char *yaml, *path, *covered;
} spans[] = {
    {"a: b  # c\n", "a", "b"},
    {"a: 'b' # c\n", "a", "'b'"},
    {"a: b\n  c   \n\nd: e\n", "a", "b\n  c"},
    {"a: |\n  b\n  c\n\n\n# d\ne: f\n", "a", "|\n  b\n  c"},
    {"a: >-  # note\n  b\n\ne: f\n", "a", ">-  # note\n  b"},
    {"a: {b: [c, d]} # e\n", "a", "{b: [c, d]}"},
    {"a:\n  b: c\n  d: e # f\n\ng: h\n", "a", "b: c\n  d: e"},
    {"a:\n- b\n- c\n\n# d\ng: h\n", "a", "- b\n- c"},
    {"a:\n  - b: c\n    d:\n  # e\ng: h\n", "a", "- b: c\n    d:"},
    {"a:   \nb: c\n", "a", ""},
    {"\xc3\xa4\xc3\xb6: \xe6\x97\xa5\na: \"\xc3\xbc\"  \n", "a", "\"\xc3\xbc\""},
    {"a: |\n\n\nb: c\n", "a", "|"},
};

static void gives_spans_as_written(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        struct tree tree = parse(text_of(spans[i].yaml));
        const struct node *value = node_get(tree.root, spans[i].path);
        assert_non_null(value);
        assert_true(span_is_set(value->span));
        assert_text(written(value->span), spans[i].covered);
    }
}

static void finds_values_by_key(void **state)
{
    (void)state;
    struct tree tree = parse(TEXT("a: [b]\nc: d\n"));
    assert_text(node_get(tree.root, "c")->text, "d");
    assert_null(node_get(tree.root, "d"));
    assert_null(node_get(node_get(tree.root, "a"), "b"));
    assert_null(node_get(NULL, "a"));
}

static void knows_null(void **state)
{
    (void)state;
    struct tree tree = parse(TEXT("[, ~, null, Null, NULL, nULL, '', \"null\", [], 0]"));
    assert_null(tree.root->first); /* an empty entry is a syntax error in a list */
    tree = parse(TEXT("[~, null, Null, NULL, nULL, '', \"null\", [], 0]"));
    size_t nulls = 0, others = 0;
    for (const struct node *item = tree.root->first; item; item = item->next)
        if (node_is_null(item))
            nulls++;
        else
            others++;
    assert_int_equal(nulls, 4);
    assert_int_equal(others, 5);
}

/* ---------------------------------------------------------------- what is refused */

static const struct {
    const char *yaml;
    const char *id;
    unsigned line, column;
    const char *covered; /* by the span */
    const char *help;    /* part of it */
    const char *tree;    /* what is left */
} refused[] = {
    /* texts that YAML reads as something else */
    {"t: Error: bad\n", "yaml-plain-colon", 1, 4, "Error: bad", "write  t: \"Error: bad\"",
     "{t:Error}"},
    {"t: Say \"a\": b\n", "yaml-plain-colon", 1, 4, "Say \"a\": b", "t: 'Say \"a\": b'",
     "{t:Say \"a\"}"},
    {"t: It's \\x: b\n", "yaml-plain-colon", 1, 4, "It's \\x: b", "t: 'It''s \\x: b'",
     "{t:It's \\x}"},
    {"t: a: b # c\n", "yaml-plain-colon", 1, 4, "a: b", "t: \"a: b\"", "{t:a}"},
    {"x: {t: a: b, c: d}\n", "yaml-plain-colon", 1, 8, "a: b", "t: \"a: b\"", "{x:{t:a}}"},
    {"x: {a: 1 b: 2}\n", "yaml-plain-colon", 1, 8, "1 b: 2", "or put a comma before",
     "{x:{a:1 b}}"},
    {"t: one\n  and two: three\n", "yaml-plain-colon", 2, 3, "and two: three", "whole text",
     "{t:one and two}"},
    {"t: 'x' : y\n", "yaml-plain-colon", 1, 4, "'x' : y", "t: \"'x' : y\"", "{t:'x'}"},
    {"t: {a}\n", "yaml-flow-text", 1, 4, "{a}", "write  t: \"{a}\"", "{t:{a}}"},
    {"t: {{a}}\n", "yaml-flow-text", 1, 4, "{{a}}", "write  t: \"{{a}}\"", "{t:{{a}}}"},
    {"t: {a, b}\n", "yaml-flow-text", 1, 4, "{a, b}", "for a list,  [a, b]", "{t:{a, b}}"},
    {"m: {absent: {a}, b: c}\n", "yaml-flow-text", 1, 13, "{a}", "absent: \"{a}\"",
     "{m:{absent:{a},b:c}}"},
    {"- {a}\n", "yaml-flow-text", 1, 3, "{a}", "write  \"{a}\"", "[{a}]"},
    {"t: {a} is low\nb: c\n", "yaml-flow-text", 1, 4, "{a} is low", "t: \"{a} is low\"", "{t:{a}}"},
    {"t: [a] b\n", "yaml-flow-text", 1, 4, "[a] b", "t: \"[a] b\"", "{t:[a]}"},
    {"m: {t: {a} is low, b: c}\n", "yaml-flow-text", 1, 8, "{a} is low", "t: \"{a} is low\"",
     "{m:{t:{a}}}"},
    {"m: {t: You have {a} left, b: c}\n", "yaml-flow-text", 1, 8, "You have {a} left",
     "t: \"You have {a} left\"", "{m:{t:You have}}"},
    {"m: {t: One, two, b: c}\n", "yaml-flow-comma", 1, 11, ",", "t: \"One, two\"",
     "{m:{t:One, two,b:c}}"},
    {"m: {t: One, two, three}\n", "yaml-flow-comma", 1, 11, ",", "t: \"One, two, three\"",
     "{m:{t:One, two, three}}"},
    {"m: {t: 'x', y, b: c}\n", "yaml-flow-comma", 1, 13, "y", "colon and a value",
     "{m:{t:'x',b:c}}"},
    {"t: @foo\n", "yaml-plain-start", 1, 4, "@foo", "t: \"@foo\"", "{t:}"},
    {"t: `foo`\n", "yaml-plain-start", 1, 4, "`foo`", "t: \"`foo`\"", "{t:}"},
    {"t: %d\n", "yaml-plain-start", 1, 4, "%d", "t: \"%d\"", "{t:}"},
    {"t: , b\n", "yaml-plain-start", 1, 4, ", b", "t: \", b\"", "{t:}"},
    {"t: ? b\n", "yaml-plain-start", 1, 4, "? b", "t: \"? b\"", "{t:}"},
    {"t: |foo\n", "yaml-plain-start", 1, 4, "|foo", "t: \"|foo\"", "{t:}"},
    {"t: > 5 min\n", "yaml-plain-start", 1, 4, "> 5 min", "on the next line", "{t:}"},
    {"t: - foo\n", "yaml-list", 1, 4, "- foo", "t: \"- foo\"", "{t:}"},

    /* quotes and brackets */
    {"t: 'it's'\n", "yaml-quote", 1, 7, "'", "''", "{t:'it'}"},
    {"t: \"a\" and b\n", "yaml-quote", 1, 4, "\"a\" and b", "t: '\"a\" and b'", "{t:\"a\"}"},
    {"t: \"a\nb: \"c\"\n", "yaml-quote", 2, 5, "c\"", "missing before", "{t:\"a b: \"}"},
    {"t: \"a\nb: c\n", "yaml-quote", 2, 5, "", "close it", "{t:}"},
    {"t: 'a\n---\n", "yaml-quote", 1, 6, "", "close it", "{t:}"},
    {"t: \"\\q\"\n", "yaml-escape", 1, 5, "\\q", "\\\\ for a backslash", "{t:}"},
    {"t: \"\\x4g\"\n", "yaml-escape", 1, 5, "\\x4", "single quotes", "{t:}"},
    {"t: \"\\uD800\"\n", "yaml-escape", 1, 5, NULL, "single quotes", "{t:}"},
    {"t: [a\nb: c\n", "yaml-bracket", 2, 1, "b", "close the bracket", "{t:[a b]}"},
    {"t: {a: 1\n", "yaml-bracket", 1, 9, "", "close the bracket", "{t:{a:1}}"},
    {"t: {a: 1}}\n", "yaml-bracket", 1, 10, "}", "remove it", "{t:{a:1}}"},
    {"t: [,]\n", "yaml-syntax", 1, 5, ",", "write the value", "{t:[]}"},

    /* structure */
    {"a:\n\tb: c\n", "yaml-tab", 2, 1, "\t", "blanks", "{a:}"},
    {"a:\n  b: c\n\td: e\n", "yaml-tab", 3, 1, "\t", "blanks", "{a:{b:}}"},
    {"a: 1\ntitle:Foo\n", "yaml-missing-blank", 2, 1, "title:Foo", "write  title: Foo", "{a:1}"},
    {"a:\n  title:Foo\n  b: c\n", "yaml-missing-blank", 2, 3, "title:Foo", "title: Foo",
     "{a:title:Foo b}"},
    {"a: one\ntwo\nb: c\n", "yaml-missing-colon", 2, 1, "two", "indent it deeper", "{a:one}"},
    {"a: foo\n  b: bar\n", "yaml-indentation", 2, 3, "b", "like the keys", "{a:foo b}"},
    {"a:\n    b: 1\n  c: 2\n", "yaml-indentation", 3, 3, "c", "by 0 or by 4 blanks", "{a:{b:1}}"},
    {"  a: 1\nb: 2\n", "yaml-indentation", 2, 1, "b", "by 2 blanks", "{a:1}"},
    {"a: |\n   x\n  y\n", "yaml-indentation", 3, 3, "y", "like its first", "{a:|x\n|}"},
    {"a: 1\n- b\n", "yaml-list", 2, 1, "-", "a key for the list", "{a:1}"},
    {"a:\n  - b\n  c: d\n", "yaml-list", 3, 3, "c", "write - before", "{a:[b]}"},
    {": x\n", "yaml-key", 1, 1, ":", "write a key", "{}"},

    /* what registries do without */
    {"a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1, "a", "another name", "{a:1,b:2}"},
    {"c: 1\n\"\\x63\": 2\n", "yaml-duplicate-key", 2, 1, "\"\\x63\"", "another name", "{c:1}"},
    {"a: {b: 1, b: 2}\n", "yaml-duplicate-key", 1, 11, "b", "another name", "{a:{b:1}}"},
    {"a: &b c\n", "yaml-anchor", 1, 4, "&b", "a: \"&b c\"", "{a:c}"},
    {"a: & b\n", "yaml-anchor", 1, 4, "&", "a: \"& b\"", "{a:}"},
    {"a: &x\n  b: c\n", "yaml-anchor", 1, 4, "&x", "a: \"&x\"", "{a:{b:c}}"},
    {"a: *b\n", "yaml-alias", 1, 4, "*b", "a: \"*b\"", "{a:*b}"},
    {"a: ** b\n", "yaml-alias", 1, 4, "**", "a: \"** b\"", "{a:}"},
    {"a: !important b\n", "yaml-tag", 1, 4, "!important", "a: \"!important b\"", "{a:b}"},
    {"a: !!str b\n", "yaml-tag", 1, 4, "!!str", "a: \"!!str b\"", "{a:b}"},
    {"a: !x!y b\n", "yaml-tag", 1, 4, "!x!y", "a: \"!x!y b\"", "{a:}"},
    {"<<: a\nb: c\n", "yaml-merge", 1, 1, "<<", "write the keys out", "{b:c}"},
    {"~: a\nb: c\n", "yaml-key", 1, 1, "~", "must be quoted", "{b:c}"},
    {"{a: b}: c\nd: e\n", "yaml-key", 1, 1, "{a: b}", "must be quoted", "{d:e}"},
    {"? - a\n: b\nd: e\n", "yaml-key", 1, 3, "- a", "must be quoted", "{d:e}"},
    {"a: b\n---\nc: d\n", "yaml-documents", 2, 1, "---", "one document", "{a:b}"},
    {"a: b\n...\nc d\n", "yaml-documents", 3, 1, "c", "one document", "{a:b}"},
    {"%TAG ! x:\n---\na: b\n", "yaml-directive", 1, 1, "%TAG ! x:", "remove", "{a:b}"},
    {"%YAML 1.3\n---\na: b\n", "yaml-directive", 1, 1, "%YAML 1.3", "remove", ""},
    {"%FOO\n---\na: b\n", "yaml-directive", 1, 1, "%FOO", "remove", ""},
    {"", "yaml-empty", 1, 1, "", "problemc: 1", ""},
    {"# only a comment\n", "yaml-empty", 1, 1, "", "problemc: 1", ""},
    {"---\n", "yaml-empty", 1, 1, "", "problemc: 1", ""},
};

static void refuses_with_a_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct tree tree = parse(text_of(refused[i].yaml));
        const struct diagnostic *finding = first_finding();
        struct position position = position_of(sources, finding->span.begin);
        assert_int_equal(errors(), 1);
        assert_int_equal(warnings(), 0);
        assert_string_equal(finding->id, refused[i].id);
        assert_int_equal(position.line, refused[i].line);
        assert_int_equal(position.column, refused[i].column);
        if (refused[i].covered)
            assert_text(written(finding->span), refused[i].covered);
        assert_non_null(strstr(arena_copy(arena, finding->help).bytes, refused[i].help));
        assert_string_equal(shown(tree.root), refused[i].tree);
    }
}

static const struct {
    const char *yaml, *id;
    unsigned line, column;
    const char *help;
} warned[] = {
    {"t: see #42\n", "yaml-comment-cut", 1, 8, "write  t: \"see #42\", or put a blank after #"},
    {"t: {u: see #42\n  }\n", "yaml-comment-cut", 1, 12, "quote the text"},
    {"- see #42 # more\n", "yaml-comment-cut", 1, 7, "write  \"see #42 # more\""},
    {"t: a\n  - b\n", "yaml-list-text", 2, 3, "on a line of its own"},
};

static void warns_with_a_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof warned / sizeof *warned; i++) {
        struct tree tree = parse(text_of(warned[i].yaml));
        const struct diagnostic *finding = first_finding();
        struct position position = position_of(sources, finding->span.begin);
        assert_true(tree.complete);
        assert_int_equal(errors(), 0);
        assert_int_equal(warnings(), 1);
        assert_string_equal(finding->id, warned[i].id);
        assert_int_equal(position.line, warned[i].line);
        assert_int_equal(position.column, warned[i].column);
        assert_non_null(strstr(arena_copy(arena, finding->help).bytes, warned[i].help));
    }
}

/* The example of the design page, byte for byte. */
static void reports_a_colon_as_designed(void **state)
{
    (void)state;
    parse(TEXT("room:\n    title: Error: room taken\n"));
    struct buffer out = buffer_create(arena);
    report_text(diagnostics, false, &out);
    assert_text(buffer_contents(&out),
                "x.yaml:2:12: error: a text with \": \" must be quoted [yaml-plain-colon]\n"
                "    title: Error: room taken\n"
                "           ^~~~~~~~~~~~~~~~~\n"
                "  help: write  title: \"Error: room taken\"\n"
                "\n");
}

static void notes_the_opening(void **state)
{
    (void)state;
    parse(TEXT("a: b\nt: \"c\nd: e\n"));
    const struct diagnostic_note *note = first_finding()->notes;
    assert_non_null(note);
    struct position position = position_of(sources, note->span.begin);
    assert_int_equal(position.line, 2);
    assert_int_equal(position.column, 4);
}

static void notes_the_first_of_two_keys(void **state)
{
    (void)state;
    struct buffer yaml = buffer_create(arena);
    for (int i = 0; i < 40; i++)
        buffer_format(&yaml, "key%d: x\n", i == 33 ? 5 : i);
    struct tree tree = parse(buffer_contents(&yaml));
    const struct diagnostic *finding = first_finding();
    assert_int_equal(errors(), 1);
    assert_int_equal(position_of(sources, finding->span.begin).line, 34);
    assert_int_equal(position_of(sources, finding->notes->span.begin).line, 6);
    assert_int_equal(tree.root->count, 39);
}

static void keeps_what_came_before(void **state)
{
    (void)state;
    struct tree tree = parse(TEXT("a: [b, {c: d}]\ne:\n  f: g\n  h: @\n  i: j\n"));
    assert_false(tree.complete);
    assert_string_equal(shown(tree.root), "{a:[b,{c:d}],e:{f:g,h:}}");
    assert_text(written(node_get(tree.root, "e")->span), "f: g\n  h");
}

/* ---------------------------------------------------------------- limits */

static struct text repeated(const char *part, size_t count)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < count; i++)
        buffer_string(&out, part);
    return buffer_contents(&out);
}

static void limits_depth(void **state)
{
    (void)state;
    struct text open = repeated("[", TREE_DEPTH_MAX), close = repeated("]", TREE_DEPTH_MAX);
    struct tree tree = parse(arena_format(arena, "%.*s%.*s", TEXT_ARGS(open), TEXT_ARGS(close)));
    assert_true(tree.complete);
    assert_int_equal(errors(), 0);
    tree = parse(arena_format(arena, "%.*s[]%.*s", TEXT_ARGS(open), TEXT_ARGS(close)));
    assert_false(tree.complete);
    assert_string_equal(first_finding()->id, "yaml-depth");
    assert_int_equal(position_of(sources, first_finding()->span.begin).column, TREE_DEPTH_MAX + 1);
}

static void limits_keys(void **state)
{
    (void)state;
    struct text key = repeated("k", 1024);
    struct tree tree = parse(arena_format(arena, "a: b\n%.*s: c\n", TEXT_ARGS(key)));
    assert_true(tree.complete);
    tree = parse(arena_format(arena, "a: b\n%.*sk: c\n", TEXT_ARGS(key)));
    assert_false(tree.complete);
    assert_string_equal(first_finding()->id, "yaml-key-length");
    parse(arena_format(arena, "%.*sk: c\n", TEXT_ARGS(key)));
    assert_string_equal(first_finding()->id, "yaml-key-length");
}

static void limits_findings(void **state)
{
    (void)state;
    parse(repeated("- &a b\n", 3000));
    assert_int_equal(errors(), 1000);
    struct tree tree = parse(repeated("- b #c\n", 3000));
    assert_int_equal(warnings(), 1000);
    assert_int_equal(tree.root->count, 3000);
    parse(repeated("a: b\n", 3000));
    assert_int_equal(errors(), 1000);
}

/* ---------------------------------------------------------------- hostile input */

/* Every node is within its file, counts are right, keys are scalars with a value. */
static void check_node(const struct node *node, size_t depth)
{
    assert_true(depth <= 2 * TREE_DEPTH_MAX);
    assert_in_range(node->span.begin, source->base, node->span.end);
    assert_in_range(node->span.end, node->span.begin, source->base + source->bytes.length);
    if (node->kind == NODE_SCALAR) {
        assert_non_null(node->text.bytes);
        return;
    }
    size_t count = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next, count++) {
        check_node(child, depth + 1);
        if (node->kind == NODE_MAPPING) {
            assert_int_equal(child->kind, NODE_SCALAR);
            check_node(child->value, depth + 1);
        }
    }
    assert_int_equal(count, node->count);
}

/* Whatever the bytes are: a sound tree, or an error with a place and a help; always a report. */
static void survive(struct text bytes)
{
    struct tree tree = parse(bytes);
    if (tree.root)
        check_node(tree.root, 0);
    if (!tree.complete || tree.root == NULL)
        assert_true(errors() > 0);
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++) {
        assert_true(span_is_set(all[i]->span));
        assert_true(all[i]->span.begin <= all[i]->span.end);
        assert_true(all[i]->help.length > 0 || strcmp(all[i]->id, "yaml-indentation") == 0);
    }
    struct buffer out = buffer_create(arena);
    report_text(diagnostics, true, &out);
}

static void survives_bombs(void **state)
{
    (void)state;
    static const struct {
        const char *part;
        size_t count;
    } bombs[] = {
        {"[", 1000000},     {"{a: ", 50000},     {"a", 1 << 20},       {":", 1 << 20},
        {"-\n", 1 << 19},   {"\"", 1 << 20},     {"- &a b\n", 100000}, {"&a ", 200000},
        {"? ", 1 << 19},    {"{}", 1 << 19},     {"|", 1 << 20},       {"\t", 1 << 20},
        {"\n", 1 << 20},    {"#", 1 << 20},      {" ", 1 << 20},       {"{? a, ", 10000},
        {"a: b\n", 100000}, {"\xff a", 1 << 18}, {"*a ", 200000},      {"!a ", 200000},
        {"- - - ", 100000}, {"'", 1 << 20},      {"a:\n ", 100000},    {"\xc3\xa4, ", 1 << 18},
    };
    for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
        survive(repeated(bombs[i].part, bombs[i].count));
        arena_destroy(arena);
        set_up(NULL);
    }
}

/* One line of 1 MiB in which every place has to be counted in code points. */
static void survives_a_long_line(void **state)
{
    (void)state;
    struct buffer yaml = buffer_create(arena);
    buffer_string(&yaml, "\xc3\xa4: [");
    for (int i = 0; i < 100000; i++)
        buffer_format(&yaml, "\"\xc3\xb6%d\", ", i);
    buffer_string(&yaml, "last]");
    struct tree tree = parse(buffer_contents(&yaml));
    assert_int_equal(errors(), 0);
    const struct node *list = tree.root->first->value, *last = list->first;
    while (last->next)
        last = last->next;
    assert_int_equal(list->count, 100001);
    assert_text(written(last->span), "last");
}

static const char sample[] =
    "%YAML 1.2\n---\nproblemc: 1 # one\nregistry: payments\n"
    "types:\n  money: {type: decimal, scale: [0, 3]}\n"
    "problems:\n  a-b: &x\n    title: \"It\\u00e4 \\\n      x\"\n"
    "    detail: You {a} of\n      {b}, 'x' # 1\n"
    "    help: |\n      One\n\n        two\n    text: >-\n      a\n      b\n"
    "    list:\n    - 'it''s'\n    - {c: d, 'e': !t f}\n    - *y\n"
    "    \xc3\xa4\xe6\x97\xa5: ~\n    ? g\n    : h\n";

static void survives_every_prefix(void **state)
{
    (void)state;
    for (size_t length = 0; length < sizeof sample; length++) {
        survive(text_slice(text_of(sample), 0, length));
        arena_destroy(arena);
        set_up(NULL);
    }
}

static void survives_every_changed_byte(void **state)
{
    (void)state;
    static const char bytes[] = "\n\r\t #\"'\\{}[],:-?&*!|>%@`~<a0\xc3\x80\xff\x01";
    for (size_t at = 0; at < sizeof sample - 1; at++) {
        for (size_t i = 0; i < sizeof bytes; i++) { /* NUL, too */
            char *changed = arena_allocate(arena, sizeof sample);
            memcpy(changed, sample, sizeof sample);
            changed[at] = bytes[i];
            survive((struct text){changed, sizeof sample - 1});
        }
        arena_destroy(arena);
        set_up(NULL);
    }
}

/* ---------------------------------------------------------------- yaml-test-suite */

static size_t inputs;

static int survive_file(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    if (type != FTW_F || strcmp(path + walk->base, "in.yaml") != 0)
        return 0;
    struct sources *files = sources_create(arena);
    struct diagnostics *ignored = diagnostics_create(arena, files);
    const struct source *input;
    if (source_read(files, path, (struct span){0, 0}, ignored, &input) != SOURCE_UNREADABLE)
        survive(sources_get(files, 0)->bytes);
    inputs++;
    arena_destroy(arena);
    set_up(NULL);
    return 0;
}

static void survives_the_test_suite(void **state)
{
    (void)state;
    const char *corpora = getenv("PROBLEMC_CORPORA");
    if (corpora == NULL) {
        print_message("PROBLEMC_CORPORA is not set\n");
        skip();
        return;
    }
    struct text path = arena_format(arena, "%s/yaml-test-suite/data", corpora);
    if (nftw(arena_copy(arena, path).bytes, survive_file, 16, FTW_PHYS) != 0)
        inputs = 0;
    if (inputs == 0) {
        print_message("no yaml-test-suite in %s\n", corpora);
        skip();
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(builds_the_tree),
        TEST(keeps_embedded_nul),
        TEST(slices_where_it_can),
        TEST(gives_spans_as_written),
        TEST(finds_values_by_key),
        TEST(knows_null),
        TEST(refuses_with_a_hint),
        TEST(warns_with_a_hint),
        TEST(reports_a_colon_as_designed),
        TEST(notes_the_opening),
        TEST(notes_the_first_of_two_keys),
        TEST(keeps_what_came_before),
        TEST(limits_depth),
        TEST(limits_keys),
        TEST(limits_findings),
        TEST(survives_bombs),
        TEST(survives_a_long_line),
        TEST(survives_every_prefix),
        TEST(survives_every_changed_byte),
        TEST(survives_the_test_suite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
