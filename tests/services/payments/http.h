/*
 * http.h - the edge of the service: requests in, replies and problems out. The only file that knows
 * libmicrohttpd.
 */
#ifndef HTTP_H
#define HTTP_H

#include "payments_problems.h"

#include <cjson/cJSON.h>

enum { HTTP_BODY_MAX = 65536 };

struct MHD_Connection;

/* All of it is there when a request is answered. Texts stay as long as the request. */
struct request {
    const char *method, *path; /* the path decoded, without its query */
    const char *body;          /* not NUL-terminated */
    size_t body_length;
    struct MHD_Connection *connection; /* http.c's */
};

/* A header field, or a parameter of the query; NULL: not sent. */
const char *http_field(const struct request *request, const char *name);
const char *http_query(const struct request *request, const char *name);

/* What goes out when nothing fails. */
struct reply {
    unsigned status;
    cJSON *json; /* becomes the body, and is deleted by http.c */
    char location[64];
};

/* Fills `reply`, or raises a problem and returns it. */
typedef enum payments_problem http_answer(void *context, struct problem *problem,
                                          const struct request *request, struct reply *reply);

struct http;

/* Serves at 127.0.0.1:`port` (0: any that is free) in one thread of its own, which calls `answer`.
 * NULL: it can't. */
struct http *http_start(unsigned port, http_answer *answer, void *context);
unsigned http_port(const struct http *http);
void http_stop(struct http *http);

#endif
