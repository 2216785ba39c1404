/*
 * Numbers in parts, and as exact decimals.
 */
#include "numbers.h"

struct number_parts problem_number_parts(struct problem_text text)
{
    const int64_t most = 100000000000000000; /* no text has as many digits to make up for it */
    const char *end = text.bytes + text.length;
    struct number_parts parts = {.negative = text.bytes[0] == '-'};
    parts.at = text.bytes + parts.negative;
    parts.end = parts.at;
    while (parts.end < end && *parts.end != 'e' && *parts.end != 'E')
        parts.end++;
    if (parts.end == end)
        return parts;

    const char *at = parts.end + 1;
    bool down = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    for (; at < end; at++) {
        parts.exponent = 10 * parts.exponent + (*at - '0');
        if (parts.exponent > most)
            parts.exponent = most;
    }
    if (down)
        parts.exponent = -parts.exponent;
    return parts;
}

/* value = value * 10^power + digit; false when that does not fit. */
static bool append(uint64_t *value, uint64_t power, unsigned digit)
{
    for (; power > 0 && *value != 0; power--) {
        if (*value > (UINT64_MAX - 9) / 10)
            return false;
        *value *= 10;
    }
    *value += digit;
    return true;
}

/* The digits without zeros at their end, how many of those there were, and how many digits are
 * behind the point. */
struct digits {
    uint64_t value, zeros, fraction;
};

static bool read_digits(const struct number_parts *parts, struct digits *digits)
{
    bool behind_point = false;
    *digits = (struct digits){0, 0, 0};
    for (const char *at = parts->at; at < parts->end; at++) {
        if (*at == '.') {
            behind_point = true;
            continue;
        }
        digits->fraction += behind_point;
        digits->zeros++;
        if (*at == '0')
            continue;
        if (!append(&digits->value, digits->zeros, (unsigned)(*at - '0')))
            return false;
        digits->zeros = 0;
    }
    return true;
}

bool problem_read_decimal(struct problem_text text, unsigned minimum, unsigned maximum,
                          struct problem_decimal *value)
{
    struct number_parts parts = problem_number_parts(text);
    struct digits digits;
    if (!read_digits(&parts, &digits))
        return false;

    int64_t written = (int64_t)digits.fraction - parts.exponent; /* places behind the point */
    int64_t scale = written;
    if (scale < minimum)
        scale = minimum;
    if (scale > maximum)
        scale = maximum;
    int64_t power = (int64_t)digits.zeros - written + scale;
    if (digits.value != 0 && (power < 0 || !append(&digits.value, (uint64_t)power, 0)))
        return false;
    if (digits.value > (uint64_t)INT64_MAX + parts.negative)
        return false;
    value->units = parts.negative ? (int64_t)(0 - digits.value) : (int64_t)digits.value;
    value->scale = (uint8_t)scale;
    return true;
}
