/*
 * two_layers_members.h - which members of a problem take strings, by the registry's view, and
 * values for them.
 */
#ifndef TWO_LAYERS_MEMBERS_H
#define TWO_LAYERS_MEMBERS_H

#include "every.h"

#include <cjson/cJSON.h>

enum { STRING_MEMBERS_MAX = 64 };

struct string_member {
    const char *name;  /* the view's */
    const char *type;  /* "text", "identifier", ...; of a list its items' */
    const char *value; /* text that it takes, or NULL: as the case has it */
    size_t max;        /* bytes */
    enum problem_audience audience;
    bool pattern, list;
    bool shared; /* every problem of the registry carries it */
};

struct string_members {
    struct string_member items[STRING_MEMBERS_MAX];
    size_t count;
};

/* The view that `problemc view` wrote; the caller deletes it. `*text` is the file as it is, which
 * stays. Ends the program where it can't be read. */
cJSON *view_read(const char *path, const char **text);

/* The members of the problem with this code, or of the rule, and of the registry, where they take
 * strings. Pointers lead into the view. */
void string_members_of_problem(const cJSON *view, const char *code, struct string_members *members);
void string_members_of_rule(const cJSON *view, const char *rule, struct string_members *members);

/* False: the shape takes no such string, in no case. True may be wrong but for identifiers without
 * a pattern, and for text. */
bool string_may_fit(const struct string_member *member, const char *text, size_t length);

/* Writes `from` to `to` with the members' values instead of those that are there. The strings stay
 * until the next call, each in a block of its own, where sanitizers see a read past its end. */
void string_members_put(const struct string_members *members, const struct every_arguments *from,
                        struct every_arguments *to);

#endif
