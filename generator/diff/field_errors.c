/*
 * Field errors: what a problem says of them, and the rules that they break.
 */
#include "diff/compare.h"
#include "names/names.h"

/* ---------------------------------------------------------------- names of what is sent */

struct form {
    const char *what;
    struct string old, new;
};

static struct string called(struct string name, struct text otherwise)
{
    if (!span_is_set(name.span))
        name.text = otherwise;
    return name;
}

static struct text omitted(struct comparison *comparison, const struct violations *violations)
{
    return arena_format(comparison->arena, "%.*s_omitted", TEXT_ARGS(violations->member.text));
}

static bool is_left_out(struct string name)
{
    return text_is(name.text, "omit");
}

static bool shows_rule(const struct violations *violations)
{
    return !is_left_out(violations->names.rule);
}

static void compare_form(struct comparison *comparison, const struct subject *subject,
                         const struct form *form, struct places places)
{
    if (is_left_out(form->old))
        change_add(comparison, "field-errors-added", subject, places, "%s is there, as %.*s",
                   form->what, TEXT_ARGS(form->new.text));
    else if (is_left_out(form->new))
        change_add(comparison, "field-errors-changed", subject, places,
                   "%s is left out, was called %.*s", form->what, TEXT_ARGS(form->old.text));
    else
        change_add(comparison, "field-errors-changed", subject, places,
                   "%s is called %.*s, was %.*s", form->what, TEXT_ARGS(form->new.text),
                   TEXT_ARGS(form->old.text));
}

static void compare_names(struct comparison *comparison, const struct subject *subject,
                          const struct violations *old, const struct violations *new)
{
    const struct violation_names *before = &old->names, *after = &new->names;
    struct text pointer = TEXT("pointer"), parameter = TEXT("parameter"), header = TEXT("header"),
                detail = TEXT("detail"), rule = TEXT("rule");
    const struct form forms[] = {
        {"the list of field errors", old->member, new->member},
        {"the pointer", called(before->pointer, pointer), called(after->pointer, pointer)},
        {"the parameter", called(before->parameter, parameter),
         called(after->parameter, parameter)},
        {"the header", called(before->header, header), called(after->header, header)},
        {"the detail", called(before->detail, detail), called(after->detail, detail)},
        {"the rule", called(before->rule, rule), called(after->rule, rule)},
        {"the number of those left out", called(before->omitted, omitted(comparison, old)),
         called(after->omitted, omitted(comparison, new))},
    };
    bool same_list = text_equal(old->member.text, new->member.text);
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct form *form = &forms[i];
        bool follows = i == 6 && !same_list && !span_is_set(before->omitted.span) &&
                       !span_is_set(after->omitted.span);
        if (text_equal(form->old.text, form->new.text) || follows)
            continue;
        compare_form(comparison, subject, form,
                     (struct places){span_or(form->old.span, old->span),
                                     span_or(form->new.span, new->span)});
    }
}

/* ---------------------------------------------------------------- which rules */

static struct map names_of(struct comparison *comparison, const struct violations *violations)
{
    struct map names = {0};
    for (size_t i = 0; i < violations->rule_count; i++)
        map_add(comparison->arena, &names, violations->rules[i]->name.text, i);
    return names;
}

/* Where a field error does not say its rule, callers can't wait for one. */
static void compare_rule_lists(struct comparison *comparison, const struct subject *subject,
                               const struct violations *old, const struct violations *new)
{
    struct map before = names_of(comparison, old), after = names_of(comparison, new);
    struct places places = {old->span, new->span};
    struct subject rules = *subject;
    size_t index;
    rules.unseen = subject->unseen || !shows_rule(old) || !shows_rule(new);
    for (size_t i = 0; i < old->rule_count; i++)
        if (!map_get(&after, old->rules[i]->name.text, &index))
            change_add(comparison, "rule-removed", &rules, places,
                       "no field error breaks %.*s any more", TEXT_ARGS(old->rules[i]->name.text));
    for (size_t i = 0; i < new->rule_count; i++)
        if (!map_get(&before, new->rules[i]->name.text, &index))
            change_add(comparison, "rule-added", &rules, places, "field errors can break %.*s, too",
                       TEXT_ARGS(new->rules[i]->name.text));
}

