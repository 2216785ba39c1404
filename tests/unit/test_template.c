/* The template language, by templates/README.md: what renders to what, and what is refused where.
 */
#include "template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One run: each case has its own. */
struct run {
    struct arena *arena;
    struct sources *sources;
    struct diagnostics *diagnostics;
    size_t loads; /* of partials */
};

static struct run run_create(void)
{
    struct run run = {.arena = arena_create(abort)};
    run.sources = sources_create(run.arena);
    run.diagnostics = diagnostics_create(run.arena, run.sources);
    return run;
}

static const struct source *add_source(struct run *run, const char *name, const char *bytes)
{
    const struct source *source = NULL;
    assert_int_equal(source_add(run->sources, name, text_of(bytes), run->diagnostics, &source),
                     SOURCE_OK);
    return source;
}

static const struct {
    const char *name, *bytes;
} partials[] = {
    {"word", "word"},
    {"line", "line\n"},
    {"lines", "one\n\ntwo\n"},
    {"crlf", "one\r\n\r\ntwo\r\n"},
    {"open", ">\n>"},
    {"code", "<{{code}}>\n"},
    {"string", "{{long|c_string}}\n"},
    {"outer", "begin\n  {{> lines}}\nend\n"},
    {"inline", "[{{> lines}}]\n"},
    {"blanks", "{{none}}\n{{#yes}}\nyes\n{{/yes}}\n{{nothing|json}}\n"},
    {"folder/name.h", "found"},
    {"page.html.mustache", "<b>{{title}}</b>{{list_json}} {{title|json}} {{code}}"},
    {"tree", "({{v}}{{#children}}{{> tree}}{{/children}})"},
    {"endless", "{{> endless}}"},
    {"twice", "{{> twice}}{{> twice}}"},
    {"broken", "text\n {{#open}}"},
    {"unknown", "\n{{titel}}"},
};

static const struct source *load(void *context, struct text name)
{
    struct run *run = context;
    run->loads++;
    for (size_t i = 0; i < sizeof partials / sizeof *partials; i++)
        if (text_is(name, partials[i].name))
            return add_source(run, partials[i].name, partials[i].bytes);
    return NULL;
}

static void set_text(struct run *run, struct value *map, const char *name, struct text text)
{
    value_set(run->arena, map, name, value_text(run->arena, text));
}

static void set_name(struct run *run, struct value *map, const char *name, const char *text)
{
    value_set(run->arena, map, name, value_identifier(run->arena, text_of(text)));
}

static struct value *make_root(struct run *run)
{
    struct arena *arena = run->arena;
    struct value *root = value_map(arena), *inner = value_map(arena), *deep = value_map(arena);
    struct value *items = value_list(arena), *numbers = value_list(arena), *one = value_list(arena);
    struct value *rows = value_list(arena);

    set_name(run, root, "code", "root");
    set_name(run, root, "prefix", "pay");
    set_text(run, root, "title", TEXT("A \"b\" */"));
    set_text(run, root, "nothing", TEXT(""));
    set_text(run, root, "long",
             TEXT("0123456789 0123456789 0123456789 0123456789 0123456789 "
                  "0123456789 0123456789 0123456789 0123456789 0123456789"));
    value_set(arena, root, "none", value_absent(arena));
    value_set(arena, root, "yes", value_boolean(arena, true));
    value_set(arena, root, "no", value_boolean(arena, false));
    value_set(arena, root, "zero", value_integer(arena, 0));
    value_set(arena, root, "seven", value_integer(arena, -7));
    value_set(arena, root, "price", value_json(arena, TEXT("30.00")));
    value_set(arena, root, "list_json", value_json(arena, TEXT("[\"a\"]")));
    value_set(arena, root, "blob", value_bytes(arena, TEXT("\0\xff")));
    value_set(arena, root, "empty", value_list(arena));

    set_name(run, inner, "code", "inner");
    value_set(arena, inner, "prefix", value_absent(arena));
    value_set(arena, deep, "x", value_integer(arena, 1));
    value_set(arena, inner, "deep", deep);
    value_set(arena, root, "map", inner);

