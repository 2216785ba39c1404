/*
 * problem_civetweb.h - problems out of a civetweb handler. What is said here about the library was
 * seen with 1.15.
 *
 *     static int handle(struct mg_connection *connection, void *service)
 *     {
 *         struct problem problem = PROBLEM_INIT;
 *         if (answer(&problem, ...) != 0)
 *             return problem_civetweb_respond(&edge, connection, &problem);
 *         ...
 *     }
 *
 * What a handler returns. civetweb takes a number above 0 for "answered" and logs it as the status;
 * a raise returns the problem's number. `return payments_raise_not_found(problem);` in a handler
 * says that all is well, and the client gets no answer. It belongs in the functions below the
 * handler, which return it up to the one that responds.
 *
 * Before the head only. Nothing can be answered once mg_response_header_start, mg_printf or
 * mg_write have been called for this request; civetweb has no way back. So a handler raises first,
 * and it can't answer `Expect: 100-continue` itself: clients wait a moment, then send their body.
 *
 * The unread body. Before it answers, this adapter reads and drops what is left of the request's
 * body, and the connection goes on. It closes instead where there is more than 1 MiB, or where the
 * client waits for the answer with `Expect: 100-continue`.
 *
 * The option tcp_nodelay. civetweb writes each line of a head by itself. Without "tcp_nodelay", "1"
 * an answer on a kept connection waits 40 ms for the client's acknowledgement of the first.
 *
 * civetweb's own errors become problems through its http_error callback:
 *
 *     static int http_error(struct mg_connection *connection, int status, const char *message)
 *     {
 *         return problem_civetweb_http_error(&edge, connection, status, message);
 *     }
 *     ...
 *     callbacks.http_error = http_error;
 *
 * These come that way: 400 (a head that is malformed, larger than max_request_size, 16 KiB, or cut
 * off by a client that left; a method that civetweb does not know: there is no 405, 414, 431 or 501
 * for these), 404 (no handler and no file), 405 (writing to files), 411 (a Content-Length that is
 * no number), 505, the errors of files, scripts and websockets, and whatever a handler answers by
 * mg_send_http_error. A registry with the fragment `http` maps each of them: a status without a row
 * is answered with the fallback, a 500.
 *
 * These do not, and go out without a body and a record: the 401 of an authorization file, answers
 * to CORS preflights, a redirect to TLS. A request for `*`, or for an absolute URI outside of
 * authentication_domain, a failed TLS handshake and a connection that never sends anything are
 * closed without an answer.
 *
 * The status line's phrase is civetweb's; it has one for every status, some of them older than RFC
 * 9110's, and writes a line to its error log for those it does not know, such as 425.
 */
#ifndef PROBLEM_CIVETWEB_H
#define PROBLEM_CIVETWEB_H

#include <civetweb.h>
#include <problem_edge.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes of an unwanted body that are read and dropped. */
enum { PROBLEM_CIVETWEB_DROP = 1048576 };

/* The value of a list field; NULL: not sent. Stays as long as `field` and the request. */
static inline const char *problem_civetweb_list(const struct mg_request_info *request,
                                                const char *name, struct problem_edge_field *field)
{
    problem_edge_expect(field, name);
    for (int i = 0; request != NULL && i < request->num_headers; i++)
        problem_edge_take(field, request->http_headers[i].name, request->http_headers[i].value);
    return field->value;
}

/* Reads and drops what is still coming of a request, so that it is not taken for the next one, nor
 * the connection reset under the answer. Returns whether that was all. */
static inline bool problem_civetweb_drop(struct mg_connection *connection)
{
    char bytes[2048];
    int got = 1;
    for (size_t size = 0; size < PROBLEM_CIVETWEB_DROP && got > 0; size += sizeof bytes)
        got = mg_read(connection, bytes, sizeof bytes);
    return got == 0;
}

/*
 * Readies the connection for an answer. Returns whether more is to be dropped after it.
 *
 * Of a head that was not understood, the fields are NULL or end in the middle, but for the version,
 * which civetweb repeats in its status line; and mg_read would read outside of its buffer.
 */
static inline bool problem_civetweb_settle(struct mg_connection *connection,
                                           const struct mg_request_info *info)
{
    bool understood = info->local_uri != NULL;
    bool waits = mg_get_header(connection, "Expect") != NULL;
    bool large = info->content_length > PROBLEM_CIVETWEB_DROP;
    if (!understood)
        ((struct mg_request_info *)info)->http_version = "1.1";
    else if (!waits && !large && problem_civetweb_drop(connection))
        return false;
    mg_disable_connection_keep_alive(connection);
    return understood && !waits;
}

