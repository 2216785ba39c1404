/*
 * One value, as struct problem keeps it: checked against its shape, packed and unaligned.
 *
 *     integer, date   zigzag LEB128
 *     decimal         u8 scale, zigzag LEB128 units
 *     number          the double's 8 bytes as in memory
 *     boolean         u8
 *     enum            u16 from 1
 *     string          u16 length, the bytes
 *     time            zigzag LEB128 seconds, zigzag LEB128 nanoseconds
 *     list            u16 items, u16 bytes of them together, the items
 */
#ifndef PROBLEM_VALUE_H
#define PROBLEM_VALUE_H

#include "image.h"
#include "writer.h"

enum { PROBLEM_STRING_OVERHEAD = 2, PROBLEM_LIST_OVERHEAD = 4, PROBLEM_VARINT_MAX = 10 };

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

/* Bytes of an integer as zigzag LEB128. */
size_t problem_varint_length(int64_t value);

#endif
