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

/* Writes the digits of `value` so that they end before `end`. */
static inline void put_digits_before(char *end, uint64_t value)
{
    for (; value >= 100; value /= 100)
        put_pair(end -= 2, (unsigned)(value % 100));
    if (value >= 10)
        put_pair(end - 2, (unsigned)value);
    else
        end[-1] = (char)('0' + value);
}

static inline unsigned digit_count(uint64_t value)
{
    unsigned count = 1;
    for (; value >= 10000; value /= 10000)
        count += 4;
    return count + (value >= 10) + (value >= 100) + (value >= 1000);
}

/* Writes the digits of `value`; returns their end. */
static inline char *put_digits(char *to, uint64_t value)
{
    if (value >= 100) {
        to += digit_count(value);
        put_digits_before(to, value);
        return to;
    }
    if (value >= 10)
        return put_pair(to, (unsigned)value);
    *to = (char)('0' + value);
    return to + 1;
}

/* value * 10^-scale with exactly `scale` digits after the point, at most 18; returns its end. */
char *problem_number_text(char *to, int64_t value, unsigned scale);

void problem_write_unsigned(struct writer *writer, uint64_t value);
void problem_write_integer(struct writer *writer, int64_t value);

/* With exactly `scale` digits after the point, at most 18. */
void problem_write_decimal(struct writer *writer, struct problem_decimal value);

/* The fewest digits that read back as the same double; it must be finite. */
void problem_write_number(struct writer *writer, double value);

/* Brings the scale into minimum..maximum without changing the value; false where it can't be. */
bool problem_rescale(struct problem_decimal *value, unsigned minimum, unsigned maximum);

#endif
