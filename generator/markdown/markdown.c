#include "markdown/markdown.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "markdown/tree.h"

#include <stdlib.h>

/* ---------------------------------------------------------------- links */

static size_t scheme_length(struct text url)
{
    size_t at = 0;
    while (at < url.length && url.bytes[at] != ':')
        if (url.bytes[at] == '/' || url.bytes[at] == '?' || url.bytes[at++] == '#')
            return 0;
    return at < url.length ? at + 1 : 0;
}

bool markdown_is_relative(struct text url)
{
    return scheme_length(url) == 0;
}

/* Browsers drop blanks and controls, and take a backslash for a slash: no link has them. */
bool markdown_may_link(struct text url)
{
    for (size_t i = 0; i < url.length; i++)
        if ((unsigned char)url.bytes[i] <= ' ' || url.bytes[i] == '\\' || url.bytes[i] == 0x7f)
            return false;
    struct text scheme = text_slice(url, 0, scheme_length(url));
    if (scheme.length == 0)
        return url.length && !text_starts_with(url, TEXT("//")) && url.bytes[0] != ':';
    return text_equal_ignoring_case(scheme, TEXT("https:")) ||
           text_equal_ignoring_case(scheme, TEXT("mailto:"));
}

/* ---------------------------------------------------------------- the tree */

/* Without the characters that would show what follows in another order. Entities may stand for
 * them, so that it is the tree that is looked through. */
static struct text in_order(struct arena *arena, struct text text)
{
    struct buffer out = buffer_create(arena);
    uint32_t code;
    for (size_t at = 0, length; at < text.length; at += length) {
        length = utf8_decode(text.bytes + at, text.length - at, &code);
        if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
            buffer_string(&out, "\xef\xbf\xbd");
        else
            buffer_text(&out, text_slice(text, at, length));
    }
    return buffer_contents(&out);
}

static void put_in_order(struct arena *arena, cmark_node *node)
{
    struct text literal = text_of(cmark_node_get_literal(node));
    if (literal.length)
        cmark_node_set_literal(node, arena_copy(arena, in_order(arena, literal)).bytes);
}

/* The node's children take its place. */
static void unwrap(cmark_node *node)
{
    for (cmark_node *child; (child = cmark_node_first_child(node)) != NULL;)
        cmark_node_insert_before(node, child);
    cmark_node_unlink(node);
    cmark_node_free(node);
}

/* Raw HTML becomes text, in a paragraph of its own where it stood between blocks. */
static void show_as_text(cmark_node *node)
{
    cmark_node *text = cmark_node_new(CMARK_NODE_TEXT), *place = text;
    cmark_node_set_literal(text, cmark_node_get_literal(node));
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
        place = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(place, text);
    }
    cmark_node_replace(node, place);
    cmark_node_free(node);
}

static void place_heading(cmark_node *node, int *above)
{
    enum {
        HIGHEST = 3,
        LOWEST = 6,
    };
    int level = cmark_node_get_heading_level(node) + HIGHEST - 1;
    level = level > *above + 1 ? *above + 1 : level;
    *above = level > LOWEST ? LOWEST : level;
    cmark_node_set_heading_level(node, *above);
}

static bool is_left(cmark_event_type event, cmark_node *node)
{
    return event == CMARK_EVENT_EXIT || cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK ||
           cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
}

static void filter(struct arena *arena, cmark_node *document)
{
    cmark_iter *nodes = cmark_iter_new(document);
    cmark_event_type event;
    int above = 2;
    while ((event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);
        put_in_order(arena, node);
        if (!is_left(event, node))
            continue;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_IMAGE:
            unwrap(node);
            break;
        case CMARK_NODE_LINK:
            if (!markdown_may_link(text_of(cmark_node_get_url(node))))
                unwrap(node);
            break;
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            show_as_text(node);
            break;
        case CMARK_NODE_HEADING:
            place_heading(node, &above);
            break;
        default:
            break;
        }
    }
    cmark_iter_free(nodes);
    cmark_consolidate_text_nodes(document);
}

static cmark_node *parse(struct arena *arena, struct text markdown)
{
    cmark_node *document = cmark_parse_document(markdown.bytes ? markdown.bytes : "",
                                                markdown.length, CMARK_OPT_VALIDATE_UTF8);
    if (document == NULL)
        arena_exhausted(arena);
    return document;
}

cmark_node *markdown_tree(struct arena *arena, struct text markdown)
{
    cmark_node *document = parse(arena, markdown);
    filter(arena, document);
    return document;
}

/* ---------------------------------------------------------------- forms */

/* Takes the text over into the arena. */
static struct text keep(struct arena *arena, char *printed, cmark_node *document)
{
    if (printed == NULL)
        arena_exhausted(arena);
    struct text text = arena_copy(arena, text_of(printed));
    while (text_ends_with(text, TEXT("\n")))
        text.length--;
    free(printed);
    cmark_node_free(document);
    return text;
}

struct text markdown_html(struct arena *arena, struct text markdown)
{
    cmark_node *document = markdown_tree(arena, markdown);
    return keep(arena, cmark_render_html(document, CMARK_OPT_SAFE), document);
}

struct text markdown_again(struct arena *arena, struct text markdown)
{
    cmark_node *document = markdown_tree(arena, markdown);
    return keep(arena, cmark_render_commonmark(document, CMARK_OPT_SAFE, 0), document);
}

static void append_words(struct buffer *out, const char *words)
{
    for (struct text rest = text_of(words); rest.length; rest = text_slice(rest, 1, rest.length)) {
        bool blank = rest.bytes[0] == ' ' || rest.bytes[0] == '\n' || rest.bytes[0] == '\t';
        if (!blank)
            buffer_byte(out, rest.bytes[0]);
        else if (out->length && out->bytes[out->length - 1] != ' ')
            buffer_byte(out, ' ');
    }
}

struct text markdown_plain(struct arena *arena, struct text markdown)
{
    struct buffer out = buffer_create(arena);
    cmark_node *document = markdown_tree(arena, markdown);
    cmark_iter *nodes = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);
        const char *literal = cmark_node_get_literal(node);
        cmark_node_type type = cmark_node_get_type(node);
        bool breaks = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
                      (event == CMARK_EVENT_EXIT && type <= CMARK_NODE_LAST_BLOCK);
        append_words(&out, literal ? literal : breaks ? " " : "");
    }
    cmark_iter_free(nodes);
    cmark_node_free(document);
    while (out.length && out.bytes[out.length - 1] == ' ')
        out.length--;
    return buffer_contents(&out);
}

/* ---------------------------------------------------------------- links as written */

size_t markdown_links(struct arena *arena, struct text markdown, struct markdown_link **links)
{
    size_t count = 0;
    cmark_node *document = parse(arena, markdown);
    cmark_iter *nodes = cmark_iter_new(document);
    *links = NULL;
    while (cmark_iter_next(nodes) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);
        cmark_node_type type = cmark_node_get_type(node);
        bool image = type == CMARK_NODE_IMAGE;
        if (cmark_iter_get_event_type(nodes) != CMARK_EVENT_ENTER ||
            (!image && type != CMARK_NODE_LINK))
            continue;
        struct markdown_link *link = arena_push(arena, links, count++, sizeof **links);
        *link = (struct markdown_link){arena_copy(arena, text_of(cmark_node_get_url(node))), image};
    }
    cmark_iter_free(nodes);
    cmark_node_free(document);
    return count;
}
