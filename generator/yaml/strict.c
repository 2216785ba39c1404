#include "yaml/strict.h"
#include "yaml/written.h"

#include <stdlib.h>
#include <string.h>

enum {
    DROPPED = 0xff, /* kind of a key that leaves its mapping */
    FEW_KEYS = 16,  /* that many are compared one by one */
};

struct diagnostic *strict_finding(struct strict *strict, enum severity severity, const char *id,
                                  size_t begin, size_t end, const char *message)
{
    if (severity == SEVERITY_ERROR)
        strict->errors++;
    else
        strict->warnings++;
    return diagnose(strict->diagnostics, severity, id, span_in(strict->source, begin, end), "%s",
                    message);
}

static size_t begin_of(const struct strict *strict, const struct node *node)
{
    return node->span.begin - strict->source->base;
}

static size_t end_of(const struct strict *strict, const struct node *node)
{
    return node->span.end - strict->source->base;
}

/* ---------------------------------------------------------------- scalars */

static size_t property_end(const struct source *source, size_t at)
{
    bool verbatim = byte_at(source, at) == '!' && byte_at(source, at + 1) == '<';
    for (at++; byte_at(source, at) && !is_space(byte_at(source, at)); at++)
        if (!verbatim && strchr(",[]{}", byte_at(source, at)))
            break;
    return at;
}

static const struct {
    char first;
    const char *id, *message;
} properties[] = {
    {'&', "yaml-anchor", "a text that starts with & must be quoted; registries have no anchors"},
    {'*', "yaml-alias", "a text that starts with * must be quoted; registries have no aliases"},
    {'!', "yaml-tag", "a text that starts with ! must be quoted; registries have no tags"},
};

/* The property at `at`; false: there is none. */
static bool refuse_property(struct strict *strict, size_t at, bool flow)
{
    const struct source *source = strict->source;
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++) {
        if (byte_at(source, at) != properties[i].first)
            continue;
        struct diagnostic *finding =
            strict_finding(strict, SEVERITY_ERROR, properties[i].id, at, property_end(source, at),
                           properties[i].message);
        help_to_quote(finding, strict->arena, source, at, text_end(source, at, flow));
        return true;
    }
    return false;
}

size_t strict_properties(struct strict *strict, size_t begin, bool flow)
{
    const struct source *source = strict->source;
    size_t at = begin;
    for (int i = 0; i < 2 && refuse_property(strict, at, flow); i++) /* an anchor and a tag */
        at = skip_spaces(source, property_end(source, at));
    return at;
}

void strict_directive(struct strict *strict, size_t at)
{
    const struct source *source = strict->source;
    while (at < source->bytes.length &&
           !text_starts_with(text_slice(source->bytes, at, 4), TEXT("%TAG")))
        at = line_end(source, at) + 1;
    struct diagnostic *finding = strict_finding(strict, SEVERITY_ERROR, "yaml-directive", at,
                                                line_end(source, at), "registries have no tags");
    diagnostic_help(finding, "remove the line");
}

/* A text that goes on over what looks like a list item. */
static void check_lines(struct strict *strict, const struct node *scalar)
{
    const struct source *source = strict->source;
    size_t begin = begin_of(strict, scalar), end = end_of(strict, scalar);
    for (size_t at = line_end(source, begin); at < end; at = line_end(source, at)) {
        at = skip_spaces(source, at);
        if (at >= end || byte_at(source, at) != '-' || !is_space(byte_at(source, at + 1)))
            continue;
        struct diagnostic *finding =
            strict_finding(strict, SEVERITY_WARNING, "yaml-list-text", at, at + 1,
                           "this is no list item: the line goes on with the text above");
        diagnostic_note(finding, span_in(source, begin, begin + 1), "the text begins here");
        diagnostic_help(finding, "begin the list on a line of its own, or quote the text");
        return;
    }
}

static void check_comment(struct strict *strict, const struct node *scalar, bool flow)
{
    const struct source *source = strict->source;
    size_t end = end_of(strict, scalar), hash = skip_blanks(source, end);
    char next = byte_at(source, hash + 1);
    if (hash == end || byte_at(source, hash) != '#' || next == '#' || next == '\0' ||
        is_space(next))
        return;
    size_t cut = line_end(source, hash);
    struct diagnostic *finding =
        strict_finding(strict, SEVERITY_WARNING, "yaml-comment-cut", hash, cut,
                       "the text ends before \" #\"; what follows is a comment");
    if (flow) {
        diagnostic_help(finding, "quote the text, or put a blank after # for a comment");
        return;
    }
    while (is_blank(byte_at(source, cut - 1)))
        cut--;
    help_to_quote(finding, strict->arena, source, begin_of(strict, scalar), cut);
    diagnostic_help(finding, "%.*s, or put a blank after # for a comment",
                    TEXT_ARGS(finding->help));
}

