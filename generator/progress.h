/*
 * The line that says how far a long run is, on a terminal: nothing for the first second, then
 * rewritten in place, and gone before anything else is shown.
 */
#ifndef PROBLEMC_PROGRESS_H
#define PROBLEMC_PROGRESS_H

#include "base/text.h"

struct progress {
    const char *doing;     /* "compiling" */
    struct text file;      /* what it is done with, as the command line names it */
    unsigned columns;      /* the line is shorter than that */
    uint64_t (*now)(void); /* milliseconds since whenever */
    void (*show)(struct text text);
    uint64_t begun, shown; /* when; shown 0: there is no line */
};

/* Begins a run; the rest is filled in. */
void progress_begin(struct progress *progress);

/* A progress_told (source/diagnostic.h). */
void progress_tell(void *progress, const char *stage, size_t done, size_t total);

void progress_clear(struct progress *progress);

#endif
