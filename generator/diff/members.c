/*
 * Members by name: which are gone or new, who gets them, whether they are always there.
 */
#include "diff/compare.h"

static struct subject subject_of_member(const struct member_owner *owner, const struct member *old,
                                        const struct member *new)
{
    struct subject subject = *owner->subject;
    subject.member = new ? new->name.text : old->name.text;
    if (old)
        subject.places.old = old->name.span;
    if (new)
        subject.places.new = new->name.span;
    return subject;
}

/* ---------------------------------------------------------------- come and gone */

static void report_removed(struct comparison *comparison, const struct member_owner *owner,
                           const struct member *member)
{
    struct subject subject = subject_of_member(owner, member, NULL);
    subject.unseen = subject.unseen || member->audience.value != AUDIENCE_PUBLIC;
    change_add(comparison, "member-removed", &subject, subject.places,
               subject.unseen ? "it is no longer logged" : "it is no longer sent");
}

static void report_added(struct comparison *comparison, const struct member_owner *owner,
                         const struct member *member)
{
    struct subject subject = subject_of_member(owner, NULL, member);
    subject.unseen = subject.unseen || member->audience.value != AUDIENCE_PUBLIC;
    change_add(comparison, "member-added", &subject, (struct places){{0, 0}, subject.places.new},
               subject.unseen           ? "it is logged, too"
               : member->optional.value ? "it may be sent, too"
                                        : "it is sent, too");
}

/* ---------------------------------------------------------------- who gets it, and when */

static struct places audience_places(const struct member *old, const struct member *new)
{
    return (struct places){span_or(old->audience.span, old->name.span),
                           span_or(new->audience.span, new->name.span)};
}

static void compare_audience(struct comparison *comparison, const struct subject *subject,
                             const struct member *old, const struct member *new)
{
    static const char *const where[] = {"in the body", "for headers alone", "for the log alone"};
    int before = old->audience.value, after = new->audience.value;
    if (before == after)
        return;
    const char *id = before == AUDIENCE_PUBLIC  ? "member-hidden"
                     : after == AUDIENCE_PUBLIC ? "member-shown"
                                                : "audience-changed";
    struct change *change = change_add(comparison, id, subject, audience_places(old, new),
                                       "it is %s, was %s", where[after], where[before]);
    if (before == AUDIENCE_LOG && !subject->unseen)
        change_help(comparison, change, "may callers know it?");
}

static void compare_presence(struct comparison *comparison, const struct subject *subject,
                             const struct member *old, const struct member *new)
{
    struct places places = {span_or(old->optional.span, old->name.span),
                            span_or(new->optional.span, new->name.span)};
    if (!old->optional.value && new->optional.value)
        change_add(comparison, "member-optional", subject, places,
                   "it may be absent, and was always there");
    else if (old->optional.value && !new->optional.value)
        change_add(comparison, "member-required", subject, places,
                   "it is always there, and was optional");
}

/* ---------------------------------------------------------------- for people */

static void compare_member_texts(struct comparison *comparison, const struct subject *subject,
                                 const struct member *old, const struct member *new)
{
    const struct string none = {{NULL, 0}, {0, 0}};
    struct differing docs = differing_create(comparison), shown = differing_create(comparison);
    differing_key(&shown, "absent", old->absent ? *old->absent : none,
                  new->absent ? *new->absent : none);
    differing_key(&docs, "description", old->description, new->description);
    differing_keys(&docs, "example", old->example, new->example);
    differing_report(comparison, "text-changed", subject, &shown);
    differing_report(comparison, "docs-changed", subject, &docs);
}

/* ---------------------------------------------------------------- the whole */

/* What the registry has for all belongs to nobody, in C as well. */
static struct member_owner owner_of(const struct member_owner *owner, const struct member *old,
                                    const struct member *new)
{
    struct member_owner actual = *owner;
    if (members_find(owner->old, old->name.text) != old)
        actual.old_name = TEXT("");
    if (members_find(owner->new, new->name.text) != new)
        actual.new_name = TEXT("");
    return actual;
}

/* With the place of the type's name: that is the member's own, though the shape may be of many. */
static const struct shape *shape_here(struct comparison *comparison, const struct member *member)
{
    struct shape *shape = arena_allocate(comparison->arena, sizeof *shape);
    *shape = *member->shape;
    shape->span = member->type_span;
    return shape;
}

static void compare_member(struct comparison *comparison, const struct member_owner *owner,
                           const struct member *old, const struct member *new)
{
    struct member_owner actual = owner_of(owner, old, new);
    struct subject subject = subject_of_member(owner, old, new);
    compare_audience(comparison, &subject, old, new);
    subject.unseen = subject.unseen || old->audience.value == AUDIENCE_LOG ||
                     new->audience.value == AUDIENCE_LOG;
    compare_presence(comparison, &subject, old, new);
    compare_shapes(comparison, &subject, shape_here(comparison, old), shape_here(comparison, new));
    compare_member_enum(comparison, &subject, &actual, old, new);
    compare_member_texts(comparison, &subject, old, new);
}

/* What the registry has for all, or has had. */
static const struct member *carried(const struct members *rest, const struct member *member)
{
    return rest ? members_find(rest, member->name.text) : NULL;
}

/* Whether each problem that is still there has a member of its own instead of the registry's. */
static bool all_have(const struct comparison *comparison, const struct member *member)
{
    for (size_t i = 0; i < comparison->old->problem_count; i++) {
        const struct problem_type *problem = comparison->pairs[i].new;
        if (problem && members_find(&problem->members, member->name.text) == NULL)
            return false;
    }
    return true;
}

void compare_members(struct comparison *comparison, const struct member_owner *owner)
{
    bool common = owner->subject->kind == SUBJECT_REGISTRY;
    for (size_t i = 0; i < owner->old->count; i++) {
        const struct member *old = &owner->old->items[i];
        const struct member *new = members_find(owner->new, old->name.text);
        if (new == NULL)
            new = carried(owner->new_rest, old);
        if (new)
            compare_member(comparison, owner, old, new);
        else if (!common || !all_have(comparison, old))
            report_removed(comparison, owner, old);
    }
    for (size_t i = 0; i < owner->new->count; i++) {
        const struct member *new = &owner->new->items[i];
        const struct member *old = carried(owner->old_rest, new);
        if (members_find(owner->old, new->name.text))
            continue;
        if (old && carried(owner->new_rest, new) == NULL)
            compare_member(comparison, owner, old, new);
        else
            report_added(comparison, owner, new);
    }
}
