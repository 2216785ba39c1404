#include "work.h"

#include "program.h"
#include "scope.h"

static bool count_line(void *context, const char *line, size_t length)
{
    (void)line;
    *(size_t *)context += length;
    return true;
}

static size_t recorded;
struct problem_sink work_sink = PROBLEM_SINK_CALL(count_line, &recorded);
static struct problem_sink no_sink = PROBLEM_SINK_NONE;
const struct problem_request work_request = {
    .method = "POST", .path = "/v1/payments", .accept = "application/json", .sink = &work_sink};
static const struct problem_request unrecorded = {.method = "POST", .sink = &no_sink};

void work_raise(struct problem *problem, const struct work_values *values)
{
    bench_raise_insufficient_funds(problem, problem_decimal(values->balance, 2),
                                   problem_decimal(values->cost, 2), values->account);
}

void work_raise_constant(struct problem *problem)
{
    bench_raise_service_unavailable(problem);
}

/* Places are made without printf, which would be most of it. */
static struct problem_where place(unsigned item)
{
    struct problem_where where = {PROBLEM_WHERE_BODY, 15, "/items/00/price"};
    where.text[7] = (char)('0' + item / 10);
    where.text[8] = (char)('0' + item % 10);
    return where;
}

void work_raise_violations(struct problem *problem)
{
    for (unsigned i = 0; i < WORK_VIOLATIONS; i++)
        bench_add_minimum(problem, place(i), 1 + (int64_t)i % 5);
    bench_raise_validation_failed(problem);
}

size_t work_body(struct problem *problem, char buffer[WORK_BUFFER])
{
    char occurrence[PROBLEM_OCCURRENCE_SIZE];
    struct sent sent;
    problem_sent_by(BENCH_REGISTRY, problem, &sent);
    struct writer writer = {buffer, WORK_BUFFER, 0};
    problem_occurrence(problem, occurrence);
    problem_write_body(&writer, &sent, occurrence);
    return writer.used;
}

size_t work_respond(struct problem *problem, char buffer[WORK_BUFFER])
{
    struct problem_response response;
    problem_respond(BENCH_REGISTRY, problem, &unrecorded, buffer, WORK_BUFFER, &response);
    return response.content_length;
}

size_t work_occurrence(const struct work_values *values, char buffer[WORK_BUFFER])
{
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    work_raise(&problem, values);
    problem_respond(BENCH_REGISTRY, &problem, &work_request, buffer, WORK_BUFFER, &response);
    return response.content_length;
}
