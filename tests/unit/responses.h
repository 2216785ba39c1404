/*
 * For the tests of whole responses: the payments registry, an occurrence of it, and the response to
 * it. To be included after <cmocka.h>.
 */
#ifndef TESTS_RESPONSES_H
#define TESTS_RESPONSES_H

#include "payments_image.h"

#include <string.h>

#define ID "00000000-0000-4000-8000-000000000000"

static const unsigned char fixed_id[16] = {[6] = 0x40, [8] = 0x80};
static const struct problem_registry *payments, *other;
static char buffer[4096];
static struct problem_response response;

static inline int set_up(void **state)
{
    (void)state;
    payments = payments_image("https://example.com/", false, NULL);
    other = payments_image("", false, NULL);
    return 0;
}

static inline int tear_down(void **state)
{
    (void)state;
    image_free(payments);
    image_free(other);
    return 0;
}

static inline struct problem raised(enum payments_index index)
{
    struct problem problem = PROBLEM_INIT;
    problem_begin(&problem, payments, (uint32_t)index, "file.c", 7, "function");
    problem_fix_occurrence(&problem, fixed_id);
    return problem;
}

static inline struct problem insufficient_funds(void)
{
    struct problem problem = raised(INSUFFICIENT_FUNDS);
    problem_put_decimal(&problem, BALANCE, problem_decimal(3000, 2));
    problem_put_decimal(&problem, COST, problem_decimal(50, 0));
    problem_put_string(&problem, SHARD, "shard-7");
    return problem;
}

static inline void respond(struct problem *problem, const struct problem_request *request)
{
    size_t needed = problem_respond(payments, problem, request, buffer, sizeof buffer, &response);
    assert_true(needed <= sizeof buffer);
}

static inline void expect_body(struct problem *problem, const char *body)
{
    respond(problem, NULL);
    assert_int_equal(response.content_length, response.body_length);
    assert_int_equal(response.body_length, strlen(body));
    assert_memory_equal(response.body, body, strlen(body));
}

static inline const char *header(const char *name)
{
    for (size_t i = 0; i < response.header_count; i++) {
        if (strcmp(response.headers[i].name, name) == 0)
            return response.headers[i].value;
    }
    return NULL;
}

#endif
