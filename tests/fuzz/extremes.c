#include "extremes.h"

#include "fuzz.h"
#include "problem_tables.h"

#include <float.h>
#include <string.h>

/* ---------------------------------------------------------------- a text that a pattern takes */

/* The automaton of problem_tables.h, and for every length which states can still get to the end of
 * a text in exactly so many bytes. */
struct automaton {
    const unsigned char *image;
    size_t states, classes;
    bool *ends; /* [length][state] */
};

static size_t next_state(const struct automaton *automaton, size_t state, char byte)
{
    const unsigned char *rows = automaton->image + PROBLEM_PATTERN_ACCEPTS + automaton->states;
    return rows[state * automaton->classes +
                automaton->image[PROBLEM_PATTERN_MAP + (unsigned char)byte]];
}

static bool *ends_in(const struct automaton *automaton, size_t length)
{
    return automaton->ends + length * automaton->states;
}

/* Some byte by which the text can go on to its end; those that JSON escapes first. 0: none. */
static char next_byte(const struct automaton *automaton, size_t state, size_t rest)
{
    static const char first[] = "\"\\";
    for (const char *byte = first; *byte; byte++)
        if (ends_in(automaton, rest)[next_state(automaton, state, *byte)])
            return *byte;
    for (char byte = ' '; byte <= '~'; byte++)
        if (ends_in(automaton, rest)[next_state(automaton, state, byte)])
            return byte;
    return 0;
}

static struct automaton automaton_of(const struct shape *shape, struct arena *arena)
{
    size_t max = (size_t)shape->max.value;
    struct automaton automaton = {.image = (const unsigned char *)shape->limits->automaton.bytes};
    automaton.states = automaton.image[PROBLEM_PATTERN_STATES];
    automaton.classes = automaton.image[PROBLEM_PATTERN_CLASSES];
    automaton.ends = arena_array(arena, (max + 1) * automaton.states, sizeof *automaton.ends);
    for (size_t state = 0; state < automaton.states; state++)
        automaton.ends[state] = automaton.image[PROBLEM_PATTERN_ACCEPTS + state] == 1;
    for (size_t length = 1; length <= max; length++)
        for (size_t state = 1; state < automaton.states; state++)
            ends_in(&automaton, length)[state] = next_byte(&automaton, state, length - 1) != 0;
    return automaton;
}

/* The shortest or the longest one; NULL where the maximum is too low for any. */
static const char *matching(const struct shape *shape, bool longest, struct arena *arena)
{
    struct automaton automaton = automaton_of(shape, arena);
    size_t max = (size_t)shape->max.value, length = longest ? max : 1, state = 1;
    while (length >= 1 && length <= max && !ends_in(&automaton, length)[1])
        length = longest ? length - 1 : length + 1;
    if (length < 1 || length > max)
        return NULL;
    char *text = arena_allocate(arena, length + 1);
    for (size_t i = 0; i < length; i++) {
        text[i] = next_byte(&automaton, state, length - i - 1);
        state = next_state(&automaton, state, text[i]);
    }
    return text;
}

/* ---------------------------------------------------------------- strings */

/* `begin`, then `unit` as often as it fits in `max` bytes. */
static const char *filled(const char *begin, const char *unit, size_t max, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    for (buffer_string(&out, begin); out.length + strlen(unit) <= max; buffer_string(&out, unit))
        continue;
    buffer_byte(&out, '\0');
    return out.length <= max + 1 ? out.bytes : NULL;
}

/* NULL: the shape takes none so long. */
static const char *string_of(const struct shape *shape, unsigned extreme, struct arena *arena)
{
    static const char *const units[EXTREMES] = {"\"", "\xe2\x80\xa8", "\xff", "\\"};
    size_t max = (size_t)shape->max.value;
    switch (shape->type) {
    case MEMBER_TEXT:
        /* U+FFFD takes three bytes for the one */
        return filled("", units[extreme], extreme == 2 ? max / 3 : max, arena);
    case MEMBER_URI:
        return filled("a:", extreme ? "'" : "%41", max, arena);
    case MEMBER_POINTER:
        return filled("", extreme ? "/\"" : "/~0", max, arena);
    case MEMBER_UUID:
        return "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12";
    default:
        return shape->limits->automaton.length ? matching(shape, extreme != 0, arena)
                                               : filled("", "x", extreme ? max : 1, arena);
    }
}

