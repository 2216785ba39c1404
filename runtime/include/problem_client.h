/*
 * problem_client.h - the client's side of problemc: from an HTTP response to the problem of a
 * registry that it carries, by RFC 9457's rules for consumers. Optional; link problem_client.
 *
 * A control plane that talks to a service of the payments registry, and has to know whether to try
 * again, to change the request or to give up:
 *
 *     struct problem_reply reply = {0};
 *     reply.status = 503;                                  all of this from the HTTP client
 *     reply.content_type = "application/problem+json";
 *     reply.url = "https://api.example.com/payments/7";
 *     reply.retry_after = "30";
 *     reply.body = body;
 *     reply.length = length;
 *
 *     char scratch[PROBLEM_SCRATCH_SIZE(sizeof body)];
 *     struct problem_received received;
 *     problem_receive(PAYMENTS_REGISTRY, &reply, scratch, sizeof scratch, &received);
 *
 *     if (problem_is_transient(&received)) {
 *         int64_t wait = problem_retry_after(&received, time(NULL));
 *         retry_later(request, wait >= 0 ? wait : own_backoff(attempt));
 *         return;
 *     }
 *     switch (received.number) {
 *     case PAYMENTS_INSUFFICIENT_FUNDS: {
 *         struct problem_decimal balance;
 *         if (problem_received_decimal(&received, "balance", &balance))
 *             ask_for_top_up(balance);
 *         break;
 *     }
 *     case 0:                                   no problem of the registry: the status is all there
 *         fail(received.status);                is to go by (RFC 9457 4.2.1)
 *         break;
 *     default: {
 *         struct problem_info info;
 *         problem_describe(PAYMENTS_REGISTRY, received.number, &info);
 *         fail_with(info.code, received.occurrence);
 *     }
 *     }
 *
 * What the rules come to (RFC 9457 3 and 4):
 *
 *     a member of the wrong type is ignored, as if it were absent;
 *     `type`, resolved against the response's URL, tells which problem it is; where it is absent or
 *     about:blank, the registry's discriminator does, or else the HTTP status, where one
 *     problem alone has it;
 *     extensions that the registry does not declare are ignored, but can be looked at as JSON;
 *     texts are for people: nothing here looks into `title` or `detail`;
 *     `type` is an identifier: nothing here fetches it;
 *     the HTTP status rules; the body's `status` is only reported.
 *
 * The JSON must be RFC 8259's to the byte: valid UTF-8, no byte order mark, nothing after the
 * value, 64 levels of arrays and objects at most. Where an object has a name twice the last one
 * counts, as for ECMAScript and most that read the same body on its way. A surrogate without its
 * pair becomes U+FFFD.
 *
 * Everything a peer can send is refused or ignored; nothing of it crashes, and the time taken is
 * proportional to the body's length. Nothing here allocates, locks, exits, keeps state, changes
 * errno or consults the locale. Threads: a received problem is constant once made, so that any
 * number of them may read it. Stack: less than 4 KiB.
 */
#ifndef PROBLEM_CLIENT_H
#define PROBLEM_CLIENT_H

#include "problem.h"

