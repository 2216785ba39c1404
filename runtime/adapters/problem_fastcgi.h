/*
 * problem_fastcgi.h - problems through libfcgi (fcgiapp.h), behind nginx, Apache or any other web
 * server. What is said here of them was seen with libfcgi 2.4.2, nginx 1.22.1 and Apache 2.4.71.
 *
 *     while (FCGX_Accept_r(&request) == 0) {
 *         if (!problem_fastcgi_error(&edge, &request))
 *             handle(&request);
 *         FCGX_Finish_r(&request);
 *     }
 *
 * and in a handler, before anything has been written to request->out:
 *
 *     struct problem problem = PROBLEM_INIT;
 *     ...
 *     payments_raise_rate_limited(&problem, sent, limit, 30);
 *     return problem_fastcgi_respond(&edge, &request, &problem);
 *
 * A raise answers nobody: its value is the problem's number, which is no result of a handler's.
 * Where nothing is written, nginx answers 502.
 *
 * Ownership: the edge, the request and the problem stay the caller's, and everything is copied into
 * the stream before the call returns. Threads: one request belongs to one thread at a time, as
 * libfcgi has it; edges are shared freely.
 *
 * Plain CGI, which only fcgi_stdio.h speaks, is another matter.
 *
 * Errors of the web server's own. nginx answers these without the service, as HTML, until its
 * configuration sends them on, each under its status:
 *
 *     map $request $method_received {                   # error_page turns methods into GET
 *         default          $request_method;
 *         "~^(?<word>\S+)" $word;
 *     }
 *     server {
 *         recursive_error_pages on;                     # for the last resort, below
 *         error_page 400 = /problem/400;
 *         error_page 404 = /problem/404;                # and so on: 405, 413, 414, 501, 505
 *         error_page 494 = /problem/431;                # header fields too large
 *         location ~ "^/problem/(?<problem_status>\d\d\d)$" {
 *             internal;
 *             fastcgi_param REQUEST_METHOD $method_received;  # before others: libfcgi takes the
 *             fastcgi_param PROBLEM_STATUS $problem_status;   # first of a name
 *             include fastcgi_params;
 *             fastcgi_pass_request_body off;
 *             fastcgi_pass unix:/run/payments.sock;
 *         }
 *     }
 *
 * - A path, no @name: to those nginx sends no request whose line it can't read, and answers 500.
 * - The "=" lets the service say the status; else nginx puts its own over it, beside a body that
 *   says another.
 * - A location with an error_page of its own takes none from the server's.
 * - Callers can't send PROBLEM_STATUS: their fields arrive as HTTP_..., the location is internal.
 * - fastcgi_intercept_errors stays off, which is the default.
 * - A registry with the fragment `http` maps each status that is sent on: one without a row is
 *   answered with the fallback, a 500.
 *
 * Apache (mod_proxy_fcgi) does the same with
 *
 *     ErrorDocument 400 /problem/400                    # and 404, 413
 *     ProxyFCGISetEnvIf "reqenv('REDIRECT_STATUS') =~ /^([45]\d\d)$/" PROBLEM_STATUS "$1"
 *
 * for bodies over LimitRequestBody, bad paths and a missing Host; requests that it can't read at
 * all (their line, a field that is too large, Content-Length) it answers itself, as HTML.
 *
 * When the service is gone (502) or too slow (504) nobody is left to ask: let nginx answer, with
 * the body that `problemc render` prints for the fallback and an id for its access log:
 *
 *     map $request_id $occurrence {
 *         "~^(.{8})(.{4}).(.{3}).(.{3})(.{12})$" "$1-$2-4$3-8$4-$5";
 *     }
 *     server {
 *         error_page 502 504 =500 /unavailable;
 *         location = /unavailable {
 *             internal;
 *             default_type application/problem+json;
 *             add_header Cache-Control no-store always;
 *             return 500 '{"type":...,"status":500,...,"instance":"urn:uuid:$occurrence"}';
 *         }
 *     }
 *
 * Never problems: requests that nginx gives up without an answer (slow headers or bodies, 444, a
 * caller who left).
 */
#ifndef PROBLEM_FASTCGI_H
#define PROBLEM_FASTCGI_H

#include <fcgiapp.h>
#include <string.h>

