/*
 * Source files and places in them.
 *
 * All files of a run share one space of offsets, so that a span is two numbers and still knows its
 * file. A file is read whole, checked byte by byte (source_read), and only then handed to the YAML
 * parser.
 */
#ifndef PROBLEMC_SOURCE_SOURCE_H
#define PROBLEMC_SOURCE_SOURCE_H

#include "base/arena.h"

enum {
    SOURCE_SIZE_MAX = 256 * 1024 * 1024, /* bytes in one file */
    SOURCE_FILES_MAX = 1000,             /* files in one run, includes counted */
};

/* Bytes [begin, end) in the run's offset space. {0, 0} is nowhere: offset 0 belongs to no file. */
struct span {
    uint32_t begin, end;
};

static inline bool span_is_set(struct span span)
{
    return span.end != 0;
}

struct source {
    struct text name;  /* as the user wrote it or as the include led to it; NUL-terminated; may hold
                          any byte */
    struct text bytes; /* the whole file, without a byte order mark */
    uint32_t base;     /* offset of bytes[0] */
    struct source_lines *lines; /* where each line begins: looked for when somebody asks */
    struct source_again *again; /* NULL: all of it stays (source_let_go) */
    bool ascii;                 /* no byte over 0x7f */
};

/* A place as people say it: line and column from 1, columns in code points. */
struct position {
    const struct source *source; /* NULL: nowhere */
    uint32_t line, column;
};

struct sources; /* every file of a run */
struct diagnostics;

struct sources *sources_create(struct arena *arena);

/* Two names of one file have the same. */
struct source_identity {
    uint64_t device, number;
};

/*
 * Where files come from that are not on the disk, such as a revision of a repository: those whose
 * path begins with `prefix`. Their names in messages are those paths.
 */
struct source_store {
    struct text prefix;
    void *context;

    /* False: there is no such file. */
    bool (*find)(void *context, struct text path, struct source_identity *identity);

    /* All of a file, or NULL and why it can't be read. `path` is without the prefix. */
    const char *(*read)(void *context, struct text path, struct text *bytes);
};

void sources_add_store(struct sources *sources, const struct source_store *store);

/* Whether there is a file at `path`. What can't be asked about is there as well, with an identity
 * of zeros: reading it will say what is wrong. */
bool source_find(const struct sources *sources, const char *path, struct source_identity *identity);

/* The path of a file that `source` calls `name`; NUL-terminated. */
struct text source_beside(const struct sources *sources, const struct source *source,
                          struct text name);

/* Why a file gave no source. */
enum source_result {
    SOURCE_OK,
    SOURCE_UNREADABLE, /* the system refused, or it is no regular file: exit status 2. Reported. */
    SOURCE_REFUSED,    /* the byte pass found errors, each reported with its place: exit status 1 */
};

/*
 * Reads the file at `path` and passes over its bytes: size cap, UTF-8, control characters, line
 * breaks other than LF and CRLF, UTF-16. `from` is where an include names it, or nowhere. On
 * SOURCE_OK `*source` is the file.
 */
enum source_result source_read(struct sources *sources, const char *path, struct span from,
                               struct diagnostics *diagnostics, const struct source **source);

/* The same for bytes already in memory; `bytes` must outlive the run. */
enum source_result source_add(struct sources *sources, const char *name, struct text bytes,
                              struct diagnostics *diagnostics, const struct source **source);

/* Both for what is no registry and may hold any bytes: nothing is checked but the size, and a byte
 * order mark is a part of it. */
enum source_result source_read_bytes(struct sources *sources, const char *path,
                                     struct diagnostics *diagnostics, const struct source **source);
enum source_result source_add_bytes(struct sources *sources, const char *name, struct text bytes,
                                    struct diagnostics *diagnostics, const struct source **source);

/*
 * Files on the disk that are read from now on may be let go of; the sources' arena must be an
 * outermost one. Then `bytes` within a span that was let go of may be anything for those who have
 * not brought them back; texts that lie in it are theirs to copy before. Everything below brings
 * them back by itself.
 */
void sources_may_go(struct sources *sources);
bool source_may_go(const struct source *source); /* this one: not where it is small */

/* Nobody looks at what is written there, for now. Spans come in order, and what is between two is
 * nobody's, either. */
void source_let_go(const struct source *source, struct span span);

/* What is written at a place is there again, and all else of `bytes`, read once more. False: the
 * file says something else by now, or can't be read. */
bool source_bring_back(const struct source *source, struct span place);

size_t sources_count(const struct sources *sources);
const struct source *sources_get(const struct sources *sources,
                                 size_t index); /* in order of reading */

const struct source *source_of(const struct sources *sources, struct span span); /* NULL: nowhere */
struct position position_of(const struct sources *sources, uint32_t offset);
uint32_t source_line_count(const struct source *source);                /* at least 1 */
uint32_t source_line_begin(const struct source *source, uint32_t line); /* relative to bytes */
struct text source_line(const struct source *source, uint32_t line);    /* without its line break */

/*
 * Where bytes [offset, offset + length) of a scalar's value stand in the file. `value` is the span
 * of the whole scalar as written (quotes and block indicator included), `text` its value: quotes,
 * escapes, folding and indentation are walked over. Gives `value` itself when the two can't be
 * matched.
 */
struct span source_within(const struct sources *sources, struct span value, struct text text,
                          size_t offset, size_t length);

#endif
