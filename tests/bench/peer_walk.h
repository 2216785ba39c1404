/*
 * The three bodies as a JSON library's user writes them, once for all libraries. A peer says how
 * each step is done before it includes this; all of it is inlined, so that nothing is in between:
 *
 *     node                          what members are added to
 *     begin()                       the document, an object
 *     put_text(to, name, text)      a member of `to`
 *     put_integer(to, name, value)
 *     put_amount(to, name, hundredths, text)    a number, also as text; whichever the library takes
 *     open_array(to, name), close_array(array)
 *     open_element(array), close_element(element)    an object in it
 *     end(document, buffer, size)   the document as text: its length
 */
#ifndef BENCH_PEER_WALK_H
#define BENCH_PEER_WALK_H

#include "peer.h"

#include <inttypes.h>
#include <stdio.h>

/* What has to be put together before the library gets it, with snprintf, as its users do it. */
static inline void walk_amount(char *text, size_t size, int64_t hundredths)
{
    snprintf(text, size, "%" PRId64 ".%02d", hundredths / 100, (int)(hundredths % 100));
}

static inline node walk_head(const char *type, const char *title, int status, const char *detail,
                             const struct peer_id *id)
{
    char instance[64];
    snprintf(instance, sizeof instance, "urn:uuid:%s", id->text);
    node document = begin();
    put_text(document, "type", type);
    put_text(document, "title", title);
    put_integer(document, "status", status);
    put_text(document, "detail", detail);
    put_text(document, "instance", instance);
    return document;
}

static inline size_t walk_body(const struct peer_values *values, char *buffer, size_t size)
{
    char detail[160], balance[32], cost[32];
    walk_amount(balance, sizeof balance, values->balance);
    walk_amount(cost, sizeof cost, values->cost);
    snprintf(detail, sizeof detail, "Your balance is %s but this transaction requires %s.", balance,
             cost);
    node document = walk_head(PEER_FUNDS, PEER_FUNDS_TITLE, 403, detail, values->id);
    put_amount(document, "balance", values->balance, balance);
    put_amount(document, "cost", values->cost, cost);
    put_text(document, "account", values->account);
    return end(document, buffer, size);
}

static inline size_t walk_constant(const struct peer_id *id, char *buffer, size_t size)
{
    node document =
        walk_head(PEER_UNAVAILABLE, PEER_UNAVAILABLE_TITLE, 503, PEER_UNAVAILABLE_DETAIL, id);
    return end(document, buffer, size);
}

static inline size_t walk_violations(const struct peer_id *id, const struct peer_place *places,
                                     size_t count, char *buffer, size_t size)
{
    char text[160];
    node document = walk_head(PEER_INVALID, PEER_INVALID_TITLE, 422, PEER_INVALID_DETAIL, id);
    node errors = open_array(document, "errors");
    for (size_t i = 0; i < count; i++) {
        node error = open_element(errors);
        snprintf(text, sizeof text, "#%s", places[i].pointer);
        put_text(error, "pointer", text);
        snprintf(text, sizeof text, "Must be at least %" PRId64 ".", places[i].limit);
        put_text(error, "detail", text);
        put_text(error, "rule", "minimum");
        close_element(error);
    }
    close_array(errors);
    return end(document, buffer, size);
}

/* A peer that may differ from our bytes says how; else NULL. */
#define PEER_WALKS(name, differs)                                                                  \
    const struct peer bench_peer = {name, differs, walk_body, walk_constant, walk_violations}

#endif
