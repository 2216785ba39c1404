/*
 * An answer against what the runtime would have sent.
 */
#include "verify/match.h"
#include "verify/rebuild.h"

/* ---------------------------------------------------------------- names */

static const char *const standard_names[] = {"type", "title", "status", "detail", "instance"};

static bool is_standard(struct text name)
{
    for (size_t i = 0; i < PROBLEM_STANDARD_MEMBERS; i++)
        if (text_is(name, standard_names[i]))
            return true;
    return false;
}

static bool is_omitted_name(const struct problem_type *problem, struct text name)
{
    const struct violations *violations = problem->extras->violations;
    struct text own = violations->names.omitted.text, member = violations->member.text;
    if (own.length)
        return text_equal(name, own) && !text_is(own, "omit");
    return text_starts_with(name, member) &&
           text_is(text_slice(name, member.length, name.length), "_omitted");
}

/* Names that a body can have, for "did you mean". */
struct names {
    const struct registry *registry;
    const struct problem_type *problem;
};

static struct text nth_name(const void *context, size_t i)
{
    const struct names *names = context;
    const struct members *own = &names->problem->members, *shared = &names->registry->members;
    if (i < PROBLEM_STANDARD_MEMBERS)
        return text_of(standard_names[i]);
    i -= PROBLEM_STANDARD_MEMBERS;
    const struct member *member = i < own->count ? &own->items[i] : &shared->items[i - own->count];
    return member->audience.value == AUDIENCE_PUBLIC ? member->name.text : TEXT("");
}

static void report_undeclared(struct answer *answer, struct text name, const char *at)
{
    const struct problem_type *problem = answer->problem;
    struct names names = {answer->verifier->request->registry, problem};
    struct diagnostic *finding =
        answer_report(answer, "unknown-member", body_written(at), "%.*s has no member %.*s%s",
                      TEXT_ARGS(problem->code.text), SHOWN(name));
    if (finding == NULL)
        return;
    struct text nearest = text_nearest(name, nth_name, &names,
                                       PROBLEM_STANDARD_MEMBERS + problem->members.count +
                                           names.registry->members.count);
    if (nearest.length)
        answer_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        answer_help(finding, "declare it, or leave it out: what nobody declared nobody has looked "
                             "at");
}

/* Every name in the body is declared, and for callers. */
static void check_names(struct answer *answer)
{
    const struct body *body = &answer->body;
    const struct problem_type *problem = answer->problem;
    const struct registry *registry = answer->verifier->request->registry;
    const char *at = body->root, *key, *value;
    while (problem_json_next_member(&at, &key, &value)) {
        struct text name = body_text(body, key);
        const struct member *member = problem_member(registry, problem, name);
        if (is_standard(name) || (member && member->audience.value == AUDIENCE_PUBLIC))
            continue;
        if (member)
            answer_help(answer_report(answer, "hidden-member", body_written(key),
                                      "%.*s is for %s, and stands in the body", TEXT_ARGS(name),
                                      member->audience.value == AUDIENCE_LOG ? "the log alone"
                                                                             : "headers alone"),
                        "audience: public would show it to callers");
        else if (problem->extras->violations &&
                 text_equal(name, problem->extras->violations->member.text))
            verify_field_errors(answer, value);
        else if (problem->extras->violations && is_omitted_name(problem, name))
            verify_omitted(answer, value);
        else
            report_undeclared(answer, name, key);
    }
}

/* ---------------------------------------------------------------- members */

static unsigned ordinal_named(const struct ordinals *ordinals, struct text name)
{
    unsigned i = 0;
    while (i < ordinals->count && !text_equal(ordinals->members[i]->name.text, name))
        i++;
    return i;
}

static void report_shape(struct answer *answer, const char *at, struct text name,
                         struct text expected)
{
    struct text written = body_written(at);
    answer_report(answer, "member-shape", written, "%.*s is %.*s%s, and it takes %.*s",
                  TEXT_ARGS(name), SHOWN(written), TEXT_ARGS(expected));
}

/* A double has many ways to be written, and each will do: numbers, and lists of them. */
static bool is_written_freely(const struct shape *shape)
{
    return shape->type == MEMBER_NUMBER || (shape->of && shape->of->type == MEMBER_NUMBER);
}

static bool are_numbers(const char *at)
{
    const char *item;
    bool numbers = *at == '[' || *at == '-' || (*at >= '0' && *at <= '9');
    while (*at == '[' && numbers && problem_json_next_item(&at, &item))
        numbers = *item == '-' || (*item >= '0' && *item <= '9');
    return numbers;
}