#ifdef __cplusplus
extern "C" {
#endif

#ifdef PROBLEM_SHARED /* while the runtime itself is compiled: what is declared here is visible */
#pragma GCC visibility push(default)
#endif

enum {
    PROBLEM_TYPE_MAX = 2048,         /* bytes of a `type` after it was resolved */
    PROBLEM_RETRY_AFTER_MAX = 86400, /* seconds: what problem_retry_after returns at most */
    PROBLEM_STANDARD_MEMBERS = 5     /* type, title, status, detail, instance */
};

/* Bytes of scratch for a body of this length. A constant where `length` is one. */
#define PROBLEM_SCRATCH_SIZE(length) ((size_t)(length) + PROBLEM_TYPE_MAX)

/* ------------------------------------------------------------------ what came */

/* Valid UTF-8, not NUL-terminated, and with any character that JSON can escape, NUL and other
 * controls included: escape it before it is printed. `bytes` NULL: absent. */
struct problem_text {
    const char *bytes;
    size_t length;
};

/*
 * A response as it came. Strings are NUL-terminated and NULL where the response did not have them.
 * They and the body must stay as long as what is received is used.
 */
struct problem_reply {
    int status;               /* of the HTTP response */
    const char *content_type; /* that field's value */
    const char *url;          /* where the response came from, after redirects, in printable ASCII;
                                 only needed where `type` may be relative */
    const char *retry_after;  /* that field's value */
    const char *error_id;     /* the value of the registry's id-header, e.g. X-Error-Id */
    const char *body;         /* may hold any bytes; NULL where `length` is 0 */
    size_t length;
};

/* ------------------------------------------------------------------ what it is */

enum problem_receive_result {
    PROBLEM_RECEIVED_KNOWN,   /* a problem of the registry */
    PROBLEM_RECEIVED_UNKNOWN, /* a problem, but none of the registry */
    PROBLEM_RECEIVED_OTHER,   /* not labelled as a problem */
    PROBLEM_RECEIVED_BROKEN,  /* labelled as a problem, but the body is no JSON object */
    PROBLEM_RECEIVED_NO_ROOM  /* `size` is less than PROBLEM_SCRATCH_SIZE(reply->length) */
};

/*
 * A problem as it was received, less than 1 KiB. Its texts lead into the body, into the scratch or
 * into constant data; it may be copied.
 */
struct problem_received {
    const struct problem_registry *registry;
    uint32_t number;          /* the generated enum's value; 0: none of the registry */
    int status;               /* of the HTTP response */
    int status_body;          /* what the body says it is, 100 to 599; 0: it does not say */
    bool status_differs;      /* the body says another one than the response */
    bool type_relative;       /* `type` is as it came: it has no scheme and could not be resolved */
    struct problem_text type; /* resolved; about:blank where it is absent */
    struct problem_text title, detail, instance;
    struct problem_text occurrence; /* the id to quote to support, a UUID: of an instance that is
                                       urn:uuid:... or of the registry's own form, else error_id */

    /* From here on the library's own. */
    const char *retry_after;
    const char *body;
    char *scratch;
    size_t length;                            /* of the body; 0: it is not used */
    const unsigned char *record;              /* of the problem; NULL: unknown */
    const char *members[PROBLEM_MEMBERS_MAX]; /* values in the body, by ordinal; NULL: absent */
    const char *violations, *omitted;         /* likewise */
};

/*
 * Takes a response apart. `scratch` has PROBLEM_SCRATCH_SIZE(reply->length) bytes, and must stay as
 * long as `received` is used. No pointer may be NULL.
 *
 * A problem is what is labelled application/problem+json, whatever the label's case and parameters.
 * A service may have to label one application/json, for callers who refuse the former: that is
 * taken where the body's `type` or discriminator names a problem of the registry, and not on the
 * strength of the status.
 *
 * Whatever is returned, `received` can be used: where it is no problem, it has the HTTP status and
 * Retry-After, and nothing else.
 */
enum problem_receive_result problem_receive(const struct problem_registry *registry,
                                            const struct problem_reply *reply, char *scratch,
                                            size_t size, struct problem_received *received);

/* ------------------------------------------------------------------ whether to try again */

/*
 * Whether the same request may succeed later: for circuit breakers and retry loops. The registry
 * says so of a known problem (`retry: same-request` and `after-delay`). Of anything else the HTTP
 * status does: 408, 425, 429, 502, 503 and 504 are transient. Whether the request is safe to repeat
 * is the caller's to know.
 */
bool problem_is_transient(const struct problem_received *received);

/*
 * The seconds to wait by the Retry-After field: a number, or one of the three forms of an HTTP date
 * (RFC 9110 5.6.7, 10.2.3). 0 to PROBLEM_RETRY_AFTER_MAX; -1 where there is no such field or it is
 * malformed. `now` is in seconds since 1970-01-01T00:00:00Z.
 */
int64_t problem_retry_after(const struct problem_received *received, int64_t now);

/* ------------------------------------------------------------------ members
 *
 * What the registry declares for the problem and sends in the body, but constants. A value whose
 * JSON type, range, length or syntax is not the declared one is as good as absent, and so is a list
 * with one such item. An unknown problem has no members: see problem_received_next_raw.
 */

struct problem_received_value {
    enum problem_value_type type;
    int enumerator; /* PROBLEM_ENUM: the generated enum's value */
    union {
        int64_t integer; /* PROBLEM_INTEGER; PROBLEM_DATE: seconds since 1970-01-01T00:00:00Z */
        struct problem_decimal decimal; /* as many digits as came, within the declared scale */
        double number;                  /* the nearest one, ties to even */
        bool boolean;
        struct problem_time time;   /* what is finer than a nanosecond is cut */
        struct problem_text string; /* PROBLEM_STRING, and the name of a PROBLEM_ENUM */
        struct {
            const char *items; /* JSON: problem_received_next_item reads it */
            uint32_t shape;
            size_t count;
        } list;
    } as;
};

struct problem_received_member {
    const char *name; /* NUL-terminated */
    struct problem_received_value value;
};

/* The members that are there, one a call, in the registry's order: start with *position = 0, stop
 * at false. */
bool problem_received_next_member(const struct problem_received *received, size_t *position,
                                  struct problem_received_member *member);

/* The items of a list: start with *position = 0, stop at false. */
bool problem_received_next_item(const struct problem_received *received,
                                const struct problem_received_value *list, size_t *position,
                                struct problem_received_value *item);

/* One member by name; false where it is absent or the problem has none of that name. NULL names
 * nothing. */
bool problem_received_find(const struct problem_received *received, const char *name,
                           struct problem_received_value *value);

/* The same by type; false also where the member is of another type, and *value is untouched then.
 * Durations are integers; an enum's value is that of the generated enum. */
bool problem_received_integer(const struct problem_received *received, const char *name,
                              int64_t *value);
bool problem_received_decimal(const struct problem_received *received, const char *name,
                              struct problem_decimal *value);
bool problem_received_number(const struct problem_received *received, const char *name,
                             double *value);
bool problem_received_boolean(const struct problem_received *received, const char *name,
                              bool *value);
bool problem_received_enum(const struct problem_received *received, const char *name, int *value);
bool problem_received_string(const struct problem_received *received, const char *name,
                             struct problem_text *value);
bool problem_received_time(const struct problem_received *received, const char *name,
                           struct problem_time *value);
bool problem_received_date(const struct problem_received *received, const char *name,
                           int64_t *value);

/* ------------------------------------------------------------------ field errors */

struct problem_received_violation {
    enum problem_where_kind kind; /* 0: not told. PROBLEM_WHERE_QUERY also stands for a path's
                                     parameter where the registry's form has one key for both */
    struct problem_text place;    /* a JSON Pointer without "#" (percent-encoding is left as it is),
                                     or a name */
    struct problem_text detail;   /* for people */
    struct problem_text rule;     /* the registry's name for it, or one that it does not know */
};

/* The field errors of a known problem that has them, in the body's order: start with *position = 0,
 * stop at false. */
bool problem_received_next_violation(const struct problem_received *received, size_t *position,
                                     struct problem_received_violation *violation);

/* How many more there were than the body has; 0 where it does not say. */
uint64_t problem_received_violations_omitted(const struct problem_received *received);

/* ------------------------------------------------------------------ anything else */

/* A member as it came. */
struct problem_raw_member {
    struct problem_text name;
    struct problem_text json; /* its value: checked JSON, as in the body */
};

/* All members of a problem, known or not, in the body's order and with every repetition: start with
 * *position = 0, stop at false. */
bool problem_received_next_raw(const struct problem_received *received, size_t *position,
                               struct problem_raw_member *member);

#ifdef PROBLEM_SHARED
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
