/*
 * The parts of the benchmark. Each prints its races; false: what should be equal is not.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stdio.h>

/* Directory of the modules that were built: peers, registries, perfect hashes of others. */
bool bench_bodies(const char *modules, FILE *json);
bool bench_ids(FILE *json);
bool bench_texts(FILE *json);
bool bench_many(const char *modules, FILE *json);
bool bench_lookups(const char *modules, FILE *json);

/* A symbol of a module; NULL, with a line about it, where there is no such module. */
void *bench_symbol(const char *modules, const char *module, const char *symbol);

#endif
