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
    bool unchanged; /* the file says the same already */
    bool begun;     /* the temporary may be there */
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
    int descriptor = open_temporary(file->temporary);
    if (descriptor < 0)
        return failed(writer, file->path, errno);
    file->begun = true;
    bool written = write_all(descriptor, file->contents);
    int error = errno;
    bool closed = close(descriptor) == 0; /* some file systems say only here what went wrong */
    return (written && closed) || failed(writer, file->path, written ? errno : error);
}

static bool rename_temporary(struct writer *writer, struct pending *file)
{
    if (rename(file->temporary, file->path) != 0)
        return failed(writer, file->path, errno);
    file->begun = false;
    return true;
}

/* ---------------------------------------------------------------- the whole */

static bool prepare(struct writer *writer, struct pending *file)
{
    file->unchanged = holds(file->path, file->contents);
    return file->unchanged || (is_replaceable(writer, file->path) && write_temporary(writer, file));
}

static bool write_files(struct writer *writer)
{
    bool fine = true;
    for (size_t i = 0; i < writer->count && fine; i++)
        fine = prepare(writer, &writer->files[i]);
    for (size_t i = 0; i < writer->count && fine; i++)
        fine = writer->files[i].unchanged || rename_temporary(writer, &writer->files[i]);
    for (size_t i = 0; i < writer->count; i++)
        if (writer->files[i].begun)
            unlink(writer->files[i].temporary);
    return fine;
}

bool files_write(const struct output_file *files, size_t count, struct arena *arena,
                 struct diagnostics *diagnostics)
{
    struct writer writer = {arena_array(arena, count, sizeof *writer.files), count, diagnostics};
    for (size_t i = 0; i < count; i++) {
        writer.files[i] = (struct pending){.path = arena_copy(arena, files[i].path).bytes,
                                           .temporary = temporary_name(arena, files[i].path),
                                           .contents = files[i].contents};
        if (!make_directories(&writer, arena, files[i].path))
            return false;
    }
    int lock = count ? lock_directory(arena, files[0].path) : -1;
    bool fine = write_files(&writer);
    if (lock >= 0)
        close(lock);
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
                             const struct sources *sources, size_t source_count)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i < count; i++) {
        buffer_string(&out, i ? " " : "");
        append_name(&out, targets[i].path);
    }
    buffer_byte(&out, ':');
    for (size_t i = 0; i < source_count; i++) {
        buffer_byte(&out, ' ');
        append_name(&out, sources_get(sources, i)->name);
    }
    buffer_byte(&out, '\n');
    for (size_t i = 0; i < source_count; i++) {
        buffer_byte(&out, '\n');
        append_name(&out, sources_get(sources, i)->name);
        buffer_string(&out, ":\n");
    }
    return buffer_contents(&out);
}