    static const char *const codes[] = {"a", "b", "c"};
    for (size_t i = 0; i < 3; i++) {
        struct value *item = value_map(arena);
        set_name(run, item, "code", codes[i]);
        value_set(arena, item, "flag", value_boolean(arena, i == 1));
        value_set(arena, item, "map", deep);
        value_add(arena, items, item);
        value_add(arena, numbers, value_integer(arena, (int64_t)i + 1));
    }
    value_add(arena, one, value_identifier(arena, TEXT("only")));
    value_add(arena, rows, numbers);
    value_add(arena, rows, one);
    value_set(arena, root, "items", items);
    value_set(arena, root, "numbers", numbers);
    value_set(arena, root, "one", one);
    value_set(arena, root, "rows", rows);
    return root;
}

/* --- what renders --- */

static const struct {
    const char *template, *wanted;
} renders[] = {
    /* text */
    {"", ""},
    {"text without end of line", "text without end of line"},
    {"a } b }} c { d {\n", "a } b }} c { d {\n"},
    {"{", "{"},
    {"{{\"{{\"}}", "{{"},
    {"{{\"}}\"}}", "}}"},
    {"{{\"\"}}", ""},
    {"{{\"a\"b\"}}", "a\"b"},
    {"{{\"{\"}}{{code}}}", "{root}"},
    {"{{\" {{code}} \"}}", " {{code}} "},

    /* slots */
    {"{{code}}", "root"},
    {"[{{ code }}][{{\tcode\t}}]", "[root][root]"},
    {"{{title|c_string}}", "\"A \\\"b\\\" */\""},
    {"{{ title | json }}", "A \\\"b\\\" */"},
    {"/* {{title|c_comment}}*/", "/* A \"b\" * / */"},
    {"{{title|terminal}}", "A \"b\" */"},
    {"{{nothing|c_string}}{{nothing|json}}", "\"\""},
    {"{{none}}{{none|c_string}}", ""},
    {"{{yes}} {{no}} {{zero}} {{seven}} {{price}}", "true false 0 -7 30.00"},
    {"{{yes|json}} {{seven|c_string}} {{code|c_string}}", "true \"-7\" \"root\""},
    {"{{list_json}} {{list_json|c_string}} {{list_json|json}}",
     "[\"a\"] \"[\\\"a\\\"]\" [\\\"a\\\"]"},
    {"{{blob|c_string}}", "\"\\0\\377\""},

    /* names */
    {"{{map.code}} {{map.deep.x}} {{$.map.deep.x}} {{$.code}}", "inner 1 1 root"},
    {"{{#map}}{{code}} {{$.code}} {{seven}} {{deep.x}}{{/map}}", "inner root -7 1"},
    {"{{#map}}[{{prefix}}]{{/map}}", "[]"}, /* absent in the item: the root is not asked */
    {"{{none.any.thing}}{{#none.any}}x{{/none.any}}{{^none.any}}y{{/none.any}}", "y"},
    {"{{#map.deep}}{{x}}{{/map.deep}}", "1"},
    {"{{#map}}{{#deep}}{{code}}{{/deep}}{{/map}}", "root"},

    /* sections */
    {"{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{#none}}3{{/none}}{{#empty}}4{{/empty}}", "1"},
    {"{{^yes}}1{{/yes}}{{^no}}2{{/no}}{{^none}}3{{/none}}{{^empty}}4{{/empty}}", "234"},
    {"{{#zero}}0{{/zero}}{{#nothing}}t{{/nothing}}{{#blob}}b{{/blob}}{{#price}}p{{/price}}",
     "0tbp"},
    {"{{^zero}}0{{/zero}}{{^nothing}}t{{/nothing}}{{^map}}m{{/map}}{{^items}}l{{/items}}", ""},
    {"{{#title}}{{code}}{{/title}}{{#yes}}{{code}}{{/yes}}", "rootroot"},
    {"{{#none}}{{no_such_name}}{{/none}}", ""},
    {"{{# yes }}x{{/ yes }}{{^ yes }}y{{/yes}}", "x"},
    {"{{#map}}{{#$.map}}{{code}}{{/$.map}}{{/map}}", "inner"},
    {"{{#yes}}{{#yes}}{{#no}}1{{/no}}2{{/yes}}3{{/yes}}", "23"},

    /* lists */
    {"{{#items}}{{code}}{{/items}}", "abc"},
    {"{{#items}}{{code}}{{^-last}}, {{/-last}}{{/items}}", "a, b, c"},
    {"{{#items}}{{#-first}}<{{/-first}}{{-index}}{{#-last}}>{{/-last}}{{/items}}", "<123>"},
    {"{{#one}}{{#-first}}f{{/-first}}{{.}}{{#-last}}l{{/-last}}{{/one}}", "fonlyl"},
    {"{{#items}}{{#flag}}{{code}}{{-index}}{{/flag}}{{/items}}", "b2"},
    {"{{#numbers}}{{.}};{{/numbers}}", "1;2;3;"},
    {"{{#numbers}}{{prefix}}{{/numbers}}", "paypaypay"},
    {"{{#rows}}{{-index}}:{{#.}}{{.}}{{^-last}},{{/-last}}{{/.}};{{/rows}}", "1:1,2,3;2:only;"},
    {"{{#items}}{{#map}}{{x}}{{/map}}{{-index}}{{/items}}", "111213"},

    /* comments */
    {"a{{! no }}b{{!}}c{{!\n}}d", "abcd"},
    {"{{! {{code }}x", "x"},

    /* lines of their own */
    {"a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"},
    {"a\n  {{#yes}}\t\n  b\n \t{{/yes}}  \nc\n", "a\n  b\nc\n"},
    {"{{#yes}}\nb\n{{/yes}}", "b\n"},
    {"  {{#yes}}\nb\n  {{/yes}}", "b\n"},
    {"a\n{{^no}}\nb\n{{/no}}\n", "a\nb\n"},
    {"a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"},
    {"a\r\n{{! x }}\r\nb", "a\r\nb"},
    {"a\n{{! x }}\nb\n", "a\nb\n"},
    {"a\n  {{! x\n  y }}\nb\n", "a\nb\n"},
    {"{{! x }}", ""},
    {" {{! x }} ", ""},
    {"\n{{! x }}\n\n", "\n\n"},
    {" {{! x }} y\n", "  y\n"},
    {"x {{! y }} \n", "x  \n"},
    {" {{code}} \n", " root \n"},
    {" {{\"x\"}} \n", " x \n"},
    {" {{#yes}} {{/yes}} \n", "   \n"},
    {"{{#items}}\n{{code}}\n{{/items}}\n", "a\nb\nc\n"},
    {"{{#items}}\n\n{{/items}}\n", "\n\n\n"},
    {"{{#items}}{{code}}\n{{/items}}\n.", "a\nb\nc\n."}, /* only the end stands alone */

    /* partials */
    {"[{{> word}}]", "[word]"},
    {"{{>word}}{{> folder/name.h }}", "wordfound"},
    {"a\n{{> lines}}\nb\n", "a\none\n\ntwo\nb\n"},
    {"a\n  {{> lines}}  \nb\n", "a\n  one\n\n  two\nb\n"},
    {"\t{{> word}}\nb\n",
     "\twordb\n"}, /* the partial has no line break, the tag's line none left */
    {"a\r\n  {{> crlf}}\r\nb", "a\r\n  one\r\n\r\n  two\r\nb"},
    {"  {{> lines}}", "  one\n\n  two\n"},
    {"  x {{> lines}}\n", "  x one\n\ntwo\n\n"},
    {" {{> open}}\n>", " >\n >>"},
    {"  {{> outer}}\n", "  begin\n    one\n\n    two\n  end\n"},
    {"  {{> inline}}\n", "  [one\n\n  two\n  ]\n"},
    {"  {{> blanks}}\n", "\n  yes\n\n"},
    {"{{#items}}\n  {{> code}}\n{{/items}}\n", "  <a>\n  <b>\n  <c>\n"},
    {"{{> page.html.mustache}}", "<b>A &quot;b&quot; */</b>[&quot;a&quot;] A \\\"b\\\" */ root"},
    {"{{#items}}{{> word}}{{^-last}} {{/-last}}{{/items}}", "word word word"},

    /* C strings go on in the column in which they began */
    {"{{long|c_string}}", "\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
                          "0123456789 0123456789 \"\n\"0123456789 0123456789\""},
    {"\n    x = {{long|c_string}};",
     "\n    x = \"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
     "0123456789 \"\n        \"0123456789 0123456789\";"},
    {"  {{> string}}\n", "  \"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
                         "0123456789 0123456789 \"\n  \"0123456789 0123456789\"\n"},
};

