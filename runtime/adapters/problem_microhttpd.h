/*
 * problem_microhttpd.h - problems out of a libmicrohttpd handler. For its 0.9.71 and later; what is
 * said here about the library was seen with 0.9.75.
 *
 *     static enum MHD_Result handle(void *service, struct MHD_Connection *connection,
 *                                   const char *url, const char *method, const char *version,
 *                                   const char *data, size_t *data_size, void **request)
 *     {
 *         static int seen;
 *         struct problem problem = PROBLEM_INIT;
 *         if (*request == NULL) {                   the first call: only the head has come
 *             *request = &seen;
 *             return MHD_YES;
 *         }
 *         if (*data_size > 0) {                     a piece of the body: nothing can be sent now
 *             *data_size = 0;
 *             return MHD_YES;
 *         }
 *         if (answer(&problem, ...) != 0)           the last call
 *             return problem_microhttpd_respond(&edge, connection, method, url, &problem);
 *         ...
 *     }
 *
 * Which call may answer. Only the first and the last one take a response; in between the library
 * refuses it, and this function's MHD_NO then closes the connection without a word. A handler that
 * sees in the middle of a body what is wrong with it keeps the raised problem in its request
 * object, drops the rest of the body, and answers at the last call. An answer at the first call
 * costs the connection, also that of a GET: the library sends `Connection: close` and reads no
 * further. A client that is still sending its body then may see a reset instead of the answer,
 * unless it waits with `Expect: 100-continue`. So a body that is too large is best read up to a
 * bound, dropped, and answered; one without end is cut off by returning MHD_NO.
 *
 * What a handler returns. A raise returns the problem's number, and anything but 0 is MHD_YES: with
 * `return payments_raise_not_found(problem);` at its end a handler says that all is well. Nothing
 * is sent, and the library calls it again at once, and again, at full speed. gcc -Wextra and clang
 * warn of the conversion. A raise belongs in the functions below the handler, which return it up to
 * the one that responds.
 *
 * What stays the library's own answer. It has no hook for the errors that it finds before there is
 * a request to hand over; they go out as HTML without a Content-Type, and with no record:
 *
 *     none, closed   a request line without a path; an idle connection; one more than
 *                    MHD_OPTION_CONNECTION_LIMIT; a handler's MHD_NO
 *     400            a line without a version, a field without a colon, a body that is not chunked
 *                    as it says, a Content-Length that is no number (with its head twice); from
 *                    MHD_OPTION_STRICT_FOR_CLIENT 1 on, no Host (likewise)
 *     413            a Content-Length of more than 64 bits; other bodies are the handler's
 *     414, 431       a head larger than MHD_OPTION_CONNECTION_MEMORY_LIMIT (32 KiB)
 *     505            a version that is not HTTP/1.x
 *
 * MHD_OPTION_EXTERNAL_LOGGER, with MHD_USE_ERROR_LOG, gets a line of text about each but the closed
 * ones, so that they can be counted; a service that must answer even these with problems stands
 * behind a gateway that does. A method that nobody knows and a path that nobody serves reach the
 * handler like any other; so do bytes that no URI may have. A chunked body may turn out malformed
 * after the first call: free the request object in MHD_OPTION_NOTIFY_COMPLETED.
 *
 * So nothing here calls the edge's `raise`, which may be NULL. A handler that raises by status, for
 * a path or a method that nobody serves, does so through problem_edge_raise; a registry with the
 * fragment `http` maps each status that it passes, since one without a row is answered with the
 * fallback, a 500.
 *
 * The status line's phrase is the library's; for the registered statuses it is the current one.
 */
#ifndef PROBLEM_MICROHTTPD_H
#define PROBLEM_MICROHTTPD_H

#include <microhttpd.h>
#include <problem_edge.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes a line of the head: an MHD_KeyValueIterator. */
static inline enum MHD_Result problem_microhttpd_line(void *context, enum MHD_ValueKind kind,
                                                      const char *name, const char *line)
{
    (void)kind;
    problem_edge_take((struct problem_edge_field *)context, name, line);
    return MHD_YES;
}

/* The value of a list field; NULL: not sent. Stays as long as `field` and the request. */
static inline const char *problem_microhttpd_list(struct MHD_Connection *connection,
                                                  const char *name,
                                                  struct problem_edge_field *field)
{
    problem_edge_expect(field, name);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, problem_microhttpd_line, field);
    return field->value;
}

/* A response with all of the headers; NULL where memory is short. For HEAD, too, the library wants
 * the whole body: it sends its length alone. */
static inline struct MHD_Response *problem_microhttpd_full(const struct problem_response *response)
{
    struct MHD_Response *full = MHD_create_response_from_buffer(
        response->content_length, (void *)response->body, MHD_RESPMEM_MUST_COPY);
    size_t i = 0;
    if (full == NULL)
        return NULL;
    while (i < response->header_count &&
           MHD_add_response_header(full, response->headers[i].name,
                                   problem_edge_value(&response->headers[i])) == MHD_YES)
        i++;
    if (i == response->header_count)
        return full;
    MHD_destroy_response(full);
    return NULL;
}

/*
 * Answers a request with what was raised in `problem`, or with the registry's fallback, and writes
 * its record. `method` and `url` are the handler's arguments. Accept, Accept-Language, X-Request-Id
 * and traceparent are read from the connection. For use where MHD_queue_response may be used: see
 * above.
 *
 * Returns what the handler returns: MHD_YES; or MHD_NO, which closes the connection without an
 * answer, when the library takes no response now. Where memory is too short for the response, its
 * status goes out with an empty body.
 *
 * The library copies all that it needs: `problem` may be on the stack. May be called by any number
 * of threads at once, for a connection each. Takes less than 40 KiB of stack with what it calls.
 */
static inline enum MHD_Result problem_microhttpd_respond(const struct problem_edge *edge,
                                                         struct MHD_Connection *connection,
                                                         const char *method, const char *url,
                                                         struct problem *problem)
{
    struct problem_edge_field accept, language;
    struct problem_request request;
    struct problem_edge_room room;
    struct problem_response response;
    request.method = method;
    request.path = url;
    request.accept = problem_microhttpd_list(connection, "Accept", &accept);
    request.accept_language = problem_microhttpd_list(connection, "Accept-Language", &language);
    request.request_id = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "X-Request-Id");
    request.traceparent = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "traceparent");
    request.sink = NULL;
    problem_edge_respond(edge, problem, request, &room, &response);

    struct MHD_Response *answer = problem_microhttpd_full(&response);
    enum MHD_Result queued = MHD_NO;
    if (answer == NULL)
        answer = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
    if (answer != NULL) {
        queued = MHD_queue_response(connection, (unsigned)response.status, answer);
        MHD_destroy_response(answer);
    }
    problem_edge_release(&room);
    return queued;
}

#ifdef __cplusplus
}
#endif

#endif
