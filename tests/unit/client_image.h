/*
 * For the tests of the client: a registry with types, one without, and a reply of either. To be
 * included after <cmocka.h>.
 */
#ifndef TESTS_CLIENT_IMAGE_H
#define TESTS_CLIENT_IMAGE_H

#include "image_builder.h"
#include "problem_client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BASE "https://api.example.com/errors/"
#define UUID "7f3d2a1c-9e4b-4f8d-b1c2-0a3e5f7d9b12"

/* The numbers of the problems of typed_registry(false); FAR more in typed_registry(true). */
enum { OUT_OF_STOCK = 1, SLOW_DOWN, BUSY, CLOSED, ELSEWHERE, GONE, CONCEALED, FAR = 1000 };

/* Those of blank_registry(). */
enum { BAD_FORMAT = 1, BAD_VALUE, TOO_LONG, HIDDEN, NOT_BLANK };

static struct image_builder builder;

static inline uint32_t add_problem(uint32_t number, int status, const char *code, const char *type,
                                   enum problem_retry retry)
{
    const struct built_step body[] = {
        {PROBLEM_STEP_LITERAL, "{\"title\":\"t\"", 0},
        {PROBLEM_STEP_ID, ",\"instance\":\"https://api.example.com/o/", 0},
        {PROBLEM_STEP_LITERAL, "#x\"}", 0},
    };
    uint32_t far = builder.numbers_by_lookup ? FAR : 0;
    const struct built_problem problem = {.number = number + far,
                                          .status = status,
                                          .code = code,
                                          .title = "t",
                                          .type = type,
                                          .retry = retry,
                                          .body = body,
                                          .body_count = COUNT(body),
                                          .conceal = number == CONCEALED ? 1 : 0};
    return image_problem(&builder, &problem);
}

static inline void add_out_of_stock(void)
{
    uint32_t word = shape_string(&builder, PROBLEM_STRING_IDENTIFIER, 16);
    const struct built_member members[] = {
        {"left", shape_integer(&builder, 0, 1000, false), PROBLEM_PUBLIC, false},
        {"article", word, PROBLEM_PUBLIC, false},
        {"shard", word, PROBLEM_LOG_ONLY, false},
        {"api", shape_json(&builder, "3"), PROBLEM_PUBLIC, false},
    };
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    uint32_t far = builder.numbers_by_lookup ? FAR : 0;
    const struct built_problem problem = {.number = OUT_OF_STOCK + far,
                                          .status = 409,
                                          .code = "out-of-stock",
                                          .title = "Out of stock",
                                          .retry = PROBLEM_RETRY_AFTER_FIX,
                                          .members = members,
                                          .member_count = 3,
                                          .constant_count = 1,
                                          .body = body,
                                          .body_count = 1};
    image_problem(&builder, &problem);
}

static inline const struct problem_registry *typed_registry(bool numbers_by_lookup)
{
    image_start(&builder, "typed", BASE);
    builder.numbers_by_lookup = numbers_by_lookup;
    add_out_of_stock();
    add_problem(SLOW_DOWN, 429, "slow-down", NULL, PROBLEM_RETRY_AFTER_DELAY);
    add_problem(BUSY, 409, "busy", NULL, PROBLEM_RETRY_SAME_REQUEST);
    add_problem(CLOSED, 503, "closed", NULL, PROBLEM_RETRY_NEVER);
    add_problem(ELSEWHERE, 400, "elsewhere", "https://other.example.com/t", PROBLEM_RETRY_NEVER);
    add_problem(GONE, 410, "gone", "about:blank", PROBLEM_RETRY_NEVER);
    add_problem(CONCEALED, 403, "concealed", NULL, PROBLEM_RETRY_NEVER);
    return image_finish(&builder);
}

/* A problem with a constant of each audience whose JSON names the code, and one that does not. */
static inline void add_caused(uint32_t number, int status, const char *code, const char *json,
                              const char *type)
{
    const char *own = json != NULL ? json : "0";
    const struct built_member members[] = {
        {"api", shape_json(&builder, "3"), PROBLEM_PUBLIC, false},
        {"version", shape_json(&builder, "\"BAD-FORMAT\""), PROBLEM_PUBLIC, false},
        {"word", shape_json(&builder, " BAD_FORMAT "), PROBLEM_PUBLIC, false},
        {"logged", shape_json(&builder, own), PROBLEM_LOG_ONLY, false},
        {"cause", shape_json(&builder, own), PROBLEM_PUBLIC, false},
    };
    static const struct built_step body[] = {{PROBLEM_STEP_LITERAL, "{}", 0}};
    const struct built_problem problem = {.number = number,
                                          .status = status,
                                          .code = code,
                                          .title = "t",
                                          .type = type,
                                          .constant_count = json != NULL ? COUNT(members) : 0,
                                          .members = members,
                                          .conceal = number == HIDDEN ? 1 : 0,
                                          .body = body,
                                          .body_count = 1};
    image_problem(&builder, &problem);
}

/* With a discriminator, `cause`, or without. */
static inline const struct problem_registry *blank_registry(bool caused)
{
    image_start(&builder, "blank", "");
    add_caused(BAD_FORMAT, 400, "BAD_FORMAT", caused ? "\"BAD_FORMAT\"" : NULL, NULL);
    add_caused(BAD_VALUE, 400, "BAD_VALUE", caused ? "\"BAD_VALUE\"" : NULL, NULL);
    add_caused(TOO_LONG, 411, "TOO_LONG", caused ? "\"TOO_LONG\"" : NULL, NULL);
    add_caused(HIDDEN, 403, "HIDDEN", caused ? "\"HIDDEN\"" : NULL, NULL);
    add_caused(NOT_BLANK, 403, "NOT_BLANK", caused ? "\"NOT_BLANK\"" : NULL, "urn:x:y");
    return image_finish(&builder);
}

/* ------------------------------------------------------------------ receiving */

/* What came, in blocks of their exact size, where sanitizers see a read past the end. */
struct arrival {
    struct problem_reply reply;
    struct problem_received received;
    enum problem_receive_result result;
    char *body, *scratch;
};

static inline struct problem_reply reply_of(int status, const char *type)
{
    struct problem_reply reply = {.status = status, .content_type = type};
    return reply;
}

static inline void arrive(struct arrival *arrival, const struct problem_registry *registry,
                          struct problem_reply reply, const char *body, size_t length)
{
    arrival->body = malloc(length > 0 ? length : 1);
    arrival->scratch = malloc(PROBLEM_SCRATCH_SIZE(length));
    assert_non_null(arrival->body);
    assert_non_null(arrival->scratch);
    memcpy(arrival->body, body, length);
    arrival->reply = reply;
    arrival->reply.body = arrival->body;
    arrival->reply.length = length;
    memset(&arrival->received, 0xa5, sizeof arrival->received);
    arrival->result = problem_receive(registry, &arrival->reply, arrival->scratch,
                                      PROBLEM_SCRATCH_SIZE(length), &arrival->received);
}

static inline void leave(struct arrival *arrival)
{
    free(arrival->body);
    free(arrival->scratch);
}

static inline void assert_text(struct problem_text text, const char *expected)
{
    if (expected == NULL) {
        assert_null(text.bytes);
        return;
    }
    assert_non_null(text.bytes);
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

#endif
