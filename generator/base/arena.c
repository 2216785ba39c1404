#include "base/arena.h"
#include "base/pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ALIGNMENT = 16,
    CHUNK = 256 * 1024,
    LARGE = CHUNK / 4, /* what is larger has a block of its own */
    SPARE_MAX = 4,     /* chunks that wait to be used again */
};

/* A chunk that small allocations are cut from, or a block of its own; both stand in the arena's
 * list. */
struct block {
    struct block *next, *previous;
    size_t size;
    size_t used;
    bool lent; /* a chunk in memory that is not to be freed */
};

struct arena {
    struct block head; /* the list's anchor; head.next is the newest */
    struct block *chunk;
    void (*exhausted)(void);
    void (*undo)(void *context); /* of the outermost */
    void *context;
    struct arena *outermost;
    struct arena *within, *sibling; /* those that go with it; the next that goes with its parent */
    struct block *spare;            /* of the outermost: chunks that nobody has, by `next` */
    size_t spare_count;
};

static size_t aligned(size_t size)
{
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static char *bytes_of(struct block *block)
{
    return (char *)block + aligned(sizeof *block);
}

void arena_undo(struct arena *arena, void (*undo)(void *context), void *context)
{
    arena->outermost->undo = undo;
    arena->outermost->context = context;
}

void arena_exhausted(struct arena *arena)
{
    struct arena *outermost = arena->outermost;
    if (outermost->undo)
        outermost->undo(outermost->context);
    arena->exhausted();
    abort();
}

static void link_block(struct arena *arena, struct block *block)
{
    block->next = arena->head.next;
    block->previous = &arena->head;
    block->next->previous = block;
    arena->head.next = block;
}

static struct block *new_block(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_exhausted(arena);
    struct block *block = malloc(aligned(sizeof *block) + size);
    if (block == NULL)
        arena_exhausted(arena);
    block->size = size;
    block->used = 0;
    block->lent = false;
    link_block(arena, block);
    return block;
}

/* Memory that was in use already costs the system nothing. */
static struct block *new_chunk(struct arena *arena)
{
    struct arena *outermost = arena->outermost;
    struct block *chunk = outermost->spare;
    if (chunk == NULL)
        return new_block(arena, CHUNK);
    outermost->spare = chunk->next;
    outermost->spare_count--;
    chunk->used = 0;
    link_block(arena, chunk);
    return chunk;
}

static void free_block(struct arena *arena, struct block *block)
{
    struct arena *outermost = arena->outermost;
    if (block->size == CHUNK && outermost->spare_count < SPARE_MAX) {
        block->next = outermost->spare;
        outermost->spare = block;
        outermost->spare_count++;
    } else if (block->lent) {
        pages_give_back(bytes_of(block), CHUNK);
    } else {
        free(block);
    }
}

size_t arena_lend(struct arena *arena, char *memory, size_t size)
{
    const size_t whole = aligned(sizeof(struct block)) + CHUNK;
    size_t at = (ALIGNMENT - (uintptr_t)memory % ALIGNMENT) % ALIGNMENT, taken = 0;
    for (; at + whole <= size; at = taken) {
        struct block *chunk = (struct block *)(void *)(memory + at);
        *chunk = (struct block){.size = CHUNK, .lent = true};
        free_block(arena, chunk);
        taken = at + whole;
    }
    return taken;
}

struct arena *arena_create(void (*exhausted)(void))
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        exhausted();
        abort();
    }
    arena->head.next = arena->head.previous = &arena->head;
    arena->exhausted = exhausted;
    arena->outermost = arena;
    return arena;
}

struct arena *arena_create_within(struct arena *parent)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL)
        arena_exhausted(parent);
    arena->head.next = arena->head.previous = &arena->head;
    arena->exhausted = parent->exhausted;
    arena->outermost = parent->outermost;
    arena->sibling = parent->within;
    parent->within = arena;
    return arena;
}

/* Frees the blocks that are newer than `oldest`. */
static void free_blocks(struct arena *arena, const struct block *oldest)
{
    for (struct block *block = arena->head.next, *next; block != oldest; block = next) {
        next = block->next;
        free_block(arena, block);
    }
}

/* For good, down to `last`. */
static void end_blocks(struct block *block, const struct block *last)
{
    for (struct block *next; block != last; block = next) {
        next = block->next;
        if (!block->lent)
            free(block);
    }
}

/* The newest first: lent chunks go before what they are lent of. */
void arena_destroy(struct arena *arena)
{
    if (arena == NULL)
        return;
    for (struct arena *within = arena->within, *next; within; within = next) {
        next = within->sibling;
        arena_destroy(within);
    }
    end_blocks(arena->spare, NULL);
    end_blocks(arena->head.next, &arena->head);
    free(arena);
}

