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

INLINE char *put_in_minute(char *to, struct problem_time time)
{
    memcpy(to, last_minute.text, PROBLEM_MINUTE_LENGTH);
    to = put_pair(to + PROBLEM_MINUTE_LENGTH, (unsigned)(time.seconds - last_minute.begins));
    *to = '.';
    to = put_microseconds(to + 1, time.nanoseconds);
    *to = 'Z';
    return to + 1;
}

OUTLINE char *put_in_another_minute(char *to, struct problem_time time)
{
    problem_minute_text(last_minute.text, time.seconds, &last_minute.begins);
    return put_in_minute(to, time);
}

char *problem_clock_text(char *to, struct problem_time time)
{
    if ((uint64_t)time.seconds - (uint64_t)last_minute.begins < 60)
        return put_in_minute(to, time);
    return put_in_another_minute(to, time); /* it is later, or the clock was put back */
}

char *problem_now_text(char *to)
{
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_REALTIME, &now);
    return problem_clock_text(to, problem_time((int64_t)now.tv_sec, (int32_t)now.tv_nsec));
}
