/*
 * Fresh ids.
 */
#include "bench.h"
#include "chacha.h"
#include "generator.h"
#include "race.h"
#include "random.h"
#include "work.h"

#include <sys/random.h>

#ifdef BENCH_LIBUUID
#include <uuid/uuid.h>
#endif

static void our_ids(void *context, size_t operations)
{
    char text[PROBLEM_OCCURRENCE_SIZE];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        problem_occurrence(NULL, text);
        race_sink += (size_t)text[0];
    }
}

static void our_bytes(void *context, size_t operations)
{
    unsigned char id[PROBLEM_RANDOM_BYTES];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        problem_random(id);
        race_sink += id[0];
    }
}

static void checked_bytes(void *context, size_t operations)
{
    unsigned char id[PROBLEM_RANDOM_BYTES];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        generator_checked(id);
        race_sink += id[0];
    }
}

static void unchecked_bytes(void *context, size_t operations)
{
    unsigned char id[PROBLEM_RANDOM_BYTES];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        generator_unchecked(id);
        race_sink += id[0];
    }
}

/* ChaCha8 alone, of one thread, that knows of no fork and keeps no errno: the floor. */
static void bare_bytes(void *context, size_t operations)
{
    static unsigned char ahead[8 * CHACHA_BLOCK];
    static uint32_t key[CHACHA_KEY_WORDS] = {1};
    static size_t used = sizeof ahead;
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        unsigned char id[16];
        if (used == sizeof ahead) {
            for (uint32_t block = 0; block < 8; block += 2)
                chacha_pair(key, block, ahead + CHACHA_BLOCK * block);
            memcpy(key, ahead, sizeof key);
            used = sizeof key;
        }
        memcpy(id, ahead + used, sizeof id);
        memset(ahead + used, 0, sizeof id);
        used += sizeof id;
        race_sink += id[0];
    }
}

static void kernel_bytes(void *context, size_t operations)
{
    unsigned char id[16];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        if (getrandom(id, sizeof id, 0) != sizeof id)
            return;
        race_sink += id[0];
    }
}

#ifdef BENCH_LIBUUID
static void libuuid_ids(void *context, size_t operations)
{
    uuid_t id;
    char text[37];
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        uuid_generate_random(id);
        uuid_unparse_lower(id, text);
        race_sink += (size_t)text[0];
    }
}
#endif

bool bench_ids(FILE *figures)
{
    struct race race = {.name = "id", .operations = 310};
    race_add(&race, "ChaCha8, 16 bytes", bare_bytes, NULL);
    race_add(&race, "problemc, 16 bytes", our_bytes, NULL);
    race_add(&race, "with its fork check", checked_bytes, NULL);
    race_add(&race, "without its fork check", unchecked_bytes, NULL);
    race_add(&race, "problemc, as text", our_ids, NULL);
    race_add(&race, "getrandom, 16 bytes", kernel_bytes, NULL);
#ifdef BENCH_LIBUUID
    race_add(&race, "libuuid, as text", libuuid_ids, NULL);
#else
    puts("skipped: libuuid is not installed");
#endif
    race_run(&race, 0, figures);
    return true;
}
