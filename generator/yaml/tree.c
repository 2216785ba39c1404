/*
 * Events into the tree.
 */
#include "yaml/tree.h"

#include "yaml/events.h"
#include "yaml/strict.h"
#include "yaml/syntax.h"
#include "yaml/written.h"

enum {
    NODES_AT_ONCE = 256,
    EVENTS_AT_ONCE = 1024, /* after so many it is told how far this is */
    WATCHED_DEPTH = 2,     /* of mappings whose entries a watcher is told of */
};

/* A collection that is being read. */
struct level {
    struct node *node;
    struct node *last; /* item or key, or NULL */
    bool wants_value;  /* `last` is a key that has none yet */
};

/* Nodes that are not used yet. */
struct pool {
    struct node *nodes;
    size_t left;
};

struct parse {
    struct strict strict;
    const struct source *source;
    struct arena *arena, *texts; /* for nodes; for values that are no slices of the source */
    struct events *events;
    struct pool pool;
    const struct tree_watcher *watcher;
    struct pool pool_before; /* the value of the watched entry that is open */
    struct arena_mark mark_before;
    struct node *taken;                      /* stands for all values that the watcher has read */
    struct node document;                    /* with the root as its only item */
    struct level levels[TREE_DEPTH_MAX + 1]; /* open collections from 1; 0 is the document */
    size_t depth;
    const struct node *value; /* completed last */
    bool in_document;
};

/* ---------------------------------------------------------------- building */

static bool in_flow(const struct parse *parse)
{
    return parse->levels[parse->depth].node->flow;
}

static void fill_pool(struct parse *parse)
{
    parse->pool = (struct pool){arena_array(parse->arena, NODES_AT_ONCE, sizeof *parse->pool.nodes),
                                NODES_AT_ONCE};
}

static struct node *new_node(struct parse *parse, enum node_kind kind, size_t begin, size_t end)
{
    if (parse->pool.left == 0)
        fill_pool(parse);
    parse->pool.left--;
    struct node *node = parse->pool.nodes++;
    *node = (struct node){.kind = (uint8_t)kind, .span = span_in(parse->source, begin, end)};
    return node;
}

/* Whether the next node is a key. */
static bool wants_key(const struct parse *parse)
{
    const struct level *level = &parse->levels[parse->depth];
    return level->node->kind == NODE_MAPPING && !level->wants_value;
}

/* Puts a node where it belongs: the next item, the next key, or a key's value. */
static void attach(struct parse *parse, struct node *node)
{
    struct level *level = &parse->levels[parse->depth];
    if (level->wants_value) {
        level->last->value = node;
        level->wants_value = false;
        return;
    }
    if (level->last == NULL)
        level->node->first = node;
    else
        level->last->next = node;
    level->last = node;
    level->node->count++;
    level->wants_value = level->node->kind == NODE_MAPPING;
}

static struct node *empty_scalar(struct parse *parse, size_t at)
{
    struct node *node = new_node(parse, NODE_SCALAR, at, at);
    node->text = TEXT("");
    return node;
}

/* The collection is complete, or as complete as it gets. `end`: after its bracket; 0 for one that
 * ends with its last child. */
static void close_level(struct parse *parse, size_t end)
{
    struct level *level = &parse->levels[parse->depth];
    struct node *node = level->node;
    bool complete = end != 0 || !node->flow;
    if (level->wants_value)
        level->last->value = empty_scalar(parse, level->last->span.end - parse->source->base);
    level->wants_value = false;
    if (end != 0)
        node->span.end = parse->source->base + (uint32_t)end;
    else if (level->last != NULL)
        node->span.end =
            node->kind == NODE_MAPPING ? level->last->value->span.end : level->last->span.end;
    parse->depth--;

    bool is_key =
        parse->levels[parse->depth].last == node && parse->levels[parse->depth].wants_value;
    if (is_key)
        node->value = NULL; /* its children are nobody's: such a key is refused */
    else if (node->kind == NODE_MAPPING)
        strict_mapping(&parse->strict, node, complete, in_flow(parse));
    if (!is_key)
        parse->value = node;
}

/* ---------------------------------------------------------------- watched entries */

/* A collection is about to be opened. Where it is the value of an entry that will be told of, its
 * nodes may go back. */
static void before_entry(struct parse *parse)
{
    if (parse->watcher == NULL || parse->depth != WATCHED_DEPTH)
        return;
    if (parse->pool.left < NODES_AT_ONCE / 2) /* as many as most entries need go back unused */
        fill_pool(parse);
    parse->mark_before = arena_mark(parse->arena);
    parse->pool_before = parse->pool;
}

/* A collection has been closed: whether that completes an entry that is watched. */
static void after_entry(struct parse *parse)
{
    struct level *level = &parse->levels[parse->depth], *outermost = &parse->levels[1];
    if (parse->watcher == NULL || parse->depth == 0 || parse->depth > WATCHED_DEPTH ||
        parse->value != level->last->value)
        return;
    for (size_t i = 1; i <= parse->depth; i++)
        if (parse->levels[i].node->kind != NODE_MAPPING || parse->levels[i].node->flow ||
            parse->levels[i].last->kind != NODE_SCALAR)
            return;
    const struct node *under = parse->depth > 1 ? outermost->last : NULL;
    if (!parse->watcher->entry(parse->watcher->context, outermost->node, under, level->last) ||
        under == NULL)
        return;
    *parse->taken = (struct node){.kind = NODE_MAPPING, .taken = true, .span = parse->value->span};
    parse->value = level->last->value = parse->taken;
    arena_release(parse->arena, parse->mark_before);
    parse->pool = parse->pool_before;
}

/* ---------------------------------------------------------------- events */

