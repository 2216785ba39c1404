#include "base/escape_parts.h"

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
        size_t end = plain_end(text, at, '"', '\\');
        buffer_text(out, text_slice(text, at, end - at));
        at = end;
        if (at == text.length)
            return;
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

static size_t html_plain_end(struct text text, size_t at)
{
    while (at < text.length && is_printable_ascii(byte_at(text, at)) &&
           !html_entity(byte_at(text, at)))
        at++;
    return at;
}

void escape_html(struct buffer *out, struct text text)
{
    struct character character;
    for (size_t at = 0; at < text.length; at += character.length) {
        size_t end = html_plain_end(text, at);
        buffer_text(out, text_slice(text, at, end - at));
        at = end;
        if (at == text.length)
            return;
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
