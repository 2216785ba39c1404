/*
 * libyaml takes a few small blocks for each scalar and gives them back with its event. Here they
 * are kept by their sizes until the next ones are wanted, which takes a sixth off its work.
 *
 * Its shared library calls these four functions by their names, and thus the program's own before
 * its. One that was built otherwise may call all, some or none of them: each block is malloc's as
 * it is, and may as well be freed or resized without us, or come from somewhere else. They are left
 * out where they would be in the program twice, and in builds with sanitizers, which are to see
 * each block (generator/CMakeLists.txt).
 */
#include "yaml/memory.h"

#ifdef LIBYAML_HAS_ITS_MEMORY

void memory_release(void)
{
}

#else

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

enum {
    SIZE_LEAST = 16,
    SIZE_CLASSES = 9, /* 16, 32, 64, ... 4,096 bytes; larger ones are few, and not kept */
};

/* What is in a block that is kept. */
struct block {
    struct block *next;
};

/* Of this thread; found without a call, which is right for a program and the libraries it starts
 * with. */
static _Thread_local struct block *kept[SIZE_CLASSES] __attribute__((tls_model("initial-exec")));

void *yaml_malloc(size_t size);
void *yaml_realloc(void *bytes, size_t size);
void yaml_free(void *bytes);
unsigned char *yaml_strdup(const unsigned char *string);

/* The greatest power of two up to it, of 1 or more, as an exponent. */
static inline size_t log2_of(size_t size)
{
    return (size_t)(63 - __builtin_clzll(size));
}

void *yaml_malloc(size_t size)
{
    size_t class = size <= SIZE_LEAST ? 0 : log2_of(size - 1) + 1 - log2_of(SIZE_LEAST);
    if (class >= SIZE_CLASSES)
        return malloc(size);
    struct block *block = kept[class];
    if (block == NULL)
        return malloc((size_t)SIZE_LEAST << class);
    kept[class] = block->next;
    return block;
}

void yaml_free(void *bytes)
{
    struct block *block = bytes;
    if (block == NULL)
        return;
    size_t class = log2_of(malloc_usable_size(block) | 1) - log2_of(SIZE_LEAST);
    if (class >= SIZE_CLASSES) {
        free(block);
        return;
    }
    block->next = kept[class];
    kept[class] = block;
}

void *yaml_realloc(void *bytes, size_t size)
{
    size_t had = malloc_usable_size(bytes);
    if (bytes != NULL && size <= had)
        return bytes;
    void *moved = yaml_malloc(size);
    if (moved != NULL && bytes != NULL) {
        memcpy(moved, bytes, had);
        yaml_free(bytes);
    }
    return moved;
}

unsigned char *yaml_strdup(const unsigned char *string)
{
    if (string == NULL)
        return NULL;
    size_t size = strlen((const char *)string) + 1;
    void *copy = yaml_malloc(size);
    return copy ? memcpy(copy, string, size) : NULL;
}

void memory_release(void)
{
    for (size_t i = 0; i < SIZE_CLASSES; i++)
        for (struct block *block = kept[i]; block; block = kept[i]) {
            kept[i] = block->next;
            free(block);
        }
}

#endif
