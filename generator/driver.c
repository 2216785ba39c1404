#include "driver.h"

#include "base/escape.h"
#include "check/check.h"
#include "check/image_checks.h"
#include "load/load.h"
#include "output/files.h"
#include "render/render.h"
#include "report/report.h"
#include "template/embedded.h"
#include "template/template.h"
#include "view/view.h"

/* One run over one set of files. */
struct run {
    const struct options *options;
    struct arena *arena;
    struct sources *sources;
    struct diagnostics *diagnostics;
    struct buffer out, messages;
    bool unusable; /* exit status 2 */
};

/* ---------------------------------------------------------------- stages */

/* bytes -> tree -> model -> checked model; false: it has errors. */
static bool load(struct run *run, const char *path, struct registry **registry)
{
    const struct arguments *include = &run->options->include;
    struct include_path includes = {include->items, include->count};
    enum load_result result =
        load_registry(path, &includes, run->arena, run->sources, run->diagnostics, registry);
    run->unusable = run->unusable || result == LOAD_UNREADABLE;
    if (result == LOAD_OK)
        check_registry(*registry, text_of(run->options->today), run->arena, run->sources,
                       run->diagnostics);
    return result == LOAD_OK && diagnostics_count(run->diagnostics, SEVERITY_ERROR) == 0;
}

/* checked model -> tables, with the checks that look at them. */
static bool build(struct run *run, const struct registry *registry, struct image *image)
{
    image_build(registry, run->arena, image);
    check_image(registry, image, run->arena, run->sources, run->diagnostics);
    return diagnostics_count(run->diagnostics, SEVERITY_ERROR) == 0;
}

/* One of the templates that are built in, as a source, or NULL. */
static const struct source *embedded(void *context, struct text name)
{
    struct run *run = context;
    const struct source *source = NULL;
    for (size_t i = 0; i < embedded_template_count; i++) {
        const struct embedded_template *file = &embedded_templates[i];
        if (text_is(name, file->name))
            source_add(run->sources, file->name, (struct text){file->bytes, file->length},
                       run->diagnostics, &source);
    }
    return source;
}

/* view -> text */
static bool print(struct run *run, const struct source *template, const struct value *view,
                  struct buffer *out)
{
    *out = buffer_create(run->arena);
    return template_render(template, view, embedded, run, run->diagnostics, out);
}

static bool write(struct run *run, const struct output_file *files, size_t count)
{
    bool written = files_write(files, count, run->arena, run->diagnostics);
    run->unusable = run->unusable || !written;
    return written;
}

/* ---------------------------------------------------------------- commands */

static void compile(struct run *run)
{
    struct registry *registry;
    struct image image;
    if (!load(run, run->options->operands.items[0], &registry) || !build(run, registry, &image))
        return;
    const struct value *view = view_create(registry, &image, run->arena);
    struct buffer header, source;
    struct text name = value_get(view, TEXT("lower"))->as.text,
                directory = text_of(run->options->output);
    struct output_file files[3] = {
        {.path = arena_format(run->arena, "%.*s/%.*s_problems.h", TEXT_ARGS(directory),
                              TEXT_ARGS(name))},
        {.path = arena_format(run->arena, "%.*s/%.*s_problems.c", TEXT_ARGS(directory),
                              TEXT_ARGS(name))},
        {.path = text_of(run->options->depfile)},
    };
    files[2].contents = depfile_contents(run->arena, files, 2, run->sources);
    if (!print(run, embedded(run, TEXT("problems.h.mustache")), view, &header) ||
        !print(run, embedded(run, TEXT("problems.c.mustache")), view, &source))
        return;
    files[0].contents = buffer_contents(&header);
    files[1].contents = buffer_contents(&source);
    write(run, files, run->options->depfile ? 3 : 2);
}

static void check(struct run *run)
{
    for (size_t i = 0; i < run->options->operands.count; i++) {
        struct registry *registry;
        struct image image;
        if (load(run, run->options->operands.items[i], &registry))
            build(run, registry, &image);
    }
}

