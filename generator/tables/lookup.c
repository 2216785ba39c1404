/*
 * Hash and displace (Belazzougui, Botelho, Dietzfelbinger: "Hash, displace, and compress", 2009).
 * Keys fall into small buckets; bucket by bucket, the fullest first, the lowest pilot is searched
 * that sends all of its keys to free slots.
 */
#include "tables/lookup.h"

#include "problem_tables.h"

enum {
    BUCKET_LOAD = 4, /* keys in a bucket, on average */
    BUCKET_MAX = 64, /* keys in a bucket: only equal hashes can fill it further */
    PILOTS = 65536,
    ATTEMPTS = 10,
    ATTEMPTS_OF_A_SIZE = 2
};

struct build {
    const struct lookup_key *keys;
    uint32_t count;
    uint64_t seed;
    bool windows; /* hash parts of the keys alone */
    uint32_t slots, buckets;
    uint64_t *hashes;  /* of each key */
    uint32_t *begins;  /* bucket b holds members[begins[b]] up to members[begins[b + 1]] */
    uint32_t *members; /* keys, by bucket */
    uint16_t *pilots;  /* of each bucket */
    uint64_t *taken;   /* a bit for each slot: small enough to stay in the cache */
    uint32_t *indices; /* in each slot, where it is taken */
    uint8_t *checks;   /* likewise: the lowest byte of its key's hash */
};

/*
 * The keys themselves choose the seed: whoever picks keys that collide under one seed gets another
 * one by picking them. A sum, so that their order does not matter.
 */
static uint64_t seed_of(const struct lookup_key *keys, uint32_t count, uint32_t attempt)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += problem_hash(keys[i].key.bytes, keys[i].key.length, attempt);
    return sum;
}

/*
 * The last buckets meet a lookup nearly full, where one of 65,536 pilots must hit a free slot: a
 * spare slot for every 8,192 keys leaves each of them a chance of e^-8 to miss. Should it happen,
 * another seed helps, then whole keys, then more spare slots and smaller buckets.
 */
static void start_attempt(struct arena *arena, struct build *build, uint32_t attempt)
{
    uint32_t size = attempt / ATTEMPTS_OF_A_SIZE, step = size > 0 ? size - 1 : 0;
    uint32_t count = build->count;
    build->windows = size == 0;
    build->seed = seed_of(build->keys, count, attempt);
    build->slots = count + count / 8192 + step * (count / 64);
    build->buckets = count / (step < 2 ? BUCKET_LOAD : 1) + 1;
    build->begins = arena_array(arena, (size_t)build->buckets + 2, sizeof *build->begins);
    build->pilots = arena_array(arena, build->buckets, sizeof *build->pilots);
    build->taken = arena_array(arena, build->slots / 64 + 1, sizeof *build->taken);
    build->indices = arena_array(arena, build->slots, sizeof *build->indices);
    build->checks = arena_array(arena, build->slots, sizeof *build->checks);
}

/* A counting sort. The counts stand two buckets ahead: sums move them one back, and placing a
 * bucket's keys moves its begin on to its end, where it belongs. */
static void fill_buckets(struct build *build)
{
    uint32_t *begins = build->begins;
    for (uint32_t i = 0; i < build->count; i++) {
        struct text key = build->keys[i].key;
        build->hashes[i] = build->windows ? problem_hash_windows(key.bytes, key.length, build->seed)
                                          : problem_hash(key.bytes, key.length, build->seed);
        begins[problem_bucket(build->hashes[i], build->buckets) + 2]++;
    }
    for (uint32_t bucket = 2; bucket <= build->buckets; bucket++)
        begins[bucket] += begins[bucket - 1];
    for (uint32_t i = 0; i < build->count; i++)
        build->members[begins[problem_bucket(build->hashes[i], build->buckets) + 1]++] = i;
}

static uint32_t bucket_size(const struct build *build, uint32_t bucket)
{
    return build->begins[bucket + 1] - build->begins[bucket];
}

static bool is_taken(const struct build *build, uint32_t slot)
{
    return build->taken[slot / 64] >> slot % 64 & 1;
}

static void flip_taken(struct build *build, uint32_t slot)
{
    build->taken[slot / 64] ^= UINT64_C(1) << slot % 64;
}

