/*
 * The command diff: both registries are read, the new one is checked, and what has changed between
 * them is printed.
 */
#include "check/check.h"
#include "diff/diff.h"
#include "git/git.h"
#include "report/report.h"
#include "run.h"

/* ---------------------------------------------------------------- both registries */

/* The path of the old registry: in a revision, that of the new one behind the store's prefix. */
static bool find_old(struct run *run, struct source_store *store, const char **path)
{
    const char *const *operands = run->options->operands.items;
    const char *revision = run->options->against;
    struct text why, help;
    *path = operands[0];
    if (revision == NULL)
        return true;
    if (!git_open(revision, operands[0], run->arena, store, &why, &help)) {
        run_complain(run, arena_format(run->arena, "cannot compare with git:%s: %.*s", revision,
                                       TEXT_ARGS(why)));
        if (help.length)
            run_hint(run, help);
        return false;
    }
    sources_add_store(run->sources, store);
    *path = arena_format(run->arena, "%.*s%s", TEXT_ARGS(store->prefix), operands[0]).bytes;
    return true;
}

/* The size of the largest response; 0 for a registry that today's checks refuse. */
static size_t size_of(struct run *run, const struct registry *registry)
{
    struct diagnostics *unsaid = diagnostics_create(run->arena, run->sources);
    struct image image;
    check_registry(registry, TEXT(""), run->arena, run->sources, unsaid);
    if (diagnostics_count(unsaid, SEVERITY_ERROR))
        return 0;
    image_build(registry, run->arena, &image);
    return image.response_max;
}

/* Warnings are for `problemc check` to give: here only what hinders the comparison counts. */
static void keep_errors(struct run *run)
{
    size_t count;
    struct diagnostic *const *all = diagnostics_sorted(run->diagnostics, &count);
    run->diagnostics = diagnostics_create(run->arena, run->sources);
    for (size_t i = 0; i < count; i++) {
        if (all[i]->severity != SEVERITY_ERROR)
            continue;
        struct diagnostic *kept = diagnose(run->diagnostics, SEVERITY_ERROR, all[i]->id,
                                           all[i]->span, "%.*s", TEXT_ARGS(all[i]->message));
        kept->help = all[i]->help;
        kept->notes = all[i]->notes;
    }
}

/* ---------------------------------------------------------------- what has changed */

static void print(struct run *run, const struct registry *registry, const struct diff *diff)
{
    run->diagnostics = diagnostics_create(run->arena, run->sources); /* about changes alone */
    switch (run->options->format) {
    case FORMAT_TEXT:
        diff_print_text(diff, run->sources, run->display->colour_out, &run->out);
        return;
    case FORMAT_JSON:
        diff_print_json(diff, run->sources, &run->out);
        return;
    case FORMAT_SARIF: {
        struct report_rule *rules = arena_array(run->arena, diff_rule_count, sizeof *rules);
        for (size_t i = 0; i < diff_rule_count; i++)
            rules[i] = (struct report_rule){
                diff_rules[i].id,
                diff_rules[i].verdict == VERDICT_BREAKING ? SEVERITY_ERROR : SEVERITY_WARNING,
                diff_rules[i].doc};
        diff_findings(diff, registry->name.span, run->arena, run->diagnostics);
        report_sarif(run->diagnostics, &(struct report_rules){rules, diff_rule_count}, &run->out);
        return;
    }
    case FORMAT_GITHUB:
        diff_findings(diff, registry->name.span, run->arena, run->diagnostics);
        report_github(run->diagnostics, &run->out);
        return;
    }
}

static bool breaks(const struct diff *diff, bool strict)
{
    return diff->by_verdict[VERDICT_BREAKING] ||
           (strict && (diff->by_verdict[VERDICT_RISKY] || diff->by_verdict[VERDICT_SOURCE]));
}

/* The old registry is what it is: a check that came after it can't stop the comparison. */
void run_diff(struct run *run)
{
    const struct options *options = run->options;
    struct registry *old, *new;
    struct source_store store;
    struct image image;
    const char *old_path, *new_path = options->operands.items[options->operands.count - 1];
    struct diff diff;
    if (!find_old(run, &store, &old_path))
        return;
    bool read = run_read(run, old_path, &old);
    if (!run_load(run, new_path, &new) || !read || !run_build(run, new, &image)) {
        run->unusable = true;
        keep_errors(run);
        return;
    }
    struct diff_request request = {
        .old = old,
        .new = new,
        .today = text_of(options->today),
        .old_response_max = size_of(run, old),
        .new_response_max = image.response_max,
    };
    diff_registries(&request, run->arena, &diff);
    print(run, new, &diff);
    run->refused = breaks(&diff, options->strict);
    run->reported = true;
}
