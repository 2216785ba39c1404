#include "tables/value_text.h"

#include "base/date.h"

#include <math.h>
#include <stdlib.h>

/* What a text reads as, for any type of member. */
union reading {
    int64_t integer;
    struct problem_decimal decimal;
    double number;
    bool boolean;
    int choice;
    const char *string;
    struct problem_time time;
};

/* ---------------------------------------------------------------- numbers */

static bool is_digit(struct text text, size_t at)
{
    return at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9';
}

/* Digits with an optional sign and one optional point: the number without its point, and how many
 * digits follow it. */
static bool read_digits(struct text text, int64_t *units, size_t *scale)
{
    bool negative = text.length && text.bytes[0] == '-', point = false;
    uint64_t sum = 0, limit = (uint64_t)INT64_MAX + negative;
    size_t at = negative;
    *scale = 0;
    if (!is_digit(text, at))
        return false;
    for (; at < text.length; at++) {
        if (text.bytes[at] == '.' && !point && is_digit(text, at + 1)) {
            point = true;
            continue;
        }
        if (!is_digit(text, at) || sum > (limit - (uint64_t)(text.bytes[at] - '0')) / 10)
            return false;
        sum = sum * 10 + (uint64_t)(text.bytes[at] - '0');
        *scale += point;
    }
    *units = negative ? (int64_t)(0 - sum) : (int64_t)sum;
    return true;
}

static bool read_integer(struct text text, int64_t *integer)
{
    size_t scale;
    return read_digits(text, integer, &scale) && scale == 0;
}

static bool read_decimal(struct text text, struct problem_decimal *decimal)
{
    int64_t units;
    size_t scale;
    if (!read_digits(text, &units, &scale) || scale > 18)
        return false;
    *decimal = problem_decimal(units, (uint8_t)scale);
    return true;
}

static size_t past_digits(struct text text, size_t at)
{
    while (is_digit(text, at))
        at++;
    return at;
}

/* Digits with an optional sign, fraction and exponent: strtod alone reads 0x10 and nan too. */
static bool number_syntax(struct text text)
{
    size_t begin = text.length && text.bytes[0] == '-', at = past_digits(text, begin);
    if (at == begin)
        return false;
    if (at < text.length && text.bytes[at] == '.') {
        if (!is_digit(text, at + 1))
            return false;
        at = past_digits(text, at + 1);
    }
    if (at < text.length && (text.bytes[at] == 'e' || text.bytes[at] == 'E')) {
        at++;
        at += at < text.length && (text.bytes[at] == '-' || text.bytes[at] == '+');
        if (!is_digit(text, at))
            return false;
        at = past_digits(text, at);
    }
    return at == text.length;
}

static bool read_number(struct arena *arena, struct text text, double *number)
{
    if (!number_syntax(text))
        return false;
    /* the program never leaves the C locale */
    *number = strtod(arena_copy(arena, text).bytes, NULL);
    return isfinite(*number);
}

/* ---------------------------------------------------------------- moments */

static bool has(struct text text, size_t at, char byte)
{
    return at < text.length && text.bytes[at] == byte;
}

static bool read_date(struct text text, int64_t *seconds)
{
    int64_t days;
    if (!date_read(text, &days))
        return false;
    *seconds = days * 86400;
    return true;
}

/* RFC 3339 in UTC: 2026-11-21T10:00:00.250Z */
static bool read_time(struct text text, struct problem_time *time)
{
    int64_t seconds, hour, minute, second, unit = 100000000;
    int32_t nanoseconds = 0;
    size_t at = 19;
    if (!read_date(text, &seconds) || !has(text, 10, 'T') || !date_read_field(text, 11, 2, &hour) ||
        !has(text, 13, ':') || !date_read_field(text, 14, 2, &minute) || !has(text, 16, ':') ||
        !date_read_field(text, 17, 2, &second) || hour > 23 || minute > 59 || second > 59)
        return false;
    if (has(text, at, '.'))
        for (at++; is_digit(text, at) && unit > 0; at++, unit /= 10)
            nanoseconds += (int32_t)((text.bytes[at] - '0') * unit);
    *time = problem_time(seconds + hour * 3600 + minute * 60 + second, nanoseconds);
    return has(text, at, 'Z') && at + 1 == text.length;
}

/* ---------------------------------------------------------------- any shape */

static bool read_choice(const struct shape *shape, struct text text, int *choice)
{
    for (size_t i = 0; i < shape->value_count; i++)
        if (text_equal(text, shape->values[i].name.text)) {
            *choice = (int)i + 1;
            return true;
        }
    return false;
}

static bool read_boolean(struct text text, bool *boolean)
{
    *boolean = text_is(text, "true");
    return *boolean || text_is(text, "false");
}

static bool read_any(const struct shape *shape, struct text text, struct arena *arena,
                     union reading *reading)
{
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
        return read_integer(text, &reading->integer);
    case MEMBER_DECIMAL:
        return read_decimal(text, &reading->decimal);
    case MEMBER_NUMBER:
        return read_number(arena, text, &reading->number);
    case MEMBER_BOOLEAN:
        return read_boolean(text, &reading->boolean);
    case MEMBER_ENUM:
        return read_choice(shape, text, &reading->choice);
    case MEMBER_TIMESTAMP:
        return read_time(text, &reading->time);
    case MEMBER_DATE:
        return text.length == 10 && read_date(text, &reading->integer);
    case MEMBER_LIST:
    case MEMBER_CONSTANT:
        return false;
    default:
        reading->string = arena_copy(arena, text).bytes;
        return true;
    }
}

