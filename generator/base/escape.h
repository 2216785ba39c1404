/*
 * Escaping by destination. No text of a registry reaches an output but through one of these; each
 * gives printable ASCII or valid UTF-8 that means exactly the text in its destination, and nothing
 * else.
 */
#ifndef PROBLEMC_BASE_ESCAPE_H
#define PROBLEMC_BASE_ESCAPE_H

#include "base/buffer.h"

/*
 * One or more C string literals, quotes included, that give these bytes in C99..C2x and C++:
 * printable ASCII, three-digit octal escapes, \? against trigraphs. Cut into pieces so that no line
 * passes 100 columns when the first starts at column `indent` + 1; every further piece stands on a
 * line of its own, indented by `indent` spaces.
 */
void escape_c_string(struct buffer *out, struct text text, size_t indent);

/*
 * Text inside a block comment: printable ASCII only (other characters as U+XXXX in angle brackets),
 * comment delimiters, trigraphs and line splices broken up, with what stands before in `out` and
 * whatever follows too. Line breaks and runs of blanks become one blank, none at the edges.
 */
void escape_c_comment(struct buffer *out, struct text text);

/*
 * The same, cut between words into lines of at most 98 columns where it can be. `column` bytes
 * stand before the text on its line of `out`; further lines begin with the comment's star and go on
 * below the text's beginning, or, where that is beyond column 40, four further in than the margin.
 */
void escape_c_prose(struct buffer *out, struct text text, size_t column);

/* The inside of a JSON string: the two escapes JSON demands, control characters, U+2028, U+2029.
 * Invalid UTF-8: U+FFFD. */
void escape_json(struct buffer *out, struct text text);

/*
 * Text in HTML or XML: between tags, or in an attribute with quotes. Control characters other than
 * tab and line break, those that show what follows in another order, and invalid bytes: U+FFFD.
 */
void escape_html(struct buffer *out, struct text text);

/*
 * Text in a line of Markdown, also in a cell of a table or the text of a link: every character that
 * could mean something there has a backslash before it. Line breaks and runs of blanks become one
 * blank; the rest as for HTML.
 */
void escape_markdown(struct buffer *out, struct text text);

/*
 * Text in a line of a manual page: nothing in it is a request, and what is between backquotes is
 * set in bold, as the tables that the manual is made from mark code.
 */
void escape_man(struct buffer *out, struct text text);

/* The inside of single quotes in a POSIX shell. */
void escape_shell(struct buffer *out, struct text text);

/*
 * Text for a terminal or a log that people read: C0, DEL, C1, bidirectional controls, line and
 * paragraph separators and invalid bytes as \xHH or \u{HHHH}; printable UTF-8 as it is.
 */
void escape_terminal(struct buffer *out, struct text text);

#endif
