#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE /* flock */

#include "output/files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CLOSED = -1, BLOCK = 65536 };

/* A file on its way. */
struct pending {
    struct text path;
    bool begun; /* the temporary may be there; else the file says the same already */
};

struct outputs {
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct pending *files; /* the last is the one that is open */
    size_t count;
    char *name; /* where names of temporaries are put together: has room for the longest, so that
                   they can be removed when there is no memory */
    size_t room;
    int lock;
    bool failed;
    int old;             /* the file that is there, as long as it says the same */
    int temporary;       /* from the first difference on */
    uint64_t length;     /* of what has come in */
    uint64_t old_length; /* of `old` */
};

static bool failed(struct outputs *outputs, struct text path, int error)
{
    diagnose(outputs->diagnostics, SEVERITY_ERROR, "file-unwritable", (struct span){0, 0},
             "cannot write %.*s: %s", TEXT_ARGS(path), strerror(error));
    outputs->failed = true;
    return false;
}

static struct pending *current(const struct outputs *outputs)
{
    return &outputs->files[outputs->count - 1];
}

static void close_one(int *descriptor)
{
    if (*descriptor != CLOSED)
        close(*descriptor);
    *descriptor = CLOSED;
}

/* ---------------------------------------------------------------- names */

static size_t directory_length(struct text path)
{
    size_t length = path.length;
    while (length && path.bytes[length - 1] != '/')
        length--;
    return length;
}

static void make_room_for_name(struct outputs *outputs, struct text path)
{
    size_t room = path.length + sizeof "..tmp";
    if (outputs->room >= room)
        return;
    outputs->room = 2 * room;
    outputs->name = arena_resize(outputs->arena, outputs->name, outputs->room);
}

/* Valid until the next. */
static const char *temporary_name(struct outputs *outputs, struct text path)
{
    size_t directory = directory_length(path);
    snprintf(outputs->name, outputs->room, "%.*s.%.*s.tmp", (int)directory, path.bytes,
             (int)(path.length - directory), path.bytes + directory);
    return outputs->name;
}

/* Makes the directories that the file is in. */
static bool make_directories(struct outputs *outputs, struct text path)
{
    char *directory = (char *)path.bytes; /* of our own copy */
    for (size_t i = 1; i < path.length; i++) {
        if (directory[i] != '/')
            continue;
        directory[i] = '\0';
        bool made = mkdir(directory, 0777) == 0 || errno == EEXIST;
        int error = errno;
        directory[i] = '/';
        if (!made)
            return failed(outputs, text_slice(path, 0, i), error);
    }
    return true;
}

/* ---------------------------------------------------------------- taking turns */

/*
 * Locks the directory that the file is in, until the descriptor is closed: runs into it side by
 * side would leave the files of several. -1 where the file system has no locks: then each file is
 * still whole.
 */
static int lock_directory(struct arena *arena, struct text path)
{
    size_t length = path.length;
    while (length && path.bytes[length - 1] != '/')
        length--;
    const char *directory = length ? arena_copy(arena, text_slice(path, 0, length)).bytes : ".";
    int descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (descriptor >= 0 && flock(descriptor, LOCK_EX) != 0 && errno == EINTR)
        continue;
    return descriptor;
}

/* ---------------------------------------------------------------- what is there */

/* Opens what the file may say already. */
static void open_old(struct outputs *outputs)
{
    struct stat status;
    int descriptor = open(current(outputs)->path.bytes, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor == CLOSED)
        return;
    outputs->old = descriptor;
    outputs->old_length = 0;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
        outputs->old_length = (uint64_t)status.st_size;
    else
        close_one(&outputs->old);
}

/* Whether the old file goes on with these bytes. */
static bool goes_on_with(struct outputs *outputs, struct text bytes)
{
    char block[BLOCK];
    if (outputs->old == CLOSED || outputs->old_length - outputs->length < bytes.length)
        return false;
    for (size_t at = 0; at < bytes.length;) {
        size_t wanted = bytes.length - at < BLOCK ? bytes.length - at : BLOCK;
        ssize_t length = pread(outputs->old, block, wanted, (off_t)(outputs->length + at));
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0 || memcmp(block, bytes.bytes + at, (size_t)length) != 0)
            return false;
        at += (size_t)length;
    }
    return true;
}

/* ---------------------------------------------------------------- temporaries */

/* Opens the temporary, or empties what a killed run has left of it. -1: see errno. */
static int open_temporary(const char *path)
{
    struct stat status;
    int descriptor =
        open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0666);
    if (descriptor < 0)
        return -1;
    bool known = fstat(descriptor, &status) == 0;
    if (known && S_ISREG(status.st_mode))
        return descriptor;
    int error = known ? EEXIST : errno;
    close(descriptor);
    if (!known)
        unlink(path);
    errno = error;
    return -1;
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

/* The beginning that is the same in the old file. */
static bool copy_beginning(struct outputs *outputs)
{
    char block[BLOCK];
    for (uint64_t at = 0; at < outputs->length;) {
        uint64_t left = outputs->length - at;
        ssize_t length = pread(outputs->old, block, left < BLOCK ? (size_t)left : BLOCK, (off_t)at);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0) {
            errno = length == 0 ? EBUSY : errno; /* somebody else has cut it off */
            return false;
        }
        if (!write_all(outputs->temporary, (struct text){block, (size_t)length}))
            return false;
        at += (uint64_t)length;
    }
    return true;
}

