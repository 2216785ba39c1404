/*
 * Reads scalars and lists of them. YAML leaves it open what a plain scalar means; here the key
 * decides: a text takes any scalar as it is written, a whole number is -?(0|[1-9][0-9]*) and
 * nothing else, a boolean is true or false.
 */
#include "load/loader.h"

struct string string_of(struct loader *loader, const struct node *scalar)
{
    return (struct string){keep_text(loader, scalar->text), scalar->span};
}

/* ---------------------------------------------------------------- what a value is, in messages */

static const char *kind_of(const struct node *value)
{
    if (value->kind == NODE_MAPPING)
        return "a mapping";
    if (value->kind == NODE_SEQUENCE)
        return "a list";
    return node_is_null(value) ? "empty" : "a text";
}

void wrong_type(struct loader *loader, const struct node *key, const struct node *value,
                const char *what)
{
    struct span span = value->span.end > value->span.begin ? value->span : key->span;
    if (!loader->file->tree.complete && key->next == NULL)
        return; /* a syntax error may have cut the value off */
    if (node_is_null(value))
        diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", span,
                 "%.*s must be %s, and has no value", TEXT_ARGS(key->text), what);
    else
        diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", span, "%.*s must be %s, not %s",
                 TEXT_ARGS(key->text), what, kind_of(value));
}

bool expect_kind(struct loader *loader, const struct node *key, const struct node *value,
                 enum node_kind kind, const char *what)
{
    if (value->kind == kind && !node_is_null(value))
        return true;
    wrong_type(loader, key, value, what);
    return false;
}

/* ---------------------------------------------------------------- scalars */

/* The first control character that no text of a registry may hold (line breaks and tabs are fine),
 * or the length. */
static size_t control_character(struct text text)
{
    if (text_is_printable(text))
        return text.length;
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f)
            return i;
        if (byte == 0xc2 && i + 1 < text.length && (unsigned char)text.bytes[i + 1] < 0xa0)
            return i; /* C1: U+0080 to U+009F */
    }
    return text.length;
}

/* Its number: C1 characters are two bytes of UTF-8, 0xc2 and the number itself. */
static unsigned control_code(struct text text, size_t at)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    return byte == 0xc2 ? (unsigned char)text.bytes[at + 1] : byte;
}

static void check_text(struct loader *loader, const struct key *row, const struct node *key,
                       const struct node *value)
{
    size_t control = control_character(value->text);
    if (control < value->text.length)
        diagnose(loader->diagnostics, SEVERITY_ERROR, "control-character",
                 source_within(loader->sources, value->span, value->text, control, 1),
                 "%.*s holds the control character U+%04X", TEXT_ARGS(key->text),
                 control_code(value->text, control));
    if (row && row->limit && value->text.length > row->limit)
        diagnose(loader->diagnostics, SEVERITY_ERROR, "too-long", value->span,
                 "%.*s has %zu bytes; %zu are the most", TEXT_ARGS(key->text), value->text.length,
                 row->limit);
}

bool read_text(struct loader *loader, const struct key *row, const struct node *key,
               const struct node *value, struct string *text)
{
    if (value->kind != NODE_SCALAR || node_is_null(value)) {
        wrong_type(loader, key, value, "a text");
        return false;
    }
    if (value->text.length == 0) {
        diagnose(loader->diagnostics, SEVERITY_ERROR, "empty-text", value->span, "%.*s is empty",
                 TEXT_ARGS(key->text));
        return false;
    }
    check_text(loader, row, key, value);
    *text = string_of(loader, value);
    return true;
}

bool integer_syntax(struct text text)
{
    size_t at = text.length && text.bytes[0] == '-';
    size_t digits = text.length - at;
    if (digits == 0 || (text.bytes[at] == '0' && digits > 1))
        return false;
    for (; at < text.length; at++)
        if (text.bytes[at] < '0' || text.bytes[at] > '9')
            return false;
    return true;
}

