/*
 * Every problem of a registry, raised through its macro with the values of cases.h: what is sent,
 * into every size of buffer, and how near the largest response comes to what the header promises.
 *
 *     every VIEW
 */
#include "answer.h"
#include "cases.h"

#include <stdio.h>
#include <string.h>

struct totals {
    size_t cases, longest;
};

/* The registry's problem that callers get for this one. */
static struct problem_info sent_for(const struct every_problem *problem)
{
    const struct problem_registry *registry = every_linked()->registry;
    struct problem_info info = {0};
    ANSWER_CHECK(problem_describe(registry, problem->number, &info));
    ANSWER_CHECK(strcmp(info.code, problem->code) == 0 && info.status == problem->status);
    if (info.concealed_as != 0)
        ANSWER_CHECK(problem_describe(registry, info.concealed_as, &info));
    return info;
}

static void check_texts(const struct problem *problem, const cJSON *body,
                        const struct problem_info *info)
{
    char text[16384];
    size_t length = problem_type(every_linked()->registry, info->number, text, sizeof text);
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(body, "type");
    ANSWER_CHECK(length > 0 && length < sizeof text);
    ANSWER_CHECK(type ? strcmp(type->valuestring, text) == 0 : strcmp(text, "about:blank") == 0);
    ANSWER_CHECK(
        strcmp(cJSON_GetObjectItemCaseSensitive(body, "title")->valuestring, info->title) == 0);
    const cJSON *detail = cJSON_GetObjectItemCaseSensitive(body, "detail");
    length = problem_detail(problem, text, sizeof text);
    ANSWER_CHECK(detail ? strcmp(detail->valuestring, text) == 0 : length == 0);
}

/* Every public value, and no other, is in the body. */
static void check_values(const struct problem *problem, const cJSON *body)
{
    struct problem_member member;
    for (size_t at = 0; problem_next_member(problem, PROBLEM_PUBLIC, &at, &member);)
        ANSWER_CHECK(cJSON_GetObjectItemCaseSensitive(body, member.name) != NULL);
    for (size_t at = 0; problem_next_member(problem, PROBLEM_HEADER_ONLY, &at, &member);)
        ANSWER_CHECK(cJSON_GetObjectItemCaseSensitive(body, member.name) == NULL);
    for (size_t at = 0; problem_next_member(problem, PROBLEM_LOG_ONLY, &at, &member);)
        ANSWER_CHECK(cJSON_GetObjectItemCaseSensitive(body, member.name) == NULL);
}

/* The one array of objects in the body is that of the field errors. */
static size_t violations_in(const cJSON *body)
{
    const cJSON *member;
    cJSON_ArrayForEach(member, body)
    {
        if (cJSON_IsArray(member) && cJSON_IsObject(cJSON_GetArrayItem(member, 0)))
            return (size_t)cJSON_GetArraySize(member);
    }
    return 0;
}

static void check_head_request(struct problem *problem, const struct problem_response *get)
{
    static char buffer[1 << 20];
    struct problem_request request = {.method = "HEAD"};
    struct problem_response head;
    problem_respond(every_linked()->registry, problem, &request, buffer, sizeof buffer, &head);
    ANSWER_CHECK(head.status == get->status && head.body_length == 0);
    ANSWER_CHECK(head.content_length == get->content_length);
    ANSWER_CHECK(head.header_count == get->header_count);
}

static void try_case(const struct every_case *the_case, void *context)
{
    static char buffer[1 << 20];
    const struct every_registry *every = every_linked();
    struct totals *totals = context;
    struct problem problem = PROBLEM_INIT;
    struct problem_response response;
    answer_about("%s, %s", the_case->problem->code, the_case->name);
    ANSWER_CHECK(case_raise(the_case, &problem) == the_case->problem->number);
    ANSWER_CHECK(problem_raised(&problem) == the_case->problem->number);
    ANSWER_CHECK(problem.misfit == 0);
    struct problem_info info = sent_for(the_case->problem);
    ANSWER_CHECK(problem_sent(&problem) == info.number);
    ANSWER_CHECK(problem_status(&problem) == info.status);

    size_t needed =
        problem_respond(every->registry, &problem, NULL, buffer, sizeof buffer, &response);
    ANSWER_CHECK(needed <= every->response_max && response.status == info.status);
    cJSON *body = answer_check(&response);
    check_texts(&problem, body, &info);
    check_values(&problem, body);
    ANSWER_CHECK(violations_in(body) == the_case->violations_sent);
    cJSON_Delete(body);
    check_head_request(&problem, &response);
    ANSWER_CHECK(answer_every_size(every->registry, &problem, NULL, every->response_max) == needed);
    totals->cases++;
    totals->longest = needed > totals->longest ? needed : totals->longest;
}

int main(int argc, char **argv)
{
    struct totals totals = {0, 0};
    if (argc != 2)
        return 2;
    cases_each(argv[1], try_case, &totals);
    printf("%zu cases, the longest response has %zu bytes of at most %zu\n", totals.cases,
           totals.longest, every_linked()->response_max);
    answer_about("RESPONSE_MAX");
    ANSWER_CHECK(totals.cases > 0 && totals.longest * 4 >= every_linked()->response_max * 3);
    return 0;
}
