/*
 * JSON numbers as values, without the locale and without floating-point arithmetic. `text` is a
 * number of JSON's grammar: problem_json_is_number() or the document's check has seen it.
 */
#ifndef PROBLEM_NUMBERS_H
#define PROBLEM_NUMBERS_H

#include "problem_client.h"

/* Exactly, with as many digits behind the point as are written, but `minimum` at least and
 * `maximum` at most. False where it takes more digits than that, or more units than int64_t has. */
bool problem_read_decimal(struct problem_text text, unsigned minimum, unsigned maximum,
                          struct problem_decimal *value);

/* The nearest double, ties to even; false where that is an infinity. */
bool problem_read_double(struct problem_text text, double *value);

/* A number taken apart: value = digits * 10^exponent, where `digits` are those before the point and
 * `fraction` many behind it, which `exponent` does not count. */
struct number_parts {
    bool negative;
    const char *at, *end; /* digits and perhaps a point */
    int64_t exponent;     /* as written, within plus or minus 10^17 */
};
struct number_parts problem_number_parts(struct problem_text text);

#endif
