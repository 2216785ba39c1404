#include "driver.h"

#include "check/check.h"
#include "docs/docs.h"
#include "openapi/openapi.h"
#include "render/render.h"
#include "report/report.h"
#include "run.h"
#include "view/view.h"

/* ---------------------------------------------------------------- commands */

/* A page that is gone is a type URI that leads nowhere for those who have seen it. */
static void report_removed(struct run *run, const char *directory, const struct paths *removed)
{
    size_t before = diagnostics_count(run->diagnostics, SEVERITY_WARNING);
    for (size_t i = 0; i < removed->count; i++) {
        struct text path = removed->items[i];
        if (!text_ends_with(path, TEXT("/index.md")))
            continue;
        struct text page = text_slice(path, 0, path.length - TEXT("index.md").length);
        struct diagnostic *finding = diagnose(
            run->diagnostics, SEVERITY_WARNING, "page-removed", (struct span){0, 0},
            "%s/%.*s is removed: nothing has that page any more", directory, TEXT_ARGS(page));
        if (diagnostics_count(run->diagnostics, SEVERITY_WARNING) == before + 1)
            diagnostic_help(finding,
                            "a retired code keeps a page when it is listed under reserved");
    }
}

/* The depfile of a directory is none of its files. */
static void write_depfile(struct run *run, const struct outputs *targets, size_t inputs)
{
    struct outputs *outputs = outputs_begin(run->arena, run->diagnostics);
    run_end_outputs(run, outputs, run_write_depfile(run, outputs, targets, inputs));
}

/* DIR of -o, without slashes at its end; but / is one. */
static const char *output_directory(struct run *run)
{
    struct text path = text_of(run->options->output);
    while (path.length > 1 && path.bytes[path.length - 1] == '/')
        path.length--;
    return arena_copy(run->arena, path).bytes;
}

/* Every registry's findings are shown before any page is made. */
static void docs(struct run *run)
{
    size_t count = run->options->operands.count;
    struct docs_registry *registries = arena_array(run->arena, count, sizeof *registries);
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        struct registry *registry;
        struct image *image = arena_allocate(run->arena, sizeof *image);
        fine = run_load(run, run->options->operands.items[i], &registry) &&
               run_build(run, registry, image) && fine;
        if (fine)
            registries[i] =
                (struct docs_registry){registry, image, view_create(registry, image, run->arena)};
    }
    struct docs_site site = {
        .registries = registries,
        .count = count,
        .for_operator = run->options->audience == DOCS_OPERATOR,
        .directory = output_directory(run),
        .templates = run_embedded,
        .context = run,
    };
    size_t inputs = sources_count(run->sources);
    struct paths removed;
    if (!fine)
        return;
    struct outputs *outputs = outputs_begin(run->arena, run->diagnostics);
    fine = docs_write(&site, run->arena, run->diagnostics, outputs);
    if (run_end_directory(run, site.directory, outputs, fine, &removed)) {
        report_removed(run, site.directory, &removed);
        write_depfile(run, outputs, inputs);
    }
}

static void check(struct run *run)
{
    for (size_t i = 0; i < run->options->operands.count; i++) {
        struct registry *registry;
        struct image image;
        if (run_load(run, run->options->operands.items[i], &registry))
            run_build(run, registry, &image);
    }
}

static void render(struct run *run)
{
    const struct options *options = run->options;
    const char *const *operands = options->operands.items;
    struct registry *registry;
    struct image image;
    struct text error;
    if (!run_load(run, operands[0], &registry) || !run_build(run, registry, &image))
        return;
    const struct problem_type *problem = registry_problem(registry, text_of(operands[1]));
    if (problem == NULL) {
        run_no_problem(run, registry, operands[1]);
        return;
    }
    struct render_request request = {
        .problem = problem,
        .values = operands + 2,
        .value_count = options->operands.count - 2,
        .violations = options->violations.items,
        .violation_count = options->violations.count,
        .id = options->id,
        .accept = options->accept,
        .head = options->head,
    };
    if (!render_response(registry, &image, &request, run->arena, &run->out, &error))
        run_complain(run, error);
}

static bool write_document(struct run *run, const struct value *document, const char *path,
                           struct outputs *outputs)
{
    const struct sink sink = outputs_sink(outputs);
    struct buffer out = buffer_into(run->arena, &sink);
    if (!outputs_open(outputs, text_of(path)))
        return false;
    openapi_print(document, path, &out);
    return buffer_finish(&out) && outputs_close(outputs) &&
           run_write_depfile(run, outputs, outputs, sources_count(run->sources));
}

static void openapi(struct run *run)
{
    const char *path = run->options->output;
    struct registry *registry;
    struct image image;
    if (!run_load(run, run->options->operands.items[0], &registry) ||
        !run_build(run, registry, &image))
        return;
    if (!openapi_prints(path)) {
        run_complain(run,
                     arena_format(run->arena, "%s ends in neither .yaml, .yml nor .json", path));
        return;
    }
    const struct value *document = openapi_document(registry, &image, run->arena);
    if (path == NULL) {
        openapi_print(document, path, &run->out);
        return;
    }
    struct outputs *outputs = outputs_begin(run->arena, run->diagnostics);
    run_end_outputs(run, outputs, write_document(run, document, path, outputs));
}

