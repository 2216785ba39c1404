/*
 * expectations.h - what a server does in its own way. Each has a file of its own,
 * NAME_expectations.c, that defines `expectations`; what it leaves out is 0 and means: like the
 * catalogue says.
 */
#ifndef EXPECTATIONS_H
#define EXPECTATIONS_H

#include <stdbool.h>

enum outcome {
    EXPECT_ANSWER = 0, /* what the catalogue answers */
    EXPECT_RAISED,     /* the problem that catalogue_raise_status raises for `status` */
    EXPECT_OWN,        /* `status`, no problem, no record: the server's own answer */
    EXPECT_CLOSED,     /* no answer at all */
    EXPECT_READ        /* bodies alone: it reads on to their end, and answers then */
};

struct expected {
    enum outcome outcome;
    int status;
};

/* Requests that no server takes. */
enum malformed {
    MALFORMED_GARBAGE,    /* no request line at all */
    MALFORMED_NO_PATH,    /* GET */
    MALFORMED_VERSION,    /* HTTP/9.9 */
    MALFORMED_FIELD,      /* a line without a colon */
    MALFORMED_LENGTH,     /* Content-Length: x */
    MALFORMED_HUGE,       /* Content-Length of 25 digits */
    MALFORMED_CHUNK,      /* chunked, and is not */
    MALFORMED_LARGE_LINE, /* a path of 64 KiB */
    MALFORMED_LARGE_HEAD, /* a field of 64 KiB */
    MALFORMED_COUNT
};

/* Values of X-Request-Id, some of which a server may refuse by itself. */
enum request_id {
    ID_PLAIN,
    ID_LONGEST, /* 128 bytes */
    ID_TOO_LONG,
    ID_1000_BYTES,
    ID_QUOTES,
    ID_MARKUP,
    ID_BLANK,
    ID_TAB,
    ID_UTF8,
    ID_LATIN1,
    ID_ESCAPE,
    ID_COUNT
};

/* Paths, likewise. */
enum path {
    PATH_QUERY,
    PATH_CRLF,    /* %0d%0a */
    PATH_NUL,     /* %00 */
    PATH_LATIN1,  /* %ff */
    PATH_QUOTES,  /* %22%5c */
    PATH_PERCENT, /* %zz */
    PATH_DOTS,    /* .. */
    PATH_BYTES,   /* bytes that no URI has */
    PATH_LONG,    /* 4,000 bytes */
    PATH_COUNT
};

struct phrase {
    int status;
    const char *text;
};

struct expectations {
    const char *fields[8];    /* names of fields that the server adds by itself; Date, Server,
                                 Connection and Keep-Alive may always be there */
    bool closes;              /* after a problem, although the client would go on */
    bool raw_path;            /* the adapter sees the path as it was sent; else decoded */
    bool records_leavers;     /* a client that leaves in the middle of a request is an error */
    struct phrase phrases[8]; /* where they are not problem_reason's */
    struct expected unknown_method;
    struct expected announced; /* Content-Length: 1000000000, Expect: 100-continue */
    struct expected endless;   /* a chunked body of 64 MiB and more */
    struct expected malformed[MALFORMED_COUNT];
    struct expected request_ids[ID_COUNT];
    struct expected paths[PATH_COUNT];
};

extern const struct expectations expectations;

#endif
