/*
 * Reads a pattern and builds its NFA on the way, without a tree in between: what a quantifier
 * repeats is the last part of the NFA. Open groups stand on a stack of bounded depth.
 *
 *     pattern     = "^" items "$"
 *     items       = { item [ quantifier ] }
 *     item        = character | escape | "." | class | ( "(" | "(?:" ) items { "|" items } ")"
 *     quantifier  = "*" | "+" | "?" | "{" n [ "," [ m ] ] "}"
 *
 * Alternatives need a group because ECMA-262 reads ^a|b$ as (^a)|(b$), which is anchored nowhere.
 */
#include "pattern/pattern_parts.h"

/* What a quantifier would repeat. */
enum before { BEFORE_NOTHING, BEFORE_ITEM, BEFORE_QUANTIFIED };

struct group {
    size_t open;        /* its parenthesis in the pattern */
    size_t begin;       /* its part of the NFA */
    size_t alternative; /* the part of the alternative that is read */
    size_t jump;        /* the newest jump to its end + 1; each holds the one before; 0: none */
};

struct parser {
    struct pattern_reader reader;
    struct nfa *nfa;
    struct group groups[PATTERN_DEPTH_MAX];
    size_t depth;
    size_t item; /* the part of the NFA of the item before */
    enum before before;
};

static bool fail_here(const struct parser *parser, size_t length, struct text message,
                      struct text help)
{
    size_t at = parser->reader.at;
    return pattern_fail(&parser->reader, at, at + length, message, help);
}

static bool fail_states(const struct parser *parser, size_t begin)
{
    return pattern_fail_states(&parser->reader, begin, parser->reader.at);
}

/* The byte `ahead` of the place, the closing $ at the latest. */
static char peek(const struct parser *parser, size_t ahead)
{
    const struct pattern_reader *reader = &parser->reader;
    size_t at = reader->at + ahead;
    return reader->pattern.bytes[at < reader->end ? at : reader->end];
}

static bool parse_byte(struct parser *parser)
{
    size_t begin = parser->reader.at;
    struct byte_set set;
    if (!pattern_read_set(&parser->reader, &set))
        return false;
    parser->item = parser->nfa->count;
    parser->before = BEFORE_ITEM;
    return nfa_add_bytes(parser->nfa, set) || fail_states(parser, begin);
}

/* ------------------------------------------------------------------ groups */

static bool refuse_group(const struct parser *parser)
{
    char kind = peek(parser, 2), next = peek(parser, 3);
    struct text help = TEXT("groups are written ( ) or (?: )");
    if (kind == '=' || kind == '!')
        return fail_here(parser, 3, TEXT("lookahead is not supported"), TEXT(""));
    if (kind == '<' && (next == '=' || next == '!'))
        return fail_here(parser, 4, TEXT("lookbehind is not supported"), TEXT(""));
    if (kind == '<')
        return fail_here(parser, 3, TEXT("groups have no names here"), help);
    return fail_here(parser, 2, TEXT("this kind of group is not supported"), help);
}

static bool open_group(struct parser *parser)
{
    bool special = peek(parser, 1) == '?';
    if (special && peek(parser, 2) != ':')
        return refuse_group(parser);
    if (parser->depth == PATTERN_DEPTH_MAX)
        return fail_here(parser, 1, TEXT("groups are nested deeper than 32"), TEXT(""));
    size_t state = parser->nfa->count;
    parser->groups[parser->depth++] = (struct group){parser->reader.at, state, state, 0};
    parser->reader.at += special ? 3 : 1;
    parser->before = BEFORE_NOTHING;
    return true;
}

static bool close_group(struct parser *parser)
{
    if (parser->depth == 0)
        return fail_here(parser, 1, TEXT("this ) closes no group"),
                         TEXT("the character is written \\)"));
    struct group *group = &parser->groups[--parser->depth];
    struct nfa *nfa = parser->nfa;
    while (group->jump > 0) {
        size_t jump = group->jump - 1;
        group->jump = (size_t)nfa->states[jump].jump;
        nfa->states[jump].jump = (int32_t)(nfa->count - jump);
    }
    parser->item = group->begin;
    parser->before = BEFORE_ITEM;
    parser->reader.at++;
    return true;
}

static bool parse_alternative(struct parser *parser)
{
    struct text pattern = parser->reader.pattern;
    if (parser->depth == 0)
        return fail_here(parser, 1, TEXT("alternatives need a group to be anchored at both ends"),
                         arena_format(parser->reader.arena, "write  ^(?:%.*s)$",
                                      (int)pattern.length - 2, pattern.bytes + 1));
    struct group *group = &parser->groups[parser->depth - 1];
    size_t begin = parser->reader.at++;
    size_t jump;
    if (!nfa_add_alternative(parser->nfa, group->alternative, &jump))
        return fail_states(parser, begin);
    parser->nfa->states[jump].jump = (int32_t)group->jump;
    group->jump = jump + 1;
    group->alternative = parser->nfa->count;
    parser->before = BEFORE_NOTHING;
    return true;
}

