/*
 * The checks: what problemc knows about good and safe error registries. Each is a row in one table
 * (checks.c) with an id, a severity, a line of documentation and a function; ids of findings that
 * earlier stages report stand there too, without a function, so that every id is documented in one
 * place.
 */
#ifndef PROBLEMC_CHECK_CHECK_H
#define PROBLEMC_CHECK_CHECK_H

#include "registry.h"
#include "source/diagnostic.h"

struct check_run;
struct problem_type;
typedef void check_function(struct check_run *run);
typedef void problem_check(struct check_run *run, const struct problem_type *problem);

struct check {
    const char *id;
    enum severity severity;
    bool waivable; /* `checks` may change its level, and `allow` may waive it for one problem */
    const char *doc;
    check_function *function; /* for all that has to be seen together, */
    problem_check *each;      /* and for each problem; none: reported by other stages or rows */
};

extern const struct check checks[]; /* sorted by id */
extern const size_t check_count;

const struct check *check_find(struct text id); /* NULL: there is none */

/*
 * Runs every check over the model: first their functions, then on each problem those that look at
 * one, some problems at a time. Takes time linear in the registry; finds fault even in a registry
 * that was read only in part. `today` is YYYY-MM-DD, or empty: then dates are not judged, as builds
 * must come out the same on any day.
 */
void check_registry(const struct registry *registry, struct text today, struct arena *arena,
                    const struct sources *sources, struct diagnostics *diagnostics);

/* ---------------------------------------------------------------- for the checks themselves */

struct check_run {
    const struct registry *registry;
    struct text
        today; /* YYYY-MM-DD; empty: dates are not judged, so that builds are reproducible */
    struct arena *arena;
    const struct sources *sources;
    struct diagnostics *diagnostics;
    const struct leak_scanner *leaks;
    bool leaks_off;         /* check_leaks_are_off */
    const uint32_t *faults; /* where earlier stages found errors, sorted */
    size_t fault_count;
    size_t compared; /* names that were looked at for suggestions */
};

enum check_level check_level_of(const struct registry *registry, const struct check *check);

/*
 * Reports a finding of check `id` about `problem` (NULL: about no single problem) at the level that
 * the registry gives it. NULL when it is waived or off: then there is nothing to add notes to.
 * Marks the waiver as used.
 */
struct diagnostic *check_report(struct check_run *run, const char *id,
                                const struct problem_type *problem, struct span span,
                                const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Like diagnostic_note and diagnostic_help, for a finding that may be NULL. */
#define check_note(finding, ...) ((finding) ? diagnostic_note((finding), __VA_ARGS__) : (void)0)
#define check_help(finding, ...) ((finding) ? diagnostic_help((finding), __VA_ARGS__) : (void)0)

/*
 * Whether an earlier stage found an error in the offsets [from, to), or in the text of the problem.
 * What seems to be missing there may only be unreadable, so nothing more should be said about it.
 */
bool check_faulty(const struct check_run *run, uint32_t from, uint32_t to);
bool check_faulty_problem(const struct check_run *run, const struct problem_type *problem);

/* Where the text of a problem ends, at the latest. */
uint32_t check_problem_end(const struct check_run *run, const struct problem_type *problem);

/* text_nearest within a bound on the work of a whole run; empty when there is none. */
struct text check_nearest(struct check_run *run, struct text wrong,
                          struct text (*name)(const void *context, size_t i), const void *context,
                          size_t count);

#endif
