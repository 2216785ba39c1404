/*
 * The input is a registry, and after FRAGMENT_MARK the file that it can include. Everything that
 * the compiler does with it; and when it takes it, everything that a service does with the tables.
 */
#include "compiled.h"
#include "extremes.h"
#include "files.h"
#include "fuzz.h"
#include "render/render.h"
#include "report/report.h"
#include "respond.h"
#include "tables/ordinals.h"
#include "template/embedded.h"
#include "template/template.h"
#include "view/view.h"

enum {
    PROBLEMS_MAX = 24, /* of one registry that are answered with */
    FIELD_ERRORS_MAX = 40,
    SOURCES_MAX = 24, /* of one registry that are printed */
};

/* ---------------------------------------------------------------- what the compiler writes */

static void check_reports(const struct compiled *compiled)
{
    static const struct report_rules no_rules = {NULL, 0};
    struct buffer plain = buffer_create(compiled->arena), json = plain, sarif = plain,
                  github = plain, colour = plain;
    report_text(compiled->diagnostics, false, &plain);
    report_text(compiled->diagnostics, true, &colour);
    report_github(compiled->diagnostics, &github);
    report_json(compiled->diagnostics, &json);
    report_sarif(compiled->diagnostics, &no_rules, &sarif);
    fuzz_expect_text(buffer_contents(&plain));
    fuzz_expect_text(buffer_contents(&github));
    fuzz_expect_json(buffer_contents(&json));
    fuzz_expect_json(buffer_contents(&sarif));
    FUZZ_EXPECT(colour.length >= plain.length);
}

static void check_template(const struct compiled *compiled, const struct value *view,
                           const struct embedded_template *template)
{
    struct buffer out = buffer_create(compiled->arena);
    const struct source *source;
    FUZZ_EXPECT(source_add(compiled->sources, template->name,
                           (struct text){template->bytes, template->length}, compiled->diagnostics,
                           &source) == SOURCE_OK);
    FUZZ_EXPECT(template_render(source, view, NULL, NULL, compiled->diagnostics, &out));
    fuzz_expect_ascii(buffer_contents(&out));
}

/* Those whose names begin so. */
static void check_templates(const struct compiled *compiled, const struct value *view,
                            const char *prefix)
{
    for (size_t i = 0; i < embedded_template_count; i++) {
        struct text name = text_of(embedded_templates[i].name);
        if (text_ends_with(name, TEXT(".mustache")) && text_starts_with(name, text_of(prefix)))
            check_template(compiled, view, &embedded_templates[i]);
    }
}

static void check_outputs(const struct compiled *compiled)
{
    const struct value *view = view_create(compiled->registry, &compiled->image, compiled->arena);
    struct buffer out = buffer_create(compiled->arena);
    value_print_json(view, &out);
    fuzz_expect_json(buffer_contents(&out));
    check_templates(compiled, view, "problems.");
    const struct value *sources = value_get(view, TEXT("sources"));
    for (size_t i = 0; i < sources->as.list.count && i < SOURCES_MAX; i++)
        check_templates(
            compiled, view_with_source(view, sources->as.list.items[i], compiled->arena), "from.");
}

/* ---------------------------------------------------------------- what services send */

static void check_render(const struct compiled *compiled, const struct problem_type *problem)
{
    struct render_request request = {.problem = problem};
    struct buffer out = buffer_create(compiled->arena);
    struct text error = {NULL, 0};
    if (!render_response(compiled->registry, &compiled->image, &request, compiled->arena, &out,
                         &error))
        FUZZ_EXPECT(error.length > 0);
}

static void add_field_errors(const struct compiled *compiled, struct problem *problem,
                             const struct violations *violations, unsigned extreme)
{
    for (unsigned i = 0; i < FIELD_ERRORS_MAX && violations->rule_count; i++) {
        const struct rule *rule = violations->rules[i % violations->rule_count];
        struct problem_where where = i % 2 ? PROBLEM_BODY("/%0120u", i) : PROBLEM_QUERY("q[%u]", i);
        problem_violation_begin(problem, image_registry(&compiled->image), (uint32_t)rule->index,
                                &where);
        for (size_t j = 0; j < rule->members.count; j++)
            if (rule->members.items[j].shape->type != MEMBER_CONSTANT)
                extreme_put(problem, (unsigned)j, rule->members.items[j].shape, extreme,
                            compiled->arena);
        problem_violation_end(problem);
    }
}

static void check_extremes(const struct compiled *compiled, const struct problem_type *type,
                           unsigned extreme)
{
    struct problem problem = PROBLEM_INIT;
    struct ordinals ordinals;
    FUZZ_EXPECT(ordinals_of(compiled->registry, type, &ordinals));
    problem_begin(&problem, image_registry(&compiled->image), (uint32_t)type->index, "", 0, "");
    for (unsigned i = 0; i < ordinals.count; i++)
        extreme_put(&problem, i, ordinals.members[i]->shape, extreme, compiled->arena);
    if (type->extras->violations)
        add_field_errors(compiled, &problem, type->extras->violations, extreme);
    respond_check_whole(compiled, &problem);
}

static void check_responses(const struct compiled *compiled)
{
    const struct registry *registry = compiled->registry;
    struct problem nothing = PROBLEM_INIT;
    respond_check_whole(compiled, &nothing);
    for (size_t i = 0; i < registry->problem_count && i < PROBLEMS_MAX; i++) {
        check_render(compiled, &registry->problems[i]);
        for (unsigned extreme = 0; extreme < EXTREMES; extreme++)
            check_extremes(compiled, &registry->problems[i], extreme);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct compiled compiled;
    const char *path = fuzz_files((struct text){(const char *)bytes, length});
    bool taken = compiled_create(&compiled, path);
    check_reports(&compiled);
    if (taken) {
        check_outputs(&compiled);
        check_responses(&compiled);
    }
    arena_destroy(compiled.arena);
    return 0;
}
