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
    PROBLEM_NUMBER_MAX = 25  /* of a double: -0.0000012345678901234567 */
};

/* "00" "01" ... "99". */
extern const char problem_digit_pairs[201];

static inline void copy_digit_pair(char *at, unsigned value)
{
    memcpy(at, problem_digit_pairs + 2 * (size_t)value, 2);
}

/* Writes the digits of `value` so that they end before `end`; returns where they begin. */
char *problem_digits_before(char *end, uint64_t value);

void problem_write_unsigned(struct writer *writer, uint64_t value);
void problem_write_integer(struct writer *writer, int64_t value);

/* With exactly `scale` digits after the point, at most 18. */
void problem_write_decimal(struct writer *writer, struct problem_decimal value);

/* The fewest digits that read back as the same double; it must be finite. */
void problem_write_number(struct writer *writer, double value);

/* Brings the scale into minimum..maximum without changing the value; false where it can't be. */
bool problem_rescale(struct problem_decimal *value, unsigned minimum, unsigned maximum);

#endif