/* As the runtime writes the value that it was read as: digits, precision, JSON type. */
static void check_value(struct answer *answer, const struct rebuilt *rebuilt, unsigned ordinal,
                        const char *expected)
{
    const struct member *member = rebuilt->ordinals.members[ordinal];
    const struct rebuilt_member *state = &rebuilt->members[ordinal];
    bool same = body_equal(&rebuilt->body, expected, &answer->body, state->value);
    if (is_written_freely(member->shape))
        same = are_numbers(state->value);
    if (!same)
        report_shape(answer, state->value, member->name.text, state->expected);
    else if (member->shape->type == MEMBER_ENUM)
        answer_settle(answer, state->value);
}

static void check_constant(struct answer *answer, const struct rebuilt *rebuilt, struct text name,
                           const char *expected)
{
    const char *value = body_member(&answer->body, answer->body.root, name);
    if (value == NULL)
        answer_report(answer, "member-shape", text_slice(answer->message->body, 0, 1),
                      "%.*s is missing: it is the constant %.*s", TEXT_ARGS(name),
                      TEXT_ARGS(body_written(expected)));
    else if (!body_equal(&rebuilt->body, expected, &answer->body, value))
        report_shape(answer, value, name,
                     arena_format(answer->verifier->arena, "the constant %.*s",
                                  TEXT_ARGS(body_written(expected))));
    else
        answer_settle(answer, value);
}

/* What does not fit was left out of the rendered body; so is what is not there. */
static void check_absent(struct answer *answer, const struct rebuilt *rebuilt)
{
    for (unsigned i = 0; i < rebuilt->ordinals.count; i++) {
        const struct member *member = rebuilt->ordinals.members[i];
        const struct rebuilt_member *state = &rebuilt->members[i];
        if (state->state == REBUILT_MISFIT && state->value) /* it is not in the rendered body */
            report_shape(answer, state->value, member->name.text, state->expected);
        else if (state->state == REBUILT_ABSENT && member->audience.value == AUDIENCE_PUBLIC &&
                 !member->optional.value)
            answer_help(answer_report(answer, "missing-member",
                                      text_slice(answer->message->body, 0, 1), "%.*s is missing",
                                      TEXT_ARGS(member->name.text)),
                        "services leave a member out whose value does not fit: the log says so");
    }
    const struct violations *violations = answer->problem->extras->violations;
    if (violations &&
        body_member(&answer->body, answer->body.root, violations->member.text) == NULL)
        answer_report(answer, "missing-member", text_slice(answer->message->body, 0, 1),
                      "%.*s is missing: nothing says which fields are wrong",
                      TEXT_ARGS(violations->member.text));
}

/* ---------------------------------------------------------------- title, status, detail, instance
 */

static bool accept_any(void *context, const struct text *values)
{
    (void)context;
    (void)values;
    return true;
}

/* A detail whose values the answer does not tell, or not as they should be, is at least made of the
 * declared words. */
static bool is_made_of_detail(const struct answer *answer, const char *at)
{
    const struct message *detail = &answer->problem->detail;
    struct text *values = arena_array(answer->verifier->arena, detail->count + 1, sizeof *values);
    struct text text = body_text(&answer->body, at);
    return text.bytes && match_message(detail, text, values, accept_any, NULL);
}

/* Whether detail names a member of which that has become. */
static bool names_one(const struct answer *answer, const struct rebuilt *rebuilt,
                      enum rebuilt_state state)
{
    const struct message *detail = &answer->problem->detail;
    for (size_t i = 0; i < detail->count; i++) {
        const struct member *member = detail->pieces[i].member;
        if (member && member->shape->type != MEMBER_CONSTANT &&
            rebuilt->members[ordinal_of(&rebuilt->ordinals, member)].state == state)
            return true;
    }
    return false;
}

static void check_detail(struct answer *answer, const struct rebuilt *rebuilt, const char *at)
{
    const char *expected = body_member(&rebuilt->body, rebuilt->body.root, TEXT("detail"));
    if (names_one(answer, rebuilt, at ? REBUILT_MISFIT : REBUILT_ABSENT))
        expected =
            NULL; /* nobody knows what it should be, or it went with a value that did not fit */
    struct text written = at ? body_written(at) : text_slice(answer->message->body, 0, 1);
    if (at && expected && body_equal(&rebuilt->body, expected, &answer->body, at))
        answer_settle(answer, at);
    else if (at && expected)
        answer_report(answer, "detail-mismatch", written, "detail should be: %.*s",
                      TEXT_ARGS(body_text(&rebuilt->body, expected)));
    else if (at && answer->problem->detail.count == 0)
        answer_report(answer, "detail-mismatch", written, "%.*s has no detail",
                      TEXT_ARGS(answer->problem->code.text));
    else if (at && !is_made_of_detail(answer, at))
        answer_report(answer, "detail-mismatch", written, "detail should be: %.*s",
                      TEXT_ARGS(answer->problem->detail.raw.text));
    else if (at == NULL && expected)
        answer_report(answer, "detail-mismatch", written, "there is no detail: %.*s",
                      TEXT_ARGS(body_text(&rebuilt->body, expected)));
}

