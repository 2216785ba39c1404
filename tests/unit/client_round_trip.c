/*
 * Every problem of a registry, there and back: raised through its macro with the values of cases.h,
 * rendered by the service, received by the client, which must end up with what was raised.
 *
 *     client_round_trip VIEW
 */
#include "answer.h"
#include "cases.h"
#include "problem_client.h"

#include <stdio.h>
#include <string.h>

enum { BODY_MAX = 1 << 20 };

static char buffer[BODY_MAX], scratch[PROBLEM_SCRATCH_SIZE(BODY_MAX)];

static const struct problem_registry *registry(void)
{
    return every_linked()->registry;
}

static bool same(struct problem_text text, const char *bytes, size_t length)
{
    return text.bytes != NULL && text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

/* ------------------------------------------------------------------ values */

static void check_value(const struct problem_received *received, const struct problem_value *sent,
                        const struct problem_received_value *got);

static void check_list(const struct problem_received *received, const struct problem_value *sent,
                       const struct problem_received_value *got)
{
    struct problem_value sent_item;
    struct problem_received_value got_item;
    size_t position = 0;
    ANSWER_CHECK(sent->as.list.count == got->as.list.count);
    for (size_t i = 0; problem_item(sent, i, &sent_item); i++) {
        ANSWER_CHECK(problem_received_next_item(received, got, &position, &got_item));
        check_value(received, &sent_item, &got_item);
    }
    ANSWER_CHECK(!problem_received_next_item(received, got, &position, &got_item));
}

static void check_value(const struct problem_received *received, const struct problem_value *sent,
                        const struct problem_received_value *got)
{
    ANSWER_CHECK(sent->type == got->type);
    switch (sent->type) {
    case PROBLEM_INTEGER:
    case PROBLEM_DATE:
        ANSWER_CHECK(sent->as.integer == got->as.integer);
        break;
    case PROBLEM_DECIMAL:
        ANSWER_CHECK(sent->as.decimal.units == got->as.decimal.units);
        ANSWER_CHECK(sent->as.decimal.scale == got->as.decimal.scale);
        break;
    case PROBLEM_NUMBER:
        ANSWER_CHECK(memcmp(&sent->as.number, &got->as.number, sizeof(double)) == 0);
        break;
    case PROBLEM_BOOLEAN:
        ANSWER_CHECK(sent->as.boolean == got->as.boolean);
        break;
    case PROBLEM_TIME:
        ANSWER_CHECK(sent->as.time.seconds == got->as.time.seconds);
        ANSWER_CHECK(sent->as.time.nanoseconds == got->as.time.nanoseconds);
        break;
    case PROBLEM_LIST:
        check_list(received, sent, got);
        break;
    case PROBLEM_ENUM:
        ANSWER_CHECK(got->enumerator >= 1);
        /* fall through */
    case PROBLEM_STRING:
    case PROBLEM_JSON:
        ANSWER_CHECK(same(got->as.string, sent->as.string.bytes, sent->as.string.length));
        break;
    }
}

/* In the same order; constants say nothing that the problem does not. */
static void check_members(const struct problem *problem, const struct problem_received *received)
{
    struct problem_member sent;
    struct problem_received_member got;
    struct problem_received_value named;
    size_t at = 0, position = 0;
    while (problem_next_member(problem, PROBLEM_PUBLIC, &at, &sent)) {
        if (sent.value.type == PROBLEM_JSON)
            continue;
        answer_about("member %s", sent.name);
        ANSWER_CHECK(problem_received_next_member(received, &position, &got));
        ANSWER_CHECK(strcmp(sent.name, got.name) == 0);
        check_value(received, &sent.value, &got.value);
        ANSWER_CHECK(problem_received_find(received, sent.name, &named));
        check_value(received, &sent.value, &named);
    }
    ANSWER_CHECK(!problem_received_next_member(received, &position, &got));
}

/* ------------------------------------------------------------------ field errors */

/* A registry's form may leave out the rule, the place or the detail, and may have one key for all
 * kinds of parameters. */
static void check_violation(const struct problem *problem, const struct problem_violation *sent,
                            const struct problem_received_violation *got)
{
    char detail[16384];
    size_t length = problem_violation_detail(problem, sent, detail, sizeof detail);
    ANSWER_CHECK(got->detail.bytes == NULL || same(got->detail, detail, length));
    ANSWER_CHECK(got->rule.bytes == NULL || same(got->rule, sent->rule, strlen(sent->rule)));
    ANSWER_CHECK(got->detail.bytes != NULL || got->rule.bytes != NULL);
    if (got->place.bytes == NULL)
        return;
    ANSWER_CHECK(same(got->place, sent->place, sent->place_length));
    ANSWER_CHECK(got->kind == sent->kind ||
                 (got->kind == PROBLEM_WHERE_QUERY && sent->kind == PROBLEM_WHERE_PATH));
}

static void check_violations(const struct every_case *the_case, const struct problem *problem,
                             const struct problem_received *received)
{
    struct problem_violation sent;
    struct problem_received_violation got;
    size_t at = 0, position = 0, count = 0;
    while (problem_received_next_violation(received, &position, &got)) {
        ANSWER_CHECK(problem_next_violation(problem, &at, &sent));
        check_violation(problem, &sent, &got);
        count++;
    }
    ANSWER_CHECK(count == the_case->violations_sent);
    uint64_t omitted = problem_received_violations_omitted(received);
    ANSWER_CHECK(omitted == 0 || omitted == the_case->violation_count - count);
}

/* ------------------------------------------------------------------ a problem */

static struct problem_reply reply_with(const struct problem_response *response)
{
    struct problem_reply reply = {
        .status = response->status,
        .content_type = answer_header(response, "Content-Type"),
        .retry_after = answer_header(response, "Retry-After"),
        .error_id = answer_header(response, "X-Error-Id"),
        .body = response->body,
        .length = response->body_length,
    };
    return reply;
}

static void check_texts(struct problem *problem, const struct problem_received *received)
{
    char text[16384], occurrence[PROBLEM_OCCURRENCE_SIZE];
    struct problem_info info = {0};
    ANSWER_CHECK(problem_describe(registry(), received->number, &info));
    ANSWER_CHECK(same(received->title, info.title, strlen(info.title)));
    size_t length = problem_type(registry(), received->number, text, sizeof text);
    ANSWER_CHECK(same(received->type, text, length));
    length = problem_detail(problem, text, sizeof text);
    ANSWER_CHECK(length > 0 ? same(received->detail, text, length)
                            : received->detail.bytes == NULL);
    ANSWER_CHECK(received->status == info.status && received->status_body == info.status);
    ANSWER_CHECK(!received->status_differs && !received->type_relative);
    problem_occurrence(problem, occurrence);
    ANSWER_CHECK(received->instance.bytes == NULL ||
                 same(received->occurrence, occurrence, strlen(occurrence)));
    bool transient =
        info.retry == PROBLEM_RETRY_SAME_REQUEST || info.retry == PROBLEM_RETRY_AFTER_DELAY;
    ANSWER_CHECK(problem_is_transient(received) == transient);
}

static void try_label(const struct every_case *the_case, const char *accept)
{
    struct problem problem = PROBLEM_INIT;
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.accept = accept, .sink = &no_log};
    struct problem_response response;
    struct problem_received received;
    case_raise(the_case, &problem);
    problem_respond(registry(), &problem, &request, buffer, sizeof buffer, &response);
    struct problem_reply reply = reply_with(&response);
    enum problem_receive_result result =
        problem_receive(registry(), &reply, scratch, sizeof scratch, &received);

    answer_about("%s, %s, %s", the_case->problem->code, the_case->name, reply.content_type);
    ANSWER_CHECK(result == PROBLEM_RECEIVED_KNOWN);
    ANSWER_CHECK(received.number == problem_sent(&problem));
    check_texts(&problem, &received);
    check_violations(the_case, &problem, &received);
    check_members(&problem, &received);
}

static void try_case(const struct every_case *the_case, void *context)
{
    ++*(size_t *)context;
    try_label(the_case, NULL);
    try_label(the_case, "application/problem+json;q=0, */*");
}

int main(int argc, char **argv)
{
    size_t cases = 0;
    if (argc != 2)
        return 2;
    cases_each(argv[1], try_case, &cases);
    printf("%zu cases\n", cases);
    return cases > 0 ? 0 : 1;
}
