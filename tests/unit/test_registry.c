/* What the model answers by itself: defaults by status, lookups, the words of the format. */
#include "registry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct span somewhere = {1, 2};

static void transient_statuses(void **state)
{
    (void)state;
    static const int transient[] = {408, 425, 429, 502, 503, 504};
    for (int status = 100; status < 700; status++) {
        bool wanted = false;
        for (size_t i = 0; i < COUNT(transient); i++)
            wanted = wanted || transient[i] == status;
        assert_int_equal(status_is_transient(status), wanted);
    }
}

static void retry_follows_the_status_unless_written(void **state)
{
    (void)state;
    struct problem_type problem = {0};
    for (int64_t status = 400; status < 600; status++) {
        problem.status.value = status;
        problem.retry.value = RETRY_UNSET;
        assert_int_equal(problem_type_retry(&problem),
                         status_is_transient(status) ? RETRY_AFTER_DELAY : RETRY_NEVER);
        for (int retry = RETRY_NEVER; retry <= RETRY_AFTER_FIX; retry++) {
            problem.retry = (struct choice){retry, somewhere};
            assert_int_equal(problem_type_retry(&problem), retry);
        }
    }
}

static void log_follows_the_status_unless_written(void **state)
{
    (void)state;
    struct problem_type problem = {0};
    for (int64_t status = 400; status < 600; status++) {
        problem.status.value = status;
        problem.log.value = LOG_UNSET;
        assert_int_equal(problem_type_log(&problem), status < 500 ? LOG_INFO : LOG_ERROR);
        for (int level = LOG_DEBUG; level <= LOG_ERROR; level++) {
            problem.log = (struct choice){level, somewhere};
            assert_int_equal(problem_type_log(&problem), level);
        }
    }
}

/* Each list of words has one for every value of its enum, and ends. */
static void every_value_has_a_word(void **state)
{
    (void)state;
    static const struct {
        const char *const *words;
        int last;
        const char *first_word, *last_word;
    } lists[] = {
        {member_type_names, MEMBER_CONSTANT, "", "constant"},
        {audience_names, AUDIENCE_LOG, "public", "log"},
        {precision_names, PRECISION_MICROSECONDS, "s", "us"},
        {retry_names, RETRY_AFTER_FIX, "", "after-fix"},
        {log_names, LOG_ERROR, "", "error"},
        {pointer_style_names, POINTER_3GPP, "fragment", "3gpp"},
        {level_names, LEVEL_OFF, "error", "off"},
    };
    for (size_t i = 0; i < COUNT(lists); i++) {
        int last = lists[i].last;
        for (int value = 0; value <= last; value++)
            assert_non_null(lists[i].words[value]);
        assert_null(lists[i].words[last + 1]);
        assert_string_equal(lists[i].words[0], lists[i].first_word);
        assert_string_equal(lists[i].words[last], lists[i].last_word);
    }
    assert_string_equal(member_type_names[MEMBER_ENUM], "enum");
    assert_string_equal(member_type_names[MEMBER_UUID], "uuid");
    assert_string_equal(member_type_names[MEMBER_DURATION], "duration");
    assert_string_equal(retry_names[RETRY_AFTER_DELAY], "after-delay");
    assert_string_equal(log_names[LOG_INFO], "info");
}

static void names_are_looked_up(void **state)
{
    (void)state;
    struct arena *arena = arena_create(abort);
    struct member own[] = {{.name = {TEXT("a"), somewhere}}, {.name = {TEXT("b"), somewhere}}};
    struct member shared[] = {{.name = {TEXT("b"), somewhere}}, {.name = {TEXT("c"), somewhere}}};
    struct problem_type problems[] = {{.code = {TEXT("x"), somewhere}},
                                      {.code = {TEXT("y"), somewhere}, .members = {own, 2}}};
    struct registry registry = {.members = {shared, 2}, .problems = problems, .problem_count = 2};
    assert_null(registry_problem(&registry, TEXT("x")));
    for (size_t i = 0; i < 2; i++)
        map_add(arena, &registry.codes, problems[i].code.text, i);
    assert_ptr_equal(registry_problem(&registry, TEXT("y")), &problems[1]);
    assert_null(registry_problem(&registry, TEXT("z")));
    assert_null(registry_problem(&registry, TEXT("")));
    assert_ptr_equal(members_find(&registry.members, TEXT("c")), &shared[1]);
    assert_null(members_find(&registry.members, TEXT("a")));
    assert_ptr_equal(problem_member(&registry, &problems[1], TEXT("a")), &own[0]);
    assert_ptr_equal(problem_member(&registry, &problems[1], TEXT("b")), &own[1]);
    assert_ptr_equal(problem_member(&registry, &problems[1], TEXT("c")), &shared[1]);
    assert_ptr_equal(problem_member(&registry, &problems[0], TEXT("b")), &shared[0]);
    assert_null(problem_member(&registry, &problems[1], TEXT("d")));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transient_statuses),
        cmocka_unit_test(retry_follows_the_status_unless_written),
        cmocka_unit_test(log_follows_the_status_unless_written),
        cmocka_unit_test(every_value_has_a_word),
        cmocka_unit_test(names_are_looked_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
