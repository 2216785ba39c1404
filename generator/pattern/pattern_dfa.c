/*
 * The subset construction: a state of the DFA is the set of NFA states that some text leads to.
 * Only states that take a byte or accept are kept in it.
 */
#include "base/map.h"
#include "pattern/pattern_parts.h"

#include <string.h>

struct subset {
    const uint16_t *members; /* ascending */
    size_t count;
};

struct construction {
    struct arena *arena;
    const struct nfa *nfa;
    struct dfa *dfa;
    struct subset *subsets;          /* of each state of the DFA */
    struct map numbers;              /* of the subsets, by their bytes */
    unsigned samples[PATTERN_BYTES]; /* a byte of each class */
    uint64_t *marks;                 /* a bit for each state of the NFA */
    size_t lowest, highest;          /* words of `marks` that may be set */
    uint16_t *stack;                 /* marked states whose successors are not */
    size_t stacked;
    uint16_t *members; /* room for the subset that is looked up */
    size_t work;
};

/* Bytes that are in the same sets of the NFA are in one class: each set parts the classes so far.
 */
static void find_classes(struct construction *construction)
{
    const struct nfa *nfa = construction->nfa;
    struct dfa *dfa = construction->dfa;
    dfa->classes = 1;
    for (size_t set = 0; set < nfa->set_count; set++) {
        uint8_t parts[PATTERN_BYTES][2] = {{0}}; /* of each class: new class + 1, outside and in */
        dfa->classes = 0;
        for (unsigned byte = 0; byte < PATTERN_BYTES; byte++) {
            uint8_t *part = &parts[dfa->map[byte]][byte_set_has(&nfa->sets[set], byte)];
            if (*part == 0) {
                construction->samples[dfa->classes++] = byte;
                *part = (uint8_t)dfa->classes;
            }
            dfa->map[byte] = (uint8_t)(*part - 1);
        }
    }
}

static void mark(struct construction *construction, size_t state)
{
    uint64_t *word = &construction->marks[state / 64];
    uint64_t bit = UINT64_C(1) << state % 64;
    if (*word & bit)
        return;
    *word |= bit;
    if (state / 64 < construction->lowest)
        construction->lowest = state / 64;
    if (state / 64 > construction->highest)
        construction->highest = state / 64;
    construction->stack[construction->stacked++] = (uint16_t)state;
}

/* Marks what can be reached without a byte. */
static void close_marks(struct construction *construction)
{
    while (construction->stacked > 0) {
        size_t at = construction->stack[--construction->stacked];
        const struct nfa_state *state = &construction->nfa->states[at];
        construction->work++;
        if (state->kind == NFA_SPLIT)
            mark(construction, at + 1);
        if (state->kind == NFA_SPLIT || state->kind == NFA_JUMP)
            mark(construction, (size_t)((int32_t)at + state->jump));
    }
}

/* Clears the marks. */
static struct subset collect_marks(struct construction *construction)
{
    size_t count = 0;
    for (size_t word = construction->lowest; word <= construction->highest; word++) {
        uint64_t bits = construction->marks[word];
        construction->marks[word] = 0;
        construction->work++;
        for (size_t state = word * 64; bits != 0; state++, bits >>= 1) {
            uint16_t kind = construction->nfa->states[state].kind;
            if (bits & 1 && (kind == NFA_BYTES || kind == NFA_ACCEPT))
                construction->members[count++] = (uint16_t)state;
        }
    }
    construction->lowest = SIZE_MAX;
    construction->highest = 0;
    return (struct subset){construction->members, count};
}

static struct text bytes_of(struct subset subset)
{
    return (struct text){(const char *)subset.members, subset.count * sizeof *subset.members};
}

static void add_state(struct construction *construction, struct subset subset)
{
    struct arena *arena = construction->arena;
    struct dfa *dfa = construction->dfa;
    uint16_t *members = arena_array(arena, subset.count, sizeof *members);
    if (subset.count > 0)
        memcpy(members, subset.members, subset.count * sizeof *members);
    subset.members = members;
    map_add(arena, &construction->numbers, bytes_of(subset), dfa->count);

    struct subset *added = arena_push(arena, &construction->subsets, dfa->count, sizeof subset);
    *added = subset;
    bool *accepts = arena_push(arena, &dfa->accepts, dfa->count, sizeof *accepts);
    *accepts = subset.count > 0 && members[subset.count - 1] == construction->nfa->count - 1;
    arena_push(arena, &dfa->next, dfa->count, dfa->classes * sizeof *dfa->next);
    dfa->count++;
}

/* The state of the marked subset, which may be a new one. */
static size_t state_of_marks(struct construction *construction)
{
    close_marks(construction);
    struct subset subset = collect_marks(construction);
    size_t state;
    if (map_get(&construction->numbers, bytes_of(subset), &state))
        return state;
    add_state(construction, subset);
    return construction->dfa->count - 1;
}

static void add_transitions(struct construction *construction, size_t from)
{
    struct dfa *dfa = construction->dfa;
    const struct nfa *nfa = construction->nfa;
    struct subset subset = construction->subsets[from];
    for (size_t class = 0; class < dfa->classes; class ++) {
        for (size_t i = 0; i < subset.count; i++) {
            const struct nfa_state *state = &nfa->states[subset.members[i]];
            if (state->kind == NFA_BYTES &&
                byte_set_has(&nfa->sets[state->set], construction->samples[class]))
                mark(construction, subset.members[i] + (size_t)1);
        }
        construction->work += subset.count;
        size_t to = state_of_marks(construction); /* may move dfa->next */
        dfa->next[from * dfa->classes + class] = (uint16_t)to;
    }
}

bool pattern_subsets(struct arena *arena, const struct nfa *nfa, struct dfa *dfa)
{
    *dfa = (struct dfa){0};
    struct construction construction = {.arena = arena, .nfa = nfa, .dfa = dfa};
    construction.marks = arena_array(arena, nfa->count / 64 + 1, sizeof *construction.marks);
    construction.stack = arena_array(arena, nfa->count, sizeof *construction.stack);
    construction.members = arena_array(arena, nfa->count, sizeof *construction.members);
    construction.lowest = SIZE_MAX;
    find_classes(&construction);

    state_of_marks(&construction); /* of nothing: the dead one */
    mark(&construction, 0);
    state_of_marks(&construction); /* the start */
    for (size_t state = 0; state < dfa->count; state++) {
        add_transitions(&construction, state);
        if (dfa->count > DFA_STATES_MAX || construction.work > DFA_WORK_MAX)
            return false;
    }
    return true;
}
