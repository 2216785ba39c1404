/*
 * The double that is nearest to a decimal, by exact integers: the decimal is a fraction of two big
 * numbers, whose quotient is taken bit by bit until the double is full, and what is left over is
 * compared with a half. No tables, and neither the rounding mode nor the FPU's width matters.
 */
#include "numbers.h"

#include <string.h>

enum {
    DIGITS_MAX = 770, /* no two doubles and no double and a half have more digits in common */
    LIMBS = 120,      /* 3,840 bits; the largest number here has under 3,720 */
    BITS = 53,        /* of a double's significand */
    UNIT_MIN = -1074  /* the smallest double is 2^-1074 */
};

struct big {
    size_t count; /* limbs in use; the topmost is not 0 */
    uint32_t limbs[LIMBS];
};

/* big = big * factor + digit */
static void big_append(struct big *big, uint32_t factor, uint32_t digit)
{
    uint64_t carry = digit;
    for (size_t i = 0; i < big->count; i++) {
        carry += (uint64_t)big->limbs[i] * factor;
        big->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        big->limbs[big->count++] = (uint32_t)carry;
}

static void big_multiply_power_of_ten(struct big *big, int64_t exponent)
{
    for (; exponent >= 9; exponent -= 9)
        big_append(big, 1000000000, 0);
    for (; exponent > 0; exponent--)
        big_append(big, 10, 0);
}

static void big_shift(struct big *big, int bits)
{
    if (bits <= 0)
        return;
    size_t whole = (size_t)bits / 32;
    memmove(big->limbs + whole, big->limbs, big->count * sizeof big->limbs[0]);
    memset(big->limbs, 0, whole * sizeof big->limbs[0]);
    big->count += whole;
    big_append(big, (uint32_t)1 << bits % 32, 0);
}

static int big_compare(const struct big *a, const struct big *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;) {
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    }
    return 0;
}

/* `other` is not the larger one. */
static void big_subtract(struct big *big, const struct big *other)
{
    uint64_t borrow = 0;
    for (size_t i = 0; i < big->count; i++) {
        uint64_t take = borrow + (i < other->count ? other->limbs[i] : 0);
        borrow = big->limbs[i] < take;
        big->limbs[i] = (uint32_t)(big->limbs[i] - take);
    }
    while (big->count > 0 && big->limbs[big->count - 1] == 0)
        big->count--;
}

static int big_bits(const struct big *big)
{
    int bits = (int)(big->count - 1) * 32;
    for (uint32_t top = big->limbs[big->count - 1]; top != 0; top >>= 1)
        bits++;
    return bits;
}

/* ------------------------------------------------------------------ the fraction */

/* The value is numerator / denominator. */
struct fraction {
    struct big numerator, denominator;
};

/* Reads the digits into the numerator; returns the power of ten that belongs to it, and in *count
 * how many digits it has. Those past DIGITS_MAX only tell whether there is more than nothing. */
static int64_t read_digits(const struct number_parts *parts, struct big *numerator, int64_t *count)
{
    int64_t exponent = parts->exponent;
    bool behind_point = false, more = false;
    numerator->count = 0;
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
            big_append(numerator, 10, (uint32_t)(*at - '0'));
            ++*count;
        }
    }
    if (more) {
        big_append(numerator, 10, 1);
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
    big_shift(&even.denominator, log2);
    big_shift(&even.numerator, -log2);
    return big_compare(&even.numerator, &even.denominator) < 0 ? log2 - 1 : log2;
}

/* round(value / 2^unit), which is at most 2^BITS. */
static uint64_t round_to(struct fraction *fraction, int unit)
{
    uint64_t quotient = 0;
    big_shift(&fraction->denominator, unit + BITS);
    big_shift(&fraction->numerator, -(unit + BITS));
    for (int i = 0; i <= BITS; i++) {
        bool bit = big_compare(&fraction->numerator, &fraction->denominator) >= 0;
        if (bit)
            big_subtract(&fraction->numerator, &fraction->denominator);
        quotient = quotient << 1 | bit;
        big_append(&fraction->numerator, 2, 0);
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
    int64_t exponent = read_digits(&parts, &fraction.numerator, &count);
    uint64_t bits = 0;
    if (count > 0 && count + exponent > 310)
        return false;
    if (count > 0 && count + exponent > -324) { /* else it is less than half of the smallest */
        fraction.denominator.count = 0;
        big_append(&fraction.denominator, 0, 1);
        big_multiply_power_of_ten(&fraction.numerator, exponent);
        big_multiply_power_of_ten(&fraction.denominator, -exponent);
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
