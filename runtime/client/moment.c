#include "moment.h"

#include "../src/calendar.h"

enum { DAY = 86400 };

struct civil {
    unsigned year, month, day; /* month and day from 1 */
    unsigned hour, minute, second;
};

/* What is left to take. */
struct input {
    const char *at, *end;
};

static bool take_byte(struct input *input, char byte)
{
    if (input->at == input->end || *input->at != byte)
        return false;
    input->at++;
    return true;
}

static bool take_text(struct input *input, const char *text)
{
    while (*text != '\0') {
        if (!take_byte(input, *text++))
            return false;
    }
    return true;
}

/* Exactly so many digits. */
static bool take_digits_of(struct input *input, int digits, unsigned *value)
{
    *value = 0;
    for (; digits > 0; digits--) {
        if (input->at == input->end || *input->at < '0' || *input->at > '9')
            return false;
        *value = 10 * *value + (unsigned)(*input->at++ - '0');
    }
    return true;
}

/* One of the names of three letters that `names` has one after the other; `index` counts from 0. */
static bool take_name_of(struct input *input, const char *names, unsigned *index)
{
    for (*index = 0; *names != '\0'; names += 3, ++*index) {
        if (input->end - input->at >= 3 && memcmp(input->at, names, 3) == 0) {
            input->at += 3;
            return true;
        }
    }
    return false;
}

static bool take_clock(struct input *input, struct civil *civil)
{
    return take_digits_of(input, 2, &civil->hour) && take_byte(input, ':') &&
           take_digits_of(input, 2, &civil->minute) && take_byte(input, ':') &&
           take_digits_of(input, 2, &civil->second);
}

/* ------------------------------------------------------------------ the calendar */

static bool is_leap(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool is_date(const struct civil *civil)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (civil->year < 1 || civil->month < 1 || civil->month > 12 || civil->day < 1)
        return false;
    return civil->day <=
           days[civil->month - 1] + (unsigned)(civil->month == 2 && is_leap(civil->year));
}

static bool is_clock(const struct civil *civil)
{
    return civil->hour <= 23 && civil->minute <= 59 && civil->second <= 60;
}

/* Whether a second 60 is where leap seconds are: it ends a day of UTC. */
static bool leap_fits(const struct civil *civil, int64_t seconds)
{
    return civil->second < 60 || seconds % DAY == 0;
}

/* After Howard Hinnant's days_from_civil: years begin in March, 400 of them are an era. */
static int64_t seconds_of(const struct civil *civil)
{
    const int64_t epoch = 719468; /* days from 0000-03-01 to 1970-01-01 */
    unsigned year = civil->month > 2 ? civil->year : civil->year - 1;
    unsigned month = civil->month > 2 ? civil->month - 3 : civil->month + 9; /* 0 is March */
    unsigned year_of_era = year % 400;
    unsigned day_of_year = (153 * month + 2) / 5 + civil->day - 1;
    unsigned day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
    int64_t days = (int64_t)(year / 400) * 146097 + day_of_era - epoch;
    return days * DAY + (int64_t)civil->hour * 3600 + civil->minute * 60 + civil->second;
}

/* ------------------------------------------------------------------ RFC 3339 */

static bool take_date(struct input *input, struct civil *civil)
{
    return take_digits_of(input, 4, &civil->year) && take_byte(input, '-') &&
           take_digits_of(input, 2, &civil->month) && take_byte(input, '-') &&
           take_digits_of(input, 2, &civil->day) && is_date(civil);
}

bool problem_read_date(struct problem_text text, int64_t *seconds)
{
    struct input input = {text.bytes, text.bytes + text.length};
    struct civil civil = {0, 0, 0, 0, 0, 0};
    if (!take_date(&input, &civil) || input.at != input.end)
        return false;
    *seconds = seconds_of(&civil);
    return true;
}

static bool take_fraction(struct input *input, int32_t *nanoseconds)
{
    int32_t unit = 100000000;
    *nanoseconds = 0;
    if (!take_byte(input, '.'))
        return true;
    const char *begin = input->at;
    for (; input->at < input->end && *input->at >= '0' && *input->at <= '9'; unit /= 10)
        *nanoseconds += unit * (*input->at++ - '0');
    return input->at > begin;
}

