/*
 * Members as the body has them: names that clash or mislead, and what a member may be where it is
 * declared.
 */
#include "check/checks.h"
#include "problem.h"

/* RFC 9457 3.1. */
static bool is_rfc_name(struct text name)
{
    static const char *const names[] = {"type", "title", "status", "detail", "instance"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(name, names[i]))
            return true;
    return false;
}

/* ---------------------------------------------------------------- names */

static void check_rfc_name(struct check_run *run, const struct problem_type *problem,
                           struct string name)
{
    if (!is_rfc_name(name.text))
        return;
    struct diagnostic *finding = check_report(
        run, "reserved-member", problem, name.span,
        "%.*s is a member that every problem has (RFC 9457 3.1)", TEXT_ARGS(name.text));
    check_help(finding, "choose another name");
}

/* RFC 9457 3.2. What the loader takes for a name begins with a letter and has no other odd bytes
 * than -, but a field errors' member can be any text. */
static const char *style_fault(struct text name)
{
    bool letter = (name.bytes[0] >= 'a' && name.bytes[0] <= 'z') ||
                  (name.bytes[0] >= 'A' && name.bytes[0] <= 'Z');
    if (!letter)
        return "should start with a letter";
    for (size_t i = 0; i < name.length; i++) {
        char c = name.bytes[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '_'))
            return "should have only letters, digits and _";
    }
    return name.length < 3 ? "should have three characters or more" : NULL;
}

static void check_style(struct check_run *run, const struct problem_type *problem,
                        struct string name)
{
    const char *fault = style_fault(name.text);
    if (fault)
        check_report(run, "member-name", problem, name.span, "the member's name %s (RFC 9457 3.2)",
                     fault);
}

static void check_name(struct check_run *run, const struct problem_type *problem,
                       const struct member *member)
{
    if (member->audience.value != AUDIENCE_PUBLIC)
        return;
    check_rfc_name(run, problem, member->name);
    check_style(run, problem, member->name);
}

/* ---------------------------------------------------------------- clashes */

static void clash(struct check_run *run, const struct problem_type *problem, struct string again,
                  struct span first)
{
    struct diagnostic *finding = check_report(
        run, "duplicate-member", problem, again.span, "%.*s would have two members named %.*s",
        TEXT_ARGS(problem ? problem->code.text : TEXT("the registry")), TEXT_ARGS(again.text));
    check_note(finding, first, "the other one is declared here");
}

static void check_against_members(struct check_run *run, const struct problem_type *problem,
                                  struct string name)
{
    const struct member *other = problem_member(run->registry, problem, name.text);
    if (other)
        clash(run, problem, name, other->name.span);
}

/* The names of the array of field errors and of the count of those left out. */
static void check_violation_members(struct check_run *run, const struct problem_type *problem)
{
    const struct violations *violations = problem->extras->violations;
    struct string member = violations->member, omitted = violations->names.omitted;
    if (!span_is_set(member.span))
        return;
    check_rfc_name(run, problem, member);
    check_style(run, problem, member);
    check_against_members(run, problem, member);
    if (!span_is_set(omitted.span)) {
        omitted.span = member.span;
        omitted.text = arena_format(run->arena, "%.*s_omitted", TEXT_ARGS(member.text));
    } else if (text_is(omitted.text, "omit")) {
        return;
    } else {
        check_rfc_name(run, problem, omitted);
    }
    check_against_members(run, problem, omitted);
    if (text_equal(omitted.text, member.text))
        clash(run, problem, omitted, member.span);
}

/* The names within one field error. 3GPP's InvalidParam has one name for every kind of place. */
static void check_violation_names(struct check_run *run, const struct problem_type *problem)
{
    const struct violation_names *names = &problem->extras->violations->names;
    struct string all[] = {names->pointer, names->parameter, names->header, names->detail,
                           names->rule};
    static const char *const by_default[] = {"pointer", "parameter", "header", "detail", "rule"};
    const size_t places = 3;
    bool shared = problem->extras->violations->pointer_style.value == POINTER_3GPP;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (!span_is_set(all[i].span))
            all[i].text = text_of(by_default[i]);
        for (size_t j = 0; j < i; j++) {
            if (!text_equal(all[i].text, all[j].text) || text_is(all[i].text, "omit") ||
                (shared && i < places))
                continue;
            bool here = span_is_set(all[i].span);
            struct diagnostic *finding = check_report(
                run, "duplicate-member", problem, here ? all[i].span : all[j].span,
                "a field error would have two members named %.*s", TEXT_ARGS(all[i].text));
            if (here && span_is_set(all[j].span))
                check_note(finding, all[j].span, "the other one is named here");
            else
                check_help(finding, "its %s is named %.*s unless names says otherwise",
                           by_default[here ? j : i], TEXT_ARGS(all[i].text));
        }
    }
}

