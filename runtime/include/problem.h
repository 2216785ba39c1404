/*
 * problem.h - the runtime of problemc: one failed request, from the place where it goes wrong to
 * the response.
 *
 * A service includes the header that `problemc compile` wrote (payments_problems.h), which includes
 * this one. In short:
 *
 *     struct problem problem = PROBLEM_INIT;
 *     ...
 *     problem_because(&problem, "charging order %s", order);           for the log alone
 *     payments_raise_insufficient_funds(&problem, problem_decimal(3000, 2),
 *                                       problem_decimal(5000, 2), "shard-7");
 *     ...
 *     char buffer[PAYMENTS_RESPONSE_MAX];
 *     struct problem_response response;
 *     problem_respond(PAYMENTS_REGISTRY, &problem, &request, buffer, sizeof buffer, &response);
 *
 * An occurrence has two layers. What callers get is what the registry declares: a problem and its
 * typed members. Everything else - causes, errno, where it was raised, members for the log - goes
 * into one record, a line of JSON, under the same id; nothing copies it anywhere else.
 *
 * Nothing here allocates, locks or exits, and nothing needs setting up. Threads: a struct problem
 * belongs to one thread at a time; registries are constant and shared freely, and so are sinks; the
 * only state kept is each thread's generator of ids and the text of its last minute. No function
 * here changes errno. Strings are UTF-8; the C locale is never consulted, but by the printf formats
 * of causes.
 *
 * Stack: problem_respond takes less than 20 KiB, 16 of which hold the record; every other function
 * less than 2 KiB, and what printf takes for its format (glibc: 2 KiB, for a double 4 or more).
 */
#ifndef PROBLEM_H
#define PROBLEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef PROBLEM_SHARED /* while the runtime itself is compiled: what is declared here is visible */
#pragma GCC visibility push(default)
#endif

/* Version of the interface between generated code and this runtime; generated headers refuse
 * another one. */
#define PROBLEM_ABI 6

#if defined(__GNUC__)
#define PROBLEM_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define PROBLEM_PRINTF(string, first)
#endif

enum {
    PROBLEM_MEMBERS_MAX = 64,    /* members with values, the registry's own included */
    PROBLEM_VALUES_SIZE = 2560,  /* bytes for the values of members and field errors */
    PROBLEM_PLACE_SIZE = 126,    /* bytes of a field error's pointer or name */
    PROBLEM_CAUSES_SIZE = 1024,  /* bytes for the texts of causes, a NUL behind each */
    PROBLEM_EARLIER_MAX = 4,     /* earlier raises that are remembered */
    PROBLEM_HEADERS_MAX = 32,    /* headers of one response */
    PROBLEM_RECORD_SIZE = 16384, /* bytes of a log record, the newline included */
    PROBLEM_OCCURRENCE_SIZE = 37 /* an occurrence id as text, NUL included */
};

/* A registry as the compiler wrote it: PAYMENTS_REGISTRY of a generated header. Opaque, constant,
 * shared. */
struct problem_registry;

/* ------------------------------------------------------------------ values */

/* units * 10^-scale: 30.00 is {3000, 2}. */
struct problem_decimal {
    int64_t units;
    uint8_t scale;
};

/* A moment: seconds since 1970-01-01T00:00:00Z without leap seconds, and 0 to 999,999,999
 * nanoseconds after it. */
struct problem_time {
    int64_t seconds;
    int32_t nanoseconds;
};

static inline struct problem_decimal problem_make_decimal(int64_t units, uint8_t scale)
{
    struct problem_decimal value;
    value.units = units;
    value.scale = scale;
    return value;
}

static inline struct problem_time problem_make_time(int64_t seconds, int32_t nanoseconds)
{
    struct problem_time value;
    value.seconds = seconds;
    value.nanoseconds = nanoseconds;
    return value;
}

/* problem_decimal(3000, 2) is 30.00. Macros, since C++ takes a function of a struct's name for its
 * constructor. */
#define problem_decimal(units, scale)      problem_make_decimal(units, scale)
#define problem_time(seconds, nanoseconds) problem_make_time(seconds, nanoseconds)

