/*
 * Problem by problem: what is gone, what is new, and what is different about the others.
 */
#include "base/date.h"
#include "diff/compare.h"
#include "names/names.h"

/* ---------------------------------------------------------------- promises */

/* A sunset that is no date has not passed. */
static bool sunset_has_passed(const struct comparison *comparison,
                              const struct problem_type *problem)
{
    int64_t days;
    if (problem->extras->deprecated == NULL)
        return false;
    struct text sunset = problem->extras->deprecated->sunset.text;
    return sunset.length == 10 && date_read(sunset, &days) &&
           text_compare(sunset, comparison->today) < 0;
}

/* It is what the old registry said that callers could rely on; but a code is retired by the new. */
static enum excuse excuse_of(const struct comparison *comparison, const struct problem_type *old)
{
    if (is_reserved(comparison->new, old->code.text))
        return EXCUSE_RESERVED;
    return sunset_has_passed(comparison, old) ? EXCUSE_SUNSET : EXCUSE_NONE;
}

struct subject subject_of_pair(const struct comparison *comparison, const struct pair *pair)
{
    const struct problem_type *known = pair->new ? pair->new : pair->old;
    return (struct subject){
        .kind = SUBJECT_PROBLEM,
        .name = known->code.text,
        .places = {pair->old->code.span, pair->new ? pair->new->code.span : (struct span){0, 0}},
        .excuse = excuse_of(comparison, pair->old),
    };
}

/* ---------------------------------------------------------------- come and gone */

static void report_removed(struct comparison *comparison, const struct pair *pair)
{
    const struct problem_type *old = pair->old;
    struct subject subject = subject_of_pair(comparison, pair);
    struct text c_name = lower_name(comparison->arena, old->code.text);
    subject.unseen = span_is_set(old->extras->conceal.span);
    struct change *change =
        change_add(comparison, "problem-removed", &subject, subject.places, "the problem is gone");
    if (subject.excuse == EXCUSE_NONE)
        change_help(
            comparison, change,
            "deprecate it with a sunset first; when that has passed, or nobody gets it any "
            "more,\nlist it under reserved: {code: %.*s%s}",
            TEXT_ARGS(old->code.text),
            span_is_set(old->id.span)
                ? arena_format(comparison->arena, ", id: %lld", (long long)old->id.value).bytes
                : "");
    change_add(comparison, "c-names-removed", &subject, subject.places, "%.*s and %.*s are gone",
               TEXT_ARGS(c_function(comparison, "raise", c_name)),
               TEXT_ARGS(problem_constant(comparison->arena, comparison->old, old)));
}

static void report_added(struct comparison *comparison, const struct problem_type *problem)
{
    struct subject subject = {.kind = SUBJECT_PROBLEM,
                              .name = problem->code.text,
                              .unseen = span_is_set(problem->extras->conceal.span)};
    change_add(comparison, "problem-added", &subject, (struct places){{0, 0}, problem->code.span},
               "there is a new problem of status %lld", (long long)problem->status.value);
}

static void report_renamed(struct comparison *comparison, const struct subject *subject,
                           const struct pair *pair)
{
    struct arena *arena = comparison->arena;
    struct text old = lower_name(arena, pair->old->code.text);
    struct text new = lower_name(arena, pair->new->code.text);
    struct change *change = change_add(comparison, "code-renamed", subject, subject->places,
                                       "the code was %.*s", TEXT_ARGS(pair->old->code.text));
    change_help(comparison, change,
                "callers know it by its code: keep that, or add a problem and deprecate this one");
    if (!text_equal(old, new))
        change_add(comparison, "c-names-changed", subject, subject->places, "%.*s was %.*s",
                   TEXT_ARGS(c_function(comparison, "raise", new)),
                   TEXT_ARGS(c_function(comparison, "raise", old)));
}

/* ---------------------------------------------------------------- the response */

