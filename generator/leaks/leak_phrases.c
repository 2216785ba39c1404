/*
 * Matches phrases. A text has few bytes at which a word starts, and few phrases begin as one of its
 * words does, so the chains of an index are all the machinery that is needed.
 */
#include "leaks/leak_internal.h"

/* Ends with a blank, since a phrase's may stand for several. */
static inline uint32_t head_of(const struct leak_index *index, struct text text)
{
    uint32_t head = 0;
    for (size_t i = 0; i < LEAK_HEAD && i < text.length; i++) {
        uint32_t byte = index->folded[(unsigned char)text.bytes[i]];
        head |= byte << 8 * i;
        if (byte == ' ')
            break;
    }
    return head;
}

/* The head without so many of its last bytes. */
static inline uint32_t shortened(uint32_t head, size_t by)
{
    return head & UINT32_MAX >> 8 * by;
}

static inline size_t chain_of(uint32_t head)
{
    return (uint32_t)(head * UINT32_C(0x9e3779b1)) / (UINT32_MAX / LEAK_CHAINS + 1);
}

/* How many bytes of a pattern make its head. */
static size_t head_length(const char *pattern)
{
    size_t length = 0;
    while (length < LEAK_HEAD && pattern[length] && pattern[length] != '%')
        if (pattern[length++] == ' ')
            break;
    return length;
}

static void add_row(struct leak_index *index, const struct leak_phrase *row)
{
    const char *pattern = row->pattern;
    size_t begins = head_length(pattern);
    bool whole = pattern[begins - 1] == ' '; /* in a text as well, the head ends there */
    size_t less = whole ? 0 : LEAK_HEAD - begins;
    uint32_t head = head_of(index, (struct text){pattern, begins});
    unsigned char then = index->folded[(unsigned char)pattern[begins]];
    uint16_t *first = &index->chains[chain_of(head)];
    index->lengths[head & 0xff] |= (unsigned char)(1u << less);
    index->rows[index->count] = row;
    index->links[index->count] = (struct leak_link){head, *first, (unsigned char)begins,
                                                    then == '%' || then == ' ' ? 0 : then};
    *first = (uint16_t)++index->count;
}

static void add_rows(struct leak_index *index, const struct leak_phrases *table)
{
    for (size_t i = 0; i < table->count; i++)
        add_row(index, &table->rows[i]);
}

void leak_index_build(struct arena *arena, struct leak_index *index)
{
    size_t count = leak_database_phrases.count + leak_program_phrases.count;
    index->rows = arena_array(arena, count, sizeof *index->rows);
    index->links = arena_array(arena, count, sizeof *index->links);
    for (size_t byte = 0; byte < sizeof index->folded; byte++)
        index->folded[byte] = leak_blank((char)byte) ? ' ' : (unsigned char)leak_fold((char)byte);
    add_rows(index, &leak_database_phrases);
    add_rows(index, &leak_program_phrases);
}

/* The end of what stands in the quotes that open at `at`, past the closing one; `at` when there is
 * no such thing. A quote that opens as ` may close as ' (old Unix and Ruby style). */
static size_t quoted(struct text text, size_t at)
{
    char open = leak_byte(text, at);
    if (open != '"' && open != '\'' && open != '`')
        return at;
    for (size_t i = at + 1; i < at + LEAK_AHEAD; i++) {
        char byte = leak_byte(text, i);
        if (byte == open || (open == '`' && byte == '\''))
            return i + 1;
        if (byte == '\n' || byte == '\0')
            return at;
    }
    return at;
}

static size_t wildcard(struct text text, size_t at, char letter)
{
    switch (letter) {
    case 'd':
        return leak_run_ahead(text, at, leak_digit);
    case 'x':
        return leak_run_ahead(text, at, leak_hex);
    case 'n':
        return leak_run_ahead(text, at, leak_name);
    case 'q':
        return quoted(text, at);
    default: /* %% */
        return leak_byte(text, at) == letter ? at + 1 : at;
    }
}

static bool same(char byte, char wanted, enum leak_case match)
{
    return byte == wanted || (match == ANY_CASE && leak_fold(byte) == leak_fold(wanted));
}

/* Where the phrase that starts at `at` ends, 0 when it doesn't start there. */
static size_t match(const struct leak_phrase *row, struct text text, size_t at)
{
    for (const char *p = row->pattern; *p; p++) {
        size_t end = at;
        if (*p == '%')
            end = wildcard(text, at, *++p);
        else if (*p == ' ')
            end = leak_run_ahead(text, at, leak_blank);
        else if (same(leak_byte(text, at), *p, row->match))
            end = at + 1;
        if (end == at)
            return 0;
        at = end;
    }
    bool inside_word = leak_word(leak_before(text, at)) && leak_word(leak_byte(text, at));
    return inside_word ? 0 : at;
}

/* A look at the first bytes, for the most of those that don't match. */
static bool may_match(const struct leak_index *index, const struct leak_link *link, uint32_t head,
                      struct text text, size_t at)
{
    unsigned char then = index->folded[(unsigned char)leak_byte(text, at + link->begins)];
    return link->head == head && (link->then == 0 || link->then == then || then == ' ');
}

struct longest {
    size_t end, row; /* 1 + row */
};

static void try_chain(const struct leak_index *index, uint32_t head, struct text text, size_t at,
                      struct longest *longest)
{
    for (size_t i = index->chains[chain_of(head)]; i != 0; i = index->links[i - 1].next) {
        if (!may_match(index, &index->links[i - 1], head, text, at))
            continue;
        size_t end = match(index->rows[i - 1], text, at);
        if (end > longest->end || (end == longest->end && i > longest->row && end != 0))
            *longest = (struct longest){end, i};
    }
}

size_t leak_phrase_at(const struct leak_index *index, struct text text, size_t at,
                      const struct leak_phrase **row)
{
    const uint32_t head = head_of(index, text_slice(text, at, LEAK_HEAD));
    struct longest longest = {0, 0};
    unsigned lengths = index->lengths[head & 0xff];
    for (size_t less = 0; lengths != 0; less++, lengths >>= 1)
        if (lengths & 1 && index->chains[chain_of(shortened(head, less))])
            try_chain(index, shortened(head, less), text, at, &longest);
    if (longest.row)
        *row = index->rows[longest.row - 1];
    return longest.end;
}
