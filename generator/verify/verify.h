/*
 * Whether HTTP answers are what a registry says they are: `problemc verify`.
 *
 * An answer with a 4xx or 5xx status must be one that a service of the registry could have sent.
 * How that is found out: the values in the answer are put into an occurrence of its problem, the
 * runtime renders that one, and the two are compared. So there is no second idea here of what a
 * detail, a member or a header looks like. What is neither is not a fault of the answer to have,
 * but must not look like one, either: 200 with `{"success": false}`.
 */
#ifndef PROBLEMC_VERIFY_VERIFY_H
#define PROBLEMC_VERIFY_VERIFY_H

#include "base/buffer.h"
#include "registry.h"
#include "source/diagnostic.h"
#include "tables/image.h"

enum {
    VERIFY_SIZE_MAX = 16 * 1024 * 1024, /* bytes of one input */
    VERIFY_MESSAGES_MAX = 10000,        /* in one input */
};

/* The findings: what can be wrong with an answer. Sorted by id. */
struct verify_finding {
    const char *id;
    enum severity severity;
    const char *doc; /* one line */
};
extern const struct verify_finding verify_findings[];
extern const size_t verify_finding_count;
const struct verify_finding *verify_find(struct text id); /* NULL: there is none */

struct verify_request {
    const struct registry *registry;
    const struct image *image;
    const struct problem_type *expected; /* what each input's last answer must be; NULL: any */
    bool head;                           /* the answers are to HEAD requests */
    const char *const *allowed;          /* ids of findings that are not reported */
    size_t allowed_count;
};

/* What is said of one message. */
struct verdict {
    struct span span;                   /* of its status line */
    int status;                         /* 0: it does not tell */
    const struct problem_type *problem; /* NULL: none of the registry */
    bool several;                       /* an answer to HEAD that more than one problem may be */
    struct text instance;               /* as it came; empty: none */
    struct diagnostics *findings;
};

struct verdicts {
    struct verdict *items;
    size_t count;
};

struct verifier; /* what is known across inputs: each occurrence has an id of its own */

struct verifier *verifier_create(const struct verify_request *request, struct sources *sources,
                                 struct arena *arena);

/* Judges every message of an input. False: `*why` says why there is nothing to be judged. */
bool verify_source(struct verifier *verifier, const struct source *source,
                   struct verdicts *verdicts, struct text *why);

/* print.c: the verdicts for people, for programs, and as TAP 14. */
void verify_print_text(const struct verdicts *verdicts, bool strict, bool colour,
                       struct buffer *out);
void verify_print_json(const struct verdicts *verdicts, bool strict, const struct sources *sources,
                       struct buffer *out);
void verify_print_tap(const struct verdicts *verdicts, bool strict, struct buffer *out);

/* Whether nothing is wrong with it; `strict`: warnings count. */
bool verdict_ok(const struct verdict *verdict, bool strict);

#endif
