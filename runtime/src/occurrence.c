/*
 * The id of an occurrence: a random UUID (RFC 9562 5.4).
 */
#include "problem_tables.h"

#include <string.h>

#include "random.h"

/* "00" "01" ... "ff". */
static const char hex_pairs[] = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
                                "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f"
                                "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f"
                                "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f"
                                "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"
                                "a0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf"
                                "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
                                "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";

static void make_id(unsigned char id[16])
{
    problem_random(id);
    id[6] = (unsigned char)((id[6] & 0x0f) | 0x40); /* version 4 */
    id[8] = (unsigned char)((id[8] & 0x3f) | 0x80); /* variant 10 */
}

static void format_id(const unsigned char id[16], char text[PROBLEM_OCCURRENCE_SIZE])
{
    static const unsigned char places[16] = {0,  2,  4,  6,  9,  11, 14, 16,
                                             19, 21, 24, 26, 28, 30, 32, 34};
    for (int i = 0; i < 16; i++)
        memcpy(text + places[i], hex_pairs + 2 * (size_t)id[i], 2);
    text[8] = text[13] = text[18] = text[23] = '-';
    text[PROBLEM_OCCURRENCE_SIZE - 1] = '\0';
}

void problem_occurrence(struct problem *problem, char text[PROBLEM_OCCURRENCE_SIZE])
{
    unsigned char id[16];
    if (problem == NULL) {
        make_id(id);
        format_id(id, text);
        return;
    }
    if (!problem->has_occurrence) {
        make_id(problem->occurrence);
        problem->has_occurrence = 1;
    }
    format_id(problem->occurrence, text);
}

void problem_fix_occurrence(struct problem *problem, const unsigned char id[16])
{
    memcpy(problem->occurrence, id, 16);
    problem->has_occurrence = 1;
}
