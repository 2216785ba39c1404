#include "two_layers_feed.h"

#include "answer.h"

#include <errno.h>
#include <problem_tables.h>
#include <string.h>

static struct problem_sink no_log = PROBLEM_SINK_NONE;

void feed_begin(struct feeding *feeding, const cJSON *view, const struct every_case *the_case)
{
    ANSWER_CHECK(the_case->violation_count <= FEED_VIOLATIONS_MAX);
    feeding->the_case = the_case;
    string_members_of_problem(view, the_case->problem->code, &feeding->members);
    for (size_t i = 0; i < the_case->violation_count; i++)
        string_members_of_rule(view, the_case->violations[i].rule->name, &feeding->rules[i]);
}

/* ---------------------------------------------------------------- members */

/* What a member gets; NULL: what the case has for it. */
static const char *value_for(const struct feeding *feeding, const struct string_member *member,
                             unsigned feeds, const char *refused)
{
    if (member->audience == PROBLEM_LOG_ONLY)
        return feeds & FEED_MEMBERS ? feeding->text : NULL;
    if (strcmp(member->type, "text") == 0 && feeds & FEED_TEXTS)
        return feeding->text;
    bool refuses = !string_may_fit(member, feeding->text, feeding->length);
    return feeds & FEED_REFUSED && refuses ? refused : NULL;
}

static void use_members(struct feeding *feeding, unsigned feeds, const char *refused)
{
    static struct every_arguments values;
    for (size_t i = 0; i < feeding->members.count; i++)
        feeding->members.items[i].value =
            value_for(feeding, &feeding->members.items[i], feeds, refused);
    string_members_put(&feeding->members, &feeding->the_case->values, &values);
    every_use(&values);
}

/* An earlier raise may have had anything, but for what every later problem carries, too. */
static void raise_earlier(struct feeding *feeding)
{
    static struct every_arguments values;
    for (size_t i = 0; i < feeding->members.count; i++) {
        struct string_member *member = &feeding->members.items[i];
        member->value = member->shared ? NULL : feeding->text;
    }
    string_members_put(&feeding->members, &feeding->the_case->values, &values);
    every_use(&values);
    feeding->the_case->problem->raise(&feeding->problem);
}

static void add_violations(struct feeding *feeding, unsigned feeds, const char *refused)
{
    static struct every_arguments values;
    for (size_t nth = 0; nth < feeding->the_case->violation_count; nth++) {
        const struct case_violation *violation = &feeding->the_case->violations[nth];
        struct string_members *members = &feeding->rules[nth];
        for (size_t i = 0; i < members->count; i++)
            members->items[i].value = value_for(feeding, &members->items[i], feeds, refused);
        string_members_put(members, &violation->values, &values);
        every_use(&values);
        violation->rule->add(&feeding->problem, PROBLEM_BODY("/items/%zu", nth));
    }
}

/* ---------------------------------------------------------------- the raise */

static void explain(struct feeding *feeding, unsigned feeds)
{
    struct problem *problem = &feeding->problem;
    const char *text = feeding->text;
    if (feeds & FEED_ERRNO)
        problem_because_errno(problem, ENOSPC, "%s", text);
    if (feeds & FEED_CODE)
        problem_because_code(problem, FEED_SOURCE, FEED_CODE_NUMBER, text);
    if (feeds & FEED_STATE)
        problem_because_state(problem, text, text, text);
}

static void make_request(struct feeding *feeding, unsigned feeds, bool head)
{
    const char *text = feeds & FEED_REQUEST ? feeding->text : NULL;
    const char *method = text != NULL ? text : "GET";
    feeding->request = (struct problem_request){
        .method = head ? "HEAD" : method,
        .path = text,
        .accept = text,
        .accept_language = text,
        .request_id = text,
        .traceparent = text,
        .sink = &no_log,
    };
}

void feed_raise(struct feeding *feeding, unsigned feeds, bool head, const char *text,
                const char *refused)
{
    static const unsigned char id[16] = {0x7f, 0x3d, 0x2a, 0x1c, 0x9e, 0x4b, 0x4f, 0x8d,
                                         0xb1, 0xc2, 0x0a, 0x3e, 0x5f, 0x7d, 0x9b, 0x12};
    struct problem *problem = &feeding->problem;
    feeding->text = text;
    feeding->length = strlen(text);
    memset(problem, 0xa5, sizeof *problem);
    problem_clear(problem);
    problem_fix_occurrence(problem, id);

    if (feeds & FEED_CAUSE)
        problem_because(problem, "%s", text);
    if (feeds & FEED_EARLIER)
        raise_earlier(feeding);
    add_violations(feeding, feeds, refused);
    use_members(feeding, feeds, refused);
    every_linked()->set_shared(problem);
    feeding->the_case->problem->raise(problem);
    explain(feeding, feeds);
    make_request(feeding, feeds, head);
}

/* ---------------------------------------------------------------- what is sent */

void feed_respond(struct feeding *feeding, const struct problem_registry *registry,
                  struct wire *wire)
{
    static char buffer[sizeof wire->bytes];
    struct problem_response response;
    size_t needed = problem_respond(registry, &feeding->problem, &feeding->request, buffer,
                                    sizeof buffer, &response);
    ANSWER_CHECK(needed <= problem_response_max(registry));
    wire->length = problem_write_head(&response, wire->bytes, sizeof wire->bytes);
    ANSWER_CHECK(wire->length + response.body_length < sizeof wire->bytes);
    memcpy(wire->bytes + wire->length, response.body, response.body_length);
    wire->length += response.body_length;
    wire->bytes[wire->length] = '\0';
}

void wire_check_same(const struct wire *wire, const struct wire *expected, const char *how)
{
    if (wire->length != expected->length ||
        memcmp(wire->bytes, expected->bytes, expected->length) != 0)
        answer_wrong("%s changes the response from\n%s\nto\n%s", how, expected->bytes, wire->bytes);
}