static void expect_text(const struct buffer *out, const char *wanted, const char *template)
{
    struct text text = buffer_contents(out);
    if (!text_is(text, wanted))
        fail_msg("%s\n  renders  \"%.*s\"\n  and not  \"%s\"", template, TEXT_ARGS(text), wanted);
}

static void templates_render(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof renders / sizeof *renders; i++) {
        struct run run = run_create();
        struct buffer out = buffer_create(run.arena);
        const struct source *source = add_source(&run, "t", renders[i].template);
        if (!template_render(source, make_root(&run), load, &run, run.diagnostics, &out))
            fail_msg("%s is refused", renders[i].template);
        assert_int_equal(diagnostics_count(run.diagnostics, SEVERITY_ERROR), 0);
        expect_text(&out, renders[i].wanted, renders[i].template);
        arena_destroy(run.arena);
    }
}

/* --- what is refused --- */

static const struct {
    const char *template, *id;
    unsigned line, column, width;
    const char *message; /* some of it */
    const char *help;    /* some of it; NULL: none */
} refusals[] = {
    {"a\n {{code", "template-syntax", 2, 2, 2, "no }}", "{{\"{{\"}}"},
    {"{{code\n}}", "template-syntax", 1, 1, 2, "on its line", "{{\"{{\"}}"},
    {"{{", "template-syntax", 1, 1, 2, "no }}", "{{\"{{\"}}"},
    {"{{ {{ {{", "template-syntax", 1, 1, 2, "no }}", "{{\"{{\"}}"},
    {"{{! a\nb", "template-syntax", 1, 1, 2, "no }}", "{{\"{{\"}}"},
    {"{{\"a}}", "template-syntax", 1, 1, 2, "no }}", "{{\"{{\"}}"},
    {"{{\"}}", "template-syntax", 1, 1, 2, "no }}", "{{\"{{\"}}"},
    {"{{}}", "template-syntax", 1, 1, 4, "names nothing", "{{\"{{\"}}"},
    {"{{#}}{{/}}", "template-syntax", 1, 1, 5, "names nothing", "{{\"{{\"}}"},
    {"{{|json}}", "template-syntax", 1, 1, 9, "names nothing", "{{\"{{\"}}"},
    {"{{> }}", "template-syntax", 1, 1, 6, "names nothing", "{{\"{{\"}}"},
    {"{{> a b}}", "template-syntax", 1, 1, 9, "\"a b\" is not a name", "{{\"{{\"}}"},
    {"{{1}, {2}}", "template-syntax", 1, 1, 10, "\"1}, {2\" is not a name", "{{\"{{\"}}"},
    {"{{a..b}}", "template-syntax", 1, 1, 8, "\"a..b\" is not a name", "{{\"{{\"}}"},
    {"{{a.}}", "template-syntax", 1, 1, 6, "\"a.\" is not a name", "{{\"{{\"}}"},
    {"{{.a}}", "template-syntax", 1, 1, 6, "\".a\" is not a name", "{{\"{{\"}}"},
    {"{{$}}", "template-syntax", 1, 1, 5, "\"$\" is not a name", "{{\"{{\"}}"},
    {"{{$.}}", "template-syntax", 1, 1, 6, "\"$.\" is not a name", "{{\"{{\"}}"},
    {"{{-second}}", "template-syntax", 1, 1, 11, "\"-second\" is not a name", "{{\"{{\"}}"},
    {"{{ #yes}}", "template-syntax", 1, 1, 9, "\"#yes\" is not a name", "{{\"{{\"}}"},
    {"{{#yes|json}}{{/yes|json}}", "template-syntax", 1, 1, 13, "not a name", "{{\"{{\"}}"},
    {"x{{{code}}}", "template-syntax", 1, 2, 9, "{{{", "{{\"{{\"}}"},
    {"{{&code}}", "template-syntax", 1, 1, 9, "{{&", "{{\"{{\"}}"},
    {"{{=<% %>=}}", "template-syntax", 1, 1, 11, "delimiters", "{{\"{{\"}}"},
    {"a\n  {{#yes}}\n", "template-syntax", 2, 3, 8, "not closed", NULL},
    {"{{/yes}}", "template-syntax", 1, 1, 8, "no open section", NULL},
    {"{{#yes}}\n{{/no}}", "template-syntax", 2, 1, 7, "closes \"no\"", NULL},
    {"{{#none}}{{#yes}}{{/none}}", "template-syntax", 1, 10, 8, "not closed", NULL},
    {"{{#a}}{{#b}}{{#c}}{{/c}}{{/a}}", "template-syntax", 1, 7, 6, "not closed", NULL},
    {"{{#none}}{{|}}{{/none}}", "template-syntax", 1, 10, 5, "names nothing", "{{\"{{\"}}"},

    {"\xc3\xa9 {{titel|json}}", "template-unknown-name", 1, 3, 14, "\"titel\"", "mean title?"},
    {"{{#titel}}{{/titel}}", "template-unknown-name", 1, 1, 10, "\"titel\"", "mean title?"},
    {"{{^titel}}{{/titel}}", "template-unknown-name", 1, 1, 10, "\"titel\"", "mean title?"},
    {"{{#map}}{{depe}}{{/map}}", "template-unknown-name", 1, 9, 8, "\"depe\"", "mean deep?"},
    {"{{#map}}{{titel}}{{/map}}", "template-unknown-name", 1, 9, 9, "\"titel\"", "mean title?"},
    {"{{map.cod}}", "template-unknown-name", 1, 1, 11, "\"cod\"", "mean code?"},
    {"{{$.deep}}", "template-unknown-name", 1, 1, 10, "\"deep\"", NULL},
    {"{{map.title|json}}", "template-unknown-name", 1, 1, 18, "\"title\"", NULL},
    {"{{#map}}{{#deep}}{{deep}}{{/deep}}{{/map}}", "template-unknown-name", 1, 18, 8, "\"deep\"",
     NULL},
    {"{{#items}}{{cde}}{{/items}}", "template-unknown-name", 1, 11, 7, "\"cde\"", "mean code?"},
    {"{{-index}}", "template-unknown-name", 1, 1, 10, "items of a list", NULL},
    {"{{#items}}{{#map}}{{#-last}}{{/-last}}{{/map}}{{/items}}", "template-unknown-name", 1, 19, 10,
     "items of a list", NULL},
    {"{{xyzzyxyzzy}}", "template-unknown-name", 1, 1, 14, "\"xyzzyxyzzy\"", NULL},

    {"\n{{> missing}}", "template-unknown-partial", 2, 1, 13, "\"missing\"", NULL},
    {"{{#none}}{{> missing}}{{/none}}", "template-unknown-partial", 1, 10, 13, "missing", NULL},
    {"{{title|c_sting}}", "template-unknown-escaper", 1, 1, 17, "\"c_sting\"", "mean c_string?"},
    {"{{title|verbatim}}", "template-unknown-escaper", 1, 1, 18, "\"verbatim\"", NULL},
    {"{{title|}}", "template-unknown-escaper", 1, 1, 10, "\"\"", NULL},
    {"{{title|json|json}}", "template-unknown-escaper", 1, 1, 19, "\"json|json\"", NULL},
    {"{{#none}}{{title|verbatim}}{{/none}}", "template-unknown-escaper", 1, 10, 18, "verbatim",
     NULL},

    {"{{title}}", "template-kind", 1, 1, 9, "name its escaper", NULL},
    {"{{blob}}", "template-kind", 1, 1, 8, "c_string only", NULL},
    {"{{blob|json}}", "template-kind", 1, 1, 13, "c_string only", NULL},
    {"{{items}}", "template-kind", 1, 1, 9, "a list", NULL},
    {"{{map|json}}", "template-kind", 1, 1, 12, "a map", NULL},
    {"{{.}}", "template-kind", 1, 1, 5, "a map", NULL},
    {"{{title.length}}", "template-kind", 1, 1, 16, "\"title\" is text: it has no fields", NULL},
    {"{{items.code}}", "template-kind", 1, 1, 14, "a list: it has no fields", NULL},

    {"{{> endless}}", "template-depth", 1, 1, 13, "64", NULL},
    {"{{> twice}}", "template-depth", 1, 1, 11, "64", NULL},
    {"{{> broken}}", "template-syntax", 2, 2, 9, "not closed", NULL},
    {"{{> unknown}}", "template-unknown-name", 2, 1, 9, "\"titel\"", "mean title?"},
};

