#include "driver.h"

#include "base/escape.h"
#include "check/check.h"
#include "check/image_checks.h"
#include "docs/docs.h"
#include "load/load.h"
#include "openapi/openapi.h"
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

/* bytes -> tree -> model -> checked model; false: it has errors. */
static bool load(struct run *run, const char *path, struct registry **registry)
{
    struct include_path includes = include_path(run);
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

/* About the command line: nothing that a place in a file could be shown for. */
static void complain(struct run *run, struct text message)
{
    buffer_string(&run->messages, "problemc: ");
    escape_terminal(&run->messages, message);
    buffer_byte(&run->messages, '\n');
}

/* The names of the registry's sources, in order. */
static struct strings source_names(struct run *run, const struct registry *registry)
{
    struct strings names = {NULL, 0};
    for (size_t i = 0; i < registry->classifier_count; i++)
        if (!registry->classifiers[i].definition)
            *(struct string *)arena_push(run->arena, &names.items, names.count++,
                                         sizeof *names.items) = registry->classifiers[i].name;
    return names;
}

static struct text joined(struct run *run, const struct strings *names, char separator)
{
    struct buffer list = buffer_create(run->arena);
    for (size_t i = 0; i < names->count; i++) {
        if (i)
            buffer_byte(&list, separator);
        buffer_text(&list, names->items[i].text);
    }
    return buffer_contents(&list);
}

/* Build systems must know the outputs before they are there: --sources says what they expect. */
static bool has_sources(struct run *run, const struct registry *registry)
{
    const char *expected = run->options->sources;
    struct strings names = source_names(run, registry);
    if (expected == NULL || text_is(joined(run, &names, ','), expected))
        return true;
    complain(run, arena_format(run->arena, "%.*s classifies %s%.*s, and --sources is \"%s\"",
                               TEXT_ARGS(registry->source->name), names.count ? "" : "nothing",
                               TEXT_ARGS(joined(run, &names, ' ')), expected));
    if (names.count)
        buffer_format(&run->messages, "with CMake write  problemc_add_library(... CLASSIFY %.*s)\n",
                      TEXT_ARGS(joined(run, &names, ' ')));
    run->unusable = true;
    return false;
}

/* The files of a compile run, each printed from a template with a view. */
struct printing {
    struct run *run;
    struct text prefix; /* DIR/payments */
    struct output_file *files;
    const struct source **templates;
    const struct value **views;
    size_t count;
};

/* Adds PREFIX_STEM.h and .c. The templates are NULL where they could not be read. */
static void add_pair(struct printing *printing, struct text stem, const struct value *view,
                     const struct source *const templates[2])
{
    static const char suffixes[] = {'h', 'c'};
    for (size_t i = 0; i < 2; i++) {
        size_t at = printing->count++;
        printing->files[at].path =
            arena_format(printing->run->arena, "%.*s_%.*s.%c", TEXT_ARGS(printing->prefix),
                         TEXT_ARGS(stem), suffixes[i]);
        printing->templates[at] = templates[i];
        printing->views[at] = view;
    }
}

static void add_files(struct printing *printing, const struct value *view)
{
    struct run *run = printing->run;
    const struct value *sources = value_get(view, TEXT("sources"));
    const struct source *const problems[] = {embedded(run, TEXT("problems.h.mustache")),
                                             embedded(run, TEXT("problems.c.mustache"))};
    const struct source *const from[] = {embedded(run, TEXT("from.h.mustache")),
                                         embedded(run, TEXT("from.c.mustache"))};
    size_t count = 3 + 2 * sources->as.list.count; /* with the depfile */
    printing->files = arena_array(run->arena, count, sizeof *printing->files);
    printing->templates = arena_array(run->arena, count, sizeof *printing->templates);
    printing->views = arena_array(run->arena, count, sizeof *printing->views);
    add_pair(printing, TEXT("problems"), view, problems);
    for (size_t i = 0; i < sources->as.list.count; i++) {
        const struct value *source = sources->as.list.items[i];
        struct text name = value_get(source, TEXT("name"))->as.text;
        add_pair(printing, arena_format(run->arena, "from_%.*s", TEXT_ARGS(name)),
                 view_with_source(view, source, run->arena), from);
    }
}

static bool print_files(struct printing *printing)
{
    struct run *run = printing->run;
    for (size_t i = 0; i < printing->count; i++) {
        struct buffer contents;
        if (!print(run, printing->templates[i], printing->views[i], &contents))
            return false;
        printing->files[i].contents = buffer_contents(&contents);
    }
    return true;
}

static void compile(struct run *run)
{
    struct registry *registry;
    struct image image;
    if (!load(run, run->options->operands.items[0], &registry) || !build(run, registry, &image) ||
        !has_sources(run, registry))
        return;
    size_t inputs = sources_count(run->sources); /* the templates are none of them */
    const struct value *view = view_create(registry, &image, run->arena);
    struct text lower = value_get(view, TEXT("lower"))->as.text;
    struct printing printing = {
        .run = run,
        .prefix = arena_format(run->arena, "%s/%.*s", run->options->output, TEXT_ARGS(lower)),
    };
    add_files(&printing, view);
    if (!print_files(&printing))
        return;
    if (run->options->depfile)
        printing.files[printing.count++] = (struct output_file){
            text_of(run->options->depfile),
            depfile_contents(run->arena, printing.files, printing.count, run->sources, inputs),
        };
    write(run, printing.files, printing.count);
}

/* Every registry's findings are shown before any page is made. */
static void docs(struct run *run)
{
    size_t count = run->options->operands.count, file_count;
    struct docs_registry *registries = arena_array(run->arena, count, sizeof *registries);
    struct output_file *files;
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        struct registry *registry;
        struct image *image = arena_allocate(run->arena, sizeof *image);
        fine = load(run, run->options->operands.items[i], &registry) &&
               build(run, registry, image) && fine;
        if (fine)
            registries[i] =
                (struct docs_registry){registry, image, view_create(registry, image, run->arena)};
    }
    struct docs_site site = {
        .registries = registries,
        .count = count,
        .for_operator = run->options->audience == DOCS_OPERATOR,
        .directory = run->options->output,
        .templates = embedded,
        .context = run,
    };
    if (fine && docs_files(&site, run->arena, run->diagnostics, &files, &file_count))
        write(run, files, file_count);
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

static void openapi(struct run *run)
{
    const char *path = run->options->output;
    struct registry *registry;
    struct image image;
    struct buffer out = buffer_create(run->arena);
    if (!load(run, run->options->operands.items[0], &registry) || !build(run, registry, &image))
        return;
    if (!openapi_print(openapi_document(registry, &image, run->arena), path, &out)) {
        complain(run, arena_format(run->arena, "%s ends in neither .yaml, .yml nor .json", path));
        run->unusable = true;
    } else if (path) {
        write(run, &(struct output_file){text_of(path), buffer_contents(&out)}, 1);
    } else {
        run->out = out;
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

static void schema(struct run *run)
{
    buffer_text(&run->out, embedded(run, TEXT("registry.schema.json"))->bytes);
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
        [COMMAND_COMPILE] = compile,   [COMMAND_DOCS] = docs,       [COMMAND_CHECK] = check,
        [COMMAND_RENDER] = render,     [COMMAND_OPENAPI] = openapi, [COMMAND_VIEW] = view,
        [COMMAND_TEMPLATE] = template, [COMMAND_INIT] = init,       [COMMAND_SCHEMA] = schema,
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