static void check_title(struct answer *answer, const struct rebuilt *rebuilt, const char *at)
{
    const char *expected = body_member(&rebuilt->body, rebuilt->body.root, TEXT("title"));
    if (at == NULL || *at != '"')
        answer_report(answer, "standard-member",
                      at ? body_written(at) : text_slice(answer->message->body, 0, 1),
                      at ? "title is no text" : "there is no title");
    else if (expected && !body_equal(&rebuilt->body, expected, &answer->body, at))
        answer_report(answer, "title-mismatch", body_written(at), "title should be: %.*s",
                      TEXT_ARGS(body_text(&rebuilt->body, expected)));
    else
        answer_settle(answer, at);
}

/* The two statuses of an answer, and the one of its problem. */
static void check_status(struct answer *answer, const char *at)
{
    int line = answer->message->status;
    struct text written = at ? body_written(at) : text_slice(answer->message->body, 0, 1);
    struct text digits = arena_format(answer->verifier->arena, "%d", line);
    if (at == NULL)
        answer_report(answer, "standard-member", written, "there is no status");
    else if (!text_equal(written, digits))
        answer_report(answer, "status-mismatch", written,
                      "the body says status %.*s%s, and the status line %d", SHOWN(written), line);
    if (answer->problem && answer->problem->status.value != line)
        answer_report(answer, "wrong-status", answer->message->line, "%.*s has status %d",
                      TEXT_ARGS(answer->problem->code.text), (int)answer->problem->status.value);
}

static void check_repeated(struct answer *answer, struct text at)
{
    struct verifier *verifier = answer->verifier;
    struct problem_text id = answer->received.occurrence;
    size_t first;
    if (id.bytes == NULL)
        return;
    struct text copy = arena_copy(verifier->arena, text_from(id));
    for (size_t i = 0; i < copy.length; i++)
        if (copy.bytes[i] >= 'A' && copy.bytes[i] <= 'F')
            ((char *)copy.bytes)[i] = (char)(copy.bytes[i] | 0x20);
    if (map_add(verifier->arena, &verifier->occurrences, copy, answer->verdict->span.begin) ||
        !map_get(&verifier->occurrences, copy, &first))
        return;
    struct diagnostic *finding = answer_report(answer, "instance-repeated", at,
                                               "another answer has this occurrence's id, too");
    struct span span = {(uint32_t)first, (uint32_t)first + 1};
    if (finding)
        diagnostic_note(finding, span, "that one");
}

static void check_instance(struct answer *answer, const struct rebuilt *rebuilt, const char *at)
{
    const char *expected = body_member(&rebuilt->body, rebuilt->body.root, TEXT("instance"));
    struct text written = at ? body_written(at) : text_slice(answer->message->body, 0, 1);
    const struct registry *registry = answer->verifier->request->registry;
    bool same = at && expected && body_equal(&rebuilt->body, expected, &answer->body, at);
    if (expected && at == NULL)
        answer_help(answer_report(answer, "instance", written,
                                  "there is no instance, so no id to quote to support"),
                    "it should be %.*s", TEXT_ARGS(registry->instance.text));
    else if (at && expected == NULL)
        answer_report(answer, "instance", written, "the registry leaves instance out");
    else if (expected && (!same || answer->received.occurrence.bytes == NULL))
        answer_report(answer, "instance", written, "instance should be: %.*s",
                      TEXT_ARGS(answer->received.occurrence.bytes
                                    ? body_text(&rebuilt->body, expected)
                                    : registry->instance.text));
    else
        answer_settle(answer, at);
    check_repeated(answer, written);
}

/* ---------------------------------------------------------------- the whole */

static void check_body(struct answer *answer, const struct rebuilt *rebuilt)
{
    const struct body *body = &answer->body;
    const char *at = rebuilt->body.root, *key, *value;
    check_status(answer, body_member(body, body->root, TEXT("status")));
    check_title(answer, rebuilt, body_member(body, body->root, TEXT("title")));
    check_detail(answer, rebuilt, body_member(body, body->root, TEXT("detail")));
    check_instance(answer, rebuilt, body_member(body, body->root, TEXT("instance")));
    while (problem_json_next_member(&at, &key, &value)) {
        struct text name = body_text(&rebuilt->body, key);
        unsigned ordinal = ordinal_named(&rebuilt->ordinals, name);
        if (ordinal < rebuilt->ordinals.count)
            check_value(answer, rebuilt, ordinal, value);
        else if (!is_standard(name))
            check_constant(answer, rebuilt, name, value);
    }
    check_absent(answer, rebuilt);
    check_names(answer);
}

void verify_problem(struct answer *answer)
{
    struct rebuilt rebuilt;
    if (answer->problem->extras->concealed_as)
        return; /* what it should look like is another's business */
    rebuild(answer, &rebuilt);
    if (answer->body.root)
        check_body(answer, &rebuilt);
    verify_headers(answer, &rebuilt);
}