#include "problem_edge.h"

/* A parameter of the request; NULL where there is none or it is empty, which to nginx is the same.
 */
static inline const char *problem_fastcgi_param(FCGX_Request *request, const char *name)
{
    const char *value = FCGX_GetParam(name, request->envp);
    return value != NULL && value[0] != '\0' ? value : NULL;
}

/*
 * The value of a header field; NULL as above. One that came several times is one parameter, joined
 * (RFC 3875 4.1.18), from Apache and nginx 1.23; before, nginx sent as many of the same name. Stays
 * as long as `field` and the request.
 */
static inline const char *problem_fastcgi_field(FCGX_Request *request, const char *name,
                                                struct problem_edge_field *field)
{
    size_t length = strlen(name);
    char **at;
    problem_edge_expect(field, name);
    for (at = request->envp; *at != NULL; at++) {
        if (strncmp(*at, name, length) == 0 && (*at)[length] == '=')
            problem_edge_add(field, *at + length + 1);
    }
    return field->value != NULL && field->value[0] != '\0' ? field->value : NULL;
}

/* RFC 3875 6.3: header fields, an empty line, the body. Status with its phrase, since nginx adds
 * none to a number. */
static inline void problem_fastcgi_write(FCGX_Stream *out, const struct problem_response *response)
{
    size_t i;
    FCGX_FPrintF(out, "Status: %d ", response->status);
    FCGX_PutS(response->reason, out);
    FCGX_PutS("\r\n", out);
    for (i = 0; i < response->header_count; i++) {
        FCGX_PutS(response->headers[i].name, out);
        FCGX_PutS(": ", out);
        FCGX_PutS(response->headers[i].value, out);
        FCGX_PutS("\r\n", out);
    }
    FCGX_FPrintF(out, "Content-Length: %lu\r\n\r\n", (unsigned long)response->content_length);
    FCGX_PutStr(response->body, (int)response->body_length, out);
}

/*
 * Answers `request` with `problem` and writes its record. Nothing may have been written to
 * request->out before; FCGX_Finish_r is left to the caller. Returns 0, or -1 when the web server
 * no longer takes the answer, as when its client has left: the record is written all the same.
 * FCGX_Init has seen to SIGPIPE.
 */
static inline int problem_fastcgi_respond(const struct problem_edge *edge, FCGX_Request *request,
                                          struct problem *problem)
{
    struct problem_edge_field accept, language;
    struct problem_edge_room room;
    struct problem_response response;
    struct problem_request known;
    known.method = problem_fastcgi_param(request, "REQUEST_METHOD");
    known.path = problem_fastcgi_param(request, "REQUEST_URI");
    known.accept = problem_fastcgi_field(request, "HTTP_ACCEPT", &accept);
    known.accept_language = problem_fastcgi_field(request, "HTTP_ACCEPT_LANGUAGE", &language);
    known.request_id = problem_fastcgi_param(request, "HTTP_X_REQUEST_ID");
    known.traceparent = problem_fastcgi_param(request, "HTTP_TRACEPARENT");
    known.sink = NULL; /* the edge's */
    problem_edge_respond(edge, problem, known, &room, &response);
    problem_fastcgi_write(request->out, &response);
    problem_edge_release(&room);
    return FCGX_FFlush(request->out) == 0 ? 0 : -1;
}

/* "413" as a number; 500 for anything that is not three digits. */
static inline int problem_fastcgi_status(const char *text)
{
    int status = 0;
    size_t i;
    if (strlen(text) != 3)
        return 500;
    for (i = 0; i < 3; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 500;
        status = 10 * status + (text[i] - '0');
    }
    return status;
}

/*
 * Where the web server has sent on an error of its own, told by PROBLEM_STATUS (see above): answers
 * it with what edge->raise makes of it, and returns true. False: a request for the service.
 */
static inline bool problem_fastcgi_error(const struct problem_edge *edge, FCGX_Request *request)
{
    const char *status = problem_fastcgi_param(request, "PROBLEM_STATUS");
    struct problem problem = PROBLEM_INIT;
    if (status == NULL)
        return false;
    problem_edge_raise(edge, &problem, problem_fastcgi_status(status));
    (void)problem_fastcgi_respond(edge, request, &problem);
    return true;
}

#endif
