/* Command lines, and the options or the message that they become. */
#include "options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct arena *arena;
static struct options options;
static struct text out;

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

enum { WORDS_MAX = 16 };

/* Parses "problemc" and the words of the line, which are separated by single blanks; "''" is an
 * empty one. */
static enum parse_result parse(const char *line)
{
    char *words = (char *)arena_copy(arena, text_of(line)).bytes;
    char **argv = arena_array(arena, WORDS_MAX + 1, sizeof *argv);
    int count = 0;
    argv[count++] = (char *)arena_copy(arena, TEXT("problemc")).bytes;
    while (*words) {
        char *end = strchr(words, ' ');
        assert_true(count < WORDS_MAX);
        argv[count++] = words;
        if (end)
            *end = '\0';
        words = end ? end + 1 : words + strlen(words);
        if (strcmp(argv[count - 1], "''") == 0)
            argv[count - 1][0] = '\0';
    }
    return options_parse(count, argv, arena, &options, &out);
}

static bool says(const char *part)
{
    char *all = (char *)arena_copy(arena, out).bytes;
    return strstr(all, part) != NULL;
}

/* What was parsed, in one line: what is not set is left out. */
static const char *summary(void)
{
    static const char *const commands[] = {
        [COMMAND_COMPILE] = "compile",   [COMMAND_DOCS] = "docs",       [COMMAND_CHECK] = "check",
        [COMMAND_RENDER] = "render",     [COMMAND_OPENAPI] = "openapi", [COMMAND_VIEW] = "view",
        [COMMAND_TEMPLATE] = "template", [COMMAND_INIT] = "init",       [COMMAND_SCHEMA] = "schema",
        [COMMAND_DIFF] = "diff",         [COMMAND_VERIFY] = "verify",
    };
    char *line = arena_allocate(arena, 512);
    int end = snprintf(line, 512, "%s", commands[options.command]);
    for (size_t i = 0; i < options.operands.count; i++)
        end += snprintf(line + end, 512 - (size_t)end, " [%s]", options.operands.items[i]);
    for (size_t i = 0; i < options.include.count; i++)
        end += snprintf(line + end, 512 - (size_t)end, " I=%s", options.include.items[i]);
    for (size_t i = 0; i < options.violations.count; i++)
        end +=
            snprintf(line + end, 512 - (size_t)end, " violation=%s", options.violations.items[i]);
    for (size_t i = 0; i < options.allowed.count; i++)
        end += snprintf(line + end, 512 - (size_t)end, " allow=%s", options.allowed.items[i]);
    const struct {
        const char *name, *value;
    } values[] = {{"output", options.output},       {"depfile", options.depfile},
                  {"deptarget", options.deptarget}, {"sources", options.sources},
                  {"today", options.today},         {"id", options.id},
                  {"accept", options.accept},       {"against", options.against},
                  {"expect", options.expect}};
    for (size_t i = 0; i < COUNT(values); i++)
        if (values[i].value)
            end +=
                snprintf(line + end, 512 - (size_t)end, " %s=%s", values[i].name, values[i].value);
    if (options.format)
        end += snprintf(line + end, 512 - (size_t)end, " format=%d", (int)options.format);
    if (options.verify_format)
        end += snprintf(line + end, 512 - (size_t)end, " verdicts=%d", (int)options.verify_format);
    if (options.colour)
        end += snprintf(line + end, 512 - (size_t)end, " colour=%d", (int)options.colour);
    snprintf(line + end, 512 - (size_t)end, "%s%s", options.strict ? " strict" : "",
             options.head ? " head" : "");
    return line;
}

