#include "calendar.h"

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

/* After Howard Hinnant's civil_from_days: years that begin in March put the leap day last, and 400
 * of them are an era of always the same length. */
static struct civil civil_of(int64_t seconds)
{
    const unsigned era_days = 146097;
    const int64_t epoch = 719468; /* days from 0000-03-01 to 1970-01-01 */
    /* Counted from 0000-03-01, which no fitting moment precedes, days are not negative. */
    uint64_t since = (uint64_t)(seconds + epoch * DAY);
    unsigned days = (unsigned)(since / DAY);
    unsigned rest = (unsigned)(since % DAY);

    unsigned era = days / era_days;
    unsigned day_of_era = days % era_days;
    unsigned year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    unsigned month = (5 * day_of_year + 2) / 153; /* 0 is March */

    struct civil civil;
    civil.day = day_of_year - (153 * month + 2) / 5 + 1;
    civil.month = month < 10 ? month + 3 : month - 9;
    civil.year = 400 * era + year_of_era + (month >= 10);
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

char *problem_timestamp_text(char *to, struct problem_time time, unsigned digits)
{
    struct civil civil = civil_of(time.seconds);
    char *at = put_clock(put_byte(put_date(to, &civil), 'T'), &civil);
    if (digits > 0) {
        unsigned microseconds = (unsigned)time.nanoseconds / 1000;
        at = put_byte(at, '.');
        put_pair(put_pair(put_pair(at, microseconds / 10000), microseconds / 100 % 100),
                 microseconds % 100);
        at += digits;
    }
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