static bool contains(struct text text, const char *part)
{
    for (size_t at = 0; at <= text.length; at++)
        if (text_starts_with(text_slice(text, at, text.length), text_of(part)))
            return true;
    return false;
}

static void bad_templates_are_refused_where_they_are_bad(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const char *template = refusals[i].template;
        struct run run = run_create();
        struct buffer out = buffer_create(run.arena);
        const struct source *source = add_source(&run, "t", template);
        if (template_render(source, make_root(&run), load, &run, run.diagnostics, &out))
            fail_msg("%s is not refused", template);

        size_t count;
        const struct diagnostic *finding = *diagnostics_sorted(run.diagnostics, &count);
        struct position place = position_of(run.sources, finding->span.begin);
        if (count != 1 || strcmp(finding->id, refusals[i].id) != 0 ||
            place.line != refusals[i].line || place.column != refusals[i].column ||
            finding->span.end - finding->span.begin != refusals[i].width ||
            !contains(finding->message, refusals[i].message))
            fail_msg("%s\n  %zu findings, the first: %u:%u (%u bytes): %.*s [%s]", template, count,
                     place.line, place.column, finding->span.end - finding->span.begin,
                     TEXT_ARGS(finding->message), finding->id);
        if (refusals[i].help ? !contains(finding->help, refusals[i].help) : finding->help.length)
            fail_msg("%s\n  helps with: %.*s", template, TEXT_ARGS(finding->help));
        arena_destroy(run.arena);
    }
}

