/*
 * libmicrohttpd calls `handle` for a request's head, for each piece of its body, and at its end,
 * which is when it is answered; an `exchange` lives that long. A raise returns the problem's
 * number, and MHD_YES is 1: none is ever returned from `handle`.
 */
#include "http.h"

#include "payments_from_errno.h"
#include "payments_from_http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <problem_microhttpd.h>
#include <stdlib.h>
#include <string.h>

enum {
    IDLE = 30,                        /* seconds before a silent connection is closed */
    BODY_DROPPED = 16 * HTTP_BODY_MAX /* a longer body is not even read to be dropped */
};

struct http {
    struct MHD_Daemon *daemon;
    http_answer *answer;
    void *context;
};

struct exchange {
    struct problem problem;
    enum payments_problem failed; /* what went wrong while the body came */
    char *body;
    size_t length; /* of the body, kept or not */
};

static struct problem_sink log_sink = PROBLEM_SINK_TO(2);
static const struct problem_edge edge = {PAYMENTS_REGISTRY, &log_sink, NULL};

const char *http_field(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

const char *http_query(const struct request *request, const char *name)
{
    return MHD_lookup_connection_value(request->connection, MHD_GET_ARGUMENT_KIND, name);
}

/* ---------------------------------------------------------------- answering */

static enum MHD_Result queue(struct MHD_Connection *connection, const struct reply *reply,
                             char *text)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(text), text, MHD_RESPMEM_MUST_FREE);
    if (response == NULL) {
        free(text);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Content-Type", "application/json");
    if (reply->location[0] != '\0')
        MHD_add_response_header(response, "Location", reply->location);
    enum MHD_Result queued = MHD_queue_response(connection, reply->status, response);
    MHD_destroy_response(response);
    return queued;
}

static enum MHD_Result finish(const struct http *http, struct MHD_Connection *connection,
                              const char *url, const char *method, struct exchange *exchange)
{
    const struct request request = {method, url, exchange->body, exchange->length, connection};
    struct reply reply = {MHD_HTTP_OK, NULL, ""};
    char *text = NULL;
    enum payments_problem failed = exchange->failed;
    if (failed == 0)
        failed = http->answer(http->context, &exchange->problem, &request, &reply);
    if (failed == 0 && (text = cJSON_PrintUnformatted(reply.json)) == NULL)
        failed = payments_raise_from_errno(&exchange->problem, ENOMEM, "printing a reply");
    cJSON_Delete(reply.json);
    if (failed != 0)
        return problem_microhttpd_respond(&edge, connection, method, url, &exchange->problem);
    return queue(connection, &reply, text);
}

/* ---------------------------------------------------------------- taking requests */

/* Takes a piece of the body. What goes wrong now is told at the end: nothing can be sent before. */
static enum MHD_Result take(struct exchange *exchange, const char *data, size_t *size)
{
    size_t length = exchange->length + *size;
    char *body = NULL;
    if (exchange->failed == 0 && length > HTTP_BODY_MAX)
        exchange->failed = payments_raise_payload_too_large(&exchange->problem, HTTP_BODY_MAX);
    if (exchange->failed == 0 && (body = realloc(exchange->body, length)) == NULL)
        exchange->failed =
            payments_raise_from_errno(&exchange->problem, ENOMEM, "keeping a request's body");
    if (body != NULL) {
        memcpy(body + exchange->length, data, *size);
        exchange->body = body;
    }
    exchange->length = length;
    *size = 0;
    return length <= BODY_DROPPED ? MHD_YES : MHD_NO;
}

/* The head has come. Answers at once, which costs the connection, when the body that it announces
 * is not worth waiting for. */
static enum MHD_Result begin(struct MHD_Connection *connection, const char *url, const char *method,
                             void **slot)
{
    const char *length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
    if (length != NULL && strtoull(length, NULL, 10) > BODY_DROPPED) {
        struct problem problem = PROBLEM_INIT;
        payments_raise_payload_too_large(&problem, HTTP_BODY_MAX);
        return problem_microhttpd_respond(&edge, connection, method, url, &problem);
    }
    *slot = calloc(1, sizeof(struct exchange));
    return *slot != NULL ? MHD_YES : MHD_NO;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *size, void **slot)
{
    (void)version;
    if (*slot == NULL)
        return begin(connection, url, method, slot);
    if (*size > 0)
        return take(*slot, data, size);
    return finish(context, connection, url, method, *slot);
}

/* Also after requests that were never answered. */
static void end(void *context, struct MHD_Connection *connection, void **slot,
                enum MHD_RequestTerminationCode why)
{
    struct exchange *exchange = *slot;
    (void)context;
    (void)connection;
    (void)why;
    if (exchange != NULL)
        free(exchange->body);
    free(exchange);
    *slot = NULL;
}

/* ---------------------------------------------------------------- the server */

struct http *http_start(unsigned port, http_answer *answer, void *context)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct http *http = calloc(1, sizeof *http);
    if (http == NULL)
        return NULL;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    http->answer = answer;
    http->context = context;
    http->daemon =
        MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD, 0, NULL, NULL, handle, http,
                         MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_TIMEOUT,
                         (unsigned)IDLE, MHD_OPTION_NOTIFY_COMPLETED, end, NULL, MHD_OPTION_END);
    if (http->daemon != NULL)
        return http;
    free(http);
    return NULL;
}

unsigned http_port(const struct http *http)
{
    return MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
}

void http_stop(struct http *http)
{
    MHD_stop_daemon(http->daemon);
    free(http);
}
