/*
 * Stands in for libFuzzer: tries every seed as it is, and mutations of it.
 *
 *     fuzz_TARGET COUNT FILE|DIRECTORY...
 *
 * runs COUNT mutations, spread over the seeds; the same ones each time. What is being tried stands
 * in the file INPUT of the working directory, so that it is there to look at when the program ends
 * or hangs: `fuzz_TARGET 0 INPUT` tries it again.
 */
#define _POSIX_C_SOURCE 200809L

#include "fuzz.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INPUT "fuzz-input"

enum {
    INPUT_MAX = 64 * 1024, /* bytes of a mutation */
    CHANGES_MAX = 4,       /* that make one */
};

struct seeds {
    struct arena *arena;
    struct text *items;
    size_t count;
};

/* ---------------------------------------------------------------- seeds */

static struct text read_file(struct arena *arena, const char *path)
{
    struct buffer contents = buffer_create(arena);
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    size_t length;
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    while ((length = fread(bytes, 1, sizeof bytes, file)) > 0)
        buffer_text(&contents, (struct text){bytes, length});
    fclose(file);
    return arena_copy(arena, buffer_contents(&contents));
}

static void add_seed(struct seeds *seeds, const char *path)
{
    struct text *seed = arena_push(seeds->arena, &seeds->items, seeds->count, sizeof *seed);
    seeds->count++;
    *seed = read_file(seeds->arena, path);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_file(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void add_seeds(struct seeds *seeds, const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, is_file, by_name);
    if (count < 0)
        add_seed(seeds, path);
    for (int i = 0; i < count; i++) {
        add_seed(seeds, arena_format(seeds->arena, "%s/%s", path, entries[i]->d_name).bytes);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

/* ---------------------------------------------------------------- mutations */

/* xorshift64*: the same numbers everywhere. */
static size_t below(uint64_t *state, size_t limit)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return limit ? (size_t)((*state * 0x2545f4914f6cdd1d >> 32) % limit) : 0;
}

/* A short stretch of a text. */
static struct text stretch(uint64_t *state, struct text text)
{
    size_t at = below(state, text.length);
    return text_slice(text, at, 1 + below(state, below(state, 8) ? 16 : 512));
}

static char any_byte(uint64_t *state)
{
    static const char telling[] = "{}[]:,#&*!|>'\"%@`-? \t\n\r\\/=~0\xff\xc2\x80\xe2\xed\x7f";
    if (below(state, 2))
        return telling[below(state, sizeof telling)];
    return (char)(unsigned char)below(state, 256);
}

static bool ends_word(char byte)
{
    return memchr(" \n:,{}[]\"'", byte, 10) != NULL;
}

/* The word around some byte of a text. */
static struct text word(uint64_t *state, struct text text)
{
    size_t begin = below(state, text.length), end = begin;
    while (begin > 0 && !ends_word(text.bytes[begin - 1]))
        begin--;
    while (end < text.length && !ends_word(text.bytes[end]))
        end++;
    return text_slice(text, begin, end - begin);
}

/* Puts `with` in the place of `length` bytes at `at`. */
static struct text replace(struct arena *arena, struct text text, size_t at, size_t length,
                           struct text with)
{
    struct buffer out = buffer_create(arena);
    buffer_text(&out, text_slice(text, 0, at));
    buffer_text(&out, with);
    buffer_text(&out, text_slice(text, at + length, text.length));
    return text_slice(buffer_contents(&out), 0, INPUT_MAX);
}

static struct text change(uint64_t *state, const struct seeds *seeds, struct text text)
{
    struct text seed = seeds->items[below(state, seeds->count)];
    size_t at = below(state, text.length + 1);
    char byte = any_byte(state);
    switch (below(state, 6)) {
    case 0:
        return replace(seeds->arena, text, at, below(state, 2), (struct text){&byte, 1});
    case 1:
        return replace(seeds->arena, text, at, below(state, 16), TEXT(""));
    case 2:
        return replace(seeds->arena, text, at, 0, stretch(state, text));
    case 3:
        return replace(seeds->arena, text, at, below(state, 16), stretch(state, seed));
    default: {
        struct text old = word(state, text);
        at = old.length ? (size_t)(old.bytes - text.bytes) : at;
        return replace(seeds->arena, text, at, old.length, word(state, seed));
    }
    }
}

/* ---------------------------------------------------------------- running */

/* Open all the time: closing a file that was truncated waits for the disk. */
static void write_input(struct text input)
{
    static int descriptor = -1;
    if (descriptor < 0)
        descriptor = open(INPUT, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (pwrite(descriptor, input.bytes, input.length, 0) != (ssize_t)input.length ||
        ftruncate(descriptor, (off_t)input.length) != 0) {
        perror(INPUT);
        exit(2);
    }
}

static void try_input(struct text input)
{
    /* a block of its exact size, where sanitizers see a read past the end */
    uint8_t *bytes = malloc(input.length ? input.length : 1);
    FUZZ_EXPECT(bytes != NULL);
    if (input.length)
        memcpy(bytes, input.bytes, input.length);
    write_input(input);
    LLVMFuzzerTestOneInput(bytes, input.length);
    free(bytes);
}

static void try_mutations(const struct seeds *seeds, struct text seed, uint64_t *state,
                          size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_create(abort);
        struct seeds scratch = {arena, seeds->items, seeds->count};
        struct text mutation = seed;
        for (size_t changes = 1 + below(state, CHANGES_MAX); changes > 0; changes--)
            mutation = change(state, &scratch, mutation);
        try_input(mutation);
        arena_destroy(arena);
    }
}

int main(int argc, char **argv)
{
    struct seeds seeds = {.arena = arena_create(abort)};
    size_t mutations = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    uint64_t state = 1;
    for (int i = 2; i < argc; i++)
        add_seeds(&seeds, argv[i]);
    if (seeds.count == 0) {
        fputs("usage: fuzz_TARGET COUNT FILE|DIRECTORY...\n", stderr);
        return 2;
    }
    for (size_t i = 0; i < seeds.count; i++) {
        try_input(seeds.items[i]);
        try_mutations(&seeds, seeds.items[i], &state,
                      mutations / seeds.count + (i < mutations % seeds.count));
    }
    remove(INPUT);
    printf("%zu seeds, %zu mutations\n", seeds.count, mutations);
    arena_destroy(seeds.arena);
    return 0;
}
