/*
 * Values from text, for every.h. Apart from those of problemc render on purpose: the two are
 * compared.
 */
#include "every.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct every_arguments *used;

/* Room for the items of the lists in one set of arguments. */
static union {
    long double align;
    char bytes[65536];
} room;
static size_t room_used;

void every_use(const struct every_arguments *arguments)
{
    used = arguments;
    room_used = 0;
}

static void no_value(const char *put, const char *name, const char *text)
{
    fprintf(stderr, "no %s for %s: %s\n", put, name, text);
    exit(2);
}

/* ---------------------------------------------------------------- finding */

static char next_letter(const char **name)
{
    while (**name == '-' || **name == '_')
        ++*name;
    char c = **name;
    *name += c != '\0';
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The value in "member=value" where that is for `name`, else NULL. */
static const char *value_for(const char *argument, const char *name)
{
    char expected, found;
    do {
        expected = next_letter(&name);
        found = next_letter(&argument);
    } while (expected == found && expected != '\0');
    return expected == '\0' && found == '=' ? argument : NULL;
}

static const char *nth_value(const char *name, size_t n)
{
    for (size_t i = 0; i < used->count; i++) {
        const char *value = value_for(used->items[i], name);
        if (value != NULL && n-- == 0)
            return value;
    }
    return NULL;
}

size_t every_count(const char *name)
{
    size_t count = 0;
    while (nth_value(name, count) != NULL)
        count++;
    return count;
}

bool every_given(const char *name)
{
    return every_count(name) != 0;
}

/* ---------------------------------------------------------------- reading one */

static int64_t days_from_civil(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* 2026-11-02, as seconds. */
static bool read_date(const char *text, int64_t *seconds)
{
    int year, month, day;
    if (strlen(text) < 10 || text[4] != '-' ||
        sscanf(text, "%4d-%2d-%2d", &year, &month, &day) != 3)
        return false;
    *seconds = days_from_civil(year, month, day) * 86400;
    return true;
}

static struct problem_time read_time(const char *text)
{
    int64_t seconds;
    int hour, minute, second;
    int32_t nanoseconds = 0;
    if (!read_date(text, &seconds) ||
        sscanf(text + 10, "T%2d:%2d:%2d", &hour, &minute, &second) != 3)
        no_value("time", "", text);
    if (text[19] == '.')
        for (int32_t i = 20, unit = 100000000; text[i] >= '0' && text[i] <= '9'; i++, unit /= 10)
            nanoseconds += unit * (text[i] - '0');
    return problem_time(seconds + hour * 3600 + minute * 60 + second, nanoseconds);
}

static int64_t read_integer(const char *text)
{
    int64_t value;
    char after;
    if (read_date(text, &value))
        return value;
    if (sscanf(text, "%" SCNd64 "%c", &value, &after) != 1)
        no_value("integer", "", text);
    return value;
}

/* 30.00 is 3000 units of scale 2. */
static struct problem_decimal read_decimal(const char *text)
{
    const char *point = strchr(text, '.');
    char digits[32];
    size_t length = 0;
    for (const char *c = text; *c != '\0' && length + 1 < sizeof digits; c++)
        if (*c != '.')
            digits[length++] = *c;
    digits[length] = '\0';
    return problem_decimal(read_integer(digits), (uint8_t)(point ? strlen(point + 1) : 0));
}

static bool same_type(const char *row, const char *c_type)
{
    size_t length = strlen(row);
    if (strncmp(c_type, "const ", 6) == 0)
        c_type += 6;
    return strncmp(row, c_type, length) == 0 && c_type[length] == ' ';
}

static int read_enum(const char *c_type, const char *name, const char *text)
{
    const struct every_enumerator *row = every_linked()->enumerators;
    bool inside = false;
    for (; row->type != NULL || row->value != NULL; row++)
        if (row->type != NULL)
            inside = same_type(row->type, c_type);
        else if (inside && strcmp(row->value, text) == 0)
            return row->number;
    no_value(c_type, name, text);
    return 0;
}

/* ---------------------------------------------------------------- reading */

/* Writes one value and returns its size. `put` may be the plural. */
static size_t read_one(const char *put, const char *name, const char *c_type, const char *text,
                       void *value)
{
#define IS(kind) (strncmp(put, kind, strlen(kind)) == 0)
#define WRITE(type, expression)                                                                    \
    do {                                                                                           \
        type written = (expression);                                                               \
        memcpy(value, &written, sizeof written);                                                   \
        return sizeof written;                                                                     \
    } while (0)

    if (IS("integer"))
        WRITE(int64_t, read_integer(text));
    if (IS("decimal"))
        WRITE(struct problem_decimal, read_decimal(text));
    if (IS("number"))
        WRITE(double, strtod(text, NULL));
    if (IS("boolean"))
        WRITE(bool, strcmp(text, "true") == 0);
    if (IS("enum"))
        WRITE(int, read_enum(c_type, name, text));
    if (IS("time"))
        WRITE(struct problem_time, read_time(text));
    WRITE(const char *, text);
#undef WRITE
#undef IS
}

void every_read(const char *put, const char *name, const char *c_type, void *value)
{
    size_t count = every_count(name);
    if (put[strlen(put) - 1] != 's') {
        if (count != 1)
            no_value(put, name, count ? "more than one" : "none");
        read_one(put, name, c_type, nth_value(name, 0), value);
        return;
    }
    const char *items = room.bytes + room_used;
    for (size_t i = 0; i < count; i++) {
        if (room_used + 64 > sizeof room.bytes)
            no_value(put, name, "too many");
        room_used += read_one(put, name, c_type, nth_value(name, i), room.bytes + room_used);
    }
    room_used = (room_used + 15) / 16 * 16;
    memcpy(value, &items, sizeof items);
}
