/*
 * Placeholders and members find each other both ways, and what is for the log or for headers alone
 * does not get into a text that everybody reads.
 */
#include "check/checks.h"

enum {
    PLACEHOLDERS_MAX = 64, /* in a text: a step of the tables says how many belong to the detail,
                              255 at most, and a member takes two, a long constant one or two */
};

/* A text with placeholders and whose it is. */
struct place {
    const struct problem_type *problem; /* NULL: a rule's */
    struct string owner;                /* code of the problem, name of the rule */
    const struct members *members;
    const struct header *header; /* NULL: it is the detail */
    const struct message *message;
};

/* ---------------------------------------------------------------- names that are no member */

struct candidates {
    const struct members *own, *registry;
};

static struct text member_name(const void *context, size_t i)
{
    const struct candidates *candidates = context;
    const struct members *own = candidates->own;
    return i < own->count ? own->items[i].name.text
                          : candidates->registry->items[i - own->count].name.text;
}

static void unknown_placeholder(struct check_run *run, const struct place *place,
                                struct string name)
{
    static const struct members none = {NULL, 0};
    const char *rule = place->problem ? "" : "rule ";
    struct text what = TEXT("detail");
    if (place->header)
        what = arena_format(run->arena, "header %.*s", TEXT_ARGS(place->header->name.text));
    struct diagnostic *finding =
        check_report(run, "unknown-placeholder", place->problem, name.span,
                     "%.*s names {%.*s}, which is not a member of %s%.*s", TEXT_ARGS(what),
                     TEXT_ARGS(name.text), rule, TEXT_ARGS(place->owner.text));
    struct candidates candidates = {place->members,
                                    place->problem ? &run->registry->members : &none};
    struct text nearest = check_nearest(run, name.text, member_name, &candidates,
                                        candidates.own->count + candidates.registry->count);
    if (nearest.length)
        check_help(finding, "did you mean {%.*s}?", TEXT_ARGS(nearest));
    else
        check_help(finding, "declare it under members; a brace as such is written {{ or }}");
}

/* ---------------------------------------------------------------- members where they must not be
 */

static void log_only(struct check_run *run, const struct place *place, struct string name,
                     const struct member *member)
{
    struct text where = TEXT("detail");
    if (place->header)
        where = arena_format(run->arena, "header %.*s", TEXT_ARGS(place->header->name.text));
    struct diagnostic *finding = check_report(run, "log-only-in-public", place->problem, name.span,
                                              "{%.*s} has audience: log and cannot appear in %.*s",
                                              TEXT_ARGS(name.text), TEXT_ARGS(where));
    check_note(finding, member->name.span, "declared log-only here");
}

static void header_only(struct check_run *run, const struct place *place, struct string name,
                        const struct member *member)
{
    struct diagnostic *finding = check_report(
        run, "header-only-in-body", place->problem, name.span,
        "{%.*s} has audience: header and cannot appear in detail", TEXT_ARGS(name.text));
    check_note(finding, member->name.span, "declared header-only here");
}

static void missing_absent(struct check_run *run, const struct place *place, struct string name,
                           const struct member *member)
{
    struct diagnostic *finding = check_report(
        run, "missing-absent", place->problem, name.span,
        "{%.*s} is optional, and nothing says what detail reads without it", TEXT_ARGS(name.text));
    check_note(finding, member->name.span, "declared here");
    check_help(finding, "add  absent: \"text in its place\"");
}

static void check_piece(struct check_run *run, const struct place *place, const struct piece *piece)
{
    const struct member *member = piece->member;
    if (member == NULL) {
        if (place->problem ? !check_faulty_problem(run, place->problem)
                           : !run->fault_count && run->registry->complete)
            unknown_placeholder(run, place, piece_name(piece));
    } else if (place->problem == NULL) {
        return; /* what a rule's member may be is told where it is declared */
    } else if (member->audience.value == AUDIENCE_LOG) {
        log_only(run, place, piece_name(piece), member);
    } else if (place->header == NULL) {
        if (member->audience.value == AUDIENCE_HEADER)
            header_only(run, place, piece_name(piece), member);
        else if (member->optional.value && !member->absent)
            missing_absent(run, place, piece_name(piece), member);
    }
}

static void check_place(struct check_run *run, const struct place *place)
{
    size_t count = 0;
    for (size_t i = 0; i < place->message->count; i++) {
        const struct piece *piece = &place->message->pieces[i];
        if (!span_is_set(piece->span))
            continue;
        check_piece(run, place, piece);
        if (++count == PLACEHOLDERS_MAX + 1)
            check_report(run, "too-many", place->problem, piece->span,
                         "a text can't have more than %d placeholders", PLACEHOLDERS_MAX);
    }
}

void check_placeholders(struct check_run *run, const struct problem_type *problem)
{
    struct place place = {problem, problem->code, &problem->members, NULL, &problem->detail};
    check_place(run, &place);
    for (size_t i = 0; i < problem->extras->headers.count; i++) {
        place.header = &problem->extras->headers.items[i];
        place.message = &place.header->value;
        check_place(run, &place);
    }
}

