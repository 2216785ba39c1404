/*
 * Rendering: a walk over the parsed tree, down into sections and partials.
 */
#include "template/resolve.h"

#include <inttypes.h>
#include <string.h>

struct renderer {
    struct diagnostics *diagnostics;
    struct buffer *out;
    struct text indent; /* before every line that is not empty */
    size_t depth;       /* of partials */
    size_t steps;       /* tags and texts rendered so far */
    bool stopped;       /* partials without end, or far too much: nothing more is rendered */
    size_t line;        /* where the last line of out[0 .. seen) begins */
    size_t seen;
};

/* --- output --- */

/* Called before anything is written: a line that begins here begins with the indentation. */
static void begin_line(struct renderer *renderer)
{
    struct buffer *out = renderer->out;
    if (renderer->indent.length && (out->length == 0 || out->bytes[out->length - 1] == '\n'))
        buffer_text(out, renderer->indent);
}

static void write_text(struct renderer *renderer, struct text text)
{
    if (renderer->indent.length == 0) {
        buffer_text(renderer->out, text);
        return;
    }
    while (text.length > 0) {
        const char *end = memchr(text.bytes, '\n', text.length);
        size_t length = end ? (size_t)(end - text.bytes) + 1 : text.length;
        if (text.bytes[0] != '\n' && text.bytes[0] != '\r')
            begin_line(renderer);
        buffer_text(renderer->out, text_slice(text, 0, length));
        text = text_slice(text, length, text.length);
    }
}

/* How many bytes stand on the last line of output. Looks at no byte twice. */
static size_t column(struct renderer *renderer)
{
    const struct buffer *out = renderer->out;
    size_t at = out->length;
    while (at >= renderer->seen + 8 && !word_holds(word_at(out->bytes + at - 8), '\n'))
        at -= 8;
    while (at > renderer->seen && out->bytes[at - 1] != '\n')
        at--;
    if (at > renderer->seen)
        renderer->line = at;
    renderer->seen = out->length;
    return out->length - renderer->line;
}

/* Complete lines may go. */
static void hand_on(struct renderer *renderer)
{
    struct buffer *out = renderer->out;
    if (!buffer_has_enough(out))
        return;
    buffer_hand_on(out, column(renderer));
    renderer->line = 0;
    renderer->seen = out->length;
    renderer->stopped = renderer->stopped || out->broken;
}

static struct text printed(const struct value *value, struct arena *arena)
{
    switch (value->kind) {
    case VALUE_BOOLEAN:
        return value->as.boolean ? TEXT("true") : TEXT("false");
    case VALUE_INTEGER: /* prints itself where no escaper is named */
        return arena_format(arena, "%" PRId64, value->as.integer);
    case VALUE_IDENTIFIER:
    case VALUE_TEXT:
    case VALUE_BYTES:
    case VALUE_JSON:
        return value->as.text;
    case VALUE_ABSENT:
    case VALUE_LIST:
    case VALUE_MAP:
        break;
    }
    return TEXT("");
}

/* What the slot names, or what is usual for texts in this kind of template. */
static const struct escaper *escaper_of(const struct template_node *node, const struct value *value)
{
    bool text = value->kind == VALUE_TEXT || value->kind == VALUE_JSON;
    return node->escaper == NULL && text ? node->usual : node->escaper;
}

static bool may_print(const struct renderer *renderer, struct template_node *node,
                      const struct value *value)
{
    const struct escaper *escaper = escaper_of(node, value);
    const char *ruled_out = NULL;
    if (value->kind == VALUE_LIST || value->kind == VALUE_MAP)
        ruled_out = "opens a section and cannot be printed";
    else if (value->kind == VALUE_TEXT && escaper == NULL)
        ruled_out = "must name its escaper";
    else if (value->kind == VALUE_BYTES && (escaper == NULL || !escaper->takes_bytes))
        ruled_out = "prints through c_string only";
    if (ruled_out)
        template_report_kind(node, node->path.written, value->kind, ruled_out,
                             renderer->diagnostics);
    return ruled_out == NULL;
}

static void render_slot(struct renderer *renderer, struct template_node *node,
                        const struct scope *scope)
{
    struct value made;
    const struct value *value = template_resolve(node, scope, renderer->diagnostics, &made);
    if (value == NULL || value->kind == VALUE_ABSENT || !may_print(renderer, node, value))
        return;
    const struct escaper *escaper = escaper_of(node, value);
    if (value->kind == VALUE_INTEGER && escaper == NULL) {
        begin_line(renderer);
        buffer_integer(renderer->out, value->as.integer);
        return;
    }
    struct text text = printed(value, renderer->out->arena);
    if (text.length || (escaper && escaper->quotes))
        begin_line(renderer);
    if (escaper)
        escaper->escape(renderer->out, text, column(renderer));
    else
        buffer_text(renderer->out, text);
}

