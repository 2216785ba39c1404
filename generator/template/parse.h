/*
 * The inside of the template engine: scan.c, path.c and parse.c build the tree of nodes (in the
 * arena, one for each tag and each run of text), render.c walks it, resolve.c finds what its paths
 * mean.
 */
#ifndef PROBLEMC_TEMPLATE_PARSE_H
#define PROBLEMC_TEMPLATE_PARSE_H

#include "base/map.h"
#include "template/escapers.h"
#include "template/template.h"

enum template_kind {
    TEMPLATE_TEXT,
    TEMPLATE_SLOT,
    TEMPLATE_SECTION,
    TEMPLATE_INVERTED,
    TEMPLATE_PARTIAL,
};

/* Where a path begins. */
enum path_scope {
    PATH_NAME,  /* code, problem.code: in the current item, else in the root */
    PATH_ROOT,  /* $.code: in the root */
    PATH_ITEM,  /* . */
    PATH_FIRST, /* -first */
    PATH_LAST,  /* -last */
    PATH_INDEX, /* -index */
};

/* A name, and where it was found last: most often it is there the next time, too. */
struct path_name {
    struct text text;
    const char *field; /* the same name as the map has it, or NULL */
    size_t place;      /* of the field in the map */
};

struct path {
    enum path_scope scope;
    struct path_name *names;
    size_t count;      /* 0 for the scopes that are complete in themselves */
    size_t root_place; /* of the first name in the root */
    struct text written;
};

/* False: `written` is no path. `path->written` is set all the same. */
bool path_parse(struct arena *arena, struct text written, struct path *path);
bool path_is_partial(struct text name); /* can it name a partial? */

struct template_node {
    enum template_kind kind;
    struct span span; /* of the tag, braces included */
    struct text text; /* text: itself; partial alone on its line: the blanks before it */
    struct path path;
    const struct escaper *escaper;  /* slot: NULL where none is named */
    const struct escaper *usual;    /* slot of text in an HTML template: NULL in others */
    struct template_file *target;   /* partial */
    struct template_node *children; /* section */
    struct template_node *next;
    bool reported;
};

/* A template or partial. */
struct template_file {
    const struct source *source;
    struct template_node *nodes;
};

struct template_tree {
    struct template_file **files; /* the template itself first */
    size_t count;
    struct map names; /* of partials: index in files */
    template_loader *partials;
    void *context;
    struct arena *arena;
    struct diagnostics *diagnostics; /* of parsing */
    bool failed;
};

#endif
