#include "markdown/terminal.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "base/width.h"
#include "markdown/markdown.h"
#include "markdown/tree.h"

/* Select Graphic Rendition (ECMA-48 8.3.117). */
#define BOLD       "\033[1m"
#define NOT_BOLD   "\033[22m"
#define ITALIC     "\033[3m"
#define NOT_ITALIC "\033[23m"
#define CYAN       "\033[36m"
#define NOT_CYAN   "\033[39m"

enum {
    STEP = 2, /* of indentation */
};

struct printer {
    const struct terminal *terminal;
    struct buffer *out;
    struct buffer word;  /* that has not been printed yet, escaped */
    size_t word_columns; /* it takes */
    size_t indent;
    size_t column;      /* printed in this line; 0: nothing */
    const char *marker; /* of a list's item that begins here, in place of the indentation's end */
    bool gap;           /* an empty line is due before the next block */
    bool tight;         /* in a list without empty lines */
};

/* ---------------------------------------------------------------- words */

static size_t columns_of(struct text text)
{
    size_t columns = 0;
    uint32_t code;
    for (size_t at = 0; at < text.length;) {
        at += utf8_decode(text.bytes + at, text.length - at, &code);
        int width = width_of(code);
        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}

static void begin_line(struct printer *printer)
{
    size_t marker = text_of(printer->marker).length;
    buffer_repeat(printer->out, ' ', printer->indent - marker);
    buffer_string(printer->out, printer->marker ? printer->marker : "");
    printer->marker = NULL;
    printer->column = printer->indent;
}

static void end_word(struct printer *printer)
{
    struct text word = buffer_contents(&printer->word);
    bool begins = printer->column == 0;
    if (word.length == 0)
        return;
    if (!begins && printer->word_columns &&
        printer->column + 1 + printer->word_columns > printer->terminal->columns) {
        buffer_byte(printer->out, '\n');
        begins = true;
    }
    if (begins)
        begin_line(printer);
    else
        buffer_byte(printer->out, ' ');
    buffer_text(printer->out, word);
    printer->column += printer->word_columns + !begins;
    printer->word.length = 0;
    printer->word_columns = 0;
}

static void end_line(struct printer *printer)
{
    end_word(printer);
    if (printer->column)
        buffer_byte(printer->out, '\n');
    printer->column = 0;
}

/* A style goes with the word that it begins or ends at, and takes no room. */
static void style(struct printer *printer, const char *sequence)
{
    if (printer->terminal->colour)
        buffer_string(&printer->word, sequence);
}

static void add_to_word(struct printer *printer, struct text text)
{
    size_t before = printer->word.length;
    escape_terminal(&printer->word, text);
    struct text added = buffer_contents(&printer->word);
    printer->word_columns += columns_of(text_slice(added, before, added.length - before));
}

static void add_words(struct printer *printer, struct text text)
{
    size_t begin = 0;
    for (size_t at = 0; at <= text.length; at++) {
        bool ends = at == text.length;
        if (!ends && text.bytes[at] != ' ' && text.bytes[at] != '\n' && text.bytes[at] != '\t')
            continue;
        if (at > begin)
            add_to_word(printer, text_slice(text, begin, at - begin));
        if (!ends)
            end_word(printer);
        begin = at + 1;
    }
}

/* ---------------------------------------------------------------- inlines */

static void print_inlines(struct printer *printer, cmark_node *parent);

static void print_styled(struct printer *printer, const char *on, cmark_node *node, const char *off)
{
    style(printer, on);
    print_inlines(printer, node);
    style(printer, off);
}

static void print_code(struct printer *printer, struct text literal)
{
    const char *quote = printer->terminal->colour ? "" : "`";
    style(printer, CYAN);
    buffer_string(&printer->word, quote);
    printer->word_columns += text_of(quote).length;
    add_words(printer, literal);
    buffer_string(&printer->word, quote);
    printer->word_columns += text_of(quote).length;
    style(printer, NOT_CYAN);
}

/* The text, and where it leads if that is not the text itself. A way from page to page leads
 * nowhere from a terminal. */
static void print_link(struct printer *printer, cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);
    struct text url = text_of(cmark_node_get_url(node));
    bool same = child && cmark_node_next(child) == NULL &&
                text_equal(text_of(cmark_node_get_literal(child)), url);
    print_inlines(printer, node);
    if (same || markdown_is_relative(url))
        return;
    end_word(printer);
    add_to_word(printer, TEXT("("));
    add_to_word(printer, url);
    add_to_word(printer, TEXT(")"));
}

