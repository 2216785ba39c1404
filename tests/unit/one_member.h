/*
 * For the tests of member types: a registry of one problem with one member, whose response shows
 * the value as JSON (`"v":`), as text in the detail and as the header X. To be included after
 * <cmocka.h>.
 */
#ifndef TESTS_ONE_MEMBER_H
#define TESTS_ONE_MEMBER_H

#include "image_builder.h"

#include <stdio.h>
#include <string.h>

static struct image_builder builder;
static const struct problem_registry *registry;
static struct problem problem;

static inline void begin(void)
{
    problem_clear(&problem);
    problem_begin(&problem, registry, 0, "f", 1, "g");
}

/* Starts a case for the shape, which was added after image_start(). */
static inline void finish(uint32_t shape)
{
    const struct built_member members[] = {{"v", shape, PROBLEM_PUBLIC, false}};
    const struct built_step body[] = {
        {PROBLEM_STEP_DETAIL, "{\"detail\":\"", 2},
        {PROBLEM_STEP_TEXT, "<", 0},
        {PROBLEM_STEP_LITERAL, ">\"", 0},
        {PROBLEM_STEP_MEMBER, ",\"v\":", 0},
        {PROBLEM_STEP_LITERAL, "}", 0},
    };
    const struct built_step value[] = {{PROBLEM_STEP_TEXT, "", 0}};
    const struct built_header headers[] = {{"X", false, value, 1}};
    const struct built_problem only = {
        .number = 1,
        .status = 400,
        .code = "c",
        .title = "t",
        .needs = 1,
        .names = 1,
        .members = members,
        .member_count = 1,
        .body = body,
        .body_count = COUNT(body),
        .headers = headers,
        .header_count = 1,
    };
    image_problem(&builder, &only);
    registry = image_finish(&builder);
    begin();
}

static inline void done(void)
{
    image_free(registry);
}

/* The response to the last put, then readiness for the next one. `header` NULL: it was dropped. */
static inline void expect(const char *json, const char *text, const char *header)
{
    char expected[8192], buffer[8192];
    struct problem_response response;
    snprintf(expected, sizeof expected, "{\"detail\":\"<%s>\",\"v\":%s}", text, json);
    size_t needed = problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_true(needed <= sizeof buffer);
    assert_int_equal(response.body_length, strlen(expected));
    assert_memory_equal(response.body, expected, strlen(expected));
    assert_int_equal(response.header_count, header != NULL ? 3 : 2);
    if (header != NULL)
        assert_string_equal(response.headers[2].value, header);
    assert_int_equal(problem.present, 1);
    assert_int_equal(problem.misfit, 0);
    assert_true(response.body_length <= problem_body_max(registry, 0));
    assert_true(needed - response.body_length <= problem_headers_max(registry, 0));
    begin();
}

static inline void expect_misfit(void)
{
    char buffer[64];
    struct problem_response response;
    assert_int_equal(problem.present, 0);
    assert_int_equal(problem.misfit, 1);
    assert_int_equal(problem.values_used, 0);
    problem_respond(registry, &problem, NULL, buffer, sizeof buffer, &response);
    assert_int_equal(response.body_length, 1);
    assert_int_equal(response.header_count, 2);
    begin();
}

#endif
