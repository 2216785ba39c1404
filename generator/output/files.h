/*
 * Output files: written completely or not at all, all of a run together, and left alone where they
 * already say the same.
 *
 * Each goes to a temporary file beside it first (".NAME.tmp", so that the next run clears up after
 * one that was killed); only when all of them are on disk without an error are they renamed, in
 * order. Runs side by side into one directory take turns.
 */
#ifndef PROBLEMC_OUTPUT_FILES_H
#define PROBLEMC_OUTPUT_FILES_H

#include "source/diagnostic.h"

struct output_file {
    struct text path;
    struct text contents;
};

/* Writes the files; makes directories on the way. False: reported as `file-unwritable`;
 * every file is as it was before. */
bool files_write(const struct output_file *files, size_t count, struct arena *arena,
                 struct diagnostics *diagnostics);

/*
 * A rule for Make and Ninja: the targets depend on the first `source_count` sources, and each has a
 * rule without a recipe, so that deleting an included file is problemc's to report. Blanks, #, :
 * and $ in names are escaped.
 */
struct text depfile_contents(struct arena *arena, const struct output_file *targets, size_t count,
                             const struct sources *sources, size_t source_count);

#endif
