/*
 * The system's memory, a page at a time.
 */
#ifndef PROBLEMC_BASE_PAGES_H
#define PROBLEMC_BASE_PAGES_H

#include <stddef.h>

/* Whole pages among these bytes go back to the system, which gives zeros where they are used
 * again. */
void pages_give_back(void *memory, size_t size);

#endif
