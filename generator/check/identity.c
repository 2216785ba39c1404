/*
 * What identifies a problem and must stay its own: code, id, type URI. Codes given twice are the
 * loader's to report.
 */
#include "check/checks.h"

enum {
    ID_MAX = 2147483647, /* an enumerator is an int */
};

/* ---------------------------------------------------------------- ids */

/* The greater one, of two that can be ids. */
static int64_t greater_id(int64_t greatest, struct integer id)
{
    return id.value > greatest && id.value <= ID_MAX ? id.value : greatest;
}

/* The number after the greatest that is or was in use. */
static int64_t next_id(const struct registry *registry)
{
    int64_t greatest = 0;
    for (size_t i = 0; i < registry->problem_count; i++)
        greatest = greater_id(greatest, registry->problems[i].id);
    for (size_t i = 0; i < registry->reserved_count; i++)
        greatest = greater_id(greatest, registry->reserved[i].id);
    return greatest + 1;
}

struct ids {
    struct map taken; /* id -> the first problem that has it */
    int64_t next;
};

static void suggest_id(const struct ids *ids, struct diagnostic *finding)
{
    if (ids->next <= ID_MAX)
        check_help(finding, "the next free id is %lld", (long long)ids->next);
}

/* An id as a key of a map: its bytes in the registry. */
static struct text id_key(const struct integer *id)
{
    return (struct text){(const char *)&id->value, sizeof id->value};
}

static bool id_fits(struct check_run *run, const struct problem_type *problem, struct integer id)
{
    if (id.value >= 1 && id.value <= ID_MAX)
        return true;
    struct diagnostic *finding =
        check_report(run, "id-range", problem, id.span, "an id can't be %lld", (long long)id.value);
    check_help(finding, "ids are 1 to %d", ID_MAX);
    return false;
}

static void find_duplicate_ids(struct check_run *run, struct ids *ids)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        size_t first;
        if (!span_is_set(problem->id.span) || !id_fits(run, problem, problem->id))
            continue;
        struct text key = id_key(&problem->id);
        if (map_add(run->arena, &ids->taken, key, i) || !map_get(&ids->taken, key, &first))
            continue;
        struct diagnostic *finding = check_report(
            run, "duplicate-id", problem, problem->id.span, "id %lld is taken by %.*s",
            (long long)problem->id.value, TEXT_ARGS(registry->problems[first].code.text));
        check_note(finding, registry->problems[first].id.span, "first given here");
        suggest_id(ids, finding);
    }
}

/* All problems have an id, or none: numbers by position among given ones would not be stable. */
static void find_missing_id(struct check_run *run, const struct ids *ids)
{
    const struct registry *registry = run->registry;
    const struct problem_type *with = NULL, *without = NULL;
    size_t count = 0;
    for (size_t i = 0; i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (span_is_set(problem->id.span)) {
            with = with ? with : problem;
            count++;
        } else if (without == NULL && !check_faulty_problem(run, problem)) {
            without = problem;
        }
    }
    if (with == NULL || without == NULL)
        return;
    struct diagnostic *finding = check_report(run, "missing-id", without, without->code.span,
                                              "%.*s has no id", TEXT_ARGS(without->code.text));
    check_note(finding, with->id.span, "%.*s has one", TEXT_ARGS(with->code.text));
    struct text next = TEXT("");
    if (ids->next <= ID_MAX)
        next = arena_format(run->arena, ", and the next free id is %lld", (long long)ids->next);
    check_help(finding, "give every problem an id, or none; now %zu of %zu have one%.*s", count,
               registry->problem_count, TEXT_ARGS(next));
}

/* ---------------------------------------------------------------- retired codes and ids */

static struct diagnostic *reuse(struct check_run *run, const struct problem_type *problem,
                                struct span span, struct text what, const struct reserved *reserved)
{
    struct diagnostic *finding =
        check_report(run, "reserved-reuse", problem, span,
                     "%.*s is reserved: it was in use, and must not come to mean something else",
                     TEXT_ARGS(what));
    check_note(finding, reserved->span, "reserved here");
    return finding;
}

