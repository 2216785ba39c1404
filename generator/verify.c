/*
 * problemc verify: responses on standard input or in files, against a registry.
 */
#include "verify/verify.h"

#include "run.h"

/* The problem that --expect names; false, and said so, where no answer can be that. */
static bool expected_problem(struct run *run, const struct registry *registry,
                             const struct problem_type **expected)
{
    const char *code = run->options->expect;
    if (code == NULL)
        return true;
    *expected = registry_problem(registry, text_of(code));
    if (*expected == NULL) {
        run_no_problem(run, registry, code);
        return false;
    }
    const struct problem_type *shown = (*expected)->extras->concealed_as;
    if (shown)
        run_complain(run, arena_format(run->arena, "%s is concealed: callers get %.*s, expect that",
                                       code, TEXT_ARGS(shown->code.text)));
    return shown == NULL;
}

static struct text finding_id(const void *context, size_t i)
{
    (void)context;
    return text_of(verify_findings[i].id);
}

static bool know_allowed(struct run *run)
{
    for (size_t i = 0; i < run->options->allowed.count; i++) {
        struct text id = text_of(run->options->allowed.items[i]);
        if (verify_find(id))
            continue;
        struct text nearest = text_nearest(id, finding_id, NULL, verify_finding_count);
        run_complain(run, arena_format(run->arena, "no finding has the id %s", id.bytes));
        if (nearest.length)
            buffer_format(&run->messages, "did you mean %.*s?\n", TEXT_ARGS(nearest));
        return false;
    }
    return true;
}

/* Input `i`: standard input, or the file that is named behind the registry. */
static const struct source *input(struct run *run, size_t i)
{
    const struct options *options = run->options;
    const struct source *source = NULL;
    enum source_result result =
        options_read_input(options)
            ? source_add_bytes(run->sources, "<stdin>", options->input, run->diagnostics, &source)
            : source_read_bytes(run->sources, options->operands.items[i + 1], run->diagnostics,
                                &source);
    run->unusable = run->unusable || result != SOURCE_OK;
    return result == SOURCE_OK ? source : NULL;
}

static void print(struct run *run, const struct verdicts *verdicts)
{
    bool strict = run->options->strict;
    switch (run->options->verify_format) {
    case VERIFY_TEXT:
        verify_print_text(verdicts, strict, run->display->colour_out, &run->out);
        return;
    case VERIFY_JSON:
        verify_print_json(verdicts, strict, run->sources, &run->out);
        return;
    case VERIFY_TAP:
        verify_print_tap(verdicts, strict, &run->out);
        return;
    }
}

void run_verify(struct run *run)
{
    const struct options *options = run->options;
    size_t inputs = options_read_input(options) ? 1 : options->operands.count - 1;
    struct verify_request request = {.head = options->head,
                                     .allowed = options->allowed.items,
                                     .allowed_count = options->allowed.count};
    struct verdicts verdicts = {NULL, 0};
    struct registry *registry;
    struct image image;
    if (!run_load(run, options->operands.items[0], &registry) ||
        !run_build(run, registry, &image) || !expected_problem(run, registry, &request.expected) ||
        !know_allowed(run))
        return;
    request.registry = registry;
    request.image = &image;
    struct verifier *verifier = verifier_create(&request, run->sources, run->arena);
    for (size_t i = 0; i < inputs; i++) {
        struct text why;
        const struct source *source = input(run, i);
        if (source && !verify_source(verifier, source, &verdicts, &why))
            run_complain(run, why);
    }
    for (size_t i = 0; i < verdicts.count; i++)
        run->refused = run->refused || !verdict_ok(&verdicts.items[i], options->strict);
    if (verdicts.count)
        print(run, &verdicts);
}