static void explain(struct run *run)
{
    const char *const *operands = run->options->operands.items;
    struct registry *registry;
    struct image image;
    if (!run_load(run, operands[0], &registry) || !run_build(run, registry, &image))
        return;
    struct docs_registry part = {registry, &image, view_create(registry, &image, run->arena)};
    struct docs_site site = {
        .registries = &part,
        .count = 1,
        .for_operator = run->options->audience == DOCS_OPERATOR,
        .templates = run_embedded,
        .context = run,
    };
    struct terminal terminal = {run->display->colour_out, run->display->columns};
    switch (docs_explain(&site, text_of(operands[1]), &terminal, run->arena, run->diagnostics,
                         &run->out)) {
    case DOCS_UNKNOWN:
        run_no_problem(run, registry, operands[1]);
        return;
    case DOCS_CONCEALED:
        run_complain(run, arena_format(run->arena, "%s is concealed: callers have no page of it",
                                       operands[1]));
        buffer_string(&run->messages, "--audience operator shows yours\n");
        return;
    case DOCS_EXPLAINED:
    case DOCS_FAILED:
        return;
    }
}

static void view(struct run *run)
{
    struct registry *registry;
    struct image image;
    if (run_load(run, run->options->operands.items[0], &registry) &&
        run_build(run, registry, &image))
        value_print_json(view_create(registry, &image, run->arena), &run->out);
}

static void template(struct run *run)
{
    const char *const *operands = run->options->operands.items;
    struct registry *registry;
    struct image image;
    const struct source *file;
    if (!run_load(run, operands[0], &registry) || !run_build(run, registry, &image))
        return;
    enum source_result result =
        source_read(run->sources, operands[1], (struct span){0, 0}, run->diagnostics, &file);
    run->unusable = result == SOURCE_UNREADABLE;
    struct buffer out;
    if (result == SOURCE_OK &&
        run_print(run, file, view_create(registry, &image, run->arena), &out))
        run->out = out;
}

static void init(struct run *run)
{
    buffer_text(&run->out, run_embedded(run, TEXT("starter.yaml"))->bytes);
}

static void schema(struct run *run)
{
    buffer_text(&run->out, run_embedded(run, TEXT("registry.schema.json"))->bytes);
}

/* ---------------------------------------------------------------- the whole */

static struct report_rules rules_of_checks(struct arena *arena)
{
    struct report_rule *rules = arena_array(arena, check_count, sizeof *rules);
    for (size_t i = 0; i < check_count; i++)
        rules[i] = (struct report_rule){checks[i].id, checks[i].severity, checks[i].doc};
    return (struct report_rules){rules, check_count};
}

/* What there is to show stands in the files, of which some have been let go of. */
static bool bring_back(struct run *run)
{
    size_t count;
    diagnostics_sorted(run->diagnostics, &count);
    for (size_t i = 0; count && i < sources_count(run->sources); i++) {
        const struct source *source = sources_get(run->sources, i);
        if (source_bring_back(source, (struct span){source->base, source->base}))
            continue;
        run_complain(run, arena_format(run->arena, "%.*s has changed while it was read",
                                       TEXT_ARGS(source->name)));
        return false;
    }
    return true;
}

static void report(struct run *run)
{
    if (!bring_back(run))
        return;
    switch (run->options->format) {
    case FORMAT_TEXT:
        report_text(run->diagnostics, run->display->colour_messages, &run->messages);
        return;
    case FORMAT_JSON:
        report_json(run->diagnostics, &run->out);
        return;
    case FORMAT_SARIF: {
        struct report_rules rules = rules_of_checks(run->arena);
        report_sarif(run->diagnostics, &rules, &run->out);
        return;
    }
    case FORMAT_GITHUB:
        report_github(run->diagnostics, &run->out);
        return;
    }
}

static enum exit_status status_of(const struct run *run)
{
    bool strict = run->options->strict;
    if (run->unusable)
        return STATUS_UNUSABLE;
    if (run->reported)
        return run->refused ? STATUS_ERRORS : STATUS_DONE;
    return run->refused || diagnostics_count(run->diagnostics, SEVERITY_ERROR) ||
                   (strict && diagnostics_count(run->diagnostics, SEVERITY_WARNING))
               ? STATUS_ERRORS
               : STATUS_DONE;
}

struct outcome drive(const struct options *options, const struct display *display,
                     struct arena *arena)
{
    static void (*const commands[])(struct run *) = {
        [COMMAND_COMPILE] = run_compile, [COMMAND_DOCS] = docs,     [COMMAND_CHECK] = check,
        [COMMAND_DIFF] = run_diff,       [COMMAND_RENDER] = render, [COMMAND_OPENAPI] = openapi,
        [COMMAND_EXPLAIN] = explain,     [COMMAND_VIEW] = view,     [COMMAND_TEMPLATE] = template,
        [COMMAND_INIT] = init,           [COMMAND_SCHEMA] = schema, [COMMAND_VERIFY] = run_verify,
    };
    struct run run = {
        .options = options,
        .display = display,
        .arena = arena,
        .sources = sources_create(arena),
        .out = buffer_create(arena),
        .messages = buffer_create(arena),
    };
    if (options->command != COMMAND_DIFF && options->command != COMMAND_VERIFY)
        sources_may_go(run.sources);
    run.diagnostics = diagnostics_create(arena, run.sources);
    diagnostics_ask_progress(run.diagnostics, display->told, display->context);
    commands[options->command](&run);
    if (!run.reported)
        report(&run);
    return (struct outcome){status_of(&run), buffer_contents(&run.out),
                            buffer_contents(&run.messages)};
}