/* ------------------------------------------------------------------ where a field error is */

enum problem_where_kind {
    PROBLEM_WHERE_BODY = 1, /* an RFC 6901 JSON Pointer into the request's body */
    PROBLEM_WHERE_QUERY,
    PROBLEM_WHERE_PATH,
    PROBLEM_WHERE_HEADER
};

struct problem_where {
    uint8_t kind; /* enum problem_where_kind */
    uint8_t length;
    char text[PROBLEM_PLACE_SIZE];
};

/*
 * The place of a field error. The argument is a printf format:
 *
 *     PROBLEM_BODY("/items/%zu/amount", i)    PROBLEM_QUERY("limit")
 *     PROBLEM_HEADER("If-Match")              PROBLEM_PATH("id")
 *
 * Unknown property names are submitted data too: a pointer is cut before the first segment that
 * holds anything but [A-Za-z0-9._:@-], and a name with other bytes (a query parameter may also have
 * []$) is left out.
 */
struct problem_where problem_at(enum problem_where_kind kind, const char *format, ...)
    PROBLEM_PRINTF(2, 3);

#define PROBLEM_BODY(...)   problem_at(PROBLEM_WHERE_BODY, __VA_ARGS__)
#define PROBLEM_QUERY(...)  problem_at(PROBLEM_WHERE_QUERY, __VA_ARGS__)
#define PROBLEM_PATH(...)   problem_at(PROBLEM_WHERE_PATH, __VA_ARGS__)
#define PROBLEM_HEADER(...) problem_at(PROBLEM_WHERE_HEADER, __VA_ARGS__)

/* ------------------------------------------------------------------ one occurrence */

/* A raise that a later one replaced. The fields are the runtime's. */
struct problem_earlier {
    const struct problem_registry *registry;
    const char *file, *function;
    int line;
    uint32_t record; /* as `raised` below */
};

/*
 * One occurrence of a problem, 3,968 bytes on a 64-bit machine. Lives where its user puts it (the
 * stack, a request object), holds no pointer into anybody's memory but constant data of the
 * program, and may be copied as it is. The fields are the runtime's.
 */
struct problem {
    const struct problem_registry *registry; /* NULL: nothing raised or set */
    uint64_t present;                        /* members that have a value that fits, by ordinal */
    uint64_t misfit;                         /* members whose value did not fit */
    const char *file, *function;             /* where it was raised: literals of the program */
    const char *source; /* whose error it was: a literal of the program; NULL: nobody else's */
    int line;
    int error_number;            /* of problem_because_errno, or 0 */
    uint32_t raised;             /* where in the registry the raised problem is, or 0 */
    uint32_t violations_omitted; /* field errors that found no room or broke a rule */
    uint16_t violation_count;
    uint16_t values_used;     /* bytes of members, from the front of `values` */
    uint16_t violations_used; /* bytes of field errors, from its back */
    uint16_t open;            /* bytes of the field error being added, after the members */
    uint16_t open_rule;       /* its rule's index + 1, or 0 */
    uint16_t causes_used;     /* bytes of `causes` */
    uint16_t causes_omitted;  /* causes that found no room */
    uint16_t earlier_omitted; /* raises that were replaced when `earlier` was full */
    uint8_t earlier_count;
    uint8_t has_occurrence;
    uint8_t recorded; /* its record has been written */

    /* Nothing from here on needs to be zeroed. */
    char source_code[24]; /* that error's code, NUL-terminated, where there is a source */
    unsigned char occurrence[16];
    struct problem_earlier earlier[PROBLEM_EARLIER_MAX]; /* the first ones */
    uint16_t offsets[PROBLEM_MEMBERS_MAX];     /* where each member's value begins in `values` */
    unsigned char values[PROBLEM_VALUES_SIZE]; /* not at either end: blocks overrun it */
    char causes[PROBLEM_CAUSES_SIZE];
};