static size_t errors_of(const char *template)
{
    struct run run = run_create();
    struct buffer out = buffer_create(run.arena);
    assert_false(template_render(add_source(&run, "t", template), make_root(&run), load, &run,
                                 run.diagnostics, &out));
    size_t errors = diagnostics_count(run.diagnostics, SEVERITY_ERROR);
    arena_destroy(run.arena);
    return errors;
}

static void all_errors_are_reported_once_each(void **state)
{
    (void)state;
    assert_int_equal(errors_of("{{a1}}{{a2}}{{title}}"), 3);
    assert_int_equal(errors_of("{{#items}}{{a1}}{{#a2}}{{/a2}}{{/items}}"), 2);
    assert_int_equal(errors_of("{{#a|b}}{{c d}}{{/a|b}}{{e|f}}{{> g}}{{{h}}}"), 5);
    assert_int_equal(errors_of("{{> unknown}}{{> unknown}}"), 1);
    assert_int_equal(errors_of("{{#yes}}{{/no}}{{/yes}}"), 2);
    assert_int_equal(errors_of("{{#yes}}{{#no}}"), 2);
    assert_int_equal(errors_of("{{a b\n{{c d\n{{e}}"), 2);
}

static void a_mismatched_end_notes_where_the_section_began(void **state)
{
    (void)state;
    struct run run = run_create();
    struct buffer out = buffer_create(run.arena);
    assert_false(template_render(add_source(&run, "t", "a\n {{#yes}}\n{{/no}}"), make_root(&run),
                                 NULL, NULL, run.diagnostics, &out));
    size_t count;
    const struct diagnostic *finding = *diagnostics_sorted(run.diagnostics, &count);
    assert_int_equal(count, 1);
    assert_non_null(finding->notes);
    struct position place = position_of(run.sources, finding->notes->span.begin);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 2);
    arena_destroy(run.arena);
}