/* time-offset, in seconds east of Greenwich */
static bool take_offset(struct input *input, int64_t *offset)
{
    *offset = 0;
    if (take_byte(input, 'Z') || take_byte(input, 'z'))
        return true;
    bool west = take_byte(input, '-');
    unsigned hours, minutes;
    if ((!west && !take_byte(input, '+')) || !take_digits_of(input, 2, &hours) ||
        !take_byte(input, ':') || !take_digits_of(input, 2, &minutes) || hours > 23 || minutes > 59)
        return false;
    *offset = (int64_t)(hours * 60 + minutes) * (west ? -60 : 60);
    return true;
}

bool problem_read_timestamp(struct problem_text text, struct problem_time *time)
{
    struct input input = {text.bytes, text.bytes + text.length};
    struct civil civil;
    int64_t offset;
    if (!take_date(&input, &civil) || (!take_byte(&input, 'T') && !take_byte(&input, 't')) ||
        !take_clock(&input, &civil) || !is_clock(&civil) ||
        !take_fraction(&input, &time->nanoseconds) || !take_offset(&input, &offset))
        return false;
    time->seconds = seconds_of(&civil) - offset;
    return input.at == input.end && leap_fits(&civil, time->seconds) &&
           problem_seconds_fit(time->seconds);
}

/* ------------------------------------------------------------------ HTTP-date */

static const char weekdays[] = "MonTueWedThuFriSatSun";

static bool take_month(struct input *input, struct civil *civil)
{
    unsigned index;
    if (!take_name_of(input, "JanFebMarAprMayJunJulAugSepOctNovDec", &index))
        return false;
    civil->month = index + 1;
    return true;
}

/* IMF-fixdate, behind the weekday: ", 06 Nov 1994 08:49:37 GMT" */
static bool take_fixed(struct input *input, struct civil *civil)
{
    return take_text(input, ", ") && take_digits_of(input, 2, &civil->day) &&
           take_byte(input, ' ') && take_month(input, civil) && take_byte(input, ' ') &&
           take_digits_of(input, 4, &civil->year) && take_byte(input, ' ') &&
           take_clock(input, civil) && take_text(input, " GMT");
}

/* rfc850-date, behind the weekday: ", 06-Nov-94 08:49:37 GMT"; the year is of two digits */
static bool take_850(struct input *input, struct civil *civil)
{
    return take_text(input, ", ") && take_digits_of(input, 2, &civil->day) &&
           take_byte(input, '-') && take_month(input, civil) && take_byte(input, '-') &&
           take_digits_of(input, 2, &civil->year) && take_byte(input, ' ') &&
           take_clock(input, civil) && take_text(input, " GMT");
}

/* asctime-date, behind the weekday: " Nov  6 08:49:37 1994" */
static bool take_asctime(struct input *input, struct civil *civil)
{
    return take_byte(input, ' ') && take_month(input, civil) && take_byte(input, ' ') &&
           take_digits_of(input, take_byte(input, ' ') ? 1 : 2, &civil->day) &&
           take_byte(input, ' ') && take_clock(input, civil) && take_byte(input, ' ') &&
           take_digits_of(input, 4, &civil->year);
}

static bool take_850_weekday(struct input *input)
{
    static const char *const rest[] = {"day", "sday", "nesday", "rsday", "day", "urday", "day"};
    unsigned index;
    return take_name_of(input, weekdays, &index) && take_text(input, rest[index]);
}

/* The century of a year of two digits. */
static void settle_year(struct civil *civil, int64_t now)
{
    const int64_t fifty_years = 1577847600;
    civil->year += 9900;
    while (civil->year >= 100 && seconds_of(civil) - fifty_years > now)
        civil->year -= 100;
}

bool problem_read_http_date(struct problem_text text, int64_t now, int64_t *seconds)
{
    struct input begin = {text.bytes, text.bytes + text.length};
    struct input input = begin;
    struct civil civil;
    unsigned index;
    if (take_850_weekday(&input)) {
        if (!take_850(&input, &civil))
            return false;
        settle_year(&civil, now);
    } else {
        input = begin;
        if (!take_name_of(&input, weekdays, &index))
            return false;
        struct input behind_weekday = input;
        if (!take_fixed(&input, &civil)) {
            input = behind_weekday;
            if (!take_asctime(&input, &civil))
                return false;
        }
    }
    if (input.at != input.end || !is_date(&civil) || !is_clock(&civil))
        return false;
    *seconds = seconds_of(&civil);
    return leap_fits(&civil, *seconds);
}