/* Forgets everything: an occurrence of which nothing is known yet. */
static inline void problem_clear(struct problem *problem)
{
    problem->registry = NULL;
    problem->present = 0;
    problem->misfit = 0;
    problem->file = NULL;
    problem->function = NULL;
    problem->source = NULL;
    problem->line = 0;
    problem->error_number = 0;
    problem->raised = 0;
    problem->violations_omitted = 0;
    problem->violation_count = 0;
    problem->values_used = 0;
    problem->violations_used = 0;
    problem->open = 0;
    problem->open_rule = 0;
    problem->causes_used = 0;
    problem->causes_omitted = 0;
    problem->earlier_omitted = 0;
    problem->earlier_count = 0;
    problem->has_occurrence = 0;
    problem->recorded = 0;
}

static inline struct problem problem_cleared(void)
{
    struct problem problem;
    problem_clear(&problem);
    return problem;
}

/*
 * `struct problem problem = PROBLEM_INIT;` Only the few bytes that must be are set, which {0} would
 * not give. A struct that is all zero (static, calloc) is ready as it is.
 */
#define PROBLEM_INIT problem_cleared()

/* ------------------------------------------------------------------ causes: for the log alone
 *
 * Before or after the raise, as often as there is something to say; problem_clear forgets them.
 * They share PROBLEM_CAUSES_SIZE bytes: what does not fit is cut, with a mark, or counted. Any
 * bytes will do. A NULL problem is ignored.
 */

/* What was being done, or what is known about the failure: a printf format. */
void problem_because(struct problem *problem, const char *format, ...) PROBLEM_PRINTF(2, 3);

/* The same with an error number, errno as a rule:
 *
 *     problem_because_errno(problem, errno, "opening %s", path);
 *
 * The record has the last number under a key of its own, and each cause that is not cut ends in its
 * number's name and text. */
void problem_because_errno(struct problem *problem, int error, const char *format, ...)
    PROBLEM_PRINTF(3, 4);

/*
 * Somebody else's error: `source` names whose (a literal: it is kept, not copied), then its code
 * and its message, which is data and never a format; it may be NULL. payments_raise_from_sqlite and
 * its like call these.
 */
void problem_because_code(struct problem *problem, const char *source, int64_t code,
                          const char *message);
void problem_because_state(struct problem *problem, const char *source, const char *code,
                           const char *message);

/* ------------------------------------------------------------------ the log
 *
 * Every occurrence becomes one record: one line of JSON, UTF-8, with a newline at its end and none
 * before, PROBLEM_RECORD_SIZE bytes at most. Fields that would make it longer are left out whole.
 * runtime/README.md lists the fields; their names are OpenTelemetry's where it has one.
 */

/*
 * Where records go. Make it static: it is shared by all threads and must outlive them.
 *
 *     static struct problem_sink sink = PROBLEM_SINK_TO(2);             standard error
 *     static struct problem_sink sink = PROBLEM_SINK_CALL(my_write, &my_context);
 *
 * A descriptor is written to without ever waiting: a record that a full pipe, a full disk or a
 * closed reader does not take is dropped and counted; SIGPIPE is held back. It may be anything that
 * write() takes; open files with O_APPEND. A callback gets the whole line, on the thread that
 * answers, after the response is ready; it says whether it took the line. It may itself respond to
 * a problem: the record of that one is dropped, so that nothing goes round in circles. It must
 * return: one that jumps or throws out of it silences its thread.
 *
 * Keep descriptors 0 to 2 open, if only to /dev/null: a service that was started without them gets
 * a connection or a database as its standard error. Where that is a socket which somebody connected
 * to, records are dropped rather than sent to a caller. All zero is not a sink, but descriptor 0.
 */
typedef bool problem_sink_write(void *context, const char *line, size_t length);

struct problem_sink {
    int descriptor;            /* -1: none */
    problem_sink_write *write; /* where not NULL, instead of the descriptor */
    void *context;
    uint64_t dropped; /* problem_sink_dropped reads it */
    uint32_t torn;    /* the runtime's: the last line was written in part */
};

#define PROBLEM_SINK_TO(descriptor)                                                                \
    {                                                                                              \
        descriptor, NULL, NULL, 0, 0                                                               \
    }
