/*
 * peer.h - a server program of these tests (serving.h says how one is run), and connections to it.
 * What can't go on fails the cmocka test that is running.
 */
#ifndef PEER_H
#define PEER_H

#include <stddef.h>
#include <sys/types.h>

struct peer {
    pid_t process;
    int input; /* its standard input: closed, it stops */
    unsigned port;
};

/* Runs `command`, NULL-terminated, with `log` as one more argument, and waits for its port. */
void peer_start(struct peer *peer, char *const *command, const char *log);

enum peer_stop { PEER_INPUT_ENDS, PEER_TERMINATES };

/* Stops it in one of the two ways. It must end in ten seconds with status 0; one that does not is
 * killed. */
void peer_stop(struct peer *peer, enum peer_stop how);

/* A connection, on which waiting for more than ten seconds counts as closed. */
int peer_connect(const struct peer *peer);

/* Sends all of it, or as much as the server takes before it closes. Returns how much that is. */
size_t peer_send(int connection, const void *bytes, size_t length);

#endif
