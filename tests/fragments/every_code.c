/*
 * Holds what generated code makes of codes against what the fragment says of them: of each that has
 * a name, and of many that have none. The fragment's rows are in rows.h (scripts/fragments_use.sh).
 */
#include <limits.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { NONE = -1 };

#include "rows.h"

static int codes, failures;

static void hold(const char *name, enum groups_problem found, int wanted)
{
    codes++;
    if ((int)found == wanted)
        return;
    failures++;
    if (failures <= 20)
        fprintf(stderr, "%s: becomes %d, not %d\n", name, (int)found, wanted);
}

/* What is no error can be raised all the same. */
static void hold_raised(const char *name, code_type code, int wanted)
{
    struct problem problem = PROBLEM_INIT;
    hold(name, FROM(code, NULL), wanted);
    hold(name, FROM(code, "%s%n"), wanted);
    hold(name, RAISE(&problem, code, "%s%n"), wanted ? wanted : GROUPS_OTHERWISE);
}

#ifdef STATES

static int group_of(const char *state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].code, state) == 0 && rows[i].group != NONE)
            return rows[i].group;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (strncmp(classes[i].code, state, 2) == 0)
            return classes[i].group;
    return GROUPS_OTHERWISE;
}

static void hold_all(void)
{
    static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static const char *const wrong[] = {"", "2", "?", "2 505", "\xff\xff\xff\xff\xff"};
    char state[] = "00ZZZ";
    for (const char *first = letters; *first; first++)
        for (const char *second = letters; *second; second++) {
            state[0] = *first;
            state[1] = *second;
            hold_raised(state, state, group_of(state));
        }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        hold_raised(rows[i].name, rows[i].code, group_of(rows[i].code));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        hold_raised(wrong[i], wrong[i], GROUPS_OTHERWISE);
    hold_raised("NULL", NULL, GROUPS_OTHERWISE);
}

#else

static int group_of_row(int code)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code && rows[i].group != NONE)
            return rows[i].group;
    return NONE;
}

static int group_of(int code)
{
    int group = group_of_row(code);
#ifdef PRIMARY
    if (group == NONE)
        group = group_of_row(code & PRIMARY);
#endif
    return group == NONE ? GROUPS_OTHERWISE : group;
}

static void hold_all(void)
{
    static const int extremes[] = {INT_MIN, INT_MIN + 1, INT_MAX - 1, INT_MAX};
    char name[32];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        hold_raised(rows[i].name, rows[i].code,
                    rows[i].group == NONE ? group_of(rows[i].code) : rows[i].group);
    for (int code = -1000; code < 20000; code++) {
        snprintf(name, sizeof name, "%d", code);
        hold(name, FROM(code, NULL), group_of(code));
    }
    for (size_t i = 0; i < sizeof extremes / sizeof *extremes; i++)
        hold_raised("an extreme", extremes[i], group_of(extremes[i]));
}

#endif

int main(void)
{
    hold_all();
    printf("%d codes held, %d failures\n", codes, failures);
    return failures != 0;
}
