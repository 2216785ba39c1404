/* The collection of findings and the four forms in which they are reported. */
#include "base/width.h"
#include "report/report.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>
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

/* A file that need not be acceptable: reports are made of broken files, too. */
static const struct source *file(const char *name, const char *bytes)
{
    const struct source *ignored;
    source_add(sources, name, text_of(bytes), diagnostics_create(arena, sources), &ignored);
    return sources_get(sources, sources_count(sources) - 1);
}

/* The span of `part` in the file. */
static struct span span_of(const struct source *source, const char *part)
{
    const char *begin = strstr(source->bytes.bytes, part);
    assert_non_null(begin);
    uint32_t offset = source->base + (uint32_t)(begin - source->bytes.bytes);
    return (struct span){offset, offset + (uint32_t)strlen(part)};
}

static struct diagnostic *error_at(struct span span, const char *message)
{
    return diagnose(diagnostics, SEVERITY_ERROR, "some-id", span, "%s", message);
}

static const char *text_report(bool colour)
{
    struct buffer out = buffer_create(arena);
    report_text(diagnostics, colour, &out);
    buffer_byte(&out, '\0');
    return out.bytes;
}

static void assert_report(const char *wanted)
{
    assert_string_equal(text_report(false), wanted);
}

/* ---------------------------------------------------------------- the collection */

static void counts_and_sorts(void **state)
{
    (void)state;
    const struct source *first = file("a", "a: b\n"), *second = file("b", "c: d\n");
    error_at(span_of(second, "c"), "5");
    error_at(span_of(first, "b"), "3");
    diagnose(diagnostics, SEVERITY_WARNING, "w", span_of(first, "b"), "%d", 4);
    error_at(span_of(first, "a"), "2");
    error_at(nowhere, "1");
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 4);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_WARNING), 1);
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(all[i]->message.bytes[0], '1' + i);
    assert_ptr_equal(diagnostics_sources(diagnostics), sources);
}

static void sorts_none(void **state)
{
    (void)state;
    size_t count = 1;
    diagnostics_sorted(diagnostics, &count);
    assert_int_equal(count, 0);
    assert_report("");
}

/* ---------------------------------------------------------------- text */

/* The forms of the design page, byte for byte. */
static void reports_as_designed(void **state)
{
    (void)state;
    const struct source *source =
        file("booking.yaml", "  room:\n"
                             "    detail: Room {rom} is taken from {from} to {until}.\n"
                             "      acquirer_reference: {type: identifier, audience: log}\n"
                             "    detail: Declined, see {acquirer_reference}.\n");
    struct diagnostic *found =
        diagnose(diagnostics, SEVERITY_ERROR, "unknown-placeholder", span_of(source, "{rom}"),
                 "detail names {rom}, which is not a member of room");
    diagnostic_help(found, "did you mean {room}?");
    found = diagnose(diagnostics, SEVERITY_WARNING, "log-only",
                     span_of(source, "{acquirer_reference}"), "cannot appear in detail");
    diagnostic_note(found, span_of(source, "acquirer_reference"), "declared log-only here");
    assert_report("booking.yaml:2:18: error: detail names {rom}, which is not a member of room "
                  "[unknown-placeholder]\n"
                  "    detail: Room {rom} is taken from {from} to {until}.\n"
                  "                 ^~~~~\n"
                  "  help: did you mean {room}?\n"
                  "\n"
                  "booking.yaml:4:27: warning: cannot appear in detail [log-only]\n"
                  "    detail: Declined, see {acquirer_reference}.\n"
                  "                          ^~~~~~~~~~~~~~~~~~~~\n"
                  "booking.yaml:3:7: note: declared log-only here\n"
                  "      acquirer_reference: {type: identifier, audience: log}\n"
                  "      ^~~~~~~~~~~~~~~~~~\n"
                  "\n");
}

static void reports_without_a_place(void **state)
{
    (void)state;
    diagnostic_help(error_at(nowhere, "cannot read a.yaml"), "one\ntwo");
    assert_report("problemc: error: cannot read a.yaml [some-id]\n"
                  "  help: one\n"
                  "        two\n"
                  "\n");
}

static void marks_empty_spans_and_line_ends(void **state)
{
    (void)state;
    const struct source *source = file("a", "key:\r\n\nlast: x");
    struct span end = {source->base + 4, source->base + 4};
    error_at(end, "after the colon");
    error_at((struct span){source->base + 6, source->base + 7}, "an empty line");
    error_at((struct span){source->base + 13, source->base + 14}, "into the end");
    assert_report("a:1:5: error: after the colon [some-id]\n"
                  "    key:\n"
                  "        ^\n"
                  "\n"
                  "a:2:1: error: an empty line [some-id]\n"
                  "\n"
                  "a:3:7: error: into the end [some-id]\n"
                  "    last: x\n"
                  "          ^\n"
                  "\n");
}

