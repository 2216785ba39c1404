/*
 * Problems of a registry of 10,000 in random order, beside copying the same bytes: while the caches
 * hold what they can of the tables, 64 in a round, and with emptied caches, a single one.
 *
 * A body is written right after its problem was raised, so they are raised before each round: the
 * body alone then finds what raising has touched of the tables, as it does in a service. With
 * emptied caches it does not even find that; only the raised structs are brought back.
 */
#include "bench.h"
#include "program.h"
#include "race.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

enum { PROBLEMS = 10000, ORDER = 16384, SIZE = 512, POOL = 64, LINE = 64 };

static const struct problem_registry *registry;
static uint32_t order[ORDER];
static char *bodies; /* of each problem */
static uint16_t lengths[PROBLEMS];
static WORK_ALIGNED char buffer[WORK_BUFFER];

static struct work_raised pool[POOL];

/* The i-th problem of this slice. */
static uint32_t chosen(size_t i)
{
    return order[(race_slice * POOL + i) % ORDER];
}

static void raise_problem(struct problem *problem, uint32_t index)
{
    problem_clear(problem);
    problem_begin(problem, registry, index, "file.c", 1, "function");
    problem_put_decimal(problem, 0, problem_decimal(3000, 2));
    problem_put_decimal(problem, 1, problem_decimal(5000, 2));
    problem_put_string(problem, 2, "item-000001");
}

static size_t write_body(struct problem *problem, char *to)
{
    static const char id[] = "00000000-0000-4000-8000-000000000000";
    struct sent sent;
    problem_sent_by(registry, problem, &sent);
    struct writer writer = {to, SIZE, 0};
    problem_write_body(&writer, &sent, id);
    return writer.used;
}

static void prepare(void)
{
    uint64_t state = 2026;
    bodies = aligned_alloc(SIZE, (size_t)PROBLEMS * SIZE);
    if (bodies == NULL)
        abort();
    for (uint32_t i = 0; i < PROBLEMS; i++) {
        raise_problem(&pool[0].problem, i);
        lengths[i] = (uint16_t)write_body(&pool[0].problem, bodies + (size_t)i * SIZE);
    }
    for (size_t i = 0; i < ORDER; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        order[i] = (uint32_t)((state >> 33) % PROBLEMS);
    }
}

/* ------------------------------------------------------------------ before a round */

static void raise_pool(void)
{
    for (size_t i = 0; i < POOL; i++)
        raise_problem(&pool[i].problem, chosen(i));
}

static void raise_and_evict(void)
{
    raise_pool();
    race_evict();
    for (size_t i = 0; i < POOL; i++)
        for (size_t at = 0; at < sizeof pool[i].problem; at += LINE)
            race_sink += ((const volatile unsigned char *)&pool[i].problem)[at];
}

/* ------------------------------------------------------------------ runners */

static void copy_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, bodies + (size_t)chosen(i) * SIZE, lengths[chosen(i)]);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void our_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += write_body(&pool[i].problem, buffer);
}

static void our_raises(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        raise_problem(&pool[0].problem, chosen(i));
}

static void our_raised_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        raise_problem(&pool[0].problem, chosen(i));
        race_sink += write_body(&pool[0].problem, buffer);
    }
}

bool bench_many(const char *modules, FILE *figures)
{
    registry = bench_symbol(modules, "b10000", "b10000_problem_tables");
    if (registry == NULL)
        return true;
    prepare();
    struct race random = {.name = "random problem of 10000", .operations = POOL};
    race_add(&random, "memcpy", copy_bodies, NULL);
    race_add_after(&random, "body", raise_pool, our_bodies, NULL);
    race_add(&random, "raise", our_raises, NULL);
    race_add(&random, "raise and body", our_raised_bodies, NULL);
    race_run(&random, 0, figures);

    struct race cold = {.name = "random problem of 10000, cold", .operations = 1};
    race_add_after(&cold, "memcpy", race_evict, copy_bodies, NULL);
    race_add_after(&cold, "body", raise_and_evict, our_bodies, NULL);
    race_add_after(&cold, "raise", race_evict, our_raises, NULL);
    race_add_after(&cold, "raise and body", race_evict, our_raised_bodies, NULL);
    race_run(&cold, 0, figures);
    free(bodies);
    return true;
}
