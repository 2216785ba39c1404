/*
 * Who may take how much of struct problem's value area. Members come first; field errors that find
 * no room any more are dropped, newest first, and callers learn how many. What is for the log alone
 * must not show in that: room for its longest values is kept free until they come.
 */
#ifndef PROBLEM_ROOM_H
#define PROBLEM_ROOM_H

#include "scope.h"

/* Bytes that are kept free for members for the log, of a problem with the record `record`. */
size_t problem_kept_for_log(const struct problem *problem, const unsigned char *record);

/* Bytes behind the members that a member of this audience, or a field error as PROBLEM_PUBLIC, may
 * take as things are. `record` is the problem's. */
static inline size_t problem_room(const struct problem *problem, const unsigned char *record,
                                  enum problem_audience audience)
{
    size_t taken = (size_t)problem->values_used + problem->violations_used;
    if (audience != PROBLEM_LOG_ONLY &&
        image_u32(record_profile(image_of(problem->registry), record) + PROBLEM_PROFILE_LOG_ROOM) !=
            0)
        taken += problem_kept_for_log(problem, record);
    return taken < sizeof problem->values ? sizeof problem->values - taken : 0;
}

/* Drops as many field errors, newest first, as it takes to get `needed` bytes behind the members.
 * False, and none dropped, when all of them would not do. */
bool problem_make_room(struct problem *problem, size_t needed);

#endif