static void clips_a_span_to_its_first_line(void **state)
{
    (void)state;
    const struct source *source = file("a", "  x: {a: 1,\n   b: 2}\n");
    error_at(span_of(source, "{a: 1,\n   b: 2}"), "m");
    assert_report("a:1:6: error: m [some-id]\n"
                  "    x: {a: 1,\n"
                  "       ^~~~~~\n"
                  "\n");
}

static void keeps_blanks_that_are_the_finding(void **state)
{
    (void)state;
    const struct source *source = file("a", "  \t x: y\n");
    error_at(span_of(source, "\t"), "m");
    assert_report("a:1:3: error: m [some-id]\n"
                  "      x: y\n"
                  "    ^\n"
                  "\n");
}

/* Wide, combining and unsafe characters: the caret stands under its character. */
static void aligns_the_caret(void **state)
{
    (void)state;
    const struct source *source = file("a", "\t\xe6\x97\xa5\xf0\x9f\x98\x80"
                                            "e\xcc\x81\xe2\x80\xae\x1b[\t{\xe6\x9c\xac}\xff\n");
    error_at(span_of(source, "{\xe6\x9c\xac}"), "m");
    assert_report("a:1:10: error: m [some-id]\n"
                  "    \xe6\x97\xa5\xf0\x9f\x98\x80"
                  "e\xcc\x81\xef\xbf\xbd\xef\xbf\xbd[ "
                  "{\xe6\x9c\xac}\xef\xbf\xbd\n"
                  "             ^~~~\n"
                  "\n");
}

static void escapes_names_and_messages(void **state)
{
    (void)state;
    const struct source *source = file("a\x1b[2J\n.yaml", "x");
    diagnostic_help(error_at(span_of(source, "x"), "\xe2\x80\xae\x9b\r"), "\x07");
    const char *report = text_report(false);
    for (const char *at = report; *at; at++)
        assert_true((unsigned char)*at >= 0x20 || *at == '\n');
    assert_null(strstr(report, "\xe2\x80\xae"));
    assert_non_null(strstr(report, "a\\x1B[2J\\x0A.yaml:1:1: error: "));
}

/* How wide the report's second line is, in code points (there are no wide ones). */
static size_t excerpt_length(const char *report)
{
    const char *begin = strchr(report, '\n') + 1;
    size_t length = 0;
    for (const char *at = begin; *at != '\n'; at++)
        length += ((unsigned char)*at & 0xc0) != 0x80;
    return length;
}

static void shows_a_window_of_a_long_line(void **state)
{
    (void)state;
    for (size_t at = 0; at < 300; at += 7) {
        char line[301];
        diagnostics = diagnostics_create(arena, sources);
        memset(line, '.', 300);
        memcpy(line + at, "X", 1);
        line[300] = '\0';
        const struct source *source = file("a", line);
        error_at(span_of(source, "X"), "m");
        const char *report = text_report(false), *excerpt = strchr(report, '\n') + 1;
        const char *mark = strchr(excerpt, 'X'), *caret = strchr(excerpt, '^');
        assert_in_range(excerpt_length(report), 90, 4 + 1 + 90 + 1);
        assert_non_null(mark);
        size_t cut = strncmp(excerpt + 4, "\xe2\x80\xa6", 3) == 0 ? 2 : 0; /* 3 bytes, 1 column */
        const char *second = strchr(excerpt, '\n') + 1;
        assert_int_equal((size_t)(caret - second), (size_t)(mark - excerpt) - cut);
    }
}

static void window_begins_at_ninety_columns(void **state)
{
    (void)state;
    char line[92];
    memset(line, 'x', sizeof line);
    line[90] = '\0';
    const struct source *whole = file("a", line);
    line[90] = 'x';
    line[91] = '\0';
    error_at((struct span){whole->base, whole->base + 1}, "m");
    assert_null(strstr(text_report(false), "\xe2\x80\xa6"));
    const struct source *cut = file("b", line);
    error_at((struct span){cut->base, cut->base + 1}, "m");
    assert_non_null(strstr(text_report(false), "x\xe2\x80\xa6\n"));
}

static void colours(void **state)
{
    (void)state;
    const struct source *source = file("a", "x: y");
    diagnostic_note(error_at(span_of(source, "y"), "m"), span_of(source, "x"), "n");
    diagnose(diagnostics, SEVERITY_WARNING, "w", nowhere, "m");
    assert_string_equal(text_report(true),
                        "\x1b[1mproblemc: \x1b[0m\x1b[1;35mwarning:\x1b[0m m [w]\n"
                        "\n"
                        "\x1b[1ma:1:4: \x1b[0m\x1b[1;31merror:\x1b[0m m [some-id]\n"
                        "    x: y\n"
                        "       \x1b[1;32m^\x1b[0m\n"
                        "\x1b[1ma:1:1: \x1b[0m\x1b[1;36mnote:\x1b[0m n\n"
                        "      x: y\n"
                        "      \x1b[1;32m^\x1b[0m\n"
                        "\n");
}

