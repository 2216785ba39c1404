/*
 * Who may take how much of struct problem's value area. Members come first; field errors that find
 * no room any more are dropped, newest first, and callers learn how many. What is for the log alone
 * must not show in that: room for its longest values is kept free until they come.
 */
#ifndef PROBLEM_ROOM_H
#define PROBLEM_ROOM_H

#include "problem.h"

/* Bytes behind the members that a member of this audience, or a field error as PROBLEM_PUBLIC, may
 * take as things are. */
size_t problem_room(const struct problem *problem, enum problem_audience audience);

/* Drops as many field errors, newest first, as it takes to get `needed` bytes behind the members.
 * False, and none dropped, when all of them would not do. */
bool problem_make_room(struct problem *problem, size_t needed);

#endif