static void compare_status(struct comparison *comparison, const struct subject *subject,
                           const struct pair *pair)
{
    struct integer old = pair->old->status, new = pair->new->status;
    if (old.value == new.value)
        return;
    struct change *change =
        change_add(comparison, "status-changed", subject, (struct places){old.span, new.span},
                   "status is %lld, was %lld", (long long)new.value, (long long)old.value);
    change_help(comparison, change, "add a problem with the new status, and deprecate this one");
}

static void compare_retry(struct comparison *comparison, const struct subject *subject,
                          const struct pair *pair)
{
    enum retry old = problem_type_retry(pair->old), new = problem_type_retry(pair->new);
    if (old != new)
        change_add(comparison, "retry-changed", subject,
                   (struct places){span_or(pair->old->retry.span, pair->old->status.span),
                                   span_or(pair->new->retry.span, pair->new->status.span)},
                   "retry is %s, was %s", retry_names[new], retry_names[old]);
}

static void compare_log(struct comparison *comparison, const struct subject *subject,
                        const struct pair *pair)
{
    enum log_level old = problem_type_log(pair->old), new = problem_type_log(pair->new);
    if (old != new)
        change_add(comparison, "log-level-changed", subject,
                   (struct places){span_or(pair->old->log.span, pair->old->status.span),
                                   span_or(pair->new->log.span, pair->new->status.span)},
                   "it is logged as %s, was as %s", log_names[new], log_names[old]);
}

static void compare_conceal(struct comparison *comparison, const struct subject *subject,
                            const struct pair *pair)
{
    struct string old = pair->old->extras->conceal, new = pair->new->extras->conceal;
    bool was = span_is_set(old.span), is = span_is_set(new.span);
    struct places places = {span_or(old.span, subject->places.old),
                            span_or(new.span, subject->places.new)};
    if (!was && is)
        change_add(comparison, "conceal-added", subject, places, "callers get %.*s instead",
                   TEXT_ARGS(new.text));
    else if (was && !is)
        change_help(comparison,
                    change_add(comparison, "conceal-removed", subject, places,
                               "callers learn of it; they got %.*s", TEXT_ARGS(old.text)),
                    "is what it was concealed for no longer so?");
    else if (!text_equal(old.text, new.text))
        change_add(comparison, "conceal-changed", subject, places,
                   "callers get %.*s instead, got %.*s", TEXT_ARGS(new.text), TEXT_ARGS(old.text));
}

/* ---------------------------------------------------------------- deprecation */

static void compare_sunset(struct comparison *comparison, const struct subject *subject,
                           struct string old, struct string new)
{
    struct places places = {span_or(old.span, subject->places.old),
                            span_or(new.span, subject->places.new)};
    if (!text_equal(old.text, new.text))
        change_add(comparison, "deprecation-changed", subject, places, "sunset is %.*s, was %.*s",
                   TEXT_ARGS(new.text.length ? new.text : TEXT("not set")),
                   TEXT_ARGS(old.text.length ? old.text : TEXT("not set")));
}

static void compare_deprecation(struct comparison *comparison, const struct subject *subject,
                                const struct pair *pair)
{
    const struct deprecated *old = pair->old->extras->deprecated,
                            *new = pair->new->extras->deprecated;
    if (old && new) {
        struct differing keys = differing_create(comparison);
        compare_sunset(comparison, subject, old->sunset, new->sunset);
        differing_key(&keys, "replaced-by", old->replaced_by, new->replaced_by);
        differing_key(&keys, "since", old->since, new->since);
        differing_report(comparison, "deprecation-changed", subject, &keys);
    } else if (new) {
        change_add(comparison, "deprecation-added", subject,
                   (struct places){subject->places.old, new->span}, "it is deprecated%s%.*s",
                   span_is_set(new->sunset.span) ? ", and may be gone after " : "",
                   TEXT_ARGS(new->sunset.text));
    } else if (old) {
        change_add(comparison, "deprecation-removed", subject,
                   (struct places){old->span, subject->places.new}, "it is no longer deprecated");
    }
}

/* ---------------------------------------------------------------- type URIs */

static bool is_of_base(const struct registry *registry, const struct problem_type *problem)
{
    return !span_is_set(problem->extras->type.span) &&
           text_equal(problem->base->text, registry->base.text);
}

