/*
 * money.h - amounts of money, which are whole cents everywhere but at the edges.
 */
#ifndef MONEY_H
#define MONEY_H

#include <stdbool.h>
#include <stdint.h>

enum { MONEY_SIZE = 24 }; /* an amount as text, NUL included */

/* Reads "12", "12.5" or "12.50", of at most twelve digits before the point. False, and `cents`
 * untouched, for anything else. */
bool money_parse(const char *text, int64_t *cents);

/* 1250 is "12.50". */
void money_print(int64_t cents, char text[MONEY_SIZE]);

#endif
