#include "check/image_checks.h"

#include "problem_tables.h"
#include "tables/ordinals.h"
#include "tables/value_text.h"

enum {
    BODY_MAX = 16 * 1024, /* what callers can put on the stack without a thought */
};

static void check_body_size(struct check_run *run, const struct image *image,
                            const struct problem_type *problem)
{
    size_t size = image->body_max[problem->index];
    if (size <= BODY_MAX)
        return;
    struct diagnostic *finding =
        check_report(run, "body-size", problem, problem->code.span,
                     "the body of %.*s can take %zu bytes; %d are a good limit",
                     TEXT_ARGS(problem->code.text), size, BODY_MAX);
    check_help(finding, "lower a max of its members or of its field errors");
}

/* A member's value must find room in struct problem beside all others. */
static void check_values_size(struct check_run *run, const struct image *image,
                              const struct problem_type *problem)
{
    size_t size = problem_values_max(image_registry(image), (uint32_t)problem->index);
    if (size <= PROBLEM_VALUES_SIZE)
        return;
    struct diagnostic *finding =
        check_report(run, "members-too-large", problem, problem->code.span,
                     "the members of %.*s can take %zu bytes; an occurrence has room for %d",
                     TEXT_ARGS(problem->code.text), size, PROBLEM_VALUES_SIZE);
    check_help(finding, "lower a max of its members");
}

static void check_example(struct check_run *run, const struct problem_type *problem,
                          const struct member *member, struct problem *occurrence, unsigned ordinal)
{
    struct text *texts = arena_array(run->arena, member->example.count, sizeof *texts);
    if (member->example.count == 0)
        return;
    for (size_t i = 0; i < member->example.count; i++)
        texts[i] = member->example.items[i].text;
    if (put_texts(occurrence, ordinal, member->shape, texts, member->example.count, run->arena,
                  NULL))
        return;
    struct diagnostic *finding =
        check_report(run, "example-misfit", problem, member->example.items[0].span,
                     "the example of %.*s does not fit", TEXT_ARGS(member->name.text));
    check_help(finding, "it takes %.*s", TEXT_ARGS(expected_texts(member->shape, run->arena)));
}

static void check_examples(struct check_run *run, const struct image *image,
                           const struct problem_type *problem)
{
    struct ordinals ordinals;
    struct problem occurrence = PROBLEM_INIT;
    ordinals_of(run->registry, problem, &ordinals);
    problem_begin(&occurrence, image_registry(image), (uint32_t)problem->index, "", 0, "");
    for (unsigned i = problem->index ? ordinals.first_required : 0; i < ordinals.count; i++)
        check_example(run, problem, ordinals.members[i], &occurrence, i);
}

static void check_rule_examples(struct check_run *run, const struct image *image,
                                const struct rule *rule)
{
    struct problem occurrence = PROBLEM_INIT;
    const struct problem_where where = {.kind = PROBLEM_WHERE_BODY};
    problem_violation_begin(&occurrence, image_registry(image), (uint32_t)rule->index, &where);
    for (size_t i = 0; i < rule->members.count; i++)
        check_example(run, NULL, &rule->members.items[i], &occurrence, (unsigned)i);
}

void check_image(const struct registry *registry, const struct image *image, struct arena *arena,
                 const struct sources *sources, struct diagnostics *diagnostics)
{
    struct arena *scratch = arena_create_within(arena);
    struct check_run run = {
        .registry = registry,
        .arena = scratch,
        .sources = sources,
        .diagnostics = diagnostics,
    };
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < registry->problem_count; i++) {
        check_body_size(&run, image, &registry->problems[i]);
        check_values_size(&run, image, &registry->problems[i]);
        check_examples(&run, image, &registry->problems[i]);
        arena_release(scratch, mark); /* findings have copies of what they say */
    }
    for (size_t i = 0; i < registry->rule_count; i++)
        check_rule_examples(&run, image, &registry->rules[i]);
    arena_clear(scratch);
}
