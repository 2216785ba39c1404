/*
 * Which problem was which. A code that is gone and one that has appeared are one problem under
 * another code when they have the same id, or would have the same names in C.
 */
#include "diff/compare.h"
#include "names/names.h"

/* Problems whose codes have appeared: -> index in new->problems. */
struct appeared {
    struct map ids, names;
};

static struct text id_key(struct comparison *comparison, struct integer id)
{
    return arena_format(comparison->arena, "%lld", (long long)id.value);
}

/* The first of each: the checks say where there are several. */
static void find_appeared(struct comparison *comparison, struct appeared *appeared)
{
    struct arena *arena = comparison->arena;
    for (size_t i = 0; i < comparison->new->problem_count; i++) {
        const struct problem_type *problem = &comparison->new->problems[i];
        if (comparison->pair_of[i])
            continue;
        if (span_is_set(problem->id.span))
            map_add(arena, &appeared->ids, id_key(comparison, problem->id), i);
        map_add(arena, &appeared->names, lower_name(arena, problem->code.text), i);
    }
}

static void join(struct comparison *comparison, struct pair *pair, size_t index)
{
    if (comparison->pair_of[index])
        return; /* another has it */
    pair->new = &comparison->new->problems[index];
    comparison->pair_of[index] = pair;
}

static void find_renamed(struct comparison *comparison, const struct appeared *appeared,
                         struct pair *pair)
{
    size_t index;
    if (span_is_set(pair->old->id.span) &&
        map_get(&appeared->ids, id_key(comparison, pair->old->id), &index))
        join(comparison, pair, index);
    else if (map_get(&appeared->names, lower_name(comparison->arena, pair->old->code.text), &index))
        join(comparison, pair, index);
}

void find_pairs(struct comparison *comparison)
{
    const struct registry *old = comparison->old, *new = comparison->new;
    struct appeared appeared = {{0}, {0}};
    size_t index;
    comparison->pairs = arena_array(comparison->arena, old->problem_count, sizeof(struct pair));
    comparison->pair_of = arena_array(comparison->arena, new->problem_count, sizeof(struct pair *));
    for (size_t i = 0; i < old->problem_count; i++) {
        comparison->pairs[i].old = &old->problems[i];
        if (map_get(&new->codes, old->problems[i].code.text, &index))
            join(comparison, &comparison->pairs[i], index);
    }
    find_appeared(comparison, &appeared);
    for (size_t i = 0; i < old->problem_count; i++)
        if (comparison->pairs[i].new == NULL)
            find_renamed(comparison, &appeared, &comparison->pairs[i]);
}

bool is_reserved(const struct registry *registry, struct text code)
{
    for (size_t i = 0; i < registry->reserved_count; i++)
        if (text_equal(registry->reserved[i].code.text, code))
            return true;
    return false;
}
