/*
 * Thompson's construction, on a list of states instead of a graph: copying a part for a count is
 * copying a stretch of the list.
 */
#include "pattern/pattern_parts.h"

#include <string.h>

static bool add(struct nfa *nfa, struct nfa_state state)
{
    if (nfa->count == NFA_STATES_MAX)
        return false;
    *(struct nfa_state *)arena_push(nfa->arena, &nfa->states, nfa->count, sizeof state) = state;
    nfa->count++;
    return true;
}

static bool add_jump(struct nfa *nfa, enum nfa_kind kind, size_t from, size_t to)
{
    return add(nfa, (struct nfa_state){(uint16_t)kind, 0, (int32_t)to - (int32_t)from});
}

/* Before the part from `at` to the end: leads into it, and to what lies `jump` states on. */
static bool insert_split(struct nfa *nfa, size_t at, size_t jump)
{
    struct nfa_state split = {NFA_SPLIT, 0, (int32_t)jump};
    if (!add(nfa, split))
        return false;
    struct nfa_state *place = &nfa->states[at];
    memmove(place + 1, place, (nfa->count - 1 - at) * sizeof *place);
    *place = split;
    return true;
}

static bool add_copy(struct nfa *nfa, size_t begin, size_t size)
{
    for (size_t i = begin; i < begin + size; i++)
        if (!add(nfa, nfa->states[i]))
            return false;
    return true;
}

bool nfa_add_bytes(struct nfa *nfa, struct byte_set set)
{
    size_t i = 0;
    while (i < nfa->set_count && memcmp(&nfa->sets[i], &set, sizeof set) != 0)
        i++;
    if (i == nfa->set_count) {
        struct byte_set *added = arena_push(nfa->arena, &nfa->sets, nfa->set_count, sizeof set);
        *added = set;
        nfa->set_count++;
    }
    return add(nfa, (struct nfa_state){NFA_BYTES, (uint16_t)i, 0});
}

bool nfa_add_accept(struct nfa *nfa)
{
    return add(nfa, (struct nfa_state){NFA_ACCEPT, 0, 0});
}

bool nfa_add_alternative(struct nfa *nfa, size_t begin, size_t *jump)
{
    size_t size = nfa->count - begin;
    *jump = nfa->count + 1;
    return insert_split(nfa, begin, size + 2) && add_jump(nfa, NFA_JUMP, *jump, *jump);
}

/*
 * x{2,}    x x split(back to the second x)
 * x{0,}    split(on) x jump(back to the split)
 * x{1,3}   x split(on) x split(on) x
 *
 * where `on` is behind all of it.
 */
bool nfa_repeat(struct nfa *nfa, size_t begin, size_t min, size_t max)
{
    size_t size = nfa->count - begin;
    bool bounded = max != PATTERN_UNBOUNDED;
    if (max == 0) {
        nfa->count = begin;
        return true;
    }
    if (min == 0 && !insert_split(nfa, begin, bounded ? max * (size + 1) : size + 2))
        return false;
    size_t first = min == 0 ? begin + 1 : begin;
    for (size_t copies = 1; copies < (bounded ? max : min); copies++) {
        size_t end = nfa->count + (max - copies) * (size + 1);
        if (copies >= min && !add_jump(nfa, NFA_SPLIT, nfa->count, end))
            return false;
        if (!add_copy(nfa, first, size))
            return false;
    }
    if (bounded)
        return true;
    return min == 0 ? add_jump(nfa, NFA_JUMP, nfa->count, begin)
                    : add_jump(nfa, NFA_SPLIT, nfa->count, nfa->count - size);
}
