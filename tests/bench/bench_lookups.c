/*
 * Finding problems by code and by id, in registries of 50 to 100,000.
 */
#include "bench.h"
#include "image.h"
#include "lookup.h"
#include "race.h"

#include "problem.h"
#include "tables/lookup.h"

#include <stdlib.h>
#include <string.h>

#ifdef BENCH_CMPH
#include <cmph.h>
#endif

enum { QUERIES = 65536, LONGEST = 80 };

struct key {
    const char *text;
    size_t length;
};

typedef const char *gperf_function(const char *text, size_t length);

/* A registry, its codes in the order of their bytes, and what is asked for. */
static struct {
    size_t count;
    const struct problem_registry *registry;
    const struct key *queries;
    struct key *codes, hits[QUERIES], misses[QUERIES];
    char *missed;
    uint32_t numbers[QUERIES], *direct, last;
    gperf_function *gperf;
#ifdef BENCH_CMPH
    cmph_t *chd;
    char **names;
    uint32_t *places;
#endif
} keys;

static size_t random_below(size_t limit)
{
    static uint64_t state = 2026;
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)((state >> 33) % limit);
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct key *)a)->text, ((const struct key *)b)->text);
}

static void *array(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (memory == NULL)
        abort();
    return memory;
}

/* Misses are codes with one letter changed. */
static void prepare(size_t count, const struct problem_registry *registry)
{
    struct problem_info info;
    size_t found = 0;
    keys.count = count;
    keys.registry = registry;
    keys.codes = array(count, sizeof *keys.codes);
    keys.direct = array(count * 9 + 2, sizeof *keys.direct);
    for (uint32_t number = 1; found < count; number++) {
        if (!problem_describe(registry, number, &info))
            continue;
        keys.codes[found++] = (struct key){info.code, strlen(info.code)};
        keys.direct[number] = (uint32_t)found;
        keys.last = number;
    }
    qsort(keys.codes, count, sizeof *keys.codes, compare);
    keys.missed = array(QUERIES, LONGEST);
    for (size_t i = 0; i < QUERIES; i++) {
        struct key code = keys.codes[random_below(count)];
        char *text = keys.missed + i * LONGEST;
        keys.hits[i] = code;
        memcpy(text, code.text, code.length);
        text[random_below(code.length)] = '_';
        keys.misses[i] = (struct key){text, code.length};
        problem_describe(registry, problem_find_code(registry, code.text, code.length), &info);
        keys.numbers[i] = info.number;
    }
}

static void release(void)
{
    free(keys.codes);
    free(keys.direct);
    free(keys.missed);
}

/* ------------------------------------------------------------------ by code */

static void our_codes(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += problem_find_code(keys.registry, keys.queries[i].text, keys.queries[i].length);
}

static void gperf_codes(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += keys.gperf(keys.queries[i].text, keys.queries[i].length) != NULL;
}

