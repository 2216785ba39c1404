#include "base/escape.h"
#include "base/utf8.h"

enum {
    COLUMNS = 100,
    PIECE_MIN = 24, /* columns a piece may always take, however deep the indent is */
    REPLACEMENT = 0xfffd,
};

/* One step through UTF-8: a character, or an invalid sequence that stands for one U+FFFD. */
struct character {
    uint32_t code;
    size_t length; /* bytes, at least 1 */
    bool valid;
};

static unsigned char byte_at(struct text text, size_t at)
{
    return (unsigned char)text.bytes[at];
}

/* The character at `at`, which is inside the text. */
static struct character decode(struct text text, size_t at)
{
    struct character character = {0, 0, true};
    character.length = utf8_decode(text.bytes + at, text.length - at, &character.code);
    if (character.code == UTF8_INVALID) {
        character.code = REPLACEMENT;
        character.valid = false;
    }
    return character;
}

static bool is_printable_ascii(uint32_t code)
{
    return code >= 0x20 && code < 0x7f;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* `digits` or more hexadecimal digits, in capitals. */
static void put_hex(struct buffer *out, uint32_t number, unsigned digits)
{
    for (unsigned i = 8; i-- > 0;)
        if (i < digits || number >> (4 * i))
            buffer_byte(out, "0123456789ABCDEF"[number >> (4 * i) & 0xf]);
}

/* --- C strings --- */

static bool takes_backslash(unsigned char byte)
{
    return byte == '"' || byte == '\\' || byte == '?';
}

static size_t c_width(unsigned char byte)
{
    return !is_printable_ascii(byte) ? 4 : takes_backslash(byte) ? 2 : 1;
}

/* Writes the byte; returns where the next one goes. Takes four bytes at most. */
static char *put_c_byte(char *to, unsigned char byte)
{
    if (is_printable_ascii(byte)) {
        if (takes_backslash(byte))
            *to++ = '\\';
        *to++ = (char)byte;
    } else {
        *to++ = '\\';
        *to++ = (char)('0' + (byte >> 6));
        *to++ = (char)('0' + (byte >> 3 & 7));
        *to++ = (char)('0' + (byte & 7));
    }
    return to;
}

/* How many bytes from `at` on fit into `room` columns; after a blank if one is not too far back. */
static size_t piece_length(struct text text, size_t at, size_t room)
{
    size_t width = 0, after_blank = 0, length = 0;
    for (; at + length < text.length; length++) {
        unsigned char byte = byte_at(text, at + length);
        width += c_width(byte);
        if (width > room)
            return after_blank ? after_blank : length;
        if (is_blank((char)byte) && width > room / 2)
            after_blank = length + 1;
    }
    return length;
}

void escape_c_string(struct buffer *out, struct text text, size_t indent)
{
    /* The quotes, and two columns for the punctuation that follows. */
    size_t around = indent + 4;
    size_t room = around + PIECE_MIN < COLUMNS ? COLUMNS - around : PIECE_MIN;
    size_t at = 0;
    do {
        if (at > 0) {
            buffer_byte(out, '\n');
            buffer_repeat(out, ' ', indent);
        }
        size_t end = at + piece_length(text, at, room);
        char *begin = buffer_reserve(out, 4 * (end - at) + 2), *to = begin;
        *to++ = '"';
        for (; at < end; at++)
            to = put_c_byte(to, byte_at(text, at));
        *to++ = '"';
        out->length += (size_t)(to - begin);
    } while (at < text.length);
}

/* --- C comments --- */

static bool ends_with(const struct buffer *out, const char *end)
{
    return text_ends_with(buffer_contents(out), text_of(end));
}

/*
 * Keeps the delimiters of comments, and the trigraph that stands for a backslash, from forming.
 * Looks at what is already written, so that the byte before the text counts too.
 */
static void put_comment_byte(struct buffer *out, char byte)
{
    if ((byte == '/' && (ends_with(out, "*") || ends_with(out, "??"))) ||
        (byte == '*' && ends_with(out, "/")))
        buffer_byte(out, ' ');
    buffer_byte(out, byte);
}

void escape_c_comment(struct buffer *out, struct text text)
{
    size_t at = 0, end = text.length;
    while (end > 0 && is_blank(text.bytes[end - 1]))
        end--;
    while (at < end && is_blank(text.bytes[at]))
        at++;
    if (at == end)
        return;

    text = text_slice(text, 0, end);
    for (struct character character; at < end; at += character.length) {
        character = decode(text, at);
        bool last = at + character.length == end;
        if (is_blank((char)byte_at(text, at))) {
            if (!is_blank(text.bytes[at + 1]))
                buffer_byte(out, ' ');
        } else if (is_printable_ascii(character.code) && !(last && character.code == '\\')) {
            put_comment_byte(out, (char)character.code);
        } else {
            /* A backslash at the end too: compilers splice lines even over blanks behind it. */
            buffer_string(out, "<U+");
            put_hex(out, character.code, 4);
            buffer_byte(out, '>');
        }
    }
    if (ends_with(out, "*") || ends_with(out, "/") || ends_with(out, "??"))
        buffer_byte(out, ' ');
}

enum {
    PROSE_WIDTH = 98, /* leaves room for the comment's end */
};

/* What a further line of the comment begins with: `line` is what stands before the text on its
 * first. */
static void continue_comment(struct buffer *out, struct text line)
{
    size_t blanks = 0;
    while (blanks < line.length && line.bytes[blanks] == ' ')
        blanks++;
    bool opens = blanks < line.length && line.bytes[blanks] == '/';
    size_t star = blanks + opens;
    buffer_byte(out, '\n');
    buffer_repeat(out, ' ', star);
    buffer_byte(out, '*');
    buffer_repeat(out, ' ', line.length > star + 2 ? line.length - star - 1 : 1);
}

void escape_c_prose(struct buffer *out, struct text text, size_t column)
{
    struct text line =
        arena_copy(out->arena, text_slice(buffer_contents(out), out->length - column, column));
    struct buffer prose = buffer_create(out->arena);
    escape_c_comment(&prose, text);
    struct text rest = buffer_contents(&prose);
    size_t at = column;
    while (rest.length) {
        size_t word = 1; /* with the blank before it */
        while (word < rest.length && rest.bytes[word] != ' ')
            word++;
        bool blank = rest.bytes[0] == ' ';
        if (blank && word > 1 && at + word > PROSE_WIDTH) {
            continue_comment(out, line);
            at = line.length;
            rest = text_slice(rest, 1, rest.length);
            word--;
        }
        buffer_text(out, text_slice(rest, 0, word));
        at += word;
        rest = text_slice(rest, word, rest.length);
    }
}

/* --- JSON --- */

static char json_letter(uint32_t code)
{
    switch (code) {
    case '"':
    case '\\':
        return (char)code;
    case '\b':
        return 'b';
    case '\f':
        return 'f';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

void escape_json(struct buffer *out, struct text text)
{
    struct character character;
    for (size_t at = 0; at < text.length; at += character.length) {
        character = decode(text, at);
        uint32_t code = character.code;
        if (json_letter(code)) {
            buffer_byte(out, '\\');
            buffer_byte(out, json_letter(code));
        } else if (code < 0x20 || code == 0x7f || code == 0x2028 || code == 0x2029) {
            buffer_string(out, "\\u");
            put_hex(out, code, 4);
        } else if (!character.valid) {
            buffer_string(out, "\xef\xbf\xbd");
        } else {
            buffer_text(out, text_slice(text, at, character.length));
        }
    }
}

/* --- HTML and Markdown --- */

/* Characters that HTML can't have, or that show what follows in another order. */
static bool is_unfit_for_pages(uint32_t code)
{
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
           (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

static const char *html_entity(uint32_t code)
{
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void escape_html(struct buffer *out, struct text text)
{
    struct character character;
    for (size_t at = 0; at < text.length; at += character.length) {
        character = decode(text, at);
        if (!character.valid || is_unfit_for_pages(character.code))
            buffer_string(out, "\xef\xbf\xbd");
        else if (html_entity(character.code))
            buffer_string(out, html_entity(character.code));
        else
            buffer_text(out, text_slice(text, at, character.length));
    }
}

/* The beginning of the text is a number, as of a list. */
static bool is_number(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    return text.length > 0;
}

/* Whether a character means something where it stands: some do so at the beginning only. */
static bool is_markup(struct text text, size_t at)
{
    switch (text.bytes[at]) {
    case '\\':
    case '`':
    case '*':
    case '_':
    case '[':
    case ']':
    case '<':
    case '>':
    case '#':
    case '|':
    case '&':
    case '~':
    case '!':
        return true;
    case '-':
    case '+':
    case '=':
        return at == 0;
    case '.':
    case ')':
        return is_number(text_slice(text, 0, at));
    default:
        return false;
    }
}

void escape_markdown(struct buffer *out, struct text text)
{
    bool blank = false;
    size_t begin = out->length;
    while (text.length && is_blank(text.bytes[0]))
        text = text_slice(text, 1, text.length);
    struct character character;
    for (size_t at = 0; at < text.length; at += character.length) {
        character = decode(text, at);
        if (is_blank((char)byte_at(text, at))) {
            blank = true;
            continue;
        }
        if (blank && out->length > begin)
            buffer_byte(out, ' ');
        blank = false;
        if (!character.valid || is_unfit_for_pages(character.code)) {
            buffer_string(out, "\xef\xbf\xbd");
            continue;
        }
        if (is_markup(text, at))
            buffer_byte(out, '\\');
        buffer_text(out, text_slice(text, at, character.length));
    }
}

/* --- manual pages --- */

/* What roff, or a device of it, takes for something else; NULL: nothing does. */
static const char *man_escape(char byte)
{
    switch (byte) {
    case '\\':
        return "\\e";
    case '-':
        return "\\-";
    case '\'':
        return "\\(aq";
    case '"':
        return "\\(dq";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    default:
        return NULL;
    }
}

void escape_man(struct buffer *out, struct text text)
{
    struct character character;
    bool code = false;
    for (size_t at = 0; at < text.length; at += character.length) {
        char byte = (char)byte_at(text, at);
        character = decode(text, at);
        if (at == 0 && byte == '.')
            buffer_string(out, "\\&");
        if (byte == '`') {
            code = !code;
            buffer_string(out, code ? "\\fB" : "\\fR");
        } else if (is_blank(byte)) {
            buffer_byte(out, ' ');
        } else if (!character.valid || is_unfit_for_pages(character.code)) {
            buffer_string(out, "\\[uFFFD]");
        } else if (character.code > 0x7e) {
            buffer_format(out, "\\[u%04X]", (unsigned)character.code);
        } else if (man_escape(byte)) {
            buffer_string(out, man_escape(byte));
        } else {
            buffer_byte(out, byte);
        }
    }
    if (code)
        buffer_string(out, "\\fR");
}

/* --- shells --- */

void escape_shell(struct buffer *out, struct text text)
{
    for (size_t at = 0; at < text.length; at++)
        if (text.bytes[at] == '\'')
            buffer_string(out, "'\\''");
        else if (text.bytes[at] != '\0')
            buffer_byte(out, text.bytes[at]);
}

/* --- terminals --- */

/* Characters that move, hide or reorder what is printed around them. */
static bool is_unsafe_on_terminal(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x61c || code == 0x200e ||
           code == 0x200f || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

static void put_hex_byte(struct buffer *out, unsigned char byte)
{
    buffer_string(out, "\\x");
    put_hex(out, byte, 2);
}

void escape_terminal(struct buffer *out, struct text text)
{
    struct character character;
    for (size_t at = 0; at < text.length; at += character.length) {
        character = decode(text, at);
        if (!character.valid) {
            for (size_t i = 0; i < character.length; i++)
                put_hex_byte(out, byte_at(text, at + i));
        } else if (!is_unsafe_on_terminal(character.code)) {
            buffer_text(out, text_slice(text, at, character.length));
        } else if (character.code < 0x80) {
            put_hex_byte(out, (unsigned char)character.code);
        } else {
            buffer_string(out, "\\u{");
            put_hex(out, character.code, 4);
            buffer_byte(out, '}');
        }
    }
}
