/*
 * JSON bodies: read by the client library's strict reader, and looked at where they stand in the
 * input, so that a finding can point at a value and name it.
 */
#ifndef PROBLEMC_VERIFY_BODY_H
#define PROBLEMC_VERIFY_BODY_H

#include "base/buffer.h"

#include "json.h"

struct body {
    struct json json;
    const char *root; /* the first byte of the object or array; NULL: it is neither */
};

/* Scratch for one body after the other. */
struct body_room {
    struct arena *arena;
    char *bytes;
    size_t size;
};

/* Room for this many bytes, with those of the last body gone. */
char *body_room(struct body_room *room, size_t size);

/* Reads what is in `bytes`. False where that is no JSON: `*fault` is the first byte that can't
 * stand where it does, or the end. */
bool body_read(struct body_room *room, struct text bytes, struct body *body, const char **fault);

/* The object's last member of that name; NULL: none, or no object. */
const char *body_member(const struct body *body, const char *object, struct text name);

/* The string at `at`, decoded; `bytes` NULL where it is none. */
struct text body_text(const struct body *body, const char *at);

/* Where a part of what the string at `at` means is written. */
struct text body_within(const struct body *body, const char *at, size_t offset, size_t length);

/* The value at `at` as it is written. */
struct text body_written(const char *at);

/* Whether two values say the same, written the same way: strings by what they mean, numbers by
 * their digits, members in any order. */
bool body_equal(const struct body *a, const char *at, const struct body *b, const char *other);

/* ---------------------------------------------------------------- all of it */

/* The way to a value from the root. */
struct body_step {
    const struct body_step *up; /* NULL: this is the root */
    struct text name;           /* of a member; `bytes` NULL: an item */
    size_t index;               /* of an item */
};

struct body_visitor {
    void *context;
    /* A string: a value, or (`is_name`) the name of the member that `step` leads to. */
    void (*string)(void *context, const struct body_step *step, const char *at, bool is_name);
    /* A name that its object has had before. */
    void (*repeated)(void *context, const struct body_step *step, const char *at);
};

void body_walk(const struct body *body, const struct body_visitor *visitor, struct arena *arena);

/* "/errors/0/detail" (RFC 6901); empty: the root. */
struct text body_pointer(const struct body_step *step, struct arena *arena);

#endif
