/*
 * Numbers as text, without printf and so without the locale. The same text serves JSON, details and
 * headers.
 */
#ifndef PROBLEM_NUMBER_H
#define PROBLEM_NUMBER_H

#include "problem.h"
#include "writer.h"

enum {
    PROBLEM_DIGITS_MAX = 20, /* of a uint64_t */
    PROBLEM_NUMBER_MAX = 25, /* of a double: -0.0000012345678901234567 */
    PROBLEM_DECIMAL_MAX = 22 /* sign, 20 digits and a point */
};

/* "00" "01" ... "99". */
extern const char problem_digit_pairs[201];

static inline char *put_pair(char *to, unsigned value)
{
    memcpy(to, problem_digit_pairs + 2 * (size_t)value, 2);
    return to + 2;
}

/* Digits of a number from 100 on; returns their end. */
char *problem_long_digits(char *to, uint64_t value);

/* Writes the digits of `value`; returns their end. */
static inline char *put_digits(char *to, uint64_t value)
{
    if (value >= 100)
        return problem_long_digits(to, value);
    if (value >= 10)
        return put_pair(to, (unsigned)value);
    *to = (char)('0' + value);
    return to + 1;
}

/* value * 10^-scale with exactly `scale` digits after the point, at most 18; returns its end. */
char *problem_number_text(char *to, int64_t value, unsigned scale);

/* The same, quickly for what most numbers are: small integers and amounts of money. */
static inline char *put_number_text(char *to, int64_t value, unsigned scale)
{
    if (value < 0 || value > INT32_MAX || (scale != 0 && scale != 2))
        return problem_number_text(to, value, scale);
    if (scale == 0)
        return put_digits(to, (uint64_t)value);
    uint32_t whole = (uint32_t)value / 100;
    to = put_digits(to, whole);
    *to = '.';
    return put_pair(to + 1, (uint32_t)value - 100 * whole);
}

/* Reads such a text back. */
int64_t problem_read_number(const char *text, size_t length, unsigned *scale);

void problem_write_unsigned(struct writer *writer, uint64_t value);
void problem_write_integer(struct writer *writer, int64_t value);

/* With exactly `scale` digits after the point, at most 18. */
void problem_write_decimal(struct writer *writer, struct problem_decimal value);

/* The fewest digits that read back as the same double; it must be finite. */
void problem_write_number(struct writer *writer, double value);

/* Brings the scale into minimum..maximum without changing the value; false where it can't be. */
bool problem_rescale(struct problem_decimal *value, unsigned minimum, unsigned maximum);

#endif
