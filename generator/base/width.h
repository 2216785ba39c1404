/*
 * How many terminal columns a code point takes.
 */
#ifndef PROBLEMC_BASE_WIDTH_H
#define PROBLEMC_BASE_WIDTH_H

#include <stdint.h>

enum {
    WIDTH_UNSAFE = -1,
};

/*
 * 2 for East Asian wide and fullwidth characters and emoji, 0 for combining ones, else 1.
 * WIDTH_UNSAFE for what must not be printed raw: control characters, bidirectional and other
 * invisible format characters, line separators, surrogates and what is no character at all.
 */
int width_of(uint32_t code_point);

#endif
