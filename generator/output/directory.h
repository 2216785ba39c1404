/*
 * A directory whose files are all one output: what an earlier run wrote there and this one does not
 * is removed, so that nothing outlives its source. Which files those are stands in a list beside
 * them, ".problemc-files"; whatever else is in the directory is not touched.
 */
#ifndef PROBLEMC_OUTPUT_DIRECTORY_H
#define PROBLEMC_OUTPUT_DIRECTORY_H

#include "output/files.h"

/* Paths from the directory. */
struct paths {
    struct text *items;
    size_t count;
};

/*
 * Ends the outputs, which are all in `directory`, as outputs_finish does; then removes what is
 * stale, and folders that are empty by that. False: reported as `file-unwritable`; where writing
 * failed, every file is as it was before.
 */
bool directory_finish(const char *directory, struct outputs *outputs, struct arena *arena,
                      struct diagnostics *diagnostics, struct paths *removed);

#endif