/* ------------------------------------------------------------------ quantifiers */

/* Digits at the place, if any; more than PATTERN_COUNT_MAX stays just that. */
static bool parse_number(struct parser *parser, size_t *number)
{
    size_t begin = parser->reader.at;
    *number = 0;
    for (; peek(parser, 0) >= '0' && peek(parser, 0) <= '9'; parser->reader.at++)
        if (*number <= PATTERN_COUNT_MAX)
            *number = *number * 10 + (size_t)(peek(parser, 0) - '0');
    return parser->reader.at > begin;
}

/* {n}, {n,} or {n,m} */
static bool parse_counts(struct parser *parser, size_t *min, size_t *max)
{
    struct pattern_reader *reader = &parser->reader;
    size_t begin = reader->at++;
    bool number = parse_number(parser, min);
    *max = *min;
    bool unbounded = false;
    if (number && peek(parser, 0) == ',') {
        reader->at++;
        unbounded = !parse_number(parser, max);
    }
    if (!number || peek(parser, 0) != '}')
        return pattern_fail(reader, begin, begin + 1, TEXT("a count is written {n}, {n,} or {n,m}"),
                            TEXT("the character is written \\{"));
    reader->at++;
    if (*min > PATTERN_COUNT_MAX || *max > PATTERN_COUNT_MAX)
        return pattern_fail(reader, begin, reader->at, TEXT("a count is at most 255"), TEXT(""));
    if (unbounded)
        *max = PATTERN_UNBOUNDED;
    if (*max < *min)
        return pattern_fail(reader, begin, reader->at, TEXT("these counts are out of order"),
                            TEXT("the smaller one comes first"));
    return true;
}

static bool refuse_quantifier(struct parser *parser)
{
    if (parser->before == BEFORE_QUANTIFIED && peek(parser, 0) == '?')
        return fail_here(parser, 1, TEXT("lazy quantifiers are not supported"),
                         TEXT("leave out the ?: the whole text is matched either way"));
    if (parser->before == BEFORE_QUANTIFIED && peek(parser, 0) == '+')
        return fail_here(parser, 1, TEXT("possessive quantifiers are not supported"),
                         TEXT("leave out the +: matching takes linear time either way"));
    return fail_here(
        parser, 1, TEXT("a quantifier needs something to repeat"),
        arena_format(parser->reader.arena, "the character is written \\%c", peek(parser, 0)));
}

static bool parse_quantifier(struct parser *parser)
{
    if (parser->before != BEFORE_ITEM)
        return refuse_quantifier(parser);
    size_t begin = parser->reader.at;
    char kind = peek(parser, 0);
    size_t min = kind == '+' ? 1 : 0;
    size_t max = kind == '?' ? 1 : PATTERN_UNBOUNDED;
    if (kind != '{')
        parser->reader.at++;
    else if (!parse_counts(parser, &min, &max))
        return false;
    parser->before = BEFORE_QUANTIFIED;
    return nfa_repeat(parser->nfa, parser->item, min, max) || fail_states(parser, begin);
}

/* ------------------------------------------------------------------ the pattern */

static bool parse_next(struct parser *parser)
{
    switch (peek(parser, 0)) {
    case '(':
        return open_group(parser);
    case ')':
        return close_group(parser);
    case '|':
        return parse_alternative(parser);
    case '*':
    case '+':
    case '?':
    case '{':
        return parse_quantifier(parser);
    case '^':
        return fail_here(parser, 1, TEXT("a ^ stands only at the start"),
                         TEXT("the character is written \\^"));
    case '$':
        return fail_here(parser, 1, TEXT("a $ stands only at the end"),
                         TEXT("the character is written \\$"));
    case ']':
        return fail_here(parser, 1, TEXT("this ] closes no class"),
                         TEXT("the character is written \\]"));
    case '}':
        return fail_here(parser, 1, TEXT("this } closes no count"),
                         TEXT("the character is written \\}"));
    default:
        return parse_byte(parser);
    }
}

bool pattern_parse(const struct pattern_reader *reader, struct nfa *nfa)
{
    struct parser parser = {.reader = *reader, .nfa = nfa};
    while (parser.reader.at < parser.reader.end)
        if (!parse_next(&parser))
            return false;
    if (parser.depth > 0) {
        size_t open = parser.groups[parser.depth - 1].open;
        return pattern_fail(reader, open, open + 1, TEXT("this group is not closed"),
                            TEXT("the character is written \\("));
    }
    return nfa_add_accept(nfa) || fail_states(&parser, 0);
}
