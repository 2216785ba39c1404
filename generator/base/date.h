/*
 * Calendar dates as registries and the command line write them: YYYY-MM-DD, proleptic Gregorian,
 * years 1 to 9999.
 */
#ifndef PROBLEMC_BASE_DATE_H
#define PROBLEMC_BASE_DATE_H

#include "base/text.h"

/* Reads the date that `text` begins with, its first 10 bytes. True and the days since 1970-01-01,
 * or false. */
bool date_read(struct text text, int64_t *days);

/* Reads `digits` decimal digits at `at`. */
bool date_read_field(struct text text, size_t at, size_t digits, int64_t *value);

#endif
