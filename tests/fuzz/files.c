#define _XOPEN_SOURCE 700

#include "files.h"
#include "fuzz.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DIRECTORY "/tmp/problemc-fuzz-XXXXXX"
#define REGISTRY  "/registry.yaml"
#define FRAGMENT  "/fragment.yaml"

static char directory[sizeof DIRECTORY], registry[sizeof DIRECTORY REGISTRY],
    fragment[sizeof DIRECTORY FRAGMENT];
static int registry_descriptor, fragment_descriptor;

static void remove_files(void)
{
    unlink(registry);
    unlink(fragment);
    rmdir(directory);
}

static int create(char *path, const char *name, size_t size)
{
    memcpy(path, directory, sizeof DIRECTORY - 1);
    memcpy(path + sizeof DIRECTORY - 1, name, size);
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FUZZ_EXPECT(descriptor >= 0);
    return descriptor;
}

static void create_files(void)
{
    memcpy(directory, DIRECTORY, sizeof DIRECTORY);
    FUZZ_EXPECT(mkdtemp(directory) != NULL);
    registry_descriptor = create(registry, REGISTRY, sizeof REGISTRY);
    fragment_descriptor = create(fragment, FRAGMENT, sizeof FRAGMENT);
    atexit(remove_files);
}

static void write_file(int descriptor, struct text contents)
{
    FUZZ_EXPECT(pwrite(descriptor, contents.bytes, contents.length, 0) == (ssize_t)contents.length);
    FUZZ_EXPECT(ftruncate(descriptor, (off_t)contents.length) == 0);
}

/* Where the mark begins, or the text's end. */
static size_t find_mark(struct text input)
{
    const struct text mark = TEXT(FRAGMENT_MARK);
    size_t at = 0;
    while (at < input.length && !text_starts_with(text_slice(input, at, mark.length), mark))
        at++;
    return at;
}

const char *fuzz_files(struct text input)
{
    if (directory[0] == '\0')
        create_files();
    size_t at = find_mark(input);
    write_file(registry_descriptor, text_slice(input, 0, at));
    write_file(fragment_descriptor, text_slice(input, at + sizeof FRAGMENT_MARK - 1, input.length));
    return registry;
}
