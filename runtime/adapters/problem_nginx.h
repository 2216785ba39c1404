/*
 * problem_nginx.h - problems from an nginx module, over HTTP/1 and HTTP/2. What is said here of
 * nginx was seen with 1.22.1; what 1.23 changed about header fields is provided for.
 *
 * Included first of all: nginx's headers want to come before the system's. In a handler:
 *
 *     struct problem problem = PROBLEM_INIT;
 *     ...
 *     payments_raise_rate_limited(&problem, sent, limit, 30);
 *     return problem_nginx_send(&edge, r, &problem);
 *
 * and in the callback of ngx_http_read_client_request_body:
 *
 *     ngx_http_finalize_request(r, problem_nginx_send(&edge, r, &problem));
 *
 * A raise answers nobody: its value is the problem's number, which nginx takes for an NGX_ code or
 * an HTTP status. A handler that returns 20, say, sends nothing, and its caller waits until he
 * gives up.
 *
 * Ownership: the edge, the request and the problem stay the caller's; the problem may live on the
 * handler's stack. What is sent later lies in r->pool. Threads: a worker has one, so no locks; the
 * edge is shared by all requests, and each worker has a copy of it and of its sink after the fork.
 * Have the log opened by ngx_conf_open_file, so that all workers append to it and a USR1 reopens
 * it: the descriptor may change with that, so set sink.descriptor = file->fd before each use.
 *
 * Errors of nginx's own (a request it can't read, a body over client_max_body_size, a missing file)
 * become problems with a handler of one line,
 *
 *     static ngx_int_t on_error(ngx_http_request_t *r)
 *     {
 *         return problem_nginx_error(&edge, r);
 *     }
 *
 * and this in nginx.conf, `payments_error` being the directive that sets it:
 *
 *     error_page 400 401 403 404 405 411 412 413 414 415 416 421 429 495 496 497
 *                500 501 502 503 504 505 507 /problem;
 *     error_page 494 =431 /problem;                     # else 400, to nginx
 *     location = /problem {
 *         internal;
 *         payments_error;
 *     }
 *
 * - A path, no @name: to those nginx sends no request whose line it can't read, and answers 500.
 * - No "=" alone: nginx forgets the status then, and the fallback is sent.
 * - A location with an error_page of its own takes none from the server's.
 * - What problem_nginx_send has sent is never replaced by an error_page.
 * - A registry with the fragment `http` maps each of these statuses (495, 496 and 497 come as 400):
 *   one without a row is answered with the fallback, a 500.
 * - Before a Host field is read, the default server's error_page counts.
 * - A location that auth_request asks has error pages, too: its 401 and 403 must stay 401 and 403.
 *
 * nginx closes the connection after its own 400, 413, 414, 500 and 501. Never problems: a request
 * that it gives up without an answer (slow headers or bodies, 444, a caller who left).
 */
#ifndef PROBLEM_NGINX_H
#define PROBLEM_NGINX_H

#include <ngx_config.h>
#include <ngx_core.h>
#include <ngx_http.h>

#include "problem_edge.h"

/* ------------------------------------------------------------------ what is known of a request */

/* `length` bytes with a NUL, in r->pool. NULL for none, and without memory. */
static inline const char *problem_nginx_copy(ngx_http_request_t *r, const u_char *bytes,
                                             size_t length)
{
    u_char *copy = length == 0 ? NULL : (u_char *)ngx_pnalloc(r->pool, length + 1);
    if (copy == NULL)
        return NULL;
    ngx_memcpy(copy, bytes, length);
    copy[length] = '\0';
    return (const char *)copy;
}

static inline ngx_int_t problem_nginx_is(const ngx_table_elt_t *field, const char *name)
{
    size_t length = ngx_strlen(name);
    return field->key.len == length &&
           ngx_strncasecmp(field->key.data, (u_char *)name, length) == 0;
}

/* The values of all fields of that name, each with ", " behind it, to `out` if it is not NULL; the
 * number of bytes. */
static inline size_t problem_nginx_join(ngx_http_request_t *r, const char *name, u_char *out)
{
    const ngx_list_part_t *part;
    size_t used = 0;
    for (part = &r->headers_in.headers.part; part != NULL; part = part->next) {
        const ngx_table_elt_t *fields = (const ngx_table_elt_t *)part->elts;
        ngx_uint_t i;
        for (i = 0; i < part->nelts; i++) {
            if (!problem_nginx_is(&fields[i], name))
                continue;
            if (out != NULL) {
                ngx_memcpy(out + used, fields[i].value.data, fields[i].value.len);
                ngx_memcpy(out + used + fields[i].value.len, ", ", 2);
            }
            used += fields[i].value.len + 2;
        }
    }
    return used;
}

