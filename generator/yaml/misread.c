#include "yaml/failure.h"
#include "yaml/written.h"

#include <string.h>

enum {
    SIMPLE_KEY_MAX = 1024, /* characters: libyaml reads no longer key */
};

/* ---------------------------------------------------------------- texts that need quotes */

/* The text from `begin` on was meant as one. */
static struct diagnostic *quote_text(const struct failure *failure, const char *id, size_t begin,
                                     const char *message)
{
    size_t end = text_end(failure->source, begin, failure->flow);
    struct diagnostic *finding = failure_report(failure, id, begin, end, message);
    help_to_quote(finding, failure->strict->arena, failure->source, begin, end);
    return finding;
}

struct diagnostic *explain_quote_start(const struct failure *failure, size_t at)
{
    struct diagnostic *finding = quote_text(failure, "yaml-plain-start", at, "");
    finding->message =
        arena_format(failure->strict->arena, "a text that starts with %c must be quoted",
                     byte_at(failure->source, at));
    return finding;
}

void explain_bad_start(const struct failure *failure)
{
    if (failure_byte(failure) == '\t')
        diagnostic_help(failure_report(failure, "yaml-tab", failure->at, failure->at + 1,
                                       "a line cannot be indented with tabs"),
                        "indent with blanks");
    else
        explain_quote_start(failure, failure->at);
}

void explain_block_header(const struct failure *failure)
{
    struct diagnostic *finding = explain_quote_start(failure, failure->context);
    diagnostic_help(finding, "%.*s\nor begin the text on the next line", TEXT_ARGS(finding->help));
}

void explain_stray_dash(const struct failure *failure)
{
    quote_text(failure, "yaml-list", failure->at,
               "a text that starts with \"- \" must be quoted; a list begins on the next line");
}

void explain_stray_question(const struct failure *failure)
{
    quote_text(failure, "yaml-plain-start", failure->at,
               "a text that starts with \"? \" must be quoted");
}

void explain_property(const struct failure *failure)
{
    strict_properties(failure->strict, failure->context, failure->flow);
}

/* Text goes on after what YAML took for the whole value. */
void explain_text_after_value(const struct failure *failure)
{
    const struct node *value = failure->value;
    size_t begin = failure_begin(failure, value), end = value->span.end - failure->source->base;
    char byte = failure_byte(failure), first = byte_at(failure->source, begin);
    if (value->kind != NODE_SCALAR && (byte == '}' || byte == ']')) {
        diagnostic_help(failure_report(failure, "yaml-bracket", failure->at, failure->at + 1,
                                       "this bracket closes nothing"),
                        "remove it, or quote the text");
    } else if (first == '{' || first == '[') {
        quote_text(failure, "yaml-flow-text", begin,
                   first == '{' ? "a text that starts with { must be quoted"
                                : "a text that starts with [ must be quoted");
    } else if (value->style == STYLE_PLAIN) {
        quote_text(failure, "yaml-flow-text", begin,
                   "a text with a brace or a bracket must be quoted inside { } or [ ]");
    } else if (line_begin(failure->source, begin) != line_begin(failure->source, end)) {
        struct diagnostic *finding =
            failure_report(failure, "yaml-quote", failure->at,
                           failure_word_end(failure, failure->at), "text after the closing quote");
        diagnostic_note(finding, span_in(failure->source, begin, begin + 1),
                        "that quote was opened here");
        diagnostic_help(finding, "is a closing quote missing before?");
    } else if (end == failure->at) {
        bool single = value->style == STYLE_SINGLE_QUOTED;
        struct diagnostic *finding = failure_report(
            failure, "yaml-quote", end - 1, end, "this quote ends the text, and more text follows");
        diagnostic_help(finding,
                        single ? "write '' for a quote inside single quotes, or use double quotes"
                               : "write \\\" for a quote inside double quotes, or use single "
                                 "quotes");
    } else {
        quote_text(failure, "yaml-quote", begin, "text follows after the closing quote");
    }
}

/* ---------------------------------------------------------------- colons */

static void long_key(const struct failure *failure, size_t begin)
{
    struct diagnostic *finding =
        failure_report(failure, "yaml-key-length", begin, failure_word_end(failure, begin),
                       "this key is too long");
    diagnostic_help(finding, "a key has at most %d characters", SIMPLE_KEY_MAX);
}

