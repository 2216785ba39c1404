#include "lookup.h"

#include <string.h>

#include "hash.h"
#include "scan.h"

static inline uint64_t lookup_seed(const unsigned char *lookup)
{
    return image_u64(lookup + PROBLEM_LOOKUP_SEED);
}

/* The record of the only problem that a key with this hash can have, or NULL. */
static inline const unsigned char *probe(const unsigned char *image, const unsigned char *lookup,
                                         uint64_t hash)
{
    uint32_t slots = image_u32(lookup + PROBLEM_LOOKUP_SLOTS);
    uint32_t buckets = image_u32(lookup + PROBLEM_LOOKUP_BUCKETS);
    const unsigned char *pilots = lookup + PROBLEM_LOOKUP_PILOTS;
    uint16_t pilot = image_u16(pilots + 2 * (size_t)hash_bucket(hash, buckets));
    const unsigned char *slot =
        pilots + 2 * (size_t)buckets + PROBLEM_SLOT_LENGTH * (size_t)hash_slot(hash, pilot, slots);
    return slot[PROBLEM_SLOT_CHECK] == (unsigned char)hash
               ? image + image_u32(slot + PROBLEM_SLOT_RECORD)
               : NULL;
}

static inline bool has_windows(const unsigned char *lookup, size_t length)
{
    return length >= image_u32(lookup + PROBLEM_LOOKUP_WHOLE);
}

static const unsigned char *probe_text(const unsigned char *image, const unsigned char *lookup,
                                       const char *text, size_t length)
{
    uint64_t seed = lookup_seed(lookup);
    uint64_t hash = has_windows(lookup, length) ? hash_windows(text, length, seed)
                                                : hash_bytes(text, length, seed);
    return probe(image, lookup, hash);
}

static bool text_is(struct image_text text, const char *bytes, size_t length)
{
    return text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

/* ------------------------------------------------------------------ by number */

const unsigned char *problem_find_hashed(const unsigned char *image, uint32_t number)
{
    const unsigned char *lookup = image + image_u32(image + PROBLEM_HEAD_NUMBERS);
    unsigned char key[4] = {(unsigned char)number, (unsigned char)(number >> 8),
                            (unsigned char)(number >> 16), (unsigned char)(number >> 24)};
    const unsigned char *record =
        probe(image, lookup, hash_bytes(key, sizeof key, lookup_seed(lookup)));
    bool same = record != NULL && record_number(record) == number;
    return same ? record : NULL;
}

/* ------------------------------------------------------------------ by code, by type */

enum { USUAL_MIN = 16, USUAL_MAX = 32 /* bytes of most codes */ };

/* Usual codes are equal if their first and their last sixteen bytes are, which may overlap: neither
 * a loop nor a branch that depends on the length. */

#ifdef PROBLEM_SSE2

static inline __m128i equal_sixteen(const char *first, const char *second)
{
    return _mm_cmpeq_epi8(_mm_loadu_si128((const void *)first),
                          _mm_loadu_si128((const void *)second));
}

static inline bool usual_codes_equal(const char *first, const char *second, size_t length)
{
    size_t last = length - 16;
    __m128i equal =
        _mm_and_si128(equal_sixteen(first, second), equal_sixteen(first + last, second + last));
    return _mm_movemask_epi8(equal) == 0xffff;
}

#else

static inline uint64_t eight_differ(const char *first, const char *second)
{
    return image_u64((const unsigned char *)first) ^ image_u64((const unsigned char *)second);
}

static inline bool usual_codes_equal(const char *first, const char *second, size_t length)
{
    size_t last = length - 8;
    return (eight_differ(first, second) | eight_differ(first + 8, second + 8) |
            eight_differ(first + last - 8, second + last - 8) |
            eight_differ(first + last, second + last)) == 0;
}

#endif

OUTLINE const unsigned char *record_of_any_code(const unsigned char *image, const char *code,
                                                size_t length)
{
    const unsigned char *codes = image + image_u32(image + PROBLEM_HEAD_CODES);
    const unsigned char *record = probe_text(image, codes, code, length);
    return record != NULL && text_is(record_code(record), code, length) ? record : NULL;
}

INLINE const unsigned char *record_of_code(const unsigned char *image, const char *code,
                                           size_t length)
{
    const unsigned char *codes = image + image_u32(image + PROBLEM_HEAD_CODES);
    if (length < USUAL_MIN || length > USUAL_MAX || !has_windows(codes, length))
        return record_of_any_code(image, code, length);
    const unsigned char *record =
        probe(image, codes, hash_windows(code, length, lookup_seed(codes)));
    if (record == NULL)
        return NULL;
    struct image_text text = record_code(record);
    return text.length == length && usual_codes_equal(text.bytes, code, length) ? record : NULL;
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
    const unsigned char *record = probe_text(image, image + types, uri, length);
    if (record == NULL)
        return 0;
    const unsigned char *own = record_profile(image, record) + PROBLEM_PROFILE_TYPE;
    return text_is(image_text(image, own), uri, length) ? record_number(record) : 0;
}