/* Sends a response whose head has been started. civetweb adds Date and Connection. */
static inline void problem_civetweb_send(struct mg_connection *connection,
                                         const struct problem_response *response)
{
    char length[24];
    for (size_t i = 0; i < response->header_count; i++)
        mg_response_header_add(connection, response->headers[i].name, response->headers[i].value,
                               -1);
    snprintf(length, sizeof length, "%lu", (unsigned long)response->content_length);
    mg_response_header_add(connection, "Content-Length", length, -1);
    mg_response_header_send(connection);
    if (response->body_length > 0)
        mg_write(connection, response->body, response->body_length);
}

/* The same for a request that asks for a websocket and gets none: civetweb keeps its functions for
 * heads from these, and would send its own page without any. */
static inline void problem_civetweb_refuse_upgrade(struct mg_connection *connection,
                                                   const struct problem_response *response)
{
    mg_printf(connection, "HTTP/1.1 %d %s\r\n", response->status, response->reason);
    for (size_t i = 0; i < response->header_count; i++)
        mg_printf(connection, "%s: %s\r\n", response->headers[i].name, response->headers[i].value);
    mg_printf(connection, "Content-Length: %lu\r\nConnection: close\r\n\r\n",
              (unsigned long)response->content_length);
    if (response->body_length > 0)
        mg_write(connection, response->body, response->body_length);
}

static inline void problem_civetweb_answer(struct mg_connection *connection,
                                           const struct mg_request_info *info,
                                           const struct problem_response *response)
{
    const int upgrading = -2; /* "invalid connection type" */
    int started = mg_response_header_start(connection, response->status);
    if (started == 0)
        problem_civetweb_send(connection, response);
    else if (started == upgrading && info != NULL)
        problem_civetweb_refuse_upgrade(connection, response);
    else
        mg_disable_connection_keep_alive(connection);
}

/*
 * Answers a request with what was raised in `problem`, or with the registry's fallback, and writes
 * its record. Everything that is to be known of the request is read from the connection. Where the
 * response has already begun, there is a record but no answer, and the connection closes.
 *
 * Returns what the handler returns: the problem's status.
 *
 * civetweb copies all that it needs: `problem` may be on the stack. May be called by any number of
 * threads at once, for a connection each. Takes 25 KiB of stack with what it calls, and the
 * response comes from malloc: Debian's civetweb gives its threads 96 KiB, of which it needs 20
 * itself, and 35 until http_error is called. Where memory is short, the status goes out with an
 * empty body.
 */
static inline int problem_civetweb_respond(const struct problem_edge *edge,
                                           struct mg_connection *connection,
                                           struct problem *problem)
{
    const struct mg_request_info *info = mg_get_request_info(connection);
    struct problem_edge_field accept, language;
    size_t size = problem_response_max(edge->registry);
    char *buffer = (char *)malloc(size);
    struct problem_request request;
    struct problem_response response;
    request.method = info != NULL ? info->request_method : NULL;
    request.path = info != NULL ? info->request_uri : NULL;
    request.accept = problem_civetweb_list(info, "Accept", &accept);
    request.accept_language = problem_civetweb_list(info, "Accept-Language", &language);
    request.request_id = mg_get_header(connection, "X-Request-Id");
    request.traceparent = mg_get_header(connection, "traceparent");
    request.sink = edge->sink;
    bool lingers = info != NULL && problem_civetweb_settle(connection, info);
    problem_respond(edge->registry, problem, &request, buffer, buffer != NULL ? size : 0,
                    &response);
    problem_civetweb_answer(connection, info, &response);
    free(buffer);
    if (lingers)
        problem_civetweb_drop(connection);
    return response.status;
}

/*
 * What the http_error callback calls with its arguments, and returns. The problem is the one that
 * the edge raises for `status`; `message`, which may quote the request, goes to the record alone.
 * After a malformed head the connection closes.
 */
static inline int problem_civetweb_http_error(const struct problem_edge *edge,
                                              struct mg_connection *connection, int status,
                                              const char *message)
{
    const int civetweb_answers = 1, answered = 0;
    struct problem problem = PROBLEM_INIT;
    if (status < 400 || status > 599) /* 204, after a file was deleted */
        return civetweb_answers;
    problem_because_code(&problem, "civetweb", status, message);
    problem_edge_raise(edge, &problem, status);
    problem_civetweb_respond(edge, connection, &problem);
    return answered;
}

#ifdef __cplusplus
}
#endif

#endif
