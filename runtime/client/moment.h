/*
 * Moments from text, for the years 0001 to 9999. A second 60 is taken where there can be one, and
 * counts as the second after it.
 */
#ifndef PROBLEM_MOMENT_H
#define PROBLEM_MOMENT_H

#include "problem_client.h"

/* RFC 3339 date-time with any offset; digits behind the ninth of a fraction are cut. */
bool problem_read_timestamp(struct problem_text text, struct problem_time *time);

/* RFC 3339 full-date, as its first second. */
bool problem_read_date(struct problem_text text, int64_t *seconds);

/* The three forms of an HTTP-date (RFC 9110 5.6.7). A year of two digits is the last one that is
 * not more than 50 years after `now`. The weekday may be the wrong one. */
bool problem_read_http_date(struct problem_text text, int64_t now, int64_t *seconds);

#endif
