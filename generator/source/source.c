#define _POSIX_C_SOURCE 200809L

#include "source/source.h"
#include "base/utf8.h"
#include "source/again.h"
#include "source/bytes.h"
#include "source/diagnostic.h"
#include "source/file.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct sources {
    struct arena *arena;
    struct source **files;
    size_t count;
    uint32_t next; /* the next file's base; one offset lies between files, so that the end of one
                      is not the beginning of another */
    const struct source_store *store; /* NULL: the disk alone */
    bool may_go;
};

struct sources *sources_create(struct arena *arena)
{
    struct sources *sources = arena_allocate(arena, sizeof *sources);
    sources->arena = arena;
    sources->next = 1;
    return sources;
}

void sources_may_go(struct sources *sources)
{
    sources->may_go = true;
}

/* ---------------------------------------------------------------- where files are */

void sources_add_store(struct sources *sources, const struct source_store *store)
{
    sources->store = store;
}

/* The store that has the files at such paths, or NULL: the disk has. `*within` is the path in it.
 */
static const struct source_store *store_of(const struct sources *sources, struct text path,
                                           struct text *within)
{
    const struct source_store *store = sources->store;
    if (store == NULL || !text_starts_with(path, store->prefix))
        return NULL;
    *within = text_slice(path, store->prefix.length, path.length);
    return store;
}

bool source_find(const struct sources *sources, const char *path, struct source_identity *identity)
{
    struct text within;
    struct stat status;
    const struct source_store *store = store_of(sources, text_of(path), &within);
    *identity = (struct source_identity){0, 0};
    if (store)
        return store->find(store->context, within, identity);
    if (stat(path, &status) != 0)
        return errno != ENOENT && errno != ENOTDIR;
    *identity = (struct source_identity){(uint64_t)status.st_dev, (uint64_t)status.st_ino};
    return true;
}

struct text source_beside(const struct sources *sources, const struct source *source,
                          struct text name)
{
    struct text directory = source->name, within = source->name;
    const struct source_store *store = store_of(sources, source->name, &within);
    if (text_starts_with(name, TEXT("/")))
        return arena_copy(sources->arena, name);
    while (within.length && within.bytes[within.length - 1] != '/')
        within.length--;
    directory.length = (store ? store->prefix.length : 0) + within.length;
    return arena_format(sources->arena, "%.*s%.*s", TEXT_ARGS(directory), TEXT_ARGS(name));
}

/* ---------------------------------------------------------------- reading */

static enum source_result unreadable(const char *path, struct span from, const char *reason,
                                     struct diagnostics *diagnostics)
{
    diagnose(diagnostics, SEVERITY_ERROR, "file-unreadable", from, "cannot read %s: %s", path,
             reason);
    return SOURCE_UNREADABLE;
}

static enum source_result too_large(const char *path, struct span from,
                                    struct diagnostics *diagnostics)
{
    diagnose(diagnostics, SEVERITY_ERROR, "file-too-large", from, "%s is larger than %d MiB", path,
             SOURCE_SIZE_MAX / 1024 / 1024);
    return SOURCE_REFUSED;
}

static enum source_result read_file(struct arena *arena, const char *path, struct span from,
                                    struct diagnostics *diagnostics, struct text *bytes)
{
    bool large;
    const char *reason = file_read(arena, path, bytes, &large);
    if (large)
        return too_large(path, from, diagnostics);
    return reason ? unreadable(path, from, reason, diagnostics) : SOURCE_OK;
}

/* ---------------------------------------------------------------- adding */

static const char *next_break(const char *at, const char *end)
{
    return at == end ? NULL : memchr(at, '\n', (size_t)(end - at));
}

struct source_lines {
    struct arena *arena;
    uint32_t *begins;
    uint32_t count; /* 0: not looked for yet */
};

static void find_lines(const struct source *source, struct source_lines *found)
{
    const char *begin = source->bytes.bytes, *end = begin + source->bytes.length;
    uint32_t count = 1;
    for (const char *at = begin; (at = next_break(at, end)) != NULL; at++)
        count++;

    found->begins = arena_array(found->arena, count, sizeof *found->begins);
    uint32_t line = 1;
    for (const char *at = begin; (at = next_break(at, end)) != NULL; at++)
        found->begins[line++] = (uint32_t)(at + 1 - begin);
    found->count = count;
}

/* Most runs have nothing to say that a line would be asked for. */
static const struct source_lines *lines_of(const struct source *source)
{
    source_bring_back(source, (struct span){source->base, source->base});
    if (source->lines->count == 0)
        find_lines(source, source->lines);
    return source->lines;
}

/* Room in the offset space for a file, which is read as it is; NULL: there is none. */
static struct source *place(struct sources *sources, const char *name, struct text bytes,
                            struct span from, struct diagnostics *diagnostics)
{
    if (bytes.length > SOURCE_SIZE_MAX) {
        too_large(name, from, diagnostics);
        return NULL;
    }
    if (sources->count >= SOURCE_FILES_MAX) {
        diagnose(diagnostics, SEVERITY_ERROR, "too-many-files", from,
                 "%s is one file too many: a registry can have %d", name, SOURCE_FILES_MAX);
        return NULL;
    }
    if (bytes.length >= UINT32_MAX - sources->next) {
        diagnose(diagnostics, SEVERITY_ERROR, "file-too-large", from,
                 "with %s the registry's files are larger than 4 GiB", name);
        return NULL;
    }

