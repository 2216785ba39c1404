/*
 * Bodies and whole occurrences, over 16 sets of values, against those who write the same.
 */
#include "bench.h"
#include "peer.h"
#include "race.h"
#include "uuid_text.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

enum { SETS = 16, PEERS = 7, LONGEST = 320, OPERATIONS = 256 };

/* Few enough sets for the nearest cache, so that one pass over them warms it. A round of the
 * slowest peer takes less than a millisecond: longer ones would count what others on the machine
 * take. */
static struct work_raised raised[SETS], constant[SETS], violated;
static struct peer_values values[SETS];
static struct peer_id ids[SETS];
static char accounts[SETS][16];
static WORK_ALIGNED char bodies[SETS][LONGEST], fixed_bodies[SETS][LONGEST];
static size_t body_lengths[SETS], fixed_lengths[SETS];

static struct peer_place places[WORK_VIOLATIONS];
static char pointers[WORK_VIOLATIONS][32];
static WORK_ALIGNED char violations[WORK_BUFFER];
static size_t violations_length;
static WORK_ALIGNED char buffer[WORK_BUFFER];

static void set_id(struct problem *problem, const struct peer_id *id)
{
    memcpy(problem->occurrence, id->bytes, sizeof id->bytes);
    problem->has_occurrence = 1;
}

static void prepare_set(size_t i)
{
    struct problem *problem = &raised[i].problem, *without = &constant[i].problem;
    struct work_values chosen = {(int64_t)(1000 + i * 137), (int64_t)(9000 - i * 41), accounts[i]};
    snprintf(accounts[i], sizeof accounts[i], "acct-%06zu", i * 3907);
    work_raise(problem, &chosen);
    work_raise_constant(without);
    problem_occurrence(problem, ids[i].text);
    memcpy(ids[i].bytes, problem->occurrence, sizeof ids[i].bytes);
    set_id(without, &ids[i]);
    values[i] = (struct peer_values){chosen.balance, chosen.cost, accounts[i], &ids[i]};
    body_lengths[i] = work_body(problem, buffer);
    memcpy(bodies[i], buffer, body_lengths[i]);
    fixed_lengths[i] = work_body(without, buffer);
    memcpy(fixed_bodies[i], buffer, fixed_lengths[i]);
}

static void prepare(void)
{
    for (size_t i = 0; i < SETS; i++)
        prepare_set(i);
    work_raise_violations(&violated.problem);
    set_id(&violated.problem, &ids[0]);
    violations_length = work_body(&violated.problem, violations);
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
        size_t length = peer->body(&values[i], buffer, sizeof buffer);
        if (!same(peer, "body", length, bodies[i], body_lengths[i]))
            return false;
        if (peer->differs != NULL)
            break;
    }
    size_t length = peer->constant(&ids[0], buffer, sizeof buffer);
    bool equal = same(peer, "constant body", length, fixed_bodies[0], fixed_lengths[0]);
    length = peer->violations(&ids[0], places, WORK_VIOLATIONS, buffer, sizeof buffer);
    return same(peer, "field errors", length, violations, violations_length) && equal;
}

/* ------------------------------------------------------------------ runners */

static void copy_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, bodies[i % SETS], body_lengths[i % SETS]);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

static void copy_fixed(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, fixed_bodies[i % SETS], fixed_lengths[i % SETS]);
        __asm__ volatile("" : : "r"(buffer) : "memory");
    }
}

/* What a body without members is, by hand: a copy, and the id over zeros. */
static void copy_fixed_and_id(void *context, size_t operations)
{
    size_t at = *(const size_t *)context;
    for (size_t i = 0; i < operations; i++) {
        memcpy(buffer, fixed_bodies[i % SETS], fixed_lengths[i % SETS]);
        put_uuid(buffer + at, ids[i % SETS].bytes);
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
        race_sink += work_body(&raised[i % SETS].problem, buffer);
}

static void our_raised_bodies(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        const struct peer_values *given = &values[i % SETS];
        const struct work_values ours = {given->balance, given->cost, given->account};
        work_raise(&raised[i % SETS].problem, &ours);
        race_sink += work_body(&raised[i % SETS].problem, buffer);
    }
}

