/* The command line as values, see commands.c. */
#ifndef PROBLEMC_TESTS_COMMANDS_H
#define PROBLEMC_TESTS_COMMANDS_H

#include "view/value.h"

struct value *view_commands(struct arena *arena);
struct value *view_common_options(struct arena *arena);

#endif