/* A field's value, those of several joined by ", "; NULL where there is none, or no memory. */
static inline const char *problem_nginx_field(ngx_http_request_t *r, const char *name)
{
    size_t length = problem_nginx_join(r, name, NULL);
    u_char *joined = length == 0 ? NULL : (u_char *)ngx_pnalloc(r->pool, length);
    if (joined == NULL)
        return NULL;
    problem_nginx_join(r, name, joined);
    joined[length - 2] = '\0';
    return (const char *)joined;
}

/* The method as it was received: error_page makes r->method_name GET, the request line has it. */
static inline const char *problem_nginx_method(ngx_http_request_t *r)
{
    size_t length = 0;
    if (r->method == NGX_HTTP_HEAD)
        return "HEAD";
    while (length < r->request_line.len && r->request_line.data[length] != ' ')
        length++;
    return problem_nginx_copy(r, r->request_line.data, length);
}

static inline struct problem_request problem_nginx_request(ngx_http_request_t *r)
{
    struct problem_request known;
    known.method = problem_nginx_method(r);
    known.path = problem_nginx_copy(r, r->unparsed_uri.data, r->unparsed_uri.len);
    known.accept = problem_nginx_field(r, "Accept");
    known.accept_language = problem_nginx_field(r, "Accept-Language");
    known.request_id = problem_nginx_field(r, "X-Request-Id");
    known.traceparent = problem_nginx_field(r, "traceparent");
    known.sink = NULL;
    return known;
}

/* ------------------------------------------------------------------ the response */

/* Drops what nginx knows of a response that is not sent after all: of a handler that failed
 * half-way, or of the error that this problem stands for. Other modules' fields stay. */
static inline void problem_nginx_forget(ngx_http_request_t *r)
{
    ngx_http_headers_out_t *out = &r->headers_out;
    ngx_table_elt_t **known[] = {&out->content_length, &out->content_encoding,
                                 &out->location,       &out->refresh,
                                 &out->last_modified,  &out->content_range,
                                 &out->accept_ranges,  &out->www_authenticate,
                                 &out->expires,        &out->etag};
    size_t i;
    for (i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (*known[i] != NULL)
            (*known[i])->hash = 0;
        *known[i] = NULL;
    }
    out->last_modified_time = -1;
    r->allow_ranges = 0;
}

/* A length of 0 for the type's name in content_type keeps `charset` from being added to it. */
static inline void problem_nginx_set_type(ngx_http_request_t *r, const char *type)
{
    r->headers_out.content_type.data = (u_char *)type;
    r->headers_out.content_type.len = ngx_strlen(type);
    r->headers_out.content_type_len = 0;
    r->headers_out.content_type_lowcase = NULL;
    r->headers_out.content_type_hash = 0;
}

/* nginx knows no phrase for 407, 422, 431 and others. Setting err_status to 0 keeps the status of
 * an error_page from being put over this one. */
static inline ngx_int_t problem_nginx_set_status(ngx_http_request_t *r,
                                                 const struct problem_response *response)
{
    size_t size = NGX_INT_T_LEN + 1 + ngx_strlen(response->reason);
    u_char *line = (u_char *)ngx_pnalloc(r->pool, size);
    if (line == NULL)
        return NGX_ERROR;
    r->headers_out.status_line.data = line;
    r->headers_out.status_line.len =
        (size_t)(ngx_sprintf(line, "%d %s", response->status, response->reason) - line);
    r->headers_out.status = (ngx_uint_t)response->status;
    r->err_status = 0;
    return NGX_OK;
}

