/*
 * Codes in one style, and types that nothing uses.
 */
#include "check/checks.h"
#include "names/names.h"

enum code_style {
    STYLE_KEBAB,
    STYLE_SNAKE,
    STYLE_CAMEL,
    STYLE_PASCAL,
    STYLE_SCREAMING,
    STYLE_COUNT,
    STYLE_ANY = STYLE_COUNT, /* one lower-case word: kebab-case, snake_case and camelCase alike */
    STYLE_MIXED,
};

/* What the bytes of a code are, as bits. */
enum {
    LOWER = 1,
    UPPER = 2,
    HYPHEN = 4,
    UNDERSCORE = 8,
};

static unsigned style_bit(char c)
{
    if (c >= 'a' && c <= 'z')
        return LOWER;
    if (c >= 'A' && c <= 'Z')
        return UPPER;
    return c == '-' ? HYPHEN : c == '_' ? UNDERSCORE : 0;
}

static enum code_style style_of(struct text code)
{
    unsigned bits = 0;
    for (size_t i = 0; i < code.length; i++)
        bits |= style_bit(code.bytes[i]);
    bool upper = bits & UPPER, lower = bits & LOWER, underscore = bits & UNDERSCORE;
    if (bits & HYPHEN)
        return upper || underscore ? STYLE_MIXED : STYLE_KEBAB;
    if (underscore && upper && lower)
        return STYLE_MIXED;
    if (upper && lower)
        return style_bit(code.bytes[0]) == UPPER ? STYLE_PASCAL : STYLE_CAMEL;
    if (upper)
        return STYLE_SCREAMING;
    return underscore ? STYLE_SNAKE : STYLE_ANY;
}

static bool fits(enum code_style style, enum code_style wanted)
{
    return style == wanted || (style == STYLE_ANY && wanted <= STYLE_CAMEL);
}

/* The code in another style, from its words as names.h splits them. */
static struct text restyled(struct arena *arena, struct text code, enum code_style style)
{
    struct text words = lower_name(arena, code);
    struct buffer out = buffer_create(arena);
    bool starts = style == STYLE_PASCAL;
    for (size_t i = 0; i < words.length; i++) {
        char c = words.bytes[i];
        bool letter = c >= 'a' && c <= 'z';
        if (c == '_') {
            starts = style == STYLE_CAMEL || style == STYLE_PASCAL;
            if (!starts)
                buffer_byte(&out, style == STYLE_KEBAB ? '-' : '_');
            continue;
        }
        buffer_byte(&out,
                    letter && (starts || style == STYLE_SCREAMING) ? (char)(c - 'a' + 'A') : c);
        starts = false;
    }
    return buffer_contents(&out);
}

/* The style that most codes have; of equally frequent ones the first in the list above. `*example`
 * is a code that has it, `*others` how many have another. */
static enum code_style main_style(const struct registry *registry,
                                  const struct problem_type **example, size_t *others)
{
    size_t counts[STYLE_MIXED + 1] = {0};
    const struct problem_type *first[STYLE_MIXED + 1] = {NULL};
    enum code_style wanted = STYLE_KEBAB;
    for (size_t i = 0; i < registry->problem_count; i++) {
        enum code_style style = style_of(registry->problems[i].code.text);
        if (counts[style]++ == 0)
            first[style] = &registry->problems[i];
    }
    for (int style = STYLE_KEBAB; style <= STYLE_CAMEL; style++)
        counts[style] += counts[STYLE_ANY];
    for (int style = STYLE_KEBAB; style < STYLE_COUNT; style++)
        if (counts[style] > counts[wanted])
            wanted = (enum code_style)style;
    *example = first[wanted] ? first[wanted] : first[STYLE_ANY];
    *others = registry->problem_count - counts[wanted];
    return wanted;
}

void check_code_style(struct check_run *run)
{
    const struct registry *registry = run->registry;
    const struct problem_type *example;
    size_t others;
    enum code_style wanted = main_style(registry, &example, &others);
    for (size_t i = 0; others > 0 && i < registry->problem_count; i++) {
        const struct problem_type *problem = &registry->problems[i];
        if (fits(style_of(problem->code.text), wanted))
            continue;
        struct diagnostic *finding = check_report(
            run, "code-style", problem, problem->code.span,
            "%.*s is written in another style than the other codes", TEXT_ARGS(problem->code.text));
        if (example)
            check_note(finding, example->code.span, "most are written like this one");
        check_help(finding, "write %.*s, or allow code-style where clients know the code as it is",
                   TEXT_ARGS(restyled(run->arena, problem->code.text, wanted)));
    }
}

void check_unused_types(struct check_run *run)
{
    const struct registry *registry = run->registry;
    for (size_t i = 0; i < registry->type_count; i++) {
        const struct named_type *type = &registry->types[i];
        if (!type->used && registry->complete && run->fault_count == 0)
            check_report(run, "unused-type", NULL, type->name.span, "no member uses type %.*s",
                         TEXT_ARGS(type->name.text));
    }
}
