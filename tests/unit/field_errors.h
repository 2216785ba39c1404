/*
 * For the tests of field errors: the payments registry with one occurrence that collects them. To
 * be included after <cmocka.h>.
 */
#ifndef TESTS_FIELD_ERRORS_H
#define TESTS_FIELD_ERRORS_H

#include "payments_image.h"

#include <stdio.h>
#include <string.h>

static const struct problem_registry *registry, *other;
static struct problem problem;
static char buffer[16384];

static inline void start(const struct built_violations *how)
{
    registry = payments_image("https://example.com/", false, how);
    other = payments_image("", false, NULL);
    problem_clear(&problem);
}

static inline void done(void)
{
    image_free(registry);
    image_free(other);
}

static inline void add(enum payments_rule rule, struct problem_where where)
{
    problem_violation_begin(&problem, registry, (uint32_t)rule, &where);
    if (rule == MINIMUM)
        problem_put_integer(&problem, 0, 1);
    problem_violation_end(&problem);
}

static inline void raise_problem(void)
{
    problem_begin(&problem, registry, VALIDATION_FAILED, "f", 1, "g");
}

static inline void expect(const char *errors)
{
    char expected[16384];
    struct problem_response response;
    raise_problem();
    snprintf(expected, sizeof expected, "{\"status\":422%s}", errors);
    problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_int_equal(response.body_length, strlen(expected));
    assert_memory_equal(response.body, expected, strlen(expected));
    assert_true(response.body_length <= problem_body_max(registry, VALIDATION_FAILED));
    problem_clear(&problem);
}

#endif
