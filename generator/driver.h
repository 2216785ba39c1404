/*
 * The driver: each command as the pipeline it is.
 */
#ifndef PROBLEMC_DRIVER_H
#define PROBLEMC_DRIVER_H

#include "options.h"

enum exit_status {
    STATUS_DONE = 0,
    STATUS_ERRORS = 1,   /* the input has errors, or diff found breaking changes; with --strict: or
                            warnings */
    STATUS_UNUSABLE = 2, /* wrong usage, or a file that can't be read or written */
};

/* What a command has to say, to be written out by main.c. */
struct outcome {
    enum exit_status status;
    struct text out;      /* for standard output */
    struct text messages; /* for standard error */
};

/* Where that goes. */
struct display {
    bool colour_messages; /* on a terminal that shows colours */
    bool colour_out;      /* the same for standard output */
    unsigned columns;     /* of it */

    /* Told how far the run is, now and then; NULL: nobody waits. See source/diagnostic.h. */
    void (*told)(void *context, const char *stage, size_t done, size_t total);
    void *context;
};

struct outcome drive(const struct options *options, const struct display *display,
                     struct arena *arena);

#endif