#define PROBLEM_SINK_CALL(function, context)                                                       \
    {                                                                                              \
        -1, function, context, 0, 0                                                                \
    }
#define PROBLEM_SINK_NONE                                                                          \
    {                                                                                              \
        -1, NULL, NULL, 0, 0                                                                       \
    }

/* How many records this sink has lost. NULL: the sink of those who name none, standard error. */
uint64_t problem_sink_dropped(const struct problem_sink *sink);

/* ------------------------------------------------------------------ answering */

/*
 * What is known of the request. Any pointer may be NULL: not known, or not sent. Only `method` and
 * `accept` decide about the response; the others are for the record. All of them may hold anything
 * that a hostile peer can send.
 */
struct problem_request {
    const char *method;          /* "HEAD": no body is sent (RFC 9110 9.3.2) */
    const char *path;            /* as received; the record has it without its query */
    const char *accept;          /* the Accept field's value; several fields joined by ", " */
    const char *accept_language; /* likewise; the answer is in the registry's own language */
    const char *request_id;      /* an id that came with the request: X-Request-Id or its like */
    const char *traceparent;     /* W3C Trace Context */
    struct problem_sink *sink;   /* where the record goes; NULL: standard error */
};

struct problem_header {
    const char *name;
    const char *value; /* printable ASCII: no CR, LF or NUL ever */
};

/* A whole response. Every pointer leads into the caller's buffer or into constant data. */
struct problem_response {
    int status;         /* 400 to 599 */
    const char *reason; /* the status's phrase: "Forbidden" */
    size_t header_count;
    struct problem_header headers[PROBLEM_HEADERS_MAX]; /* Content-Type first, no Content-Length */
    const char *body;      /* content_length bytes, also for HEAD; not NUL-terminated */
    size_t body_length;    /* how many of them to send: 0 for HEAD */
    size_t content_length; /* what Content-Length says, also for HEAD */
};

/*
 * Renders what the caller of the service gets: status, headers and an RFC 9457 body, in `buffer`.
 * PAYMENTS_RESPONSE_MAX bytes are always enough. Sends `registry`'s fallback problem when nothing
 * was raised, when `problem` is NULL, or when it was raised from another registry. `request` may be
 * NULL. The media type is application/problem+json, labelled application/json only where Accept
 * refuses the former with q=0 and not the latter (RFC 9110 12.5.1); never a 406.
 *
 * The occurrence's record goes to the request's sink, once: a second call without another raise
 * renders it again, under the same id, and records nothing; what is known by then is what it has. A
 * sink that fails costs nothing here.
 *
 * Returns the bytes needed; constant headers need none, nor does a body that is the same each time,
 * to the last byte. When that is more than `size`, `response` has status, reason, Cache-Control and
 * an empty body, so that it can be sent as it is, and the buffer's content is unspecified; part of
 * a body is never given out. `buffer` may be NULL when `size` is 0.
 */
size_t problem_respond(const struct problem_registry *registry, struct problem *problem,
                       const struct problem_request *request, char *buffer, size_t size,
                       struct problem_response *response);

/*
 * The record of an occurrence, which problem_respond hands to the sink, for services with a log of
 * their own. `registry` is the one that the service answers with; `problem` and `request` may be
 * NULL. Returns its length, the newline included, or 0 when `size` is less than
 * PROBLEM_RECORD_SIZE: nothing is written then. No NUL is added.
 */
size_t problem_record(const struct problem_registry *registry, struct problem *problem,
                      const struct problem_request *request, char *buffer, size_t size);

/*
 * The response's head as HTTP/1.1 has it on the wire: status line, fields, Content-Length, empty
 * line. Returns its length; when that is more than `size`, nothing is written. No NUL is added.
 */
size_t problem_write_head(const struct problem_response *response, char *buffer, size_t size);

/* The phrase of a status code (RFC 9110 15 and the IANA registry), e.g. 422 "Unprocessable
 * Content"; of an unknown one that of its class: "Client Error" or "Server Error"; "Unknown"
 * outside 400 to 599. */
const char *problem_reason(int status);

/* ------------------------------------------------------------------ what was raised */

