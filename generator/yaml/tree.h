/*
 * The spanned YAML tree: what the registry file says, before anyone asks what it means. Strict by
 * design (design rule: no anchors, aliases, tags, merges, duplicate keys, non-scalar keys, second
 * documents, deep nesting): whatever YAML would bend in silence is an error here with a hint.
 */
#ifndef PROBLEMC_YAML_TREE_H
#define PROBLEMC_YAML_TREE_H

#include "source/diagnostic.h"

enum {
    TREE_DEPTH_MAX = 64,
};

enum node_kind {
    NODE_SCALAR,
    NODE_SEQUENCE,
    NODE_MAPPING,
};

enum node_style {
    STYLE_PLAIN, /* the only style in which a scalar can be null, a number or a boolean */
    STYLE_SINGLE_QUOTED,
    STYLE_DOUBLE_QUOTED,
    STYLE_LITERAL,
    STYLE_FOLDED,
};

struct node {
    uint8_t kind;      /* enum node_kind */
    uint8_t style;     /* enum node_style, for scalars */
    bool flow;         /* a mapping or sequence written with braces or brackets */
    bool taken;        /* stands for a mapping that a watcher has read, and that is gone */
    uint32_t count;    /* children of a sequence, entries of a mapping */
    struct span span;  /* as written: quotes, brackets and block indicators included */
    struct text text;  /* a scalar's value; may hold NUL and anything "\x.." can write */
    struct node *next; /* next item, or next key */
    union {
        struct node *first; /* first item of a sequence, first key of a mapping */
        struct node *value; /* of a key, which is a scalar: never NULL */
    };
};

struct tree {
    struct node *root; /* NULL: empty document, or nothing could be read */
    bool complete; /* false: a syntax error ended the file; what came before it is in the tree */
};

/*
 * Somebody who is told when an entry of the outermost mapping is complete whose value is a
 * collection, or such an entry of the mapping under its key `under`; of what is inside braces,
 * nothing is told. True: its value has been read, and no other entry with a true has its key. Then
 * the value goes with all nodes in it; the key stays, and may get a text of its own.
 */
struct tree_watcher {
    bool (*entry)(void *context, const struct node *root, const struct node *under,
                  struct node *key);
    void *context;
};

/* Nodes go into `arena`; what their texts hold is in the source or in `texts`, and may outlive
 * them. `watcher` may be NULL. Where it is not, a syntax error is not reported: without it, and
 * with all of the source there, it will be. */
struct tree tree_parse(const struct source *source, struct arena *arena, struct arena *texts,
                       struct diagnostics *diagnostics, const struct tree_watcher *watcher);

/* The value under `key` in a mapping, or NULL. */
const struct node *node_get(const struct node *mapping, const char *key);

bool text_is_null(struct text text); /* empty, ~, null, Null, NULL */

/* A plain scalar that YAML reads as null. */
static inline bool node_is_null(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == STYLE_PLAIN && node->text.length <= 4 &&
           text_is_null(node->text);
}

#endif