/* Takes the place of fields of this name that are there already. */
static inline ngx_int_t problem_nginx_add(ngx_http_request_t *r,
                                          const struct problem_header *header)
{
    ngx_list_part_t *part;
    ngx_table_elt_t *field;
    for (part = &r->headers_out.headers.part; part != NULL; part = part->next) {
        ngx_uint_t i;
        field = (ngx_table_elt_t *)part->elts;
        for (i = 0; i < part->nelts; i++) {
            if (problem_nginx_is(&field[i], header->name))
                field[i].hash = 0;
        }
    }
    field = (ngx_table_elt_t *)ngx_list_push(&r->headers_out.headers);
    if (field == NULL)
        return NGX_ERROR;
    ngx_memzero(field, sizeof *field); /* `next`, too, which nginx has from 1.23 */
    field->hash = 1;
    field->key.data = (u_char *)header->name;
    field->key.len = ngx_strlen(header->name);
    field->value.data = (u_char *)header->value;
    field->value.len = ngx_strlen(header->value);
    if (problem_nginx_is(field, "WWW-Authenticate"))
        r->headers_out.www_authenticate = field; /* where auth_request and satisfy look for it */
    return NGX_OK;
}

static inline ngx_int_t problem_nginx_set_head(ngx_http_request_t *r,
                                               const struct problem_response *response)
{
    size_t i;
    problem_nginx_forget(r);
    r->headers_out.content_length_n = (off_t)response->content_length;
    ngx_str_null(&r->headers_out.content_type);
    for (i = 0; i < response->header_count; i++) {
        const struct problem_header *header = &response->headers[i];
        if (ngx_strcasecmp((u_char *)header->name, (u_char *)"Content-Type") == 0)
            problem_nginx_set_type(r, header->value);
        else if (problem_nginx_add(r, header) != NGX_OK)
            return NGX_ERROR;
    }
    return problem_nginx_set_status(r, response);
}

/* Renders into r->pool. Without memory for that the response has a head alone. */
static inline void problem_nginx_render(const struct problem_edge *edge, ngx_http_request_t *r,
                                        struct problem *problem, struct problem_response *response)
{
    size_t size = problem_response_max(edge->registry);
    char *buffer = (char *)ngx_pnalloc(r->pool, size);
    struct problem_request known = problem_nginx_request(r);
    known.sink = edge->sink;
    problem_respond(edge->registry, problem, &known, buffer, buffer == NULL ? 0 : size, response);
}

/*
 * Answers `r` with `problem` and writes its record; what is left of the request's body is read and
 * dropped. Call it once, before a response was begun (else nginx closes the connection), and return
 * what it returns (or finalize `r` with it): what nginx says of sending, or 500 when r->pool has no
 * memory for a head.
 */
static inline ngx_int_t problem_nginx_send(const struct problem_edge *edge, ngx_http_request_t *r,
                                           struct problem *problem)
{
    struct problem_response response;
    ngx_chain_t chain;
    ngx_int_t sent;
    if (ngx_http_discard_request_body(r) != NGX_OK)
        r->keepalive = 0; /* where the next request begins is not known */
    problem_nginx_render(edge, r, problem, &response);
    chain.next = NULL;
    chain.buf = (ngx_buf_t *)ngx_calloc_buf(r->pool);
    if (chain.buf == NULL || problem_nginx_set_head(r, &response) != NGX_OK)
        return NGX_HTTP_INTERNAL_SERVER_ERROR;
    if (response.body_length == 0)
        r->header_only = 1;
    sent = ngx_http_send_header(r);
    if (sent == NGX_ERROR || sent > NGX_OK || r->header_only)
        return sent;
    chain.buf->pos = chain.buf->start = (u_char *)response.body;
    chain.buf->last = chain.buf->end = chain.buf->pos + response.body_length;
    chain.buf->memory = 1;
    chain.buf->last_buf = r == r->main;
    chain.buf->last_in_chain = 1;
    return ngx_http_output_filter(r, &chain);
}

/* ------------------------------------------------------------------ nginx's own errors */

/* The status of the error that error_page sent here, which nginx keeps in err_status: 0 where the
 * configuration says "=" alone, or where a caller asked for the location by its name. */
static inline int problem_nginx_error_status(const ngx_http_request_t *r)
{
    if (r->err_status >= 400 && r->err_status <= 599)
        return (int)r->err_status;
    return r->internal ? NGX_HTTP_INTERNAL_SERVER_ERROR : NGX_HTTP_NOT_FOUND;
}

/* The handler of an error_page's location (see above): answers with what edge->raise makes of the
 * status. Returns as problem_nginx_send does. */
static inline ngx_int_t problem_nginx_error(const struct problem_edge *edge, ngx_http_request_t *r)
{
    struct problem problem = PROBLEM_INIT;
    problem_edge_raise(edge, &problem, problem_nginx_error_status(r));
    return problem_nginx_send(edge, r, &problem);
}

#endif
