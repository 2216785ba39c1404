/*
 * The id of an occurrence: a random UUID (RFC 9562 5.4).
 */
#include "problem_tables.h"

#include <string.h>

#include "inline.h"
#include "random.h"
#include "uuid_text.h"

static void put_id(char text[PROBLEM_OCCURRENCE_SIZE], const unsigned char id[16])
{
    put_uuid(text, id);
    text[UUID_LENGTH] = '\0';
}

/* `problem` may be NULL. */
OUTLINE void make_id(struct problem *problem, char text[PROBLEM_OCCURRENCE_SIZE])
{
    unsigned char other[16], *id = problem != NULL ? problem->occurrence : other;
    problem_random(id);
    mark_uuid(id);
    if (problem != NULL)
        problem->has_occurrence = 1;
    put_id(text, id);
}

void problem_occurrence(struct problem *problem, char text[PROBLEM_OCCURRENCE_SIZE])
{
    if (problem != NULL && problem->has_occurrence)
        put_id(text, problem->occurrence);
    else
        make_id(problem, text);
}

void problem_fix_occurrence(struct problem *problem, const unsigned char id[16])
{
    memcpy(problem->occurrence, id, 16);
    problem->has_occurrence = 1;
}
