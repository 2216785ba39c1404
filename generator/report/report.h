/*
 * The four forms in which findings leave the program. Each writes the first REPORT_MAX findings and
 * says how many more there are; none lets a control character, a terminal escape or a bidirectional
 * override out of a registry or a file name through raw.
 */
#ifndef PROBLEMC_REPORT_REPORT_H
#define PROBLEMC_REPORT_REPORT_H

#include "base/buffer.h"
#include "source/diagnostic.h"

enum {
    REPORT_MAX = 100,
};

/* What SARIF says about an id beside its findings: one row for every id that the compiler can
 * report. */
struct report_rule {
    const char *id;
    enum severity severity; /* by default */
    const char *doc;        /* one line */
};

struct report_rules {
    const struct report_rule *rules; /* sorted by id */
    size_t count;
};

/* Excerpt, caret, notes and help, for people. `colour`: ANSI colours for a terminal. */
void report_text(struct diagnostics *diagnostics, bool colour, struct buffer *out);

/* One JSON document: {"diagnostics": [...], "errors": n, "warnings": n, "omitted": n}. */
void report_json(struct diagnostics *diagnostics, struct buffer *out);

/* SARIF 2.1.0, columns in code points ("columnKind": "unicodeCodePoints"). */
void report_sarif(struct diagnostics *diagnostics, const struct report_rules *rules,
                  struct buffer *out);

/* GitHub workflow commands, one a line; never coloured. */
void report_github(struct diagnostics *diagnostics, struct buffer *out);

#endif
