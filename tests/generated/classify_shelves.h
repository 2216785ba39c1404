/*
 * The source whose header can't be included beside crates.h: its codes as numbers.
 */
#ifndef CLASSIFY_SHELVES_H
#define CLASSIFY_SHELVES_H

#include "stock_problems.h"

enum stock_problem shelf_problem(int code, const char *message);
enum stock_problem raise_shelf_problem(struct problem *problem, int code, const char *message);

#endif
