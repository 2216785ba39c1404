/*
 * Codes of others' errors: what a text that stands for one means, and what becomes of it.
 */
#include "classifier.h"

const char *const code_type_names[] = {"integer", "sqlstate", NULL};

/* ---------------------------------------------------------------- single codes */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool code_number(struct text text, int64_t *number)
{
    bool negative = text.length && text.bytes[0] == '-';
    size_t digits = text.length - negative;
    int64_t sum = 0;
    if (digits == 0 || digits > 10 || (digits > 1 && text.bytes[negative] == '0'))
        return false;
    for (size_t i = negative; i < text.length; i++) {
        if (!is_digit(text.bytes[i]))
            return false;
        sum = sum * 10 + (text.bytes[i] - '0');
    }
    *number = negative ? -sum : sum;
    return *number >= CODE_MIN && *number <= CODE_MAX && !(negative && sum == 0);
}

static bool is_of_state(struct text text, size_t length)
{
    for (size_t i = 0; i < text.length; i++)
        if (!is_digit(text.bytes[i]) && !is_capital(text.bytes[i]))
            return false;
    return text.length == length;
}

bool code_is_state(struct text text)
{
    return is_of_state(text, 5);
}

bool code_is_class(struct text text)
{
    return is_of_state(text, 2);
}

static bool is_keyword(struct text text)
{
    static const char *const keywords[] = {
        "auto",    "break",  "case",     "char",   "const",    "continue", "default",
        "do",      "double", "else",     "enum",   "extern",   "float",    "for",
        "goto",    "if",     "inline",   "int",    "long",     "register", "restrict",
        "return",  "short",  "signed",   "sizeof", "static",   "struct",   "switch",
        "typedef", "union",  "unsigned", "void",   "volatile", "while",
    };
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (text_is(text, keywords[i]))
            return true;
    return false;
}

/* Names of the generated functions' own. */
static bool is_ours(struct text text)
{
    return text_is(text, "code_") || text_is(text, "message_") || text_is(text, "outcome_");
}

bool code_is_identifier(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        bool letter = is_capital(c) || (c >= 'a' && c <= 'z') || c == '_';
        if (!letter && (i == 0 || !is_digit(c)))
            return false;
    }
    return text.length && !is_keyword(text) && !is_ours(text);
}

/* ---------------------------------------------------------------- names */

static const struct constant *find_constant(const struct classifier *classifier, struct text name)
{
    size_t index;
    for (; classifier; classifier = classifier->base)
        if (map_get(&classifier->constants.by_name, name, &index))
            return &classifier->constants.items[index];
    return NULL;
}

static const struct alias *find_alias(const struct classifier *classifier, struct text name)
{
    size_t index;
    for (; classifier; classifier = classifier->base)
        if (map_get(&classifier->aliases.by_name, name, &index))
            return &classifier->aliases.items[index];
    return NULL;
}

const struct code_group *classifier_group(const struct classifier *classifier, struct text name)
{
    size_t index;
    for (; classifier; classifier = classifier->base)
        if (map_get(&classifier->groups.by_name, name, &index))
            return &classifier->groups.items[index];
    return NULL;
}

bool classifier_has_macros(const struct classifier *classifier)
{
    for (; classifier; classifier = classifier->base)
        if (classifier->constants.count)
            return classifier->constants.are_macros;
    return false;
}

/* ---------------------------------------------------------------- meanings */

static bool numbered(struct text text, struct text name, struct arena *arena, struct code *code)
{
    *code = (struct code){.kind = CODE_NUMBERED, .name = name};
    if (!code_number(text, &code->number))
        return false;
    code->key = arena_format(arena, "%lld", (long long)code->number);
    return true;
}

static bool state(struct text text, struct text name, struct code *code)
{
    bool class = code_is_class(text);
    *code = (struct code){
        .kind = class ? CODE_CLASS : CODE_STATE, .key = text, .name = name, .number = 0};
    return class || code_is_state(text);
}

static void named(struct text name, struct code *code)
{
    *code = (struct code){.kind = CODE_NAMED, .key = name, .name = name};
}

/* What a number or state means, by itself or as a constant's value. */
static bool valued(const struct classifier *classifier, struct arena *arena, struct text value,
                   struct text name, struct code *code)
{
    return classifier->codes.value == CODES_SQLSTATE ? state(value, name, code)
                                                     : numbered(value, name, arena, code);
}

bool classifier_code(const struct classifier *classifier, struct arena *arena, struct text written,
                     struct code *code)
{
    const struct text nameless = {NULL, 0};
    if (span_is_set(classifier->enum_type.span)) {
        if (!code_is_identifier(written))
            return numbered(written, nameless, arena, code);
        named(written, code);
        return true;
    }
    const struct constant *constant = find_constant(classifier, written);
    const struct alias *alias = constant ? NULL : find_alias(classifier, written);
    if (alias && !classifier_has_macros(classifier))
        constant = find_constant(classifier, alias->of.text);
    if (constant && span_is_set(constant->value.span))
        return valued(classifier, arena, constant->value.text, written, code);
    if (constant || (alias && classifier_has_macros(classifier))) {
        named(written, code);
        return true;
    }
    return valued(classifier, arena, written, nameless, code);
}

const struct mapped_code *classifier_mapped(const struct classifier *classifier,
                                            const struct code *code)
{
    size_t index;
    return map_get(&classifier->mapped_by_key, code->key, &index) ? &classifier->mapped[index]
                                                                  : NULL;
}
