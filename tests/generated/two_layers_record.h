/*
 * two_layers_record.h - the other layer: nothing that was fed to a problem is missing from its
 * record.
 */
#ifndef TWO_LAYERS_RECORD_H
#define TWO_LAYERS_RECORD_H

#include "two_layers_feed.h"

/*
 * The record of what feed_raise made: one line of strict JSON under the occurrence's id, which
 * holds the text wherever `feeds` says that it was given, whole or cut as documented. Where it was
 * given in several ways, the first cause alone is looked for. Ends the program where that is not
 * so.
 */
void record_check(struct feeding *feeding, unsigned feeds);

#endif
