/*
 * The member that tells problems apart where bodies carry no type.
 */
#include "check/checks.h"

static struct text member_name(const void *context, size_t i)
{
    return ((const struct members *)context)->items[i].name.text;
}

static void unknown_member(struct check_run *run, struct string name)
{
    const struct members *members = &run->registry->members;
    struct diagnostic *finding = check_report(
        run, "bad-discriminator", NULL, name.span,
        "discriminator names %.*s, which is not a member of every problem", TEXT_ARGS(name.text));
    struct text nearest = check_nearest(run, name.text, member_name, members, members->count);
    if (nearest.length)
        check_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        check_help(finding,
                   "declare it at the top of the registry:  members: {%.*s: {type: constant, "
                   "value: \"{code}\"}}",
                   TEXT_ARGS(name.text));
}

static void check_named(struct check_run *run, struct string name)
{
    const struct member *member = members_find(&run->registry->members, name.text);
    if (member == NULL) {
        if (run->fault_count == 0 && run->registry->complete)
            unknown_member(run, name);
        return;
    }
    const struct shape *shape = member->shape;
    if (shape->type == 0 ||
        (shape->type == MEMBER_CONSTANT &&
         (!span_is_set(shape->limits->value.span) || text_is(shape->limits->value.text, "{code}"))))
        return;
    struct diagnostic *finding = check_report(
        run, "bad-discriminator", NULL, name.span,
        "%.*s does not tell problems apart: it must be a constant {code}", TEXT_ARGS(name.text));
    check_note(finding, member->name.span, "declared here");
    check_help(finding, "declare it as {type: constant, value: \"{code}\"}");
}

/* Two problems of one status and without type look the same to callers. One pair is enough to say
 * so. */
static void check_alike(struct check_run *run)
{
    const struct registry *registry = run->registry;
    const struct problem_type *by_status[600] = {NULL};
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (!check_status_known(problem) || !problem_is_blank(problem) ||
            span_is_set(problem->extras->type.span) || span_is_set(problem->extras->conceal.span))
            continue;
        const struct problem_type **first = &by_status[problem->status.value];
        if (*first == NULL) {
            *first = problem;
            continue;
        }
        struct diagnostic *finding =
            check_report(run, "missing-discriminator", NULL, registry->base.span,
                         "bodies carry no type, so nothing tells %.*s from %.*s",
                         TEXT_ARGS(problem->code.text), TEXT_ARGS((*first)->code.text));
        check_note(finding, (*first)->status.span, "%.*s answers %lld",
                   TEXT_ARGS((*first)->code.text), (long long)problem->status.value);
        check_note(finding, problem->status.span, "and so does %.*s",
                   TEXT_ARGS(problem->code.text));
        check_help(finding, "add  discriminator: code  and  members: {code: {type: constant, "
                            "value: \"{code}\"}}");
        return;
    }
}

void check_discriminator(struct check_run *run)
{
    struct string name = run->registry->discriminator;
    if (span_is_set(name.span))
        check_named(run, name);
    else if (text_is(run->registry->base.text, "about:blank") && run->fault_count == 0)
        check_alike(run);
}
