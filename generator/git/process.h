/*
 * Another program's answer: it is started without a shell, given a text and read to its end.
 */
#ifndef PROBLEMC_GIT_PROCESS_H
#define PROBLEMC_GIT_PROCESS_H

#include "base/arena.h"

struct process_answer {
    int status;             /* as exit() had it; 128 + the signal that ended it */
    struct text out, error; /* what it wrote */
};

/*
 * Runs `arguments` (NULL-terminated; the first is looked for in PATH) in this program's environment
 * without the variables in `without` (NULL-terminated). `input` should be short: all of it is
 * written before anything is read. More than `most` bytes of output end it. 0, or an errno: it
 * could not be started, ENOENT where there is no such program.
 */
int process_run(struct arena *arena, const char *const *arguments, const char *const *without,
                struct text input, size_t most, struct process_answer *answer);

#endif
