/*
 * The double that is nearest to a decimal, by exact integers: the decimal is a fraction of two big
 * numbers, whose quotient is taken bit by bit until the double is full, and what is left over is
 * compared with a half. No tables, and neither the rounding mode nor the FPU's width matters.
 */
#include "numbers.h"

#define BIG_LIMBS 120 /* 3,840 bits; the largest number here has under 3,720 */
#include "../src/big.h"

enum {
    DIGITS_MAX = 770, /* no two doubles and no double and a half have more digits in common */
    BITS = 53,        /* of a double's significand */
    UNIT_MIN = -1074  /* the smallest double is 2^-1074 */
};

/* ------------------------------------------------------------------ the fraction */

/* The value is numerator / denominator. */
struct fraction {
    struct big numerator, denominator;
};

/* How many bits it has; it is not 0. */
static int big_bits(const struct big *big)
{
    int bits = (int)(big->count - 1) * 32;
    for (uint32_t top = big->limbs[big->count - 1]; top != 0; top >>= 1)
        bits++;
    return bits;
}

/* Reads the digits into the numerator; returns the power of ten that belongs to it, and in *count
 * how many digits it has. Those past DIGITS_MAX only tell whether there is more than nothing. */
static int64_t read_significand(const struct number_parts *parts, struct big *numerator,
                                int64_t *count)
{
    int64_t exponent = parts->exponent;
    bool behind_point = false, more = false;
    big_set(numerator, 0);
    *count = 0;
    for (const char *at = parts->at; at < parts->end; at++) {
        if (*at == '.') {
            behind_point = true;
            continue;
        }
        exponent -= behind_point;
        if (*count == DIGITS_MAX) {
            exponent++;
            more = more || *at != '0';
        } else if (*count > 0 || *at != '0') {
            big_multiply(numerator, 10, (uint32_t)(*at - '0'));
            ++*count;
        }
    }
    if (more) {
        big_multiply(numerator, 10, 1);
        exponent--;
        ++*count;
    }
    return exponent;
}

/* floor(log2(value)) */
static int log2_of(const struct fraction *fraction)
{
    int log2 = big_bits(&fraction->numerator) - big_bits(&fraction->denominator);
    struct fraction even = *fraction;
    big_multiply_power_of_two(&even.denominator, log2);
    big_multiply_power_of_two(&even.numerator, -log2);
    return big_compare(&even.numerator, &even.denominator) < 0 ? log2 - 1 : log2;
}

/* round(value / 2^unit), which is at most 2^BITS. */
static uint64_t round_to(struct fraction *fraction, int unit)
{
    uint64_t quotient = 0;
    big_multiply_power_of_two(&fraction->denominator, unit + BITS);
    big_multiply_power_of_two(&fraction->numerator, -(unit + BITS));
    for (int i = 0; i <= BITS; i++) {
        bool bit = big_compare(&fraction->numerator, &fraction->denominator) >= 0;
        if (bit)
            big_subtract(&fraction->numerator, &fraction->denominator);
        quotient = quotient << 1 | bit;
        big_multiply(&fraction->numerator, 2, 0);
    }
    int half = big_compare(&fraction->numerator, &fraction->denominator);
    return quotient + (half > 0 || (half == 0 && quotient % 2 != 0));
}

bool problem_read_double(struct problem_text text, double *value)
{
    const uint64_t infinity = (uint64_t)0x7ff << 52;
    struct number_parts parts = problem_number_parts(text);
    struct fraction fraction;
    int64_t count;
    int64_t exponent = read_significand(&parts, &fraction.numerator, &count);
    uint64_t bits = 0;
    if (count > 0 && count + exponent > 310)
        return false;
    if (count > 0 && count + exponent > -324) { /* else it is less than half of the smallest */
        big_set(&fraction.denominator, 1);
        big_multiply_power_of_ten(&fraction.numerator, (int)exponent);
        big_multiply_power_of_ten(&fraction.denominator, (int)-exponent);
        int unit = log2_of(&fraction) - (BITS - 1);
        if (unit < UNIT_MIN)
            unit = UNIT_MIN;
        /* The significand's topmost bit, where it has it, counts the exponent up. */
        bits = ((uint64_t)(unit - UNIT_MIN) << 52) + round_to(&fraction, unit);
    }
    if (bits >= infinity)
        return false;
    bits |= (uint64_t)parts.negative << 63;
    memcpy(value, &bits, sizeof *value);
    return true;
}
