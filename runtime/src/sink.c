/*
 * Sinks. A descriptor belongs to others too - standard error to the terminal's other programs, a
 * pipe to a supervisor - so its flags are not ours to change. What is not a file is therefore
 * written to with RWF_NOWAIT; where the kernel does not know that for pipes (Linux before 6.4) or
 * terminals, through an open file description of our own that does not block; and where there is no
 * /proc either, after asking whether there is room.
 */
#define _GNU_SOURCE 1 /* pwritev2 */

#include "sink.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include "number.h"

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* the signal is held back anyway */
#endif

/* Of those who name none. */
static struct problem_sink standard_error = PROBLEM_SINK_TO(STDERR_FILENO);

void problem_sink_drop(struct problem_sink *sink)
{
    __atomic_fetch_add(&(sink != NULL ? sink : &standard_error)->dropped, 1, __ATOMIC_RELAXED);
}

uint64_t problem_sink_dropped(const struct problem_sink *sink)
{
    return __atomic_load_n(&(sink != NULL ? sink : &standard_error)->dropped, __ATOMIC_RELAXED);
}

/* ------------------------------------------------------------------ descriptors */

static ssize_t write_polled(int descriptor, const char *bytes, size_t length)
{
    struct pollfd room = {descriptor, POLLOUT, 0};
    errno = EAGAIN;
    /* Room for PIPE_BUF bytes is all that a pipe promises. */
    if (length > PIPE_BUF || poll(&room, 1, 0) != 1 || room.revents != POLLOUT)
        return -1;
    return write(descriptor, bytes, length);
}

/* Opens anew what the descriptor leads to, so that its flags are ours; -1 where that can't be. */
static int reopen(int descriptor)
{
    static const char directory[] = "/proc/self/fd/";
    char path[sizeof directory + PROBLEM_DIGITS_MAX];
    struct writer writer = {path, sizeof path, 0};
    write_bytes(&writer, directory, sizeof directory - 1);
    problem_write_integer(&writer, descriptor);
    write_byte(&writer, '\0');
    return open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

static ssize_t write_reopened(int descriptor, const char *bytes, size_t length)
{
    int own = reopen(descriptor);
    if (own < 0)
        return write_polled(descriptor, bytes, length);
    ssize_t written = write(own, bytes, length);
    int error = errno;
    close(own);
    errno = error;
    return written;
}

static ssize_t write_nowait(int descriptor, const char *bytes, size_t length)
{
#ifdef RWF_NOWAIT
    struct iovec piece = {(void *)(uintptr_t)bytes, length};
    ssize_t written = pwritev2(descriptor, &piece, 1, -1, RWF_NOWAIT);
    if (written >= 0 || (errno != EOPNOTSUPP && errno != ENOSYS && errno != EINVAL))
        return written;
#endif
    return write_reopened(descriptor, bytes, length);
}

/*
 * Whether the socket is one that somebody connected to, or of the internet: its end here has a
 * name. A service that was started without descriptors 0 to 2 gets its first connections there, and
 * the log must not go to a caller.
 */
static bool may_be_a_caller(int descriptor)
{
    struct sockaddr_storage own;
    socklen_t length = sizeof own;
    return descriptor <= STDERR_FILENO &&
           (getsockname(descriptor, (struct sockaddr *)&own, &length) != 0 ||
            own.ss_family != AF_UNIX || length > sizeof own.ss_family);
}

static ssize_t write_to_socket(int descriptor, const char *bytes, size_t length)
{
    if (may_be_a_caller(descriptor)) {
        errno = ENOTSUP;
        return -1;
    }
    return send(descriptor, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static ssize_t write_by_kind(int descriptor, const char *bytes, size_t length)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return -1;
    if (S_ISREG(status.st_mode))
        return write(descriptor, bytes, length);
    if (S_ISSOCK(status.st_mode))
        return write_to_socket(descriptor, bytes, length);
    return write_nowait(descriptor, bytes, length);
}

/* A closed pipe sends SIGPIPE and a file at its size limit SIGXFSZ; either would end the service.
 * Both are held back, and taken if they came from this write. */
static ssize_t write_quietly(int descriptor, const char *bytes, size_t length)
{
    const struct timespec now = {0, 0};
    sigset_t signals, before, pending;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &signals, &before);
    sigpending(&pending);
    ssize_t written;
    do {
        written = write_by_kind(descriptor, bytes, length);
    } while (written < 0 && errno == EINTR);
    if (written < 0 && (errno == EPIPE || errno == EFBIG)) {
        int signal = errno == EPIPE ? SIGPIPE : SIGXFSZ;
        sigset_t ours;
        sigemptyset(&ours);
        sigaddset(&ours, signal);
        if (!sigismember(&pending, signal))
            sigtimedwait(&ours, NULL, &now);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return written;
}

/* A line that was written in part is ended by the next one, so that only one line is lost. */
static bool take_by_descriptor(struct problem_sink *sink, struct line *line)
{
    uint32_t torn = __atomic_exchange_n(&sink->torn, 0, __ATOMIC_RELAXED);
    size_t length = line->length + torn;
    line->text[0] = '\n';
    ssize_t written = write_quietly(sink->descriptor, line->text + 1 - torn, length);
    if (written == (ssize_t)length)
        return true;
    if (written <= 0 ? torn != 0 : (size_t)written > torn)
        __atomic_store_n(&sink->torn, 1, __ATOMIC_RELAXED);
    return false;
}

void problem_sink_take(struct problem_sink *sink, struct line *line)
{
    struct problem_sink *named = sink != NULL ? sink : &standard_error;
    if (!take_by_descriptor(named, line))
        problem_sink_drop(named);
}
