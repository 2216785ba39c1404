/*
 * Field errors: each is put together anew, from its rule and the values that its text has, and must
 * come out the same.
 */
#include "verify/rebuild.h"

#include "problem_tables.h"
#include "verify/match.h"

/* Names under which frameworks send back what was submitted. */
static const char *const submitted[] = {"value",   "input",     "rejected",       "rejectedValue",
                                        "given",   "received",  "rejected_value", "actual",
                                        "invalid", "submitted", "data",           "content"};

struct field_error {
    struct answer *answer;
    const struct violations *how;
    const char *at; /* the object in the body */
    struct problem_received_violation read;
    const struct rule *rule;
    struct body body;     /* rendered */
    const char *expected; /* the object in it; NULL: there is none */
};

/* ---------------------------------------------------------------- names */

static struct text name_or(struct string name, struct text otherwise)
{
    return name.text.length ? name.text : otherwise;
}

static bool is_place(const struct violations *how, struct text name)
{
    return text_equal(name, name_or(how->names.pointer, TEXT("pointer"))) ||
           text_equal(name, name_or(how->names.parameter, TEXT("parameter"))) ||
           text_equal(name, name_or(how->names.header, TEXT("header")));
}

static bool is_submitted(struct text name)
{
    for (size_t i = 0; i < sizeof submitted / sizeof *submitted; i++)
        if (text_equal_ignoring_case(name, text_of(submitted[i])))
            return true;
    return false;
}

/* ---------------------------------------------------------------- anew */

static struct problem_where place_of(const struct field_error *error)
{
    struct problem_where none = {.kind = PROBLEM_WHERE_QUERY};
    if (error->read.kind == 0)
        return none;
    return problem_at(error->read.kind, "%.*s", (int)error->read.place.length,
                      error->read.place.bytes);
}

/* Renders the field error with these values for the placeholders of its rule's detail; NULL: with
 * none. */
static void render(struct field_error *error, const struct text *values)
{
    struct verifier *verifier = error->answer->verifier;
    const struct image *image = verifier->request->image;
    const struct problem_registry *registry = image_registry(image);
    const struct rule *rule = error->rule;
    struct problem problem = PROBLEM_INIT;
    struct problem_sink no_log = PROBLEM_SINK_NONE;
    struct problem_request request = {.sink = &no_log};
    struct problem_response response;
    struct problem_where where = place_of(error);
    const unsigned char id[16] = {0};
    const char *fault;
    problem_begin(&problem, registry, (uint32_t)error->answer->problem->index, __FILE__, __LINE__,
                  __func__);
    problem_violation_begin(&problem, registry, (uint32_t)rule->index, &where);
    for (size_t i = 0; values && i < rule->detail.count; i++) {
        const struct member *member = rule->detail.pieces[i].member;
        struct text expected;
        if (member)
            rebuild_put_shown(&problem, (unsigned)(member - rule->members.items), member->shape,
                              values[i], verifier->arena, &expected);
    }
    problem_violation_end(&problem);
    problem_fix_occurrence(&problem, id);
    problem_respond(registry, &problem, &request, verifier->field, image->response_max, &response);
    struct text body = {response.body, response.body_length};
    body_read(&verifier->field_room, body, &error->body, &fault);
    const char *array = body_member(&error->body, error->body.root, error->how->member.text);
    if (array == NULL || !problem_json_next_item(&array, &error->expected))
        error->expected = NULL;
}

static bool says_the_same(void *context, const struct text *values)
{
    struct field_error *error = context;
    if (error->answer->rule_tries++ >= RULE_TRIES_MAX)
        return false;
    render(error, values);
    struct text name = name_or(error->how->names.detail, TEXT("detail"));
    const char *expected = body_member(&error->body, error->expected, name);
    return expected && text_equal(body_text(&error->body, expected), text_from(error->read.detail));
}

/* Whether the text is that of the rule, which is then the field error's. Without a text it is one
 * that a value may have taken along which did not fit. */
static bool is_rule(struct field_error *error, const struct rule *rule)
{
    struct arena *arena = error->answer->verifier->arena;
    struct text *values = arena_array(arena, rule->detail.count + 1, sizeof *values);
    error->rule = rule;
    if (error->read.detail.bytes)
        return match_message(&rule->detail, text_from(error->read.detail), values, says_the_same,
                             error);
    render(error, NULL);
    return body_member(&error->body, error->expected,
                       name_or(error->how->names.detail, TEXT("detail"))) == NULL;
}

/* ---------------------------------------------------------------- what differs */

