/*
 * The command line. One table of commands and their options serves parsing, --help and the
 * messages.
 */
#ifndef PROBLEMC_OPTIONS_H
#define PROBLEMC_OPTIONS_H

#include "base/arena.h"

enum command {
    COMMAND_COMPILE,
    COMMAND_DOCS,
    COMMAND_CHECK,
    COMMAND_DIFF,
    COMMAND_RENDER,
    COMMAND_OPENAPI,
    COMMAND_EXPLAIN,
    COMMAND_VIEW,
    COMMAND_TEMPLATE,
    COMMAND_INIT,
    COMMAND_SCHEMA,
    COMMAND_VERIFY,
};

enum format {
    FORMAT_TEXT,
    FORMAT_JSON,
    FORMAT_SARIF,
    FORMAT_GITHUB,
};

enum verify_format {
    VERIFY_TEXT,
    VERIFY_JSON,
    VERIFY_TAP,
};

enum colour {
    COLOUR_AUTO,
    COLOUR_ALWAYS,
    COLOUR_NEVER,
};

enum docs_audience {
    DOCS_PUBLIC,
    DOCS_OPERATOR,
};

/* A growing list of arguments. */
struct arguments {
    const char **items;
    size_t count;
};

struct options {
    enum command command;
    struct arguments operands; /* registries, files, member=value ... */
    struct arguments include;  /* -I */
    const char *installed;     /* where includes are looked for last; NULL: nowhere. Not parsed */
    const char *output;        /* -o; NULL: not given */
    const char *depfile;
    const char *deptarget; /* NULL: the outputs */
    const char *sources;   /* --sources; NULL: not given */
    enum format format;
    enum docs_audience audience;
    enum colour colour;
    bool strict;
    const char *today;           /* YYYY-MM-DD; NULL: not given */
    const char *against;         /* --against, without its git:; NULL: not given */
    struct arguments violations; /* --violation */
    const char *id;
    const char *accept;
    bool head;
    enum verify_format verify_format;
    const char *expect;
    struct arguments allowed; /* --allow */
    struct text input;        /* standard input, of a command that reads it. Not parsed */
};

enum parse_result {
    PARSE_RUN,   /* options say what to do */
    PARSE_DONE,  /* --help or --version: `out` says it, exit status 0 */
    PARSE_WRONG, /* `out` says what is wrong, exit status 2 */
};

/* Whether the command reads standard input: then it must be in `input` before it runs. */
bool options_read_input(const struct options *options);

enum parse_result options_parse(int argc, char **argv, struct arena *arena, struct options *options,
                                struct text *out);

#endif
