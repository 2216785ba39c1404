#define _DEFAULT_SOURCE 1 /* clock_gettime */

#include "clock.h"

#include <time.h>

#include "calendar.h"
#include "inline.h"

/* The minute that this thread wrote last: most moments are in the same one. */
static _Thread_local struct {
    int64_t begins;
    char text[PROBLEM_MINUTE_LENGTH];
} last_minute = {INT64_MIN, ""};

OUTLINE int64_t begin_minute(int64_t seconds)
{
    problem_minute_text(last_minute.text, seconds, &last_minute.begins);
    return last_minute.begins;
}

INLINE char *put_moment(char *to, struct problem_time time)
{
    int64_t begins = last_minute.begins;
    if ((uint64_t)time.seconds - (uint64_t)begins >= 60) /* later, or the clock was put back */
        begins = begin_minute(time.seconds);
    memcpy(to, last_minute.text, PROBLEM_MINUTE_LENGTH);
    to = put_pair(to + PROBLEM_MINUTE_LENGTH, (unsigned)(time.seconds - begins));
    *to = '.';
    to = put_microseconds(to + 1, time.nanoseconds);
    *to = 'Z';
    return to + 1;
}

char *problem_clock_text(char *to, struct problem_time time)
{
    return put_moment(to, time);
}

char *problem_now_text(char *to)
{
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_REALTIME, &now);
    return put_moment(to, problem_time((int64_t)now.tv_sec, (int32_t)now.tv_nsec));
}
