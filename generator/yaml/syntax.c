/*
 * Every problem of libyaml's has a row that says who explains it; one without is passed on in
 * libyaml's words. An explanation looks at the file around the place, because the grammar's view
 * (which token was expected) rarely is the author's (which text needs quotes).
 */
#include "yaml/syntax.h"
#include "yaml/failure.h"
#include "yaml/written.h"

#include <string.h>

struct diagnostic *failure_report(const struct failure *failure, const char *id, size_t begin,
                                  size_t end, const char *message)
{
    return strict_finding(failure->strict, SEVERITY_ERROR, id, begin, end, message);
}

char failure_byte(const struct failure *failure)
{
    return byte_at(failure->source, failure->at);
}

size_t failure_begin(const struct failure *failure, const struct node *node)
{
    return node->span.begin - failure->source->base;
}

size_t failure_column(const struct failure *failure, size_t at)
{
    return at - line_begin(failure->source, at);
}

size_t failure_word_end(const struct failure *failure, size_t at)
{
    size_t end = at;
    for (char byte; (byte = byte_at(failure->source, end)) != '\0'; end++)
        if (is_space(byte) || strchr(",[]{}:", byte))
            break;
    char first = byte_at(failure->source, at);
    return end > at || first == '\0' || is_space(first) ? end : at + 1;
}

void failure_note(const struct failure *failure, struct diagnostic *finding, size_t at,
                  const char *message)
{
    diagnostic_note(finding, span_in(failure->source, at, failure_word_end(failure, at)), "%s",
                    message);
}

void failure_note_context(const struct failure *failure, struct diagnostic *finding,
                          const char *message)
{
    if (failure->context != SYNTAX_NO_CONTEXT)
        diagnostic_note(finding, span_in(failure->source, failure->context, failure->context + 1),
                        "%s", message);
}

/* ---------------------------------------------------------------- quotes and brackets */

/* The end of what is written in the file: errors at its end are shown where there is something to
 * see. */
static size_t last_written(const struct failure *failure, size_t at)
{
    while (at > 0 && is_space(byte_at(failure->source, at - 1)))
        at--;
    return at;
}

static void open_quote(const struct failure *failure)
{
    size_t end = last_written(failure, failure->at);
    struct diagnostic *finding =
        failure_report(failure, "yaml-quote", end, end, "the text in quotes has no closing quote");
    failure_note_context(failure, finding, "opened here");
    diagnostic_help(finding, "close it with the same quote; write '' for a quote inside single "
                             "quotes and \\\" inside double quotes");
}

static void bad_escape(const struct failure *failure)
{
    size_t begin = failure->at;
    while (begin > 0 && byte_at(failure->source, begin) != '\\')
        begin--;
    size_t end = failure->at > begin + 1 ? failure->at : begin + 1;
    while (((unsigned char)byte_at(failure->source, end + 1) & 0xc0) == 0x80)
        end++;
    diagnostic_help(
        failure_report(failure, "yaml-escape", begin, end + 1, "YAML has no such escape"),
        "write \\\\ for a backslash, or use single quotes");
}

static void open_bracket(const struct failure *failure)
{
    bool at_end = failure_byte(failure) == '\0';
    size_t begin = at_end ? last_written(failure, failure->at) : failure->at;
    struct diagnostic *finding =
        failure_report(failure, "yaml-bracket", begin, failure_word_end(failure, begin),
                       at_end ? "a bracket is still open at the end of the file"
                              : "a comma or the closing bracket is missing before this");
    failure_note_context(failure, finding, "opened here");
    diagnostic_help(finding, "close the bracket; a text that holds brackets or commas must be "
                             "quoted");
}

/* Whether the value is a text that ends before a bracket, or was taken for brackets whole. */
static bool is_cut_text(const struct failure *failure, const struct node *value)
{
    if (value->kind != NODE_SCALAR || value->style != STYLE_PLAIN)
        return true;
    return value->text.bytes[0] == '{' || strchr("{[", failure_byte(failure));
}

static void in_brackets(const struct failure *failure)
{
    const struct node *value = failure->value;
    if (value == NULL || failure_byte(failure) == '\0')
        open_bracket(failure);
    else if (failure_byte(failure) == ':')
        explain_stray_colon(failure);
    else if (is_cut_text(failure, value))
        explain_text_after_value(failure);
    else
        open_bracket(failure);
}

