/*
 * Numbers as text: integers and decimals at their limits, and doubles against what strtod reads and
 * against the shortest "%.*e" that reads back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../runtime/src/number.h"

static const char *terminated(const struct writer *writer)
{
    writer->buffer[writer->used] = '\0';
    return writer->buffer;
}

static void assert_integer(int64_t value, const char *expected)
{
    char buffer[64];
    struct writer writer = {buffer, sizeof buffer, 0};
    problem_write_integer(&writer, value);
    assert_string_equal(terminated(&writer), expected);
}

static void integers(void **state)
{
    (void)state;
    assert_integer(0, "0");
    assert_integer(9, "9");
    assert_integer(10, "10");
    assert_integer(99, "99");
    assert_integer(100, "100");
    assert_integer(-1, "-1");
    assert_integer(-100, "-100");
    assert_integer(123456789, "123456789");
    assert_integer(INT64_MAX, "9223372036854775807");
    assert_integer(INT64_MIN, "-9223372036854775808");

    char buffer[64];
    struct writer writer = {buffer, sizeof buffer, 0};
    problem_write_unsigned(&writer, UINT64_MAX);
    assert_string_equal(terminated(&writer), "18446744073709551615");
}

static void assert_decimal(int64_t units, uint8_t scale, const char *expected)
{
    char buffer[64];
    struct writer writer = {buffer, sizeof buffer, 0};
    problem_write_decimal(&writer, problem_decimal(units, scale));
    assert_string_equal(terminated(&writer), expected);

    /* the quick way, and back */
    char text[PROBLEM_DECIMAL_MAX + 1];
    *put_number_text(text, units, scale) = '\0';
    assert_string_equal(text, expected);
    unsigned read_scale;
    assert_int_equal(problem_read_number(text, strlen(text), &read_scale), units);
    assert_int_equal(read_scale, scale);
}

static void decimals(void **state)
{
    (void)state;
    assert_decimal(3000, 2, "30.00");
    assert_decimal(30, 0, "30");
    assert_decimal(5, 2, "0.05");
    assert_decimal(-5, 2, "-0.05");
    assert_decimal(0, 2, "0.00");
    assert_decimal(-100, 2, "-1.00");
    assert_decimal(99, 2, "0.99");
    assert_decimal(100, 3, "0.100");
    assert_decimal(1, 18, "0.000000000000000001");
    assert_decimal(INT64_MIN, 18, "-9.223372036854775808");
    assert_decimal(INT64_MAX, 1, "922337203685477580.7");
    assert_decimal(INT64_MIN, 0, "-9223372036854775808");
}

static void assert_rescaled(int64_t units, uint8_t scale, unsigned minimum, unsigned maximum,
                            bool fits, int64_t new_units, uint8_t new_scale)
{
    struct problem_decimal value = problem_decimal(units, scale);
    assert_int_equal(problem_rescale(&value, minimum, maximum), fits);
    if (fits) {
        assert_int_equal(value.units, new_units);
        assert_int_equal(value.scale, new_scale);
    }
}

static void rescaling_is_exact(void **state)
{
    (void)state;
    assert_rescaled(30, 0, 2, 2, true, 3000, 2);
    assert_rescaled(3000, 2, 0, 3, true, 3000, 2);
    assert_rescaled(30000, 3, 2, 2, true, 3000, 2);
    assert_rescaled(30001, 3, 2, 2, false, 0, 0);
    assert_rescaled(-30, 1, 0, 0, true, -3, 0);
    assert_rescaled(0, 255, 0, 2, true, 0, 2);
    assert_rescaled(INT64_MAX / 10, 0, 1, 1, true, INT64_MAX / 10 * 10, 1);
    assert_rescaled(INT64_MAX / 10 + 1, 0, 1, 1, false, 0, 0);
    assert_rescaled(INT64_MIN / 10, 0, 1, 1, true, INT64_MIN / 10 * 10, 1);
    assert_rescaled(INT64_MIN / 10 - 1, 0, 1, 1, false, 0, 0);
}

static void format_double(double value, char *buffer, size_t size)
{
    struct writer writer = {buffer, size - 1, 0};
    problem_write_number(&writer, value);
    assert_in_range(writer.used, 1, PROBLEM_NUMBER_MAX);
    terminated(&writer);
}

static void assert_double(double value, const char *expected)
{
    char buffer[64];
    format_double(value, buffer, sizeof buffer);
    assert_string_equal(buffer, expected);
}

