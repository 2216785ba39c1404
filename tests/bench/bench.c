/*
 * How fast the runtime is beside others that write the same bytes or find the same keys.
 *
 *     bench MODULES FIGURES
 *
 * MODULES is where the build put peers and registries as modules; what it could not build is
 * skipped with a line. Medians go to the end of the file FIGURES.
 */
#define _GNU_SOURCE 1 /* RTLD_DEEPBIND */

#include "bench.h"
#include "race.h"

#include <dlfcn.h>
#include <stdlib.h>

/* Some peers export the same names: each sees its own. */
void *bench_symbol(const char *modules, const char *module, const char *symbol)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s.so", modules, module);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    void *found = handle != NULL ? dlsym(handle, symbol) : NULL;
    if (found == NULL)
        printf("skipped: %s was not built\n", module);
    return found;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: bench MODULES FIGURES\n", stderr);
        return 2;
    }
    FILE *figures = fopen(arguments[2], "a");
    if (figures == NULL) {
        perror(arguments[2]);
        return EXIT_FAILURE;
    }
    race_pin();
    printf("medians of %d rounds in turns; the last column is the ratio to the race's unit\n",
           RACE_ROUNDS);
    bool equal = bench_bodies(arguments[1], figures) && bench_ids(figures) &&
                 bench_texts(figures) && bench_many(arguments[1], figures) &&
                 bench_lookups(arguments[1], figures);
    return fclose(figures) == 0 && equal ? EXIT_SUCCESS : EXIT_FAILURE;
}