static void print_inline(struct printer *printer, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_SOFTBREAK:
        end_word(printer);
        return;
    case CMARK_NODE_LINEBREAK:
        end_line(printer);
        return;
    case CMARK_NODE_CODE:
        print_code(printer, text_of(cmark_node_get_literal(node)));
        return;
    case CMARK_NODE_EMPH:
        print_styled(printer, ITALIC, node, NOT_ITALIC);
        return;
    case CMARK_NODE_STRONG:
        print_styled(printer, BOLD, node, NOT_BOLD);
        return;
    case CMARK_NODE_LINK:
        print_link(printer, node);
        return;
    default:
        add_words(printer, text_of(cmark_node_get_literal(node)));
        print_inlines(printer, node);
    }
}

static void print_inlines(struct printer *printer, cmark_node *parent)
{
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        print_inline(printer, node);
}

/* ---------------------------------------------------------------- blocks */

static void print_blocks(struct printer *printer, cmark_node *parent);

static void begin_block(struct printer *printer)
{
    if (printer->gap)
        buffer_byte(printer->out, '\n');
    printer->gap = false;
}

static void end_block(struct printer *printer)
{
    end_line(printer);
    printer->gap = !printer->tight;
}

static void print_heading(struct printer *printer, cmark_node *node)
{
    enum {
        TITLE = 3, /* markdown_tree begins there */
        SECTION,
    };
    int level = cmark_node_get_heading_level(node);
    size_t indent = printer->indent;
    printer->indent = level <= SECTION ? 0 : indent;
    print_styled(printer, BOLD, node, NOT_BOLD);
    end_line(printer);
    printer->indent = indent;
    printer->gap = level == TITLE;
}

static void print_code_block(struct printer *printer, struct text literal)
{
    for (size_t begin = 0, at = 0; at < literal.length; at++) {
        if (literal.bytes[at] != '\n')
            continue;
        if (at > begin) {
            buffer_repeat(printer->out, ' ', printer->indent + STEP);
            escape_terminal(printer->out, text_slice(literal, begin, at - begin));
        }
        buffer_byte(printer->out, '\n');
        begin = at + 1;
    }
}

static void print_item(struct printer *printer, cmark_node *item, struct text marker)
{
    printer->marker = marker.bytes;
    printer->indent += marker.length;
    print_blocks(printer, item);
    printer->indent -= marker.length;
}

static void print_list(struct printer *printer, cmark_node *list)
{
    bool outer = printer->tight;
    int number = cmark_node_get_list_start(list);
    printer->tight = cmark_node_get_list_tight(list);
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item))
        print_item(printer, item,
                   cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
                       ? arena_format(printer->out->arena, "%d. ", number++)
                       : TEXT("- "));
    printer->tight = outer;
}

static void print_block(struct printer *printer, cmark_node *node)
{
    begin_block(printer);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        print_heading(printer, node);
        return;
    case CMARK_NODE_CODE_BLOCK:
        print_code_block(printer, text_of(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_LIST:
        print_list(printer, node);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        printer->indent += STEP;
        print_blocks(printer, node);
        printer->indent -= STEP;
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        add_words(printer, TEXT("---"));
        break;
    default:
        print_inlines(printer, node);
    }
    end_block(printer);
}

static void print_blocks(struct printer *printer, cmark_node *parent)
{
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        print_block(printer, node);
}

void terminal_print(const struct terminal *terminal, struct text markdown, struct buffer *out)
{
    struct printer printer = {
        .terminal = terminal, .out = out, .word = buffer_create(out->arena), .indent = STEP};
    cmark_node *document = markdown_tree(out->arena, markdown);
    print_blocks(&printer, document);
    cmark_node_free(document);
}
