/*
 * Matches phrases. A text has few bytes at which a word starts, and few phrases share their first
 * two bytes, so the chains of an index by these are all the machinery that is needed.
 */
#include "leaks/leak_internal.h"

/* A byte as the index knows it; NUL for those that no phrase has. */
static unsigned folded(char byte)
{
    return byte & 0x80 ? 0 : (unsigned char)leak_fold(byte);
}

/* Four bytes, each in lower case if it is a letter: what else changes along with them only lets
 * more pass. */
static uint32_t head_of(const char *bytes, size_t length)
{
    uint32_t head = 0;
    for (size_t i = 0; i < 4; i++)
        head |= (uint32_t)(i < length ? (unsigned char)bytes[i] | 0x20 : 0x20) << (8 * i);
    return head;
}

static struct leak_link link_of(const char *pattern, uint16_t next)
{
    size_t fixed = 0;
    while (fixed < 4 && pattern[fixed] && pattern[fixed] != ' ' && pattern[fixed] != '%')
        fixed++;
    uint32_t mask = fixed < 4 ? ((uint32_t)1 << (8 * fixed)) - 1 : UINT32_MAX;
    return (struct leak_link){head_of(pattern, fixed) & mask, mask, next};
}

static void add_rows(struct leak_index *index, const struct leak_phrases *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const char *pattern = table->rows[i].pattern;
        bool stands_for_itself = pattern[1] != ' ' && pattern[1] != '%';
        uint16_t *first =
            &index->first[folded(pattern[0])][stands_for_itself ? folded(pattern[1]) : 0];
        index->rows[index->count] = &table->rows[i];
        index->links[index->count] = link_of(pattern, *first);
        *first = (uint16_t)++index->count;
    }
}

void leak_index_build(struct arena *arena, struct leak_index *index)
{
    size_t count = leak_database_phrases.count + leak_program_phrases.count;
    index->rows = arena_array(arena, count, sizeof *index->rows);
    index->links = arena_array(arena, count, sizeof *index->links);
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

size_t leak_phrase_at(const struct leak_index *index, struct text text, size_t at,
                      const struct leak_phrase **row)
{
    const uint16_t *chains = index->first[folded(leak_byte(text, at))];
    const size_t heads[] = {chains[folded(leak_byte(text, at + 1))], chains[0]};
    size_t longest = 0, best = 0;
    if (heads[0] == 0 && heads[1] == 0)
        return 0;
    const uint32_t head = head_of(text.bytes + at, text.length - at);
    for (size_t k = 0; k < 2; k++)
        for (size_t i = heads[k]; i != 0; i = index->links[i - 1].next) {
            if ((head & index->links[i - 1].mask) != index->links[i - 1].head)
                continue;
            size_t end = match(index->rows[i - 1], text, at);
            if (end > longest || (end == longest && i > best && end != 0)) {
                longest = end;
                best = i;
            }
        }
    if (best)
        *row = index->rows[best - 1];
    return longest;
}
