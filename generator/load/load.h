/*
 * From files to the model: reads a registry and what it includes, and gives the typed model of
 * registry.h.
 */
#ifndef PROBLEMC_LOAD_LOAD_H
#define PROBLEMC_LOAD_LOAD_H

#include "registry.h"
#include "source/diagnostic.h"

enum load_result {
    LOAD_OK, /* the registry is there, though errors may have been reported: see diagnostics_count
              */
    LOAD_REFUSED,    /* nothing could be made of the file; reported */
    LOAD_UNREADABLE, /* a file could not be read; reported: exit status 2 */
};

/* Where includes are looked for: beside the including file, then here, in this order. */
struct include_path {
    const char *const *directories;
    size_t count;
};

/*
 * Loads the registry at `path`. After LOAD_OK `*registry` is whole enough for every check, even
 * when it has errors: what could not be read is left unset.
 */
enum load_result load_registry(const char *path, const struct include_path *includes,
                               struct arena *arena, struct sources *sources,
                               struct diagnostics *diagnostics, struct registry **registry);

#endif
