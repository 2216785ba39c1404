#define _POSIX_C_SOURCE 200809L

#include "source/file.h"
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that says 0 bytes may hold some (those in /proc do). */
bool file_read_all(struct arena *arena, int fd, size_t expected, size_t most, struct text *bytes)
{
    size_t capacity = expected < most ? expected + 1 : most + 1;
    char *block = arena_resize(arena, NULL, capacity);
    size_t length = 0;
    while (length <= most) {
        if (length == capacity) {
            capacity = capacity < most / 2 ? capacity * 2 : most + 1;
            block = arena_resize(arena, block, capacity);
        }
        ssize_t got = read(fd, block + length, capacity - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    *bytes = (struct text){block, length};
    return true;
}

/* A FIFO without a writer must not hang the open, nor a terminal become ours. */
static int open_to_read(const char *path)
{
    int fd;
    do {
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    } while (fd < 0 && errno == EINTR);
    return fd;
}

static const char *read_open(struct arena *arena, int fd, struct text *bytes, bool *large)
{
    struct stat status;
    if (fstat(fd, &status) != 0)
        return strerror(errno);
    if (S_ISDIR(status.st_mode))
        return strerror(EISDIR);
    if (!S_ISREG(status.st_mode))
        return "it is not a regular file";
    *large = status.st_size > SOURCE_SIZE_MAX;
    if (*large || file_read_all(arena, fd, (size_t)status.st_size, SOURCE_SIZE_MAX, bytes))
        return NULL;
    return strerror(errno);
}

const char *file_read(struct arena *arena, const char *path, struct text *bytes, bool *large)
{
    int fd = open_to_read(path);
    *large = false;
    if (fd < 0)
        return strerror(errno);
    const char *reason = read_open(arena, fd, bytes, large);
    close(fd);
    return reason;
}
