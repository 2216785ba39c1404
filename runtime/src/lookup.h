/*
 * Finding a problem of a registry by its number. By code and type: problem.h.
 */
#ifndef PROBLEM_LOOKUP_H
#define PROBLEM_LOOKUP_H

#include "image.h"

/* The record of the problem with this number; NULL: the registry has none. */
const unsigned char *problem_find_number(const unsigned char *image, uint32_t number);

#endif
