/*
 * One piece of work, often: what budget.sh counts the instructions of.
 *
 *     budget ROW
 *
 * Everything is done once before measured() begins, so that no first time is counted. The number of
 * rounds is a multiple of 31, the ids in one refill of the generator, so that each count holds its
 * share of refills.
 */
#include "work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 310 };

static const struct work_values values = {3000, 5000, "acct-000001"};
static struct work_values clean, dirty;
static char buffer[WORK_BUFFER];
static struct problem raised, constant, violated, clean_raised, dirty_raised;
static volatile size_t sink;

static void row_body(void)
{
    sink += work_body(&raised, buffer);
}

static void row_constant(void)
{
    sink += work_body(&constant, buffer);
}

static void row_violations(void)
{
    sink += work_body(&violated, buffer);
}

static void row_clean(void)
{
    sink += work_body(&clean_raised, buffer);
}

static void row_dirty(void)
{
    sink += work_body(&dirty_raised, buffer);
}

static void row_raise(void)
{
    problem_clear(&raised);
    work_raise(&raised, &values);
}

static void row_respond(void)
{
    sink += work_respond(&raised, buffer);
}

static void row_occurrence(void)
{
    sink += work_occurrence(&values, buffer);
}

static void row_uuid(void)
{
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_occurrence(NULL, text);
    sink += (size_t)text[0];
}

static void row_lookup_hit(void)
{
    sink += problem_find_code(BENCH_REGISTRY, "insufficient-funds", 18);
}

static void row_lookup_miss(void)
{
    sink += problem_find_code(BENCH_REGISTRY, "insufficient-fuhds", 18);
}

static const struct row {
    const char *name;
    void (*run)(void);
} rows[] = {
    {"raise", row_raise},
    {"body", row_body},
    {"constant-body", row_constant},
    {"violations-body", row_violations},
    {"clean-string-body", row_clean},
    {"dirty-string-body", row_dirty},
    {"respond", row_respond},
    {"occurrence", row_occurrence},
    {"uuid", row_uuid},
    {"lookup-hit", row_lookup_hit},
    {"lookup-miss", row_lookup_miss},
};

/* What callgrind collects. */
void measured(void (*run)(void), unsigned rounds);
__attribute__((noinline)) void measured(void (*run)(void), unsigned rounds)
{
    while (rounds-- > 0)
        run();
}

static void prepare(struct problem *problem, const struct work_values *from)
{
    char text[PROBLEM_OCCURRENCE_SIZE];
    problem_clear(problem);
    work_raise(problem, from);
    problem_occurrence(problem, text);
}

/* 104 characters, without an escape or with one after each 12. */
static void fill(char text[105], bool escapes)
{
    for (unsigned i = 0; i < 104; i++)
        text[i] = escapes && i % 13 == 12 ? '"' : (char)('a' + i % 26);
    text[104] = '\0';
}

int main(int count, char **arguments)
{
    char clean_text[105], dirty_text[105], text[PROBLEM_OCCURRENCE_SIZE];
    fill(clean_text, false);
    fill(dirty_text, true);
    clean.account = clean_text;
    dirty.account = dirty_text;
    prepare(&raised, &values);
    prepare(&clean_raised, &clean);
    prepare(&dirty_raised, &dirty);
    work_raise_constant(&constant);
    problem_occurrence(&constant, text);
    work_raise_violations(&violated);
    problem_occurrence(&violated, text);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (count != 2) {
            printf("%s %d\n", rows[i].name, ROUNDS);
        } else if (strcmp(arguments[1], rows[i].name) == 0) {
            rows[i].run();
            measured(rows[i].run, ROUNDS);
            return EXIT_SUCCESS;
        }
    }
    return count == 2 ? EXIT_FAILURE : EXIT_SUCCESS;
}
