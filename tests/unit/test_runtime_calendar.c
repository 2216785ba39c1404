/*
 * Every day from 0001-01-01 to 9999-12-31, against days that are counted one after the other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "../../runtime/src/calendar.h"
#include "../../runtime/src/clock.h"

static const int64_t FIRST = -62135596800, LAST = 253402300799;
enum { DAY = 86400 };

struct date {
    int year, month, day;
};

static int days_in(struct date date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return days[date.month - 1] + (date.month == 2 && leap);
}

static struct date day_after(struct date date)
{
    if (date.day < days_in(date))
        return (struct date){date.year, date.month, date.day + 1};
    if (date.month < 12)
        return (struct date){date.year, date.month + 1, 1};
    return (struct date){date.year + 1, 1, 1};
}

static void every_day(void **state)
{
    (void)state;
    struct date date = {1, 1, 1};
    for (int64_t seconds = FIRST; seconds <= LAST; seconds += DAY, date = day_after(date)) {
        char text[PROBLEM_TIMESTAMP_LENGTH + 1];
        problem_timestamp_text(text, problem_time(seconds, 0), 0);
        int year =
            (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
        int month = (text[5] - '0') * 10 + text[6] - '0',
            day = (text[8] - '0') * 10 + text[9] - '0';
        if (year != date.year || month != date.month || day != date.day)
            fail_msg("%04d-%02d-%02d is %.10s", date.year, date.month, date.day, text);
    }
    assert_int_equal(date.year, 10000);
}

static void every_second(void **state)
{
    (void)state;
    for (int second = 0; second < DAY; second++) {
        char text[PROBLEM_TIMESTAMP_LENGTH + 8], expected[64];
        char *end = problem_timestamp_text(text, problem_time(second, second * 11111), 6);
        snprintf(expected, sizeof expected, "1970-01-01T%02d:%02d:%02d.%06dZ", second / 3600,
                 second / 60 % 60, second % 60, second * 11111 / 1000);
        assert_int_equal(end - text, strlen(expected));
        assert_memory_equal(text, expected, strlen(expected));
    }
}

/* Steps within a minute, over its ends, backwards, and as far as there are years. */
static void clocks_that_are_set(void **state)
{
    (void)state;
    static const int64_t moments[] = {0,
                                      59,
                                      60,
                                      119,
                                      60,
                                      59,
                                      0,
                                      -1,
                                      -60,
                                      -61,
                                      1792922400,
                                      1792922459,
                                      -62135596800,
                                      -62135596741,
                                      253402300799,
                                      253402300740,
                                      253402300739,
                                      0,
                                      86399,
                                      86400};
    for (size_t i = 0; i < sizeof moments / sizeof *moments; i++) {
        char text[PROBLEM_TIMESTAMP_LENGTH + 7], expected[PROBLEM_TIMESTAMP_LENGTH + 7];
        struct problem_time time = problem_time(moments[i], (int32_t)i * 52631578);
        assert_int_equal(problem_clock_text(text, time) - text, sizeof text);
        problem_timestamp_text(expected, time, 6);
        assert_memory_equal(text, expected, sizeof text);
    }
}

static void every_weekday(void **state)
{
    (void)state;
    static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    for (int i = 0; i < 1000; i++) {
        char text[PROBLEM_HTTP_DATE_LENGTH];
        struct writer writer = {text, sizeof text, 0};
        problem_write_http_date(&writer, FIRST + (int64_t)i * DAY);
        assert_memory_equal(text, days[i % 7], 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day),
        cmocka_unit_test(every_second),
        cmocka_unit_test(clocks_that_are_set),
        cmocka_unit_test(every_weekday),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
