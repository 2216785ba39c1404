/*
 * Output files: written completely or not at all, all of a run together, and left alone where they
 * already say the same.
 *
 * Each is compared with what is there while it comes in. From the first difference on it goes to a
 * temporary file beside it (".NAME.tmp", so that the next run clears up after one that was killed);
 * only when all of them are on disk without an error are they renamed, in order. Runs side by side
 * into one directory take turns.
 */
#ifndef PROBLEMC_OUTPUT_FILES_H
#define PROBLEMC_OUTPUT_FILES_H

#include "base/buffer.h"
#include "source/diagnostic.h"

struct output_file {
    struct text path;
    struct text contents;
};

/*
 * The files of a run, one after the other and each in as many pieces as one likes. Directories are
 * made on the way. False: it was reported as `file-unwritable`, then or before, and every file will
 * be as it was. Temporaries go when memory runs out, too.
 */
struct outputs *outputs_begin(struct arena *arena, struct diagnostics *diagnostics);
bool outputs_open(struct outputs *outputs, struct text path); /* the next file */
bool outputs_write(struct outputs *outputs, struct text bytes);
bool outputs_close(struct outputs *outputs);
struct sink outputs_sink(struct outputs *outputs); /* that writes to the file that is open */

size_t outputs_count(const struct outputs *outputs);
struct text outputs_path(const struct outputs *outputs, size_t i);

/* Ends with all of them, or none: each `outputs_begin` needs one of these. False: as above. */
bool outputs_finish(struct outputs *outputs);
bool outputs_abandon(struct outputs *outputs);

/* All of it for files that are there in whole. */
bool files_write(const struct output_file *files, size_t count, struct arena *arena,
                 struct diagnostics *diagnostics);

/*
 * A rule for Make and Ninja: the targets depend on the first `source_count` sources, and each has a
 * rule without a recipe, so that deleting an included file is problemc's to report. Blanks, #, :
 * and $ in names are escaped.
 */
struct text depfile_contents(struct arena *arena, const struct text *targets, size_t count,
                             const struct sources *sources, size_t source_count);

#endif
