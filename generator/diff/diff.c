/*
 * The comparison as a whole, and the list of changes that it makes.
 */
#include "diff/compare.h"

#include <string.h>

/* ---------------------------------------------------------------- changes */

static const struct diff_rule *rule_of(const char *id)
{
    size_t low = 0, high = diff_rule_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(id, diff_rules[middle].id) < 0)
            high = middle;
        else
            low = middle;
    }
    return &diff_rules[low];
}

/* The rule that a change counts under, seen from where callers are. */
static const struct diff_rule *rule_for(const char *id, const struct subject *subject)
{
    const struct diff_rule *rule = rule_of(id);
    bool of_c = rule->verdict == VERDICT_SOURCE, for_people = rule->verdict == VERDICT_SAFE;
    return subject->unseen && !of_c && !for_people ? rule_of("log-changed") : rule;
}

struct change *change_add(struct comparison *comparison, const char *id,
                          const struct subject *subject, struct places places, const char *format,
                          ...)
{
    struct diff *diff = comparison->diff;
    struct change *change =
        arena_push(comparison->arena, &diff->changes, diff->count++, sizeof *change);
    va_list arguments;
    *change = (struct change){
        .rule = rule_for(id, subject),
        .kind = subject->kind,
        .name = subject->name,
        .member = subject->member,
        .old = places.old,
        .new = places.new,
    };
    va_start(arguments, format);
    change->message = arena_vformat(comparison->arena, format, arguments);
    va_end(arguments);
    if (subject->users.length)
        change->message = arena_format(comparison->arena, "%.*s (%.*s)", TEXT_ARGS(change->message),
                                       TEXT_ARGS(subject->users));
    change->verdict = change->rule->verdict;
    if (change->verdict == VERDICT_BREAKING && subject->excuse != EXCUSE_NONE) {
        change->verdict = VERDICT_COMPATIBLE;
        change->excuse = subject->excuse;
    }
    return change;
}

void change_help(struct comparison *comparison, struct change *change, const char *format, ...)
{
    va_list arguments;
    if (change->verdict == VERDICT_SAFE || change->excuse != EXCUSE_NONE)
        return; /* nothing is to be done about it */
    va_start(arguments, format);
    change->help = arena_vformat(comparison->arena, format, arguments);
    va_end(arguments);
}

/* Verdict by verdict; in the order of finding within one. */
static void sort_changes(struct comparison *comparison)
{
    struct diff *diff = comparison->diff;
    struct change *sorted = arena_array(comparison->arena, diff->count, sizeof *sorted);
    size_t count = 0;
    for (int verdict = 0; verdict < VERDICTS; verdict++) {
        size_t before = count;
        for (size_t i = 0; i < diff->count; i++)
            if ((int)diff->changes[i].verdict == verdict)
                sorted[count++] = diff->changes[i];
        diff->by_verdict[verdict] = count - before;
    }
    diff->changes = sorted;
}

/* ---------------------------------------------------------------- subjects */

struct span span_or(struct span span, struct span otherwise)
{
    return span_is_set(span) ? span : otherwise;
}

struct subject subject_of_registry(const struct comparison *comparison)
{
    return (struct subject){
        .kind = SUBJECT_REGISTRY,
        .places = {comparison->old->name.span, comparison->new->name.span},
    };
}

struct text change_subject(const struct change *change, struct arena *arena)
{
    static const char *const before[] = {"", "", "type ", "rule ", "source "};
    if (change->kind == SUBJECT_REGISTRY)
        return change->member.length
                   ? arena_format(arena, "members.%.*s: ", TEXT_ARGS(change->member))
                   : TEXT("");
    return arena_format(arena, "%s%.*s%s%.*s: ", before[change->kind], TEXT_ARGS(change->name),
                        change->member.length ? "." : "", TEXT_ARGS(change->member));
}

/* ---------------------------------------------------------------- the whole */

static void compare_sizes(struct comparison *comparison, const struct diff_request *request)
{
    size_t old = request->old_response_max, new = request->new_response_max;
    struct subject subject = subject_of_registry(comparison);
    if (old == 0 || new == 0 || old == new)
        return;
    change_add(comparison, "response-size", &subject, subject.places,
               "the largest response has %zu bytes, had %zu", new, old);
}

void diff_registries(const struct diff_request *request, struct arena *arena, struct diff *diff)
{
    struct comparison comparison = {
        .old = request->old,
        .new = request->new,
        .today = request->today,
        .arena = arena,
        .diff = diff,
        .uses = arena_array(arena, request->old->type_count, sizeof *comparison.uses),
    };
    *diff = (struct diff){NULL, 0, {0}};
    find_pairs(&comparison);
    compare_registry(&comparison);
    compare_identities(&comparison);
    compare_problems(&comparison);
    compare_rules(&comparison);
    compare_types(&comparison);
    compare_sources(&comparison);
    compare_sizes(&comparison, request);
    sort_changes(&comparison);
}