static void known_doubles(void **state)
{
    (void)state;
    assert_double(0.0, "0");
    assert_double(-0.0, "0");
    assert_double(1.0, "1");
    assert_double(-1.0, "-1");
    assert_double(0.1, "0.1");
    assert_double(0.3, "0.3");
    assert_double(0.1 + 0.2, "0.30000000000000004");
    assert_double(-12.5, "-12.5");
    assert_double(1.0 / 3, "0.3333333333333333");
    assert_double(123456789.125, "123456789.125");
    assert_double(9007199254740991.0, "9007199254740991");
    assert_double(9007199254740992.0, "9007199254740992");
    assert_double(-9007199254740994.0, "-9007199254740994");
    assert_double(1e20, "100000000000000000000");
    assert_double(123456789012345680000.0, "123456789012345680000");
    assert_double(1e21, "1e21");
    assert_double(999999999999999900000.0, "999999999999999900000");
    assert_double(1e22, "1e22");
    assert_double(1e23, "1e23");
    assert_double(0.000001, "0.000001");
    assert_double(0.0000012345678901234567, "0.0000012345678901234567");
    assert_double(9.999999e-7, "9.999999e-7");
    assert_double(1e-7, "1e-7");
    assert_double(-1.5e-7, "-1.5e-7");
    assert_double(5e-324, "5e-324");
    assert_double(1e-323, "1e-323");
    assert_double(2.2250738585072014e-308, "2.2250738585072014e-308");
    assert_double(2.225073858507201e-308, "2.225073858507201e-308");
    assert_double(1.7976931348623157e308, "1.7976931348623157e308");
    assert_double(-1.7976931348623157e308, "-1.7976931348623157e308");
    assert_double(4.35, "4.35");
    assert_double(0.000244140625, "0.000244140625");
    assert_double(5.764607523034235e39, "5.764607523034235e39");
    assert_double(1.152921504606847e40, "1.152921504606847e40");
    assert_double(2.305843009213694e40, "2.305843009213694e40");
    assert_double(9.5367431640625e-7, "9.5367431640625e-7");
    assert_double(4.4501477170144023e-308, "4.4501477170144023e-308");
    assert_double(2.98023223876953125e-8, "2.9802322387695312e-8");
    assert_double(9007199254740993.0 * 2, "18014398509481984");
    assert_double(8.41e21, "8.41e21");
    assert_double(9.0608011534336e15, "9060801153433600");
    assert_double(2.0 / 3 * 1e-300, "6.666666666666667e-301");
}

/* Significant digits of a number, without leading and trailing zeros. */
static void significant(const char *text, char *digits)
{
    size_t count = 0;
    for (; *text != '\0' && *text != 'e'; text++) {
        if (*text >= '0' && *text <= '9' && (count > 0 || *text != '0'))
            digits[count++] = *text;
    }
    while (count > 0 && digits[count - 1] == '0')
        count--;
    digits[count] = '\0';
}

static void check_shortest(double value)
{
    char ours[64], theirs[64], our_digits[64], their_digits[64];
    format_double(value, ours, sizeof ours);
    double back = strtod(ours, NULL);
    if (memcmp(&back, &value, sizeof value) != 0)
        fail_msg("%a was written as %s", value, ours);
    for (int precision = 0; precision < 17; precision++) {
        snprintf(theirs, sizeof theirs, "%.*e", precision, value);
        if (strtod(theirs, NULL) == value)
            break;
    }
    significant(ours, our_digits);
    significant(theirs, their_digits);
    /* At a power of two the interval is lopsided: printf's nearest 16 digits may miss it where
     * others hit, so ours may be shorter, but never longer. */
    if (strlen(our_digits) == strlen(their_digits))
        assert_string_equal(our_digits, their_digits);
    else
        assert_true(strlen(our_digits) < strlen(their_digits));
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void random_doubles_are_shortest(void **state)
{
    (void)state;
    uint64_t seed = UINT64_C(0x9e3779b97f4a7c15);
    for (int i = 0; i < 20000; i++) {
        uint64_t bits = next_random(&seed);
        double value;
        if ((bits >> 52 & 0x7ff) == 0x7ff)
            continue;
        memcpy(&value, &bits, sizeof value);
        check_shortest(value);
    }
    for (int i = 0; i < 20000; i++) /* everyday magnitudes */
        check_shortest((double)(int64_t)(next_random(&seed) >> 24) / 1000.0 + 0.0001);
}

static void powers_of_two_are_shortest(void **state)
{
    (void)state;
    for (int exponent = -1074; exponent <= 1023; exponent++) {
        double value = 1;
        for (int i = 0; i < exponent; i++)
            value *= 2;
        for (int i = 0; i > exponent; i--)
            value /= 2;
        uint64_t bits;
        memcpy(&bits, &value, sizeof bits);
        for (uint64_t near = bits - (bits > 1); near <= bits + 1; near++) {
            memcpy(&value, &near, sizeof value);
            check_shortest(value);
        }
    }
}

static void short_buffers_are_left_alone(void **state)
{
    (void)state;
    char buffer[4] = "abc";
    struct writer writer = {buffer, 2, 0};
    problem_write_integer(&writer, 123);
    assert_string_equal(buffer, "abc");
    assert_int_equal(writer.used, 3);
    problem_write_integer(&writer, 1);
    assert_string_equal(buffer, "abc");
    assert_int_equal(writer.used, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(integers),
        cmocka_unit_test(decimals),
        cmocka_unit_test(rescaling_is_exact),
        cmocka_unit_test(known_doubles),
        cmocka_unit_test(random_doubles_are_shortest),
        cmocka_unit_test(powers_of_two_are_shortest),
        cmocka_unit_test(short_buffers_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
