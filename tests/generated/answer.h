/*
 * answer.h - what every response must be, whatever the problem. All end the program with a message
 * when it is not.
 */
#ifndef ANSWER_H
#define ANSWER_H

#include <cjson/cJSON.h>
#include <problem.h>

/* What is being tried, for the messages: a printf format. */
void answer_about(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Ends the program. */
_Noreturn void answer_wrong(const char *format, ...) __attribute__((format(printf, 1, 2)));

#define ANSWER_CHECK(condition)                                                                    \
    do {                                                                                           \
        if (!(condition))                                                                          \
            answer_wrong("%s:%d: not so: %s", __FILE__, __LINE__, #condition);                     \
    } while (0)

/* The value of a header, or NULL. A name may be there once. */
const char *answer_header(const struct problem_response *response, const char *name);

/*
 * The head and the body of a full response: headers that RFC 9110 takes, a body that RFC 9457
 * takes. Returns the body as cJSON reads it; the caller deletes it.
 */
cJSON *answer_check(const struct problem_response *response);

/*
 * Renders into every size of buffer, from none to more than enough: says the same size each time,
 * never writes outside, never gives out part of a body, and gives the same body wherever it fits.
 * Returns the size. `room` bytes must be enough.
 */
size_t answer_every_size(const struct problem_registry *registry, struct problem *problem,
                         const struct problem_request *request, size_t room);

#endif
