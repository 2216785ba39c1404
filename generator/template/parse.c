/*
 * Parsing: one pass over the bytes of each file, text and tags in turn. Sections that are open are
 * a stack, partials that are named but not yet parsed a queue, so nothing here recurses.
 *
 *   template = { text | tag }
 *   tag      = "{{" [ "#" | "^" | "/" ] path "}}"
 *            | "{{" path [ "|" escaper ] "}}"
 *            | "{{>" partial "}}" | "{{!" comment "}}" | "{{\"" text "\"}}"
 *   path     = "." | "-first" | "-last" | "-index" | [ "$." ] name { "." name }
 */
#include "template/parse.h"
#include "template/scan.h"

#include <string.h>

#define LITERAL_BRACES "for two literal braces write {{\"{{\"}}"

struct open_section {
    struct template_node *section;
    struct template_node **after; /* where its next sibling goes */
};

struct parser {
    struct template_tree *template;
    const struct source *source;
    struct template_node **tail; /* where the next node goes */
    struct open_section open[TEMPLATE_DEPTH_MAX];
    size_t depth;
};

static struct span span_at(const struct parser *parser, size_t begin, size_t end)
{
    uint32_t base = parser->source->base;
    return (struct span){base + (uint32_t)begin, base + (uint32_t)end};
}

static struct span span_of(const struct parser *parser, const struct tag *tag)
{
    return span_at(parser, tag->begin, tag->end);
}

/* --- nodes --- */

static struct template_node *add_node(struct parser *parser, enum template_kind kind,
                                      struct span span)
{
    struct template_node *node = arena_allocate(parser->template->arena, sizeof *node);
    node->kind = kind;
    node->span = span;
    *parser->tail = node;
    parser->tail = &node->next;
    return node;
}

static void add_text(struct parser *parser, size_t begin, size_t end)
{
    if (begin < end)
        add_node(parser, TEMPLATE_TEXT, span_at(parser, begin, end))->text =
            text_slice(parser->source->bytes, begin, end - begin);
}

/* --- tags --- */

static void refuse_name(struct parser *parser, const struct tag *tag, struct text written)
{
    struct diagnostics *diagnostics = parser->template->diagnostics;
    struct span span = span_of(parser, tag);
    struct diagnostic *finding;
    if (written.length == 0)
        finding = diagnose(diagnostics, SEVERITY_ERROR, "template-syntax", span,
                           "this tag names nothing");
    else
        finding = diagnose(diagnostics, SEVERITY_ERROR, "template-syntax", span,
                           "\"%.*s\" is not a name", TEXT_ARGS(written));
    diagnostic_help(finding, LITERAL_BRACES);
}

static bool read_path(struct parser *parser, const struct tag *tag, struct text written,
                      struct path *path)
{
    bool read = path_parse(parser->template->arena, written, path);
    if (!read)
        refuse_name(parser, tag, written);
    return read;
}

static void add_slot(struct parser *parser, const struct tag *tag)
{
    const char *bar = tag->body.length ? memchr(tag->body.bytes, '|', tag->body.length) : NULL;
    size_t before = bar ? (size_t)(bar - tag->body.bytes) : tag->body.length;
    struct path path;
    if (!read_path(parser, tag, tag_trimmed(text_slice(tag->body, 0, before)), &path))
        return;
    struct template_node *slot = add_node(parser, TEMPLATE_SLOT, span_of(parser, tag));
    slot->path = path;
    if (bar == NULL) {
        slot->usual = text_ends_with(parser->source->name, TEXT(".html.mustache"))
                          ? escaper_find(TEXT("html"))
                          : NULL;
        return;
    }

    struct text name = tag_trimmed(text_slice(tag->body, before + 1, tag->body.length));
    slot->escaper = escaper_find(name);
    if (slot->escaper)
        return;
    struct diagnostic *finding =
        diagnose(parser->template->diagnostics, SEVERITY_ERROR, "template-unknown-escaper",
                 slot->span, "there is no escaper \"%.*s\"", TEXT_ARGS(name));
    struct text nearest = escaper_nearest(name);
    if (nearest.bytes)
        diagnostic_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
}

/* False: nested too deeply, the rest of the file is not read. */
static bool open_section(struct parser *parser, const struct tag *tag)
{
    struct path path;
    read_path(parser, tag, tag->body, &path);
    if (parser->depth == TEMPLATE_DEPTH_MAX) {
        diagnose(parser->template->diagnostics, SEVERITY_ERROR, "template-depth",
                 span_of(parser, tag), "sections are nested more than %d deep", TEMPLATE_DEPTH_MAX);
        return false;
    }
    struct template_node *section = add_node(
        parser, tag->sigil == '#' ? TEMPLATE_SECTION : TEMPLATE_INVERTED, span_of(parser, tag));
    section->path = path;
    parser->open[parser->depth++] = (struct open_section){section, parser->tail};
    parser->tail = &section->children;
    return true;
}

static bool is_open(const struct parser *parser, struct text name)
{
    for (size_t i = 0; i < parser->depth; i++)
        if (text_equal(parser->open[i].section->path.written, name))
            return true;
    return false;
}

static struct template_node *pop_section(struct parser *parser)
{
    struct open_section *open = &parser->open[--parser->depth];
    parser->tail = open->after;
    return open->section;
}

static void report_unclosed(struct parser *parser)
{
    diagnose(parser->template->diagnostics, SEVERITY_ERROR, "template-syntax",
             pop_section(parser)->span, "this section is not closed");
}

