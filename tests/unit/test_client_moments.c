/*
 * Moments that the client reads: RFC 3339, and the three forms of an HTTP date.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "../../runtime/client/moment.h"
#include "../../runtime/src/calendar.h"
#include "image_builder.h" /* COUNT */

static struct problem_text text_of(const char *string)
{
    struct problem_text text = {string, strlen(string)};
    return text;
}

static void assert_timestamp(const char *text, int64_t seconds, int32_t nanoseconds)
{
    struct problem_time time;
    if (!problem_read_timestamp(text_of(text), &time))
        fail_msg("%s is refused", text);
    assert_true(time.seconds == seconds);
    assert_int_equal(time.nanoseconds, nanoseconds);
}

static void timestamps(void **state)
{
    (void)state;
    assert_timestamp("1970-01-01T00:00:00Z", 0, 0);
    assert_timestamp("1985-04-12T23:20:50.52Z", 482196050, 520000000);
    assert_timestamp("1985-04-12t23:20:50.52z", 482196050, 520000000);
    assert_timestamp("1996-12-19T16:39:57-08:00", 851042397, 0);
    assert_timestamp("1937-01-01T12:00:27.87+00:20", -1041337173, 870000000);
    assert_timestamp("1990-12-31T23:59:60Z", 662688000, 0);
    assert_timestamp("1990-12-31T15:59:60-08:00", 662688000, 0);
    assert_timestamp("0001-01-01T00:00:00Z", -62135596800, 0);
    assert_timestamp("9999-12-31T23:59:59.999999999999Z", 253402300799, 999999999);
    assert_timestamp("2024-02-29T00:00:00.1Z", 1709164800, 100000000);
    assert_timestamp("2000-02-29T00:00:00-00:00", 951782400, 0);
    assert_timestamp("2026-11-21T10:00:00+23:59", 1795168860, 0);
}

static void wrong_timestamps(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "2026-11-21",
        "2026-11-21T10:00:00",
        "2026-11-21T10:00Z",
        "2026-11-21 10:00:00Z",
        "2026-11-21T10:00:00Z ",
        "2026-11-21T10:00:00.Z",
        "2026-11-21T10:00:00,5Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T10:60:00Z",
        "2026-11-21T10:00:61Z",
        "2026-11-21T10:00:60Z",
        "2026-11-21T23:59:60+01:00",
        "2026-11-21T10-00:00Z",
        "2026-11-21T10:00-00Z",
        "2026-11-21T1O:00:00Z",
        "2026-11-21T10:xx:00Z",
        "2026-11-21T10:00:xxZ",
        "2026-11-21T10:00:00.5",
        "2026-11-21T10:00:00+0100",
        "2026-11-21T10:00:00+24:00",
        "2026-11-21T10:00:00+01:60",
        "2026-11-21T10:00:00+1:00",
        "2026-11-21T10:00:00+01:0",
        "2026-02-29T10:00:00Z",
        "2100-02-29T10:00:00Z",
        "2026-04-31T10:00:00Z",
        "2026-13-01T10:00:00Z",
        "2026-00-01T10:00:00Z",
        "2026-01-00T10:00:00Z",
        "0000-01-01T10:00:00Z",
        "26-01-01T10:00:00Z",
        "2026/01/01T10:00:00Z",
        "2026-01/01T10:00:00Z",
        "2026-0a-01T10:00:00Z",
        "2026-01-0",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
    };
    struct problem_time time;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        if (problem_read_timestamp(text_of(wrong[i]), &time))
            fail_msg("%s is taken", wrong[i]);
    }
}

/* Every 12th day of the 9,999 years, and back. */
static void dates(void **state)
{
    (void)state;
    for (int64_t seconds = -62135596800; seconds <= 253402300799; seconds += 12 * 86400) {
        char buffer[PROBLEM_DATE_LENGTH];
        struct writer writer = {buffer, sizeof buffer, 0};
        problem_write_date(&writer, seconds);
        struct problem_text text = {buffer, sizeof buffer};
        int64_t read = 1;
        assert_true(problem_read_date(text, &read) && read == seconds);
    }
    int64_t read;
    assert_false(problem_read_date(text_of("2026-02-30"), &read));
    assert_false(problem_read_date(text_of("2026-02-03 "), &read));
    assert_false(problem_read_date(text_of("2026-02-3"), &read));
}

static void assert_http(const char *text, int64_t now, int64_t expected)
{
    int64_t seconds = 1;
    if (!problem_read_http_date(text_of(text), now, &seconds))
        fail_msg("%s is refused", text);
    assert_true(seconds == expected);
}

