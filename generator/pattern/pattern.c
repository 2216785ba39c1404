#include "pattern/pattern.h"

#include "pattern/pattern_parts.h"
#include "problem_tables.h"

#include <string.h>

bool pattern_fail(const struct pattern_reader *reader, size_t begin, size_t end,
                  struct text message, struct text help)
{
    *reader->error = (struct pattern_error){begin, end - begin, message, help};
    return false;
}

bool pattern_fail_states(const struct pattern_reader *reader, size_t begin, size_t end)
{
    return pattern_fail(reader, begin, end, TEXT("this pattern needs too many states"),
                        TEXT("repeat less of it: max bounds the length already"));
}

/* ------------------------------------------------------------------ the outside of a pattern */

static bool check_bytes(const struct pattern_reader *reader)
{
    struct text pattern = reader->pattern;
    if (pattern.length > PATTERN_LENGTH_MAX)
        return pattern_fail(reader, PATTERN_LENGTH_MAX, pattern.length,
                            TEXT("a pattern has at most 512 bytes"), TEXT(""));
    for (size_t at = 0; at < pattern.length; at++) {
        if (pattern.bytes[at] >= ' ' && pattern.bytes[at] <= '~')
            continue;
        size_t end = at + 1;
        while (end < pattern.length && ((unsigned char)pattern.bytes[end] & 0xc0) == 0x80)
            end++; /* the rest of a UTF-8 sequence */
        return pattern_fail(reader, at, end, TEXT("a pattern is written in printable ASCII"),
                            TEXT("no other characters are matched"));
    }
    return true;
}

static bool ends_in_anchor(struct text pattern)
{
    if (!text_ends_with(pattern, TEXT("$")))
        return false;
    size_t begin = pattern.length - 1;
    while (begin > 0 && pattern.bytes[begin - 1] == '\\')
        begin--;
    return (pattern.length - 1 - begin) % 2 == 0;
}

/* Whether a | stands outside of groups and classes. */
static bool has_bare_alternatives(struct text items)
{
    size_t depth = 0;
    bool in_class = false;
    for (size_t at = 0; at < items.length; at++) {
        char byte = items.bytes[at];
        if (byte == '\\')
            at++;
        else if (byte == '[' || byte == ']')
            in_class = byte == '[';
        else if (!in_class && byte == '(')
            depth++;
        else if (!in_class && byte == ')' && depth > 0)
            depth--;
        else if (!in_class && byte == '|' && depth == 0)
            return true;
    }
    return false;
}

static struct text anchored(struct arena *arena, struct text items)
{
    if (items.length == 0)
        return TEXT("for example  ^[a-z]{2,8}$");
    return has_bare_alternatives(items) ? arena_format(arena, "write  ^(?:%.*s)$", TEXT_ARGS(items))
                                        : arena_format(arena, "write  ^%.*s$", TEXT_ARGS(items));
}

/* ECMA-262 looks for a pattern anywhere in a text unless both anchors stand. */
static bool check_anchors(const struct pattern_reader *reader)
{
    struct text pattern = reader->pattern;
    bool begins = text_starts_with(pattern, TEXT("^")), ends = ends_in_anchor(pattern);
    struct text items = text_slice(pattern, begins, pattern.length - begins - ends);
    if (!begins)
        return pattern_fail(reader, 0, pattern.length > 0, TEXT("a pattern starts with ^"),
                            anchored(reader->arena, items));
    if (!ends)
        return pattern_fail(reader, pattern.length - 1, pattern.length,
                            TEXT("a pattern ends with $"), anchored(reader->arena, items));
    return true;
}

/* ------------------------------------------------------------------ the image */

static bool same_column(const struct dfa *dfa, size_t a, size_t b)
{
    for (size_t state = 0; state < dfa->count; state++)
        if (dfa->next[state * dfa->classes + a] != dfa->next[state * dfa->classes + b])
            return false;
    return true;
}

/* Classes with equal columns become one. Gives their number, the column of each, and what became of
 * each old class. */
static size_t merge_classes(const struct dfa *dfa, size_t kept[PATTERN_BYTES],
                            uint8_t merged[PATTERN_BYTES])
{
    size_t count = 0;
    for (size_t class = 0; class < dfa->classes; class ++) {
        size_t same = 0;
        while (same < count && !same_column(dfa, kept[same], class))
            same++;
        if (same == count)
            kept[count++] = class;
        merged[class] = (uint8_t)same;
    }
    return count;
}

static struct text image_of(struct arena *arena, const struct dfa *dfa)
{
    size_t kept[PATTERN_BYTES];
    uint8_t merged[PATTERN_BYTES];
    size_t classes = merge_classes(dfa, kept, merged);
    size_t length = PROBLEM_PATTERN_ACCEPTS + dfa->count + dfa->count * classes;
    char *image = arena_allocate(arena, length);
    image[PROBLEM_PATTERN_STATES] = (char)dfa->count;
    image[PROBLEM_PATTERN_CLASSES] = (char)classes;
    for (size_t byte = 0; byte < PATTERN_BYTES; byte++)
        image[PROBLEM_PATTERN_MAP + byte] = (char)merged[dfa->map[byte]];
    char *at = image + PROBLEM_PATTERN_ACCEPTS;
    for (size_t state = 0; state < dfa->count; state++)
        *at++ = (char)dfa->accepts[state];
    for (size_t state = 0; state < dfa->count; state++)
        for (size_t class = 0; class < classes; class ++)
            *at++ = (char)dfa->next[state * dfa->classes + kept[class]];
    return (struct text){image, length};
}

bool pattern_compile(struct arena *arena, struct text pattern, struct text *automaton,
                     struct pattern_error *error)
{
    struct pattern_reader reader = {arena, pattern, 0, 0, error};
    if (!check_bytes(&reader) || !check_anchors(&reader))
        return false;
    reader.at = 1;
    reader.end = pattern.length - 1;
    struct nfa nfa = {.arena = arena};
    struct dfa dfa, minimal;
    if (!pattern_parse(&reader, &nfa))
        return false;
    if (!pattern_subsets(arena, &nfa, &dfa) || !pattern_minimise(arena, &dfa, &minimal))
        return pattern_fail_states(&reader, 0, pattern.length);
    if (minimal.accepts[DFA_START])
        return pattern_fail(&reader, 0, pattern.length, TEXT("this pattern accepts the empty text"),
                            TEXT("demand a byte: a value may be absent where it is optional"));
    *automaton = image_of(arena, &minimal);
    return true;
}
