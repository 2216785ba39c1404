/*
 * For the tests of what a response is: the registries of client_image.h, and the number that the
 * client finds in a body. To be included after <cmocka.h>.
 */
#ifndef TESTS_CLIENT_NUMBERS_H
#define TESTS_CLIENT_NUMBERS_H

#include "client_image.h"

#define PROBLEM_TYPE "application/problem+json"

static const struct problem_registry *typed, *by_lookup, *blank, *caused;

static inline int set_up(void **state)
{
    (void)state;
    typed = typed_registry(false);
    by_lookup = typed_registry(true);
    blank = blank_registry(false);
    caused = blank_registry(true);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    image_free(typed);
    image_free(by_lookup);
    image_free(blank);
    image_free(caused);
    return 0;
}

/* The number, or -1 - result where it is no problem. */
static inline int number_of(const struct problem_registry *registry, struct problem_reply reply,
                            const char *body)
{
    struct arrival arrival;
    arrive(&arrival, registry, reply, body, strlen(body));
    int number = (int)arrival.received.number;
    if (registry == by_lookup && number != 0)
        number -= FAR;
    bool known = arrival.result == PROBLEM_RECEIVED_KNOWN;
    assert_true(known == (number != 0));
    assert_int_equal(arrival.received.status, reply.status);
    leave(&arrival);
    return known || arrival.result == PROBLEM_RECEIVED_UNKNOWN ? number : -1 - (int)arrival.result;
}

static inline int numbered(const struct problem_registry *registry, int status, const char *body)
{
    return number_of(registry, reply_of(status, PROBLEM_TYPE), body);
}

#endif
