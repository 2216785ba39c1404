/*
 * One message while it is looked at, and what the parts of the verifier share.
 */
#ifndef PROBLEMC_VERIFY_ANSWER_H
#define PROBLEMC_VERIFY_ANSWER_H

#include "leaks/leaks.h"
#include "verify/body.h"
#include "verify/message.h"
#include "verify/verify.h"

#include "problem_client.h"

enum {
    FINDINGS_PER_ID = 8,    /* in one message: whoever has more knows by then */
    SUGGESTIONS_MAX = 100,  /* in a run: each goes through the whole registry */
    RULE_TRIES_MAX = 10000, /* ways to read field errors, in one message */
    /* the members of RFC 9457, all others of a problem, its field errors and their count */
    SETTLED_MAX = PROBLEM_STANDARD_MEMBERS + PROBLEM_MEMBERS_MAX * 2 + 2,
};

struct verifier {
    const struct verify_request *request;
    struct arena *arena;
    struct sources *sources;
    const struct leak_scanner *scanner;
    unsigned suggestions;        /* made so far */
    struct map occurrences;      /* id -> where in the run's offsets it was first */
    struct body_room room;       /* of the body that is looked at */
    struct body_room rendered;   /* of what the runtime would have sent */
    struct body_room field_room; /* of one field error as the runtime would have sent it */
    char *response, *field;      /* buffers for those, of the image's response_max bytes */
};

struct answer {
    struct verifier *verifier;
    const struct source *source;
    const struct http_message *message;
    struct verdict *verdict;
    unsigned *counts; /* of findings so far, by their number in the table */

    struct body body; /* `root` NULL: it is no JSON object */
    struct problem_received received;
    const struct problem_type *problem; /* NULL: none of the registry */
    unsigned rule_tries;                /* so far */

    /* What has turned out to be as declared; the scan for leaks passes it over. Values in the body,
     * and fields. */
    const char *settled[SETTLED_MAX];
    size_t settled_count;
};

/*
 * Reports a finding of the table about a place in the message, which must lie in the input, or
 * about its status line (`bytes` NULL). NULL where it is allowed, or there were enough of it.
 */
struct diagnostic *answer_report(struct answer *answer, const char *id, struct text at,
                                 const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Like diagnostic_help, for a finding that may be NULL. */
#define answer_help(finding, ...)                                                                  \
    do {                                                                                           \
        struct diagnostic *helped = (finding);                                                     \
        if (helped)                                                                                \
            diagnostic_help(helped, __VA_ARGS__);                                                  \
    } while (0)

void answer_settle(struct answer *answer, const char *at);
bool answer_is_settled(const struct answer *answer, const char *at);

/* A text cut so that a message stays readable. For "%.*s%s": the text, and what stands for the
 * rest. */
#define SHOWN(text)                                                                                \
    (int)answer_shown(text), (text).bytes, answer_shown(text) < (text).length ? "..." : ""
size_t answer_shown(struct text text);

/* Between the library's texts and ours. */
static inline struct text text_from(struct problem_text text)
{
    return (struct text){text.bytes, text.length};
}

/* ---------------------------------------------------------------- the parts */

/* success.c: that a message which is no error does not tell of one. */
void verify_success(struct answer *answer);

/* media.c: Content-Type, and whether the body can be a problem at all. */
void verify_media_type(struct answer *answer);

/* foreign.c: who else may have written a body. */
struct foreign {
    const char *who;  /* "nginx's own error page" */
    const char *help; /* how to get a problem there instead */
    bool trace;       /* of an exception or a crash */
};
const struct foreign *foreign_find(struct text body);
const char *foreign_object(const struct body *body); /* NULL: nobody's that is known */
void verify_foreign(struct answer *answer);

/* identify.c: which problem it is. */
void verify_identity(struct answer *answer);

/* problem.c: the answer against what the runtime would have sent. */
void verify_problem(struct answer *answer);

/* field_errors.c: `array` is the value of the member that holds them. */
void verify_field_errors(struct answer *answer, const char *array);
void verify_omitted(struct answer *answer, const char *value);

/* headers.c: those of any error, and the declared ones as the rebuilt answer has them. */
struct rebuilt;
void verify_error_headers(struct answer *answer);
void verify_headers(struct answer *answer, const struct rebuilt *rebuilt);

/* leak_scan.c */
void verify_leaks(struct answer *answer);
void verify_server_version(struct answer *answer);

#endif
