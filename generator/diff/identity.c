/*
 * What a problem is known by besides its code: ids, the numbers that C has for it, and what is
 * never to be used again.
 */
#include "diff/compare.h"

/* ---------------------------------------------------------------- ids */

/* Seen or not by callers, an id is for good: whoever stored it means this problem. */
static void compare_id(struct comparison *comparison, const struct pair *pair)
{
    struct integer old = pair->old->id, new = pair->new->id;
    bool had = span_is_set(old.span), has = span_is_set(new.span);
    struct subject subject = subject_of_pair(comparison, pair);
    struct places places = {span_or(old.span, subject.places.old),
                            span_or(new.span, subject.places.new)};
    if (had && has && old.value != new.value)
        change_add(comparison, "id-changed", &subject, places, "id is %lld, was %lld",
                   (long long)new.value, (long long)old.value);
    else if (had && !has)
        change_add(comparison, "id-removed", &subject, places, "id %lld is gone",
                   (long long)old.value);
    else if (!had && has)
        change_add(comparison, "id-added", &subject, places, "id is %lld now; there was none",
                   (long long)new.value);
}

/* Numbers by place are nobody's decision, so that they are told of together. */
static void compare_numbers(struct comparison *comparison)
{
    const struct pair *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < comparison->old->problem_count; i++) {
        const struct pair *pair = &comparison->pairs[i];
        if (pair->new == NULL || span_is_set(pair->old->id.span) ||
            pair->old->number == pair->new->number)
            continue;
        first = count++ ? first : pair;
    }
    if (count == 0)
        return;
    struct subject subject = subject_of_registry(comparison);
    struct change *change =
        change_add(comparison, "problems-renumbered", &subject,
                   (struct places){first->old->code.span, first->new->code.span},
                   "%zu problem%s without an id had another number in C: %.*s is %lld, was %lld",
                   count, count == 1 ? "" : "s", TEXT_ARGS(first->new->code.text),
                   (long long)first->new->number, (long long)first->old->number);
    change_help(
        comparison, change,
        "without ids, numbers are places: add problems at the end, or give all of them ids");
}

/* ---------------------------------------------------------------- what was used before */

static void compare_reuse(struct comparison *comparison, const struct problem_type *problem,
                          const struct map *ids)
{
    struct subject subject = {.kind = SUBJECT_PROBLEM, .name = problem->code.text};
    size_t index;
    struct text id = arena_format(comparison->arena, "%lld", (long long)problem->id.value);
    if (!span_is_set(problem->id.span) || !map_get(ids, id, &index))
        return;
    const struct problem_type *before = &comparison->old->problems[index];
    change_add(comparison, "id-reused", &subject,
               (struct places){before->id.span, problem->id.span}, "id %.*s was that of %.*s",
               TEXT_ARGS(id), TEXT_ARGS(before->code.text));
}

static void compare_added_ids(struct comparison *comparison)
{
    struct map ids = {0};
    for (size_t i = 0; i < comparison->old->problem_count; i++) {
        const struct problem_type *problem = &comparison->old->problems[i];
        if (span_is_set(problem->id.span))
            map_add(comparison->arena, &ids,
                    arena_format(comparison->arena, "%lld", (long long)problem->id.value), i);
    }
    for (size_t i = 0; i < comparison->new->problem_count; i++)
        if (comparison->pair_of[i] == NULL)
            compare_reuse(comparison, &comparison->new->problems[i], &ids);
}

/* The problem that has taken what was retired, or NULL. */
static const struct problem_type *taker_of(const struct comparison *comparison,
                                           const struct reserved *reserved)
{
    const struct problem_type *problem = registry_problem(comparison->new, reserved->code.text);
    for (size_t i = 0; problem == NULL && i < comparison->new->problem_count; i++) {
        const struct problem_type *other = &comparison->new->problems[i];
        if (span_is_set(reserved->id.span) && span_is_set(other->id.span) &&
            other->id.value == reserved->id.value)
            problem = other;
    }
    return problem;
}

static void compare_retired(struct comparison *comparison, const struct reserved *reserved)
{
    const struct problem_type *taker = taker_of(comparison, reserved);
    struct subject subject = subject_of_registry(comparison);
    struct text code = reserved->code.text;
    if (taker) {
        subject.kind = SUBJECT_PROBLEM;
        subject.name = taker->code.text;
        bool by_code = text_equal(taker->code.text, code);
        struct change *change =
            change_add(comparison, "reserved-reused", &subject,
                       (struct places){reserved->span, by_code ? taker->code.span : taker->id.span},
                       by_code ? "the code %.*s was retired"
                               : "its id was that of %.*s, which was "
                                 "retired",
                       TEXT_ARGS(code));
        change_help(comparison, change, "take another one, and keep this reserved");
    } else if (!is_reserved(comparison->new, code)) {
        struct change *change = change_add(comparison, "reserved-removed", &subject,
                                           (struct places){reserved->span, {0, 0}},
                                           "%.*s is no longer reserved", TEXT_ARGS(code));
        change_help(comparison, change,
                    "keep it: its page answers those who still have its type URI");
    }
}

static void compare_reserved(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct subject subject = subject_of_registry(comparison);
    for (size_t i = 0; i < old->reserved_count; i++)
        compare_retired(comparison, &old->reserved[i]);
    for (size_t i = 0; i < new->reserved_count; i++)
        if (!is_reserved(old, new->reserved[i].code.text))
            change_add(comparison, "reserved-added", &subject,
                       (struct places){{0, 0}, new->reserved[i].span}, "%.*s is retired",
                       TEXT_ARGS(new->reserved[i].code.text));
}

void compare_identities(struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->old->problem_count; i++)
        if (comparison->pairs[i].new)
            compare_id(comparison, &comparison->pairs[i]);
    compare_numbers(comparison);
    compare_added_ids(comparison);
    compare_reserved(comparison);
}
