/*
 * Files as a revision has them: a store (source.h) that asks `git`, which must be installed.
 *
 * The repository is the one that the registry's file lies in, whatever GIT_DIR says: hooks set it.
 * Nothing that a user or a file names reaches git as an option: revisions become an object's name
 * first, and paths are given on git's standard input behind that.
 */
#ifndef PROBLEMC_GIT_GIT_H
#define PROBLEMC_GIT_GIT_H

#include "source/source.h"

/*
 * The store of `revision` for the registry at `path` and what lies around it. Its prefix is
 * "git:REVISION:", so that of the registry itself there the path is "git:REVISION:PATH". False:
 * `why` says so, and `help`, where not empty, how to get past it.
 */
bool git_open(const char *revision, const char *path, struct arena *arena,
              struct source_store *store, struct text *why, struct text *help);

#endif
