#include "base/date.h"

bool date_read_field(struct text text, size_t at, size_t digits, int64_t *value)
{
    *value = 0;
    if (at + digits > text.length)
        return false;
    for (size_t i = at; i < at + digits; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        *value = *value * 10 + (text.bytes[i] - '0');
    }
    return true;
}

/* Years begin in March here, so that the leap day comes last. */
static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    int64_t era = year / 400, of_era = year % 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static int64_t month_length(int64_t year, int64_t month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return lengths[month - 1] + (month == 2 && leap);
}

bool date_read(struct text text, int64_t *days)
{
    int64_t year, month, day;
    if (!date_read_field(text, 0, 4, &year) || !date_read_field(text, 5, 2, &month) ||
        !date_read_field(text, 8, 2, &day) || text.bytes[4] != '-' || text.bytes[7] != '-')
        return false;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
        return false;
    *days = days_of(year, month, day);
    return true;
}
