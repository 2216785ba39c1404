/*
 * For people: a paragraph for each verdict, the worst first, and a line that counts them.
 */
#include "base/escape.h"
#include "diff/diff.h"

struct style {
    const char *bold, *verdict[VERDICTS], *faint, *reset;
};

static const struct style plain = {"", {"", "", "", "", ""}, "", ""};
static const struct style coloured = {
    .bold = "\x1b[1m",
    .verdict = {"\x1b[1;31m", "\x1b[1;35m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;32m"},
    .faint = "\x1b[2m",
    .reset = "\x1b[0m",
};

static const char *const headings[VERDICTS] = {
    [VERDICT_BREAKING] = "Breaking, for callers of the API",
    [VERDICT_RISKY] = "Risky, for callers that ruled it out",
    [VERDICT_SOURCE] = "Source, C that includes the headers has to follow",
    [VERDICT_COMPATIBLE] = "Compatible",
    [VERDICT_SAFE] = "Safe",
};

static const char *const excuses[] = {
    [EXCUSE_NONE] = "",
    [EXCUSE_SUNSET] = "; excused: its sunset has passed",
    [EXCUSE_RESERVED] = "; excused: the code is reserved",
};

struct printer {
    const struct sources *sources;
    const struct style *style;
    struct buffer *out;
};

static void put_position(struct printer *printer, struct position position)
{
    escape_terminal(printer->out, position.source->name);
    buffer_format(printer->out, ":%u:%u", (unsigned)position.line, (unsigned)position.column);
}

/* A help of several lines stays in its column. */
static void put_help(struct printer *printer, struct text help)
{
    const char *lead = "      help: ";
    for (size_t begin = 0, i = 0; i <= help.length; i++) {
        if (i < help.length && help.bytes[i] != '\n')
            continue;
        buffer_string(printer->out, lead);
        escape_terminal(printer->out, text_slice(help, begin, i - begin));
        buffer_byte(printer->out, '\n');
        lead = "            ";
        begin = i + 1;
    }
}

static void put_change(struct printer *printer, const struct change *change)
{
    struct buffer *out = printer->out;
    struct position old = position_of(printer->sources, change->old.begin);
    struct position new = position_of(printer->sources, change->new.begin);
    buffer_format(out, "  %s", printer->style->bold);
    if (new.source || old.source) {
        put_position(printer, new.source ? new : old);
        buffer_string(out, ": ");
    }
    buffer_string(out, printer->style->reset);
    escape_terminal(out, change_subject(change, out->arena));
    escape_terminal(out, change->message);
    buffer_format(out, "%s [%s]\n", excuses[change->excuse], change->rule->id);
    if (new.source && old.source) {
        buffer_format(out, "      %swas ", printer->style->faint);
        put_position(printer, old);
        buffer_format(out, "%s\n", printer->style->reset);
    }
    if (change->help.length)
        put_help(printer, change->help);
}

static void put_counts(struct printer *printer, const struct diff *diff)
{
    const char *before = "";
    for (int verdict = 0; verdict < VERDICTS; verdict++) {
        if (diff->by_verdict[verdict] == 0)
            continue;
        buffer_format(printer->out, "%s%zu %s", before, diff->by_verdict[verdict],
                      verdict_names[verdict]);
        before = ", ";
    }
    buffer_byte(printer->out, '\n');
}

void diff_print_text(const struct diff *diff, const struct sources *sources, bool colour,
                     struct buffer *out)
{
    struct printer printer = {sources, colour ? &coloured : &plain, out};
    for (size_t i = 0; i < diff->count; i++) {
        enum diff_verdict verdict = diff->changes[i].verdict;
        if (i == 0 || diff->changes[i - 1].verdict != verdict)
            buffer_format(out, "%s%s:%s\n", printer.style->verdict[verdict], headings[verdict],
                          printer.style->reset);
        put_change(&printer, &diff->changes[i]);
        if (i + 1 == diff->count || diff->changes[i + 1].verdict != verdict)
            buffer_byte(out, '\n');
    }
    if (diff->count)
        put_counts(&printer, diff);
}
