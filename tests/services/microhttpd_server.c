/*
 * The catalogue behind libmicrohttpd, with several threads. See serving.h.
 */
#include "catalogue.h"
#include "serving.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <problem_microhttpd.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    THREADS = 4,
    PATIENCE = 16 * CATALOGUE_BODY_MAX /* bytes of a body that are read only to be dropped */
};

/* One request: libmicrohttpd calls the handler for its head, for each piece of its body, and at its
 * end. */
struct request {
    size_t body_length;
};

static enum MHD_Result send_text(struct MHD_Connection *connection)
{
    static char text[] = CATALOGUE_TEXT;
    struct MHD_Response *response =
        MHD_create_response_from_buffer(sizeof text - 1, text, MHD_RESPMEM_PERSISTENT);
    if (response == NULL)
        return MHD_NO;
    MHD_add_response_header(response, "Content-Type", "text/plain");
    enum MHD_Result queued = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return queued;
}

/* The body's length as the head says it; 0 where it does not. */
static unsigned long long announced(struct MHD_Connection *connection)
{
    const char *text = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");
    return text != NULL ? strtoull(text, NULL, 10) : 0;
}

/* Takes a piece of the body. One that never ends is cut off. */
static enum MHD_Result take(struct request *request, size_t *data_size)
{
    request->body_length += *data_size;
    *data_size = 0;
    return request->body_length <= PATIENCE ? MHD_YES : MHD_NO;
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *data,
                              size_t *data_size, void **slot)
{
    const struct problem_edge *edge = context;
    struct request *request = *slot;
    struct problem problem = PROBLEM_INIT;
    (void)version;
    (void)data;
    if (request == NULL && announced(connection) > PATIENCE) {
        catalogue_too_large(&problem);
        return problem_microhttpd_respond(edge, connection, method, url, &problem);
    }
    if (request == NULL) {
        *slot = calloc(1, sizeof *request);
        return *slot != NULL ? MHD_YES : MHD_NO;
    }
    if (*data_size > 0)
        return take(request, data_size);
    enum payments_problem raised = catalogue_answer(&problem, method, url);
    if (raised == 0 && request->body_length > CATALOGUE_BODY_MAX)
        raised = catalogue_too_large(&problem);
    if (raised != 0)
        return problem_microhttpd_respond(edge, connection, method, url, &problem);
    return send_text(connection);
}

static void end(void *context, struct MHD_Connection *connection, void **slot,
                enum MHD_RequestTerminationCode reason)
{
    (void)context;
    (void)connection;
    (void)reason;
    free(*slot);
}

int main(int argc, char **argv)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    const struct problem_edge *edge = serving_begin(argc, argv);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct MHD_Daemon *daemon =
        MHD_start_daemon(MHD_USE_AUTO_INTERNAL_THREAD, 0, NULL, NULL, handle, (void *)edge,
                         MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE,
                         (unsigned)THREADS, MHD_OPTION_NOTIFY_COMPLETED, end, NULL, MHD_OPTION_END);
    if (daemon == NULL) {
        fprintf(stderr, "libmicrohttpd does not start\n");
        return 2;
    }
    serving_wait(MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
    MHD_stop_daemon(daemon);
    return 0;
}