static size_t occurrences(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

static void stops_after_the_most(void **state)
{
    (void)state;
    for (int i = 0; i < REPORT_MAX; i++)
        error_at(nowhere, "m");
    assert_null(strstr(text_report(false), "more"));
    error_at(nowhere, "m");
    error_at(nowhere, "m");
    const char *report = text_report(false);
    assert_int_equal(occurrences(report, "error:"), REPORT_MAX);
    assert_non_null(strstr(report, "\n\xe2\x80\xa6 and 2 more\n"));
}

static void knows_widths(void **state)
{
    (void)state;
    assert_int_equal(width_of('a'), 1);
    assert_int_equal(width_of(0x7e), 1);
    assert_int_equal(width_of(0x7f), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x1f), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x9f), WIDTH_UNSAFE);
    assert_int_equal(width_of(0xa0), 1);
    assert_int_equal(width_of(0xad), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x2ff), 1);
    assert_int_equal(width_of(0x300), 0);
    assert_int_equal(width_of(0x36f), 0);
    assert_int_equal(width_of(0x370), 1);
    assert_int_equal(width_of(0x1100), 2);
    assert_int_equal(width_of(0x1160), 0);
    assert_int_equal(width_of(0x200b), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x202e), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x2069), WIDTH_UNSAFE);
    assert_int_equal(width_of(0x3042), 2);
    assert_int_equal(width_of(0xac00), 2);
    assert_int_equal(width_of(0xd800), WIDTH_UNSAFE);
    assert_int_equal(width_of(0xfeff), WIDTH_UNSAFE);
    assert_int_equal(width_of(0xff21), 2);
    assert_int_equal(width_of(0x1f600), 2);
    assert_int_equal(width_of(0x10ffff), WIDTH_UNSAFE);
    assert_int_equal(width_of(UINT32_MAX), WIDTH_UNSAFE);
}

/* ---------------------------------------------------------------- json */

static const char *json_report(void)
{
    struct buffer out = buffer_create(arena);
    report_json(diagnostics, &out);
    buffer_byte(&out, '\0');
    return out.bytes;
}

static void reports_json(void **state)
{
    (void)state;
    const struct source *source = file("a.yaml", "\xc3\xa4: {\n b: c}\n");
    struct diagnostic *found = error_at(span_of(source, "{\n b: c}"), "say \"x\"\n");
    diagnostic_help(found, "h");
    diagnostic_note(found, span_of(source, "b"), "n");
    diagnose(diagnostics, SEVERITY_WARNING, "w", nowhere, "m");
    assert_string_equal(
        json_report(),
        "{\"diagnostics\":["
        "{\"severity\":\"warning\",\"id\":\"w\",\"message\":\"m\"},"
        "{\"severity\":\"error\",\"id\":\"some-id\",\"message\":\"say \\\"x\\\"\\n\","
        "\"file\":\"a.yaml\",\"line\":1,\"column\":4,\"endLine\":2,\"endColumn\":7,"
        "\"help\":\"h\",\"notes\":[{\"message\":\"n\",\"file\":\"a.yaml\",\"line\":2,\"column\":2,"
        "\"endLine\":2,\"endColumn\":3}]}"
        "],\"errors\":1,\"warnings\":1,\"omitted\":0}\n");
}

static void json_is_safe_to_print(void **state)
{
    (void)state;
    error_at(nowhere, "\x1b\x7f\xc2\x9b\xe2\x80\xae\xf3\xa0\x80\x81\xff\xc3\xa4");
    assert_string_equal(json_report(),
                        "{\"diagnostics\":[{\"severity\":\"error\",\"id\":\"some-id\",\"message\":"
                        "\"\\u001b\\u007f\\u009b\\u202e\\udb40\\udc01\xef\xbf\xbd\xc3\xa4\"}],"
                        "\"errors\":1,\"warnings\":0,\"omitted\":0}\n");
}

static void json_says_what_it_omits(void **state)
{
    (void)state;
    for (int i = 0; i < REPORT_MAX + 3; i++)
        error_at(nowhere, "m");
    const char *report = json_report();
    assert_int_equal(occurrences(report, "\"severity\""), REPORT_MAX);
    assert_non_null(strstr(report, "\"errors\":103,\"warnings\":0,\"omitted\":3}"));
}

/* ---------------------------------------------------------------- sarif */

static const struct report_rule rules[] = {
    {"another-id", SEVERITY_WARNING, "Another thing."},
    {"some-id", SEVERITY_ERROR, "A thing."},
};