static void check_member(struct field_error *error, struct text name, const char *value)
{
    struct answer *answer = error->answer;
    struct text written = body_written(value);
    const char *expected = body_member(&error->body, error->expected, name);
    if (expected && body_equal(&error->body, expected, &answer->body, value))
        return;
    if (is_place(error->how, name))
        answer_report(answer, "field-error-place", written,
                      "%.*s is %.*s%s, and that is no place that can be shown", TEXT_ARGS(name),
                      SHOWN(written));
    else if (expected == NULL && is_submitted(name))
        answer_help(answer_report(answer, "field-error-value", written,
                                  "a field error repeats what was submitted, as %.*s",
                                  TEXT_ARGS(name)),
                    "leave it out: the caller knows it, and logs and screens should not");
    else if (expected == NULL)
        answer_report(answer, "field-error-shape", written, "a field error has no member %.*s%s",
                      SHOWN(name));
    else
        answer_report(answer, "field-error-detail", written, "%.*s should be: %.*s",
                      TEXT_ARGS(name), TEXT_ARGS(error->rule->detail.raw.text));
}

static void check_members_of(struct field_error *error)
{
    const char *at = error->at, *key, *value;
    const struct body *body = &error->answer->body;
    while (problem_json_next_member(&at, &key, &value))
        check_member(error, body_text(body, key), value);
    at = error->expected;
    while (at && problem_json_next_member(&at, &key, &value)) {
        struct text name = body_text(&error->body, key);
        if (body_member(body, error->at, name) == NULL)
            answer_report(error->answer, "field-error-shape", body_written(error->at),
                          "a field error lacks %.*s", TEXT_ARGS(name));
    }
}

/* ---------------------------------------------------------------- which rule */

static const struct rule *rule_named(const struct violations *how, struct text name)
{
    for (size_t i = 0; i < how->rule_count; i++)
        if (text_equal(how->rules[i]->name.text, name))
            return how->rules[i];
    return NULL;
}

static bool check_named_rule(struct field_error *error, const char *value)
{
    struct answer *answer = error->answer;
    struct text name = text_from(error->read.rule);
    const struct rule *rule = rule_named(error->how, name);
    struct text written = body_written(value ? value : error->at);
    if (rule == NULL) {
        answer_report(answer, "field-error-rule", written,
                      value ? "%.*s%s is no rule of this problem" : "a field error names no rule",
                      SHOWN(written));
        return false;
    }
    if (is_rule(error, rule))
        return true;
    const char *detail =
        body_member(&answer->body, error->at, name_or(error->how->names.detail, TEXT("detail")));
    answer_report(answer, "field-error-detail", body_written(detail ? detail : error->at),
                  "what rule %.*s says is: %.*s", TEXT_ARGS(name),
                  TEXT_ARGS(rule->detail.raw.text));
    return false;
}

/* Where rules are not named, by what they say. */
static bool check_any_rule(struct field_error *error)
{
    for (size_t i = 0; i < error->how->rule_count; i++)
        if (is_rule(error, error->how->rules[i]))
            return true;
    answer_report(error->answer, "field-error-detail", body_written(error->at),
                  "no rule of this problem says that");
    return false;
}

/* What was submitted must not be in it, whatever else is wrong. */
static void check_submitted(struct field_error *error)
{
    const char *at = error->at, *key, *value;
    error->expected = NULL;
    while (problem_json_next_member(&at, &key, &value)) {
        struct text name = body_text(&error->answer->body, key);
        if (is_submitted(name) && !is_place(error->how, name))
            check_member(error, name, value);
    }
}

static void check_object(struct answer *answer, const char *at,
                         const struct problem_received_violation *read)
{
    struct field_error error = {
        .answer = answer, .how = answer->problem->extras->violations, .at = at, .read = *read};
    struct text name = name_or(error.how->names.rule, TEXT("rule"));
    bool fine = text_is(name, "omit")
                    ? check_any_rule(&error)
                    : check_named_rule(&error, body_member(&answer->body, at, name));
    if (fine)
        check_members_of(&error);
    else
        check_submitted(&error);
}

/* ---------------------------------------------------------------- the list */

void verify_field_errors(struct answer *answer, const char *array)
{
    struct problem_received_violation read;
    const struct violations *how = answer->problem->extras->violations;
    size_t position = 0, count = 0;
    const char *at = array, *item;
    if (array != answer->received.violations)
        return; /* it stands twice, which is reported; the last one counts */
    if (*array != '[') {
        answer_report(answer, "field-error-shape", body_written(array), "%.*s is no list",
                      TEXT_ARGS(how->member.text));
        return;
    }
    for (; problem_json_next_item(&at, &item); count++) {
        if (*item != '{')
            answer_report(answer, "field-error-shape", body_written(item),
                          "a field error is an object");
        else if (count < (size_t)how->max.value &&
                 problem_received_next_violation(&answer->received, &position, &read))
            check_object(answer, item, &read);
    }
    if (count == 0 || count > (size_t)how->max.value)
        answer_report(answer, "field-error-shape", text_slice(body_written(array), 0, 1),
                      "%.*s has %zu items, and takes 1 to %d", TEXT_ARGS(how->member.text), count,
                      (int)how->max.value);
}

void verify_omitted(struct answer *answer, const char *value)
{
    if (problem_received_violations_omitted(&answer->received) == 0)
        answer_report(answer, "field-error-shape", body_written(value),
                      "how many field errors were left out is a whole number from 1");
}
