/*
 * The templates, and other files to print, that are built into the program. embed.cmake writes the
 * table from the files.
 */
#ifndef PROBLEMC_TEMPLATE_EMBEDDED_H
#define PROBLEMC_TEMPLATE_EMBEDDED_H

#include <stddef.h>

struct embedded_template {
    const char *name;  /* the file's path in templates/; of other files their own name */
    const char *bytes; /* a NUL follows them */
    size_t length;
};

extern const struct embedded_template embedded_templates[]; /* sorted by name */
extern const size_t embedded_template_count;

#endif
