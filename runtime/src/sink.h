/*
 * Handing a record to a sink, without waiting for it.
 */
#ifndef PROBLEM_SINK_H
#define PROBLEM_SINK_H

#include "problem.h"

/* A record behind a newline of its own, which ends a line that was torn. */
struct line {
    char text[1 + PROBLEM_RECORD_SIZE]; /* the record is at text + 1 */
    size_t length;                      /* of the record */
};

/* Gives the line to a sink that is a descriptor (NULL: standard error), or counts it as dropped. */
void problem_sink_take(struct problem_sink *sink, struct line *line);

/* Whether it wants records at all. */
static inline bool sink_listens(const struct problem_sink *sink)
{
    return sink == NULL || sink->descriptor >= 0 || sink->write != NULL;
}

void problem_sink_drop(struct problem_sink *sink);

/* Gives the line to the sink (NULL: standard error), or counts it as dropped. */
static inline void sink_take(struct problem_sink *sink, struct line *line)
{
    if (sink == NULL || sink->write == NULL)
        problem_sink_take(sink, line);
    else if (!sink->write(sink->context, line->text + 1, line->length))
        problem_sink_drop(sink);
}

#endif
