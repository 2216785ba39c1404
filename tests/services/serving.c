#define _POSIX_C_SOURCE 200809L
#include "serving.h"

#include "catalogue.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

enum { LIFETIME = 300 /* seconds */ };

static sigset_t unblocked; /* as it was when the program began, SIGTERM let through */

static void note_signal(int number)
{
    (void)number; /* it has interrupted pselect, which is all it is for */
}

const struct problem_edge *serving_begin(int argc, char **argv)
{
    static struct problem_sink sink = PROBLEM_SINK_NONE;
    static const struct problem_edge edge = {PAYMENTS_REGISTRY, &sink, catalogue_raise_status};
    if (argc != 2) {
        fprintf(stderr, "usage: %s LOGFILE\n", argv[0]);
        _exit(2);
    }
    sink.descriptor = open(argv[1], O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (sink.descriptor < 0) {
        perror(argv[1]);
        _exit(2);
    }
    struct sigaction action = {.sa_handler = note_signal};
    sigset_t blocked;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTERM, &action, NULL);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &unblocked);
    sigdelset(&unblocked, SIGTERM);
    alarm(LIFETIME);
    return &edge;
}

/* Whether standard input has ended; what it says does not matter. */
static bool input_ended(void)
{
    char bytes[256];
    return read(0, bytes, sizeof bytes) <= 0;
}

void serving_wait(unsigned port)
{
    fd_set input;
    printf("%u\n", port);
    fflush(stdout);
    do {
        FD_ZERO(&input);
        FD_SET(0, &input);
    } while (pselect(1, &input, NULL, NULL, NULL, &unblocked) == 1 && !input_ended());
}
