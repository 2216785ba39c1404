/*
 * The files of a registry that is fuzzed: the loader reads by path, so they are written to a
 * directory that goes with the process.
 */
#ifndef PROBLEMC_TESTS_FUZZ_FILES_H
#define PROBLEMC_TESTS_FUZZ_FILES_H

#include "base/text.h"

/* Between a registry and the file that it can include as fragment.yaml. */
#define FRAGMENT_MARK "\n=== fragment.yaml\n"

/* Writes both files; returns the registry's path. */
const char *fuzz_files(struct text input);

#endif
