/*
 * talk.h - one exchange with the server under test: a request goes out, and what comes back must
 * be, byte for byte, what the catalogue and the runtime make of that request in this process, with
 * its record in the log.
 */
#ifndef TALK_H
#define TALK_H

#include "expectations.h"
#include "journal.h"
#include "peer.h"
#include "wire.h"

#include <stddef.h>

/* The server under test, and its log. */
extern struct peer talk_peer;
extern struct journal talk_journal;

/* Whether the response that talk_receive read last said `Connection: close`. */
extern bool talk_closes;

struct asked {
    const char *method, *path;
    const char *fields; /* more of them, each with its CR LF; or NULL */
    const char *accept; /* the value of the Accept fields among those, joined */
    size_t body_length; /* sent as so many "x" */
    bool chunked;
};

enum { TALK_HEAD_MAX = 8192 };

/* Writes a request's head. `last`: the connection is to be closed after the answer. Returns its
 * length. */
size_t talk_head(const struct asked *asked, bool last, char head[TALK_HEAD_MAX]);

/* Fails the test unless the record has this text in this field. */
void talk_says(const cJSON *record, const char *field, const char *wanted);

/* Sends a whole request. */
void talk_send(int connection, const struct asked *asked, bool last);

/* Reads the response to a request and checks it and its record, which the caller deletes; NULL when
 * the request succeeds. */
cJSON *talk_receive(struct wire *wire, const struct asked *asked);

/* After talk_receive: goes on with the connection, or with a new one where the response said
 * `Connection: close`; then the server must have closed it. */
void talk_go_on(struct wire *wire);

/* Sends and receives on a connection of its own, which the server closes after it. */
cJSON *talk(const struct asked *asked);

/* The same where the server may have its own way. Returns the record, NULL where there is none. */
cJSON *talk_expecting(const struct asked *asked, struct expected expected);

/* For bytes that are no request: reads what `expected` says. */
void talk_receive_own(struct wire *wire, struct expected expected);

/* Takes all records until none comes for a while. Returns how many there were. */
size_t talk_take_records(void);

/* Reads a response from elsewhere, and compares it with this process's under that id. */
void talk_compare(struct wire *wire, const struct asked *asked, const char *occurrence);

#endif
