/*
 * two_layers_feed.h - a text, given to a case of a problem in each way in which a service could,
 * and what is sent then.
 */
#ifndef TWO_LAYERS_FEED_H
#define TWO_LAYERS_FEED_H

#include "cases.h"
#include "two_layers_members.h"

enum feed {
    FEED_CAUSE = 1,     /* problem_because, before the raise */
    FEED_ERRNO = 2,     /* problem_because_errno, after it, as the others */
    FEED_CODE = 4,      /* a foreign message */
    FEED_STATE = 8,     /* a foreign source, code and message */
    FEED_MEMBERS = 16,  /* every string member for the log, also those that don't take it */
    FEED_REQUEST = 32,  /* path, method, ids, languages and Accept */
    FEED_EARLIER = 64,  /* members of an earlier raise, also those that callers would have seen */
    FEED_REFUSED = 128, /* members that callers see, where their shape refuses it */
    FEED_LAST = FEED_REFUSED,
    FEED_EVERYTHING = 255,
    FEED_TEXTS = 256 /* members of type text that callers see, also those that don't take it */
};

#define FEED_SOURCE "library"
enum { FEED_CODE_NUMBER = 2067, FEED_VIOLATIONS_MAX = 8 };

/* A response as it goes over the wire. */
struct wire {
    size_t length;
    char bytes[1 << 16];
};

/* One case, and what is fed to it. */
struct feeding {
    const struct every_case *the_case;
    const char *text; /* NUL-terminated; stays while the problem is used */
    size_t length;
    struct string_members members;                    /* with a value: is fed */
    struct string_members rules[FEED_VIOLATIONS_MAX]; /* those of each field error's rule */
    struct problem problem;
    struct problem_request request;
};

/* A case of the registry with this view, to which nothing is fed yet; of few field errors. */
void feed_begin(struct feeding *feeding, const cJSON *view, const struct every_case *the_case);

/*
 * Raises the case anew, under an id that is always the same, and feeds `text` in the ways that
 * `feeds` combines. Members that refuse the text get `refused` instead, which they must refuse as
 * well; the text itself as a rule.
 */
void feed_raise(struct feeding *feeding, unsigned feeds, bool head, const char *text,
                const char *refused);

/* What `registry` answers. */
void feed_respond(struct feeding *feeding, const struct problem_registry *registry,
                  struct wire *wire);

/* Ends the program where they differ in a byte. */
void wire_check_same(const struct wire *wire, const struct wire *expected, const char *how);

#endif
