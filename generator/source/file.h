/*
 * Regular files, read whole.
 */
#ifndef PROBLEMC_SOURCE_FILE_H
#define PROBLEMC_SOURCE_FILE_H

#include "base/arena.h"

/* Into a block of the arena's own (arena_resize). Gives why it can't be read, or NULL. `*large`: it
 * has more than SOURCE_SIZE_MAX bytes, and was not read. */
const char *file_read(struct arena *arena, const char *path, struct text *bytes, bool *large);

#endif