/* An end that fits an outer section closes that one; one that fits none is taken for a slip. */
static void close_section(struct parser *parser, const struct tag *tag)
{
    struct diagnostics *diagnostics = parser->template->diagnostics;
    if (parser->depth == 0) {
        diagnose(diagnostics, SEVERITY_ERROR, "template-syntax", span_of(parser, tag),
                 "there is no open section for this tag to close");
        return;
    }
    bool fits = is_open(parser, tag->body);
    while (fits && !text_equal(parser->open[parser->depth - 1].section->path.written, tag->body))
        report_unclosed(parser);
    struct template_node *section = pop_section(parser);
    if (!fits) {
        struct diagnostic *finding =
            diagnose(diagnostics, SEVERITY_ERROR, "template-syntax", span_of(parser, tag),
                     "this tag closes \"%.*s\", but the open section is \"%.*s\"",
                     TEXT_ARGS(tag->body), TEXT_ARGS(section->path.written));
        diagnostic_note(finding, section->span, "opened here");
    }
}

/* Puts a file into the queue of those to parse. */
static struct template_file *add_file(struct template_tree *template, const struct source *source)
{
    struct template_file *file = arena_allocate(template->arena, sizeof *file);
    struct template_file **last =
        arena_push(template->arena, &template->files, template->count, sizeof file);
    file->source = source;
    *last = file;
    template->count++;
    return file;
}

/* The partial of that name, parsed or in the queue; NULL and a finding when there is none. */
static struct template_file *partial_named(struct parser *parser, const struct tag *tag)
{
    struct template_tree *template = parser->template;
    size_t index = template->count;
    if (map_get(&template->names, tag->body, &index))
        return template->files[index];
    const struct source *source =
        template->partials ? template->partials(template->context, tag->body) : NULL;
    if (source == NULL) {
        diagnose(template->diagnostics, SEVERITY_ERROR, "template-unknown-partial",
                 span_of(parser, tag), "there is no partial \"%.*s\"", TEXT_ARGS(tag->body));
        return NULL;
    }
    map_add(template->arena, &template->names, tag->body, index);
    return add_file(template, source);
}

static void add_partial(struct parser *parser, const struct tag *tag, struct text indent)
{
    if (!path_is_partial(tag->body)) {
        refuse_name(parser, tag, tag->body);
        return;
    }
    struct template_file *file = partial_named(parser, tag);
    if (file == NULL)
        return;
    struct template_node *node = add_node(parser, TEMPLATE_PARTIAL, span_of(parser, tag));
    node->target = file;
    node->text = indent;
}

static void refuse_sigil(struct parser *parser, const struct tag *tag)
{
    const char *why =
        tag->sigil == '='
            ? "templates cannot change their delimiters"
            : "templates cannot print text without an escaper: there is no {{& and no {{{";
    diagnostic_help(diagnose(parser->template->diagnostics, SEVERITY_ERROR, "template-syntax",
                             span_of(parser, tag), "%s", why),
                    LITERAL_BRACES);
}

static bool add_tag(struct parser *parser, const struct tag *tag, struct text indent)
{
    switch (tag->sigil) {
    case '#':
    case '^':
        return open_section(parser, tag);
    case '/':
        close_section(parser, tag);
        break;
    case '>':
        add_partial(parser, tag, indent);
        break;
    case '"':
        add_node(parser, TEMPLATE_TEXT, span_of(parser, tag))->text = tag->body;
        break;
    case '!':
        break;
    case '=':
    case '&':
    case '{':
        refuse_sigil(parser, tag);
        break;
    default:
        add_slot(parser, tag);
        break;
    }
    return true;
}

static void report_endless(struct parser *parser, const struct tag *tag)
{
    struct diagnostic *finding =
        diagnose(parser->template->diagnostics, SEVERITY_ERROR, "template-syntax",
                 span_at(parser, tag->begin, tag->begin + 2), "this tag has no }}%s",
                 tag->sigil == '!' ? "" : " on its line");
    diagnostic_help(finding, LITERAL_BRACES);
}

static void parse_file(struct template_tree *template, struct template_file *file)
{
    struct parser parser = {.template = template, .source = file->source, .tail = &file->nodes};
    struct text bytes = file->source->bytes;
    struct tag tag;
    size_t at = 0, begin;
    while ((begin = tag_find(bytes, at)) < bytes.length) {
        if (!tag_read(bytes, begin, &tag)) {
            report_endless(&parser, &tag);
            at = tag.end;
            continue;
        }
        size_t end = tag.end;
        bool alone = tag_take_line(bytes, &tag, &begin, &end);
        add_text(&parser, at, begin);
        at = end;
        if (!add_tag(&parser, &tag, text_slice(bytes, begin, alone ? tag.begin - begin : 0)))
            return;
    }
    add_text(&parser, at, bytes.length);
    while (parser.depth > 0)
        report_unclosed(&parser);
}

struct template_tree *template_parse(const struct source *source, template_loader *partials,
                                     void *context, struct arena *arena,
                                     struct diagnostics *diagnostics)
{
    size_t errors = diagnostics_count(diagnostics, SEVERITY_ERROR);
    struct template_tree *template = arena_allocate(arena, sizeof *template);
    *template = (struct template_tree){
        .partials = partials, .context = context, .arena = arena, .diagnostics = diagnostics};
    add_file(template, source);
    for (size_t i = 0; i < template->count; i++)
        parse_file(template, template->files[i]);
    return diagnostics_count(diagnostics, SEVERITY_ERROR) == errors ? template : NULL;
}
