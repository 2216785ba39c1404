/*
 * The parts of the benchmark. Each prints its races and adds to the figures; false: what should be
 * equal is not.
 */
#ifndef BENCH_H
#define BENCH_H

#include <stdbool.h>
#include <stdio.h>

/* Directory of the modules that were built: peers, registries, perfect hashes of others. */
bool bench_bodies(const char *modules, FILE *figures);
bool bench_ids(FILE *figures);
bool bench_texts(FILE *figures);
bool bench_many(const char *modules, FILE *figures);
bool bench_lookups(const char *modules, FILE *figures);
void bench_tables(FILE *figures); /* of the registry that bench_lookups has taken */

/* A symbol of a module; NULL, with a line about it, where there is no such module. */
void *bench_symbol(const char *modules, const char *module, const char *symbol);

#endif
