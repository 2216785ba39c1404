/*
 * One value, as struct problem keeps it: checked against its shape, packed and unaligned.
 *
 *     string            u16 length, the bytes; PROBLEM_STRING_PLAIN in the length says what was
 * seen
 *                     when it was put: each byte is printable ASCII, and none is " or \
 *     integer, decimal  its digits likewise, since they are sent more often than they are put
 *     number          the double's 8 bytes as in memory
 *     boolean         u8
 *     enum            u16 from 1
 *     date            count of seconds
 *     time            count of seconds, count of nanoseconds
 *     list            u16 items, u16 bytes of them together, the items
 *
 * where a count is a byte, 8 - n, and its lowest n bytes in two's complement, the lowest first: as
 * few as hold it.
 */
#ifndef PROBLEM_VALUE_H
#define PROBLEM_VALUE_H

#include "calendar.h"
#include "image.h"
#include "number.h"
#include "writer.h"

enum {
    PROBLEM_STRING_OVERHEAD = 2,
    PROBLEM_LIST_OVERHEAD = 4,
    PROBLEM_STORED_NUMBER_MAX = PROBLEM_STRING_OVERHEAD + PROBLEM_DECIMAL_MAX,
    PROBLEM_STORED_COUNT_MAX = 9
};
enum { PROBLEM_STRING_PLAIN = 0x8000 }; /* more than there are values */

/* Bytes that hold an integer in two's complement. */
static inline size_t integer_bytes(int64_t value)
{
    uint64_t rest = (uint64_t)value ^ (value < 0 ? UINT64_MAX : 0);
#ifdef __GNUC__
    unsigned bits = 64 - (unsigned)__builtin_clzll(rest | 1); /* of 0 there are none to count */
#else
    unsigned bits = 0;
    for (; rest != 0; rest >>= 1)
        bits++;
#endif
    return bits / 8 + 1; /* one bit more is the sign */
}

/* Reads a stored count; returns what follows it. All eight bytes that end there are loaded, which
 * is one instruction: struct problem has its own fields before its values. */
static inline const unsigned char *read_stored_count(const unsigned char *at, int64_t *value)
{
    const unsigned char *end = at + PROBLEM_STORED_COUNT_MAX - *at;
    *value = image_i64(end - 8) >> 8 * *at; /* arithmetic, as compilers have it */
    return end;
}

/* Whether values of the shape are stored as texts: integers, decimals and strings. */
static inline bool is_stored_text(const unsigned char *shape)
{
    const unsigned texts = 1u << PROBLEM_INTEGER | 1u << PROBLEM_DECIMAL | 1u << PROBLEM_STRING;
    return (texts >> shape[PROBLEM_SHAPE_TYPE] & 1) != 0;
}

/* Whether JSON has it in quotes. */
static inline bool is_json_string(const unsigned char *shape)
{
    const unsigned always =
        1u << PROBLEM_STRING | 1u << PROBLEM_ENUM | 1u << PROBLEM_TIME | 1u << PROBLEM_DATE;
    return shape[PROBLEM_SHAPE_STRING] != 0 || (always >> shape[PROBLEM_SHAPE_TYPE] & 1) != 0;
}

/* ------------------------------------------------------------------ what fits, and storing it */

static inline bool integer_fits(const unsigned char *shape, int64_t value)
{
    if (shape[PROBLEM_SHAPE_TYPE] == PROBLEM_INTEGER)
        return value >= image_i64(shape + PROBLEM_SHAPE_MINIMUM) &&
               value <= image_i64(shape + PROBLEM_SHAPE_MAXIMUM);
    return shape[PROBLEM_SHAPE_TYPE] == PROBLEM_DATE && problem_seconds_fit(value);
}

/* Whether every JSON reader keeps it exact. As a string it always is. */
static inline bool decimal_is_exact(const unsigned char *shape, struct problem_decimal value)
{
    const int64_t safe = ((int64_t)1 << 53) - 1;
    return (value.units <= safe && value.units >= -safe) || shape[PROBLEM_SHAPE_STRING] != 0;
}

/* These return the end of what they store; a u16 and a count have their lowest byte first, whatever
 * the host. */
static inline char *store_u16(char *to, size_t value)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint16_t both = (uint16_t)value; /* in one store, as it will be loaded */
    memcpy(to, &both, sizeof both);