/* The number's value; false when it does not fit in 64 bits. */
static bool integer_value(struct text text, int64_t *value)
{
    bool negative = text.bytes[0] == '-';
    uint64_t limit = (uint64_t)INT64_MAX + negative, sum = 0;
    for (size_t i = negative; i < text.length; i++) {
        uint64_t digit = (uint64_t)(text.bytes[i] - '0');
        if (sum > (limit - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    *value = negative ? -(int64_t)(sum - (sum != 0)) - (sum != 0) : (int64_t)sum;
    return true;
}

bool read_integer(struct loader *loader, const struct node *key, const struct node *value,
                  struct integer *integer)
{
    if (!expect_kind(loader, key, value, NODE_SCALAR, "a whole number"))
        return false;
    if (!integer_syntax(value->text)) {
        struct diagnostic *bad =
            diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", value->span,
                     "%.*s must be a whole number", TEXT_ARGS(key->text));
        diagnostic_help(bad, "write digits alone: no leading zero, no +, no _, no fraction");
        return false;
    }
    if (value->style != STYLE_PLAIN) {
        struct diagnostic *bad =
            diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", value->span,
                     "%.*s must be a whole number, not a text", TEXT_ARGS(key->text));
        diagnostic_help(bad, "write it without quotes:  %.*s: %.*s", TEXT_ARGS(key->text),
                        TEXT_ARGS(value->text));
        return false;
    }
    if (!integer_value(value->text, &integer->value)) {
        diagnose(loader->diagnostics, SEVERITY_ERROR, "integer-range", value->span,
                 "%.*s does not fit in 64 bits", TEXT_ARGS(key->text));
        return false;
    }
    integer->span = value->span;
    return true;
}

void read_boolean(struct loader *loader, const struct node *key, const struct node *value,
                  struct boolean *boolean)
{
    if (!expect_kind(loader, key, value, NODE_SCALAR, "true or false"))
        return;
    bool yes = text_is(value->text, "true"), no = text_is(value->text, "false");
    if (value->style == STYLE_PLAIN && (yes || no)) {
        *boolean = (struct boolean){yes, value->span};
        return;
    }
    struct diagnostic *bad =
        diagnose(loader->diagnostics, SEVERITY_ERROR, "wrong-type", value->span,
                 "%.*s must be true or false", TEXT_ARGS(key->text));
    diagnostic_help(bad, yes || no ? "write it without quotes" : "other words are texts here");
}

static struct text choice_name(const void *context, size_t i)
{
    return text_of(((const char *const *)context)[i]);
}

static bool read_choice(struct loader *loader, const char *what, const struct node *value,
                        const char *const *choices, int *choice)
{
    size_t count = 0;
    for (; choices[count]; count++)
        if (text_is(value->text, choices[count])) {
            *choice = (int)count;
            return true;
        }
    struct diagnostic *bad =
        diagnose(loader->diagnostics, SEVERITY_ERROR, "unknown-value", value->span,
                 "%s can't be %.*s", what, TEXT_ARGS(value->text));
    struct text nearest = text_nearest(value->text, choice_name, choices, count);
    struct buffer list = buffer_create(loader->arena);
    for (size_t i = 0; i < count; i++)
        if (choices[i][0])
            buffer_format(&list, "%s%s", list.length ? ", " : "", choices[i]);
    if (nearest.length > 2)
        diagnostic_help(bad, "did you mean %.*s?", TEXT_ARGS(nearest));
    else
        diagnostic_help(bad, "one of %.*s", TEXT_ARGS(buffer_contents(&list)));
    return false;
}

void read_key_choice(struct loader *loader, const struct key *row, const struct node *key,
                     const struct node *value, struct choice *choice)
{
    int picked;
    if (!expect_kind(loader, key, value, NODE_SCALAR, "one of a few words") ||
        !read_choice(loader, row->name, value, row->choices, &picked))
        return;
    *choice = (struct choice){picked + row->first_choice, value->span};
}

void read_texts(struct loader *loader, const struct node *key, const struct node *value,
                bool one_will_do, struct strings *texts)
{
    const struct node *item = value;
    size_t most = 1;
    if (!one_will_do || value->kind != NODE_SCALAR) {
        if (!expect_kind(loader, key, value, NODE_SEQUENCE, "a list of texts"))
            return;
        item = value->first;
        most = value->count;
    }
    struct string *items = arena_array(loader->arena, texts->count + most, sizeof *items);
    if (texts->count)
        memcpy(items, texts->items, texts->count * sizeof *items);
    texts->items = items;
    for (; item; item = item == value ? NULL : item->next) {
        if (!expect_kind(loader, key, item, NODE_SCALAR, "a list of texts"))
            continue;
        check_text(loader, NULL, key, item);
        texts->items[texts->count++] = string_of(loader, item);
    }
}

/* ---------------------------------------------------------------- names */

static bool name_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(struct text text)
{
    if (text.length == 0 || !name_letter(text.bytes[0]))
        return false;
    for (size_t i = 1; i < text.length; i++) {
        char c = text.bytes[i];
        if (!name_letter(c) && c != '_' && c != '-' && (c < '0' || c > '9'))
            return false;
    }
    return true;
}

bool read_name(struct loader *loader, const struct node *key, const char *what, struct string *name)
{
    struct text text = key->text;
    if (!is_name(text)) {
        struct diagnostic *bad = diagnose(loader->diagnostics, SEVERITY_ERROR, "bad-name",
                                          key->span, "%.*s can't name %s", TEXT_ARGS(text), what);
        diagnostic_help(bad, "a name starts with a letter and has only letters, digits, _ and -");
        return false;
    }
    if (text.length > NAME_MAX_BYTES) {
        diagnose(loader->diagnostics, SEVERITY_ERROR, "too-long", key->span,
                 "the name of %s has %zu bytes; %d are the most", what, text.length,
                 NAME_MAX_BYTES);
        return false;
    }
    *name = string_of(loader, key);
    return true;
}
