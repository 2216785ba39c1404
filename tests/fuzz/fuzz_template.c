/*
 * The input is a template over a fixed view; it can name itself as the partial `self`, and the
 * built-in templates.
 */
#include "compiled.h"
#include "fuzz.h"
#include "report/report.h"
#include "template/embedded.h"
#include "template/template.h"
#include "view/view.h"

#include <stdlib.h>

struct run {
    struct sources *sources;
    struct diagnostics *diagnostics;
    const struct source *self;
};

static const struct source *load_partial(void *context, struct text name)
{
    struct run *run = context;
    const struct source *source = NULL;
    if (text_is(name, "self"))
        return run->self;
    for (size_t i = 0; i < embedded_template_count; i++)
        if (text_is(name, embedded_templates[i].name))
            source_add(run->sources, embedded_templates[i].name,
                       (struct text){embedded_templates[i].bytes, embedded_templates[i].length},
                       run->diagnostics, &source);
    return source;
}

static const struct value *fixed_view(void)
{
    static const struct value *view;
    struct compiled *fixed = compiled_fixed();
    if (view == NULL)
        view = view_create(fixed->registry, &fixed->image, fixed->arena);
    return view;
}

/*
 * Whether sections are opened in sections so deep that the output would take too long to write:
 * each of them over a list multiplies what is in it, and partials multiply without being closed.
 */
static bool multiplies(struct text text)
{
    enum { DEPTH_MAX = 4 };
    size_t depth = 0, deepest = 0;
    for (size_t i = 0; i + 2 < text.length; i++) {
        if (text.bytes[i] != '{' || text.bytes[i + 1] != '{')
            continue;
        char kind = text.bytes[i + 2];
        if (kind == '#' || kind == '^' || kind == '>')
            depth++;
        else if (kind == '/' && depth > 0)
            depth--;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest > DEPTH_MAX;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct arena *arena = arena_create(abort);
    struct run run = {.sources = sources_create(arena)};
    struct text text = {(const char *)bytes, length};
    struct buffer out = buffer_create(arena), report = buffer_create(arena);
    run.diagnostics = diagnostics_create(arena, run.sources);
    bool fine = !multiplies(text) && source_add(run.sources, "fuzz.mustache", text, run.diagnostics,
                                                &run.self) == SOURCE_OK;
    if (fine && !template_render(run.self, fixed_view(), load_partial, &run, run.diagnostics, &out))
        FUZZ_EXPECT(diagnostics_count(run.diagnostics, SEVERITY_ERROR) > 0);
    report_text(run.diagnostics, false, &report);
    fuzz_expect_text(buffer_contents(&report));
    arena_destroy(arena);
    return 0;
}