struct arena_mark arena_mark(struct arena *arena)
{
    if (arena->chunk == NULL) /* else each release would free it, and what follows make it again */
        arena->chunk = new_chunk(arena);
    return (struct arena_mark){arena->head.next, arena->chunk, arena->chunk->used};
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
    if (arena->head.next != mark.newest) {
        free_blocks(arena, mark.newest);
        arena->head.next = mark.newest;
        mark.newest->previous = &arena->head;
        arena->chunk = mark.chunk;
    }
    arena->chunk->used = mark.used;
}

void arena_clear(struct arena *arena)
{
    free_blocks(arena, &arena->head);
    arena->head.next = arena->head.previous = &arena->head;
    arena->chunk = NULL;
}

/* Bytes with any values, that begin at a multiple of `alignment`. */
static inline void *take(struct arena *arena, size_t size, size_t alignment)
{
    struct block *chunk = arena->chunk;
    if (size > LARGE)
        return bytes_of(new_block(arena, size));
    size_t at = chunk ? (chunk->used + alignment - 1) & ~(alignment - 1) : 0;
    if (chunk == NULL || at > chunk->size || chunk->size - at < size) {
        chunk = arena->chunk = new_chunk(arena);
        at = 0;
    }
    chunk->used = at + size;
    return bytes_of(chunk) + at;
}

/* What must begin at a multiple of 16 has a size that is one, too. */
void *arena_allocate(struct arena *arena, size_t size)
{
    return memset(take(arena, size, size % ALIGNMENT ? ALIGNMENT / 2 : ALIGNMENT), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        arena_exhausted(arena);
    return arena_allocate(arena, count * size);
}

struct text arena_copy(struct arena *arena, struct text text)
{
    char *copy = take(arena, text.length + 1, 1);
    if (text.length)
        memcpy(copy, text.bytes, text.length);
    copy[text.length] = '\0';
    return (struct text){copy, text.length};
}

struct text arena_join(struct arena *arena, const struct text *parts, size_t count)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++)
        length += parts[i].length;
    char *text = take(arena, length + 1, 1), *end = text;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].length)
            memcpy(end, parts[i].bytes, parts[i].length);
        end += parts[i].length;
    }
    *end = '\0';
    return (struct text){text, length};
}

struct text arena_vformat(struct arena *arena, const char *format, va_list arguments)
{
    char shorter[256]; /* which most are */
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(shorter, sizeof shorter, format, arguments);
    if (length < 0)
        arena_exhausted(arena);
    char *text = take(arena, (size_t)length + 1, 1);
    if ((size_t)length < sizeof shorter)
        memcpy(text, shorter, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (struct text){text, (size_t)length};
}

struct text arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct text text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

static struct block *block_of(void *memory)
{
    return (struct block *)((char *)memory - aligned(sizeof(struct block)));
}

static void unlink_block(struct block *block)
{
    block->previous->next = block->next;
    block->next->previous = block->previous;
}

void arena_drop(struct arena *arena, void *memory)
{
    (void)arena; /* whose it is stands in the block */
    if (memory == NULL)
        return;
    unlink_block(block_of(memory));
    free(block_of(memory));
}

void *arena_resize(struct arena *arena, void *memory, size_t size)
{
    if (memory == NULL)
        return bytes_of(new_block(arena, size));
    struct block *block = block_of(memory);
    if (size > SIZE_MAX / 2)
        arena_exhausted(arena);
    unlink_block(block);
    struct block *moved = realloc(block, aligned(sizeof *block) + size);
    if (moved == NULL) {
        link_block(arena, block);
        arena_exhausted(arena);
    }
    moved->size = size;
    link_block(arena, moved);
    return bytes_of(moved);
}

void *arena_extend(struct arena *arena, void *memory, size_t size, size_t wanted)
{
    struct block *chunk = arena->chunk;
    if (size > LARGE)
        return arena_resize(arena, memory, wanted);
    if (wanted <= LARGE && memory && (char *)memory + size == bytes_of(chunk) + chunk->used &&
        chunk->size - chunk->used >= wanted - size) {
        chunk->used += wanted - size;
        return memory;
    }
    void *moved = take(arena, wanted, ALIGNMENT);
    if (size)
        memcpy(moved, memory, size);
    return moved;
}

void *arena_push(struct arena *arena, void *items, size_t count, size_t size)
{
    char *array;
    memcpy(&array, items, sizeof array);
    if ((count & (count - 1)) == 0) {
        char *grown = arena_array(arena, count ? count * 2 : 1, size);
        if (count)
            memcpy(grown, array, count * size);
        array = grown;
        memcpy(items, &array, sizeof array);
    }
    return array + count * size;
}
