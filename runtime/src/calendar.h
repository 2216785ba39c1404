/*
 * Moments as text, in UTC, for the years 0001 to 9999 that RFC 3339 and HTTP can write.
 */
#ifndef PROBLEM_CALENDAR_H
#define PROBLEM_CALENDAR_H

#include "number.h"
#include "problem.h"
#include "writer.h"

enum {
    PROBLEM_DATE_LENGTH = 10,      /* 2026-11-21 */
    PROBLEM_MINUTE_LENGTH = 17,    /* 2026-11-21T10:00: */
    PROBLEM_TIMESTAMP_LENGTH = 20, /* 2026-11-21T10:00:00Z, plus the fraction */
    PROBLEM_HTTP_DATE_LENGTH = 29  /* Sat, 21 Nov 2026 10:00:00 GMT */
};

/* Whether the second is in a year that can be written. */
bool problem_seconds_fit(int64_t seconds);

/* RFC 3339 full-date. */
void problem_write_date(struct writer *writer, int64_t seconds);

/* What the timestamps of a minute begin with, 2026-11-21T10:00: , and its first second. Returns the
 * end. */
char *problem_minute_text(char *to, int64_t seconds, int64_t *begins);

/* RFC 3339 date-time with `digits` digits after the second: 0, 3 or 6. The first one returns its
 * end. */
char *problem_timestamp_text(char *to, struct problem_time time, unsigned digits);
void problem_write_timestamp(struct writer *writer, struct problem_time time, unsigned digits);

/* Six digits; returns their end. Time is counted in hundredths of a second with 32 bits behind the
 * point, rounded up, so that it is never less than what it stands for: each pair of digits is what
 * stands before the point, and a multiplication brings the next one there. */
static inline char *put_microseconds(char *to, int32_t nanoseconds)
{
    const uint64_t factor = UINT64_C(14411518808); /* 2^57 by 10^7 */
    uint64_t hundredths = ((uint64_t)nanoseconds * factor >> 25) + 1;
    to = put_pair(to, (unsigned)(hundredths >> 32));
    uint64_t rest = (hundredths & UINT32_MAX) * 100;
    to = put_pair(to, (unsigned)(rest >> 32));
    rest = (rest & UINT32_MAX) * 100;
    return put_pair(to, (unsigned)(rest >> 32));
}

/* IMF-fixdate (RFC 9110 5.6.7). */
void problem_write_http_date(struct writer *writer, int64_t seconds);

#endif
