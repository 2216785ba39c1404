#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE /* flock */

#include "output/files.h"

#include "base/buffer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file on its way. */
struct pending {
    const char *path;
    const char *temporary;
    struct text contents;
    int descriptor; /* of the temporary; -1: there is none, or not yet */
    bool unchanged; /* the file says the same already */
};

struct writer {
    struct pending *files;
    size_t count;
    struct diagnostics *diagnostics;
};

static bool failed(struct writer *writer, const char *path, int error)
{
    diagnose(writer->diagnostics, SEVERITY_ERROR, "file-unwritable", (struct span){0, 0},
             "cannot write %s: %s", path, strerror(error));
    return false;
}

/* ---------------------------------------------------------------- names */

static const char *temporary_name(struct arena *arena, struct text path)
{
    size_t name = path.length;
    while (name && path.bytes[name - 1] != '/')
        name--;
    return arena_format(arena, "%.*s.%.*s.tmp", (int)name, path.bytes, (int)(path.length - name),
                        path.bytes + name)
        .bytes;
}

/* Makes the directories that `path` is in. */
static bool make_directories(struct writer *writer, struct arena *arena, struct text path)
{
    char *directory = (char *)arena_copy(arena, path).bytes;
    for (size_t i = 1; i < path.length; i++) {
        if (directory[i] != '/')
            continue;
        directory[i] = '\0';
        if (mkdir(directory, 0777) != 0 && errno != EEXIST)
            return failed(writer, directory, errno);
        directory[i] = '/';
    }
    return true;
}

/* ---------------------------------------------------------------- comparing */

/* Whether the file holds exactly these bytes. */
static bool holds(const char *path, struct text contents)
{
    char block[65536];
    struct stat status;
    size_t at = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    bool same = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                (uint64_t)status.st_size == contents.length;
    while (same && at < contents.length) {
        ssize_t length = read(descriptor, block, sizeof block);
        if (length < 0 && errno == EINTR)
            continue;
        same = length > 0 && (size_t)length <= contents.length - at &&
               memcmp(block, contents.bytes + at, (size_t)length) == 0;
        at += same ? (size_t)length : 0;
    }
    close(descriptor);
    return same;
}

/* ---------------------------------------------------------------- temporaries */

/* Locks the file and empties it. False, and errno 0, when another run has renamed it meanwhile: try
 * anew. */
static bool take_over(int descriptor, const char *path)
{
    struct stat opened, named;
    if (fstat(descriptor, &opened) != 0)
        return false;
    if (!S_ISREG(opened.st_mode)) {
        errno = EEXIST;
        return false;
    }
    while (flock(descriptor, LOCK_EX) != 0)
        if (errno != EINTR)
            return false;
    errno = 0;
    if (lstat(path, &named) != 0) {
        errno = errno == ENOENT ? 0 : errno;
        return false;
    }
    return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev &&
           ftruncate(descriptor, 0) == 0;
}

/* Opens the temporary, or takes over what a killed run has left of it. -1: see errno. */
static int open_temporary(const char *path)
{
    for (;;) {
        int descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0666);
        if (descriptor < 0 || take_over(descriptor, path))
            return descriptor;
        int error = errno;
        if (error != 0 && error != EEXIST)
            unlink(path);
        close(descriptor);
        errno = error;
        if (error != 0)
            return -1;
    }
}

static bool write_all(int descriptor, struct text contents)
{
    while (contents.length) {
        ssize_t length = write(descriptor, contents.bytes, contents.length);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0) {
            errno = length == 0 ? EIO : errno;
            return false;
        }
        contents = text_slice(contents, (size_t)length, contents.length);
    }
    return true;
}

/* Some file systems report what went wrong only when a descriptor is closed: a second one is, while
 * the first keeps the lock. */
static bool flush(int descriptor)
{
    int second = dup(descriptor);
    return second >= 0 && close(second) == 0;
}

/* Whether a rename may take this place. That it can't be a directory's would show only when others
 * have been renamed; and it would do away with /dev/null. */
static bool is_replaceable(struct writer *writer, const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0 || S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))
        return true;
    return failed(writer, path, S_ISDIR(status.st_mode) ? EISDIR : ENOTSUP);
}

static bool write_temporary(struct writer *writer, struct pending *file)
{
    file->descriptor = open_temporary(file->temporary);
    if (file->descriptor >= 0 && write_all(file->descriptor, file->contents) &&
        flush(file->descriptor))
        return true;
    return failed(writer, file->path, errno);
}

/* The lock goes with the descriptor, so the file is renamed first: nobody can take the temporary
 * over in between. */
static bool rename_temporary(struct writer *writer, struct pending *file)
{
    if (rename(file->temporary, file->path) != 0)
        return failed(writer, file->path, errno);
    int closed = close(file->descriptor);
    file->descriptor = -1;
    return closed == 0 || failed(writer, file->path, errno);
}

static void discard(struct pending *file)
{
    if (file->descriptor < 0)
        return;
    unlink(file->temporary);
    close(file->descriptor);
}

/* ---------------------------------------------------------------- the whole */

bool files_write(const struct output_file *files, size_t count, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    struct writer writer = {arena_array(arena, count, sizeof *writer.files), count, diagnostics};
    bool fine = true;
    for (size_t i = 0; i < count; i++)
        writer.files[i] =
            (struct pending){arena_copy(arena, files[i].path).bytes,
                             temporary_name(arena, files[i].path), files[i].contents, -1, false};
    for (size_t i = 0; i < count && fine; i++) {
        struct pending *file = &writer.files[i];
        file->unchanged = holds(file->path, file->contents);
        fine = file->unchanged ||
               (make_directories(&writer, arena, files[i].path) &&
                is_replaceable(&writer, file->path) && write_temporary(&writer, file));
    }
    for (size_t i = 0; i < count && fine; i++)
        fine = writer.files[i].unchanged || rename_temporary(&writer, &writer.files[i]);
    for (size_t i = 0; i < count; i++)
        discard(&writer.files[i]);
    return fine;
}

/* ---------------------------------------------------------------- depfile */

/* As gcc -MD writes names, which Make and Ninja read: a backslash stands for itself but before a
 * blank. Neither knows a name with a line break. */
static void append_name(struct buffer *out, struct text name)
{
    size_t backslashes = 0; /* right before this byte */
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        if (byte == ' ' || byte == '\t')
            buffer_repeat(out, '\\', backslashes + 1);
        else if (byte == '#' || byte == ':')
            buffer_byte(out, '\\');
        else if (byte == '$')
            buffer_byte(out, '$');
        buffer_byte(out, byte);
        backslashes = byte == '\\' ? backslashes + 1 : 0;
    }
}

struct text depfile_contents(struct arena *arena, const struct output_file *targets, size_t count,
                             const struct sources *sources)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < count; i++) {
        buffer_string(&out, i ? " " : "");
        append_name(&out, targets[i].path);
    }
    buffer_byte(&out, ':');
    for (size_t i = 0; i < sources_count(sources); i++) {
        buffer_byte(&out, ' ');
        append_name(&out, sources_get(sources, i)->name);
    }
    buffer_byte(&out, '\n');
    for (size_t i = 0; i < sources_count(sources); i++) {
        buffer_byte(&out, '\n');
        append_name(&out, sources_get(sources, i)->name);
        buffer_string(&out, ":\n");
    }
    return buffer_contents(&out);
}