static const char *sarif_report(void)
{
    struct buffer out = buffer_create(arena);
    report_sarif(diagnostics, &(struct report_rules){rules, 2}, &out);
    buffer_byte(&out, '\0');
    return out.bytes;
}

static void reports_sarif(void **state)
{
    (void)state;
    const struct source *source = file("d\xc3\xa4 :/a.yaml", "a: b\n");
    struct diagnostic *found = error_at(span_of(source, "b"), "m");
    diagnostic_help(found, "h");
    diagnostic_note(found, span_of(source, "a"), "n");
    diagnose(diagnostics, SEVERITY_WARNING, "no-rule", nowhere, "m");
    const char *place = "\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                        "\"d%C3%A4%20%3A/a.yaml\"},\"region\":{\"startLine\":1,";
    struct text wanted = arena_format(
        arena,
        "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
        "sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{"
        "\"name\":\"problemc\",\"rules\":["
        "{\"id\":\"another-id\",\"shortDescription\":{\"text\":\"Another thing.\"},"
        "\"defaultConfiguration\":{\"level\":\"warning\"}},"
        "{\"id\":\"some-id\",\"shortDescription\":{\"text\":\"A thing.\"},"
        "\"defaultConfiguration\":{\"level\":\"error\"}}]}},"
        "\"columnKind\":\"unicodeCodePoints\",\"results\":["
        "{\"ruleId\":\"no-rule\",\"level\":\"warning\",\"message\":{\"text\":\"m\"},"
        "\"locations\":[]},"
        "{\"ruleId\":\"some-id\",\"ruleIndex\":1,\"level\":\"error\","
        "\"message\":{\"text\":\"m\\nhelp: h\"},"
        "\"locations\":[{%s\"startColumn\":4,\"endLine\":1,\"endColumn\":5}}}],"
        "\"relatedLocations\":[{%s\"startColumn\":1,\"endLine\":1,\"endColumn\":2}},"
        "\"message\":{\"text\":\"n\"}}]}],\"properties\":{\"omitted\":0}}]}\n",
        place, place);
    assert_string_equal(sarif_report(), wanted.bytes);
}

static void sarif_names_absolute_files(void **state)
{
    (void)state;
    const struct source *source = file("/d/a.yaml", "a");
    error_at(span_of(source, "a"), "m");
    assert_non_null(strstr(sarif_report(), "\"uri\":\"file:///d/a.yaml\""));
}

/* ---------------------------------------------------------------- github */

static void assert_github(const char *wanted)
{
    struct buffer out = buffer_create(arena);
    report_github(diagnostics, &out);
    buffer_byte(&out, '\0');
    assert_string_equal(out.bytes, wanted);
}

static void reports_github(void **state)
{
    (void)state;
    const struct source *source = file("a,b:c%.yaml", "a: {\n}\n");
    struct diagnostic *found = error_at(span_of(source, "a"), "100% : x,\r\n::error ::y");
    diagnostic_note(found, span_of(source, "{"), "n");
    diagnostic_help(found, "h");
    error_at(span_of(source, "{\n}"), "m\x1b\xe2\x80\xae");
    diagnose(diagnostics, SEVERITY_WARNING, "w", nowhere, "m");
    assert_github("::warning title=w::m\n"
                  "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,endColumn=2,title=some-id::"
                  "100%25 : x,\\x0D%0A::error ::y%0Anote: a,b:c%25.yaml:1:4: n%0Ahelp: h\n"
                  "::error file=a%2Cb%3Ac%25.yaml,line=1,col=4,endLine=2,title=some-id::"
                  "m\\x1B\\u{202E}\n");
}

static void github_says_what_it_omits(void **state)
{
    (void)state;
    for (int i = 0; i < REPORT_MAX + 1; i++)
        error_at(nowhere, "m");
    struct buffer out = buffer_create(arena);
    report_github(diagnostics, &out);
    assert_true(
        text_ends_with(buffer_contents(&out), TEXT("\n::notice ::\xe2\x80\xa6 and 1 more\n")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(counts_and_sorts),
        TEST(sorts_none),
        TEST(reports_as_designed),
        TEST(reports_without_a_place),
        TEST(marks_empty_spans_and_line_ends),
        TEST(clips_a_span_to_its_first_line),
        TEST(keeps_blanks_that_are_the_finding),
        TEST(aligns_the_caret),
        TEST(escapes_names_and_messages),
        TEST(shows_a_window_of_a_long_line),
        TEST(window_begins_at_ninety_columns),
        TEST(colours),
        TEST(stops_after_the_most),
        TEST(knows_widths),
        TEST(reports_json),
        TEST(json_is_safe_to_print),
        TEST(json_says_what_it_omits),
        TEST(reports_sarif),
        TEST(sarif_names_absolute_files),
        TEST(reports_github),
        TEST(github_says_what_it_omits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
