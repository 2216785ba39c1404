/*
 * Runs the checks, and decides at which level a finding is reported: a waiver of its problem comes
 * first, then the registry's own `checks`, then the table.
 */
#include "check/checks.h"
#include "leaks/leaks.h"

enum {
    PROBLEMS_AT_ONCE = 64,  /* whose memory the nearest caches hold */
    COMPARED_MAX = 1000000, /* names looked at for suggestions, so that thousands of wrong names in
                               a large registry don't take minutes */
};

/* ---------------------------------------------------------------- the table */

const struct check *check_find(struct text id)
{
    size_t low = 0, high = check_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(id, text_of(checks[middle].id));
        if (order == 0)
            return &checks[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* ---------------------------------------------------------------- levels */

static bool is_waived(const struct check *check, const struct problem_type *problem)
{
    if (problem == NULL || !check->waivable)
        return false;
    for (size_t i = 0; i < problem->extras->allow.count; i++) {
        struct waiver *waiver = &problem->extras->allow.items[i];
        if (!text_is(waiver->check.text, check->id))
            continue;
        waiver->used = true;
        return true;
    }
    return false;
}

/* Of several settings the first counts: the registry's own come before those of its fragments. */
enum check_level check_level_of(const struct registry *registry, const struct check *check)
{
    for (size_t i = 0; check->waivable && i < registry->check_count; i++) {
        const struct check_setting *setting = &registry->checks[i];
        if (text_is(setting->check.text, check->id) && span_is_set(setting->level.span))
            return (enum check_level)setting->level.value;
    }
    return check->severity == SEVERITY_ERROR ? LEVEL_ERROR : LEVEL_WARNING;
}

struct diagnostic *check_report(struct check_run *run, const char *id,
                                const struct problem_type *problem, struct span span,
                                const char *format, ...)
{
    const struct check *check = check_find(text_of(id));
    if (is_waived(check, problem))
        return NULL;
    enum check_level level = check_level_of(run->registry, check);
    if (level == LEVEL_OFF)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    struct text message = arena_vformat(run->arena, format, arguments);
    va_end(arguments);
    return diagnose(run->diagnostics, level == LEVEL_ERROR ? SEVERITY_ERROR : SEVERITY_WARNING,
                    check->id, span, "%.*s", TEXT_ARGS(message));
}

/* ---------------------------------------------------------------- what earlier stages found */

static void gather_faults(struct check_run *run)
{
    size_t count;
    struct diagnostic *const *findings = diagnostics_sorted(run->diagnostics, &count);
    uint32_t *faults = arena_array(run->arena, count, sizeof *faults);
    for (size_t i = 0; i < count; i++)
        if (findings[i]->severity == SEVERITY_ERROR)
            faults[run->fault_count++] = findings[i]->span.begin;
    run->faults = faults;
}

bool check_faulty(const struct check_run *run, uint32_t from, uint32_t to)
{
    size_t low = 0, high = run->fault_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (run->faults[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < run->fault_count && run->faults[low] < to;
}

uint32_t check_problem_end(const struct check_run *run, const struct problem_type *problem)
{
    const struct registry *registry = run->registry;
    const struct source *source = source_of(run->sources, problem->code.span);
    uint32_t end = source ? source->base + (uint32_t)source->bytes.length : UINT32_MAX;
    if (problem->index + 1 == registry->problem_count)
        return end;
    uint32_t next = registry->problems[problem->index + 1].code.span.begin;
    return next > problem->code.span.begin && next < end ? next : end;
}

bool check_faulty_problem(const struct check_run *run, const struct problem_type *problem)
{
    return run->fault_count &&
           check_faulty(run, problem->code.span.begin, check_problem_end(run, problem));
}

/* ---------------------------------------------------------------- suggestions */

struct text check_nearest(struct check_run *run, struct text wrong,
                          struct text (*name)(const void *context, size_t i), const void *context,
                          size_t count)
{
    if (run->compared + count > COMPARED_MAX)
        return (struct text){NULL, 0};
    run->compared += count;
    return text_nearest(wrong, name, context, count);
}

/* ---------------------------------------------------------------- the run */

static void check_whole(struct check_run *run)
{
    struct arena_mark mark = arena_mark(run->arena);
    for (size_t i = 0; i < check_count; i++) {
        if (checks[i].function)
            checks[i].function(run);
        arena_release(run->arena, mark); /* findings have copies of what they say */
    }
}

/* Check by check: what one has read is near when the next one comes. */
static void check_some(struct check_run *run, const struct problem_type *problems, size_t count)
{
    struct arena_mark mark = arena_mark(run->arena);
    for (size_t i = 0; i < check_count; i++) {
        problem_check *each = checks[i].each;
        for (size_t j = 0; each && j < count; j++)
            each(run, &problems[j]);
        arena_release(run->arena, mark);
    }
    for (size_t j = 0; j < count; j++) /* when all others have had the chance to use them */
        check_unused_waivers(run, &problems[j]);
}

void check_registry(const struct registry *registry, struct text today, struct arena *arena,
                    const struct sources *sources, struct diagnostics *diagnostics)
{
    struct arena *scratch = arena_create_within(arena);
    struct check_run run = {
        .registry = registry,
        .today = today,
        .arena = scratch,
        .sources = sources,
        .diagnostics = diagnostics,
        .leaks = leak_scanner_create(scratch),
        .leaks_off = check_leaks_are_off(registry),
    };
    gather_faults(&run);
    check_whole(&run);
    for (size_t i = 0; i < registry->problem_count; i += PROBLEMS_AT_ONCE) {
        size_t left = registry->problem_count - i;
        diagnostics_progress(diagnostics, "checking", i, registry->problem_count);
        check_some(&run, registry->problems + i, left < PROBLEMS_AT_ONCE ? left : PROBLEMS_AT_ONCE);
    }
    arena_clear(scratch);
}