void strict_value(struct strict *strict, const struct node *scalar, bool flow)
{
    if (scalar->style != STYLE_PLAIN || scalar->text.length == 0 ||
        strict->warnings >= STRICT_FINDINGS_MAX)
        return;
    check_comment(strict, scalar, flow);
    if (!flow)
        check_lines(strict, scalar);
}

/* ---------------------------------------------------------------- texts in { } */

/* An entry of { } that is only a text: no colon after it and no question mark before it. */
static bool is_stray(const struct strict *strict, const struct node *key)
{
    const struct source *source = strict->source;
    const struct node *value = key->value;
    if (value->kind != NODE_SCALAR || value->style != STYLE_PLAIN || value->text.length)
        return false;
    if (key->kind == NODE_SCALAR && key->style != STYLE_PLAIN)
        return false;
    if (byte_at(source, skip_spaces(source, end_of(strict, key))) == ':')
        return false;
    size_t at = begin_of(strict, key);
    while (at > 0 && is_space(byte_at(source, at - 1)))
        at--;
    return at == 0 || byte_at(source, at - 1) != '?';
}

/* Whether the rest of the line is nothing, a comment, or goes on with the collection around. */
static bool ends_there(const struct strict *strict, size_t at, bool flow_around)
{
    const struct source *source = strict->source;
    size_t next = skip_blanks(source, at);
    char byte = byte_at(source, next);
    return byte == '\0' || is_space(byte) || (byte == '#' && next > at) ||
           (flow_around && strchr(",]}", byte));
}

static bool all_stray(const struct strict *strict, const struct node *mapping)
{
    for (const struct node *key = mapping->first; key != NULL; key = key->next)
        if (!is_stray(strict, key))
            return false;
    return mapping->count > 0;
}

/*
 * {balance} in the place of a value: a text with a placeholder that lacks its quotes. It becomes
 * that text. Where more text follows in the line a syntax error is to come, which says so.
 */
static void restore_text(struct strict *strict, struct node *mapping, bool flow_around)
{
    size_t begin = begin_of(strict, mapping), end = end_of(strict, mapping);
    struct text text = text_slice(strict->source->bytes, begin, end - begin);
    if (ends_there(strict, end, flow_around)) {
        struct diagnostic *finding =
            strict_finding(strict, SEVERITY_ERROR, "yaml-flow-text", begin, end,
                           "a text that starts with { must be quoted");
        help_to_quote(finding, strict->arena, strict->source, begin, end);
        if (mapping->count > 1 && memchr(text.bytes, '\n', text.length) == NULL)
            diagnostic_help(finding, "%.*s\nor, for a list,  [%.*s]", TEXT_ARGS(finding->help),
                            TEXT_ARGS(text_slice(text, 1, text.length - 2)));
    }
    *mapping = (struct node){
        .kind = NODE_SCALAR, .style = STYLE_PLAIN, .span = mapping->span, .text = text};
}

/* Joins the strays after `key` to its value, from which a comma cut them. */
static void join(struct strict *strict, struct node *key)
{
    const struct source *source = strict->source;
    struct node *value = key->value, *last = NULL;
    for (struct node *next = key->next; next && is_stray(strict, next); next = next->next) {
        next->kind = DROPPED;
        last = next;
    }
    size_t comma = skip_spaces(source, end_of(strict, value));
    value->span.end = last->span.end;
    size_t begin = begin_of(strict, value), end = end_of(strict, value);
    value->text = text_slice(source->bytes, begin, end - begin);
    struct diagnostic *finding =
        strict_finding(strict, SEVERITY_ERROR, "yaml-flow-comma", comma, comma + 1,
                       "the text before this comma must be quoted");
    help_to_quote(finding, strict->arena, source, begin, end);
}

