/*
 * Finding a problem of a registry by its number. By code and type: problem.h.
 *
 * Inlined, since calling a function would cost as much as what there is to do.
 */
#ifndef PROBLEM_LOOKUP_H
#define PROBLEM_LOOKUP_H

#include "bits.h"
#include "image.h"
#include "inline.h"

/* Of those whose numbers have the form HASHED. */
const unsigned char *problem_find_hashed(const unsigned char *image, uint32_t number);

INLINE const unsigned char *record_in_order(const unsigned char *image, const unsigned char *order,
                                            uint64_t place)
{
    return image + image_u32(image + image_u32(order) + 4 * (place - 1));
}

INLINE const unsigned char *record_by_rank(const unsigned char *image, const unsigned char *ranks,
                                           uint32_t number)
{
    if (number / 64 >= image_u32(ranks + PROBLEM_RANKS_BLOCKS))
        return NULL;
    const unsigned char *block =
        ranks + PROBLEM_RANKS_FIRST + PROBLEM_RANKS_LENGTH * (size_t)(number / 64);
    /* The number's own bit becomes the highest, and those of greater ones are gone. */
    uint64_t bits = image_u64(block + PROBLEM_RANKS_BITS) << (63 - number % 64);
    if (bits >> 63 == 0)
        return NULL;
    uint64_t place = image_u32(block + PROBLEM_RANKS_BEFORE) + bits_count(bits);
    return record_in_order(image, ranks + PROBLEM_RANKS_ORDER, place);
}

INLINE const unsigned char *record_by_place(const unsigned char *image, const unsigned char *places,
                                            uint32_t number)
{
    uint32_t nth = number - image_u32(places + PROBLEM_PLACES_FIRST);
    if (nth >= image_u32(places + PROBLEM_PLACES_COUNT))
        return NULL;
    uint64_t place = places[PROBLEM_PLACES_LENGTH + nth];
    return place != 0 ? record_in_order(image, places + PROBLEM_PLACES_ORDER, place) : NULL;
}

/* The record of the problem with this number; NULL: the registry has none. */
INLINE const unsigned char *find_number(const unsigned char *image, uint32_t number)
{
    uint32_t numbers = image_u32(image + PROBLEM_HEAD_NUMBERS);
    unsigned form = image[PROBLEM_HEAD_NUMBERS_FORM];
    if (form == PROBLEM_NUMBERS_RANKED)
        return record_by_rank(image, image + numbers, number);
    if (form == PROBLEM_NUMBERS_PLACED)
        return record_by_place(image, image + numbers, number);
    if (form == PROBLEM_NUMBERS_HASHED)
        return problem_find_hashed(image, number);
    return number - 1 < image_u32(image + PROBLEM_HEAD_COUNT) ? image_record(image, number - 1)
                                                              : NULL;
}

#endif
