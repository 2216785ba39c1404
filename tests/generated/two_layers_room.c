/*
 * Members and field errors share one area. However long a value for the log is, and whenever it is
 * set, callers see the same field errors and the same number of omitted ones.
 */
#include <layers_problems.h>
#include <problem_tables.h>
#include <stdio.h>
#include <string.h>

#include "answer.h"

enum { LONGEST = 256, ERRORS_MAX = 14 };

enum when { NEVER, BEFORE, BETWEEN, AFTER, TIMES };

static void set_tenant(struct problem *problem, enum when now, enum when when, size_t length)
{
    char tenant[LONGEST + 1];
    memset(tenant, 't', length);
    tenant[length] = '\0';
    if (now == when)
        layers_set_tenant(problem, tenant);
}

static void raise(struct problem *problem, size_t errors, enum when when, size_t length)
{
    static const unsigned char id[16] = {[6] = 0x40, [8] = 0x80};
    char hint[121], name[33], segment[119];
    memset(hint, 'h', sizeof hint - 1);
    memset(name, 'n', sizeof name - 1);
    memset(segment, 's', sizeof segment - 1);
    hint[sizeof hint - 1] = name[sizeof name - 1] = segment[sizeof segment - 1] = '\0';
    problem_clear(problem);
    problem_fix_occurrence(problem, id);
    set_tenant(problem, BEFORE, when, length);
    for (size_t i = 0; i < errors; i++) {
        if (i == errors / 2)
            set_tenant(problem, BETWEEN, when, length);
        layers_add_known(problem, PROBLEM_BODY("/%zu/%s", i, segment), name, hint);
    }
    layers_raise_invalid(problem);
    layers_set_greeting(problem, hint);
    layers_set_region(problem, "a-region-of-24-bytes-now");
    set_tenant(problem, AFTER, when, length);
}

static size_t answer(struct problem *problem, char *body)
{
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.sink = &no_log};
    struct problem_response response;
    problem_respond(LAYERS_REGISTRY, problem, &request, body, LAYERS_RESPONSE_MAX, &response);
    return response.body_length;
}

int main(void)
{
    static char plain[LAYERS_RESPONSE_MAX], logged[LAYERS_RESPONSE_MAX];
    static struct problem problem;
    size_t compared = 0, omitted = 0;
    for (size_t errors = 0; errors <= ERRORS_MAX; errors++) {
        raise(&problem, errors, NEVER, 0);
        size_t length = answer(&problem, plain);
        omitted += problem.violations_omitted > 0;
        for (int when = BEFORE; when < TIMES; when++) {
            for (size_t tenant = 0; tenant <= LONGEST; tenant += 8) {
                answer_about("%zu field errors, a tenant of %zu bytes, %d", errors, tenant, when);
                raise(&problem, errors, (enum when)when, tenant);
                ANSWER_CHECK(answer(&problem, logged) == length);
                ANSWER_CHECK(memcmp(plain, logged, length) == 0);
                compared++;
            }
        }
    }
    ANSWER_CHECK(omitted > 0 && omitted < ERRORS_MAX);
    printf("%zu responses compared\n", compared);
    return 0;
}