/* --- limits --- */

static bool renders_in_sections(size_t depth)
{
    struct run run = run_create();
    struct buffer template = buffer_create(run.arena), out = buffer_create(run.arena);
    for (size_t i = 0; i < depth; i++)
        buffer_string(&template, "{{#yes}}");
    buffer_string(&template, "x");
    for (size_t i = 0; i < depth; i++)
        buffer_string(&template, "{{/yes}}");
    buffer_byte(&template, '\0');
    bool done = template_render(add_source(&run, "t", template.bytes), make_root(&run), NULL, NULL,
                                run.diagnostics, &out);
    assert_true(!done || text_is(buffer_contents(&out), "x"));
    assert_int_equal(diagnostics_count(run.diagnostics, SEVERITY_ERROR), done ? 0 : 1);
    arena_destroy(run.arena);
    return done;
}

static void sections_nest_up_to_the_limit(void **state)
{
    (void)state;
    assert_true(renders_in_sections(TEMPLATE_DEPTH_MAX - 1));
    assert_true(renders_in_sections(TEMPLATE_DEPTH_MAX));
    assert_false(renders_in_sections(TEMPLATE_DEPTH_MAX + 1));
}

/* A partial that renders a tree of `depth` levels by naming itself. */
static bool renders_in_partials(size_t depth)
{
    struct run run = run_create();
    struct buffer out = buffer_create(run.arena);
    struct value *root = value_map(run.arena), *at = root;
    for (size_t i = 0; i < depth; i++) {
        struct value *children = value_list(run.arena), *child = value_map(run.arena);
        value_set(run.arena, at, "v", value_integer(run.arena, (int64_t)i % 10));
        value_set(run.arena, at, "children", children);
        if (i + 1 < depth)
            value_add(run.arena, children, child);
        at = child;
    }
    bool done = template_render(add_source(&run, "t", "{{> tree}}"), root, load, &run,
                                run.diagnostics, &out);
    assert_int_equal(run.loads, 1);
    assert_true(!done || out.length == 3 * depth);
    arena_destroy(run.arena);
    return done;
}