static bool search(struct key key)
{
    size_t low = 0, high = keys.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(keys.codes[middle].text, key.text);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static void searched_codes(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += search(keys.queries[i]);
}

#ifdef BENCH_CMPH
static void make_chd(void)
{
    keys.names = array(keys.count, sizeof *keys.names);
    keys.places = array(keys.count, sizeof *keys.places);
    for (size_t i = 0; i < keys.count; i++)
        keys.names[i] = (char *)(uintptr_t)keys.codes[i].text;
    cmph_io_adapter_t *source = cmph_io_vector_adapter(keys.names, (cmph_uint32)keys.count);
    cmph_config_t *config = cmph_config_new(source);
    cmph_config_set_algo(config, CMPH_CHD);
    keys.chd = cmph_new(config);
    cmph_config_destroy(config);
    cmph_io_vector_adapter_destroy(source);
    for (size_t i = 0; i < keys.count; i++)
        keys.places[cmph_search(keys.chd, keys.codes[i].text, (cmph_uint32)keys.codes[i].length)] =
            (uint32_t)i;
}

static bool chd_finds(struct key key)
{
    unsigned place = cmph_search(keys.chd, key.text, (cmph_uint32)key.length);
    struct key code = keys.codes[keys.places[place]];
    return code.length == key.length && memcmp(code.text, key.text, key.length) == 0;
}

static void chd_codes(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += chd_finds(keys.queries[i]);
}

static void free_chd(void)
{
    cmph_destroy(keys.chd);
    free(keys.names);
    free(keys.places);
}
#endif

/* All find all hits and no miss. */
static bool is_right(void)
{
    for (size_t i = 0; i < QUERIES; i++) {
        struct key hit = keys.hits[i], miss = keys.misses[i];
        bool right = problem_find_code(keys.registry, hit.text, hit.length) == keys.numbers[i] &&
                     problem_find_code(keys.registry, miss.text, miss.length) == 0 && search(hit) &&
                     !search(miss);
        if (keys.gperf != NULL)
            right = right && keys.gperf(hit.text, hit.length) != NULL &&
                    keys.gperf(miss.text, miss.length) == NULL;
#ifdef BENCH_CMPH
        right = right && chd_finds(hit) && !chd_finds(miss);
#endif
        if (!right) {
            printf("lookups do not agree about %s or %s\n", hit.text, miss.text);
            return false;
        }
    }
    return true;
}

static void race_codes(bool hits, FILE *json)
{
    char name[80];
    snprintf(name, sizeof name, "code of %zu, %s", keys.count, hits ? "found" : "not there");
    struct race race = {.name = name,
                        .goal = hits ? "0.9 x gperf at 1,000, 0.8 at 10,000, 1.5 at 50"
                                     : "0.5 x gperf from 1,000",
                        .operations = QUERIES / 8};
    keys.queries = hits ? keys.hits : keys.misses;
    race_add(&race, "problemc", our_codes, NULL);
    if (keys.gperf != NULL)
        race_add(&race, "gperf", gperf_codes, NULL);
    race_add(&race, "binary search", searched_codes, NULL);
#ifdef BENCH_CMPH
    race_add(&race, "cmph chd", chd_codes, NULL);
#endif
    race_run(&race, keys.gperf != NULL ? 1 : 0, json);
}

/* ------------------------------------------------------------------ by id */

static void our_numbers(void *context, size_t operations)
{
    const unsigned char *image = image_of(keys.registry);
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += problem_find_number(image, keys.numbers[i])[PROBLEM_RECORD_NUMBER];
}

static void direct_numbers(void *context, size_t operations)
{
    const unsigned char *image = image_of(keys.registry);
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        uint32_t number = keys.numbers[i];
        uint32_t index = number <= keys.last ? keys.direct[number] : 0;
        race_sink += index > 0 ? image_record(image, index - 1)[PROBLEM_RECORD_NUMBER] : 0;
    }
}

static void race_numbers(FILE *json)
{
    char name[80];
    snprintf(name, sizeof name, "id of %zu", keys.count);
    struct race race = {.name = name, .goal = "2 x a direct table", .operations = QUERIES / 8};
    race_add(&race, "direct table", direct_numbers, NULL);
    race_add(&race, "problemc", our_numbers, NULL);
    race_run(&race, 0, json);
}

/* ------------------------------------------------------------------ building */

static void out_of_memory(void)
{
    abort();
}

static void build_ours(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        struct arena *arena = arena_create(out_of_memory);
        struct lookup_key *built = arena_array(arena, keys.count, sizeof *built);
        for (size_t k = 0; k < keys.count; k++)
            built[k] = (struct lookup_key){{keys.codes[k].text, keys.codes[k].length}, (uint32_t)k};
        race_sink += lookup_build(arena, built, keys.count).length;
        arena_destroy(arena);
    }
}

#ifdef BENCH_CMPH
static void build_chd(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        free_chd();
        make_chd();
    }
}
#endif

static void race_building(FILE *json)
{
    char name[80];
    snprintf(name, sizeof name, "building the lookup of %zu codes", keys.count);
    struct race race = {.name = name, .goal = "30 ms for 100,000", .operations = 1};
    race_add(&race, "problemc", build_ours, NULL);
#ifdef BENCH_CMPH
    race_add(&race, "cmph chd", build_chd, NULL);
#endif
    race_run(&race, 0, json);
}

/* ------------------------------------------------------------------ */

static bool bench_size(const char *modules, size_t count, FILE *json)
{
    char module[32], symbol[64];
    snprintf(module, sizeof module, "b%zu", count);
    snprintf(symbol, sizeof symbol, "b%zu_problem_tables", count);
    const struct problem_registry *registry = bench_symbol(modules, module, symbol);
    if (registry == NULL)
        return true;
    snprintf(module, sizeof module, "gperf_b%zu", count);
    void *gperf = bench_symbol(modules, module, "gperf_find");
    memcpy(&keys.gperf, &gperf, sizeof keys.gperf);
    prepare(count, registry);
#ifdef BENCH_CMPH
    make_chd();
#endif
    bool right = is_right();
    if (right) {
        race_codes(true, json);
        race_codes(false, json);
        race_numbers(json);
        race_building(json);
    }
#ifdef BENCH_CMPH
    free_chd();
#endif
    release();
    return right;
}

bool bench_lookups(const char *modules, FILE *json)
{
#ifndef BENCH_CMPH
    puts("skipped: cmph is not installed");
#endif
    return bench_size(modules, 50, json) && bench_size(modules, 1000, json) &&
           bench_size(modules, 10000, json) && bench_size(modules, 100000, json);
}
