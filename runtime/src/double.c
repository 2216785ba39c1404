/*
 * The shortest decimal that reads back as the same double, and of those the nearest to it.
 *
 * This is the free-format algorithm of Steele and White in Burger and Dybvig's form ("Printing
 * Floating-Point Numbers Quickly and Accurately", 1996): exact integers, no tables, no
 * floating-point arithmetic, so neither the rounding mode nor the FPU's width matters. The layout
 * is ECMAScript's (RFC 8785 3.2.2.3), but for the + of exponents.
 */
#include "number.h"

#define BIG_LIMBS 40 /* 1,280 bits; the largest intermediate has under 1,140 */
#include "big.h"

enum { SHORTEST_MAX = 17 }; /* digits that always suffice */

/*
 * A positive double as value = remainder / scale, and half the gaps to its neighbours as below /
 * scale and above / scale. A decimal strictly between those halves reads back as the same double;
 * one on the edge does too where the significand is even.
 */
struct interval {
    struct big remainder, scale, below, above;
    bool closed;
};

static int compare_sum(const struct big *a, const struct big *b, const struct big *c)
{
    struct big sum = *a;
    big_add(&sum, b);
    return big_compare(&sum, c);
}

static bool at_least(int comparison, bool closed)
{
    return closed ? comparison >= 0 : comparison > 0;
}

static void interval_of(struct interval *interval, uint64_t significand, int exponent)
{
    /* At a power of two the gap below is half of the one above, but not at the smallest. */
    bool narrow = significand == (uint64_t)1 << 52 && exponent > -1074;
    int up = exponent > 0 ? exponent : 0;
    int down = exponent < 0 ? -exponent : 0;

    interval->closed = significand % 2 == 0;
    big_set(&interval->remainder, significand);
    big_multiply_power_of_two(&interval->remainder, up + 1 + narrow);
    big_set(&interval->scale, 1);
    big_multiply_power_of_two(&interval->scale, down + 1 + narrow);
    big_set(&interval->below, 1);
    big_multiply_power_of_two(&interval->below, up);
    big_set(&interval->above, 1);
    big_multiply_power_of_two(&interval->above, up + narrow);
}

/* Scales so that the value, with what rounds to it, lies just below 1; returns the power of ten
 * taken out. `bits` is floor(log2(value)). */
static int normalize(struct interval *interval, int bits)
{
    /* floor(bits * log10(2)) + 1, exact in this range, is the power or one less. */
    int product = bits * 78913;
    int power = (product >= 0 ? product / 262144 : -((262143 - product) / 262144)) + 1;

    big_multiply_power_of_ten(&interval->scale, power);
    big_multiply_power_of_ten(&interval->remainder, -power);
    big_multiply_power_of_ten(&interval->below, -power);
    big_multiply_power_of_ten(&interval->above, -power);
    if (at_least(compare_sum(&interval->remainder, &interval->above, &interval->scale),
                 interval->closed)) {
        big_multiply(&interval->scale, 10, 0);
        power++;
    }
    return power;
}

static unsigned next_digit(struct interval *interval)
{
    unsigned digit = 0;
    big_multiply(&interval->remainder, 10, 0);
    big_multiply(&interval->below, 10, 0);
    big_multiply(&interval->above, 10, 0);
    while (big_compare(&interval->remainder, &interval->scale) >= 0) {
        big_subtract(&interval->remainder, &interval->scale);
        digit++;
    }
    return digit;
}

/* Fills in the digits; returns how many. */
static size_t generate(struct interval *interval, char *digits)
{
    for (size_t count = 0;;) {
        unsigned digit = next_digit(interval);
        bool low = at_least(big_compare(&interval->below, &interval->remainder), interval->closed);
        bool high = at_least(compare_sum(&interval->remainder, &interval->above, &interval->scale),
                             interval->closed);
        if (low || high) {
            int half = compare_sum(&interval->remainder, &interval->remainder, &interval->scale);
            bool nearer_above = half > 0 || (half == 0 && digit % 2 != 0);
            digit += low && high ? nearer_above : high;
        }
        digits[count++] = (char)('0' + digit);
        if (low || high)
            return count;
    }
}

/* Digits d1 d2 ... dn as 0.d1d2...dn * 10^power. */
static void write_digits(struct writer *writer, const char *digits, size_t count, int power)
{
    static const char zeros[] = "000000000000000000000";
    int length = (int)count;
    if (power > 21 || power <= -6) {
        write_byte(writer, digits[0]);
        if (count > 1) {
            write_byte(writer, '.');
            write_bytes(writer, digits + 1, count - 1);
        }
        write_byte(writer, 'e');
        problem_write_integer(writer, power - 1);
    } else if (power <= 0) {
        write_literal(writer, "0.");
        write_bytes(writer, zeros, (size_t)-power);
        write_bytes(writer, digits, count);
    } else if (power >= length) {
        write_bytes(writer, digits, count);
        write_bytes(writer, zeros, (size_t)(power - length));
    } else {
        write_bytes(writer, digits, (size_t)power);
        write_byte(writer, '.');
        write_bytes(writer, digits + power, (size_t)(length - power));
    }
}

void problem_write_number(struct writer *writer, double value)
{
    const double exact = 9007199254740992.0; /* 2^53: below, integers are their own shortest form */
    if (value > -exact && value < exact && (double)(int64_t)value == value) {
        problem_write_integer(writer, (int64_t)value); /* -0 is 0, as in RFC 8785 */
        return;
    }

    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t significand = bits & (((uint64_t)1 << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7ff);
    if (exponent != 0)
        significand |= (uint64_t)1 << 52;
    else
        exponent = 1; /* subnormal */
    exponent -= 1075;

    int log2 = exponent;
    for (uint64_t rest = significand; rest > 1; rest >>= 1)
        log2++;

    struct interval interval;
    char digits[SHORTEST_MAX];
    interval_of(&interval, significand, exponent);
    int power = normalize(&interval, log2);
    size_t count = generate(&interval, digits);
    if (bits >> 63 != 0)
        write_byte(writer, '-');
    write_digits(writer, digits, count, power);
}
