/*
 * The catalogue behind civetweb, with a thread a connection. See serving.h.
 */
#include "catalogue.h"
#include "serving.h"

#include <problem_civetweb.h>
#include <stdio.h>
#include <string.h>

static const struct problem_edge *edge;

static int send_text(struct mg_connection *connection, const char *method)
{
    char length[24];
    snprintf(length, sizeof length, "%zu", strlen(CATALOGUE_TEXT));
    mg_response_header_start(connection, 200);
    mg_response_header_add(connection, "Content-Type", "text/plain", -1);
    mg_response_header_add(connection, "Content-Length", length, -1);
    mg_response_header_send(connection);
    if (strcmp(method, "HEAD") != 0)
        mg_write(connection, CATALOGUE_TEXT, strlen(CATALOGUE_TEXT));
    return 200;
}

/* Reads the body up to the first byte too many: 0 when it fits, above 0 when it is too large, below
 * 0 when it is not as its head says. */
static int read_body(struct mg_connection *connection)
{
    char bytes[4096];
    size_t length = 0;
    int got;
    if (mg_get_request_info(connection)->content_length > CATALOGUE_BODY_MAX)
        return 1;
    while ((got = mg_read(connection, bytes, sizeof bytes)) > 0) {
        length += (size_t)got;
        if (length > CATALOGUE_BODY_MAX)
            return 1;
    }
    return got;
}

static int handle(struct mg_connection *connection, void *context)
{
    const struct mg_request_info *request = mg_get_request_info(connection);
    struct problem problem = PROBLEM_INIT;
    (void)context;
    enum payments_problem raised =
        catalogue_answer(&problem, request->request_method, request->local_uri);
    if (raised == 0) {
        int excess = read_body(connection);
        if (excess < 0) {
            mg_send_http_error(connection, 400, "%s", "malformed body");
            return 400;
        }
        if (excess > 0)
            raised = catalogue_too_large(&problem);
    }
    if (raised != 0)
        return problem_civetweb_respond(edge, connection, &problem);
    return send_text(connection, request->request_method);
}

static int http_error(struct mg_connection *connection, int status, const char *message)
{
    return problem_civetweb_http_error(edge, connection, status, message);
}

int main(int argc, char **argv)
{
    const char *options[] = {
        "listening_ports", "127.0.0.1:0", "enable_keep_alive", "yes", "tcp_nodelay", "1", NULL};
    struct mg_callbacks callbacks = {.http_error = http_error};
    struct mg_server_port port;
    edge = serving_begin(argc, argv);
    mg_init_library(0);
    struct mg_context *server = mg_start(&callbacks, NULL, options);
    if (server == NULL || mg_get_server_ports(server, 1, &port) != 1) {
        fprintf(stderr, "civetweb does not start\n");
        return 2;
    }
    mg_set_request_handler(server, "/", handle, NULL);
    serving_wait((unsigned)port.port);
    mg_stop(server);
    mg_exit_library();
    return 0;
}
