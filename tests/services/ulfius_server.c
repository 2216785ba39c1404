/*
 * The catalogue behind ulfius, with a thread a connection. See serving.h.
 */
#include "catalogue.h"
#include "serving.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <problem_ulfius.h>
#include <stdio.h>
#include <string.h>

static int answer(const struct _u_request *request, struct _u_response *response, void *context)
{
    const struct problem_edge *edge = context;
    struct problem problem = PROBLEM_INIT;
    enum payments_problem raised =
        catalogue_answer(&problem, request->http_verb, request->url_path);
    if (raised == 0 && request->binary_body_length > CATALOGUE_BODY_MAX)
        raised = catalogue_too_large(&problem);
    if (raised != 0)
        return problem_ulfius_respond(edge, request, response, &problem);
    u_map_put(response->map_header, "Content-Type", "text/plain");
    ulfius_set_binary_body_response(response, 200, CATALOGUE_TEXT, strlen(CATALOGUE_TEXT));
    return U_CALLBACK_COMPLETE;
}

/* ulfius wants a port from 1 on, but gives it to libmicrohttpd with the address, whose port counts:
 * 0 there. So libmicrohttpd does not look for the real one either; the socket knows it. */
static unsigned port_of(const struct _u_instance *instance)
{
    struct sockaddr_in address = {0};
    socklen_t size = sizeof address;
    int socket = MHD_get_daemon_info(instance->mhd_daemon, MHD_DAEMON_INFO_LISTEN_FD)->listen_fd;
    getsockname(socket, (struct sockaddr *)&address, &size);
    return ntohs(address.sin_port);
}

int main(int argc, char **argv)
{
    enum { ANY_PORT = 1 };
    const struct problem_edge *edge = serving_begin(argc, argv);
    struct sockaddr_in address = {.sin_family = AF_INET};
    struct _u_instance instance;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (ulfius_init_instance(&instance, ANY_PORT, &address, NULL) != U_OK)
        return 2;
    instance.max_post_body_size = CATALOGUE_BODY_MAX + 1;
    instance.check_utf8 = 0; /* else it drops fields, and records lack what was really sent */
    ulfius_add_endpoint_by_val(&instance, "*", "/ok", NULL, 0, answer, (void *)edge);
    ulfius_add_endpoint_by_val(&instance, "*", "/problems", "/:code", 0, answer, (void *)edge);
    ulfius_set_default_endpoint(&instance, problem_ulfius_default, (void *)edge);
    if (ulfius_start_framework(&instance) != U_OK) {
        fprintf(stderr, "ulfius does not start\n");
        return 2;
    }
    serving_wait(port_of(&instance));
    ulfius_stop_framework(&instance);
    ulfius_clean_instance(&instance);
    return 0;
}
