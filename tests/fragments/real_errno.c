/*
 * errno.yaml against the system: calls that fail, whoever the user is.
 */
#define _GNU_SOURCE

#include "groups_from_errno.h"
#include "real.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* The call is expected to fail. */
#define EXPECT(group, call)                                                                        \
    do {                                                                                           \
        if (call)                                                                                  \
            real_expect_number(#call, errno, (int)groups_from_errno(errno, NULL), GROUPS_##group); \
        else                                                                                       \
            real_give_up(#call " did not fail");                                                   \
    } while (0)

static int open_or_die(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC, 0600);
    if (file < 0)
        real_give_up(path);
    return file;
}

static void files(void)
{
    int file = open_or_die("file", O_CREAT | O_RDONLY), full = open_or_die("/dev/full", O_WRONLY);
    char long_name[5000];
    memset(long_name, 'x', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    mkdir("directory", 0700);
    close(open_or_die("directory/file", O_CREAT));

    EXPECT(MISSING, open("nothing", O_RDONLY) < 0);
    EXPECT(MISSING, open("file/below", O_RDONLY) < 0);
    EXPECT(EXISTS, mkdir("directory", 0700));
    EXPECT(EXISTS, rmdir("directory"));
    EXPECT(OTHERWISE, open("directory", O_WRONLY) < 0);
    EXPECT(DENIED, mmap(NULL, 1, PROT_WRITE, MAP_SHARED, file, 0) == MAP_FAILED);
    EXPECT(FULL, write(full, "x", 1) < 0);
    EXPECT(TOO_LARGE, open(long_name, O_RDONLY) < 0);
    EXPECT(INVALID, lseek(file, -1, SEEK_SET) < 0);
    EXPECT(MISUSE, close(-1));
    close(file);
    close(full);
}

static void pipes(void)
{
    int ends[2];
    char byte;
    signal(SIGPIPE, SIG_IGN);
    if (pipe2(ends, O_NONBLOCK))
        real_give_up("pipe2");
    EXPECT(AGAIN, read(ends[0], &byte, 1) < 0);
    EXPECT(MISUSE, lseek(ends[0], 0, SEEK_SET) < 0);
    close(ends[0]);
    EXPECT(CLOSED, write(ends[1], "x", 1) < 0);
    close(ends[1]);
}

static int tcp_socket(void)
{
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    if (descriptor < 0)
        real_give_up("socket");
    return descriptor;
}

static void sockets(void)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct sockaddr *generic = (struct sockaddr *)&address;
    socklen_t length = sizeof address;
    int taken = tcp_socket(), other = tcp_socket();
    if (bind(taken, generic, length) || getsockname(taken, generic, &length))
        real_give_up("bind");
    EXPECT(REFUSED, connect(other, generic, length)); /* it does not listen */
    EXPECT(BUSY, bind(other, generic, length));
    EXPECT(CLOSED, send(other, "x", 1, MSG_NOSIGNAL) < 0);
    EXPECT(MISUSE, getsockname(STDIN_FILENO, generic, &length));
    EXPECT(UNSUPPORTED, socket(AF_MAX + 1, SOCK_STREAM, 0) < 0);
    close(taken);
    close(other);
}

static void waiting(void)
{
    sem_t semaphore;
    struct timespec long_ago = {0, 0};
    if (sem_init(&semaphore, 0, 0))
        real_give_up("sem_init");
    EXPECT(TIMEOUT, sem_timedwait(&semaphore, &long_ago));
    sem_destroy(&semaphore);
}

static void limits(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit))
        real_give_up("getrlimit");
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 0;
    if (setrlimit(RLIMIT_NOFILE, &limit))
        real_give_up("setrlimit");
    EXPECT(EXHAUSTED, open("/dev/null", O_RDONLY) < 0);
    limit.rlim_cur = before;
    if (setrlimit(RLIMIT_NOFILE, &limit))
        real_give_up("setrlimit");
}

int main(void)
{
    files();
    pipes();
    sockets();
    waiting();
    limits();
    return real_result();
}
