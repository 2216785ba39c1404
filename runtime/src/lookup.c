#include "lookup.h"

#include <string.h>

#include "problem.h"

#define NOT_FOUND UINT32_MAX

/* The only index that this key can have, or NOT_FOUND. */
static uint32_t probe(const unsigned char *lookup, const void *key, size_t length)
{
    uint32_t slots = image_u32(lookup + PROBLEM_LOOKUP_SLOTS);
    uint32_t buckets = image_u32(lookup + PROBLEM_LOOKUP_BUCKETS);
    const unsigned char *pilots = lookup + PROBLEM_LOOKUP_PILOTS;
    uint64_t hash = problem_hash(key, length, image_u64(lookup + PROBLEM_LOOKUP_SEED));
    uint16_t pilot = image_u16(pilots + 2 * (size_t)problem_bucket(hash, buckets));
    size_t slot = problem_slot(hash, pilot, slots);
    return image_u32(pilots + 2 * (size_t)buckets + 4 * slot);
}

static bool text_is(struct image_text text, const char *bytes, size_t length)
{
    return text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

/* ------------------------------------------------------------------ by number */

const unsigned char *problem_find_number(const unsigned char *image, uint32_t number)
{
    uint32_t numbers = image_u32(image + PROBLEM_HEAD_NUMBERS);
    if (number == 0)
        return NULL;
    if (numbers == 0)
        return number <= image_u32(image + PROBLEM_HEAD_COUNT) ? image_record(image, number - 1)
                                                               : NULL;
    unsigned char key[4] = {(unsigned char)number, (unsigned char)(number >> 8),
                            (unsigned char)(number >> 16), (unsigned char)(number >> 24)};
    uint32_t index = probe(image + numbers, key, sizeof key);
    bool same = index != NOT_FOUND && image_number(image, index) == number;
    return same ? image_record(image, index) : NULL;
}

/* ------------------------------------------------------------------ by code, by type */

static uint32_t index_of_code(const unsigned char *image, const char *code, size_t length)
{
    uint32_t index = probe(image + image_u32(image + PROBLEM_HEAD_CODES), code, length);
    bool same =
        index != NOT_FOUND &&
        text_is(image_text(image, image_record(image, index) + PROBLEM_RECORD_CODE), code, length);
    return same ? index : NOT_FOUND;
}

uint32_t problem_find_code(const struct problem_registry *registry, const char *code, size_t length)
{
    const unsigned char *image = image_of(registry);
    uint32_t index = code == NULL ? NOT_FOUND : index_of_code(image, code, length);
    return index == NOT_FOUND ? 0 : image_number(image, index);
}

/* The problem whose type is base + code. */
static uint32_t find_based(const unsigned char *image, const char *uri, size_t length)
{
    struct image_text base = image_text(image, image + PROBLEM_HEAD_BASE);
    if (base.length == 0 || length < base.length || memcmp(uri, base.bytes, base.length) != 0)
        return 0;
    uint32_t index = index_of_code(image, uri + base.length, length - base.length);
    if (index == NOT_FOUND || image_u32(image_record(image, index) + PROBLEM_RECORD_TYPE) != 0)
        return 0;
    return image_number(image, index);
}

uint32_t problem_find_type(const struct problem_registry *registry, const char *uri, size_t length)
{
    const unsigned char *image = image_of(registry);
    uint32_t types = image_u32(image + PROBLEM_HEAD_TYPES);
    uint32_t number = uri == NULL ? 0 : find_based(image, uri, length);
    if (number != 0 || uri == NULL || types == 0)
        return number;
    uint32_t index = probe(image + types, uri, length);
    if (index == NOT_FOUND)
        return 0;
    const unsigned char *type = image_record(image, index) + PROBLEM_RECORD_TYPE;
    return text_is(image_text(image, type), uri, length) ? image_number(image, index) : 0;
}