    struct source *source = arena_allocate(sources->arena, sizeof *source);
    source->name = arena_copy(sources->arena, text_of(name));
    source->bytes = bytes.length ? bytes : TEXT("");
    source->base = sources->next;
    sources->next += (uint32_t)source->bytes.length + 1;
    source->lines = arena_allocate(sources->arena, sizeof *source->lines);
    source->lines->arena = sources->arena;
    struct source **end =
        arena_push(sources->arena, &sources->files, sources->count, sizeof *sources->files);
    *end = source;
    sources->count++;
    return source;
}

static enum source_result add(struct sources *sources, const char *name, struct text bytes,
                              struct span from, bool on_disk, struct diagnostics *diagnostics,
                              const struct source **result)
{
    if (text_starts_with(bytes, TEXT("\xef\xbb\xbf")))
        bytes = text_slice(bytes, 3, bytes.length - 3);
    struct source *source = place(sources, name, bytes, from, diagnostics);
    if (source == NULL || !bytes_check(source, diagnostics))
        return SOURCE_REFUSED;
    if (on_disk && sources->may_go)
        again_prepare(sources->arena, source);
    *result = source;
    return SOURCE_OK;
}

static enum source_result read_store(const struct source_store *store, const char *path,
                                     struct text within, struct span from,
                                     struct diagnostics *diagnostics, struct text *bytes)
{
    const char *reason = store->read(store->context, within, bytes);
    return reason ? unreadable(path, from, reason, diagnostics) : SOURCE_OK;
}

enum source_result source_read(struct sources *sources, const char *path, struct span from,
                               struct diagnostics *diagnostics, const struct source **source)
{
    struct text bytes, within;
    const struct source_store *store = store_of(sources, text_of(path), &within);
    enum source_result result = store ? read_store(store, path, within, from, diagnostics, &bytes)
                                      : read_file(sources->arena, path, from, diagnostics, &bytes);
    return result == SOURCE_OK ? add(sources, path, bytes, from, store == NULL, diagnostics, source)
                               : result;
}

enum source_result source_add(struct sources *sources, const char *name, struct text bytes,
                              struct diagnostics *diagnostics, const struct source **source)
{
    return add(sources, name, bytes, (struct span){0, 0}, false, diagnostics, source);
}

enum source_result source_add_bytes(struct sources *sources, const char *name, struct text bytes,
                                    struct diagnostics *diagnostics, const struct source **source)
{
    *source = place(sources, name, bytes, (struct span){0, 0}, diagnostics);
    return *source ? SOURCE_OK : SOURCE_REFUSED;
}

enum source_result source_read_bytes(struct sources *sources, const char *path,
                                     struct diagnostics *diagnostics, const struct source **source)
{
    struct text bytes;
    enum source_result result =
        read_file(sources->arena, path, (struct span){0, 0}, diagnostics, &bytes);
    return result == SOURCE_OK ? source_add_bytes(sources, path, bytes, diagnostics, source)
                               : result;
}

size_t sources_count(const struct sources *sources)
{
    return sources->count;
}

const struct source *sources_get(const struct sources *sources, size_t index)
{
    return sources->files[index];
}

/* ---------------------------------------------------------------- places */

static const struct source *source_at(const struct sources *sources, uint32_t offset)
{
    if (offset == 0 || sources->count == 0)
        return NULL;
    size_t low = 0, high = sources->count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (sources->files[middle]->base <= offset)
            low = middle;
        else
            high = middle;
    }
    return sources->files[low];
}

const struct source *source_of(const struct sources *sources, struct span span)
{
    return source_at(sources, span.begin);
}

struct position position_of(const struct sources *sources, uint32_t offset)
{
    const struct source *source = source_at(sources, offset);
    if (source == NULL)
        return (struct position){NULL, 0, 0};
    const struct source_lines *lines = lines_of(source);
    uint32_t at = offset - source->base;
    uint32_t low = 0, high = lines->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->begins[middle] <= at)
            low = middle;
        else
            high = middle;
    }
    struct text before = text_slice(source->bytes, lines->begins[low], at - lines->begins[low]);
    size_t column = source->ascii ? before.length : utf8_count(before);
    return (struct position){source, low + 1, (uint32_t)column + 1};
}

uint32_t source_line_count(const struct source *source)
{
    return lines_of(source)->count;
}

uint32_t source_line_begin(const struct source *source, uint32_t line)
{
    return lines_of(source)->begins[line - 1];
}

struct text source_line(const struct source *source, uint32_t line)
{
    size_t begin = source_line_begin(source, line);
    size_t end = line < source_line_count(source) ? source_line_begin(source, line + 1)
                                                  : source->bytes.length;
    struct text text = text_slice(source->bytes, begin, end - begin);
    if (text_ends_with(text, TEXT("\n")))
        text.length--;
    if (text_ends_with(text, TEXT("\r")))
        text.length--;
    return text;
}
