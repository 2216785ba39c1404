/*
 * What callers must not be able to tell: which problem hides behind another, and anything at all
 * about a problem of a registry that the service does not answer with.
 *
 *     two_layers_hidden VIEW
 */
#include "answer.h"
#include "payments_problems.h"
#include "sandbox_problems.h"
#include "sbi_problems.h"
#include "two_layers_feed.h"
#include "two_layers_record.h"

#include <stdio.h>
#include <string.h>

static const char secret[] = "db-7.internal:5432 password=hunter2\r\nX-Leak: \"yes\"";

struct totals {
    const cJSON *view;
    size_t cases, foreign, concealed;
    uint32_t last; /* the number of the concealed problem that was tried last */
    size_t problems;
};

/* Ways to ask, each of which makes another response. */
static const char *const accepts[] = {NULL, "application/problem+json;q=0", "text/html"};
enum { WAYS = 2 * sizeof accepts / sizeof *accepts };

static void ask(struct feeding *feeding, int way)
{
    feeding->request.method = way % 2 ? "HEAD" : "GET";
    feeding->request.accept = accepts[way / 2];
}

/* ---------------------------------------------------------------- problems of another registry */

/* Sends the occurrence of `feeding` from a registry which it is not of. */
static void answer_from(struct totals *totals, struct feeding *feeding,
                        const struct problem_registry *other)
{
    static struct wire wire, fallback;
    struct problem raised = feeding->problem, unraised = feeding->problem;
    problem_clear(&unraised);
    unraised.has_occurrence = raised.has_occurrence;
    for (int way = 0; way < WAYS; way++) {
        ask(feeding, way);
        feed_respond(feeding, other, &wire);
        feeding->problem = unraised;
        feed_respond(feeding, other, &fallback);
        feeding->problem = raised;
        wire_check_same(&wire, &fallback, "a problem of another registry");
        totals->foreign++;
    }
}

static void answer_from_others(struct totals *totals, struct feeding *feeding)
{
    const struct problem_registry *const registries[] = {PAYMENTS_REGISTRY, SANDBOX_REGISTRY,
                                                         SBI_REGISTRY};
    feed_raise(feeding, FEED_EVERYTHING, false, secret, secret);
    for (size_t i = 0; i < sizeof registries / sizeof *registries; i++)
        if (registries[i] != every_linked()->registry)
            answer_from(totals, feeding, registries[i]);
}

/* ---------------------------------------------------------------- concealed problems */

static const struct every_problem *problem_of(uint32_t number)
{
    const struct every_problem *problem = every_linked()->problems;
    while (problem->number != number)
        problem++;
    return problem;
}

/* The values of the members that every problem of the registry carries. */
static void keep_shared(const cJSON *view, const struct every_arguments *from,
                        struct every_arguments *to)
{
    const cJSON *registry = cJSON_GetObjectItemCaseSensitive(view, "registry"), *member;
    to->count = 0;
    for (size_t i = 0; i < from->count; i++) {
        size_t length = strcspn(from->items[i], "=");
        cJSON_ArrayForEach(member, cJSON_GetObjectItemCaseSensitive(registry, "members"))
        {
            const char *name = cJSON_GetObjectItemCaseSensitive(member, "name")->valuestring;
            if (strlen(name) == length && memcmp(name, from->items[i], length) == 0)
                to->items[to->count++] = from->items[i];
        }
    }
}

/* The problem that callers are told of, raised with what it shares with the one behind it. */
static void raise_target(struct feeding *target, const struct feeding *hidden, const cJSON *view,
                         uint32_t number)
{
    static struct every_arguments values;
    keep_shared(view, &hidden->the_case->values, &values);
    target->problem = hidden->problem;
    problem_clear(&target->problem);
    target->problem.has_occurrence = hidden->problem.has_occurrence;
    every_use(&values);
    every_linked()->set_shared(&target->problem);
    problem_of(number)->raise(&target->problem);
    target->request = hidden->request;
}

