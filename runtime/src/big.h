/*
 * Natural numbers as large as the including file says: it defines BIG_LIMBS, 32 bits each, before.
 * Nothing tests whether a result still fits.
 */
#ifndef PROBLEM_BIG_H
#define PROBLEM_BIG_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct big {
    size_t count; /* limbs in use; the topmost is not 0 */
    uint32_t limbs[BIG_LIMBS];
};

static inline void big_set(struct big *big, uint64_t value)
{
    big->count = 0;
    for (; value != 0; value >>= 32)
        big->limbs[big->count++] = (uint32_t)value;
}

/* big = big * factor + more */
static inline void big_multiply(struct big *big, uint32_t factor, uint32_t more)
{
    uint64_t carry = more;
    for (size_t i = 0; i < big->count; i++) {
        carry += (uint64_t)big->limbs[i] * factor;
        big->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry != 0)
        big->limbs[big->count++] = (uint32_t)carry;
}

/* These two leave the number as it is where the exponent is not above 0. */
static inline void big_multiply_power_of_ten(struct big *big, int exponent)
{
    for (; exponent >= 9; exponent -= 9)
        big_multiply(big, 1000000000, 0);
    for (; exponent > 0; exponent--)
        big_multiply(big, 10, 0);
}

static inline void big_multiply_power_of_two(struct big *big, int exponent)
{
    if (exponent <= 0)
        return;
    size_t whole = (size_t)exponent / 32;
    memmove(big->limbs + whole, big->limbs, big->count * sizeof big->limbs[0]);
    memset(big->limbs, 0, whole * sizeof big->limbs[0]);
    big->count += whole;
    big_multiply(big, (uint32_t)1 << exponent % 32, 0);
}

static inline void big_add(struct big *big, const struct big *other)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < big->count || i < other->count || carry != 0; i++) {
        carry += i < big->count ? big->limbs[i] : 0;
        carry += i < other->count ? other->limbs[i] : 0;
        big->limbs[i] = (uint32_t)carry;
        carry >>= 32;
        if (i >= big->count)
            big->count = i + 1;
    }
}

/* `other` is not the larger one. */
static inline void big_subtract(struct big *big, const struct big *other)
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

/* Less than, equal to or greater than 0, as a is to b. */
static inline int big_compare(const struct big *a, const struct big *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;) {
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    }
    return 0;
}

#endif
