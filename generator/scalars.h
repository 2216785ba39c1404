/*
 * Written values: what the model's structs are made of. Each carries the span it was written at.
 */
#ifndef PROBLEMC_SCALARS_H
#define PROBLEMC_SCALARS_H

#include "source/source.h"

struct string {
    struct text text; /* NUL-terminated where not empty */
    struct span span;
};

struct strings {
    struct string *items;
    size_t count;
};

struct integer {
    int64_t value;
    struct span span;
};

struct boolean {
    bool value;
    struct span span;
};

/* One of a closed set of words; the value's enum is named beside each field. */
struct choice {
    int value;
    struct span span;
};

#endif
