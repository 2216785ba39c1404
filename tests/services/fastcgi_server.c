/*
 * The catalogue as a FastCGI application of several threads: fastcgi_server SOCKET LOGFILE. It
 * listens at SOCKET, a path, and says port 0; else as serving.h has it. fastcgi.sh puts nginx in
 * front.
 */
#define _POSIX_C_SOURCE 200809L
#include "catalogue.h"
#include "serving.h"

#include <problem_fastcgi.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>

enum { THREADS = 4, BACKLOG = 128 };

struct service {
    const struct problem_edge *edge;
    int socket;
};

/* Whether the body ends within CATALOGUE_BODY_MAX bytes. */
static bool read_body(FCGX_Stream *in)
{
    char bytes[4096];
    size_t length = 0;
    int count;
    while (length <= CATALOGUE_BODY_MAX && (count = FCGX_GetStr(bytes, sizeof bytes, in)) > 0)
        length += (size_t)count;
    return length <= CATALOGUE_BODY_MAX;
}

static void send_text(FCGX_Stream *out, bool head)
{
    FCGX_FPrintF(out, "Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n",
                 (int)sizeof CATALOGUE_TEXT - 1);
    if (!head)
        FCGX_PutS(CATALOGUE_TEXT, out);
}

static void handle(const struct problem_edge *edge, FCGX_Request *request)
{
    struct problem problem = PROBLEM_INIT;
    const char *method = FCGX_GetParam("REQUEST_METHOD", request->envp);
    const char *path = FCGX_GetParam("REQUEST_URI", request->envp);
    enum payments_problem raised =
        catalogue_answer(&problem, method != NULL ? method : "", path != NULL ? path : "");
    if (raised == 0 && !read_body(request->in))
        raised = catalogue_too_large(&problem);
    if (raised == 0)
        send_text(request->out, strcmp(method, "HEAD") == 0);
    else
        problem_fastcgi_respond(edge, request, &problem);
}

static void *serve(void *context)
{
    const struct service *service = context;
    FCGX_Request request;
    FCGX_InitRequest(&request, service->socket, 0);
    while (FCGX_Accept_r(&request) == 0) {
        if (!problem_fastcgi_error(service->edge, &request))
            handle(service->edge, &request);
        FCGX_Finish_r(&request);
    }
    FCGX_Free(&request, 1);
    return NULL;
}

int main(int argc, char **argv)
{
    struct service service;
    pthread_t threads[THREADS];
    if (argc != 3) {
        fprintf(stderr, "usage: %s SOCKET LOGFILE\n", argv[0]);
        return 2;
    }
    service.edge = serving_begin(argc - 1, argv + 1);
    FCGX_Init();
    service.socket = FCGX_OpenSocket(argv[1], BACKLOG);
    if (service.socket < 0)
        return 2;
    for (int i = 0; i < THREADS; i++) {
        if (pthread_create(&threads[i], NULL, serve, &service) != 0)
            return 2;
    }
    serving_wait(0);
    shutdown(service.socket, SHUT_RDWR); /* accept() fails from now on */
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
