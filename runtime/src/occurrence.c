/*
 * The id of an occurrence: a random UUID (RFC 9562 5.4).
 */
#include "problem_tables.h"

#include <string.h>

#include "random.h"
#include "uuid_text.h"

static void make_id(unsigned char id[16])
{
    problem_random(id);
    mark_uuid(id);
}

void problem_occurrence(struct problem *problem, char text[PROBLEM_OCCURRENCE_SIZE])
{
    unsigned char other[16], *id = problem != NULL ? problem->occurrence : other;
    if (problem == NULL || !problem->has_occurrence)
        make_id(id);
    if (problem != NULL)
        problem->has_occurrence = 1;
    put_uuid(text, id);
    text[UUID_LENGTH] = '\0';
}

void problem_fix_occurrence(struct problem *problem, const unsigned char id[16])
{
    memcpy(problem->occurrence, id, 16);
    problem->has_occurrence = 1;
}
