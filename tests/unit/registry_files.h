/*
 * Registries for the tests of the stages behind the loader: written to files in a directory of
 * their own, loaded, and looked at. To be included after <cmocka.h>; the including file defines
 * _XOPEN_SOURCE 700.
 *
 * Tests run with files_set_up and files_tear_down around each; all that they get lives in `arena`.
 */
#ifndef PROBLEMC_TESTS_REGISTRY_FILES_H
#define PROBLEMC_TESTS_REGISTRY_FILES_H

#include "base/buffer.h"
#include "load/load.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static struct sources *sources;
static struct diagnostics *diagnostics;
static struct registry *registry;
static char directory[64];

/* What every registry must say. */
#define REGISTRY_HEAD                                                                              \
    "problemc: 1\nregistry: shop\ntitle: Shop API\nbase: https://example.com/errors/\n"            \
    "fallback: internal-error\n"

/* What its fallback needs; the last part of `problems:`. */
#define FALLBACK_PROBLEM                                                                           \
    "  internal-error: {id: 1, status: 500, title: Internal server error, detail: Something "      \
    "failed.}\n"

static inline int files_set_up(void **state)
{
    (void)state;
    arena = arena_create(abort);
    sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    registry = NULL;
    memcpy(directory, "/tmp/problemc-test-XXXXXX", sizeof "/tmp/problemc-test-XXXXXX");
    return mkdtemp(directory) == NULL;
}

static inline int files_remove_one(const char *path, const struct stat *status, int type,
                                   struct FTW *where)
{
    (void)status;
    (void)type;
    (void)where;
    return remove(path);
}

static inline int files_tear_down(void **state)
{
    (void)state;
    arena_destroy(arena);
    return nftw(directory, files_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static inline const char *path_to(const char *name)
{
    return arena_format(arena, "%s/%s", directory, name).bytes;
}

/* Writes a file below the directory; `name` may be in one of its own. */
static inline const char *put_file(const char *name, const char *contents)
{
    const char *path = path_to(name), *slash = strchr(name, '/');
    if (slash != NULL)
        mkdir(arena_format(arena, "%s/%.*s", directory, (int)(slash - name), name).bytes, 0777);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(contents, 1, strlen(contents), file), strlen(contents));
    assert_int_equal(fclose(file), 0);
    return path;
}

static inline void print_diagnostics(void)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        print_message("%s: %.*s\n", all[i]->id, TEXT_ARGS(all[i]->message));
}

static inline enum load_result load_file_at(const char *path)
{
    static const struct include_path none = {NULL, 0};
    return load_registry(path, &none, arena, sources, diagnostics, &registry);
}

static inline enum load_result load_text(const char *yaml)
{
    return load_file_at(put_file("main.yaml", yaml));
}

/* The registry must load and nothing be wrong with it. */
static inline void load_clean(const char *yaml)
{
    enum load_result result = load_text(yaml);
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
    if (errors)
        print_diagnostics();
    assert_int_equal(result, LOAD_OK);
    assert_int_equal(errors, 0);
    assert_non_null(registry);
}

static inline const struct problem_type *problem_named(const char *code)
{
    const struct problem_type *problem = registry_problem(registry, text_of(code));
    assert_non_null(problem);
    return problem;
}

static inline const struct member *member_named(const struct members *members, const char *name)
{
    const struct member *member = members_find(members, text_of(name));
    assert_non_null(member);
    return member;
}

/* Finding `index` in the order of the files. */
static inline const struct diagnostic *finding(size_t index)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    assert_true(index < count);
    return all[index];
}

static inline size_t finding_count(void)
{
    size_t count;
    diagnostics_sorted(diagnostics, &count);
    return count;
}

static inline bool found(const char *id)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(diagnostics, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(all[i]->id, id) == 0)
            return true;
    return false;
}

/* The bytes of the file that a span covers. */
static inline struct text written_at(struct span span)
{
    const struct source *source = source_of(sources, span);
    if (source == NULL)
        return TEXT("");
    return text_slice(source->bytes, span.begin - source->base, span.end - span.begin);
}

static inline void assert_text(struct text text, const char *wanted)
{
    if (!text_is(text, wanted))
        print_message("[%.*s] is not [%s]\n", TEXT_ARGS(text), wanted ? wanted : "nothing");
    assert_true(text_is(text, wanted));
}

/* A value and the place it was written at say the same. */
static inline void assert_string(struct string string, const char *wanted)
{
    assert_text(string.text, wanted);
    assert_text(written_at(string.span), wanted);
}

static inline void assert_integer(struct integer integer, int64_t wanted)
{
    assert_int_equal(integer.value, wanted);
    assert_text(written_at(integer.span), arena_format(arena, "%lld", (long long)wanted).bytes);
}

static inline void assert_choice(struct choice choice, int wanted, const char *written)
{
    assert_int_equal(choice.value, wanted);
    assert_text(written_at(choice.span), written);
}

#endif