void check_rule_placeholders(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->rule_count; i++) {
        const struct rule *rule = &registry->rules[i];
        struct place place = {NULL, rule->name, &rule->members, NULL, &rule->detail};
        check_place(run, &place);
    }
}

/* ---------------------------------------------------------------- members that nothing names */

static bool message_names(const struct message *message, const struct member *member)
{
    for (size_t i = 0; i < message->count; i++)
        if (message->pieces[i].member == member)
            return true;
    return false;
}

/* Whether it has placeholders that are no members: one of them may be the member, mistyped. */
static bool is_mistyped(const struct message *message)
{
    for (size_t i = 0; i < message->count; i++)
        if (span_is_set(message->pieces[i].span) && message->pieces[i].member == NULL)
            return true;
    return false;
}

static bool is_mistyped_in(const struct problem_type *problem)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (is_mistyped(&problem->extras->headers.items[i].value))
            return true;
    return is_mistyped(&problem->detail);
}

static bool a_header_names(const struct problem_type *problem, const struct member *member)
{
    for (size_t i = 0; i < problem->extras->headers.count; i++)
        if (message_names(&problem->extras->headers.items[i].value, member))
            return true;
    return false;
}

static void unused_header_member(struct check_run *run, const struct problem_type *problem,
                                 const struct member *member)
{
    struct diagnostic *finding = check_report(run, "unused-member", problem, member->name.span,
                                              "%.*s has audience: header, but no header names it",
                                              TEXT_ARGS(member->name.text));
    check_help(finding, "add a header with {%.*s} in its value, or drop the audience",
               TEXT_ARGS(member->name.text));
}

static void unused_absent(struct check_run *run, const struct problem_type *problem,
                          const struct member *member, const char *why)
{
    struct diagnostic *finding =
        check_report(run, "unused-absent", problem, member->absent->span,
                     "this text is never used: %.*s %s", TEXT_ARGS(member->name.text), why);
    check_help(finding, "drop absent");
}

static void check_use(struct check_run *run, const struct problem_type *problem,
                      const struct member *member, bool in_detail, bool in_header)
{
    if (member->audience.value == AUDIENCE_HEADER && !in_header)
        unused_header_member(run, problem, member);
    if (!member->absent)
        return;
    if (!member->optional.value)
        unused_absent(run, problem, member, "is not optional");
    else if (!in_detail)
        unused_absent(run, problem, member, "does not appear in detail");
}

/* Marks the members that the message names. `marks` stands beside `members`. */
static void mark(const struct members *members, const struct message *message, bool *marks)
{
    for (size_t i = 0; i < members->count; i++)
        if (message_names(message, &members->items[i]))
            marks[i] = true;
}

/* The registry's own members may be named by any problem. */
static void check_registry_members(struct check_run *run)
{
    const struct registry *registry = run->registry;
    const struct members *members = &registry->members;
    if (members->count == 0 || run->fault_count || !registry->complete)
        return;
    bool *in_detail = arena_array(run->arena, members->count, sizeof *in_detail);
    bool *in_header = arena_array(run->arena, members->count, sizeof *in_header);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        mark(members, &problem->detail, in_detail);
        for (size_t j = 0; j < problem->extras->headers.count; j++)
            mark(members, &problem->extras->headers.items[j].value, in_header);
    }
    for (size_t i = 0; i < members->count; i++)
        check_use(run, NULL, &members->items[i], in_detail[i], in_header[i]);
}

static void check_rule_members(struct check_run *run, const struct rule *rule)
{
    if (is_mistyped(&rule->detail))
        return;
    for (size_t i = 0; i < rule->members.count; i++) {
        const struct member *member = &rule->members.items[i];
        if (!span_is_set(rule->detail.raw.span) || message_names(&rule->detail, member))
            continue;
        struct diagnostic *finding =
            check_report(run, "unused-member", NULL, member->name.span,
                         "%.*s does not appear in the detail of rule %.*s",
                         TEXT_ARGS(member->name.text), TEXT_ARGS(rule->name.text));
        check_help(finding,
                   "a rule's members are sent in its detail alone: name {%.*s} there, or "
                   "drop it",
                   TEXT_ARGS(member->name.text));
    }
}

void check_unused_members(struct check_run *run, const struct problem_type *problem)
{
    if (problem->members.count == 0 || check_faulty_problem(run, problem) ||
        is_mistyped_in(problem))
        return;
    for (size_t i = 0; i < problem->members.count; i++) {
        const struct member *member = &problem->members.items[i];
        check_use(run, problem, member, message_names(&problem->detail, member),
                  a_header_names(problem, member));
    }
}

void check_unused_shared_members(struct check_run *run)
{
    check_registry_members(run);
    for (size_t i = 0; i < run->registry->rule_count; i++)
        check_rule_members(run, &run->registry->rules[i]);
}
