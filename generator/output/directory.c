#define _POSIX_C_SOURCE 200809L

#include "output/directory.h"

#include "base/buffer.h"
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char list_name[] = ".problemc-files";

/* ---------------------------------------------------------------- the list */

static int compare(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static struct text list_contents(struct arena *arena, const char *directory,
                                 const struct outputs *outputs)
{
    size_t count = outputs_count(outputs);
    struct text *paths = arena_array(arena, count + 1, sizeof *paths);
    struct buffer out = buffer_create(arena);
    size_t skipped = strlen(directory) + 1;
    for (size_t i = 0; i < count; i++)
        paths[i] = text_slice(outputs_path(outputs, i), skipped, SIZE_MAX);
    qsort(paths, count, sizeof *paths, compare);
    for (size_t i = 0; i < count; i++) {
        buffer_text(&out, paths[i]);
        buffer_byte(&out, '\n');
    }
    return buffer_contents(&out);
}

/* Empty where there is none that can be read: then nothing is known to be stale. */
static struct text read_list(struct arena *arena, const char *path)
{
    struct stat status;
    struct buffer out = buffer_create(arena);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (descriptor < 0)
        return TEXT("");
    bool fine = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                status.st_size <= SOURCE_SIZE_MAX;
    ssize_t length = 1;
    while (fine && length != 0) {
        enum { BLOCK = 65536 };
        length = read(descriptor, buffer_reserve(&out, BLOCK), BLOCK);
        fine = length >= 0 || errno == EINTR;
        out.length += length > 0 ? (size_t)length : 0;
    }
    close(descriptor);
    return fine ? buffer_contents(&out) : TEXT("");
}

/* Whether a line of the list names something below the directory. */
static bool leads_down(struct text path)
{
    for (size_t begin = 0, at = 0; at <= path.length; at++) {
        if (at < path.length && path.bytes[at] == '\0')
            return false;
        if (at < path.length && path.bytes[at] != '/')
            continue;
        struct text segment = text_slice(path, begin, at - begin);
        if (segment.length == 0 || text_is(segment, ".") || text_is(segment, ".."))
            return false;
        begin = at + 1;
    }
    return true;
}

/* ---------------------------------------------------------------- removing */

struct removing {
    const char *directory;
    struct arena *arena;
    struct diagnostics *diagnostics;
    struct paths *removed;
};

/* The folders that the path is in, from the inmost, as long as they are empty. */
static void remove_folders(const struct removing *removing, struct text path)
{
    for (size_t length = path.length; length; length--) {
        if (path.bytes[length - 1] != '/')
            continue;
        struct text folder = arena_format(removing->arena, "%s/%.*s", removing->directory,
                                          (int)(length - 1), path.bytes);
        if (rmdir(folder.bytes) != 0)
            return;
    }
}

static bool remove_file(const struct removing *removing, struct text path)
{
    struct text whole =
        arena_format(removing->arena, "%s/%.*s", removing->directory, TEXT_ARGS(path));
    if (unlink(whole.bytes) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return true;
        diagnose(removing->diagnostics, SEVERITY_ERROR, "file-unwritable", (struct span){0, 0},
                 "cannot remove %s: %s", whole.bytes, strerror(errno));
        return false;
    }
    struct paths *removed = removing->removed;
    *(struct text *)arena_push(removing->arena, &removed->items, removed->count,
                               sizeof *removed->items) = path;
    removed->count++;
    remove_folders(removing, path);
    return true;
}

/* Removes what `list` names and `kept` does not; both are lists. */
static bool remove_stale(const struct removing *removing, struct text list, struct text kept)
{
    struct map keep = {0};
    for (size_t begin = 0, at = 0; at < kept.length; at++)
        if (kept.bytes[at] == '\n') {
            map_add(removing->arena, &keep, text_slice(kept, begin, at - begin), 0);
            begin = at + 1;
        }
    for (size_t begin = 0, at = 0; at < list.length; at++) {
        if (list.bytes[at] != '\n')
            continue;
        struct text path = text_slice(list, begin, at - begin);
        size_t ignored;
        if (!map_get(&keep, path, &ignored) && leads_down(path) && !remove_file(removing, path))
            return false;
        begin = at + 1;
    }
    return true;
}

bool directory_finish(const char *directory, struct outputs *outputs, struct arena *arena,
                      struct diagnostics *diagnostics, struct paths *removed)
{
    struct output_file list = {arena_format(arena, "%s/%s", directory, list_name),
                               list_contents(arena, directory, outputs)};
    struct removing removing = {directory, arena, diagnostics, removed};
    *removed = (struct paths){NULL, 0};
    struct text old = read_list(arena, list.path.bytes);
    return outputs_finish(outputs) && remove_stale(&removing, old, list.contents) &&
           files_write(&list, 1, arena, diagnostics);
}
