/*
 * One run over one set of files, and the stages that every command is put together from. Each stage
 * hands the next a finished value; what is wrong goes to the diagnostics.
 */
#ifndef PROBLEMC_RUN_H
#define PROBLEMC_RUN_H

#include "base/buffer.h"
#include "driver.h"
#include "output/directory.h"
#include "registry.h"
#include "tables/image.h"
#include "view/value.h"

struct run {
    const struct options *options;
    const struct display *display;
    struct arena *arena;
    struct sources *sources;
    struct diagnostics *diagnostics;
    struct buffer out, messages;
    bool unusable; /* exit status 2 */
    bool refused;  /* exit status 1, whatever the diagnostics say */
    bool reported; /* what there was to say is in `out`, whatever the format */
};

/* bytes -> tree -> model -> checked model; false: it has errors. */
bool run_load(struct run *run, const char *path, struct registry **registry);

/* checked model -> tables, with the checks that look at them. */
bool run_build(struct run *run, const struct registry *registry, struct image *image);

/* view -> text, from a template; false where that is NULL, too. */
bool run_print(struct run *run, const struct source *template, const struct value *view,
               struct buffer *out);

/* The same into the next of the outputs. */
bool run_print_file(struct run *run, const struct source *template, const struct value *view,
                    struct outputs *outputs, struct text path);

/* Where --depfile is given, writes it into the outputs: that `targets`, or --deptarget, depend on
 * the first `sources` that were read. */
bool run_write_depfile(struct run *run, struct outputs *outputs, const struct outputs *targets,
                       size_t sources);

/* Ends the outputs: all of them, where everything went `fine`, or none. */
bool run_end_outputs(struct run *run, struct outputs *outputs, bool fine);

/* One of the files that are built in, as a source, or NULL: a template_loader of a run. */
const struct source *run_embedded(void *run, struct text name);

/* The same as run_end_outputs for a directory that is one output: what is stale in it goes
 * (output/directory.h). */
bool run_end_directory(struct run *run, const char *directory, struct outputs *outputs, bool fine,
                       struct paths *removed);

/* About the command line, or what can't be used: nothing that a place in a file could be shown
 * for. Exit status 2. */
void run_complain(struct run *run, struct text message);

/* How to get past a complaint. */
void run_hint(struct run *run, struct text hint);

/* Loads it without the checks: no warnings, and no errors but those of reading it. */
bool run_read(struct run *run, const char *path, struct registry **registry);

/* A command line's code of a problem that is not there. */
void run_no_problem(struct run *run, const struct registry *registry, const char *code);

/* Commands with a file of their own: compile.c, changes.c, verify.c. */
void run_compile(struct run *run);
void run_diff(struct run *run);
void run_verify(struct run *run);

#endif
