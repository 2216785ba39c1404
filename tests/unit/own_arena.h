/*
 * An arena of each test's own, as its state. To be included after <cmocka.h>.
 */
#ifndef TESTS_OWN_ARENA_H
#define TESTS_OWN_ARENA_H

#include "base/arena.h"

static inline void out_of_memory(void)
{
    fail_msg("out of memory");
}

static inline int set_up(void **state)
{
    *state = arena_create(out_of_memory);
    return 0;
}

static inline int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

#endif