/* --- the walk --- */

static void render_nodes(struct renderer *renderer, struct template_node *nodes,
                         const struct scope *scope);

static bool is_shown(const struct value *value)
{
    switch (value->kind) {
    case VALUE_ABSENT:
        return false;
    case VALUE_BOOLEAN:
        return value->as.boolean;
    case VALUE_LIST:
        return value->as.list.count > 0;
    default:
        return true;
    }
}

/* What is made for an item goes with it. */
static void render_items(struct renderer *renderer, struct template_node *node,
                         const struct value *root, const struct value *list)
{
    struct arena *arena = value_items_arena(list);
    struct arena_mark mark = arena ? arena_mark(arena) : (struct arena_mark){0};
    size_t count = list->as.list.count;
    for (size_t i = 0; i < count && !renderer->stopped; i++) {
        struct value item = value_item(list, i);
        if (i % 1024 == 1023)
            diagnostics_progress(renderer->diagnostics, "writing", i, count);
        render_nodes(renderer, node->children, &(struct scope){root, &item, i, count});
        hand_on(renderer);
        if (arena)
            arena_release(arena, mark);
    }
}

static void render_section(struct renderer *renderer, struct template_node *node,
                           const struct scope *scope)
{
    struct value made;
    const struct value *value = template_resolve(node, scope, renderer->diagnostics, &made);
    if (value == NULL || is_shown(value) != (node->kind == TEMPLATE_SECTION))
        return;
    if (node->kind == TEMPLATE_SECTION && value->kind == VALUE_LIST) {
        render_items(renderer, node, scope->root, value);
    } else if (node->kind == TEMPLATE_SECTION && value->kind == VALUE_MAP) {
        render_nodes(renderer, node->children, &(struct scope){scope->root, value, 0, 0});
    } else {
        render_nodes(renderer, node->children, scope);
    }
}

static void render_partial(struct renderer *renderer, struct template_node *node,
                           const struct scope *scope)
{
    if (renderer->depth == TEMPLATE_DEPTH_MAX) {
        renderer->stopped = true;
        if (template_first_finding(node))
            diagnose(renderer->diagnostics, SEVERITY_ERROR, "template-depth", node->span,
                     "partials are nested more than %d deep", TEMPLATE_DEPTH_MAX);
        return;
    }
    struct text outer = renderer->indent;
    if (node->text.length && outer.length)
        renderer->indent =
            arena_format(renderer->out->arena, "%.*s%.*s", TEXT_ARGS(outer), TEXT_ARGS(node->text));
    else if (node->text.length)
        renderer->indent = node->text;
    renderer->depth++;
    render_nodes(renderer, node->target->nodes, scope);
    renderer->depth--;
    renderer->indent = outer;
}

/* Sections over the root's lists in each other multiply. */
static void stop_here(struct renderer *renderer, const struct template_node *node)
{
    renderer->stopped = true;
    diagnose(renderer->diagnostics, SEVERITY_ERROR, "template-size", node->span,
             "the template renders more than %d tags", TEMPLATE_STEPS_MAX);
}

static void render_nodes(struct renderer *renderer, struct template_node *nodes,
                         const struct scope *scope)
{
    for (struct template_node *node = nodes; node && !renderer->stopped; node = node->next) {
        if (renderer->steps++ == TEMPLATE_STEPS_MAX)
            stop_here(renderer, node);
        switch (node->kind) {
        case TEMPLATE_TEXT:
            write_text(renderer, node->text);
            break;
        case TEMPLATE_SLOT:
            render_slot(renderer, node, scope);
            break;
        case TEMPLATE_SECTION:
        case TEMPLATE_INVERTED:
            render_section(renderer, node, scope);
            break;
        case TEMPLATE_PARTIAL:
            render_partial(renderer, node, scope);
            break;
        }
    }
}

bool template_run(struct template_tree *template, const struct value *root,
                  struct diagnostics *diagnostics, struct buffer *out)
{
    struct renderer renderer = {.diagnostics = diagnostics, .out = out};
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
    render_nodes(&renderer, template->files[0]->nodes, &(struct scope){root, root, 0, 0});
    if (diagnostics_count(diagnostics, SEVERITY_ERROR) != errors)
        template->failed = true;
    return !template->failed;
}

bool template_render(const struct source *source, const struct value *root,
                     template_loader *partials, void *context, struct diagnostics *diagnostics,
                     struct buffer *out)
{
    struct template_tree *template =
        template_parse(source, partials, context, out->arena, diagnostics);
    return template && template_run(template, root, diagnostics, out);
}
