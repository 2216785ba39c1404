/*
 * Texts with placeholders read backwards: which values a finished text was made of.
 */
#ifndef PROBLEMC_VERIFY_MATCH_H
#define PROBLEMC_VERIFY_MATCH_H

#include "registry.h"

/*
 * Calls `accept` with one value for each placeholder of the message, in its order, for each way
 * that `text` can be split so; until `accept` says true. False where no way is left, or after
 * MATCH_TRIES of them. `values` has room for one more than the message's pieces.
 */
enum { MATCH_TRIES = 64 };
typedef bool match_accept(void *context, const struct text *values);
bool match_message(const struct message *message, struct text text, struct text *values,
                   match_accept *accept, void *context);

#endif
