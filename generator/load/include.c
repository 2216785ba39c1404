/*
 * Finds and reads the files of a registry: the one that was named, and depth first what it
 * includes, and what holds the definitions that its sources use. A file that is reached twice is
 * read once; one that includes itself is an error. Whether two paths are one file is asked of the
 * system, not of the paths.
 */
#include "load/loader.h"

/* A file on the way from the main file to the one being read. */
struct step {
    const struct step *outer;
    struct source_identity identity;
    struct span from;
};

struct includer {
    struct loader *loader;
    struct source_identity *seen; /* files that have been read */
    size_t seen_count;
};

enum {
    INCLUDE_DEPTH_MAX = 64,
};

static void load_file(struct includer *includer, const char *path, struct span from,
                      const struct step *outer);

/* ---------------------------------------------------------------- which file a name means */

/* `name` beside the including file or in one of the include directories; NULL when it is nowhere.
 */
static const char *find_include(struct includer *includer, const struct file *including,
                                struct text name)
{
    struct loader *loader = includer->loader;
    struct source_identity identity;
    const char *path = source_beside(loader->sources, including->source, name).bytes;
    if (name.bytes[0] == '/' || source_find(loader->sources, path, &identity))
        return path;
    for (size_t i = 0; i < loader->includes->count; i++) {
        const char *other = arena_format(loader->arena, "%s/%.*s", loader->includes->directories[i],
                                         TEXT_ARGS(name))
                                .bytes;
        if (source_find(loader->sources, other, &identity))
            return other;
    }
    return NULL;
}

/* False where the system could not say: reading the file will tell why. */
static bool is_known(struct source_identity identity)
{
    return identity.device || identity.number;
}

static bool is_same(struct source_identity a, struct source_identity b)
{
    return a.device == b.device && a.number == b.number;
}

static bool already_seen(struct includer *includer, struct source_identity identity)
{
    for (size_t i = 0; i < includer->seen_count; i++)
        if (is_same(includer->seen[i], identity))
            return true;
    *(struct source_identity *)arena_push(includer->loader->arena, &includer->seen,
                                          includer->seen_count++, sizeof identity) = identity;
    return false;
}

/* Reports when the file is on the way to itself, or the way is too long. */
static bool closes_cycle(struct includer *includer, struct source_identity identity,
                         struct span from, const struct step *outer)
{
    int depth = 0;
    for (const struct step *step = outer; step; step = step->outer, depth++)
        if (is_same(step->identity, identity)) {
            struct diagnostic *bad = diagnose(includer->loader->diagnostics, SEVERITY_ERROR,
                                              "include-cycle", from, "this file includes itself");
            for (const struct step *via = outer; via != step; via = via->outer)
                diagnostic_note(bad, via->from, "by way of this include");
            return true;
        }
    if (depth >= INCLUDE_DEPTH_MAX)
        diagnose(includer->loader->diagnostics, SEVERITY_ERROR, "include-depth", from,
                 "files include each other more than %d deep", INCLUDE_DEPTH_MAX);
    return depth >= INCLUDE_DEPTH_MAX;
}

/* ---------------------------------------------------------------- includes of one file */

static void follow_include(struct includer *includer, const struct file *including,
                           const struct node *item, const struct step *outer)
{
    struct loader *loader = includer->loader;
    if (item->kind != NODE_SCALAR || item->text.length == 0) {
        diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", item->span,
                 "an include must be a file's name");
        return;
    }
    const char *path = find_include(includer, including, arena_copy(loader->arena, item->text));
    if (path == NULL) {
        struct diagnostic *bad =
            diagnose(loader->diagnostics, SEVERITY_ERROR, "include-missing", item->span,
                     "there is no file %.*s", TEXT_ARGS(item->text));
        diagnostic_help(bad,
                        "includes are looked for beside the file, in the directories given with "
                        "-I,\nand among problemc's own");
        return;
    }
    load_file(includer, path, item->span, outer);
}

static void follow_includes(struct includer *includer, const struct file *file,
                            const struct step *outer)
{
    const struct node *root = file->tree.root;
    const struct node *include =
        root && root->kind == NODE_MAPPING ? node_get(root, "include") : NULL;
    if (include == NULL)
        return;
    if (include->kind != NODE_SEQUENCE) {
        diagnose(includer->loader->diagnostics, SEVERITY_ERROR, "wrong-type", include->span,
                 "include must be a list of files");
        return;
    }
    for (const struct node *item = include->first; item; item = item->next)
        follow_include(includer, file, item, outer);
}

/* A definition's name leads to the file of that name, if there is one: it may also be in another
 * that is included. What is wrong with the name is said where it is read. */
static void follow_use(struct includer *includer, const struct file *file,
                       const struct node *classifier, const struct step *outer)
{
    struct arena *arena = includer->loader->arena;
    const struct node *use = classifier->kind == NODE_MAPPING ? node_get(classifier, "use") : NULL;
    if (use == NULL || use->kind != NODE_SCALAR || !is_name(use->text))
        return;
    const char *path =
        find_include(includer, file, arena_format(arena, "%.*s.yaml", TEXT_ARGS(use->text)));
    if (path)
        load_file(includer, path, use->span, outer);
}

static void follow_uses(struct includer *includer, const struct file *file,
                        const struct step *outer)
{
    const struct node *root = file->tree.root;
    const struct node *classify =
        root && root->kind == NODE_MAPPING ? node_get(root, "classify") : NULL;
    if (classify == NULL || classify->kind != NODE_MAPPING)
        return;
    for (const struct node *key = classify->first; key; key = key->next)
        follow_use(includer, file, key->value, outer);
}

/* The base that a fragment brings for its own problems. */
static struct string fragment_base(const struct tree *tree)
{
    const struct node *base =
        tree->root && tree->root->kind == NODE_MAPPING ? node_get(tree->root, "base") : NULL;
    bool text = base && base->kind == NODE_SCALAR && !node_is_null(base);
    return text ? (struct string){base->text, base->span} : (struct string){{NULL, 0}, {0, 0}};
}

static void load_file(struct includer *includer, const char *path, struct span from,
                      const struct step *outer)
{
    struct loader *loader = includer->loader;
    const struct source *source;
    struct source_identity identity;
    if (source_find(loader->sources, path, &identity) && is_known(identity) &&
        (closes_cycle(includer, identity, from, outer) || already_seen(includer, identity)))
        return;
    switch (source_read(loader->sources, path, from, loader->diagnostics, &source)) {
    case SOURCE_UNREADABLE:
        loader->unreadable = true;
        return;
    case SOURCE_REFUSED:
        loader->registry->complete = false;
        return;
    case SOURCE_OK:
        break;
    }
    struct file *file = arena_allocate(loader->arena, sizeof *file);
    file->source = source;
    file->from = from;
    file->main = outer == NULL;
    early_parse(loader, file);
    file->base = fragment_base(&file->tree);
    if (!file->tree.complete)
        loader->registry->complete = false;
    *(struct file **)arena_push(loader->arena, &loader->files, loader->file_count++,
                                sizeof *loader->files) = file;
    struct step step = {outer, identity, from};
    follow_includes(includer, file, &step);
    follow_uses(includer, file, &step);
}

bool load_files(struct loader *loader, const char *path)
{
    struct includer includer = {.loader = loader};
    load_file(&includer, path, (struct span){0, 0}, NULL);
    return loader->file_count && loader->files[0]->main && loader->files[0]->tree.root;
}
