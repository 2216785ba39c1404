/*
 * libyaml takes a few small blocks for each scalar and gives them back with its event. Here they
 * are kept by their sizes until the next ones are wanted, which takes a sixth off its work.
 *
 * Its shared library calls these four functions by their names, and thus the program's own before
 * its. Where it is built without them nothing calls these; where both would be linked into the
 * program, and in builds with sanitizers, which are to see each block, they are left out
 * (generator/CMakeLists.txt).
 */
#include "yaml/memory.h"

#ifdef LIBYAML_HAS_ITS_MEMORY

void memory_release(void)
{
}

#else

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SIZE_LEAST = 16,
    SIZE_CLASSES = 9, /* 16, 32, 64, ... 4,096 bytes; larger ones are few, and not kept */
};

/* What stands before a block's bytes. */
struct block {
    _Alignas(max_align_t) size_t size;
    union {
        struct block **list; /* in use: where it will be kept, or NULL */
        struct block *next;  /* kept */
    };
};

static struct block *kept[SIZE_CLASSES];

void *yaml_malloc(size_t size);
void *yaml_realloc(void *bytes, size_t size);
void yaml_free(void *bytes);
unsigned char *yaml_strdup(const unsigned char *string);

/* Those that are kept of the least class for `*size`, which becomes the class's; or NULL. */
static inline struct block **kept_for(size_t *size)
{
    size_t class = *size <= SIZE_LEAST ? 0 : (size_t)(60 - __builtin_clzll(*size - 1));
    if (class >= SIZE_CLASSES)
        return NULL;
    *size = (size_t)SIZE_LEAST << class;
    return &kept[class];
}

/* One that will be kept in `list`, if that is not NULL. */
static __attribute__((noinline)) void *new_block(size_t size, struct block **list)
{
    struct block *block = size <= SIZE_MAX - sizeof *block ? malloc(sizeof *block + size) : NULL;
    if (block == NULL)
        return NULL;
    block->size = size;
    block->list = list;
    return block + 1;
}

void *yaml_malloc(size_t size)
{
    struct block **list = kept_for(&size);
    if (list == NULL || *list == NULL)
        return new_block(size, list);
    struct block *block = *list;
    *list = block->next;
    block->list = list;
    return block + 1;
}

void yaml_free(void *bytes)
{
    if (bytes == NULL)
        return;
    struct block *block = (struct block *)bytes - 1, **list = block->list;
    if (list == NULL) {
        free(block);
        return;
    }
    block->next = *list;
    *list = block;
}

void *yaml_realloc(void *bytes, size_t size)
{
    size_t had = bytes ? ((struct block *)bytes - 1)->size : 0;
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
