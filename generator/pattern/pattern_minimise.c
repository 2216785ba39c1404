/*
 * Hopcroft's algorithm: states are parted into blocks as long as some block is reached from a part
 * of another only. What is left together is one state.
 */
#include "pattern/pattern_parts.h"

#include <string.h>

struct block {
    size_t begin, end; /* in `states` */
    size_t marked;     /* its first so many states */
};

struct partition {
    const struct dfa *dfa;
    uint16_t *states; /* block by block */
    uint16_t *places; /* of each state, in `states` */
    uint16_t *owners; /* each state's block */
    struct block blocks[MINIMAL_STATES_MAX];
    size_t count;
    size_t waiting[MINIMAL_STATES_MAX]; /* blocks by which others are yet to be parted */
    size_t waiting_count;
    size_t touched[MINIMAL_STATES_MAX]; /* blocks with marks */
    size_t touched_count;
    uint32_t *begins;       /* [classes][count + 2]: where each state's predecessors begin */
    uint16_t *predecessors; /* [classes][count] */
};

/* A counting sort of each class's transitions by where they lead. */
static void find_predecessors(struct arena *arena, struct partition *partition)
{
    const struct dfa *dfa = partition->dfa;
    partition->begins = arena_array(arena, dfa->classes * (dfa->count + 2), sizeof(uint32_t));
    partition->predecessors = arena_array(arena, dfa->classes * dfa->count, sizeof(uint16_t));
    for (size_t class = 0; class < dfa->classes; class ++) {
        uint32_t *begins = partition->begins + class * (dfa->count + 2);
        uint16_t *predecessors = partition->predecessors + class * dfa->count;
        for (size_t state = 0; state < dfa->count; state++)
            begins[dfa->next[state * dfa->classes + class] + 2]++;
        for (size_t state = 2; state <= dfa->count; state++)
            begins[state] += begins[state - 1];
        for (size_t state = 0; state < dfa->count; state++)
            predecessors[begins[dfa->next[state * dfa->classes + class] + 1]++] = (uint16_t)state;
    }
}

static void mark(struct partition *partition, uint16_t state)
{
    struct block *block = &partition->blocks[partition->owners[state]];
    uint16_t *here = &partition->states[partition->places[state]];
    uint16_t *there = &partition->states[block->begin + block->marked];
    if (block->marked == 0)
        partition->touched[partition->touched_count++] = partition->owners[state];
    block->marked++;
    uint16_t other = *there;
    *here = other;
    *there = state;
    partition->places[other] = partition->places[state];
    partition->places[state] = (uint16_t)(there - partition->states);
}

/*
 * Parts a block into its marked states and the others. The smaller part becomes a block of its own
 * and waits. Where the block still waits, both do now; where it does not, parting by one of its
 * halves tells as much as by both.
 */
static bool part(struct partition *partition, struct block *block)
{
    size_t size = block->end - block->begin, marked = block->marked;
    block->marked = 0;
    if (marked == size)
        return true;
    if (partition->count == MINIMAL_STATES_MAX)
        return false;
    struct block new = {block->begin, block->begin + marked, 0};
    if (marked <= size / 2) {
        block->begin = new.end;
    } else {
        new.begin = new.end;
        new.end = block->end;
        block->end = new.begin;
    }
    for (size_t i = new.begin; i < new.end; i++)
        partition->owners[partition->states[i]] = (uint16_t)partition->count;
    partition->waiting[partition->waiting_count++] = partition->count;
    partition->blocks[partition->count++] = new;
    return true;
}

static bool part_touched(struct partition *partition)
{
    for (size_t i = 0; i < partition->touched_count; i++)
        if (!part(partition, &partition->blocks[partition->touched[i]]))
            return false;
    partition->touched_count = 0;
    return true;
}

/* Parts all blocks by whether a class leads into this one, as it is now: it may be parted itself
 * meanwhile. */
static bool part_by(struct partition *partition, const struct block *block, uint16_t *members)
{
    size_t size = block->end - block->begin;
    memcpy(members, partition->states + block->begin, size * sizeof *members);
    for (size_t class = 0; class < partition->dfa->classes; class ++) {
        const uint32_t *begins = partition->begins + class * (partition->dfa->count + 2);
        const uint16_t *predecessors = partition->predecessors + class * partition->dfa->count;
        for (size_t i = 0; i < size; i++)
            for (uint32_t at = begins[members[i]]; at < begins[members[i] + 1]; at++)
                mark(partition, predecessors[at]);
        if (!part_touched(partition))
            return false;
    }
    return true;
}

/* Starts with one block of all states, parted into those that accept and those that don't. */
static bool start(struct arena *arena, struct partition *partition)
{
    const struct dfa *dfa = partition->dfa;
    partition->states = arena_array(arena, dfa->count, sizeof *partition->states);
    partition->places = arena_array(arena, dfa->count, sizeof *partition->places);
    partition->owners = arena_array(arena, dfa->count, sizeof *partition->owners);
    partition->blocks[0] = (struct block){0, dfa->count, 0};
    partition->count = 1;
    for (size_t state = 0; state < dfa->count; state++)
        partition->states[state] = partition->places[state] = (uint16_t)state;
    for (size_t state = 0; state < dfa->count; state++)
        if (dfa->accepts[state])
            mark(partition, (uint16_t)state);
    find_predecessors(arena, partition);
    return part_touched(partition);
}

/* The blocks as states: breadth first from the start, by ascending class. */
static void number_blocks(struct arena *arena, const struct partition *partition,
                          struct dfa *minimal)
{
    const struct dfa *dfa = partition->dfa;
    size_t numbers[MINIMAL_STATES_MAX]; /* of each block; not yet: its count */
    size_t order[MINIMAL_STATES_MAX];   /* the block of each number */
    *minimal = *dfa;
    minimal->next = arena_array(arena, partition->count * dfa->classes, sizeof *minimal->next);
    minimal->accepts = arena_array(arena, partition->count, sizeof *minimal->accepts);
    for (size_t block = 0; block < partition->count; block++)
        numbers[block] = partition->count;
    for (minimal->count = 0; minimal->count <= DFA_START; minimal->count++) {
        order[minimal->count] = partition->owners[minimal->count];
        numbers[order[minimal->count]] = minimal->count;
    }
    for (size_t number = 0; number < minimal->count; number++) {
        size_t state = partition->states[partition->blocks[order[number]].begin];
        minimal->accepts[number] = dfa->accepts[state];
        for (size_t class = 0; class < dfa->classes; class ++) {
            size_t to = partition->owners[dfa->next[state * dfa->classes + class]];
            if (numbers[to] == partition->count) {
                numbers[to] = minimal->count;
                order[minimal->count++] = to;
            }
            minimal->next[number * dfa->classes + class] = (uint16_t)numbers[to];
        }
    }
}

bool pattern_minimise(struct arena *arena, const struct dfa *dfa, struct dfa *minimal)
{
    struct partition partition = {.dfa = dfa};
    if (!start(arena, &partition))
        return false;
    uint16_t *members = arena_array(arena, dfa->count, sizeof *members);
    while (partition.waiting_count > 0) {
        const struct block *block = &partition.blocks[partition.waiting[--partition.waiting_count]];
        if (!part_by(&partition, block, members))
            return false;
    }
    number_blocks(arena, &partition, minimal);
    return true;
}