static void our_fixed(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(&constant[i % SETS].problem, buffer);
}

static void our_violations(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++)
        race_sink += work_body(&violated.problem, buffer);
}

/* A round is so short that the first of its copies would weigh, behind peers that fill the caches.
 */
static void warm_violations(void)
{
    copy_violations(NULL, 1);
    our_violations(NULL, 1);
}

static void our_occurrences(void *context, size_t operations)
{
    (void)context;
    for (size_t i = 0; i < operations; i++) {
        const struct peer_values *given = &values[i % SETS];
        const struct work_values ours = {given->balance, given->cost, given->account};
        race_sink += work_occurrence(&ours, buffer);
    }
}

static void peer_bodies(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->body(&values[i % SETS], buffer, sizeof buffer);
}

static void peer_fixed(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->constant(&ids[i % SETS], buffer, sizeof buffer);
}

static void peer_violations(void *context, size_t operations)
{
    const struct peer *peer = context;
    for (size_t i = 0; i < operations; i++)
        race_sink += peer->violations(&ids[0], places, WORK_VIOLATIONS, buffer, sizeof buffer);
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

static void race_bodies(struct peer **peers, size_t count, FILE *figures)
{
    struct race body = {.name = "body", .operations = OPERATIONS};
    race_add(&body, "memcpy", copy_bodies, NULL);
    race_add(&body, "problemc", our_bodies, NULL);
    race_add(&body, "problemc, raised anew", our_raised_bodies, NULL);
    for (size_t i = 0; i < count; i++)
        race_add(&body, peers[i]->name, peer_bodies, peers[i]);
    race_run(&body, 0, figures);
}

static void race_fixed(struct peer **peers, size_t count, FILE *figures)
{
    struct race fixed = {.name = "body without members", .operations = OPERATIONS};
    size_t id =
        (size_t)(strstr(fixed_bodies[0], "urn:uuid:") - fixed_bodies[0]) + strlen("urn:uuid:");
    race_add(&fixed, "memcpy", copy_fixed, NULL);
    race_add(&fixed, "memcpy and the id as text", copy_fixed_and_id, &id);
    race_add(&fixed, "problemc", our_fixed, NULL);
    for (size_t i = 0; i < count; i++)
        race_add(&fixed, peers[i]->name, peer_fixed, peers[i]);
    race_run(&fixed, 0, figures);
}

static void race_violations(struct peer **peers, size_t count, FILE *figures)
{
    struct race errors = {.name = "20 field errors", .operations = 64};
    race_add_after(&errors, "memcpy", warm_violations, copy_violations, NULL);
    race_add_after(&errors, "problemc", warm_violations, our_violations, NULL);
    for (size_t i = 0; i < count; i++)
        race_add(&errors, peers[i]->name, peer_violations, peers[i]);
    race_run(&errors, 0, figures);
}

static void race_occurrences(FILE *figures)
{
    struct race whole = {.name = "occurrence", .operations = OPERATIONS};
    race_add(&whole, "memcpy of the body", copy_bodies, NULL);
    race_add(&whole, "problemc", our_occurrences, NULL);
    race_run(&whole, 0, figures);
}

bool bench_bodies(const char *modules, FILE *figures)
{
    struct peer *peers[PEERS];
    size_t count = find_peers(modules, peers);
    prepare();
    for (size_t i = 0; i < count; i++)
        if (!is_equal(peers[i]))
            return false;
    race_bodies(peers, count, figures);
    race_fixed(peers, count, figures);
    race_violations(peers, count, figures);
    race_occurrences(figures);
    return true;
}
