#define _GNU_SOURCE 1 /* sched_setaffinity */

#include "race.h"

#include <sched.h>
#include <stdlib.h>
#include <time.h>

volatile size_t race_sink;
size_t race_slice;

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

/* A byte of each line of twice the largest cache that is usual: memset would go past the caches. */
void race_evict(void)
{
    static volatile unsigned char more[64 * 1024 * 1024];
    for (size_t i = 0; i < sizeof more; i += 64)
        more[i]++;
}

void race_add_after(struct race *race, const char *name, void (*before)(void),
                    void (*run)(void *, size_t), void *context)
{
    struct runner runner = {name, run, context, before, 0, 0};
    if (race->count < RACE_RUNNERS)
        race->runners[race->count++] = runner;
}

void race_add(struct race *race, const char *name, void (*run)(void *, size_t), void *context)
{
    race_add_after(race, name, NULL, run, context);
}

static double now(const struct race *race)
{
    struct timespec time;
    clock_gettime(race->is_long ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static double run_once(const struct race *race, size_t i, size_t round)
{
    const struct runner *runner = &race->runners[i];
    race_slice = round + 37 * i; /* so that rivals take the same one many rounds apart */
    if (runner->before != NULL)
        runner->before();
    double begin = now(race);
    runner->run(runner->context, race->operations);
    return (now(race) - begin) / (double)race->operations;
}

static void measure(struct race *race)
{
    static double samples[RACE_RUNNERS][RACE_ROUNDS];
    for (size_t i = 0; i < race->count; i++) /* once for nothing: first calls, pages */
        run_once(race, i, RACE_ROUNDS);
    for (size_t round = 0; round < RACE_ROUNDS; round++)
        for (size_t i = 0; i < race->count; i++)
            samples[i][round] = run_once(race, i, round);
    for (size_t i = 0; i < race->count; i++) {
        qsort(samples[i], RACE_ROUNDS, sizeof samples[i][0], compare);
        race->runners[i].median = samples[i][RACE_ROUNDS / 2];
        race->runners[i].fastest = samples[i][0];
    }
}

void race_figure(FILE *figures, const char *race, const char *runner, double median, double fastest,
                 const char *unit)
{
    fprintf(figures, "%s/%s\t%.3f\t%.3f\t%s\n", race, runner, median, fastest, unit);
}

void race_run(struct race *race, size_t unit, FILE *figures)
{
    measure(race);
    printf("\n%s\n", race->name);
    for (size_t i = 0; i < race->count; i++) {
        const struct runner *runner = &race->runners[i];
        printf("  %-34s %12.1f ns %12.1f min %8.2f x\n", runner->name, runner->median,
               runner->fastest, runner->median / race->runners[unit].median);
        race_figure(figures, race->name, runner->name, runner->median, runner->fastest, "ns");
    }
    fflush(stdout);
}