/* Whether a rename may take this place. That it can't be a directory's would show only when others
 * have been renamed; and it would do away with /dev/null. */
static bool is_replaceable(struct outputs *outputs, struct text path)
{
    struct stat status;
    if (lstat(path.bytes, &status) != 0 || S_ISREG(status.st_mode) || S_ISLNK(status.st_mode))
        return true;
    return failed(outputs, path, S_ISDIR(status.st_mode) ? EISDIR : ENOTSUP);
}

/* The file differs from here on. */
static bool begin_temporary(struct outputs *outputs)
{
    struct pending *file = current(outputs);
    if (!is_replaceable(outputs, file->path))
        return false;
    outputs->temporary = open_temporary(temporary_name(outputs, file->path));
    if (outputs->temporary == CLOSED)
        return failed(outputs, file->path, errno);
    file->begun = true;
    bool copied = copy_beginning(outputs);
    int error = errno;
    close_one(&outputs->old);
    return copied || failed(outputs, file->path, error);
}

static void remove_temporaries(void *context)
{
    struct outputs *outputs = context;
    for (size_t i = 0; i < outputs->count; i++)
        if (outputs->files[i].begun)
            unlink(temporary_name(outputs, outputs->files[i].path));
}

/* ---------------------------------------------------------------- a file */

struct outputs *outputs_begin(struct arena *arena, struct diagnostics *diagnostics)
{
    struct outputs *outputs = arena_allocate(arena, sizeof *outputs);
    *outputs = (struct outputs){.arena = arena,
                                .diagnostics = diagnostics,
                                .lock = CLOSED,
                                .old = CLOSED,
                                .temporary = CLOSED};
    arena_undo(arena, remove_temporaries, outputs);
    return outputs;
}

bool outputs_open(struct outputs *outputs, struct text path)
{
    if (outputs->failed)
        return false;
    path = arena_copy(outputs->arena, path);
    make_room_for_name(outputs, path);
    if (!make_directories(outputs, path))
        return false;
    if (outputs->count == 0)
        outputs->lock = lock_directory(outputs->arena, path);
    *(struct pending *)arena_push(outputs->arena, &outputs->files, outputs->count,
                                  sizeof *outputs->files) = (struct pending){path, false};
    outputs->count++;
    outputs->length = 0;
    open_old(outputs);
    return true;
}

bool outputs_write(struct outputs *outputs, struct text bytes)
{
    if (outputs->failed)
        return false;
    if (outputs->temporary == CLOSED && !goes_on_with(outputs, bytes) && !begin_temporary(outputs))
        return false;
    outputs->length += bytes.length;
    return outputs->temporary == CLOSED || write_all(outputs->temporary, bytes) ||
           failed(outputs, current(outputs)->path, errno);
}

bool outputs_close(struct outputs *outputs)
{
    bool longer = outputs->old == CLOSED || outputs->old_length != outputs->length;
    if (outputs->failed || (outputs->temporary == CLOSED && longer && !begin_temporary(outputs)))
        return false;
    close_one(&outputs->old);
    if (outputs->temporary == CLOSED)
        return true;
    bool closed =
        close(outputs->temporary) == 0; /* some file systems say only here what is wrong */
    outputs->temporary = CLOSED;
    return closed || failed(outputs, current(outputs)->path, errno);
}

static bool take(void *outputs, struct text text)
{
    return outputs_write(outputs, text);
}

struct sink outputs_sink(struct outputs *outputs)
{
    return (struct sink){take, outputs};
}

size_t outputs_count(const struct outputs *outputs)
{
    return outputs->count;
}

struct text outputs_path(const struct outputs *outputs, size_t i)
{
    return outputs->files[i].path;
}

/* ---------------------------------------------------------------- the whole */

static bool rename_temporary(struct outputs *outputs, struct pending *file)
{
    if (rename(temporary_name(outputs, file->path), file->path.bytes) != 0)
        return failed(outputs, file->path, errno);
    file->begun = false;
    return true;
}

bool outputs_finish(struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->count && !outputs->failed; i++)
        if (outputs->files[i].begun)
            rename_temporary(outputs, &outputs->files[i]);
    return outputs_abandon(outputs);
}

bool outputs_abandon(struct outputs *outputs)
{
    bool fine = !outputs->failed;
    close_one(&outputs->old);
    close_one(&outputs->temporary);
    remove_temporaries(outputs);
    close_one(&outputs->lock);
    outputs->failed = true;
    arena_undo(outputs->arena, NULL, NULL);
    return fine;
}

bool files_write(const struct output_file *files, size_t count, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    struct outputs *outputs = outputs_begin(arena, diagnostics);
    for (size_t i = 0; i < count; i++)
        if (!outputs_open(outputs, files[i].path) || !outputs_write(outputs, files[i].contents) ||
            !outputs_close(outputs))
            break;
    return outputs_finish(outputs);
}
