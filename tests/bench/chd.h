/*
 * cmph's perfect hash of the codes that are measured now, where that is installed.
 */
#ifndef BENCH_CHD_H
#define BENCH_CHD_H

#include "keys.h"

void chd_make(void);
bool chd_finds(struct key key);
void chd_free(void);

#endif
