/*
 * From a place in a scalar's value back to the place in the file. The scalar as written and its
 * value are walked side by side: what both hold byte for byte, escapes, and line breaks with what
 * YAML folds around them. At a fold the value says what came of it, so no folding rule is
 * restated here.
 */
#include "source/source.h"

#include <string.h>

struct walk {
    struct text written, value;
    size_t at;   /* in written */
    size_t done; /* in value */
    size_t indent;
    bool block, folded; /* folded: a line break may have become a blank */

    size_t offset, length; /* what is looked for in value */
    size_t begin, end;     /* where it is in written; SIZE_MAX until found */
};

static int peek(const struct walk *walk, size_t ahead)
{
    size_t at = walk->at + ahead;
    return at < walk->written.length ? (unsigned char)walk->written.bytes[at] : -1;
}

static int peek_value(const struct walk *walk)
{
    return walk->done < walk->value.length ? (unsigned char)walk->value.bytes[walk->done] : -1;
}

/* The next `written` bytes are what the next `valued` bytes of the value came from. */
static void step(struct walk *walk, size_t written, size_t valued)
{
    size_t next = walk->done + valued, last = walk->offset + walk->length;
    if (walk->begin == SIZE_MAX && next > walk->offset)
        walk->begin = walk->at;
    if (walk->end == SIZE_MAX && walk->begin != SIZE_MAX && next >= last)
        walk->end = walk->at + written;
    walk->at += written;
    walk->done = next;
}

static bool at_break(const struct walk *walk, size_t ahead)
{
    return peek(walk, ahead) == '\n' ||
           (peek(walk, ahead) == '\r' && peek(walk, ahead + 1) == '\n');
}

static bool is_blank(int byte)
{
    return byte == ' ' || byte == '\t';
}

/* Past line breaks, empty lines and the next line's indentation. */
static size_t fold_length(const struct walk *walk)
{
    size_t length = 0;
    while (at_break(walk, length)) {
        length += peek(walk, length) == '\r' ? 2 : 1;
        for (size_t column = 0; walk->block ? column < walk->indent && peek(walk, length) == ' '
                                            : is_blank(peek(walk, length));
             column++)
            length++;
    }
    return length;
}

/* A line break, and what the value has in its place. */
static void fold(struct walk *walk, bool blank_allowed)
{
    size_t written = fold_length(walk), valued = 0;
    if (blank_allowed && peek_value(walk) == ' ')
        valued = 1;
    else
        while (walk->done + valued < walk->value.length &&
               walk->value.bytes[walk->done + valued] == '\n')
            valued++;
    step(walk, written, valued);
}

static bool match(struct walk *walk)
{
    if (peek(walk, 0) != peek_value(walk))
        return false;
    step(walk, 1, 1);
    return true;
}

/* ---------------------------------------------------------------- plain and quoted */

static size_t utf8_length(uint32_t code_point)
{
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

static uint32_t hexadecimal(const struct walk *walk, size_t ahead, size_t digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits; i++) {
        int byte = peek(walk, ahead + i);
        unsigned digit = byte >= '0' && byte <= '9' ? (unsigned)(byte - '0')
                                                    : ((unsigned)(byte | 0x20) - 'a') + 10;
        value = value << 4 | (digit & 0xf);
    }
    return value;
}

static void escape(struct walk *walk)
{
    int letter = peek(walk, 1);
    size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (at_break(walk, 1)) {
        step(walk, 1, 0);
        fold(walk, false);
    } else if (digits) {
        step(walk, 2 + digits, utf8_length(hexadecimal(walk, 2, digits)));
    } else {
        step(walk, 2, letter == 'N' || letter == '_' ? 2 : letter == 'L' || letter == 'P' ? 3 : 1);
    }
}

static void blanks_before_break(struct walk *walk)
{
    size_t length = 0;
    while (is_blank(peek(walk, length)))
        length++;
    if (at_break(walk, length))
        step(walk, length, 0);
    else
        while (length-- && match(walk))
            ;
}