static void no_content(const struct failure *failure)
{
    char byte = failure_byte(failure);
    if (failure->flow || byte == '\0' || !strchr(",]}", byte))
        diagnostic_help(failure_report(failure, "yaml-syntax", failure->at,
                                       failure_word_end(failure, failure->at),
                                       "a value is missing before this"),
                        "write the value, or quote the text");
    else
        explain_quote_start(failure, failure->at);
}

/* ---------------------------------------------------------------- structure */

/* What was written before the document ended by itself: there is no document to go on with. */
static void after_document(const struct failure *failure)
{
    struct diagnostic *finding =
        failure_report(failure, "yaml-documents", failure->at,
                       failure_word_end(failure, failure->at), "the document has ended above");
    diagnostic_help(finding, "a file holds one document, and its lines begin where the first does");
}

/* Whether the line stands left of a root that is itself indented. */
static bool is_outdented(const struct failure *failure)
{
    const struct node *root = failure->error->value;
    return root != NULL && failure_column(failure, failure->at) <
                               failure_column(failure, failure_begin(failure, root));
}

static void indentation(const struct failure *failure)
{
    struct diagnostic *finding = failure_report(failure, "yaml-indentation", failure->at,
                                                failure_word_end(failure, failure->at),
                                                "this line is indented like nothing above it");
    const struct node *open = failure->error->open, *closed = failure->error->value;
    if (closed == NULL)
        return;
    if (open == NULL)
        open = closed;
    size_t outer = failure_begin(failure, open), inner = outer;
    failure_note(failure, finding, outer, "this is what it would go on with");
    if (closed->kind == NODE_SCALAR && closed->style >= STYLE_LITERAL) {
        diagnostic_help(finding, "indent every line of a block text at least like its first");
        return;
    }
    if (closed->kind != NODE_SCALAR && !closed->flow)
        inner = failure_begin(failure, closed);
    size_t column = failure_column(failure, outer), inner_column = failure_column(failure, inner);
    if (inner_column > column)
        diagnostic_help(finding, "indent it by %zu or by %zu blanks", column, inner_column);
    else
        diagnostic_help(finding, "indent it by %zu blanks", column);
}

/* Where nothing else fits. At the end of the file, what is written last is shown. */
static void misplaced(const struct failure *failure)
{
    size_t at = failure_byte(failure) ? failure->at : last_written(failure, failure->at);
    struct diagnostic *finding = failure_report(
        failure, "yaml-syntax", at, failure_word_end(failure, at), "this cannot stand here");
    diagnostic_help(finding, "is a quote missing before, or must the whole text be quoted?");
}

static void unexpected(const struct failure *failure)
{
    const struct source *source = failure->source;
    char byte = failure_byte(failure);
    bool begins_line = line_first(source, failure->at) == failure->at;
    if (byte == '\0') {
        misplaced(failure);
    } else if (failure->value != NULL) {
        explain_text_after_value(failure);
    } else if (byte == ':') {
        explain_stray_colon(failure);
    } else if (begins_line && failure->error->open == NULL && !is_outdented(failure)) {
        after_document(failure);
    } else if (begins_line && byte == '-' && is_space(byte_at(source, failure->at + 1))) {
        struct diagnostic *finding =
            failure_report(failure, "yaml-list", failure->at, failure->at + 1,
                           "a list item cannot stand among keys");
        failure_note_context(failure, finding, "the keys begin here");
        diagnostic_help(finding, "write a key for the list before its first item");
    } else if (begins_line) {
        indentation(failure);
    } else {
        misplaced(failure);
    }
}

static void expected_item(const struct failure *failure)
{
    size_t context = failure->context;
    if (context == SYNTAX_NO_CONTEXT || failure->value != NULL ||
        failure_column(failure, context) != failure_column(failure, failure->at)) {
        unexpected(failure);
        return;
    }
    struct diagnostic *finding =
        failure_report(failure, "yaml-list", failure->at, failure_word_end(failure, failure->at),
                       "a key cannot stand among list items");
    failure_note_context(failure, finding, "the list begins here");
    diagnostic_help(finding, "write - before it, or indent it like the key that holds the list");
}

static void directive(const struct failure *failure)
{
    size_t begin = line_begin(failure->source, failure->at);
    diagnostic_help(failure_report(failure, "yaml-directive", begin,
                                   line_end(failure->source, begin),
                                   "a registry has no directives but %YAML 1.1 and %YAML 1.2"),
                    "remove the line");
}

/* ---------------------------------------------------------------- the table */