static void put_one(struct problem *problem, unsigned ordinal, const struct shape *shape,
                    const union reading *reading)
{
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DATE:
        problem_put_integer(problem, ordinal, reading->integer);
        return;
    case MEMBER_DECIMAL:
        problem_put_decimal(problem, ordinal, reading->decimal);
        return;
    case MEMBER_NUMBER:
        problem_put_number(problem, ordinal, reading->number);
        return;
    case MEMBER_BOOLEAN:
        problem_put_boolean(problem, ordinal, reading->boolean);
        return;
    case MEMBER_ENUM:
        problem_put_enum(problem, ordinal, reading->choice);
        return;
    case MEMBER_TIMESTAMP:
        problem_put_time(problem, ordinal, reading->time);
        return;
    default:
        problem_put_string(problem, ordinal, reading->string);
        return;
    }
}

/* The readings as an array of one C type, for the runtime's put functions of lists. */
#define GATHER(type, field)                                                                        \
    type *items = arena_array(arena, count + 1, sizeof *items);                                    \
    for (size_t i = 0; i < count; i++)                                                             \
    items[i] = readings[i].field

static void put_list(struct problem *problem, unsigned ordinal, const struct shape *of,
                     const union reading *readings, size_t count, struct arena *arena)
{
    switch (of->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DATE: {
        GATHER(int64_t, integer);
        problem_put_integers(problem, ordinal, items, count);
        return;
    }
    case MEMBER_DECIMAL: {
        GATHER(struct problem_decimal, decimal);
        problem_put_decimals(problem, ordinal, items, count);
        return;
    }
    case MEMBER_NUMBER: {
        GATHER(double, number);
        problem_put_numbers(problem, ordinal, items, count);
        return;
    }
    case MEMBER_BOOLEAN: {
        GATHER(bool, boolean);
        problem_put_booleans(problem, ordinal, items, count);
        return;
    }
    case MEMBER_ENUM: {
        GATHER(int, choice);
        problem_put_enums(problem, ordinal, items, sizeof *items, count);
        return;
    }
    case MEMBER_TIMESTAMP: {
        GATHER(struct problem_time, time);
        problem_put_times(problem, ordinal, items, count);
        return;
    }
    default: {
        GATHER(const char *, string);
        problem_put_strings(problem, ordinal, items, count);
        return;
    }
    }
}

#undef GATHER

/* ---------------------------------------------------------------- what would fit */

static struct text expect_decimal(const struct shape *shape, struct arena *arena)
{
    int least = (int)shape->limits->scale_min.value, most = (int)shape->limits->scale_max.value;
    if (least == most)
        return arena_format(arena, "a number with %d digits after the point", least);
    return arena_format(arena, "a number with %d to %d digits after the point", least, most);
}

struct text expected_texts(const struct shape *shape, struct arena *arena)
{
    int max = (int)shape->max.value;
    switch (shape->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
        return arena_format(arena, "a whole number from %lld to %lld",
                            (long long)shape->limits->minimum.value,
                            (long long)shape->limits->maximum.value);
    case MEMBER_DECIMAL:
        return expect_decimal(shape, arena);
    case MEMBER_NUMBER:
        return TEXT("a number such as 0.5 or 1e9");
    case MEMBER_BOOLEAN:
        return TEXT("true or false");
    case MEMBER_ENUM:
        return TEXT("one of the declared values");
    case MEMBER_TIMESTAMP:
        return TEXT("a time such as 2026-11-21T10:00:00Z");
    case MEMBER_DATE:
        return TEXT("a date such as 2026-11-21");
    case MEMBER_UUID:
        return TEXT("a UUID");
    case MEMBER_URI:
        return arena_format(arena, "a URI with a scheme of at most %d bytes", max);
    case MEMBER_POINTER:
        return arena_format(arena, "a JSON Pointer of at most %d bytes", max);
    case MEMBER_LIST:
        return arena_format(arena, "at most %d items, each %.*s", max,
                            TEXT_ARGS(expected_texts(shape->of, arena)));
    case MEMBER_TEXT:
        return arena_format(arena, "a text of at most %d bytes without control characters", max);
    default:
        if (shape->limits->pattern.text.length)
            return arena_format(arena, "at most %d bytes that match %.*s", max,
                                TEXT_ARGS(shape->limits->pattern.text));
        return arena_format(arena, "1 to %d bytes of letters, digits and . _ : @ -", max);
    }
}

bool put_texts(struct problem *problem, unsigned ordinal, const struct shape *shape,
               const struct text *texts, size_t count, struct arena *arena, struct text *expected)
{
    bool list = shape->type == MEMBER_LIST;
    const struct shape *of = list ? shape->of : shape;
    union reading *readings = arena_array(arena, count + 1, sizeof *readings);
    if (expected)
        *expected = expected_texts(shape, arena);
    if (!list && count != 1)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!read_any(of, texts[i], arena, &readings[i]))
            return false;
    if (list)
        put_list(problem, ordinal, of, readings, count, arena);
    else
        put_one(problem, ordinal, shape, readings);
    return (problem->misfit >> ordinal & 1) == 0;
}
