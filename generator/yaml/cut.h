/*
 * Where a source can be cut without being parsed: before lines that look like an entry of a block
 * mapping, `  name:`, with as many blanks as problems have. Whether it is one, parsing shows.
 */
#ifndef PROBLEMC_YAML_CUT_H
#define PROBLEMC_YAML_CUT_H

#include "source/source.h"

/* How far the problems are indented; 0: there are none that could be cut at. */
size_t cut_indentation(const struct source *source);

/* The next such line behind the one with `at`, except where it comes first under an outermost key;
 * the source's end where there is none. */
size_t cut_next(const struct source *source, size_t at, size_t indentation);

#endif
