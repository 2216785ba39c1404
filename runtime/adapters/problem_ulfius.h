/*
 * problem_ulfius.h - problems out of an ulfius callback. What is said here about the library was
 * seen with 2.7.13 over libmicrohttpd 0.9.75.
 *
 *     static int pay(const struct _u_request *request, struct _u_response *response, void *service)
 *     {
 *         struct problem problem = PROBLEM_INIT;
 *         if (answer(&problem, ...) != 0)
 *             return problem_ulfius_respond(&edge, request, response, &problem);
 *         ...
 *     }
 *
 * What a callback returns. A raise returns the problem's number, and ulfius takes 1 for "not mine",
 * 2 for "done", 3 for a 401, and everything from 4 on for a 500: `return
 * payments_raise_not_found(problem);` in a callback sends an empty 200 or a text without a type.
 * It belongs in the functions below the callback, which return it up to the one that responds.
 *
 * ulfius's own errors are sent without a Content-Type and without a record; so
 *
 *     U_CALLBACK_ERROR           "Server Error": raise a problem instead of returning it
 *     U_CALLBACK_UNAUTHORIZED    overwrites the status with 401 and adds a second WWW-Authenticate
 *                                where there is a realm: raise a problem instead
 *     no endpoint for a path     "Resource not found": give the instance problem_ulfius_default
 *     no endpoint for a method   the same, a 404: ulfius has no 405. An endpoint of method "*" with
 *                                the path and a higher number of priority can answer one, where the
 *                                others return U_CALLBACK_COMPLETE.
 *
 * A body that is too large. ulfius reads every body to its end before it calls anyone, answers
 * `Expect: 100-continue` itself, and has no limit of its own; with one it cuts the body off without
 * a word. A limit of one byte more than is allowed tells what was cut:
 *
 *     instance.max_post_body_size = limit + 1;
 *     ...
 *     if (request->binary_body_length > limit)         raise the 413
 *
 * What libmicrohttpd answers before ulfius hears of a request - malformed heads, heads that are too
 * large, other versions than HTTP/1.x - has no hook and no record: see problem_microhttpd.h. Any
 * method reaches ulfius.
 */
#ifndef PROBLEM_ULFIUS_H
#define PROBLEM_ULFIUS_H

#include <problem_edge.h>
#include <ulfius.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The value of a list field; NULL: not sent. Stays as long as `field` and the request. ulfius
 * itself joins the lines that are spelt alike; those under other spellings are joined here. */
static inline const char *problem_ulfius_list(const struct _u_request *request, const char *name,
                                              struct problem_edge_field *field)
{
    const struct _u_map *fields = request->map_header;
    problem_edge_expect(field, name);
    for (int i = 0; i < fields->nb_values; i++)
        problem_edge_take(field, fields->keys[i], fields->values[i]);
    return field->value;
}

/* Takes back what a callback has readied: the stream that ulfius would send instead of a body, and
 * the fields that describe what is not sent. (libmicrohttpd refuses a Content-Length, and ulfius
 * then leaves out all fields after it.) Others, such as those of CORS, and cookies stay. */
static inline void problem_ulfius_take_back(struct _u_response *response)
{
    static const char *const fields[] = {
        "Accept-Ranges",  "Content-Disposition", "Content-Encoding",  "Content-Language",
        "Content-Length", "Content-Location",    "Content-Range",     "ETag",
        "Expires",        "Last-Modified",       "Transfer-Encoding",
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        u_map_remove_from_key_case(response->map_header, fields[i]);
    if (response->stream_callback != NULL && response->stream_callback_free != NULL)
        response->stream_callback_free(response->stream_user_data);
    response->stream_callback = NULL;
    response->stream_callback_free = NULL;
    response->stream_user_data = NULL;
}

/* Fields and body; for HEAD, too, the library wants the whole body: it sends its length alone.
 * Names in ulfius's maps know case, so that a field may already be there under another spelling. */
static inline void problem_ulfius_fill(struct _u_response *answer,
                                       const struct problem_response *response)
{
    for (size_t i = 0; i < response->header_count; i++) {
        u_map_remove_from_key_case(answer->map_header, response->headers[i].name);
        u_map_put(answer->map_header, response->headers[i].name,
                  problem_edge_value(&response->headers[i]));
    }
    if (ulfius_set_binary_body_response(answer, (unsigned)response->status, response->body,
                                        response->content_length) == U_OK)
        return;
    ulfius_set_empty_body_response(answer, (unsigned)response->status);
    u_map_remove_from_key(answer->map_header, "Content-Type");
}

/*
 * Answers a request with what was raised in `problem`, or with the registry's fallback, and writes
 * its record. Whatever an earlier callback has put into `response` for another answer is taken
 * back. Where memory is too short for the body, the status goes out without one.
 *
 * Returns what the callback returns: U_CALLBACK_COMPLETE, so that no later callback of the request
 * is called, none that would go on after a refusal and none that would change the answer.
 *
 * ulfius copies all that it needs: `problem` may be on the stack. May be called by any number of
 * threads at once, for a request each; about 40 KiB of stack with what it calls.
 */
static inline int problem_ulfius_respond(const struct problem_edge *edge,
                                         const struct _u_request *request,
                                         struct _u_response *response, struct problem *problem)
{
    struct problem_edge_field accept, language;
    struct problem_request asked;
    struct problem_edge_room room;
    struct problem_response rendered;
    asked.method = request->http_verb;
    asked.path = request->url_path;
    asked.accept = problem_ulfius_list(request, "Accept", &accept);
    asked.accept_language = problem_ulfius_list(request, "Accept-Language", &language);
    asked.request_id = u_map_get_case(request->map_header, "X-Request-Id");
    asked.traceparent = u_map_get_case(request->map_header, "traceparent");
    asked.sink = NULL;
    problem_edge_respond(edge, problem, asked, &room, &rendered);
    problem_ulfius_take_back(response);
    problem_ulfius_fill(response, &rendered);
    problem_edge_release(&room);
    return U_CALLBACK_COMPLETE;
}

/*
 * A callback that answers with the problem that the edge raises for 404. For requests that no
 * endpoint takes:
 *
 *     ulfius_set_default_endpoint(&instance, problem_ulfius_default, (void *)&edge);
 *
 * A registry with the fragment `http` maps 404: without a row it is answered with the fallback, a
 * 500.
 */
static inline int problem_ulfius_default(const struct _u_request *request,
                                         struct _u_response *response, void *edge)
{
    const struct problem_edge *service = (const struct problem_edge *)edge;
    struct problem problem = PROBLEM_INIT;
    problem_edge_raise(service, &problem, 404);
    return problem_ulfius_respond(service, request, response, &problem);
}

#ifdef __cplusplus
}
#endif

#endif
