/* The order of members that generated code and tables agree on. */
#include "tables/ordinals.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { TOO_MANY = PROBLEM_MEMBERS_MAX + 1 };

static struct member member(enum member_type type, bool optional)
{
    static struct shape shapes[MEMBER_CONSTANT + 1];
    struct member made = {.shape = &shapes[type]};
    made.shape->type = type;
    made.optional.value = optional;
    return made;
}

static void the_registrys_own_then_required_then_optional(void **state)
{
    (void)state;
    struct member shared[] = {member(MEMBER_DATE, true), member(MEMBER_CONSTANT, false),
                              member(MEMBER_TEXT, false)};
    struct member own[] = {member(MEMBER_INTEGER, true), member(MEMBER_INTEGER, false),
                           member(MEMBER_CONSTANT, true), member(MEMBER_UUID, true),
                           member(MEMBER_LIST, false)};
    const struct registry registry = {.members = {shared, 3}};
    const struct problem_type problem = {.members = {own, 5}};
    const struct member *const wanted[] = {&shared[0], &shared[2], &own[1],
                                           &own[4],    &own[0],    &own[3]};
    struct ordinals ordinals;
    assert_true(ordinals_of(&registry, &problem, &ordinals));
    assert_int_equal(ordinals.first_required, 2);
    assert_int_equal(ordinals.first_optional, 4);
    assert_int_equal(ordinals.count, 6);
    for (unsigned i = 0; i < ordinals.count; i++) {
        assert_ptr_equal(ordinals.members[i], wanted[i]);
        assert_int_equal(ordinal_of(&ordinals, wanted[i]), i);
    }
}

static void nothing_has_no_ordinals(void **state)
{
    (void)state;
    struct member constant = member(MEMBER_CONSTANT, false);
    const struct registry registry = {.members = {&constant, 1}};
    const struct problem_type problem = {0};
    struct ordinals ordinals;
    assert_true(ordinals_of(&registry, &problem, &ordinals));
    assert_int_equal(ordinals.count, 0);
    assert_int_equal(ordinals.first_required, 0);
    assert_int_equal(ordinals.first_optional, 0);
}

/* Of `shared` + `required` + `optional` members as many as fit have a number. */
static void check_count(size_t shared_count, size_t required_count, size_t optional_count)
{
    static struct member shared[TOO_MANY], own[2 * TOO_MANY];
    for (size_t i = 0; i < shared_count; i++)
        shared[i] = member(MEMBER_DATE, true);
    for (size_t i = 0; i < required_count + optional_count; i++)
        own[i] = member(MEMBER_DATE, i >= required_count);
    const struct registry registry = {.members = {shared, shared_count}};
    const struct problem_type problem = {.members = {own, required_count + optional_count}};
    struct ordinals ordinals;
    size_t all = shared_count + required_count + optional_count;
    bool fits = all <= PROBLEM_MEMBERS_MAX;
    assert_int_equal(ordinals_of(&registry, &problem, &ordinals), fits);
    assert_int_equal(ordinals.count, fits ? all : PROBLEM_MEMBERS_MAX);
    assert_true(ordinals.first_required <= ordinals.first_optional);
    assert_true(ordinals.first_optional <= ordinals.count);
}

static void there_are_only_so_many(void **state)
{
    (void)state;
    for (size_t count = PROBLEM_MEMBERS_MAX - 1; count <= TOO_MANY; count++) {
        check_count(count, 0, 0);
        check_count(0, count, 0);
        check_count(0, 0, count);
        check_count(1, count - 1, 0);
        check_count(1, 1, count - 2);
        check_count(count, 1, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_registrys_own_then_required_then_optional),
        cmocka_unit_test(nothing_has_no_ordinals),
        cmocka_unit_test(there_are_only_so_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
