/*
 * Every name that templates can see stands in templates/README.md, and nothing else does.
 *
 *     test_view_names templates/README.md REGISTRY
 */
#include "check/check.h"
#include "load/load.h"
#include "view/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *readme_path, *registry_path;

static void out_of_memory(void)
{
    abort();
}

/* What the README calls the objects that a field holds, where it is not the field's own name. */
static const struct {
    const char *parent, *field, *object;
} objects[] = {
    {NULL, "problems", "problem"},
    {NULL, "rules", "rule"},
    {NULL, "members", "member"},
    {NULL, "of", "shape"},
    {"enum", "values", "enumerator"},
    {NULL, "values", "value"},
    {NULL, "headers", "header"},
    {NULL, "links", "link"},
    {NULL, "enums", "enum"},
    {NULL, "setters", "setter"},
    {NULL, "raise_signatures", "signature"},
    {NULL, "set_signatures", "signature"},
    {NULL, "parameters", "parameter"},
    {NULL, "arrays", "array"},
    {NULL, "parts", "part"},
    {NULL, "sources", "source"},
    {NULL, "outcomes", "outcome"},
    {NULL, "rows", "row"},
    {NULL, "switches", "switch"},
    {NULL, "arms", "arm"},
    {NULL, "labels", "label"},
    {NULL, "state_rows", "state_row"},
    {NULL, "messages", "message"},
    {NULL, "tests", "test"},
};

static const char *object_of(const char *parent, const char *field)
{
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        if (strcmp(objects[i].field, field) == 0 &&
            (objects[i].parent == NULL || strcmp(objects[i].parent, parent) == 0))
            return objects[i].object;
    return field;
}

struct names {
    struct arena *arena;
    struct map seen; /* "problem.code" */
};

static void collect(struct names *names, const char *object, const struct value *value)
{
    if (value->kind == VALUE_LIST)
        for (size_t i = 0; i < value->as.list.count; i++)
            collect(names, object, value_at(value, i));
    if (value->kind != VALUE_MAP)
        return;
    for (size_t i = 0; i < value_field_count(value); i++) {
        const char *name = value_field_name(value, i);
        struct value field = value_field(value, i);
        map_add(names->arena, &names->seen, arena_format(names->arena, "%s.%s", object, name), 0);
        collect(names, object_of(object, name), &field);
    }
}

/* "problem.code" for each row under each heading of the section Variables. */
static void read_readme(struct names *names)
{
    FILE *file = fopen(readme_path, "r");
    char line[1024], object[64] = "", field[64];
    bool inside = false;
    assert_non_null(file);
    while (fgets(line, sizeof line, file)) {
        inside = inside || strcmp(line, "## Variables\n") == 0;
        if (!inside)
            continue;
        if (sscanf(line, "### %63s", object) == 1)
            continue;
        if (sscanf(line, "| `%63[a-z_]` |", field) == 1)
            assert_true(map_add(names->arena, &names->seen,
                                arena_format(names->arena, "%s.%s", object, field), 0));
    }
    fclose(file);
}

static struct value *load_view(struct arena *arena)
{
    struct sources *sources = sources_create(arena);
    struct diagnostics *diagnostics = diagnostics_create(arena, sources);
    struct include_path includes = {NULL, 0};
    struct registry *registry;
    struct image *image = arena_allocate(arena, sizeof *image);
    assert_int_equal(
        load_registry(registry_path, &includes, arena, sources, diagnostics, &registry), LOAD_OK);
    check_registry(registry, TEXT(""), arena, sources, diagnostics);
    assert_int_equal(diagnostics_count(diagnostics, SEVERITY_ERROR), 0);
    image_build(registry, arena, image);
    return view_create(registry, image, arena);
}

static void expect_in(const struct map *names, const struct map *others, const char *complaint)
{
    int missing = 0;
    size_t value;
    struct text key;
    for (size_t at = 0; map_next(names, &at, &key);)
        if (!map_get(others, key, &value)) {
            print_error("%.*s %s\n", TEXT_ARGS(key), complaint);
            missing++;
        }
    assert_int_equal(missing, 0);
}

static void names_match(void **state)
{
    struct arena *arena = arena_create(out_of_memory);
    struct names seen = {.arena = arena}, described = {.arena = arena};
    (void)state;
    collect(&seen, "root", load_view(arena));
    read_readme(&described);
    expect_in(&seen.seen, &described.seen, "is not in templates/README.md");
    expect_in(&described.seen, &seen.seen, "is in templates/README.md but not in the view");
    arena_destroy(arena);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_match)};
    if (argc != 3)
        return 2;
    readme_path = argv[1];
    registry_path = argv[2];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
