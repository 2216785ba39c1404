/*
 * problem_edge.h - what every adapter shares: the service's side of the edge, room for a response,
 * and fields that come in several lines.
 *
 * A service has one of these, constant:
 *
 *     static struct problem_sink sink = PROBLEM_SINK_TO(2);
 *     static void raise_status(struct problem *problem, int status)
 *     {
 *         payments_raise_from_http(problem, status, NULL);
 *     }
 *     static const struct problem_edge edge = {PAYMENTS_REGISTRY, &sink, raise_status};
 *
 * and gives it to its server's adapter with each call. Nothing here keeps state.
 */
#ifndef PROBLEM_EDGE_H
#define PROBLEM_EDGE_H

#include <problem.h>
#include <stdlib.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

struct problem_edge {
    const struct problem_registry *registry; /* whose problems the service answers with */
    struct problem_sink *sink;               /* where records go; NULL: standard error */

    /* Raises the problem that stands for an error of the server itself (400, 404, 405, 413, 500
     * ...), as a rule with a classify source that maps statuses, such as the fragment `http`. Each
     * status that the adapter's header says the server raises needs a row there: one without is the
     * source's `otherwise`, by default the fallback, and the caller gets a 500. NULL, or nothing
     * raised: the fallback, too. */
    void (*raise)(struct problem *problem, int status);
};

/* Bytes for a response on the adapter's stack. A registry that needs more (problemc warns from 16
 * KiB) gets them from malloc. */
enum { PROBLEM_EDGE_ROOM = 16384 };

struct problem_edge_room {
    char *larger; /* of malloc, or NULL */
    char fixed[PROBLEM_EDGE_ROOM];
};

/* problem_respond for `edge`, into `room`; the request's sink is the edge's. Where memory for a
 * large response is not to be had, the response has no body. End with problem_edge_release, after
 * the response has been handed on. */
static inline void problem_edge_respond(const struct problem_edge *edge, struct problem *problem,
                                        struct problem_request request,
                                        struct problem_edge_room *room,
                                        struct problem_response *response)
{
    size_t size = problem_response_max(edge->registry);
    request.sink = edge->sink;
    room->larger = size > sizeof room->fixed ? (char *)malloc(size) : NULL;
    if (room->larger != NULL)
        problem_respond(edge->registry, problem, &request, room->larger, size, response);
    else
        problem_respond(edge->registry, problem, &request, room->fixed, sizeof room->fixed,
                        response);
}

static inline void problem_edge_release(struct problem_edge_room *room)
{
    free(room->larger);
}

/* A header's value for libraries that take no empty one, such as that of Allow where nothing is
 * (RFC 9110 10.2.1): blanks around a value do not count (5.5). */
static inline const char *problem_edge_value(const struct problem_header *header)
{
    return header->value[0] != '\0' ? header->value : " ";
}

/* Raises what stands for an error of the server itself. */
static inline void problem_edge_raise(const struct problem_edge *edge, struct problem *problem,
                                      int status)
{
    if (edge->raise != NULL)
        edge->raise(problem, status);
}

/* ------------------------------------------------------------------ fields in several lines */

/* Bytes for a field that came in several lines; lines that find no room are left out. One that came
 * in a single line is taken as it is, whatever its length. */
enum { PROBLEM_EDGE_FIELD = 1024 };

/* A list field: its value is its lines joined by ", " (RFC 9110 5.3). */
struct problem_edge_field {
    const char *name;
    const char *value; /* NULL: none yet; else the only line's own bytes, or `joined` */
    size_t length;     /* of `joined` */
    char joined[PROBLEM_EDGE_FIELD];
};

/* Field names don't know case (RFC 9110 5.1). */
static inline bool problem_edge_same_name(const char *a, const char *b)
{
    for (; *a != '\0' || *b != '\0'; a++, b++) {
        int lower_a = *a >= 'A' && *a <= 'Z' ? *a + ('a' - 'A') : *a;
        int lower_b = *b >= 'A' && *b <= 'Z' ? *b + ('a' - 'A') : *b;
        if (lower_a != lower_b)
            return false;
    }
    return true;
}

/* Readies a field for its lines. */
static inline void problem_edge_expect(struct problem_edge_field *field, const char *name)
{
    field->name = name;
    field->value = NULL;
    field->length = 0;
}

static inline void problem_edge_join(struct problem_edge_field *field, const char *line)
{
    size_t before = field->length > 0 ? 2 : 0, length = strlen(line);
    size_t room = sizeof field->joined - field->length;
    if (length >= room || before + length >= room)
        return;
    memcpy(field->joined + field->length, ", ", before);
    memcpy(field->joined + field->length + before, line, length + 1);
    field->length += before + length;
}

/* Takes a line of the field, which stays where it is for as long as the value is used. */
static inline void problem_edge_add(struct problem_edge_field *field, const char *line)
{
    if (field->value == NULL) {
        field->value = line;
        return;
    }
    if (field->value != field->joined) {
        field->joined[0] = '\0';
        problem_edge_join(field, field->value);
        field->value = field->joined;
    }
    problem_edge_join(field, line);
}

/* The same with any line of a head; those of other fields are passed over. */
static inline void problem_edge_take(struct problem_edge_field *field, const char *name,
                                     const char *line)
{
    if (line != NULL && problem_edge_same_name(name, field->name))
        problem_edge_add(field, line);
}

#ifdef __cplusplus
}
#endif

#endif
