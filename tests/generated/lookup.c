/*
 * Every code, type URI and number of a registry is found, and nothing near them is.
 *
 *     lookup
 */
#include "answer.h"
#include "every.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 2048 };

typedef uint32_t find(const struct problem_registry *registry, const char *text, size_t length);

/* Whether a text is one of the registry's after all, found by looking at each. */
static bool is_declared(const char *text, size_t length, bool by_type)
{
    const struct every_problem *problem = every_linked()->problems;
    for (; problem->code != NULL; problem++) {
        const char *known = by_type ? problem->type : problem->code;
        if (strlen(known) == length && memcmp(known, text, length) == 0)
            return true;
    }
    return false;
}

static void check_miss(find *lookup, const char *text, size_t length, bool by_type)
{
    if (lookup(every_linked()->registry, text, length) != 0 && !is_declared(text, length, by_type))
        answer_wrong("finds %.*s", (int)length, text);
}

/* What differs from a text by one byte or by its length. `some`: not at every place. */
static void check_near(find *lookup, const char *text, bool by_type, bool some)
{
    char near[TEXT_MAX];
    size_t length = strlen(text);
    ANSWER_CHECK(length + 2 < sizeof near);
    memcpy(near, text, length + 1);
    for (size_t i = 0; i < length; i += some ? length / 3 + 1 : 1) {
        near[i] ^= 0x20;
        check_miss(lookup, near, length, by_type);
        near[i] = (char)(text[i] ^ 1);
        check_miss(lookup, near, length, by_type);
        near[i] = text[i];
        check_miss(lookup, near, i, by_type);
        check_miss(lookup, near + i + 1, length - i - 1, by_type);
    }
    near[length] = '\0';
    check_miss(lookup, near, length + 1, by_type);
    near[length] = text[length - 1];
    check_miss(lookup, near, length + 1, by_type);
}

static void check_problem(const struct every_problem *problem, bool some)
{
    const struct problem_registry *registry = every_linked()->registry;
    struct problem_info info;
    char type[TEXT_MAX];
    answer_about("%s", problem->code);
    ANSWER_CHECK(problem_find_code(registry, problem->code, strlen(problem->code)) ==
                 problem->number);
    ANSWER_CHECK(problem_describe(registry, problem->number, &info));
    ANSWER_CHECK(info.number == problem->number && strcmp(info.code, problem->code) == 0);
    ANSWER_CHECK(problem_type(registry, problem->number, type, sizeof type) ==
                 strlen(problem->type));
    ANSWER_CHECK(strcmp(type, problem->type) == 0);
    check_near(problem_find_code, problem->code, false, some);
    if (strcmp(problem->type, "about:blank") == 0)
        return;
    ANSWER_CHECK(problem_find_type(registry, type, strlen(type)) == problem->number);
    check_near(problem_find_type, type, true, some);
}

static bool is_number(uint32_t number)
{
    const struct every_problem *problem = every_linked()->problems;
    while (problem->code != NULL && problem->number != number)
        problem++;
    return problem->code != NULL;
}

static void check_number(uint32_t number)
{
    struct problem_info info;
    answer_about("number %lu", (unsigned long)number);
    ANSWER_CHECK(problem_describe(every_linked()->registry, number, &info) == is_number(number));
}

int main(void)
{
    const struct problem_registry *registry = every_linked()->registry;
    const struct every_problem *problems = every_linked()->problems;
    size_t count = 0;
    while (problems[count].code != NULL)
        count++;
    for (size_t i = 0; i < count; i++)
        check_problem(&problems[i], count > 100);
    for (uint32_t number = 0; number < 200; number++)
        check_number(number);
    for (size_t i = 0; i < count; i += count / 100 + 1)
        for (uint32_t bit = 1; bit != 0; bit <<= 1)
            check_number(problems[i].number ^ bit);
    answer_about("nothing");
    ANSWER_CHECK(problem_find_code(registry, NULL, 0) == 0);
    ANSWER_CHECK(problem_find_type(registry, NULL, 0) == 0);
    ANSWER_CHECK(problem_find_code(registry, "", 0) == 0);
    ANSWER_CHECK(problem_find_type(registry, "", 0) == 0);
    ANSWER_CHECK(problem_find_type(registry, "about:blank", 11) == 0);
    printf("%zu problems\n", count);
    return 0;
}
