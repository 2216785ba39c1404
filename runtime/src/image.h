/*
 * Reading a registry's image (problem_tables.h). The compiler made and checked it, so nothing here
 * tests bounds. Numbers are composed from bytes: compilers turn that into one load where the
 * machine allows it, and it stays right where it does not.
 */
#ifndef PROBLEM_IMAGE_H
#define PROBLEM_IMAGE_H

#include "problem_tables.h"

#include <string.h>

struct image_text {
    const char *bytes; /* NUL-terminated */
    size_t length;
};

static inline uint16_t image_u16(const unsigned char *at)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint16_t value; /* gcc does not always make one load of bytes */
    memcpy(&value, at, sizeof value);
    return value;
#else
    return (uint16_t)(at[0] | at[1] << 8);
#endif
}

static inline uint32_t image_u32(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline uint64_t image_u64(const unsigned char *at)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t value;
    memcpy(&value, at, sizeof value);
    return value;
#else
    return (uint64_t)image_u32(at) | (uint64_t)image_u32(at + 4) << 32;
#endif
}

static inline int64_t image_i64(const unsigned char *at)
{
    return (int64_t)image_u64(at);
}

static inline const unsigned char *image_of(const struct problem_registry *registry)
{
    return (const unsigned char *)registry;
}

/* The text whose offset stands at `field`. */
static inline struct image_text image_text(const unsigned char *image, const unsigned char *field)
{
    const unsigned char *at = image + image_u32(field);
    struct image_text text = {(const char *)at + 2, image_u16(at)};
    return text;
}

/* The record of problem `index`, which is less than the count. */
static inline uint32_t image_record_offset(const unsigned char *image, uint32_t index)
{
    const unsigned char *offsets = image + image_u32(image + PROBLEM_HEAD_PROBLEMS);
    return image_u32(offsets + 4 * (size_t)index);
}

static inline const unsigned char *image_record(const unsigned char *image, uint32_t index)
{
    return image + image_record_offset(image, index);
}

static inline uint32_t record_number(const unsigned char *record)
{
    return image_u32(record + PROBLEM_RECORD_NUMBER);
}

/* What it shares with others. */
static inline const unsigned char *record_profile(const unsigned char *image,
                                                  const unsigned char *record)
{
    return image + image_u32(record + PROBLEM_RECORD_PROFILE);
}

static inline struct image_text record_code(const unsigned char *record)
{
    struct image_text text = {(const char *)record + PROBLEM_RECORD_CODE,
                              record[PROBLEM_RECORD_CODE_LENGTH]};
    return text;
}

static inline struct image_text record_title(const unsigned char *record)
{
    struct image_text code = record_code(record);
    struct image_text text = {code.bytes + code.length + record[PROBLEM_RECORD_BETWEEN],
                              image_u16(record + PROBLEM_RECORD_TITLE_LENGTH)};
    return text;
}

/* Those of its body. */
static inline const char *record_literals(const unsigned char *record)
{
    return (const char *)record + image_u16(record + PROBLEM_RECORD_TEXT);
}

/* The name of entry `entry` of a problem's or rule's members. */
static inline struct image_text member_name(const unsigned char *image, const unsigned char *record,
                                            unsigned entry)
{
    return image_text(image, record - 4 * ((size_t)entry + 1));
}

/* The number of problem `index`: its value of the registry's enum. */
static inline uint32_t image_number(const unsigned char *image, uint32_t index)
{
    return record_number(image_record(image, index));
}

static inline const unsigned char *image_rule(const unsigned char *image, uint32_t index)
{
    const unsigned char *offsets = image + image_u32(image + PROBLEM_HEAD_RULES);
    return image + image_u32(offsets + 4 * (size_t)index);
}

/* The registry's own members as a set of ordinals: they are the same in every problem. */
static inline uint64_t image_own_members(const unsigned char *image)
{
    unsigned count = image[PROBLEM_HEAD_OWN_MEMBERS];
    return count < 64 ? ((uint64_t)1 << count) - 1 : UINT64_MAX;
}

/* The offset of a member's shape, from its entry. */
static inline uint32_t image_shape(const unsigned char *member)
{
    return image_u32(member + PROBLEM_MEMBER_SHAPE);
}

#endif