static void http_dates(void **state)
{
    (void)state;
    const int64_t in_2026 = 1790000000;
    assert_http("Sun, 06 Nov 1994 08:49:37 GMT", in_2026, 784111777);
    assert_http("Sunday, 06-Nov-94 08:49:37 GMT", in_2026, 784111777);
    assert_http("Sun Nov  6 08:49:37 1994", in_2026, 784111777);
    assert_http("Wed Nov 16 08:49:37 1994", in_2026, 784975777);
    assert_http("Sat, 31 Dec 2016 23:59:60 GMT", in_2026, 1483228800);
    assert_http("Mon, 06 Nov 1994 08:49:37 GMT", in_2026, 784111777); /* it was a Sunday */
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    for (size_t i = 0; i < COUNT(weekdays); i++) {
        char text[64];
        snprintf(text, sizeof text, "%s, 06-Nov-94 08:49:37 GMT", weekdays[i]);
        assert_http(text, in_2026, 784111777);
    }
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (size_t i = 0; i < COUNT(months); i++) {
        char expected[PROBLEM_HTTP_DATE_LENGTH + 1] = "", text[64];
        snprintf(text, sizeof text, "Sun, 06 %s 1994 08:49:37 GMT", months[i]);
        int64_t seconds = 0;
        assert_true(problem_read_http_date(text_of(text), in_2026, &seconds));
        struct writer writer = {expected, sizeof expected, 0};
        problem_write_http_date(&writer, seconds);
        assert_string_equal(text + 4, expected + 4); /* but for the weekday */
    }
}

/* RFC 9110 5.6.7: more than 50 years ahead means the past. */
static void years_of_two_digits(void **state)
{
    (void)state;
    const int64_t in_2026 = 1790000000;
    assert_http("Sunday, 06-Nov-26 08:49:37 GMT", in_2026, 1793954977);
    assert_http("Sunday, 06-Nov-75 08:49:37 GMT", in_2026, 3340255777);
    assert_http("Sunday, 06-Nov-77 08:49:37 GMT", in_2026, 247654177);
    assert_http("Sunday, 06-Nov-00 08:49:37 GMT", in_2026, 973500577);
    assert_http("Sunday, 06-Nov-99 08:49:37 GMT", 0, 941878177);
    assert_http("Sunday, 06-Nov-99 08:49:37 GMT", INT64_MAX, 253397494177);
    int64_t seconds;
    assert_false(
        problem_read_http_date(text_of("Sunday, 06-Nov-00 08:49:37 GMT"), INT64_MIN, &seconds));
    assert_true(
        problem_read_http_date(text_of("Sunday, 06-Nov-99 08:49:37 GMT"), INT64_MIN, &seconds));
    assert_true(seconds == -59016265823);
}

static void wrong_http_dates(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",
        "Su",
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49 GMT",
        "Sun, 06 Nov 1994 8:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT ",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT",
        "Sun, 06 Nov 1994 08:49:60 GMT",
        "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 06-Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov-1994 08:49:37 GMT",
        "Sun, 06 Nov 1994-08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37",
        "Sunday, 06-Nov-9x 08:49:37 GMT",
        "Sunday, 06-Nov 94 08:49:37 GMT",
        "Sunday, 06 Nov-94 08:49:37 GMT",
        "Sunday, 06-nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-94T08:49:37 GMT",
        "Sunday, 06-Nov-94 08-49:37 GMT",
        "Sunday, xx-Nov-94 08:49:37 GMT",
        "Sunday 06-Nov-94 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Sun Nov  6 08:49:37 94",
        "Sun nov  6 08:49:37 1994",
        "Sun Nov  6T08:49:37 1994",
        "Sun Nov  6 08:49:37",
        "Sun Nov\t 6 08:49:37 1994",
        "Sun Nov  x 08:49:37 1994",
        "Sun Nov  6 08:4937 1994",
        "Sun-Nov  6 08:49:37 1994",
        "1994-11-06T08:49:37Z",
    };
    int64_t seconds;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        if (problem_read_http_date(text_of(wrong[i]), 0, &seconds))
            fail_msg("%s is taken", wrong[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(timestamps),
        cmocka_unit_test(wrong_timestamps),
        cmocka_unit_test(dates),
        cmocka_unit_test(http_dates),
        cmocka_unit_test(years_of_two_digits),
        cmocka_unit_test(wrong_http_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