static void partials_nest_up_to_the_limit(void **state)
{
    (void)state;
    assert_true(renders_in_partials(3));
    assert_true(renders_in_partials(TEMPLATE_DEPTH_MAX - 1));
    assert_true(renders_in_partials(TEMPLATE_DEPTH_MAX));
    assert_false(renders_in_partials(TEMPLATE_DEPTH_MAX + 1));
}

/* --- reuse --- */

/* A list in itself: `count` times `count` texts, and a step for each time the inner one is entered.
 */
static bool renders_squared(size_t count)
{
    struct run run = run_create();
    struct buffer out = buffer_create(run.arena);
    struct value *root = value_map(run.arena), *list = value_list(run.arena);
    value_set(run.arena, root, "list", list);
    for (size_t i = 0; i < count; i++)
        value_add(run.arena, list, value_integer(run.arena, 1));
    bool done = template_render(add_source(&run, "t", "{{#list}}{{#$.list}}x{{/$.list}}{{/list}}"),
                                root, NULL, NULL, run.diagnostics, &out);
    assert_true(!done || out.length == count * count);
    assert_int_equal(diagnostics_count(run.diagnostics, SEVERITY_ERROR), done ? 0 : 1);
    arena_destroy(run.arena);
    return done;
}

static void output_ends_somewhere(void **state)
{
    (void)state;
    assert_true(renders_squared(1000));
    assert_false(renders_squared(6000)); /* 36 million */
}

