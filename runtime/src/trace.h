/*
 * Ids that came with a request. They come from strangers: only what has the right form is taken for
 * an id.
 */
#ifndef PROBLEM_TRACE_H
#define PROBLEM_TRACE_H

#include <stdbool.h>

/* Where the parts of a valid traceparent stand (W3C Trace Context, level 1, 3.2.2). */
enum {
    TRACE_ID = 3,
    TRACE_ID_LENGTH = 32,
    TRACE_SPAN = 36,
    TRACE_SPAN_LENGTH = 16,
    TRACE_FLAGS = 53,
    TRACE_FLAGS_LENGTH = 2,
    TRACE_LENGTH = 55
};

bool problem_is_traceparent(const char *text);

/* [A-Za-z0-9._-]{1,128} */
bool problem_is_request_id(const char *text);

#endif
