/*
 * Integers, two digits at a time, and decimals. Digits are counted first, so that they are written
 * where they belong.
 */
#include "number.h"

const char problem_digit_pairs[201] = "00010203040506070809"
                                      "10111213141516171819"
                                      "20212223242526272829"
                                      "30313233343536373839"
                                      "40414243444546474849"
                                      "50515253545556575859"
                                      "60616263646566676869"
                                      "70717273747576777879"
                                      "80818283848586878889"
                                      "90919293949596979899";

/* Writes the digits of `value` so that they end before `end`. */
static void put_digits_before(char *end, uint64_t value)
{
    for (; value >= 100; value /= 100)
        put_pair(end -= 2, (unsigned)(value % 100));
    if (value >= 10)
        put_pair(end - 2, (unsigned)value);
    else
        end[-1] = (char)('0' + value);
}

static unsigned digit_count(uint64_t value)
{
    unsigned count = 1;
    for (; value >= 10000; value /= 10000)
        count += 4;
    return count + (value >= 10) + (value >= 100) + (value >= 1000);
}

char *problem_long_digits(char *to, uint64_t value)
{
    to += digit_count(value);
    put_digits_before(to, value);
    return to;
}

/* Any scale, from the end: the digits behind the point, the point, the others. */
static char *put_scaled(char *to, uint64_t digits, unsigned scale)
{
    unsigned count = digit_count(digits);
    char *end = to + (count > scale ? count : scale + 1) + 1; /* 5 cents are 0.05 */
    char *at = end;
    for (; scale >= 2; scale -= 2, digits /= 100)
        put_pair(at -= 2, (unsigned)(digits % 100));
    if (scale > 0) {
        *--at = (char)('0' + digits % 10);
        digits /= 10;
    }
    *--at = '.';
    put_digits_before(at, digits);
    return end;
}

char *problem_number_text(char *to, int64_t value, unsigned scale)
{
    uint64_t digits = (uint64_t)value;
    if (value < 0) {
        digits = 0 - digits; /* of INT64_MIN, too */
        *to++ = '-';
    }
    if (scale == 0)
        return put_digits(to, digits);
    if (scale != 2) /* most decimals are money */
        return put_scaled(to, digits, scale);
    to = put_digits(to, digits / 100);
    *to = '.';
    return put_pair(to + 1, (unsigned)(digits % 100));
}

int64_t problem_read_number(const char *text, size_t length, unsigned *scale)
{
    uint64_t digits = 0;
    size_t fraction = length; /* where it begins */
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.')
            fraction = i + 1;
        else if (text[i] != '-')
            digits = digits * 10 + (uint64_t)(text[i] - '0');
    }
    *scale = (unsigned)(length - fraction);
    return (int64_t)(text[0] == '-' ? 0 - digits : digits);
}

void problem_write_unsigned(struct writer *writer, uint64_t value)
{
    char spare[PROBLEM_DIGITS_MAX], *begin = writer_begin(writer, spare, sizeof spare);
    writer_end(writer, begin, put_digits(begin, value), spare);
}

void problem_write_integer(struct writer *writer, int64_t value)
{
    char spare[PROBLEM_DECIMAL_MAX], *begin = writer_begin(writer, spare, sizeof spare);
    writer_end(writer, begin, problem_number_text(begin, value, 0), spare);
}

void problem_write_decimal(struct writer *writer, struct problem_decimal value)
{
    char spare[PROBLEM_DECIMAL_MAX], *begin = writer_begin(writer, spare, sizeof spare);
    writer_end(writer, begin, problem_number_text(begin, value.units, value.scale), spare);
}

bool problem_rescale(struct problem_decimal *value, unsigned minimum, unsigned maximum)
{
    while (value->scale < minimum) {
        if (value->units > INT64_MAX / 10 || value->units < INT64_MIN / 10)
            return false;
        value->units *= 10;
        value->scale++;
    }
    while (value->scale > maximum) {
        if (value->units % 10 != 0)
            return false;
        value->units /= 10;
        value->scale--;
    }
    return true;
}