/* ---------------------------------------------------------------- what a member may be */

static void check_constant(struct check_run *run, const struct problem_type *problem,
                           const struct member *member)
{
    if (member->shape->type != MEMBER_CONSTANT)
        return;
    if (member->audience.value != AUDIENCE_PUBLIC) {
        struct diagnostic *finding =
            check_report(run, "bad-constant", problem, member->audience.span,
                         "a constant is always public: it is the same in every response");
        check_help(finding, "drop audience");
    }
    if (member->optional.value) {
        struct diagnostic *finding =
            check_report(run, "bad-constant", problem, member->optional.span,
                         "a constant can't be optional: it is in every response");
        check_help(finding, "drop optional");
    }
}

static void check_registry_member(struct check_run *run, const struct member *member)
{
    if (member->shape->type == 0 || member->shape->type == MEMBER_CONSTANT ||
        member->optional.value || check_faulty(run, member->name.span.begin, UINT32_MAX))
        return;
    struct diagnostic *finding = check_report(
        run, "registry-member", NULL, member->name.span,
        "a member of every problem must be optional or a constant: no raise takes its value");
    check_help(finding, "add  optional: true");
}

static size_t count_values(const struct members *members)
{
    size_t count = 0;
    for (size_t i = 0; i < members->count; i++)
        count += members->items[i].shape->type != MEMBER_CONSTANT;
    return count;
}

static void check_problem_members(struct check_run *run, const struct problem_type *problem,
                                  size_t shared)
{
    const struct members *members = &problem->members;
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        const struct member *other = members_find(&run->registry->members, member->name.text);
        check_name(run, problem, member);
        check_constant(run, problem, member);
        if (other)
            clash(run, problem, member->name, other->name.span);
    }
    if (count_values(members) + shared > PROBLEM_MEMBERS_MAX)
        check_report(run, "too-many", problem, problem->code.span,
                     "%.*s has %zu members, the registry's own included; %d are the most",
                     TEXT_ARGS(problem->code.text), count_values(members) + shared,
                     PROBLEM_MEMBERS_MAX);
}

/* Its values come as arguments and go into its detail. */
static void check_rule_member(struct check_run *run, const struct member *member)
{
    struct span span = {0, 0};
    const char *fault = NULL;
    if (member->shape->type == MEMBER_CONSTANT) {
        span = member->type_span;
        fault = "be a constant";
    } else if (member->optional.value) {
        span = member->optional.span;
        fault = "be optional";
    } else if (member->audience.value != AUDIENCE_PUBLIC) {
        span = member->audience.span;
        fault = "be kept from callers";
    } else if (member->absent) {
        span = member->absent->span;
        fault = "have a text for where it is absent";
    }
    if (fault == NULL)
        return;
    struct diagnostic *finding =
        check_report(run, "rule-member", NULL, span, "a rule's member can't %s", fault);
    check_help(finding, "each use of the rule gives its value, and its detail shows it");
}

void check_shared_members(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->members.count; i++) {
        const struct member *member = &registry->members.items[i];
        check_name(run, NULL, member);
        check_constant(run, NULL, member);
        check_registry_member(run, member);
    }
    for (size_t i = 0; i < registry->rule_count; i++)
        for (size_t j = 0; j < registry->rules[i].members.count; j++)
            check_rule_member(run, &registry->rules[i].members.items[j]);
}

void check_members(struct check_run *run, const struct problem_type *problem)
{
    check_problem_members(run, problem, count_values(&run->registry->members));
    if (problem->extras->violations == NULL)
        return;
    check_violation_members(run, problem);
    check_violation_names(run, problem);
}
