/*
 * The texts that have to be put together before a JSON library gets them, with snprintf, as its
 * users do it.
 */
#ifndef BENCH_PEER_TEXT_H
#define BENCH_PEER_TEXT_H

#include "peer.h"

#include <inttypes.h>
#include <stdio.h>

struct peer_text_set {
    char detail[160], instance[64], balance[32], cost[32];
};

static inline void peer_amount(char *text, size_t size, int64_t hundredths)
{
    snprintf(text, size, "%" PRId64 ".%02d", hundredths / 100, (int)(hundredths % 100));
}

static inline void peer_instance(char *text, size_t size, const char *id)
{
    snprintf(text, size, "urn:uuid:%s", id);
}

static inline void peer_texts(struct peer_text_set *texts, const struct peer_values *values)
{
    peer_amount(texts->balance, sizeof texts->balance, values->balance);
    peer_amount(texts->cost, sizeof texts->cost, values->cost);
    peer_instance(texts->instance, sizeof texts->instance, values->id);
    snprintf(texts->detail, sizeof texts->detail,
             "Your balance is %s but this transaction requires %s.", texts->balance, texts->cost);
}

static inline void peer_rule(char *text, size_t size, const struct peer_place *place)
{
    snprintf(text, size, "Must be at least %" PRId64 ".", place->limit);
}

static inline void peer_pointer(char *text, size_t size, const struct peer_place *place)
{
    snprintf(text, size, "#%s", place->pointer);
}

#endif
