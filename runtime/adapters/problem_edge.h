/*
 * problem_edge.h - what every adapter shares: the service's side of the edge, and room for a
 * response.
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

#ifdef __cplusplus
extern "C" {
#endif

struct problem_edge {
    const struct problem_registry *registry; /* whose problems the service answers with */
    struct problem_sink *sink;               /* where records go; NULL: standard error */

    /* Raises the problem that stands for an error of the server itself (400, 404, 405, 413, 500
     * ...), as a rule with a classify source that maps statuses. NULL, or nothing raised: the
     * registry's fallback. */
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

/* Raises what stands for an error of the server itself. */
static inline void problem_edge_raise(const struct problem_edge *edge, struct problem *problem,
                                      int status)
{
    if (edge->raise != NULL)
        edge->raise(problem, status);
}

#ifdef __cplusplus
}
#endif

#endif
