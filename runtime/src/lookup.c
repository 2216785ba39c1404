#include "lookup.h"

#include <string.h>

#include "hash.h"

#define NOT_FOUND UINT32_MAX

/* The record of the only problem that this key can have, or NULL. */
static inline const unsigned char *probe(const unsigned char *image, uint32_t offset,
                                         const void *key, size_t length)
{
    const unsigned char *lookup = image + offset;
    uint64_t seed = image_u64(lookup + PROBLEM_LOOKUP_SEED);
    uint32_t slots = image_u32(lookup + PROBLEM_LOOKUP_SLOTS);
    uint32_t buckets = image_u32(lookup + PROBLEM_LOOKUP_BUCKETS);
    const unsigned char *pilots = lookup + PROBLEM_LOOKUP_PILOTS;
    uint64_t hash = lookup[PROBLEM_LOOKUP_WINDOWS] != 0 ? hash_windows(key, length, seed)
                                                        : hash_bytes(key, length, seed);
    uint16_t pilot = image_u16(pilots + 2 * (size_t)hash_bucket(hash, buckets));
    const unsigned char *slot =
        pilots + 2 * (size_t)buckets + PROBLEM_SLOT_LENGTH * (size_t)hash_slot(hash, pilot, slots);
    uint32_t record = image_u32(slot + PROBLEM_SLOT_RECORD);
    bool possible = slot[PROBLEM_SLOT_CHECK] == (unsigned char)hash && record != NOT_FOUND;
    return possible ? image + record : NULL;
}

/* The lengths and the first bytes are looked at in one: either alone is hard to foretell, while
 * most keys that are not there differ in one of them. Bytes behind a text can be read. */
static inline bool text_is(struct image_text text, const char *bytes, size_t length)
{
    uint64_t differences = text.length ^ length;
    if (length >= 8)
        differences |=
            image_u64((const unsigned char *)text.bytes) ^ image_u64((const unsigned char *)bytes);
    return differences == 0 && memcmp(text.bytes, bytes, length) == 0;
}

/* ------------------------------------------------------------------ by number */

const unsigned char *problem_find_hashed(const unsigned char *image, uint32_t number)
{
    unsigned char key[4] = {(unsigned char)number, (unsigned char)(number >> 8),
                            (unsigned char)(number >> 16), (unsigned char)(number >> 24)};
    const unsigned char *record =
        probe(image, image_u32(image + PROBLEM_HEAD_NUMBERS), key, sizeof key);
    bool same = record != NULL && record_number(record) == number;
    return same ? record : NULL;
}

/* ------------------------------------------------------------------ by code, by type */

static const unsigned char *record_of_code(const unsigned char *image, const char *code,
                                           size_t length)
{
    const unsigned char *record = probe(image, image_u32(image + PROBLEM_HEAD_CODES), code, length);
    return record != NULL && text_is(record_code(record), code, length) ? record : NULL;
}

uint32_t problem_find_code(const struct problem_registry *registry, const char *code, size_t length)
{
    const unsigned char *record =
        code != NULL ? record_of_code(image_of(registry), code, length) : NULL;
    return record != NULL ? record_number(record) : 0;
}

/* The problem whose type is base + code. */
static uint32_t find_based(const unsigned char *image, const char *uri, size_t length)
{
    struct image_text base = image_text(image, image + PROBLEM_HEAD_BASE);
    if (base.length == 0 || length < base.length || memcmp(uri, base.bytes, base.length) != 0)
        return 0;
    const unsigned char *record = record_of_code(image, uri + base.length, length - base.length);
    if (record == NULL || image_u32(record_profile(image, record) + PROBLEM_PROFILE_TYPE) != 0)
        return 0;
    return record_number(record);
}

uint32_t problem_find_type(const struct problem_registry *registry, const char *uri, size_t length)
{
    const unsigned char *image = image_of(registry);
    uint32_t types = image_u32(image + PROBLEM_HEAD_TYPES);
    uint32_t number = uri == NULL ? 0 : find_based(image, uri, length);
    if (number != 0 || uri == NULL || types == 0)
        return number;
    const unsigned char *record = probe(image, types, uri, length);
    if (record == NULL)
        return 0;
    const unsigned char *own = record_profile(image, record) + PROBLEM_PROFILE_TYPE;
    return text_is(image_text(image, own), uri, length) ? record_number(record) : 0;
}