/* `title:Foo` at `begin`: a key whose colon lacks its blank. */
static bool missing_blank(const struct failure *failure, size_t begin)
{
    size_t end = text_end(failure->source, begin, false), colon = begin;
    while (colon < end && byte_at(failure->source, colon) != ':' &&
           !is_blank(byte_at(failure->source, colon)))
        colon++;
    if (colon == begin || colon + 1 >= end || byte_at(failure->source, colon) != ':')
        return false;
    struct text line = failure->source->bytes;
    struct text key = text_slice(line, begin, colon - begin);
    struct text rest = text_slice(line, colon + 1, end - colon - 1);
    struct diagnostic *finding = failure_report(failure, "yaml-missing-blank", begin, end,
                                                "a blank is missing after the colon");
    diagnostic_help(finding, "write  %.*s: %.*s", TEXT_ARGS(key), TEXT_ARGS(rest));
    return true;
}

/* A colon after a text that began on an earlier line. */
static void colon_on_later_line(const struct failure *failure, const struct node *text)
{
    const struct source *source = failure->source;
    size_t begin = failure_begin(failure, text), first = line_first(source, failure->at);
    if (line_first(source, begin) == begin && missing_blank(failure, begin))
        return;
    if (failure->flow) {
        struct diagnostic *finding =
            failure_report(failure, "yaml-bracket", first, failure->at,
                           "this is a key, but a bracket above is still open");
        failure_note_context(failure, finding, "opened here");
        diagnostic_help(finding, "close the bracket, or put a comma before this");
    } else if (failure_word_end(failure, first) == failure->at) {
        struct diagnostic *finding = failure_report(failure, "yaml-indentation", first, failure->at,
                                                    "this key is indented into the text above");
        failure_note(failure, finding, begin, "the text begins here");
        diagnostic_help(finding, "indent it like the keys it belongs to, or quote the text");
    } else {
        struct diagnostic *finding =
            failure_report(failure, "yaml-plain-colon", first, text_end(source, first, false),
                           "a text with \": \" must be quoted");
        failure_note(failure, finding, begin, "the text begins here");
        diagnostic_help(finding, "put the whole text in quotes");
    }
}

void explain_stray_colon(const struct failure *failure)
{
    const struct node *value = failure->value;
    size_t first = line_first(failure->source, failure->at);
    bool begins_line = value == NULL || failure_begin(failure, value) == first;
    if (!failure->flow && begins_line && failure->at - first > SIMPLE_KEY_MAX) {
        long_key(failure, first);
    } else if (value == NULL) {
        diagnostic_help(failure_report(failure, "yaml-key", failure->at, failure->at + 1,
                                       "there is no key before this colon"),
                        "write a key, or quote the text");
    } else if (value->kind != NODE_SCALAR || value->style != STYLE_PLAIN) {
        quote_text(failure, "yaml-plain-colon", failure_begin(failure, value),
                   "a text with \": \" must be quoted");
    } else if (line_begin(failure->source, failure_begin(failure, value)) !=
               line_begin(failure->source, failure->at)) {
        colon_on_later_line(failure, value);
    } else {
        struct diagnostic *finding =
            quote_text(failure, "yaml-plain-colon", failure_begin(failure, value),
                       "a text with \": \" must be quoted");
        if (failure->flow && memchr(value->text.bytes, ' ', value->text.length))
            diagnostic_help(finding, "%.*s\nor put a comma before the next key",
                            TEXT_ARGS(finding->help));
    }
}

/* In { } and [ ] libyaml wants a blank after a colon that ends a plain key. */
void explain_tight_colon(const struct failure *failure)
{
    diagnostic_help(failure_report(failure, "yaml-missing-blank", failure->at, failure->at + 1,
                                   "a blank is missing beside this colon"),
                    "write a blank after a key's colon; a text with a colon must be quoted");
}

void explain_missing_colon(const struct failure *failure)
{
    const struct source *source = failure->source;
    size_t begin = failure->context, colon = key_colon(source, begin);
    if (colon != SIZE_MAX && colon - begin > SIMPLE_KEY_MAX) {
        long_key(failure, begin);
    } else if (!missing_blank(failure, begin)) {
        struct diagnostic *finding =
            failure_report(failure, "yaml-missing-colon", begin, text_end(source, begin, false),
                           "this line has no key");
        diagnostic_help(finding, "write  key: value, or indent it deeper than the key whose text "
                                 "it goes on with");
    }
}
