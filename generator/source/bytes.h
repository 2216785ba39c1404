/*
 * The strict pass over a file's bytes, before any parser sees them.
 */
#ifndef PROBLEMC_SOURCE_BYTES_H
#define PROBLEMC_SOURCE_BYTES_H

#include "source/diagnostic.h"

enum {
    BYTES_FINDINGS_MAX = 20, /* in one file: a file in a wrong encoding has one in every line */
};

/*
 * Reports what may not stand in a registry: bytes that are no UTF-8, control and bidirectional
 * characters, line breaks other than LF and CRLF. Sets `source->ascii`. False when there was
 * something to report.
 */
bool bytes_check(struct source *source, struct diagnostics *diagnostics);

#endif
