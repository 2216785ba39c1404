#define _GNU_SOURCE 1 /* pipe2 */
#include "peer.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE = 10 /* seconds */, ARGUMENTS_MAX = 16 };

/* ---------------------------------------------------------------- the process */

_Noreturn static void become(char *const *command, const char *log, int input, int output)
{
    char *arguments[ARGUMENTS_MAX + 2] = {NULL};
    size_t count = 0;
    while (count < ARGUMENTS_MAX && command[count] != NULL) {
        arguments[count] = command[count];
        count++;
    }
    arguments[count] = (char *)log;
    if (dup2(input, 0) == 0 && dup2(output, 1) == 1)
        execvp(arguments[0], arguments);
    _exit(127);
}

/* The number on the first line; 0: there is none. */
static unsigned read_port(int output)
{
    char digit = '\0';
    unsigned port = 0;
    while (read(output, &digit, 1) == 1 && digit >= '0' && digit <= '9' && port < 6554)
        port = port * 10 + (unsigned)(digit - '0');
    return digit == '\n' ? port : 0;
}

void peer_start(struct peer *peer, char *const *command, const char *log)
{
    int input[2], output[2];
    signal(SIGPIPE, SIG_IGN);
    assert_int_equal(pipe2(input, O_CLOEXEC), 0);
    assert_int_equal(pipe2(output, O_CLOEXEC), 0);
    peer->process = fork();
    assert_true(peer->process >= 0);
    if (peer->process == 0)
        become(command, log, input[0], output[1]);
    close(input[0]);
    close(output[1]);
    peer->input = input[1];
    peer->port = read_port(output[0]);
    close(output[0]);
    assert_true(peer->port != 0);
}

/* Waits for its end; false: it has not come in time, and now has by force. */
static bool ends(pid_t process, int *status)
{
    const struct timespec pause = {0, 10000000};
    for (int i = 0; i < PATIENCE * 100; i++) {
        if (waitpid(process, status, WNOHANG) == process)
            return true;
        nanosleep(&pause, NULL);
    }
    kill(process, SIGKILL);
    waitpid(process, status, 0);
    return false;
}

void peer_stop(struct peer *peer, enum peer_stop how)
{
    int status;
    if (how == PEER_TERMINATES)
        kill(peer->process, SIGTERM);
    else
        close(peer->input);
    bool in_time = ends(peer->process, &status);
    if (how == PEER_TERMINATES)
        close(peer->input);
    assert_true(in_time);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* ---------------------------------------------------------------- connections */

int peer_connect(const struct peer *peer)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)peer->port)};
    struct timeval patience = {PATIENCE, 0};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(connection >= 0);
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    assert_int_equal(connect(connection, (struct sockaddr *)&address, sizeof address), 0);
    return connection;
}

size_t peer_send(int connection, const void *bytes, size_t length)
{
    size_t sent = 0;
    while (sent < length) {
        ssize_t taken = send(connection, (const char *)bytes + sent, length - sent, MSG_NOSIGNAL);
        if (taken <= 0)
            break;
        sent += (size_t)taken;
    }
    return sent;
}
