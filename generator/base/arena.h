/*
 * The run's memory: everything the generator allocates comes from one arena and goes with it.
 * Allocation never fails towards the caller: when memory runs out the arena calls its `exhausted`
 * handler, which must not return.
 */
#ifndef PROBLEMC_BASE_ARENA_H
#define PROBLEMC_BASE_ARENA_H

#include "base/text.h"

#include <stdarg.h>

struct arena;

/* `exhausted` ends the program (or the test); it is called with no memory to be had. */
struct arena *arena_create(void (*exhausted)(void));
void arena_destroy(struct arena *arena); /* NULL is fine */

/* An arena that goes with its parent at the latest, and has the same way out. */
struct arena *arena_create_within(struct arena *parent);

/*
 * What is to be undone when memory runs out, before `exhausted` is called: one thing at a time in
 * an arena and all within it. NULL: nothing any more. `undo` can allocate nothing.
 */
void arena_undo(struct arena *arena, void (*undo)(void *context), void *context);

/* For libraries that report running out of memory themselves: the same way out. Does not return. */
_Noreturn void arena_exhausted(struct arena *arena);

/* Zeroed, and aligned for anything of that size. */
void *arena_allocate(struct arena *arena, size_t size);
void *arena_array(struct arena *arena, size_t count, size_t size);
struct text arena_copy(struct arena *arena, struct text text); /* NUL-terminated */
struct text arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3))); /* NUL-terminated */
struct text arena_join(struct arena *arena, const struct text *parts,
                       size_t count); /* NUL-terminated */
struct text arena_vformat(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* A block of its own that can grow: NULL makes one. Bytes past the old size are not zeroed. */
void *arena_resize(struct arena *arena, void *block, size_t size);
void arena_drop(struct arena *arena,
                void *block); /* such a block, before the arena's end; or NULL */

/* The same for memory of any size that came from here or from NULL and 0: small memory moves when
 * something stands behind it, and where it stood is lost until the arena's end. */
void *arena_extend(struct arena *arena, void *memory, size_t size, size_t wanted);

/*
 * Bytes of a block that arena_resize has made, which nobody will read again, nor resize or drop it:
 * chunks of all arenas are made of them that have the same outermost one, whose block it must be,
 * and which must not be cleared or released to a mark before that block. Returns how many were
 * taken, from the first on.
 */
size_t arena_lend(struct arena *arena, char *memory, size_t size);

/* All that was allocated since a mark goes with its release. What was there then must not have been
 * resized since. */
struct arena_mark {
    struct block *newest;
    struct block *chunk;
    size_t used;
};

struct arena_mark arena_mark(struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);
void arena_clear(struct arena *arena); /* all of it */

/*
 * Room for one more item in an arena array: `items` is the address of the array's pointer, `count`
 * how many items of `size` bytes it has. It grows by doubling when `count` is a power of two (or
 * 0), so no capacity is kept. Returns the new, zeroed item.
 */
void *arena_push(struct arena *arena, void *items, size_t count, size_t size);

#endif
