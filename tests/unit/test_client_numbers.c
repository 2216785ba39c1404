/*
 * Numbers of JSON as exact decimals, and as doubles against what strtod reads.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/client/numbers.h"
#include "image_builder.h" /* COUNT */

static struct problem_text text_of(const char *string)
{
    struct problem_text text = {string, strlen(string)};
    return text;
}

/* ------------------------------------------------------------------ decimals */

static void assert_decimal(const char *text, unsigned minimum, unsigned maximum, int64_t units,
                           unsigned scale)
{
    struct problem_decimal value;
    if (!problem_read_decimal(text_of(text), minimum, maximum, &value))
        fail_msg("%s does not fit", text);
    assert_true(value.units == units);
    assert_int_equal(value.scale, scale);
}

static void decimals(void **state)
{
    (void)state;
    assert_decimal("0", 0, 0, 0, 0);
    assert_decimal("-0", 0, 0, 0, 0);
    assert_decimal("42", 0, 0, 42, 0);
    assert_decimal("42.000", 0, 0, 42, 0);
    assert_decimal("4.2e1", 0, 0, 42, 0);
    assert_decimal("420e-1", 0, 0, 42, 0);
    assert_decimal("0.42E+2", 0, 0, 42, 0);
    assert_decimal("30.00", 2, 2, 3000, 2);
    assert_decimal("30", 2, 2, 3000, 2);
    assert_decimal("3e1", 2, 2, 3000, 2);
    assert_decimal("30.0000", 2, 2, 3000, 2);
    assert_decimal("-0.05", 2, 2, -5, 2);
    assert_decimal("1.5", 0, 3, 15, 1);
    assert_decimal("1.50", 0, 3, 150, 2);
    assert_decimal("1.5000", 0, 3, 1500, 3);
    assert_decimal("0.00", 0, 3, 0, 2);
    assert_decimal("0.0000000000000000000000000000", 0, 3, 0, 3);
    assert_decimal("0e99999999999999999999999999", 0, 0, 0, 0);
    assert_decimal("0e-99999999999999999999999999", 0, 3, 0, 3);
    assert_decimal("9223372036854775807", 0, 0, INT64_MAX, 0);
    assert_decimal("-9223372036854775808", 0, 0, INT64_MIN, 0);
    assert_decimal("-9.223372036854775808", 18, 18, INT64_MIN, 18);
    assert_decimal("9223372036854775807.00000000000000000000000000", 0, 0, INT64_MAX, 0);
    assert_decimal("0.00000000000000000000000000000000000007e38", 0, 0, 7, 0);
    assert_decimal("1000000000000000000000000000000e-30", 0, 0, 1, 0);
}

static void decimals_that_do_not_fit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned minimum, maximum;
    } wrong[] = {
        {"1.5", 0, 0},
        {"0.001", 0, 2},
        {"9223372036854775808", 0, 0},
        {"1e400", 0, 0},
        {"1e-400", 0, 3},
        {"-9223372036854775809", 0, 0},
        {"92233720368547758.08", 3, 3},
        {"18446744073709551616", 0, 0},
        {"1e99999999999999999999999999", 0, 0},
        {"1e-99999999999999999999999999", 0, 3},
        {"100000000000000000001", 0, 0},
        {"1844674407370955162", 2, 2},
    };
    struct problem_decimal value = {77, 7};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        if (problem_read_decimal(text_of(wrong[i].text), wrong[i].minimum, wrong[i].maximum,
                                 &value))
            fail_msg("%s fits", wrong[i].text);
    }
    assert_int_equal(value.units, 77);
}

/* ------------------------------------------------------------------ doubles */

static uint64_t bits_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static void assert_double(const char *text)
{
    double value = 77, expected = strtod(text, NULL);
    bool read = problem_read_double(text_of(text), &value);
    if (read != (isfinite(expected) != 0) || bits_of(value) != bits_of(read ? expected : 77))
        fail_msg("%s is read as %.17g, not %.17g", text, value, expected);
}