static struct text said_code(struct check_run *run, struct text code)
{
    return arena_format(run->arena, "code %.*s", TEXT_ARGS(code));
}

static struct text said_id(struct check_run *run, int64_t id)
{
    return arena_format(run->arena, "id %lld", (long long)id);
}

static void reuse_code(struct check_run *run, const struct problem_type *problem,
                       const struct reserved *reserved)
{
    struct diagnostic *finding =
        reuse(run, problem, problem->code.span, said_code(run, problem->code.text), reserved);
    check_help(finding, "choose another code");
}

static void reuse_id(struct check_run *run, const struct problem_type *problem,
                     const struct reserved *reserved, const struct ids *ids)
{
    suggest_id(ids,
               reuse(run, problem, problem->id.span, said_id(run, problem->id.value), reserved));
}

static void duplicate_reserved(struct check_run *run, struct text what, struct span span,
                               const struct reserved *first)
{
    struct diagnostic *finding = check_report(run, "duplicate-reserved", NULL, span,
                                              "%.*s is reserved twice", TEXT_ARGS(what));
    check_note(finding, first->span, "first reserved here");
}

static void check_reserved(struct check_run *run, const struct ids *ids)
{
    const struct registry *registry = run->registry;
    struct map codes = {0}, numbers = {0};
    for (size_t i = 0; i < registry->reserved_count; i++) {
        const struct reserved *reserved = &registry->reserved[i];
        size_t at;
        if (map_get(&registry->codes, reserved->code.text, &at))
            reuse_code(run, &registry->problems[at], reserved);
        if (reserved->code.text.length && map_get(&codes, reserved->code.text, &at))
            duplicate_reserved(run, said_code(run, reserved->code.text), reserved->code.span,
                               &registry->reserved[at]);
        map_add(run->arena, &codes, reserved->code.text, i);
        if (!span_is_set(reserved->id.span) || !id_fits(run, NULL, reserved->id))
            continue;
        struct text key = id_key(&reserved->id);
        if (map_get(&ids->taken, key, &at))
            reuse_id(run, &registry->problems[at], reserved, ids);
        if (map_get(&numbers, key, &at))
            duplicate_reserved(run, said_id(run, reserved->id.value), reserved->id.span,
                               &registry->reserved[at]);
        map_add(run->arena, &numbers, key, i);
    }
}

void check_identity(struct check_run *run)
{
    struct ids ids = {.next = next_id(run->registry)};
    find_duplicate_ids(run, &ids);
    find_missing_id(run, &ids);
    check_reserved(run, &ids);
}

/* ---------------------------------------------------------------- type URIs */

static struct span type_span(const struct problem_type *problem)
{
    return span_is_set(problem->extras->type.span) ? problem->extras->type.span
                                                   : problem->code.span;
}

/* Only an override can clash: codes are unique, and so are base + code. */
void check_duplicate_types(struct check_run *run)
{
    const struct registry *registry = run->registry;
    struct map types = {0};
    bool overrides = false;
    for (size_t i = 0; i < registry->problem_count && !overrides; i++)
        overrides = span_is_set(registry->problems[i].extras->type.span);
    for (size_t i = 0; i < registry->problem_count && overrides; i++) {
        const struct problem_type *problem = &registry->problems[i];
        struct text type = problem_type_uri(problem, run->arena);
        size_t first;
        if (type.length == 0 || text_is(type, "about:blank") ||
            map_add(run->arena, &types, type, i) || !map_get(&types, type, &first))
            continue;
        struct diagnostic *finding =
            check_report(run, "duplicate-type", problem, type_span(problem),
                         "%.*s has the same type URI as %.*s", TEXT_ARGS(problem->code.text),
                         TEXT_ARGS(registry->problems[first].code.text));
        check_note(finding, type_span(&registry->problems[first]), "the other one is here");
        check_help(finding, "callers tell problems apart by their type (RFC 9457 3.1.1)");
    }
}
