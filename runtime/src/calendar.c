#include "calendar.h"

#include "inline.h"
#include "number.h"

enum { DAY = 86400 };

struct civil {
    unsigned year, month, day;     /* month and day from 1 */
    unsigned weekday;              /* 0 is Thursday, as 1970-01-01 was */
    unsigned hour, minute, second; /* of the day */
};

bool problem_seconds_fit(int64_t seconds)
{
    return seconds >= -62135596800 && seconds <= 253402300799;
}

/*
 * Years that begin in March put the leap day last. In quarters of a day, centuries are 146097 long
 * and the years of a century 1461, and 5 months from March or August on have 153 days. Division by
 * the latter two is a multiplication: its high half is the quotient, its low half holds the rest
 * (C. Neri and L. Schneider, Euclidean affine functions and their application to calendar
 * algorithms, 2022).
 */
INLINE struct civil civil_of(int64_t seconds)
{
    const int64_t epoch = 719468; /* days from 0000-03-01 to 1970-01-01 */
    /* Counted from 0000-03-01, which no fitting moment precedes, days are not negative. */
    uint64_t since = (uint64_t)(seconds + epoch * DAY);
    uint32_t days = (uint32_t)(since / DAY);
    uint32_t rest = (uint32_t)(since % DAY);

    uint32_t quarters = 4 * days + 3;
    uint32_t century = quarters / 146097;
    uint64_t years = (uint64_t)2939745 * (quarters % 146097 | 3);
    uint32_t day_of_year = (uint32_t)years / 2939745 / 4;
    uint32_t months = 2141 * day_of_year + 197913;
    bool next = day_of_year >= 306; /* January or February */

    struct civil civil;
    civil.day = (months & 0xffff) / 2141 + 1;
    civil.month = (months >> 16) - (next ? 12 : 0);
    civil.year = 100 * century + (uint32_t)(years >> 32) + next;
    civil.weekday = (days + 7 - (unsigned)(epoch % 7)) % 7;
    civil.hour = rest / 3600;
    civil.minute = rest / 60 % 60;
    civil.second = rest % 60;
    return civil;
}

static char *put_year(char *at, unsigned year)
{
    return put_pair(put_pair(at, year / 100), year % 100);
}

static char *put_byte(char *at, char byte)
{
    *at = byte;
    return at + 1;
}

static char *put_date(char *at, const struct civil *civil)
{
    at = put_byte(put_year(at, civil->year), '-');
    at = put_byte(put_pair(at, civil->month), '-');
    return put_pair(at, civil->day);
}

static char *put_clock(char *at, const struct civil *civil)
{
    at = put_byte(put_pair(at, civil->hour), ':');
    at = put_byte(put_pair(at, civil->minute), ':');
    return put_pair(at, civil->second);
}

void problem_write_date(struct writer *writer, int64_t seconds)
{
    char text[PROBLEM_DATE_LENGTH];
    struct civil civil = civil_of(seconds);
    put_date(text, &civil);
    write_bytes(writer, text, sizeof text);
}

char *problem_minute_text(char *to, int64_t seconds, int64_t *begins)
{
    struct civil civil = civil_of(seconds);
    char *at = put_byte(put_date(to, &civil), 'T');
    at = put_byte(put_pair(at, civil.hour), ':');
    *begins = seconds - civil.second;
    return put_byte(put_pair(at, civil.minute), ':');
}

char *problem_timestamp_text(char *to, struct problem_time time, unsigned digits)
{
    int64_t begins;
    char *at = problem_minute_text(to, time.seconds, &begins);
    at = put_pair(at, (unsigned)(time.seconds - begins));
    if (digits > 0)
        at = put_microseconds(put_byte(at, '.'), time.nanoseconds) - (6 - digits);
    return put_byte(at, 'Z');
}

void problem_write_timestamp(struct writer *writer, struct problem_time time, unsigned digits)
{
    char text[PROBLEM_TIMESTAMP_LENGTH + 1 + 6];
    write_bytes(writer, text, (size_t)(problem_timestamp_text(text, time, digits) - text));
}

void problem_write_http_date(struct writer *writer, int64_t seconds)
{
    static const char weekdays[] = "Thu, Fri, Sat, Sun, Mon, Tue, Wed, ";
    static const char months[] = " Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec ";
    char text[PROBLEM_HTTP_DATE_LENGTH];
    struct civil civil = civil_of(seconds);
    memcpy(text, weekdays + 5 * (size_t)civil.weekday, 5);
    char *at = put_pair(text + 5, civil.day);
    memcpy(at, months + 5 * (size_t)(civil.month - 1), 5);
    at = put_byte(put_year(at + 5, civil.year), ' ');
    memcpy(put_clock(at, &civil), " GMT", 4);
    write_bytes(writer, text, sizeof text);
}