/* That the base or the code is another says as much. */
static bool follows(const struct comparison *comparison, const struct pair *pair)
{
    if (span_is_set(pair->old->extras->type.span) || span_is_set(pair->new->extras->type.span))
        return false;
    if (is_of_base(comparison->old, pair->old) && is_of_base(comparison->new, pair->new))
        return true;
    return text_equal(pair->old->base->text, pair->new->base->text);
}

static void compare_type_uri(struct comparison *comparison, const struct subject *subject,
                             const struct pair *pair)
{
    const struct problem_type *old = pair->old, *new = pair->new;
    struct text before = problem_type_uri(old, comparison->arena),
                after = problem_type_uri(new, comparison->arena);
    if (text_equal(before, after) || follows(comparison, pair))
        return;
    change_add(comparison, "type-changed", subject,
               (struct places){span_or(old->extras->type.span, subject->places.old),
                               span_or(new->extras->type.span, subject->places.new)},
               "type is %.*s, was %.*s", TEXT_ARGS(after), TEXT_ARGS(before));
}

static void compare_bases(struct comparison *comparison)
{
    struct string old = comparison->old->base, new = comparison->new->base;
    struct subject subject = subject_of_registry(comparison);
    size_t count = 0;
    for (size_t i = 0; i < comparison->old->problem_count; i++) {
        const struct pair *pair = &comparison->pairs[i];
        count += pair->new &&is_of_base(comparison->old, pair->old) &&
                 is_of_base(comparison->new, pair->new) && !text_equal(old.text, new.text);
    }
    if (count == 0)
        return;
    struct change *change =
        change_add(comparison, "base-changed", &subject, (struct places){old.span, new.span},
                   "base is %.*s, was %.*s: %zu type URI%s with it", TEXT_ARGS(new.text),
                   TEXT_ARGS(old.text), count, count == 1 ? " changes" : "s change");
    change_help(
        comparison, change,
        "callers compare type URIs as texts: a redirect from the old ones does not help them");
}

/* ---------------------------------------------------------------- the whole */

static void compare_own_members(struct comparison *comparison, const struct subject *subject,
                                const struct pair *pair)
{
    struct member_owner owner = {
        .subject = subject,
        .old_name = pair->old->code.text,
        .new_name = pair->new->code.text,
        .old = &pair->old->members,
        .new = &pair->new->members,
        .old_rest = &comparison->old->members,
        .new_rest = &comparison->new->members,
    };
    compare_members(comparison, &owner);
    compare_arguments(comparison, &owner, "raise");
    compare_setters(comparison, &owner);
}

static void compare_pair(struct comparison *comparison, const struct pair *pair)
{
    const struct problem_type *old = pair->old, *new = pair->new;
    struct subject subject = subject_of_pair(comparison, pair);
    if (!text_equal(old->code.text, new->code.text))
        report_renamed(comparison, &subject, pair);
    compare_conceal(comparison, &subject, pair);
    subject.unseen =
        span_is_set(old->extras->conceal.span) || span_is_set(new->extras->conceal.span);
    compare_status(comparison, &subject, pair);
    compare_type_uri(comparison, &subject, pair);
    compare_retry(comparison, &subject, pair);
    compare_own_members(comparison, &subject, pair);
    compare_headers(comparison, &subject, &old->extras->headers, &new->extras->headers);
    compare_field_errors(comparison, &subject, old->extras->violations, new->extras->violations);
    compare_deprecation(comparison, &subject, pair);
    compare_log(comparison, &subject, pair);
    compare_texts(comparison, &subject, old, new);
}

void compare_problems(struct comparison *comparison)
{
    compare_bases(comparison);
    for (size_t i = 0; i < comparison->old->problem_count; i++)
        if (comparison->pairs[i].new)
            compare_pair(comparison, &comparison->pairs[i]);
        else
            report_removed(comparison, &comparison->pairs[i]);
    for (size_t i = 0; i < comparison->new->problem_count; i++)
        if (comparison->pair_of[i] == NULL)
            report_added(comparison, &comparison->new->problems[i]);
}