/* Takes a free slot for each hash, or none where one of theirs is taken, be it by another of them.
 */
static bool take_slots(struct build *build, const uint64_t *hashes, uint32_t *slots, uint32_t size,
                       uint16_t pilot)
{
    for (uint32_t i = 0; i < size; i++) {
        slots[i] = problem_slot(hashes[i], pilot, build->slots);
        if (is_taken(build, slots[i])) {
            while (i > 0)
                flip_taken(build, slots[--i]);
            return false;
        }
        flip_taken(build, slots[i]);
    }
    return true;
}

static bool are_distinct(const uint64_t *hashes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < i; k++)
            if (hashes[i] == hashes[k])
                return false;
    return true;
}

static bool place_bucket(struct build *build, uint32_t bucket, uint32_t size)
{
    const uint32_t *members = build->members + build->begins[bucket];
    uint64_t hashes[BUCKET_MAX];
    uint32_t slots[BUCKET_MAX];
    for (uint32_t i = 0; i < size; i++)
        hashes[i] = build->hashes[members[i]];
    if (!are_distinct(hashes, size))
        return false; /* no pilot parts them */
    uint32_t pilot = 0;
    while (pilot < PILOTS && !take_slots(build, hashes, slots, size, (uint16_t)pilot))
        pilot++;
    if (pilot == PILOTS)
        return false;
    build->pilots[bucket] = (uint16_t)pilot;
    for (uint32_t i = 0; i < size; i++) {
        build->indices[slots[i]] = build->keys[members[i]].index;
        build->checks[slots[i]] = (uint8_t)hashes[i];
    }
    return true;
}

static bool place_buckets(struct build *build)
{
    for (uint32_t bucket = 0; bucket < build->buckets; bucket++)
        if (bucket_size(build, bucket) > BUCKET_MAX)
            return false;
    for (uint32_t size = BUCKET_MAX; size > 0; size--)
        for (uint32_t bucket = 0; bucket < build->buckets; bucket++)
            if (bucket_size(build, bucket) == size && !place_bucket(build, bucket, size))
                return false;
    return true;
}

static uint32_t first_taken(const struct build *build)
{
    uint32_t slot = 0;
    while (!is_taken(build, slot))
        slot++;
    return slot;
}

static char *put(char *at, uint64_t number, size_t bytes)
{
    for (; bytes > 0; bytes--, number >>= 8)
        *at++ = (char)(number & 0xff);
    return at;
}

/* Spare slots repeat the one before: no key that leads there is the one of its record. */
static struct text image_of(struct arena *arena, const struct build *build)
{
    size_t length = PROBLEM_LOOKUP_PILOTS + (size_t)build->buckets * 2 +
                    (size_t)build->slots * PROBLEM_SLOT_LENGTH;
    char *image = arena_allocate(arena, length);
    put(image + PROBLEM_LOOKUP_SEED, build->seed, 8);
    put(image + PROBLEM_LOOKUP_SLOTS, build->slots, 4);
    put(image + PROBLEM_LOOKUP_BUCKETS, build->buckets, 4);
    put(image + PROBLEM_LOOKUP_WHOLE, build->windows ? PROBLEM_HASH_WINDOW : UINT32_MAX, 4);
    char *at = image + PROBLEM_LOOKUP_PILOTS;
    uint32_t index = build->indices[first_taken(build)];
    for (uint32_t bucket = 0; bucket < build->buckets; bucket++)
        at = put(at, build->pilots[bucket], 2);
    for (uint32_t slot = 0; slot < build->slots; slot++) {
        index = is_taken(build, slot) ? build->indices[slot] : index;
        at = put(at, index, 4);
        at = put(at, build->checks[slot], 1);
    }
    return (struct text){image, length};
}

struct text lookup_build(struct arena *arena, const struct lookup_key *keys, size_t count)
{
    struct build build = {.keys = keys, .count = (uint32_t)count};
    build.hashes = arena_array(arena, count, sizeof *build.hashes);
    build.members = arena_array(arena, count, sizeof *build.members);
    for (uint32_t attempt = 0; attempt < ATTEMPTS; attempt++) {
        start_attempt(arena, &build, attempt);
        fill_buckets(&build);
        if (place_buckets(&build))
            return image_of(arena, &build);
    }
    return (struct text){NULL, 0};
}