static void restore_commas(struct strict *strict, struct node *mapping)
{
    struct node *before = NULL;
    for (struct node *key = mapping->first; key != NULL; key = key->next) {
        if (key->kind == DROPPED)
            continue;
        if (!is_stray(strict, key)) {
            before = key;
            continue;
        }
        const struct node *value = before ? before->value : NULL;
        if (strict_full(strict)) {
            key->kind = DROPPED;
        } else if (value && value->kind == NODE_SCALAR && value->style == STYLE_PLAIN &&
                   value->text.length) {
            join(strict, before);
        } else {
            struct diagnostic *finding =
                strict_finding(strict, SEVERITY_ERROR, "yaml-flow-comma", begin_of(strict, key),
                               end_of(strict, key), "this key has no value");
            diagnostic_help(finding, "write a colon and a value after it; a text that holds a "
                                     "comma or a brace must be quoted");
            key->kind = DROPPED;
        }
    }
}

/* ---------------------------------------------------------------- keys */

static void check_key(struct strict *strict, struct node *key)
{
    const char *id = "yaml-key", *message, *help;
    if (key->kind == DROPPED) {
        return;
    } else if (key->kind != NODE_SCALAR) {
        message = "a key must be a text";
        help = "a text that starts with { or [ must be quoted";
    } else if (key->style != STYLE_PLAIN) {
        return;
    } else if (text_is(key->text, "<<")) {
        id = "yaml-merge";
        message = "registries have no merge keys";
        help = "write the keys out here, or define a type or a member at the top level and name it";
    } else if (node_is_null(key)) {
        message = "a key must be a text, and YAML reads this one as null";
        help = "write a name before the colon; a name that is null or ~ must be quoted";
    } else {
        return;
    }
    if (!strict_full(strict)) {
        struct diagnostic *finding = strict_finding(
            strict, SEVERITY_ERROR, id, begin_of(strict, key), end_of(strict, key), message);
        diagnostic_help(finding, "%s", help);
    }
    key->kind = DROPPED;
}

static void duplicate(struct strict *strict, const struct node *first, struct node *second)
{
    if (!strict_full(strict)) {
        strict->errors++;
        struct diagnostic *finding =
            diagnose(strict->diagnostics, SEVERITY_ERROR, "yaml-duplicate-key", second->span,
                     "the key %.*s is here twice", TEXT_ARGS(first->text));
        diagnostic_note(finding, first->span, "first here");
        diagnostic_help(finding, "remove one of the two, or give it another name");
    }
    second->kind = DROPPED;
}

static void compare_few(struct strict *strict, struct node *mapping)
{
    for (struct node *key = mapping->first; key != NULL; key = key->next)
        for (const struct node *before = mapping->first; before != key; before = before->next)
            if (before->text.length == key->text.length && before->kind != DROPPED &&
                key->kind != DROPPED && text_equal(before->text, key->text))
                duplicate(strict, before, key);
}

static int compare_keys(const void *a, const void *b)
{
    const struct node *first = *(const struct node *const *)a;
    const struct node *second = *(const struct node *const *)b;
    int order = text_compare(first->text, second->text);
    return order ? order : first->span.begin < second->span.begin ? -1 : 1;
}

/* Whoever has read the entries while they were parsed knows that their keys differ. */
static bool all_taken(const struct node *mapping)
{
    for (const struct node *key = mapping->first; key != NULL; key = key->next)
        if (!key->value->taken)
            return false;
    return true;
}

/* Sorted rather than hashed: no choice of keys makes this slow. */
static void compare_many(struct strict *strict, struct node *mapping)
{
    struct node **keys = arena_array(strict->arena, mapping->count, sizeof *keys);
    size_t count = 0;
    for (struct node *key = mapping->first; key != NULL; key = key->next)
        if (key->kind != DROPPED)
            keys[count++] = key;
    qsort(keys, count, sizeof *keys, compare_keys);
    const struct node *first = NULL;
    for (size_t i = 0; i < count; i++) {
        if (first && text_equal(first->text, keys[i]->text))
            duplicate(strict, first, keys[i]);
        else
            first = keys[i];
    }
}

static void sweep(struct node *mapping)
{
    for (struct node **link = &mapping->first; *link != NULL;) {
        if ((*link)->kind == DROPPED) {
            *link = (*link)->next;
            mapping->count--;
        } else {
            link = &(*link)->next;
        }
    }
}

void strict_mapping(struct strict *strict, struct node *mapping, bool complete, bool flow_around)
{
    if (mapping->flow && complete && all_stray(strict, mapping)) {
        restore_text(strict, mapping, flow_around);
        return;
    }
    if (mapping->flow && complete)
        restore_commas(strict, mapping);
    for (struct node *key = mapping->first; key != NULL; key = key->next)
        check_key(strict, key);
    if (mapping->count <= FEW_KEYS)
        compare_few(strict, mapping);
    else if (!all_taken(mapping))
        compare_many(strict, mapping);
    sweep(mapping);
}