/* For services with a serializer of their own. */
static void check_accessors(const struct problem *hidden, const struct problem *target)
{
    char detail[2][4096];
    size_t length = problem_detail(hidden, detail[0], sizeof detail[0]);
    ANSWER_CHECK(length == problem_detail(target, detail[1], sizeof detail[1]));
    ANSWER_CHECK(length < sizeof detail[0] && memcmp(detail[0], detail[1], length) == 0);
    ANSWER_CHECK(problem_status(hidden) == problem_status(target));
    ANSWER_CHECK(problem_sent(hidden) == problem_raised(target));
    struct problem_member one, other;
    size_t at = 0, other_at = 0;
    while (problem_next_member(hidden, PROBLEM_PUBLIC, &at, &one)) {
        ANSWER_CHECK(problem_next_member(target, PROBLEM_PUBLIC, &other_at, &other));
        ANSWER_CHECK(strcmp(one.name, other.name) == 0 && one.value.type == other.value.type);
    }
    ANSWER_CHECK(!problem_next_member(target, PROBLEM_PUBLIC, &other_at, &other));
    struct problem_violation violation;
    at = 0;
    ANSWER_CHECK(!problem_next_violation(hidden, &at, &violation));
}

/* Field errors may be collected before it turns out that nothing may be said. */
static void add_field_error(struct problem *problem)
{
    const struct every_rule *rule = every_linked()->rules;
    while (rule->name != NULL && strcmp(rule->name, "required") != 0)
        rule++;
    if (rule->name != NULL)
        rule->add(problem, PROBLEM_BODY("/account/owner"));
}

static void check_concealed(struct totals *totals, struct feeding *feeding, unsigned feeds,
                            uint32_t number)
{
    static struct wire wire, expected;
    static struct feeding target;
    feed_raise(feeding, feeds, false, secret, secret);
    add_field_error(&feeding->problem);
    raise_target(&target, feeding, totals->view, number);
    check_accessors(&feeding->problem, &target.problem);
    for (int way = 0; way < WAYS; way++) {
        ask(feeding, way);
        ask(&target, way);
        feed_respond(feeding, every_linked()->registry, &wire);
        feed_respond(&target, every_linked()->registry, &expected);
        wire_check_same(&wire, &expected, "what is concealed");
        totals->concealed++;
    }
    record_check(feeding, FEED_CAUSE);
}

/* ---------------------------------------------------------------- all of them */

static void try_case(const struct every_case *the_case, void *context)
{
    static struct feeding feeding;
    struct totals *totals = context;
    struct problem_info info;
    if (the_case->violation_count > FEED_VIOLATIONS_MAX)
        return;
    answer_about("%s, %s", the_case->problem->code, the_case->name);
    feed_begin(&feeding, totals->view, the_case);
    answer_from_others(totals, &feeding);
    totals->cases++;
    ANSWER_CHECK(problem_describe(every_linked()->registry, the_case->problem->number, &info));
    if (info.concealed_as == 0)
        return;
    check_concealed(totals, &feeding, FEED_CAUSE, info.concealed_as);
    check_concealed(totals, &feeding, FEED_EVERYTHING & ~FEED_REFUSED, info.concealed_as);
    totals->problems += totals->last != info.number;
    totals->last = info.number;
}

static size_t concealed_in(const cJSON *view)
{
    const cJSON *problem;
    size_t count = 0;
    cJSON_ArrayForEach(problem, cJSON_GetObjectItemCaseSensitive(view, "problems"))
    {
        if (cJSON_IsString(cJSON_GetObjectItemCaseSensitive(problem, "concealed_as")))
            count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    struct totals totals = {0};
    const char *text;
    if (argc != 2)
        return 2;
    answer_about("%s", argv[1]);
    cJSON *view = view_read(argv[1], &text);
    totals.view = view;
    cases_each(argv[1], try_case, &totals);
    printf("%zu cases; responses: %zu of other registries, %zu of %zu concealed problems\n",
           totals.cases, totals.foreign, totals.concealed, totals.problems);
    answer_about("concealed problems");
    ANSWER_CHECK(totals.foreign > 0 && totals.problems == concealed_in(view));
    cJSON_Delete(view);
    return 0;
}
