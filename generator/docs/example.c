/*
 * The example message: what a service sends, from the runtime and the tables that services have.
 */
#include "render/example.h"
#include "docs/page.h"

/* As `problemc render` takes it. */
static struct value *listed(const struct page *page, const struct example *example,
                            struct arena *arena)
{
    struct value *list = value_list(arena);
    value_add(arena, list, value_text(arena, page->problem->code.text));
    for (size_t i = 0; i < example->values.count; i++)
        value_add(arena, list, value_text(arena, text_of(example->values.items[i])));
    for (size_t i = 0; i < example->violations.count; i++) {
        value_add(arena, list, value_text(arena, TEXT("--violation")));
        value_add(arena, list, value_text(arena, text_of(example->violations.items[i])));
    }
    return list;
}

/* ---------------------------------------------------------------- the message */

/* The lines without carriage returns, and without a line break at the end. */
static struct text unix_lines(struct text head, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    for (size_t i = 0; i + 2 < head.length; i++)
        if (head.bytes[i] != '\r')
            buffer_byte(&out, head.bytes[i]);
    return buffer_contents(&out);
}

/* Where the body can be cut into lines that read well: before members, and before the objects of a
 * list. The text between the cuts is all of it. */
static bool is_cut(struct text body, size_t at, size_t depth)
{
    char before = body.bytes[at - 1], byte = body.bytes[at];
    bool opens = before == '{' || before == '[';
    if (depth == 1)
        return opens ? byte != '}' : before == ',' || byte == '}';
    if (depth == 2 && byte == '{')
        return before == '[' || before == ',';
    return depth == 2 && byte == ']' && before == '}';
}

/* Past the string that begins here. */
static size_t string_end(struct text text, size_t at)
{
    for (at++; at < text.length && text.bytes[at] != '"'; at++)
        at += text.bytes[at] == '\\';
    return at < text.length ? at + 1 : text.length;
}

static void add_piece(struct value *pieces, struct text text, bool is_name, struct arena *arena)
{
    struct value *piece = value_map(arena);
    if (text.length == 0)
        return;
    value_set(arena, piece, "text", value_text(arena, text));
    value_set(arena, piece, "is_name", value_boolean(arena, is_name));
    value_add(arena, pieces, piece);
}

/* Members' names with their colons, and what is between them. No cut goes through a string. */
static struct value *pieces_of(struct text line, struct arena *arena)
{
    struct value *pieces = value_list(arena);
    size_t begin = 0;
    for (size_t at = 0, end; at < line.length; at = end) {
        end = line.bytes[at] == '"' ? string_end(line, at) : at + 1;
        if (line.bytes[at] != '"' || end == line.length || line.bytes[end] != ':')
            continue;
        add_piece(pieces, text_slice(line, begin, at - begin), false, arena);
        add_piece(pieces, text_slice(line, at, ++end - at), true, arena);
        begin = end;
    }
    add_piece(pieces, text_slice(line, begin, line.length - begin), false, arena);
    return pieces;
}

static void add_line(struct value *lines, struct text text, size_t depth, struct arena *arena)
{
    struct value *line = value_map(arena);
    value_set(arena, line, "depth", value_integer(arena, (int64_t)depth));
    value_set(arena, line, "indent",
              value_identifier(arena, text_slice(TEXT("        "), 0, 2 * depth)));
    value_set(arena, line, "text", value_text(arena, text));
    value_set(arena, line, "pieces", pieces_of(text, arena));
    value_add(arena, lines, line);
}

struct value *page_body_lines(struct text body, struct arena *arena)
{
    struct value *lines = value_list(arena);
    size_t begin = 0, depth = 0, indent = 0;
    bool quoted = false;
    for (size_t at = 0; at < body.length; at++) {
        char byte = body.bytes[at];
        if (!quoted && at && is_cut(body, at, depth)) {
            add_line(lines, text_slice(body, begin, at - begin), indent, arena);
            begin = at;
            indent = depth - (byte == '}' || byte == ']');
        }
        if (quoted && byte == '\\')
            at++;
        else if (byte == '"')
            quoted = !quoted;
        else if (!quoted && (byte == '{' || byte == '['))
            depth++;
        else if (!quoted && (byte == '}' || byte == ']'))
            depth--;
    }
    add_line(lines, text_slice(body, begin, body.length), indent, arena);
    return lines;
}

struct value *page_example(const struct page *page, struct arena *arena)
{
    struct value *map = value_map(arena);
    struct example example;
    example_render(page->of->registry, page->of->image, page->problem, arena, &example);
    if (example.body.bytes == NULL)
        return value_absent(arena);
    value_set(arena, map, "head",
              value_identifier(arena, unix_lines(example.head, arena))); /* printable ASCII */
    value_set(arena, map, "body", value_json(arena, example.body));
    if (page->for_operator)
        value_set(arena, map, "render", listed(page, &example, arena));
    return map;
}
