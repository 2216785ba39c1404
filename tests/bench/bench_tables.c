/*
 * The tables of lookups: how long it takes to build them, and how many bytes a key they have beside
 * the codes.
 */
#include "bench.h"
#include "image.h"
#include "keys.h"
#include "race.h"

#include "tables/lookup.h"

#include <stdlib.h>

#ifdef BENCH_CMPH
#include "chd.h"
#endif

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
        chd_free();
        chd_make();
    }
}
#endif

static void race_building(FILE *figures)
{
    char name[80];
    snprintf(name, sizeof name, "building the lookup of %zu", keys.count);
    struct race race = {.name = name, .operations = 1, .is_long = true};
    race_add(&race, "problemc", build_ours, NULL);
#ifdef BENCH_CMPH
    race_add(&race, "cmph chd", build_chd, NULL);
#endif
    race_run(&race, 0, figures);
}

static void measure_size(const char *what, size_t bytes, FILE *figures)
{
    char name[80];
    double each = (double)bytes / (double)keys.count;
    snprintf(name, sizeof name, "bytes a key of %zu", keys.count);
    printf("  %-34s %12.2f bytes a key\n", what, each);
    race_figure(figures, name, what, each, each, "B");
}

/* `order`: where their records' offsets stand, which problems that ascend have anyway. */
static void measure_ids(const unsigned char *image, uint32_t order, size_t bytes, FILE *figures)
{
    bool ascend = order == image_u32(image + PROBLEM_HEAD_PROBLEMS);
    measure_size("ids", bytes + (ascend ? 0 : 4 * keys.count), figures);
}

static void measure_sizes(FILE *figures)
{
    const unsigned char *image = image_of(keys.registry);
    const unsigned char *codes = image + image_u32(image + PROBLEM_HEAD_CODES);
    size_t pilots = 2 * (size_t)image_u32(codes + PROBLEM_LOOKUP_BUCKETS);
    size_t slots = PROBLEM_SLOT_LENGTH * (size_t)image_u32(codes + PROBLEM_LOOKUP_SLOTS);
    printf("\ntables of %zu\n", keys.count);
    measure_size("pilots", pilots, figures);
    measure_size("codes", PROBLEM_LOOKUP_PILOTS + pilots + slots, figures);
    const unsigned char *numbers = image + image_u32(image + PROBLEM_HEAD_NUMBERS);
    if (image[PROBLEM_HEAD_NUMBERS_FORM] == PROBLEM_NUMBERS_PLACED)
        measure_ids(image, image_u32(numbers + PROBLEM_PLACES_ORDER),
                    PROBLEM_PLACES_LENGTH + image_u32(numbers + PROBLEM_PLACES_COUNT), figures);
    if (image[PROBLEM_HEAD_NUMBERS_FORM] == PROBLEM_NUMBERS_RANKED)
        measure_ids(image, image_u32(numbers + PROBLEM_RANKS_ORDER),
                    PROBLEM_RANKS_FIRST +
                        PROBLEM_RANKS_LENGTH * (size_t)image_u32(numbers + PROBLEM_RANKS_BLOCKS),
                    figures);
}

void bench_tables(FILE *figures)
{
    measure_sizes(figures);
    race_building(figures);
}
