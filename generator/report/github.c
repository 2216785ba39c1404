/*
 * GitHub workflow commands. In a command's message %, CR and LF are percent-encoded, in its
 * properties the colon and the comma as well; a line that is not one command could be another.
 */
#include "base/escape.h"
#include "report/report.h"

static void put_encoded(struct buffer *out, struct text text, bool property)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (byte == '%' || byte == '\n' || byte == '\r' ||
            (property && (byte == ':' || byte == ',')))
            buffer_format(out, "%%%02X", (unsigned)byte);
        else
            buffer_byte(out, byte);
    }
}

/* Line feeds are kept, since a message may have lines; what a terminal would obey is escaped. */
static void put_text(struct buffer *out, struct text text, bool property)
{
    size_t begin = 0;
    for (size_t i = 0; i <= text.length; i++) {
        if (i < text.length && text.bytes[i] != '\n')
            continue;
        struct buffer line = buffer_create(out->arena);
        escape_terminal(&line, text_slice(text, begin, i - begin));
        put_encoded(out, buffer_contents(&line), property);
        if (i < text.length)
            buffer_string(out, "%0A");
        begin = i + 1;
    }
}

static void put_properties(struct buffer *out, const struct sources *sources, struct span span)
{
    struct position begin = position_of(sources, span.begin);
    if (begin.source == NULL)
        return;
    struct position end = position_of(sources, span.end);
    buffer_string(out, "file=");
    put_text(out, begin.source->name, true);
    buffer_format(out, ",line=%u,col=%u,", (unsigned)begin.line, (unsigned)begin.column);
    if (end.line == begin.line)
        buffer_format(out, "endColumn=%u,", (unsigned)end.column);
    else
        buffer_format(out, "endLine=%u,", (unsigned)end.line);
}

static void put_note(struct buffer *out, const struct sources *sources,
                     const struct diagnostic_note *note)
{
    struct position position = position_of(sources, note->span.begin);
    buffer_string(out, "%0Anote: ");
    if (position.source != NULL) {
        put_text(out, position.source->name, false);
        buffer_format(out, ":%u:%u: ", (unsigned)position.line, (unsigned)position.column);
    }
    put_text(out, note->message, false);
}

static void put_finding(struct buffer *out, const struct sources *sources,
                        const struct diagnostic *finding)
{
    buffer_string(out, finding->severity == SEVERITY_ERROR ? "::error " : "::warning ");
    put_properties(out, sources, finding->span);
    buffer_format(out, "title=%s::", finding->id);
    put_text(out, finding->message, false);
    for (const struct diagnostic_note *note = finding->notes; note != NULL; note = note->next)
        put_note(out, sources, note);
    if (finding->help.length) {
        buffer_string(out, "%0Ahelp: ");
        put_text(out, finding->help, false);
    }
    buffer_byte(out, '\n');
}

void report_github(struct diagnostics *diagnostics, struct buffer *out)
{
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count && i < REPORT_MAX; i++)
        put_finding(out, diagnostics_sources(diagnostics), findings[i]);
    if (count > REPORT_MAX)
        buffer_format(out, "::notice ::… and %zu more\n", count - REPORT_MAX);
}