static void compare_most(struct comparison *comparison, const struct subject *subject,
                         const struct violations *old, const struct violations *new)
{
    if (old->max.value == new->max.value)
        return;
    change_add(
        comparison, new->max.value < old->max.value ? "field-errors-fewer" : "field-errors-more",
        subject,
        (struct places){span_or(old->max.span, old->span), span_or(new->max.span, new->span)},
        "there are at most %lld field errors, were %lld", (long long)new->max.value,
        (long long)old->max.value);
}

void compare_field_errors(struct comparison *comparison, const struct subject *subject,
                          const struct violations *old, const struct violations *new)
{
    if (old == NULL && new == NULL)
        return;
    if (new == NULL) {
        change_add(comparison, "field-errors-removed", subject,
                   (struct places){old->span, subject->places.new},
                   "it carries no field errors any more (%.*s)", TEXT_ARGS(old->member.text));
        return;
    }
    if (old == NULL) {
        change_add(comparison, "field-errors-added", subject,
                   (struct places){subject->places.old, new->span},
                   "it carries field errors (%.*s)", TEXT_ARGS(new->member.text));
        return;
    }
    compare_names(comparison, subject, old, new);
    if (old->pointer_style.value != new->pointer_style.value)
        change_add(comparison, "field-errors-changed", subject,
                   (struct places){span_or(old->pointer_style.span, old->span),
                                   span_or(new->pointer_style.span, new->span)},
                   "pointers are written as %s, were as %s",
                   pointer_style_names[new->pointer_style.value],
                   pointer_style_names[old->pointer_style.value]);
    compare_most(comparison, subject, old, new);
    compare_rule_lists(comparison, subject, old, new);
}

/* ---------------------------------------------------------------- the rules themselves */

/* By index: whether some problem that callers see can break it. */
static bool *seen_rules(struct comparison *comparison)
{
    const struct registry *registry = comparison->old;
    bool *seen = arena_array(comparison->arena, registry->rule_count, sizeof *seen);
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        const struct violations *violations = problem->extras->violations;
        bool visible = violations && !span_is_set(problem->extras->conceal.span);
        for (size_t k = 0; visible && k < violations->rule_count; k++)
            seen[violations->rules[k]->index] = true;
    }
    return seen;
}

static void compare_rule(struct comparison *comparison, const struct rule *old,
                         const struct rule *new, bool seen)
{
    struct subject subject = {
        .kind = SUBJECT_RULE,
        .name = new->name.text,
        .places = {old->name.span, new->name.span},
        .unseen = !seen,
    };
    struct member_owner owner = {
        .subject = &subject,
        .old_name = old->name.text,
        .new_name = new->name.text,
        .old = &old->members,
        .new = &new->members,
    };
    struct differing shown = differing_create(comparison), docs = differing_create(comparison);
    compare_members(comparison, &owner);
    compare_arguments(comparison, &owner, "add");
    differing_key(&shown, "detail", old->detail.raw, new->detail.raw);
    differing_key(&docs, "description", old->description, new->description);
    differing_report(comparison, "text-changed", &subject, &shown);
    differing_report(comparison, "docs-changed", &subject, &docs);
}

void compare_rules(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    const bool *seen = seen_rules(comparison);
    struct map names = {0};
    size_t index;
    for (size_t i = 0; i < new->rule_count; i++)
        map_add(comparison->arena, &names, new->rules[i].name.text, i);
    for (size_t i = 0; i < old->rule_count; i++) {
        const struct rule *rule = &old->rules[i];
        if (map_get(&names, rule->name.text, &index)) {
            compare_rule(comparison, rule, &new->rules[index], seen[i]);
            continue;
        }
        struct subject subject = {.kind = SUBJECT_RULE, .name = rule->name.text};
        change_add(comparison, "c-names-removed", &subject,
                   (struct places){rule->name.span, {0, 0}}, "%.*s is gone",
                   TEXT_ARGS(c_function(comparison, "add",
                                        lower_name(comparison->arena, rule->name.text))));
    }
}
