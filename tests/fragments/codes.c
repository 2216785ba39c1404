/*
 * Prints what a fragment of `classify` holds, a line each, for scripts to read:
 *
 *     codes FRAGMENT
 *
 *     header errno.h
 *     primary 255
 *     constant CURLE_OK 0        or: constant ENOENT
 *     alias EWOULDBLOCK EAGAIN
 *     ignore CURLE_OK
 *     group missing ENOENT
 */
#include "yaml/tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct diagnostics *diagnostics;

static void give_up(const char *why)
{
    fprintf(stderr, "codes: %s\n", why);
    exit(1);
}

static void out_of_memory(void)
{
    give_up("out of memory");
}

static const struct node *read_fragment(const char *path)
{
    struct sources *sources = sources_create(arena);
    diagnostics = diagnostics_create(arena, sources);
    const struct source *source;
    if (source_read(sources, path, (struct span){0, 0}, diagnostics, &source) != SOURCE_OK)
        give_up("the fragment can't be read");
    struct tree tree = tree_parse(source, arena, arena, diagnostics, NULL);
    if (!tree.complete || diagnostics_count(diagnostics, SEVERITY_ERROR))
        give_up("the fragment is not YAML");
    return tree.root;
}

static void print_scalar(const char *what, const struct node *definition)
{
    const struct node *node = node_get(definition, what);
    if (node)
        printf("%s %.*s\n", what, TEXT_ARGS(node->text));
}

/* "what item" of a sequence, "what key value" of a mapping. */
static void print_items(const char *what, const struct node *collection)
{
    if (!collection)
        return;
    for (const struct node *item = collection->first; item; item = item->next)
        if (collection->kind == NODE_SEQUENCE)
            printf("%s %.*s\n", what, TEXT_ARGS(item->text));
        else
            printf("%s %.*s %.*s\n", what, TEXT_ARGS(item->text), TEXT_ARGS(item->value->text));
}

static void print_groups(const struct node *groups)
{
    if (!groups)
        give_up("the fragment has no groups");
    for (const struct node *group = groups->first; group; group = group->next)
        for (const struct node *code = group->value->first; code; code = code->next)
            printf("group %.*s %.*s\n", TEXT_ARGS(group->text), TEXT_ARGS(code->text));
}

int main(int argc, char **argv)
{
    if (argc != 2)
        give_up("usage: codes FRAGMENT");
    arena = arena_create(out_of_memory);
    const struct node *classify = node_get(read_fragment(argv[1]), "classify");
    if (!classify || classify->count != 1)
        give_up("the fragment does not define one source");
    const struct node *definition = classify->first->value;
    print_scalar("header", definition);
    print_scalar("codes", definition);
    print_scalar("primary", definition);
    print_items("constant", node_get(definition, "constants"));
    print_items("alias", node_get(definition, "aliases"));
    print_items("ignore", node_get(definition, "ignore"));
    print_groups(node_get(definition, "groups"));
    arena_destroy(arena);
    return 0;
}