static enum node_style style_of(uint8_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return STYLE_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return STYLE_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE:
        return STYLE_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return STYLE_FOLDED;
    default:
        return STYLE_PLAIN;
    }
}

static void scalar_event(struct parse *parse, const struct event *event)
{
    bool is_key = wants_key(parse), flow = in_flow(parse);
    size_t begin = event->begin, end = event->end;
    if (event->properties)
        begin = strict_properties(&parse->strict, begin, flow);
    struct node *node = new_node(parse, NODE_SCALAR, begin < end ? begin : end, end);
    node->style = (uint8_t)style_of(event->style);
    node->text = event->written ? event->value : arena_copy(parse->texts, event->value);
    attach(parse, node);
    if (is_key)
        return;
    parse->value = node;
    strict_value(&parse->strict, node, flow);
}

/* An alias is an error, and most likely a text: as such it stays. */
static void alias_event(struct parse *parse, const struct event *event)
{
    bool is_key = wants_key(parse), flow = in_flow(parse);
    size_t begin = event->begin, end = event->end;
    strict_properties(&parse->strict, begin, flow);
    struct node *node = new_node(parse, NODE_SCALAR, begin, end);
    node->text = text_slice(parse->source->bytes, begin, end - begin);
    attach(parse, node);
    if (!is_key)
        parse->value = node;
}

static bool open_level(struct parse *parse, const struct event *event)
{
    enum node_kind kind = event->type == YAML_SEQUENCE_START_EVENT ? NODE_SEQUENCE : NODE_MAPPING;
    size_t begin = event->begin;
    if (parse->depth == TREE_DEPTH_MAX) {
        struct diagnostic *finding = strict_finding(&parse->strict, SEVERITY_ERROR, "yaml-depth",
                                                    begin, begin + 1, "this is nested too deeply");
        diagnostic_help(finding, "a registry has at most %d levels", TREE_DEPTH_MAX);
        return false;
    }
    if (event->properties)
        begin = strict_properties(&parse->strict, begin, in_flow(parse));
    before_entry(parse);
    struct node *node = new_node(parse, kind, begin, begin + event->flow);
    node->flow = event->flow;
    attach(parse, node);
    parse->levels[++parse->depth] = (struct level){.node = node};
    return true;
}

/* False: a second document, where reading ends. */
static bool document_event(struct parse *parse, const struct event *event)
{
    size_t begin = event->begin;
    if (parse->in_document) {
        struct diagnostic *finding =
            strict_finding(&parse->strict, SEVERITY_ERROR, "yaml-documents", begin,
                           trimmed(parse->source, begin, line_end(parse->source, begin)),
                           "a second document begins here");
        diagnostic_help(finding, "a file holds one document: put this into a file of its own and "
                                 "name that under include");
        return false;
    }
    parse->in_document = true;
    if (event->directives)
        strict_directive(&parse->strict, begin);
    return true;
}

/* False: nothing more is to be read. */
static bool handle(struct parse *parse, const struct event *event)
{
    switch (event->type) {
    case YAML_STREAM_END_EVENT:
        return false;
    case YAML_DOCUMENT_START_EVENT:
        return document_event(parse, event);
    case YAML_SCALAR_EVENT:
        scalar_event(parse, event);
        return true;
    case YAML_ALIAS_EVENT:
        alias_event(parse, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return open_level(parse, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(parse, in_flow(parse) ? event->end : 0);
        after_entry(parse);
        return true;
    default:
        return true;
    }
}

static void explain(struct parse *parse)
{
    const struct events_failure failure = events_failure(parse->events);
    const struct syntax_error error = {
        .problem = failure.problem,
        .context_words = failure.context_words,
        .at = failure.at,
        .context = failure.context_words ? failure.context : SYNTAX_NO_CONTEXT,
        .open = parse->depth ? parse->levels[parse->depth].node : NULL,
        .value = parse->value,
    };
    syntax_explain(&parse->strict, &error);
}

/* True: the file was read to its end. */
static bool read_events(struct parse *parse)
{
    for (size_t count = 0;; count++) {
        const struct event *event = events_next(parse->events);
        if (event == NULL) {
            if (parse->watcher == NULL) /* else some of the file may have been let go of */
                explain(parse);
            return false;
        }
        if (count % EVENTS_AT_ONCE == 0)
            diagnostics_progress(parse->strict.diagnostics, "reading", event->begin,
                                 parse->source->bytes.length);
        bool at_end = event->type == YAML_STREAM_END_EVENT;
        bool more = handle(parse, event);
        if (!more || strict_full(&parse->strict))
            return at_end;
    }
}

struct tree tree_parse(const struct source *source, struct arena *arena, struct arena *texts,
                       struct diagnostics *diagnostics, const struct tree_watcher *watcher)
{
    struct parse parse = {
        .strict = {.source = source, .arena = texts, .diagnostics = diagnostics},
        .source = source,
        .arena = arena,
        .texts = texts,
        .watcher = watcher,
        .document = {.kind = NODE_SEQUENCE},
    };
    parse.levels[0].node = &parse.document;
    parse.taken = new_node(&parse, NODE_MAPPING, 0, 0);
    parse.events = events_begin(source, watcher ? pieces_plan(source) : PIECES_NONE, texts);
    struct tree tree = {.complete = read_events(&parse)};
    while (parse.depth > 0)
        close_level(&parse, 0);
    events_end(parse.events);

    struct node *root = parse.document.first;
    if (root != NULL && !node_is_null(root))
        tree.root = root;
    if (tree.root == NULL && tree.complete) {
        struct diagnostic *finding =
            strict_finding(&parse.strict, SEVERITY_ERROR, "yaml-empty", 0, 0, "the file is empty");
        diagnostic_help(finding, "a registry begins with  problemc: 1");
    }
    return tree;
}
