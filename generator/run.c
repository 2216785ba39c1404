#include "run.h"

#include "base/escape.h"
#include "check/check.h"
#include "check/image_checks.h"
#include "load/load.h"
#include "template/embedded.h"
#include "template/template.h"

/* The directories given with -I, then that of the program's own registries. */
static struct include_path include_path(struct run *run)
{
    const struct arguments *given = &run->options->include;
    const char **directories = arena_array(run->arena, given->count + 1, sizeof *directories);
    struct include_path path = {directories, given->count};
    for (size_t i = 0; i < given->count; i++)
        directories[i] = given->items[i];
    if (run->options->installed)
        directories[path.count++] = run->options->installed;
    return path;
}

static enum load_result load(struct run *run, const char *path, struct registry **registry)
{
    struct include_path includes = include_path(run);
    enum load_result result =
        load_registry(path, &includes, run->arena, run->sources, run->diagnostics, registry);
    run->unusable = run->unusable || result == LOAD_UNREADABLE;
    return result;
}

bool run_read(struct run *run, const char *path, struct registry **registry)
{
    return load(run, path, registry) == LOAD_OK &&
           diagnostics_count(run->diagnostics, SEVERITY_ERROR) == 0;
}

bool run_load(struct run *run, const char *path, struct registry **registry)
{
    enum load_result result = load(run, path, registry);
    if (result == LOAD_OK)
        check_registry(*registry, text_of(run->options->today), run->arena, run->sources,
                       run->diagnostics);
    return result == LOAD_OK && diagnostics_count(run->diagnostics, SEVERITY_ERROR) == 0;
}

bool run_build(struct run *run, const struct registry *registry, struct image *image)
{
    diagnostics_progress(run->diagnostics, "making tables", 0, 0);
    image_build(registry, run->arena, image);
    check_image(registry, image, run->arena, run->sources, run->diagnostics);
    return diagnostics_count(run->diagnostics, SEVERITY_ERROR) == 0;
}

const struct source *run_embedded(void *context, struct text name)
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

bool run_print(struct run *run, const struct source *template, const struct value *view,
               struct buffer *out)
{
    *out = buffer_create(run->arena);
    return template_render(template, view, run_embedded, run, run->diagnostics, out);
}

bool run_print_file(struct run *run, const struct source *template, const struct value *view,
                    struct outputs *outputs, struct text path)
{
    struct template_tree *tree =
        template_parse(template, run_embedded, run, run->arena, run->diagnostics);
    struct arena *scratch = arena_create_within(run->arena);
    const struct sink sink = outputs_sink(outputs);
    struct buffer out = buffer_into(scratch, &sink);
    bool printed = tree && outputs_open(outputs, path) &&
                   template_run(tree, view, run->diagnostics, &out) && buffer_finish(&out) &&
                   outputs_close(outputs);
    arena_clear(scratch);
    return printed;
}

bool run_end_outputs(struct run *run, struct outputs *outputs, bool fine)
{
    bool unfailing = fine ? outputs_finish(outputs) : outputs_abandon(outputs);
    run->unusable = run->unusable || !unfailing;
    return fine && unfailing;
}

bool run_end_directory(struct run *run, const char *directory, struct outputs *outputs, bool fine,
                       struct paths *removed)
{
    bool unfailing =
        fine ? directory_finish(directory, outputs, run->arena, run->diagnostics, removed)
             : outputs_abandon(outputs);
    run->unusable = run->unusable || !unfailing;
    return fine && unfailing;
}

/* All outputs so far, or --deptarget, depend on the sources. */
static struct text depfile(struct run *run, const struct outputs *outputs, size_t sources)
{
    size_t count = run->options->deptarget ? 1 : outputs_count(outputs);
    struct text *targets = arena_array(run->arena, count, sizeof *targets);
    for (size_t i = 0; i < count; i++)
        targets[i] =
            run->options->deptarget ? text_of(run->options->deptarget) : outputs_path(outputs, i);
    return depfile_contents(run->arena, targets, count, run->sources, sources);
}

bool run_write_depfile(struct run *run, struct outputs *outputs, const struct outputs *targets,
                       size_t sources)
{
    const char *path = run->options->depfile;
    if (path == NULL)
        return true;
    struct text contents = depfile(run, targets, sources);
    return outputs_open(outputs, text_of(path)) && outputs_write(outputs, contents) &&
           outputs_close(outputs);
}

void run_complain(struct run *run, struct text message)
{
    buffer_string(&run->messages, "problemc: ");
    escape_terminal(&run->messages, message);
    buffer_byte(&run->messages, '\n');
    run->unusable = true;
}

void run_hint(struct run *run, struct text hint)
{
    for (size_t begin = 0, i = 0; i <= hint.length; i++) {
        if (i < hint.length && hint.bytes[i] != '\n')
            continue;
        escape_terminal(&run->messages, text_slice(hint, begin, i - begin));
        buffer_byte(&run->messages, '\n');
        begin = i + 1;
    }
}

static struct text problem_code(const void *context, size_t i)
{
    return ((const struct registry *)context)->problems[i].code.text;
}

void run_no_problem(struct run *run, const struct registry *registry, const char *code)
{
    struct text nearest =
        text_nearest(text_of(code), problem_code, registry, registry->problem_count);
    run_complain(
        run, arena_format(run->arena, "%s has no problem %s", registry->source->name.bytes, code));
    if (nearest.length)
        buffer_format(&run->messages, "did you mean %.*s?\n", TEXT_ARGS(nearest));
}
