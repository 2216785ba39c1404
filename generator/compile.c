/*
 * `problemc compile`: a header and a source for the problems, and a pair for each source of others'
 * errors, each printed from a template with a view.
 */
#include "run.h"
#include "view/view.h"

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
    run_complain(run, arena_format(run->arena, "%.*s classifies %s%.*s, and --sources is \"%s\"",
                                   TEXT_ARGS(registry->source->name), names.count ? "" : "nothing",
                                   TEXT_ARGS(joined(run, &names, ' ')), expected));
    if (names.count)
        buffer_format(&run->messages, "with CMake write  problemc_add_library(... CLASSIFY %.*s)\n",
                      TEXT_ARGS(joined(run, &names, ' ')));
    return false;
}

/* The files of a compile run, each printed from a template with a view. */
struct printing {
    struct run *run;
    struct text prefix; /* DIR/payments */
    struct text *paths;
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
        printing->paths[at] =
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
    const struct source *const problems[] = {run_embedded(run, TEXT("problems.h.mustache")),
                                             run_embedded(run, TEXT("problems.c.mustache"))};
    const struct source *const from[] = {run_embedded(run, TEXT("from.h.mustache")),
                                         run_embedded(run, TEXT("from.c.mustache"))};
    size_t count = 2 + 2 * sources->as.list.count;
    printing->paths = arena_array(run->arena, count, sizeof *printing->paths);
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

static bool print_files(struct printing *printing, struct outputs *outputs)
{
    for (size_t i = 0; i < printing->count; i++)
        if (!run_print_file(printing->run, printing->templates[i], printing->views[i], outputs,
                            printing->paths[i]))
            return false;
    return true;
}

void run_compile(struct run *run)
{
    struct registry *registry;
    struct image image;
    if (!run_load(run, run->options->operands.items[0], &registry) ||
        !run_build(run, registry, &image) || !has_sources(run, registry))
        return;
    size_t inputs = sources_count(run->sources); /* the templates are none of them */
    const struct value *view = view_create(registry, &image, run->arena);
    struct text lower = value_get(view, TEXT("lower"))->as.text;
    struct printing printing = {
        .run = run,
        .prefix = arena_format(run->arena, "%s/%.*s", run->options->output, TEXT_ARGS(lower)),
    };
    add_files(&printing, view);
    struct outputs *outputs = outputs_begin(run->arena, run->diagnostics);
    run_end_outputs(run, outputs,
                    print_files(&printing, outputs) &&
                        run_write_depfile(run, outputs, outputs, inputs));
}
