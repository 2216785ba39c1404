/*
 * Whether to try again, and when.
 */
#include "problem_client.h"

#include <string.h>

#include "moment.h"

bool problem_is_transient(const struct problem_received *received)
{
    struct problem_info info;
    if (problem_describe(received->registry, received->number, &info))
        return info.retry == PROBLEM_RETRY_SAME_REQUEST || info.retry == PROBLEM_RETRY_AFTER_DELAY;
    switch (received->status) {
    case 408:
    case 425:
    case 429:
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

/* The field's value without the blanks around it (RFC 9110 5.5). */
static struct problem_text trimmed(const char *value)
{
    struct problem_text text = {value, strlen(value)};
    while (text.length > 0 && (*text.bytes == ' ' || *text.bytes == '\t')) {
        text.bytes++;
        text.length--;
    }
    while (text.length > 0 &&
           (text.bytes[text.length - 1] == ' ' || text.bytes[text.length - 1] == '\t'))
        text.length--;
    return text;
}

/* delay-seconds, cut to the maximum; -1: it is none. */
static int64_t read_delay(struct problem_text text)
{
    int64_t seconds = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return -1;
        seconds = 10 * seconds + (text.bytes[i] - '0');
        if (seconds > PROBLEM_RETRY_AFTER_MAX)
            seconds = PROBLEM_RETRY_AFTER_MAX;
    }
    return text.length > 0 ? seconds : -1;
}

int64_t problem_retry_after(const struct problem_received *received, int64_t now)
{
    if (received->retry_after == NULL)
        return -1;
    struct problem_text text = trimmed(received->retry_after);
    int64_t date, delay = read_delay(text);
    if (delay >= 0 || !problem_read_http_date(text, now, &date))
        return delay;
    if (date <= now)
        return 0;
    uint64_t wait = (uint64_t)date - (uint64_t)now; /* `now` may be anything */
    return wait < PROBLEM_RETRY_AFTER_MAX ? (int64_t)wait : PROBLEM_RETRY_AFTER_MAX;
}
