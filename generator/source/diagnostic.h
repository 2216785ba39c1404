/*
 * Diagnostics: what is wrong, where, and what to write instead. Stages add to the collection and go
 * on; the driver prints all of them in the order of the files. An id names the kind of finding
 * (`unknown-key`) and is stable: people waive and search it.
 */
#ifndef PROBLEMC_SOURCE_DIAGNOSTIC_H
#define PROBLEMC_SOURCE_DIAGNOSTIC_H

#include "source/source.h"

enum severity {
    SEVERITY_WARNING,
    SEVERITY_ERROR,
};

/* A second place that belongs to a finding: "first declared here". */
struct diagnostic_note {
    struct span span;
    struct text message;
    struct diagnostic_note *next;
};

struct diagnostic {
    enum severity severity;
    const char *id;
    struct span span; /* nowhere: the message stands alone */
    struct text message;
    struct text help; /* empty: none */
    struct diagnostic_note *notes;
    struct diagnostics *owner;
};

struct diagnostics;

struct diagnostics *diagnostics_create(struct arena *arena, const struct sources *sources);

/* Another collection for the same run, whose findings may be appended or forgotten as a whole. */
struct diagnostics *diagnostics_create_beside(const struct diagnostics *diagnostics);
void diagnostics_append(struct diagnostics *diagnostics, struct diagnostics *others);

/*
 * Adds a finding. The format's %.*s may carry any bytes of the registry: reports escape them for
 * where they print. The id must be a string literal. Returns the finding, to which notes and a help
 * can be added until the next call.
 */
struct diagnostic *diagnose(struct diagnostics *diagnostics, enum severity severity, const char *id,
                            struct span span, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void diagnostic_note(struct diagnostic *diagnostic, struct span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void diagnostic_help(struct diagnostic *diagnostic, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

size_t diagnostics_count(const struct diagnostics *diagnostics, enum severity severity);

/* All findings, sorted by file and place (nowhere first), in the order of adding where those are
 * equal. */
struct diagnostic *const *diagnostics_sorted(struct diagnostics *diagnostics, size_t *count);
const struct sources *diagnostics_sources(const struct diagnostics *diagnostics);

/*
 * How far a run is, for whoever waits for it: stages tell it now and then, `done` of `total` (0:
 * that is not known). Not asked for, it goes nowhere.
 */
typedef void progress_told(void *context, const char *stage, size_t done, size_t total);

void diagnostics_ask_progress(struct diagnostics *diagnostics, progress_told *told, void *context);
void diagnostics_progress(struct diagnostics *diagnostics, const char *stage, size_t done,
                          size_t total);

#endif