enum problem_retry {
    PROBLEM_RETRY_NEVER,
    PROBLEM_RETRY_SAME_REQUEST,
    PROBLEM_RETRY_AFTER_DELAY,
    PROBLEM_RETRY_AFTER_FIX
};

enum problem_log { PROBLEM_LOG_DEBUG, PROBLEM_LOG_INFO, PROBLEM_LOG_WARN, PROBLEM_LOG_ERROR };

/* A problem as the registry declares it. Pointers lead into the registry; strings are
 * NUL-terminated. */
struct problem_info {
    uint32_t number; /* the generated enum's value */
    int status;
    enum problem_retry retry;
    enum problem_log log;
    const char *code;
    const char *title;
    uint32_t concealed_as; /* number of the problem it hides behind, or 0 */
};

/* `number` is a value of the registry's enum. False, and `info` untouched, when the registry has no
 * such problem. */
bool problem_describe(const struct problem_registry *registry, uint32_t number,
                      struct problem_info *info);

/* The type URI of a problem ("about:blank" where it has none of its own), NUL-terminated. Returns
 * its length without the NUL, 0 for an unknown number; nothing is written when `size` is not more
 * than that. */
size_t problem_type(const struct problem_registry *registry, uint32_t number, char *buffer,
                    size_t size);

/* The number of the problem with this code, or this type URI; 0 when there is none. One probe, one
 * comparison. */
uint32_t problem_find_code(const struct problem_registry *registry, const char *code,
                           size_t length);
uint32_t problem_find_type(const struct problem_registry *registry, const char *uri, size_t length);

/* The number of the problem that was really raised, for the log; 0: none. */
uint32_t problem_raised(const struct problem *problem);

/* The number of the problem that callers get: the raised one, or the one it is concealed as; 0:
 * none. */
uint32_t problem_sent(const struct problem *problem);

/* The status that callers get; 500 when nothing was raised. */
int problem_status(const struct problem *problem);

/* The most bytes that a response of this registry needs: PAYMENTS_RESPONSE_MAX, for those who hold
 * a registry without its header. */
size_t problem_response_max(const struct problem_registry *registry);

/* Where it was raised. File and function are NULL when nothing was; the arguments may not be. */
void problem_raised_at(const struct problem *problem, const char **file, int *line,
                       const char **function);

/* This occurrence's id, made when first asked for: a random UUID, NUL-terminated in `text`. */
void problem_occurrence(struct problem *problem, char text[PROBLEM_OCCURRENCE_SIZE]);

/* The detail text that callers get, as UTF-8 without JSON escapes, NUL-terminated. Returns its
 * length without the NUL; nothing is written when `size` is not more than that. 0 when there is
 * none, or when it names a member whose value does not fit. */
size_t problem_detail(const struct problem *problem, char *buffer, size_t size);

/* ------------------------------------------------------------------ members, for services with a
 * serializer of their own */

enum problem_audience {
    PROBLEM_PUBLIC, /* sent in the body */
    PROBLEM_HEADER_ONLY,
    PROBLEM_LOG_ONLY
};

enum problem_value_type {
    PROBLEM_INTEGER = 1, /* as.integer; durations too */
    PROBLEM_DECIMAL,
    PROBLEM_NUMBER,
    PROBLEM_BOOLEAN,
    PROBLEM_ENUM, /* as.string: the value's name */
    PROBLEM_STRING,
    PROBLEM_TIME,
    PROBLEM_DATE, /* as.integer: seconds since 1970-01-01T00:00:00Z */
    PROBLEM_LIST, /* as.list: problem_item gives each */
    PROBLEM_JSON  /* a constant; as.string: its JSON text */
};

struct problem_value {
    enum problem_value_type type;
    union {
        int64_t integer;
        struct problem_decimal decimal;
        double number;
        bool boolean;
        struct problem_time time;
        struct {
            const char *bytes; /* not NUL-terminated; valid as long as the problem */
            size_t length;
        } string;
        struct {
            const struct problem_registry *registry;
            const unsigned char *items;
            uint32_t shape;
            size_t count;
        } list;
    } as;
};