static void a_template_runs_many_times(void **state)
{
    (void)state;
    struct run run = run_create();
    struct value *root = make_root(&run), *bad = value_map(run.arena);
    struct template_tree *template = template_parse(add_source(&run, "t", "{{code}} {{> word}}\n"),
                                                    load, &run, run.arena, run.diagnostics);
    assert_non_null(template);
    struct buffer out = buffer_create(run.arena);
    assert_true(template_run(template, root, run.diagnostics, &out));
    assert_true(template_run(template, root, run.diagnostics, &out));
    assert_true(text_is(buffer_contents(&out), "root word\nroot word\n"));
    assert_int_equal(run.loads, 1);

    assert_false(template_run(template, bad, run.diagnostics, &out));
    assert_false(template_run(template, bad, run.diagnostics, &out));
    assert_int_equal(diagnostics_count(run.diagnostics, SEVERITY_ERROR), 1);
    arena_destroy(run.arena);
}

static void long_lists_load_a_partial_once(void **state)
{
    (void)state;
    struct run run = run_create();
    struct value *root = value_map(run.arena), *items = value_list(run.arena);
    for (size_t i = 0; i < 10000; i++) {
        struct value *item = value_map(run.arena);
        set_name(&run, item, "code", "abc");
        value_add(run.arena, items, item);
    }
    value_set(run.arena, root, "items", items);
    struct buffer out = buffer_create(run.arena);
    const struct source *source =
        add_source(&run, "t", "{{#items}}\n  {{> code}}\n{{-index}}\n{{/items}}");
    assert_true(template_render(source, root, load, &run, run.diagnostics, &out));
    assert_int_equal(run.loads, 1);
    /* "  <abc>\n", the index and a line break */
    assert_int_equal(out.length, 10000 * 9 + 9 + 2 * 90 + 3 * 900 + 4 * 9000 + 5);
    arena_destroy(run.arena);
}

struct taken {
    struct buffer text;
    size_t largest, count, most;
};

static bool take(void *context, struct text text)
{
    struct taken *taken = context;
    buffer_text(&taken->text, text);
    taken->largest = text.length > taken->largest ? text.length : taken->largest;
    return ++taken->count < taken->most;
}

/* What is handed on is the same text, in pieces that are never long. */
static void a_sink_gets_the_same(void **state)
{
    (void)state;
    struct run run = run_create();
    struct value *root = value_map(run.arena), *items = value_list(run.arena);
    for (size_t i = 0; i < 20000; i++)
        value_add(run.arena, items, value_text(run.arena, TEXT("a text with words in it")));
    value_set(run.arena, root, "items", items);
    struct template_tree *template = template_parse(
        add_source(&run, "t", "{{#items}}/* {{.|c_prose}} */\n{{-index}} {{/items}}\nend"), load,
        &run, run.arena, run.diagnostics);
    struct buffer whole = buffer_create(run.arena);
    struct taken taken = {buffer_create(run.arena), 0, 0, SIZE_MAX};
    const struct sink sink = {take, &taken};
    assert_true(template_run(template, root, run.diagnostics, &whole));
    struct buffer out = buffer_into(run.arena, &sink);
    assert_true(template_run(template, root, run.diagnostics, &out));
    assert_true(buffer_finish(&out));
    assert_true(text_equal(buffer_contents(&whole), buffer_contents(&taken.text)));
    assert_true(taken.count > 2 && taken.largest < 100000);

    taken.most = 2;
    taken.count = 0;
    out = buffer_into(run.arena, &sink);
    template_run(template, root, run.diagnostics, &out);
    assert_false(buffer_finish(&out));
    assert_int_equal(taken.count, 2);
    arena_destroy(run.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_render),
        cmocka_unit_test(bad_templates_are_refused_where_they_are_bad),
        cmocka_unit_test(all_errors_are_reported_once_each),
        cmocka_unit_test(a_mismatched_end_notes_where_the_section_began),
        cmocka_unit_test(sections_nest_up_to_the_limit),
        cmocka_unit_test(partials_nest_up_to_the_limit),
        cmocka_unit_test(output_ends_somewhere),
        cmocka_unit_test(a_template_runs_many_times),
        cmocka_unit_test(long_lists_load_a_partial_once),
        cmocka_unit_test(a_sink_gets_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