static struct text problem_code(const void *context, size_t i)
{
    return ((const struct registry *)context)->problems[i].code.text;
}

/* About the command line: nothing that a place in a file could be shown for. */
static void complain(struct run *run, struct text message)
{
    buffer_string(&run->messages, "problemc: ");
    escape_terminal(&run->messages, message);
    buffer_byte(&run->messages, '\n');
}

static void no_problem(struct run *run, const struct registry *registry, const char *code)
{
    struct text nearest =
        text_nearest(text_of(code), problem_code, registry, registry->problem_count);
    complain(run,
             arena_format(run->arena, "%s has no problem %s", registry->source->name.bytes, code));
    if (nearest.length)
        buffer_format(&run->messages, "did you mean %.*s?\n", TEXT_ARGS(nearest));
    run->unusable = true;
}

static void render(struct run *run)
{
    const struct options *options = run->options;
    const char *const *operands = options->operands.items;
    struct registry *registry;
    struct image image;
    struct text error;
    if (!load(run, operands[0], &registry) || !build(run, registry, &image))
        return;
    const struct problem_type *problem = registry_problem(registry, text_of(operands[1]));
    if (problem == NULL) {
        no_problem(run, registry, operands[1]);
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
    if (!render_response(registry, &image, &request, run->arena, &run->out, &error)) {
        complain(run, error);
        run->unusable = true;
    }
}

static void view(struct run *run)
{
    struct registry *registry;
    struct image image;
    if (load(run, run->options->operands.items[0], &registry) && build(run, registry, &image))
        value_print_json(view_create(registry, &image, run->arena), &run->out);
}

static void template(struct run *run)
{
    const char *const *operands = run->options->operands.items;
    struct registry *registry;
    struct image image;
    const struct source *file;
    if (!load(run, operands[0], &registry) || !build(run, registry, &image))
        return;
    enum source_result result =
        source_read(run->sources, operands[1], (struct span){0, 0}, run->diagnostics, &file);
    run->unusable = result == SOURCE_UNREADABLE;
    struct buffer out;
    if (result == SOURCE_OK && print(run, file, view_create(registry, &image, run->arena), &out))
        run->out = out;
}

static void init(struct run *run)
{
    buffer_text(&run->out, embedded(run, TEXT("starter.yaml"))->bytes);
}

/* ---------------------------------------------------------------- the whole */

static struct report_rules rules_of_checks(struct arena *arena)
{
    struct report_rule *rules = arena_array(arena, check_count, sizeof *rules);
    for (size_t i = 0; i < check_count; i++)
        rules[i] = (struct report_rule){checks[i].id, checks[i].severity, checks[i].doc};
    return (struct report_rules){rules, check_count};
}

static void report(struct run *run, bool colour)
{
    switch (run->options->format) {
    case FORMAT_TEXT:
        report_text(run->diagnostics, colour, &run->messages);
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
    return diagnostics_count(run->diagnostics, SEVERITY_ERROR) ||
                   (strict && diagnostics_count(run->diagnostics, SEVERITY_WARNING))
               ? STATUS_ERRORS
               : STATUS_DONE;
}

struct outcome drive(const struct options *options, bool colour, struct arena *arena)
{
    static void (*const commands[])(struct run *) = {
        [COMMAND_COMPILE] = compile, [COMMAND_CHECK] = check,       [COMMAND_RENDER] = render,
        [COMMAND_VIEW] = view,       [COMMAND_TEMPLATE] = template, [COMMAND_INIT] = init,
    };
    struct run run = {
        .options = options,
        .arena = arena,
        .sources = sources_create(arena),
        .out = buffer_create(arena),
        .messages = buffer_create(arena),
    };
    run.diagnostics = diagnostics_create(arena, run.sources);
    commands[options->command](&run);
    report(&run, colour);
    return (struct outcome){status_of(&run), buffer_contents(&run.out),
                            buffer_contents(&run.messages)};
}
