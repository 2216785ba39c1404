/*
 * Files, read whole.
 */
#ifndef PROBLEMC_SOURCE_FILE_H
#define PROBLEMC_SOURCE_FILE_H

#include "base/arena.h"

/* All that `fd` gives, or one byte more than `most`, which is enough to know; `expected` is how
 * much that will be, as far as is known. False: errno says why. */
bool file_read_all(struct arena *arena, int fd, size_t expected, size_t most, struct text *bytes);

/* A regular file, into a block of the arena's own (arena_resize). Gives why it can't be read, or
 * NULL. `*large`: it has more than SOURCE_SIZE_MAX bytes, and was not read. */
const char *file_read(struct arena *arena, const char *path, struct text *bytes, bool *large);

#endif