static const struct {
    const char *line, *summary;
} good[] = {
    {"compile r.yaml -o out", "compile [r.yaml] output=out"},
    {"compile -o out r.yaml", "compile [r.yaml] output=out"},
    {"compile -oout r.yaml", "compile [r.yaml] output=out"},
    {"compile --output out r.yaml", "compile [r.yaml] output=out"},
    {"compile --output=out r.yaml", "compile [r.yaml] output=out"},
    {"compile --output= r.yaml", "compile [r.yaml] output="},
    {"compile -o a -o b r.yaml", "compile [r.yaml] output=b"},
    {"compile -o out r.yaml --depfile d.d", "compile [r.yaml] output=out depfile=d.d"},
    {"docs -o out r.yaml --depfile d.d --deptarget s",
     "docs [r.yaml] output=out depfile=d.d deptarget=s"},
    {"compile -o out r.yaml --sources=a,b", "compile [r.yaml] output=out sources=a,b"},
    {"compile -o out r.yaml -I a -Ib --include c --include=d",
     "compile [r.yaml] I=a I=b I=c I=d output=out"},
    {"compile -o out -- -r.yaml", "compile [-r.yaml] output=out"},
    {"compile -o out -", "compile [-] output=out"},
    {"compile -o -- r.yaml", "compile [r.yaml] output=--"},
    {"compile -o out --strict r.yaml --color never", "compile [r.yaml] output=out colour=2 strict"},
    {"docs a b -o out --audience operator", "docs [a] [b] output=out"},
    {"check a b c", "check [a] [b] [c]"},
    {"check a --format text", "check [a]"},
    {"check a --format json", "check [a] format=1"},
    {"check a --format=sarif", "check [a] format=2"},
    {"check a --format github --today 2026-11-21", "check [a] today=2026-11-21 format=3"},
    {"check a --color=always", "check [a] colour=1"},
    {"check a --color auto", "check [a]"},
    {"check ''", "check []"},
    {"diff a b", "diff [a] [b]"},
    {"diff a b --strict --format github --today 2026-11-21",
     "diff [a] [b] today=2026-11-21 format=3 strict"},
    {"diff a --against git:v1", "diff [a] against=v1"},
    {"diff --against=git:origin/a:b -I c a", "diff [a] I=c against=origin/a:b"},
    {"render r code", "render [r] [code]"},
    {"render r code a=1 b= --id=x --accept */* --head",
     "render [r] [code] [a=1] [b=] id=x accept=*/* head"},
    {"render r code --violation /a --violation=?b", "render [r] [code] violation=/a violation=?b"},
    {"render r code --accept a=b=c", "render [r] [code] accept=a=b=c"},
    {"openapi r", "openapi [r]"},
    {"openapi r -o errors.yaml", "openapi [r] output=errors.yaml"},
    {"view r", "view [r]"},
    {"template r f", "template [r] [f]"},
    {"init", "init"},
    {"schema", "schema"},
    {"verify r", "verify [r]"},
    {"verify r a b --head --strict", "verify [r] [a] [b] strict head"},
    {"verify r --expect code --allow a --allow=b --format tap",
     "verify [r] allow=a allow=b expect=code verdicts=2"},
};

static void good_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(good); i++) {
        enum parse_result result = parse(good[i].line);
        if (result != PARSE_RUN)
            print_message("%s: %.*s\n", good[i].line, TEXT_ARGS(out));
        assert_int_equal(result, PARSE_RUN);
        assert_int_equal(out.length, 0);
        assert_string_equal(summary(), good[i].summary);
    }
}

static const struct {
    const char *line, *message;
} wrong[] = {
    {"compile", "compile takes REGISTRY"},
    {"compile r.yaml", "compile needs -o DIR"},
    {"compile a b -o out", "one operand too many: b"},
    {"compile r -o", "--output needs a value"},
    {"compile r --output", "--output needs a value"},
    {"compile r -o out --depfile", "--depfile needs a value"},
    {"compile r -o out --format json", "there is no option --format"},
    {"compile r -o out --nonsense", "there is no option --nonsense"},
    {"compile r -o out --outpu=x", "there is no option --outpu=x"},
    {"compile r -o out -x", "there is no option -x"},
    {"compile r -o out --strict=yes", "--strict takes no value"},
    {"check", "check takes REGISTRY..."},
    {"check a -o out", "there is no option -o"},
    {"check a --format xml", "--format is text|json|sarif|github, not xml"},
    {"check a --format=", "--format is text|json|sarif|github, not \n"},
    {"check a --format JSON", "--format is text|json|sarif|github, not JSON"},
    {"check a --color red", "--color is auto|always|never, not red"},
    {"check a --color", "--color needs a value"},
    {"check a --head", "there is no option --head"},
    {"render r", "render takes REGISTRY CODE [member=value...]"},
    {"render r c --id", "--id needs a value"},
    {"view", "view takes REGISTRY"},
    {"view a b", "one operand too many: b"},
    {"template a", "template takes REGISTRY FILE"},
    {"template a b c", "one operand too many: c"},
    {"check a --today 2026-02-29", "2026-02-29 is not a date such as 2026-11-21"},
    {"check a --today 2026-11-21T10:00:00Z", "is not a date such as 2026-11-21"},
    {"check a --today=", " is not a date such as 2026-11-21"},
    {"init x", "one operand too many: x"},
    {"init --strict", "there is no option --strict"},
    {"docs a", "docs needs -o DIR"},
    {"docs -o out", "docs takes REGISTRY..."},
    {"docs a -o out --audience all", "--audience is public|operator, not all"},
    {"schema x", "one operand too many: x"},
    {"openapi", "openapi takes REGISTRY"},
    {"openapi a b", "one operand too many: b"},
    {"view a --depfile d", "there is no option --depfile"},
    {"openapi a --depfile d", "openapi needs -o FILE with --depfile"},
};

