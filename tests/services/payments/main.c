/*
 * A small payments API that answers every error with a problem of registry/payments.yaml.
 *
 *     payments DIRECTORY [PORT]
 *
 * DIRECTORY keeps the database, which is made where there is none. Prints the address, logs to
 * standard error, and serves until SIGINT or SIGTERM.
 */
#define _POSIX_C_SOURCE 200809L
#include "http.h"
#include "service.h"
#include "store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static void wait_for_the_end(const sigset_t *signals)
{
    int number;
    sigwait(signals, &number);
}

/* A problem outside of any request becomes a record like others. */
static void report(struct problem *problem)
{
    static char record[PROBLEM_RECORD_SIZE];
    size_t length = problem_record(PAYMENTS_REGISTRY, problem, NULL, record, sizeof record);
    fwrite(record, 1, length, stderr);
}

static int serve(struct service *service, unsigned port, const sigset_t *signals)
{
    struct http *http = http_start(port, service_answer, service);
    if (http == NULL) {
        fprintf(stderr, "can't listen at port %u\n", port);
        return 1;
    }
    printf("http://127.0.0.1:%u\n", http_port(http));
    fflush(stdout);
    wait_for_the_end(signals);
    http_stop(http);
    return 0;
}

static bool parse_port(const char *text, unsigned *port)
{
    char *end;
    unsigned long number = strtoul(text, &end, 10);
    *port = (unsigned)number;
    return *text >= '0' && *text <= '9' && *end == '\0' && number <= 65535;
}

int main(int argc, char **argv)
{
    static struct service service;
    struct problem problem = PROBLEM_INIT;
    sigset_t signals;
    unsigned port = 0; /* any */
    int status = 1;
    if (argc < 2 || argc > 3 || (argc == 3 && !parse_port(argv[2], &port))) {
        fprintf(stderr, "usage: %s DIRECTORY [PORT]\n", argv[0]);
        return 2;
    }
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, NULL); /* in all threads: sigwait takes them */
    if (store_open(&problem, &service.store, argv[1]) != 0)
        report(&problem);
    else
        status = serve(&service, port, &signals);
    store_close(service.store);
    return status;
}
