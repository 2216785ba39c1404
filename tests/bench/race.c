#define _GNU_SOURCE 1 /* sched_setaffinity */

#include "race.h"

#include <sched.h>
#include <stdlib.h>
#include <time.h>

volatile size_t race_sink;

void race_pin(void)
{
    cpu_set_t set;
    size_t last = 0;
    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return;
    for (size_t i = 0; i < CPU_SETSIZE; i++)
        if (CPU_ISSET(i, &set))
            last = i;
    CPU_ZERO(&set);
    CPU_SET(last, &set);
    sched_setaffinity(0, sizeof set, &set);
}

void race_add(struct race *race, const char *name, void (*run)(void *, size_t), void *context)
{
    struct runner runner = {name, run, context, 0, 0};
    if (race->count < RACE_RUNNERS)
        race->runners[race->count++] = runner;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static void measure(struct race *race)
{
    static double samples[RACE_RUNNERS][RACE_ROUNDS];
    for (size_t i = 0; i < race->count; i++) /* once for nothing: caches, first calls */
        race->runners[i].run(race->runners[i].context, race->operations);
    for (size_t round = 0; round < RACE_ROUNDS; round++)
        for (size_t i = 0; i < race->count; i++) {
            double begin = now();
            race->runners[i].run(race->runners[i].context, race->operations);
            samples[i][round] = (now() - begin) / (double)race->operations;
        }
    for (size_t i = 0; i < race->count; i++) {
        qsort(samples[i], RACE_ROUNDS, sizeof samples[i][0], compare);
        race->runners[i].median = samples[i][RACE_ROUNDS / 2];
        race->runners[i].fastest = samples[i][0];
    }
}

void race_run(struct race *race, size_t unit, FILE *json)
{
    static const char *separator = "";
    measure(race);
    printf("\n%s%s%s\n", race->name, race->goal != NULL ? "; goal: " : "",
           race->goal != NULL ? race->goal : "");
    fprintf(json, "%s\n  {\"race\": \"%s\", \"unit\": \"%s\", \"runners\": [", separator,
            race->name, race->runners[unit].name);
    separator = ",";
    for (size_t i = 0; i < race->count; i++) {
        const struct runner *runner = &race->runners[i];
        double ratio = runner->median / race->runners[unit].median;
        printf("  %-34s %10.1f ns %10.1f min %8.2f x\n", runner->name, runner->median,
               runner->fastest, ratio);
        fprintf(
            json,
            "%s\n    {\"name\": \"%s\", \"median_ns\": %.2f, \"min_ns\": %.2f, \"ratio\": %.3f}",
            i > 0 ? "," : "", runner->name, runner->median, runner->fastest, ratio);
    }
    fprintf(json, "\n  ]}");
    fflush(stdout);
}
