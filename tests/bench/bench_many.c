/*
 * Problems of a registry of 10,000 in random order: raised with their two members, and their bodies
 * written, beside copying the same bytes.
 */
#include "bench.h"
#include "program.h"
#include "race.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

enum { PROBLEMS = 10000, ORDER = 16384, SIZE = 512 };

static const struct problem_registry *registry;
static uint32_t order[ORDER];
static char *bodies; /* of each problem */
static uint16_t lengths[PROBLEMS];
static char buffer[WORK_BUFFER];
static struct problem problem;

static size_t write_body(uint32_t index, char *to)
{
    static const char id[] = "00000000-0000-4000-8000-000000000000";
    problem_clear(&problem);
    problem_begin(&problem, registry, index, "file.c", 1, "function");
    problem_put_decimal(&problem, 0, problem_decimal(3000, 2));
    problem_put_decimal(&problem, 1, problem_decimal(5000, 2));
    problem_put_string(&problem, 2, "item-000001");
    struct sent sent = problem_sent_by(registry, &problem);
    struct writer writer = {to, SIZE, 0};
    problem_write_body(&writer, &sent, id);
    return writer.used;
}

static void prepare(void)
{
    uint64_t state = 2026;
    bodies = malloc((size_t)PROBLEMS * SIZE);
    if (bodies == NULL)
        abort();
    for (uint32_t i = 0; i < PROBLEMS; i++)
        lengths[i] = (uint16_t)write_body(i, bodies + (size_t)i * SIZE);
    for (size_t i = 0; i < ORDER; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        order[i] = (uint32_t)((state >> 33) % PROBLEMS);
    }
}

static void copy_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, bodies + (size_t)order[i] * SIZE, lengths[order[i]]);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void our_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += write_body(order[i], buffer);
}

bool bench_many(const char *modules, FILE *json)
{
    registry = bench_symbol(modules, "b10000", "b10000_problem_tables");
    if (registry == NULL)
        return true;
    prepare();
    struct race race = {.name = "a random problem of 10,000, raised, its body written",
                        .goal = "4 x memcpy of the same bodies, for the body alone",
                        .operations = ORDER};
    race_add(&race, "memcpy", copy_bodies, NULL);
    race_add(&race, "problemc", our_bodies, NULL);
    race_run(&race, 0, json);
    free(bodies);
    return true;
}
