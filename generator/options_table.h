/*
 * The tables of commands and options that parsing, --help, the manual and the shells' completions
 * are made from.
 */
#ifndef PROBLEMC_OPTIONS_TABLE_H
#define PROBLEMC_OPTIONS_TABLE_H

#include "options.h"

#include "base/buffer.h"

enum option_kind {
    OPTION_FLAG,   /* bool */
    OPTION_VALUE,  /* const char * */
    OPTION_VALUES, /* struct arguments */
    OPTION_CHOICE, /* int-sized enum: position in `choices` */
};

struct option {
    const char *name; /* long, without dashes */
    char letter;      /* short; 0: none */
    enum option_kind kind;
    size_t offset;
    const char *argument; /* what --help calls its value */
    const char *const *choices;
    unsigned commands; /* bit by enum command */
    const char *doc;
};

struct command_row {
    const char *name;
    const char *operands;
    size_t least, most; /* operands */
    const char *doc;
    const char *done, *found; /* what exit status 0 and 1 mean */
};

extern const struct option options_table[];
extern const size_t options_count;
extern const struct command_row commands_table[]; /* by enum command */
extern const size_t commands_count;

static inline bool option_is_of(const struct option *option, enum command command)
{
    return option->commands >> command & 1;
}

/* options_help.c: what --help prints. */
void options_help(struct buffer *out, enum command command);
void options_help_all(struct buffer *out);

#endif
