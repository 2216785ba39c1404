/*
 * For people: place, message, the source line and a caret under it, notes, help.
 *
 * Excerpts are rebuilt from code points rather than copied: what a terminal must not get raw
 * becomes one U+FFFD, a tab one blank, so that the caret stands where it should.
 */
#include "base/escape.h"
#include "base/utf8.h"
#include "base/width.h"
#include "report/report.h"

enum {
    WINDOW = 90,        /* columns of a long line that are shown */
    WINDOW_BEFORE = 30, /* of which before the caret */
    NEAR = 1000,        /* bytes on either side of the caret that can be in the window */
    INDENT = 4,         /* of an excerpt */
    NOTE_INDENT = 6,
};

struct style {
    const char *bold, *error, *warning, *note, *caret, *reset;
};

static const struct style plain = {"", "", "", "", "", ""};
static const struct style coloured = {
    .bold = "\x1b[1m",
    .error = "\x1b[1;31m",
    .warning = "\x1b[1;35m",
    .note = "\x1b[1;36m",
    .caret = "\x1b[1;32m",
    .reset = "\x1b[0m",
};

struct report {
    const struct sources *sources;
    const struct style *style;
    struct buffer *out;
};

/* ---------------------------------------------------------------- excerpts */

/* One code point as it is shown. */
struct cell {
    struct text text;
    size_t columns;
    size_t bytes; /* in the source */
};

static struct cell cell_at(struct text line, size_t at)
{
    uint32_t code_point;
    size_t bytes = utf8_decode(line.bytes + at, line.length - at, &code_point);
    int width = width_of(code_point);
    if (code_point == '\t')
        return (struct cell){TEXT(" "), 1, bytes};
    if (width == WIDTH_UNSAFE)
        return (struct cell){TEXT("\xef\xbf\xbd"), 1, bytes};
    return (struct cell){text_slice(line, at, bytes), (size_t)width, bytes};
}

/* Where in the text the first cell begins that has `columns` columns before it. */
static size_t offset_of(struct text text, size_t columns)
{
    size_t at = 0;
    for (size_t before = 0; at < text.length && before < columns;) {
        struct cell cell = cell_at(text, at);
        before += cell.columns;
        at += cell.bytes;
    }
    return at;
}

static size_t columns_of(struct text text)
{
    size_t columns = 0;
    for (size_t at = 0; at < text.length;) {
        struct cell cell = cell_at(text, at);
        columns += cell.columns;
        at += cell.bytes;
    }
    return columns;
}

/* The bytes of a line that are looked at: enough for any window, and not all of a line without
 * end. */
static struct text near(struct text line, size_t caret, size_t *skipped)
{
    size_t begin = caret > NEAR ? caret - NEAR : 0;
    while (begin > 0 && begin < caret && ((unsigned char)line.bytes[begin] & 0xc0) == 0x80)
        begin++;
    *skipped = begin;
    return text_slice(line, begin, caret - begin + NEAR);
}

/* The part of the line that is shown, with the caret's byte in it. */
struct window {
    size_t begin, end; /* bytes */
};

