/*
 * nginx can't be told to take a free port, so it inherits a socket that listens at one already, as
 * a new nginx does from the one that it replaces:
 *
 *     nginx_listen FILE COMMAND...
 *
 * writes "listen 127.0.0.1:PORT;" to FILE, for nginx.conf to include, and becomes COMMAND.
 */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 128 };

/* A socket that listens at 127.0.0.1 and never blocks, as nginx takes for granted of those that it
 * inherits; -1 when there is none to be had. */
static int open_listener(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) != 0 ||
        listen(listener, BACKLOG) != 0 || fcntl(listener, F_SETFL, O_NONBLOCK) != 0)
        return -1;
    return listener;
}

static int port_of(int listener)
{
    struct sockaddr_in address;
    socklen_t size = sizeof address;
    if (getsockname(listener, (struct sockaddr *)&address, &size) != 0)
        return -1;
    return ntohs(address.sin_port);
}

static int write_directive(const char *name, int port)
{
    FILE *file = fopen(name, "w");
    if (file == NULL)
        return -1;
    fprintf(file, "listen 127.0.0.1:%d;\n", port);
    return fclose(file);
}

int main(int argc, char **argv)
{
    char inherited[16];
    int listener = open_listener();
    int port = listener < 0 ? -1 : port_of(listener);
    if (argc < 3 || port < 0 || write_directive(argv[1], port) != 0) {
        fprintf(stderr, "usage: nginx_listen FILE COMMAND...\n");
        return 2;
    }
    snprintf(inherited, sizeof inherited, "%d;", listener);
    if (setenv("NGINX", inherited, 1) == 0)
        execvp(argv[2], argv + 2);
    perror(argv[2]);
    return 2;
}