static void wrong_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_int_equal(parse(wrong[i].line), PARSE_WRONG);
        if (!says(wrong[i].message))
            print_message("%s: %.*s\n", wrong[i].line, TEXT_ARGS(out));
        assert_true(says(wrong[i].message));
        assert_true(text_starts_with(out, TEXT("problemc: ")));
        assert_true(says(" --help tells what there is\n"));
    }
}

static void unknown_commands_get_a_suggestion(void **state)
{
    (void)state;
    assert_int_equal(parse("complie x"), PARSE_WRONG);
    assert_true(says("there is no command complie"));
    assert_true(says("did you mean compile?"));
    assert_int_equal(parse("zzzzzzzz"), PARSE_WRONG);
    assert_true(says("there is no command zzzzzzzz"));
    assert_false(says("did you mean"));
    assert_int_equal(parse("--strict"), PARSE_WRONG);
    assert_true(says("there is no command --strict"));
    assert_int_equal(parse("''"), PARSE_WRONG);
    assert_true(says("there is no command \n"));
}

static void help_and_version(void **state)
{
    (void)state;
    static const char *const asked[] = {"--help", "-h", "help"};
    static const char *const commands[] = {"compile", "check",    "render", "openapi",
                                           "view",    "template", "init",   "schema"};
    for (size_t i = 0; i < COUNT(asked); i++) {
        assert_int_equal(parse(asked[i]), PARSE_DONE);
        for (size_t k = 0; k < COUNT(commands); k++)
            assert_true(says(arena_format(arena, "\n  problemc %s ", commands[k]).bytes));
    }
    assert_int_equal(parse("--version"), PARSE_DONE);
    assert_true(text_starts_with(out, TEXT("problemc 1.")));
    for (size_t k = 0; k < COUNT(commands); k++) {
        assert_int_equal(parse(arena_format(arena, "%s --help", commands[k]).bytes), PARSE_DONE);
        assert_true(says(arena_format(arena, "usage: problemc %s", commands[k]).bytes));
        assert_true(says("Exit status: 0"));
        struct text long_help = out;
        assert_int_equal(parse(arena_format(arena, "%s -h", commands[k]).bytes), PARSE_DONE);
        assert_true(text_equal(out, long_help));
    }
}

/* No arguments at all: what there is, as a mistake. */
static void nothing_is_wrong_usage(void **state)
{
    (void)state;
    assert_int_equal(parse(""), PARSE_WRONG);
    assert_true(says("problemc --version"));
    char *none[] = {NULL};
    assert_int_equal(options_parse(0, none, arena, &options, &out), PARSE_WRONG);
}

/* Help says of each command its own options and no others, and no line is too wide. */
static void help_lists_the_options_of_the_command(void **state)
{
    (void)state;
    parse("compile --help");
    assert_true(says("-o, --output DIR"));
    assert_true(says("--depfile FILE"));
    assert_false(says("--format"));
    parse("check x --help");
    assert_true(says("--format text|json|sarif|github\n"));
    assert_true(says("--today DATE"));
    assert_false(says("--output"));
    parse("init --help");
    assert_true(says("usage: problemc init [options]"));
    assert_false(says("  --"));
    static const char *const lines[] = {"--help", "compile --help", "check --help",
                                        "render --help"};
    for (size_t i = 0; i < COUNT(lines); i++) {
        parse(lines[i]);
        size_t column = 0;
        for (size_t k = 0; k < out.length; k++) {
            column = out.bytes[k] == '\n' ? 0 : column + 1;
            assert_true(column <= 130);
        }
        assert_int_equal(out.bytes[out.length - 1], '\n');
    }
}

/* A value that looks like a format directive is a value. */
static void percent_signs_are_quoted(void **state)
{
    (void)state;
    assert_int_equal(parse("check a --format %s%n"), PARSE_WRONG);
    assert_true(says("not %s%n"));
    assert_int_equal(parse("check a --%s%n"), PARSE_WRONG);
    assert_true(says("--%s%n"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(good_lines),
        TEST(wrong_lines),
        TEST(unknown_commands_get_a_suggestion),
        TEST(help_and_version),
        TEST(nothing_is_wrong_usage),
        TEST(help_lists_the_options_of_the_command),
        TEST(percent_signs_are_quoted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