#else
    to[0] = (char)value;
    to[1] = (char)(value >> 8);
#endif
    return to + 2;
}

/* Takes PROBLEM_STORED_NUMBER_MAX bytes at most. */
static inline char *store_number(char *to, int64_t value, unsigned scale)
{
    char *end = put_number_text(to + PROBLEM_STRING_OVERHEAD, value, scale);
    store_u16(to, (size_t)(end - to - PROBLEM_STRING_OVERHEAD) | PROBLEM_STRING_PLAIN);
    return end;
}

/* Writes over PROBLEM_STORED_COUNT_MAX bytes. */
static inline char *store_count(char *to, int64_t value)
{
    size_t bytes = integer_bytes(value);
    to[0] = (char)(8 - bytes);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(to + 1, &value, sizeof value); /* gcc makes more than one store of eight bytes */
#else
    for (unsigned i = 0; i < 8; i++)
        to[1 + i] = (char)((uint64_t)value >> 8 * i);
#endif
    return to + 1 + bytes;
}

/* ------------------------------------------------------------------ reading */

static inline const unsigned char *read_stored_time(const unsigned char *at,
                                                    struct problem_time *value)
{
    int64_t nanoseconds;
    at = read_stored_count(read_stored_count(at, &value->seconds), &nanoseconds);
    value->nanoseconds = (int32_t)nanoseconds;
    return at;
}

static inline struct image_text read_stored_text(const unsigned char *at)
{
    struct image_text text = {(const char *)at + PROBLEM_STRING_OVERHEAD,
                              image_u16(at) & (PROBLEM_STRING_PLAIN - 1)};
    return text;
}

static inline const unsigned char *behind_stored_text(const unsigned char *at)
{
    return at + PROBLEM_STRING_OVERHEAD + (image_u16(at) & (PROBLEM_STRING_PLAIN - 1));
}

/* Whether it is known that the text needs no escape, in a body or in a log. */
static inline bool stored_is_plain(const unsigned char *at)
{
    return (image_u16(at) & PROBLEM_STRING_PLAIN) != 0;
}

static inline struct image_text
read_stored_enum(const unsigned char *image, const unsigned char *shape, const unsigned char *at)
{
    return image_text(image, shape + PROBLEM_SHAPE_VALUES + 4 * (size_t)(image_u16(at) - 1));
}

/* Whether strings of the shape can have bytes that JSON escapes: " and \, and in text U+2028 and
 * U+2029. Enums have none. */
static inline bool string_escapes(const unsigned char *shape)
{
    const unsigned kinds =
        1u << PROBLEM_STRING_PATTERN | 1u << PROBLEM_STRING_TEXT | 1u << PROBLEM_STRING_POINTER;
    return shape[PROBLEM_SHAPE_TYPE] == PROBLEM_STRING &&
           (kinds >> shape[PROBLEM_SHAPE_STRING] & 1) != 0;
}

/* What a put gets: a pointer to the value in the caller's type. */
struct item {
    const void *at;
    size_t size; /* of the caller's type; matters for enums */
};

/* Appends the item in the shape's form. False when it does not fit; what has been appended then is
 * to be dropped. */
typedef bool problem_encoder(struct writer *writer, const unsigned char *image,
                             const unsigned char *shape, struct item item);

problem_encoder problem_encode_integer; /* const int64_t *; dates too */
problem_encoder problem_encode_decimal; /* const struct problem_decimal * */
problem_encoder problem_encode_number;  /* const double * */
problem_encoder problem_encode_boolean; /* const bool * */
problem_encoder problem_encode_enum;    /* an integer of item.size bytes */
problem_encoder problem_encode_string;  /* const char *const * */
problem_encoder problem_encode_time;    /* const struct problem_time * */

/* Items in an array, each for `encode`; the shape must be a list's. */
struct items {
    const void *at;
    size_t size, count;
};
bool problem_encode_list(struct writer *writer, const unsigned char *image,
                         const unsigned char *shape, problem_encoder *encoder, struct items items);

/* Reads a stored value; returns what follows it. A constant has nothing stored: `at` comes back. */
const unsigned char *problem_read_value(const unsigned char *image, uint32_t shape,
                                        const unsigned char *at, struct problem_value *value);

#endif
