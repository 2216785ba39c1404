/*
 * Bodies and whole occurrences, over 256 sets of values, against those who write the same.
 */
#include "bench.h"
#include "peer.h"
#include "race.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

enum { SETS = 256, PEERS = 7 };

static struct {
    struct problem raised, constant, violated;
    struct peer_values values;
    char account[16];
    struct peer_id id;
    char body[512], fixed[512];
    size_t body_length, fixed_length;
} sets[SETS];

static struct peer_place places[WORK_VIOLATIONS];
static char pointers[WORK_VIOLATIONS][32], violations[WORK_BUFFER];
static size_t violations_length;
static char buffer[WORK_BUFFER];

static void prepare(void)
{
    for (size_t i = 0; i < SETS; i++) {
        struct work_values values = {(int64_t)(1000 + i * 37), (int64_t)(9000 - i * 11),
                                     sets[i].account};
        snprintf(sets[i].account, sizeof sets[i].account, "acct-%06zu", i * 3907);
        work_raise(&sets[i].raised, &values);
        work_raise_constant(&sets[i].constant);
        problem_occurrence(&sets[i].raised, sets[i].id.text);
        memcpy(sets[i].id.bytes, sets[i].raised.occurrence, sizeof sets[i].id.bytes);
        memcpy(sets[i].constant.occurrence, sets[i].raised.occurrence, 16);
        sets[i].constant.has_occurrence = 1;
        sets[i].values =
            (struct peer_values){values.balance, values.cost, sets[i].account, &sets[i].id};
        sets[i].body_length = work_body(&sets[i].raised, buffer);
        memcpy(sets[i].body, buffer, sets[i].body_length);
        sets[i].fixed_length = work_body(&sets[i].constant, buffer);
        memcpy(sets[i].fixed, buffer, sets[i].fixed_length);
    }
    struct problem *violated = &sets[0].violated;
    work_raise_violations(violated);
    memcpy(violated->occurrence, sets[0].raised.occurrence, 16);
    violated->has_occurrence = 1;
    violations_length = work_body(violated, violations);
    for (size_t i = 0; i < WORK_VIOLATIONS; i++) {
        snprintf(pointers[i], sizeof pointers[i], "/items/%02zu/price", i);
        places[i] = (struct peer_place){pointers[i], 1 + (int64_t)i % 5};
    }
}

/* ------------------------------------------------------------------ equal bytes */

static bool same(const struct peer *peer, const char *what, size_t length, const char *expected,
                 size_t expected_length)
{
    if (length == expected_length && memcmp(buffer, expected, length) == 0)
        return true;
    printf("%s: its %s differs from ours%s%s\n", peer->name, what,
           peer->differs != NULL ? ": " : "", peer->differs != NULL ? peer->differs : "");
    if (peer->differs == NULL)
        printf("  %.*s\n  %.*s\n", (int)length, buffer, (int)expected_length, expected);
    return peer->differs != NULL;
}

static bool is_equal(const struct peer *peer)
{
    for (size_t i = 0; i < SETS; i++) {
        size_t length = peer->body(&sets[i].values, buffer, sizeof buffer);
        if (!same(peer, "body", length, sets[i].body, sets[i].body_length))
            return false;
        if (peer->differs != NULL)
            break;
    }
    size_t length = peer->constant(&sets[0].id, buffer, sizeof buffer);
    bool equal = same(peer, "constant body", length, sets[0].fixed, sets[0].fixed_length);
    length = peer->violations(&sets[0].id, places, WORK_VIOLATIONS, buffer, sizeof buffer);
    return same(peer, "field errors", length, violations, violations_length) && equal;
}

/* ------------------------------------------------------------------ runners */

static void copy_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, sets[i % SETS].body, sets[i % SETS].body_length);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void copy_fixed(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, sets[i % SETS].fixed, sets[i % SETS].fixed_length);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void copy_violations(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, violations, violations_length);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void our_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(&sets[i % SETS].raised, buffer);
}

static void our_raised_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        const struct peer_values *values = &sets[i % SETS].values;
        const struct work_values ours = {values->balance, values->cost, values->account};
        work_raise(&sets[i % SETS].raised, &ours);
        race_sink += work_body(&sets[i % SETS].raised, buffer);
    }
}

static void our_fixed(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(&sets[i % SETS].constant, buffer);
}

static void our_violations(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(&sets[0].violated, buffer);
}

static void our_occurrences(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        const struct peer_values *values = &sets[i % SETS].values;
        const struct work_values ours = {values->balance, values->cost, values->account};
        race_sink += work_occurrence(&ours, buffer);
    }
}

static void peer_bodies(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->body(&sets[i % SETS].values, buffer, sizeof buffer);
}

static void peer_fixed(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->constant(&sets[i % SETS].id, buffer, sizeof buffer);
}

static void peer_violations(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->violations(&sets[0].id, places, WORK_VIOLATIONS, buffer, sizeof buffer);
}

/* ------------------------------------------------------------------ */

static size_t find_peers(const char *modules, struct peer **peers)
{
    static const struct {
        const char *module, *symbol;
    } all[PEERS] = {{"peer_snprintf", "bench_peer"},  {"peer_snprintf", "bench_peer_naive"},
                    {"peer_rapidjson", "bench_peer"}, {"peer_yajl", "bench_peer"},
                    {"peer_json_c", "bench_peer"},    {"peer_cjson", "bench_peer"},
                    {"peer_jansson", "bench_peer"}};
    size_t count = 0;
    for (size_t i = 0; i < PEERS; i++) {
        struct peer *found = bench_symbol(modules, all[i].module, all[i].symbol);
        if (found != NULL)
            peers[count++] = found;
    }
    return count;
}

bool bench_bodies(const char *modules, FILE *json)
{
    struct peer *peers[PEERS];
    size_t count = find_peers(modules, peers);
    prepare();
    for (size_t i = 0; i < count; i++)
        if (!is_equal(peers[i]))
            return false;

    struct race body = {
        .name = "body of 284 bytes, id given", .goal = "5 x memcpy", .operations = SETS};
    struct race fixed = {
        .name = "body without members, id given", .goal = "1.2 x memcpy", .operations = SETS};
    struct race errors = {
        .name = "body of 20 field errors", .goal = "10 x memcpy", .operations = 64};
    race_add(&body, "memcpy", copy_bodies, NULL);
    race_add(&body, "problemc", our_bodies, NULL);
    race_add(&body, "problemc, raised anew", our_raised_bodies, NULL);
    race_add(&fixed, "memcpy", copy_fixed, NULL);
    race_add(&fixed, "problemc", our_fixed, NULL);
    race_add(&errors, "memcpy", copy_violations, NULL);
    race_add(&errors, "problemc", our_violations, NULL);
    for (size_t i = 0; i < count; i++) {
        race_add(&body, peers[i]->name, peer_bodies, peers[i]);
        race_add(&fixed, peers[i]->name, peer_fixed, peers[i]);
        race_add(&errors, peers[i]->name, peer_violations, peers[i]);
    }
    race_run(&body, 0, json);
    race_run(&fixed, 0, json);
    race_run(&errors, 0, json);

    struct race whole = {.name = "whole occurrence: raise, fresh id, headers, body, record",
                         .goal = "14 x memcpy of the body",
                         .operations = SETS};
    race_add(&whole, "memcpy of the body", copy_bodies, NULL);
    race_add(&whole, "problemc", our_occurrences, NULL);
    race_run(&whole, 0, json);
    return true;
}