static const struct {
    const char *problem;
    void (*explain)(const struct failure *failure);
} explanations[] = {
    {"mapping values are not allowed in this context", explain_stray_colon},
    {"found unexpected ':'", explain_tight_colon},
    {"could not find expected ':'", explain_missing_colon},
    {"block sequence entries are not allowed in this context", explain_stray_dash},
    {"mapping keys are not allowed in this context", explain_stray_question},
    {"found character that cannot start any token", explain_bad_start},
    {"found unexpected end of stream", open_quote},
    {"found unexpected document indicator", open_quote},
    {"found unknown escape character", bad_escape},
    {"did not find expected hexdecimal number", bad_escape},
    {"found invalid Unicode character escape code", bad_escape},
    {"did not find expected comment or line break", explain_block_header},
    {"found an indentation indicator equal to 0", explain_block_header},
    {"did not find expected key", unexpected},
    {"did not find expected '-' indicator", expected_item},
    {"did not find expected <document start>", unexpected},
    {"did not find expected ',' or '}'", in_brackets},
    {"did not find expected ',' or ']'", in_brackets},
    {"did not find expected node content", no_content},
    {"found incompatible YAML document", directive},
    {"found duplicate %YAML directive", directive},
    {"found duplicate %TAG directive", directive},
};

/* A tab among the blanks that begin the line: whatever libyaml makes of it, that is the mistake. */
static bool explain_tab(const struct failure *failure)
{
    size_t first = line_first(failure->source, failure->at);
    for (size_t at = line_begin(failure->source, failure->at); at < first; at++) {
        if (byte_at(failure->source, at) != '\t')
            continue;
        diagnostic_help(
            failure_report(failure, "yaml-tab", at, at + 1, "a line cannot be indented with tabs"),
            "indent with blanks");
        return true;
    }
    return false;
}

/* In a token: what it begins with says more than libyaml's words. */
static bool explain_token(const struct failure *failure)
{
    const char *words = failure->error->context_words;
    if (words == NULL ||
        !(strncmp(words, "while scanning", 14) == 0 || strcmp(words, "while parsing a tag") == 0 ||
          strcmp(words, "while parsing a node") == 0))
        return false;
    char byte = byte_at(failure->source, failure->context);
    if (byte == '&' || byte == '*' || byte == '!')
        explain_property(failure);
    else if (byte == '%' && failure_column(failure, failure->context) == 0)
        directive(failure);
    else
        return false;
    return true;
}

static bool explained_by_table(const struct failure *failure)
{
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++) {
        if (strcmp(failure->error->problem, explanations[i].problem) == 0) {
            explanations[i].explain(failure);
            return true;
        }
    }
    return false;
}

/* Whether the line opens more brackets before `at` than it closes; what libyaml scans ahead it may
 * refuse before the tree knows of the bracket. */
static bool in_open_bracket(const struct source *source, size_t at)
{
    size_t depth = 0;
    char quote = '\0', before = ' ';
    for (size_t i = line_begin(source, at); i < at; i++) {
        char byte = byte_at(source, i);
        bool starts = is_space(before) || strchr(",[{:", before);
        if (quote)
            quote = byte == quote ? '\0' : quote;
        else if (starts && (byte == '"' || byte == '\''))
            quote = byte;
        else if ((starts || depth) && (byte == '{' || byte == '['))
            depth++;
        else if ((byte == '}' || byte == ']') && depth)
            depth--;
        before = byte;
    }
    return depth > 0;
}

/* The value that ends right before `at`. */
static const struct node *value_before(const struct source *source, const struct node *value,
                                       size_t at)
{
    if (value == NULL || value->span.begin == value->span.end)
        return NULL;
    size_t end = value->span.end - source->base;
    return end <= at && skip_blanks(source, end) == at ? value : NULL;
}

void syntax_explain(struct strict *strict, const struct syntax_error *error)
{
    const struct source *source = strict->source;
    struct failure failure = {.strict = strict, .source = source, .error = error};
    failure.at = error->at < source->bytes.length ? error->at : source->bytes.length;
    failure.context = error->context;
    failure.value = value_before(source, error->value, failure.at);
    failure.flow =
        (error->open != NULL && error->open->flow) || in_open_bracket(source, failure.at);
    if (error->problem != NULL &&
        (explain_token(&failure) || explain_tab(&failure) || explained_by_table(&failure)))
        return;
    struct diagnostic *finding = failure_report(&failure, "yaml-syntax", failure.at,
                                                failure_word_end(&failure, failure.at), "");
    finding->message =
        arena_format(strict->arena, "this is not valid YAML%s%s", error->problem ? ": " : "",
                     error->problem ? error->problem : "");
    failure_note_context(&failure, finding, "in what begins here");
    diagnostic_help(finding, "texts that hold YAML's special characters must be quoted");
}