struct problem_member {
    const char *name; /* NUL-terminated */
    enum problem_audience audience;
    struct problem_value value;
};

/*
 * The members that have a fitting value, one a call, in the body's order: start with *position = 0,
 * stop at false. PROBLEM_PUBLIC gives what callers may see (of the problem it is concealed as,
 * where it is); the other audiences give what was raised.
 */
bool problem_next_member(const struct problem *problem, enum problem_audience audience,
                         size_t *position, struct problem_member *member);

/* Item `index` of a list; false past its end. */
bool problem_item(const struct problem_value *list, size_t index, struct problem_value *item);

struct problem_violation {
    enum problem_where_kind kind;
    const char *place; /* not NUL-terminated; a JSON Pointer, or a name; empty: unknown */
    size_t place_length;
    const char *rule;            /* NUL-terminated */
    const unsigned char *record; /* the runtime's; valid as long as the problem */
};

/* The field errors that callers may see, oldest first: start with *position = 0, stop at false. A
 * concealed problem has none. */
bool problem_next_violation(const struct problem *problem, size_t *position,
                            struct problem_violation *violation);

/* A field error's text, like problem_detail. */
size_t problem_violation_detail(const struct problem *problem,
                                const struct problem_violation *violation, char *buffer,
                                size_t size);

/* ------------------------------------------------------------------ what generated headers call
 *
 * Raise: problem_begin, then a put for each required member in the order of its ordinal. A value
 * that does not fit its declared shape is kept out of the response and marked; it never fails and
 * never crashes. NULL strings and arrays don't fit (an array of 0 items may be NULL). A NULL
 * problem is ignored everywhere.
 */

enum {
    PROBLEM_ANY = 0xffffff /* problem_accepts: a member of the registry, not of one problem */
};

/* Where a raise stands: a macro of its own, since a header has it for every problem and compilers
 * take time for each token. */
#define PROBLEM_HERE __FILE__, __LINE__, __func__

/* Forgets an earlier raise and its members, keeps field errors and the registry's own members. */
void problem_begin(struct problem *problem, const struct problem_registry *registry, uint32_t index,
                   const char *file, int line, const char *function);

/*
 * Whether a member of problem `index` may be set now: that problem has been raised; for
 * PROBLEM_ANY: nothing of another registry has been. Readies the problem for the put that follows.
 */
bool problem_accepts(struct problem *problem, const struct problem_registry *registry,
                     uint32_t index);

void problem_put_integer(struct problem *problem, unsigned ordinal, int64_t value);
void problem_put_decimal(struct problem *problem, unsigned ordinal, struct problem_decimal value);
void problem_put_number(struct problem *problem, unsigned ordinal, double value);
void problem_put_boolean(struct problem *problem, unsigned ordinal, bool value);
void problem_put_enum(struct problem *problem, unsigned ordinal, int value);
void problem_put_string(struct problem *problem, unsigned ordinal, const char *value);
void problem_put_time(struct problem *problem, unsigned ordinal, struct problem_time value);

void problem_put_integers(struct problem *problem, unsigned ordinal, const int64_t *items,
                          size_t count);
void problem_put_decimals(struct problem *problem, unsigned ordinal,
                          const struct problem_decimal *items, size_t count);
void problem_put_numbers(struct problem *problem, unsigned ordinal, const double *items,
                         size_t count);
void problem_put_booleans(struct problem *problem, unsigned ordinal, const bool *items,
                          size_t count);
void problem_put_enums(struct problem *problem, unsigned ordinal, const void *items,
                       size_t item_size, size_t count); /* enums of item_size bytes each */
void problem_put_strings(struct problem *problem, unsigned ordinal, const char *const *items,
                         size_t count);
void problem_put_times(struct problem *problem, unsigned ordinal, const struct problem_time *items,
                       size_t count);

/* A field error: begin, a put for each of the rule's members, end. */
void problem_violation_begin(struct problem *problem, const struct problem_registry *registry,
                             uint32_t rule, const struct problem_where *where);
void problem_violation_end(struct problem *problem);

#ifdef PROBLEM_SHARED
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
