/*
 * HTTP messages as `curl -i` prints them, one after the other: status line, header fields, empty
 * line, and the body as curl has decoded it. Versions 1.0 to 3; lines end in LF or CRLF.
 *
 * Nothing in that stream says where a body without a length ends, so the next message begins where
 * a line begins with a whole status line, or where one follows a closing `}`, `]` or `>` (curl puts
 * no line break behind a body). A Content-Length that ends where a message can end is believed.
 */
#ifndef PROBLEMC_VERIFY_MESSAGE_H
#define PROBLEMC_VERIFY_MESSAGE_H

#include "base/arena.h"

struct http_field {
    struct text name, value; /* blanks around the value are off */
};

/* What is wrong with how a message is put together. */
struct http_fault {
    const char *id; /* of the table of findings */
    struct text at; /* where, in the input */
    const char *message, *help;
};

struct http_message {
    struct text line; /* the status line, without its break */
    int status;       /* 0: the line does not tell */
    struct http_field *fields;
    size_t field_count;
    struct text body;
    struct http_fault *faults;
    size_t fault_count;
};

struct http_reader {
    struct text input;
    size_t at;     /* where the next message begins */
    bool headless; /* answers to HEAD: Content-Length is about a body that is not there */
    struct arena *arena;
};

/* The next message; false at the end, or where what follows is none: then bytes are left. All texts
 * lead into the input. */
bool http_next(struct http_reader *reader, struct http_message *message);

/* The field of that name (case does not matter) at or behind number *at, which moves behind it;
 * NULL: there is no other. */
const struct http_field *http_find(const struct http_message *message, struct text name,
                                   size_t *at);

/* The first one's value; `bytes` NULL: there is none. */
struct text http_value(const struct http_message *message, struct text name);

/* Whether a message with this status has no body, whatever the request was. */
bool http_bodiless(int status);

#endif
