/*
 * A long text for a reader at a terminal: through $PAGER, else `less` (which shows what fits on the
 * screen at once, and colours, unless $LESS says otherwise).
 */
#ifndef PROBLEMC_PAGER_H
#define PROBLEMC_PAGER_H

#include "base/text.h"

/* False: no pager could be started, and nothing was shown. A reader who leaves early has seen
 * enough. Waits for the pager's end. SIGPIPE must be ignored. */
bool pager_show(struct text text);

#endif