static struct window window_of(struct text line, size_t caret)
{
    size_t skipped;
    struct text part = near(line, caret, &skipped);
    size_t columns = columns_of(part), before = columns_of(text_slice(part, 0, caret - skipped));
    if (columns <= WINDOW)
        return (struct window){skipped, skipped + part.length};
    size_t first = before < WINDOW - WINDOW_BEFORE ? 0 : before - WINDOW_BEFORE;
    if (first > columns - WINDOW)
        first = columns - WINDOW;
    size_t begin = offset_of(part, first);
    struct text rest = text_slice(part, begin, part.length - begin);
    return (struct window){skipped + begin, skipped + begin + offset_of(rest, WINDOW)};
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* Without the blanks around it, but for those that the span begins in. `*begin` is where the span
 * begins in the line, and stays so. */
static struct text trimmed(struct text line, size_t *begin)
{
    size_t indent = 0;
    while (indent < line.length && indent < *begin && is_blank(line.bytes[indent]))
        indent++;
    *begin -= indent;
    line = text_slice(line, indent, line.length - indent);
    while (line.length > *begin && is_blank(line.bytes[line.length - 1]))
        line.length--;
    return line;
}

static void put_cells(struct buffer *out, struct text text)
{
    for (size_t at = 0; at < text.length;) {
        struct cell cell = cell_at(text, at);
        buffer_text(out, cell.text);
        at += cell.bytes;
    }
}

static void put_caret(struct report *report, size_t before, size_t columns)
{
    struct buffer *out = report->out;
    buffer_repeat(out, ' ', before);
    buffer_string(out, report->style->caret);
    buffer_byte(out, '^');
    if (columns > 1)
        buffer_repeat(out, '~', columns - 1);
    buffer_string(out, report->style->reset);
    buffer_byte(out, '\n');
}

static bool is_empty(struct text line)
{
    for (size_t i = 0; i < line.length; i++)
        if (!is_blank(line.bytes[i]))
            return false;
    return true;
}

/* The span's first line and the caret; nothing for a line on which there is nothing to see. */
static void put_excerpt(struct report *report, struct span span, struct position position,
                        size_t indent)
{
    const struct source *source = position.source;
    struct text line = source_line(source, position.line);
    if (is_empty(line))
        return;
    size_t begin = span.begin - source->base - source_line_begin(source, position.line);
    size_t length = span.end > span.begin ? span.end - span.begin : 0;
    if (begin > line.length)
        begin = line.length;
    line = trimmed(line, &begin);
    struct window window = window_of(line, begin);
    struct text marked = text_slice(line, begin, length);
    if (marked.length > window.end - begin)
        marked.length = window.end - begin;

    struct buffer *out = report->out;
    const char *before = window.begin > 0 ? "…" : "", *after = window.end < line.length ? "…" : "";
    buffer_repeat(out, ' ', indent);
    buffer_string(out, before);
    put_cells(out, text_slice(line, window.begin, window.end - window.begin));
    buffer_string(out, after);
    buffer_byte(out, '\n');
    struct text shown = text_slice(line, window.begin, begin - window.begin);
    put_caret(report, indent + (window.begin > 0) + columns_of(shown), columns_of(marked));
}

/* ---------------------------------------------------------------- findings */

static void put_place(struct report *report, struct position position)
{
    struct buffer *out = report->out;
    buffer_string(out, report->style->bold);
    if (position.source != NULL) {
        escape_terminal(out, position.source->name);
        buffer_format(out, ":%u:%u: ", (unsigned)position.line, (unsigned)position.column);
    } else {
        buffer_string(out, "problemc: ");
    }
    buffer_string(out, report->style->reset);
}

static void put_word(struct report *report, const char *colour, const char *word)
{
    buffer_format(report->out, "%s%s:%s ", colour, word, report->style->reset);
}

static void put_note(struct report *report, const struct diagnostic_note *note)
{
    struct position position = position_of(report->sources, note->span.begin);
    put_place(report, position);
    put_word(report, report->style->note, "note");
    escape_terminal(report->out, note->message);
    buffer_byte(report->out, '\n');
    if (position.source != NULL)
        put_excerpt(report, note->span, position, NOTE_INDENT);
}

/* A help of several lines stays in its column. */
static void put_help(struct report *report, struct text help)
{
    const char *lead = "  help: ";
    size_t begin = 0;
    for (size_t i = 0; i <= help.length; i++) {
        if (i < help.length && help.bytes[i] != '\n')
            continue;
        buffer_string(report->out, lead);
        escape_terminal(report->out, text_slice(help, begin, i - begin));
        buffer_byte(report->out, '\n');
        lead = "        ";
        begin = i + 1;
    }
}

static void put_finding(struct report *report, const struct diagnostic *finding)
{
    struct position position = position_of(report->sources, finding->span.begin);
    put_place(report, position);
    if (finding->severity == SEVERITY_ERROR)
        put_word(report, report->style->error, "error");
    else
        put_word(report, report->style->warning, "warning");
    escape_terminal(report->out, finding->message);
    buffer_format(report->out, " [%s]\n", finding->id);
    if (position.source != NULL)
        put_excerpt(report, finding->span, position, INDENT);
    for (const struct diagnostic_note *note = finding->notes; note != NULL; note = note->next)
        put_note(report, note);
    if (finding->help.length)
        put_help(report, finding->help);
    buffer_byte(report->out, '\n');
}

void report_text(struct diagnostics *diagnostics, bool colour, struct buffer *out)
{
    struct report report = {diagnostics_sources(diagnostics), colour ? &coloured : &plain, out};
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count && i < REPORT_MAX; i++)
        put_finding(&report, findings[i]);
    if (count > REPORT_MAX)
        buffer_format(out, "… and %zu more\n", count - REPORT_MAX);
}