static void doubles(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "0",
        "-0",
        "0.0",
        "0e5",
        "-0e-5",
        "1",
        "-1",
        "0.1",
        "0.2",
        "0.3",
        "123456789",
        "1e22",
        "1e23",
        "8.5e22",
        "9007199254740992",
        "9007199254740993",
        "9007199254740994",
        "9007199254740995",
        "9007199254740993.0000000000000000000000000001",
        "9007199254740992.9999999999999999999999999999",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.797693134862315807e308",
        "1.797693134862315808e308",
        "1.7976931348623159e308",
        "1e309",
        "1e310",
        "1e311",
        "1e400",
        "-1e400",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0e99999999999999999999",
        "4.9406564584124654e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.4703282292062327208e-324",
        "2.4703282292062327209e-324",
        "7.4e-324",
        "7.5e-324",
        "1e-323",
        "1e-324",
        "1e-325",
        "9e-325",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "2.225073858507201e-308",
        "6.02214076e23",
        "3.141592653589793238462643383279502884197",
        "0.000001",
        "1e-7",
        "5e-1",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124",
        "1.00000000000000011102230246251565404236316680908203126",
        "1E5",
        "1e+5",
        "12.5e-1",
        "0.00000000000000000000000000000000000000000000000000000000000000000000000001e70",
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_double(texts[i]);
}

/* Exact multiples of the smallest double and of halves of it, by up to 1,100 digits and a last one
 * a thousand digits behind them. */
static void long_doubles(void **state)
{
    (void)state;
    static char text[4096];
    for (int power = -1074; power < -1000; power += 7) {
        for (int multiple = 1; multiple < 6; multiple += 2) {
            int length = snprintf(text, 2000, "%.1100f", ldexp(multiple, power));
            assert_double(text);
            text[length - 1] = '1';
            assert_double(text);
            memset(text + length, '0', 1000);
            memcpy(text + length + 1000, "1", 2);
            assert_double(text);
            memcpy(text + length + 1000, "e-1", 4);
            assert_double(text);
            memcpy(text + length, "e1", 3);
            assert_double(text);
        }
    }
}

/* 2^53 + 1 lies on a half; one more digit anywhere behind it decides. */
static void far_digits(void **state)
{
    (void)state;
    static char text[3000];
    static const int zeros[] = {1, 700, 753, 754, 755, 756, 800, 2000};
    for (size_t i = 0; i < COUNT(zeros); i++) {
        int length = snprintf(text, sizeof text, "9007199254740993.");
        memset(text + length, '0', (size_t)zeros[i]);
        text[length + zeros[i]] = '\0';
        assert_double(text);
        text[length + zeros[i] - 1] = '1';
        assert_double(text);
        text[length + zeros[i]] = '0';
        text[length + zeros[i] + 1] = '\0';
        assert_double(text);
    }
}

/* Odd numbers of 54 bits lie in the middle between two doubles, and so do their doubles. */
static void halves(void **state)
{
    (void)state;
    char text[64];
    for (uint64_t odd = ((uint64_t)1 << 53) + 1; odd < ((uint64_t)1 << 53) + 9; odd += 2) {
        for (unsigned shift = 0; shift <= 10; shift++) {
            for (uint64_t off = 0; off < 3; off++) {
                snprintf(text, sizeof text, "%" PRIu64, (odd << shift) + off - 1);
                assert_double(text);
                snprintf(text, sizeof text, "-%" PRIu64 "e-300", (odd << shift) + off - 1);
                assert_double(text);
            }
        }
    }
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return *state * 0x2545f4914f6cdd1d;
}

static void random_doubles(void **state)
{
    (void)state;
    uint64_t random = 1;
    char text[64];
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = next_random(&random);
        double value;
        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        snprintf(text, sizeof text, "%.*e", 14 + i % 8, value);
        assert_double(text);
        snprintf(text, sizeof text, "%d.%llue%d", (int)(bits % 10), (unsigned long long)(bits >> 8),
                 (int)(bits >> 40) % 330 - 165 - (int)(bits % 170));
        assert_double(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals),       cmocka_unit_test(decimals_that_do_not_fit),
        cmocka_unit_test(doubles),        cmocka_unit_test(long_doubles),
        cmocka_unit_test(far_digits),     cmocka_unit_test(halves),
        cmocka_unit_test(random_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
