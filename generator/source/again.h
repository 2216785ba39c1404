/*
 * Files whose text can be read again (source_let_go).
 */
#ifndef PROBLEMC_SOURCE_AGAIN_H
#define PROBLEMC_SOURCE_AGAIN_H

#include "source/source.h"

/* The source has just been read from the file of its name. */
void again_prepare(struct arena *arena, struct source *source);

#endif