static bool walk_flow(struct walk *walk, int quote)
{
    if (quote)
        walk->at++;
    while (walk->done < walk->value.length && walk->end == SIZE_MAX) {
        int byte = peek(walk, 0);
        size_t before = walk->at;
        if (is_blank(byte))
            blanks_before_break(walk);
        else if (at_break(walk, 0))
            fold(walk, true);
        else if (quote == '"' && byte == '\\')
            escape(walk);
        else if (quote == '\'' && byte == '\'')
            step(walk, 2, 1);
        else
            match(walk);
        if (walk->at == before)
            return false;
    }
    return true;
}

/* ---------------------------------------------------------------- block scalars */

/* The indentation of the first line that has any; with an indicator in the header, what the value
 * left out of that line. */
static size_t block_indent(const struct walk *walk, bool explicit)
{
    size_t line = walk->at, indent = 0;
    struct text written = walk->written;
    for (size_t at = line; at < written.length; at++) {
        char byte = written.bytes[at];
        if (byte == '\n') {
            line = at + 1;
        } else if (byte != ' ' && byte != '\r') {
            indent = at - line;
            break;
        }
    }
    if (!explicit)
        return indent;
    size_t kept = 0;
    while (kept < walk->value.length && walk->value.bytes[kept] == '\n')
        kept++;
    size_t blanks = kept;
    while (blanks < walk->value.length && walk->value.bytes[blanks] == ' ')
        blanks++;
    return indent - (blanks - kept < indent ? blanks - kept : indent);
}

static bool walk_block(struct walk *walk)
{
    bool explicit = false;
    walk->block = true;
    walk->folded = peek(walk, 0) == '>';
    while (peek(walk, 0) >= 0 && !at_break(walk, 0) && peek(walk, 0) != '#') {
        explicit = explicit || (peek(walk, 0) >= '1' && peek(walk, 0) <= '9');
        walk->at++;
    }
    while (peek(walk, 0) >= 0 && !at_break(walk, 0))
        walk->at++;
    walk->indent = block_indent(walk, explicit);

    fold(walk, false);
    while (walk->done < walk->value.length && walk->end == SIZE_MAX) {
        if (walk->at == walk->written.length) /* the last line's break is not part of the span */
            step(walk, 0, walk->value.length - walk->done);
        else if (at_break(walk, 0))
            fold(walk, walk->folded);
        else if (!match(walk))
            return false;
    }
    return true;
}

/* ---------------------------------------------------------------- */

/* Where in the run's offsets the value begins that stands in the source as it is; 0: it does not.
 */
static uint32_t verbatim(const struct source *source, struct span value, struct text text)
{
    const char *begin = source->bytes.bytes + (value.begin - source->base);
    size_t quote = *begin == '"' || *begin == '\'';
    size_t length = value.end - value.begin;
    struct text written = {begin + quote, text.length};
    bool same = text.length && text.length + 2 * quote == length &&
                (text.bytes == written.bytes || text_equal(text, written));
    return same ? value.begin + (uint32_t)quote : 0;
}

struct span source_within(const struct sources *sources, struct span value, struct text text,
                          size_t offset, size_t length)
{
    const struct source *source = source_of(sources, value);
    if (source == NULL || value.end <= value.begin || offset > text.length ||
        length > text.length - offset || !source_bring_back(source, value))
        return value;
    uint32_t begin = verbatim(source, value, text);
    if (begin)
        return (struct span){begin + (uint32_t)offset, begin + (uint32_t)(offset + length)};
    struct walk walk = {
        .written = text_slice(source->bytes, value.begin - source->base, value.end - value.begin),
        .value = text,
        .offset = offset,
        .length = length,
        .begin = SIZE_MAX,
        .end = SIZE_MAX,
    };
    int first = peek(&walk, 0);
    bool matched = first == '|' || first == '>'
                       ? walk_block(&walk)
                       : walk_flow(&walk, first == '"' || first == '\'' ? first : 0);
    if (!matched)
        return value;
    if (walk.begin == SIZE_MAX) /* the place after the last character */
        walk.begin = walk.at;
    if (walk.end == SIZE_MAX || length == 0)
        walk.end = walk.begin;
    return (struct span){value.begin + (uint32_t)walk.begin, value.begin + (uint32_t)walk.end};
}
