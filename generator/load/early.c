/*
 * Reading problems while their file is still being parsed, so that a large registry is never there
 * as a tree: once a problem has been read its nodes go, and the next one's take their place.
 *
 * Nothing may come of it but that. So only those are read early of which it is certain that they
 * would be read in the same way later: they follow each other without a gap from the first file's
 * first problem on, and what their types are called has been declared, or belongs to the format. A
 * file that breaks off is parsed once more, and read as a whole.
 */
#include "load/loader.h"

void early_begin(struct loader *loader)
{
    loader->early = (struct early){.diagnostics = diagnostics_create_beside(loader->diagnostics)};
}

/* ---------------------------------------------------------------- what can be read */

static bool is_type_of_format(struct text name)
{
    for (int type = 1; member_type_names[type]; type++)
        if (text_is(name, member_type_names[type]))
            return true;
    return false;
}

/* Whether the key says something of a member beside the limits of its values. */
static bool is_of_member(struct text name)
{
    for (size_t i = 0; i < member_keys.count; i++)
        if (text_is(name, member_keys.keys[i].name))
            return true;
    return false;
}

/* A declared type stands for its limits, which will be found by its name as it is written. */
static bool can_wait_for_type(const struct loader *loader, const struct node *definition,
                              const struct node *name)
{
    size_t index;
    if (!map_get(&loader->types, name->text, &index) ||
        name->text.length != name->span.end - name->span.begin)
        return false;
    for (const struct node *key = definition->first; key; key = key->next)
        if (!text_is(key->text, "type") && !is_of_member(key->text))
            return false;
    return true;
}

static bool is_member_ready(const struct loader *loader, const struct node *definition)
{
    if (definition->kind != NODE_MAPPING)
        return false;
    const struct node *name = node_get(definition, "type");
    if (name == NULL || name->kind != NODE_SCALAR)
        return false;
    if (!is_type_of_format(name->text))
        return can_wait_for_type(loader, definition, name);
    const struct node *of = node_get(definition, "of");
    return of == NULL || (of->kind == NODE_SCALAR && is_type_of_format(of->text));
}

static bool is_ready(const struct loader *loader, const struct node *problem)
{
    const struct node *members = node_get(problem, "members");
    if (members && members->kind != NODE_MAPPING)
        return false;
    for (const struct node *key = members ? members->first : NULL; key; key = key->next)
        if (!is_member_ready(loader, key->value))
            return false;
    return true;
}

/* ---------------------------------------------------------------- while a file is parsed */

/* Whether a problem of this code would be read later, too. */
static bool is_new_problem(const struct loader *loader, const struct node *key)
{
    size_t index;
    return key->kind == NODE_SCALAR && key->value->kind == NODE_MAPPING && is_name(key->text) &&
           key->text.length <= NAME_MAX_BYTES &&
           !map_get(&loader->registry->codes, key->text, &index);
}

/* An entry that was not read may have the same key, so that it is the last that can be. */
static bool read_early(struct loader *loader, struct node *key)
{
    struct early *early = &loader->early;
    bool gap = early->problems->value->count != early->taken + 1;
    early->stopped = gap || !is_new_problem(loader, key) || !is_ready(loader, key->value);
    if (early->stopped)
        return false;
    early->reading = true;
    read_problem(loader, key);
    early->reading = false;
    key->text = loader->registry->problems[loader->registry->problem_count - 1].code.text;
    source_let_go(loader->file->source, (struct span){key->span.begin, key->value->span.end});
    early->taken++;
    return true;
}

/* A tree_watcher. Of keys that are there twice the first counts. */
static bool entry_is_complete(void *context, const struct node *root, const struct node *under,
                              struct node *key)
{
    struct loader *loader = context;
    struct early *early = &loader->early;
    if (early->stopped)
        return false;
    if (under == NULL && text_is(key->text, "types") && node_get(root, "types") == key->value &&
        key->value->kind == NODE_MAPPING) {
        early->types_declared = true;
        declare_types(loader, key->value);
    }
    if (under && early->problems == NULL && text_is(under->text, "problems") &&
        node_get(root, "problems") == under->value)
        early->problems = under;
    return under && under == early->problems && read_early(loader, key);
}

/* ---------------------------------------------------------------- a file */

/* What the registry had before a file. */
struct before {
    size_t problems, types;
    struct early early;
};

static void undo(struct loader *loader, const struct before *before)
{
    struct registry *registry = loader->registry;
    registry->problem_count = before->problems;
    registry->type_count = before->types;
    registry->codes = loader->types = (struct map){0};
    for (size_t i = 0; i < before->problems; i++)
        map_add(loader->arena, &registry->codes, registry->problems[i].code.text, i);
    for (size_t i = 0; i < before->types; i++)
        map_add(loader->arena, &loader->types, registry->types[i].name.text, i);
    loader->early = before->early;
    loader->early.stopped = true;
}

/* Whether something of it has to be read before what other files hold. */
static bool has_more(const struct file *file)
{
    const struct node *root = file->tree.root;
    if (root == NULL || root->kind != NODE_MAPPING)
        return false;
    const struct node *types = node_get(root, "types"), *problems = node_get(root, "problems");
    return (types && types->kind == NODE_MAPPING && !file->types_declared) ||
           (problems && (root->flow || problems->flow));
}

static struct span all_of(const struct source *source)
{
    return (struct span){source->base, source->base + (uint32_t)source->bytes.length};
}

void early_parse(struct loader *loader, struct file *file)
{
    const struct tree_watcher watcher = {entry_is_complete, loader};
    const struct before before = {loader->registry->problem_count, loader->registry->type_count,
                                  loader->early};
    struct diagnostics *all = loader->diagnostics, *parsing = diagnostics_create_beside(all);
    struct diagnostics *reading = diagnostics_create_beside(all);
    loader->early.types_declared = false;
    loader->early.problems = NULL;
    loader->early.taken = 0;
    loader->diagnostics = reading;
    loader->file = file;
    file->tree.complete = true;
    file->tree = tree_parse(file->source, loader->trees, loader->arena, parsing, &watcher);
    file->types_declared = loader->early.types_declared;
    loader->diagnostics = all;
    if (!file->tree.complete && !source_bring_back(file->source, all_of(file->source))) {
        diagnose(all, SEVERITY_ERROR, "file-unreadable", file->from, "%.*s has changed",
                 TEXT_ARGS(file->source->name));
        loader->unreadable = true;
        file->tree.root = NULL;
        return;
    }
    if (!file->tree.complete) {
        undo(loader, &before);
        file->types_declared = false;
        parsing = diagnostics_create_beside(all);
        reading = diagnostics_create_beside(all);
        file->tree = tree_parse(file->source, loader->trees, loader->arena, parsing, NULL);
    }
    loader->early.stopped = loader->early.stopped || has_more(file);
    diagnostics_append(all, parsing);
    diagnostics_append(loader->early.diagnostics, reading);
}

/* ---------------------------------------------------------------- when all types are known */

void early_finish(struct loader *loader)
{
    diagnostics_append(loader->diagnostics, loader->early.diagnostics);
    finish_shapes(loader);
}
