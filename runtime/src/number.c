/*
 * Integers, two digits at a time, and decimals.
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

char *problem_digits_before(char *end, uint64_t value)
{
    while (value >= 100) {
        end -= 2;
        copy_digit_pair(end, (unsigned)(value % 100));
        value /= 100;
    }
    if (value >= 10) {
        end -= 2;
        copy_digit_pair(end, (unsigned)value);
    } else {
        *--end = (char)('0' + value);
    }
    return end;
}

/* Right for INT64_MIN too. */
static uint64_t magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

void problem_write_unsigned(struct writer *writer, uint64_t value)
{
    char digits[PROBLEM_DIGITS_MAX];
    char *end = digits + sizeof digits;
    char *begin = problem_digits_before(end, value);
    write_bytes(writer, begin, (size_t)(end - begin));
}

void problem_write_integer(struct writer *writer, int64_t value)
{
    char digits[1 + PROBLEM_DIGITS_MAX];
    char *end = digits + sizeof digits;
    char *begin = problem_digits_before(end, magnitude(value));
    if (value < 0)
        *--begin = '-';
    write_bytes(writer, begin, (size_t)(end - begin));
}

void problem_write_decimal(struct writer *writer, struct problem_decimal value)
{
    if (value.scale == 0) {
        problem_write_integer(writer, value.units);
        return;
    }
    char digits[PROBLEM_DIGITS_MAX];
    char *end = digits + sizeof digits;
    char *begin = problem_digits_before(end, magnitude(value.units));
    while (end - begin <= value.scale) /* 5 cents are 0.05 */
        *--begin = '0';
    size_t whole = (size_t)(end - begin) - value.scale;
    if (value.units < 0)
        write_byte(writer, '-');
    write_bytes(writer, begin, whole);
    write_byte(writer, '.');
    write_bytes(writer, begin + whole, value.scale);
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
