/*
 * What has changed between two registries, and whom it breaks: those who call the API, or the C
 * source of those who serve it. Every kind of change is a row in one table (rules.c) with an id, a
 * verdict and a line of documentation.
 *
 * Who is broken is judged from the contract: a registry promises what responses may look like, so
 * a caller who relied on no more than that must not fail. Promises that were withdrawn in time, by
 * `deprecated` with a `sunset` that has passed, bind nobody any more.
 */
#ifndef PROBLEMC_DIFF_DIFF_H
#define PROBLEMC_DIFF_DIFF_H

#include "base/buffer.h"
#include "registry.h"
#include "source/diagnostic.h"

enum diff_verdict {
    VERDICT_BREAKING,   /* callers may fail, or get wrong values without a compiler noticing */
    VERDICT_RISKY,      /* callers may fail who ruled out what the old registry did */
    VERDICT_SOURCE,     /* C that includes the generated headers has to be changed */
    VERDICT_COMPATIBLE, /* callers can see it, and those that follow RFC 9457 don't mind */
    VERDICT_SAFE,       /* for people: texts, documentation, the log */
    VERDICTS,
};

extern const char *const verdict_names[]; /* by enum diff_verdict */

struct diff_rule {
    const char *id;
    enum diff_verdict verdict;
    const char *doc; /* one line */
};

extern const struct diff_rule diff_rules[]; /* sorted by id */
extern const size_t diff_rule_count;

/* Why a breaking change breaks no promise. */
enum excuse {
    EXCUSE_NONE,
    EXCUSE_SUNSET,   /* the problem was to be gone by now */
    EXCUSE_RESERVED, /* its code is listed under `reserved` */
};

extern const char *const excuse_names[]; /* by enum excuse; "" for none */

/* What a change is about. */
enum subject_kind {
    SUBJECT_REGISTRY,
    SUBJECT_PROBLEM,
    SUBJECT_TYPE,   /* an entry of `types` */
    SUBJECT_RULE,   /* of field errors */
    SUBJECT_SOURCE, /* of `classify` */
};

extern const char *const subject_names[]; /* by enum subject_kind */

struct change {
    const struct diff_rule *rule;
    enum diff_verdict verdict; /* the rule's; compatible where it is excused */
    enum excuse excuse;
    enum subject_kind kind;
    struct text name, member;  /* what it is about; empty: nothing in particular */
    struct span old, new;      /* places in either registry; nowhere: it is not there */
    struct text message, help; /* help may be empty */
};

struct diff {
    struct change *changes; /* by verdict, breaking ones first */
    size_t count;
    size_t by_verdict[VERDICTS];
};

/*
 * Compares. `new` must have no errors; `old` may have those that the checks find, as it may be
 * older than a check. `today` is YYYY-MM-DD. `response_max` are the bytes of the largest response
 * of either; 0: not known.
 */
struct diff_request {
    const struct registry *old, *new;
    struct text today;
    size_t old_response_max, new_response_max;
};

void diff_registries(const struct diff_request *request, struct arena *arena, struct diff *diff);

/* ---------------------------------------------------------------- print_*.c, findings.c */

/* For people, grouped by verdict; nothing where nothing has changed. */
void diff_print_text(const struct diff *diff, const struct sources *sources, bool colour,
                     struct buffer *out);

/* One JSON document; its shape stands in print_json.c. */
void diff_print_json(const struct diff *diff, const struct sources *sources, struct buffer *out);

/* As findings for the other reports: breaking changes are errors, risky and source ones warnings,
 * others left out. What is gone is found at `top`, a place in a file that is still there. */
void diff_findings(const struct diff *diff, struct span top, struct arena *arena,
                   struct diagnostics *diagnostics);

/* "payment-failed.amount: ", or the like; empty for the registry itself. */
struct text change_subject(const struct change *change, struct arena *arena);

#endif
