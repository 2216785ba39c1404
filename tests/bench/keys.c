#include "keys.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 80 };

struct keys keys;

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

/* A copy, one right behind the other. */
static struct key copy(struct key key)
{
    char *text = keys.texts + keys.used;
    memcpy(text, key.text, key.length + 1);
    keys.used += key.length + 1;
    return (struct key){text, key.length};
}

/* Ids have gaps of up to 8. */
static void take_codes(void)
{
    struct problem_info info;
    size_t found = 0;
    for (uint32_t number = 1; found < keys.count; number++) {
        if (!problem_describe(keys.registry, number, &info))
            continue;
        keys.codes[found++] = copy((struct key){info.code, strlen(info.code)});
        keys.direct[number] = (uint32_t)found;
        keys.last = number;
    }
    qsort(keys.codes, keys.count, sizeof *keys.codes, compare);
}

static uint32_t number_of(struct key code)
{
    struct problem_info info;
    problem_describe(keys.registry, problem_find_code(keys.registry, code.text, code.length),
                     &info);
    return info.number;
}

static void choose_queries(void)
{
    for (size_t i = 0; i < QUERIES; i++) {
        keys.hits[i] = copy(keys.codes[random_below(keys.count)]);
        keys.same[i] = keys.hits[0];
        keys.numbers[i] = number_of(keys.hits[i]);
    }
    for (size_t i = 0; i < QUERIES; i++) {
        keys.misses[i] = copy(keys.hits[i]);
        keys.texts[keys.used - 1 - 1 - random_below(keys.misses[i].length)] = '_';
    }
}

bool keys_take(const char *modules, size_t count)
{
    char module[32], symbol[64];
    snprintf(module, sizeof module, "b%zu", count);
    snprintf(symbol, sizeof symbol, "b%zu_problem_tables", count);
    keys.registry = bench_symbol(modules, module, symbol);
    if (keys.registry == NULL)
        return false;
    keys.count = count;
    keys.codes = array(count, sizeof *keys.codes);
    keys.direct = array(count * 9 + 2, sizeof *keys.direct);
    keys.texts = array(count + 2 * QUERIES, LONGEST);
    keys.used = 0;
    take_codes();
    choose_queries();
    return true;
}

void keys_release(void)
{
    free(keys.codes);
    free(keys.direct);
    free(keys.texts);
}
