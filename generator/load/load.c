/*
 * The loader's phases: find all files, and of their problems read those that need not wait; declare
 * the types of all files, read the types, then everything else file by file, and last resolve what
 * names stand for.
 */
#include "load/loader.h"

/* The file's mapping, or NULL with a report. */
static const struct node *root_of(struct loader *loader, const struct file *file)
{
    const struct node *root = file->tree.root;
    if (root == NULL || root->kind == NODE_MAPPING)
        return root;
    struct diagnostic *bad = diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", root->span,
                                      "a registry must be a mapping");
    diagnostic_help(bad, "it begins with  problemc: 1");
    return NULL;
}

static void check_version(struct loader *loader)
{
    struct integer version = loader->registry->version;
    if (span_is_set(version.span) && version.value != 1)
        diagnose(loader->diagnostics, SEVERITY_ERROR, "format-version", version.span,
                 "this problemc reads version 1 of the format, not %lld", (long long)version.value);
}

static void read_file(struct loader *loader, const struct file *file)
{
    const struct node *root = root_of(loader, file);
    struct registry *registry = loader->registry;
    if (root == NULL)
        return;
    loader->file = file;
    if (file->main) {
        read_table(loader, root, &registry_keys, (struct string){{NULL, 0}, {0, 0}}, 0, registry);
        check_version(loader);
        return;
    }
    /* A fragment's version and base are its own, everything else goes into the registry. */
    struct integer version = registry->version;
    struct string base = registry->base;
    read_table(loader, root, &registry_keys, (struct string){{NULL, 0}, {0, 0}}, 0, registry);
    check_version(loader);
    registry->version = version;
    registry->base = base;
}

static void read_files(struct loader *loader)
{
    for (size_t i = 0; i < loader->file_count; i++) {
        const struct node *root = loader->files[i]->tree.root;
        const struct node *types =
            root && root->kind == NODE_MAPPING ? node_get(root, "types") : NULL;
        loader->file = loader->files[i];
        if (types && types->kind == NODE_MAPPING && !loader->files[i]->types_declared)
            declare_types(loader, types);
    }
    read_types(loader);
    early_finish(loader);
    for (size_t i = 0; i < loader->file_count; i++)
        read_file(loader, loader->files[i]);
}

enum load_result load_registry(const char *path, const struct include_path *includes,
                               struct arena *arena, struct sources *sources,
                               struct diagnostics *diagnostics, struct registry **registry)
{
    struct arena *trees = arena_create_within(arena);
    struct loader loader = {
        .arena = arena,
        .trees = trees,
        .sources = sources,
        .diagnostics = diagnostics,
        .includes = includes,
        .registry = arena_allocate(arena, sizeof *loader.registry),
        .no_extras = arena_allocate(arena, sizeof *loader.no_extras),
        .no_limits = arena_array(arena, MEMBER_CONSTANT + 1, sizeof *loader.no_limits),
    };
    loader.registry->complete = true;
    early_begin(&loader);
    bool loaded = load_files(&loader, path);
    if (loader.unreadable)
        return LOAD_UNREADABLE;
    if (!loaded)
        return LOAD_REFUSED;
    loader.registry->source = loader.files[0]->source;
    read_files(&loader);
    arena_clear(trees);
    arena_drop(arena, loader.kept);
    resolve_registry(&loader);
    *registry = loader.registry;
    return LOAD_OK;
}
