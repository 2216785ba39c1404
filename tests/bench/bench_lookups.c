/*
 * Finding problems by code and by id, in registries of 50 to 100,000: in random order, the same
 * code again and again, and with emptied caches.
 */
#include "bench.h"
#include "image.h"
#include "keys.h"
#include "lookup.h"
#include "race.h"

#include <string.h>

#ifdef BENCH_CMPH
#include "chd.h"
#endif

/* A round is over before others get the processor. */
enum { OPERATIONS = QUERIES / 32, COLD_OPERATIONS = 1 };

typedef const char *gperf_function(const char *text, size_t length);

static gperf_function *gperf; /* NULL: there is none */

static const struct key *queries; /* of this race */

static const struct key *slice(size_t operations)
{
    return queries + race_slice * operations % QUERIES;
}

/* ------------------------------------------------------------------ by code */

static void our_codes(void *context, size_t operations)
{
    const struct key *asked = slice(operations);
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += problem_find_code(keys.registry, asked[i].text, asked[i].length);
}

static void gperf_codes(void *context, size_t operations)
{
    const struct key *asked = slice(operations);
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += gperf(asked[i].text, asked[i].length) != NULL;
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
    const struct key *asked = slice(operations);
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += search(asked[i]);
}

#ifdef BENCH_CMPH
static void chd_codes(void *context, size_t operations)
{
    const struct key *asked = slice(operations);
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += chd_finds(asked[i]);
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
        if (gperf != NULL)
            right = right && gperf(hit.text, hit.length) != NULL &&
                    gperf(miss.text, miss.length) == NULL;
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

static void race_codes(const char *which, const struct key *asked, size_t operations,
                       void (*before)(void), FILE *figures)
{
    char name[80];
    snprintf(name, sizeof name, "code of %zu, %s", keys.count, which);
    struct race race = {.name = name, .operations = operations};
    queries = asked;
    race_add_after(&race, "problemc", before, our_codes, NULL);
    if (gperf != NULL)
        race_add_after(&race, "gperf", before, gperf_codes, NULL);
    race_add_after(&race, "binary search", before, searched_codes, NULL);
#ifdef BENCH_CMPH
    race_add_after(&race, "cmph chd", before, chd_codes, NULL);
#endif
    race_run(&race, gperf != NULL ? 1 : 0, figures);
}

/* ------------------------------------------------------------------ by id */

static void our_numbers(void *context, size_t operations)
{
    const unsigned char *image = image_of(keys.registry);
    const uint32_t *asked = keys.numbers + race_slice * operations % QUERIES;
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += find_number(image, asked[i])[PROBLEM_RECORD_NUMBER];
}

static void direct_numbers(void *context, size_t operations)
{
    const unsigned char *image = image_of(keys.registry);
    const uint32_t *asked = keys.numbers + race_slice * operations % QUERIES;
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        uint32_t number = asked[i];
        uint32_t index = number <= keys.last ? keys.direct[number] : 0;
        race_sink += index > 0 ? image_record(image, index - 1)[PROBLEM_RECORD_NUMBER] : 0;
    }
}

static void race_numbers(FILE *figures)
{
    char name[80];
    snprintf(name, sizeof name, "id of %zu", keys.count);
    struct race race = {.name = name, .operations = OPERATIONS};
    race_add(&race, "direct table", direct_numbers, NULL);
    race_add(&race, "problemc", our_numbers, NULL);
    race_run(&race, 0, figures);
}

/* ------------------------------------------------------------------ */

static void find_gperf(const char *modules)
{
    char module[32];
    snprintf(module, sizeof module, "gperf_b%zu", keys.count);
    void *found = bench_symbol(modules, module, "gperf_find");
    memcpy(&gperf, &found, sizeof gperf);
}

static bool race_size(const char *modules, FILE *figures)
{
    find_gperf(modules);
    if (!is_right())
        return false;
    race_codes("found", keys.hits, OPERATIONS, NULL, figures);
    race_codes("found, the same again", keys.same, OPERATIONS, NULL, figures);
    race_codes("not there", keys.misses, OPERATIONS, NULL, figures);
    if (keys.count >= 10000)
        race_codes("found, cold", keys.hits, COLD_OPERATIONS, race_evict, figures);
    race_numbers(figures);
    bench_tables(figures);
    return true;
}

bool bench_lookups(const char *modules, FILE *figures)
{
    static const size_t sizes[] = {50, 1000, 10000, 100000};
    bool right = true;
#ifndef BENCH_CMPH
    puts("skipped: cmph is not installed");
#endif
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes && right; i++) {
        if (!keys_take(modules, sizes[i]))
            continue;
#ifdef BENCH_CMPH
        chd_make();
#endif
        right = race_size(modules, figures);
#ifdef BENCH_CMPH
        chd_free();
#endif
        keys_release();
    }
    return right;
}