/* ---------------------------------------------------------------- numbers and moments */

static struct problem_decimal decimal_of(const struct shape *shape, unsigned extreme)
{
    static const int64_t safe = ((int64_t)1 << 53) - 1;
    const int64_t units[EXTREMES] = {-safe, shape->limits->as_string.value ? INT64_MIN : -safe, 0,
                                     -1};
    return problem_decimal(
        units[extreme],
        (uint8_t)(extreme == 1 ? shape->limits->scale_max.value : shape->limits->scale_min.value));
}

static struct problem_time time_of(unsigned extreme)
{
    static const struct problem_time times[EXTREMES] = {
        {-62135596800, 0}, {253402300799, 999999999}, {0, 0}, {-1, 1}};
    return times[extreme];
}

static int64_t integer_of(const struct shape *shape, unsigned extreme)
{
    if (shape->type == MEMBER_DATE)
        return time_of(extreme).seconds;
    return extreme ? shape->limits->minimum.value : shape->limits->maximum.value;
}

static double number_of(unsigned extreme)
{
    static const double numbers[EXTREMES] = {-DBL_MAX, -2.2250738585072014e-308, -0.0, 5e-324};
    return numbers[extreme];
}

/* The longest name last. */
static int choice_of(const struct shape *shape, unsigned extreme)
{
    size_t longest = 0;
    for (size_t i = 0; i < shape->value_count && extreme; i++)
        if (shape->values[i].name.text.length > shape->values[longest].name.text.length)
            longest = i;
    return (int)longest + 1;
}

/* ---------------------------------------------------------------- any shape */

void put_strings(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 const char *const *items, size_t count)
{
    if (shape->type == MEMBER_LIST)
        problem_put_strings(problem, ordinal, items, count);
    else
        problem_put_string(problem, ordinal, count ? items[0] : NULL);
}

#define PUT(one, many, c_type, value)                                                              \
    do {                                                                                           \
        c_type *items = arena_array(arena, count + 1, sizeof *items);                              \
        for (size_t i = 0; i <= count; i++)                                                        \
            items[i] = (value);                                                                    \
        if (shape->type == MEMBER_LIST)                                                            \
            problem_put_##many(problem, ordinal, items, count);                                    \
        else                                                                                       \
            problem_put_##one(problem, ordinal, items[0]);                                         \
    } while (0)

static void put_string(struct problem *problem, unsigned ordinal, const struct shape *shape,
                       const char *string, struct arena *arena)
{
    size_t count = shape->type == MEMBER_LIST ? (size_t)shape->max.value : 1;
    const char **items = arena_array(arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = string;
    put_strings(problem, ordinal, shape, items, count);
}

void extreme_put(struct problem *problem, unsigned ordinal, const struct shape *shape,
                 unsigned extreme, struct arena *arena)
{
    const struct shape *of = shape->type == MEMBER_LIST ? shape->of : shape;
    size_t count = shape->type == MEMBER_LIST ? (size_t)shape->max.value : 0;
    switch (of->type) {
    case MEMBER_INTEGER:
    case MEMBER_DURATION:
    case MEMBER_DATE:
        PUT(integer, integers, int64_t, integer_of(of, extreme));
        break;
    case MEMBER_DECIMAL:
        PUT(decimal, decimals, struct problem_decimal, decimal_of(of, extreme));
        break;
    case MEMBER_NUMBER:
        PUT(number, numbers, double, number_of(extreme));
        break;
    case MEMBER_BOOLEAN:
        PUT(boolean, booleans, bool, extreme % 2 != 0);
        break;
    case MEMBER_TIMESTAMP:
        PUT(time, times, struct problem_time, time_of(extreme));
        break;
    case MEMBER_ENUM: {
        int *items = arena_array(arena, count + 1, sizeof *items);
        for (size_t i = 0; i <= count; i++)
            items[i] = choice_of(of, extreme);
        if (shape->type == MEMBER_LIST)
            problem_put_enums(problem, ordinal, items, sizeof *items, count);
        else
            problem_put_enum(problem, ordinal, items[0]);
        break;
    }
    default: {
        const char *string = string_of(of, extreme, arena);
        if (string)
            put_string(problem, ordinal, shape, string, arena);
    }
    }
    FUZZ_EXPECT((problem->misfit >> ordinal & 1) == 0);
}

#undef PUT
