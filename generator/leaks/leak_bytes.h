/*
 * Classes of bytes, runs of them, and lists of words: what shapes and phrases are read with. ASCII
 * only; no byte above 0x7f belongs to any class. Inline, so that a run costs a comparison or two a
 * byte.
 */
#ifndef PROBLEMC_LEAKS_LEAK_BYTES_H
#define PROBLEMC_LEAKS_LEAK_BYTES_H

#include "base/text.h"

enum {
    LEAK_AHEAD = 160, /* bytes that a look ahead may read */
};

/* The byte at `at`, or NUL outside of the text. NUL is in no class of bytes, so it ends any run. */
static inline char leak_byte(struct text text, size_t at)
{
    return at < text.length ? text.bytes[at] : '\0';
}

static inline char leak_before(struct text text, size_t at)
{
    return at > 0 ? text.bytes[at - 1] : '\0';
}

typedef bool leak_class(char byte);

static inline bool leak_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool leak_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool leak_letter(char byte)
{
    return leak_upper(byte) || (byte >= 'a' && byte <= 'z');
}

static inline bool leak_alnum(char byte)
{
    return leak_letter(byte) || leak_digit(byte);
}

static inline bool leak_hex(char byte)
{
    return leak_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/* Letters, digits and _. */
static inline bool leak_word(char byte)
{
    return leak_alnum(byte) || byte == '_';
}

/* Those of dotted names too. */
static inline bool leak_name(char byte)
{
    return leak_word(byte) || byte == '.' || byte == '$' || byte == '-';
}

static inline bool leak_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Any printable byte but a blank. */
static inline bool leak_visible(char byte)
{
    return byte > ' ' && byte != 0x7f;
}

/* ASCII lower case. */
static inline char leak_fold(char byte)
{
    return leak_upper(byte) ? (char)(byte - 'A' + 'a') : byte;
}

/* Where the run of `in` bytes from `at` ends; `at` when there is none. */
static inline size_t leak_run(struct text text, size_t at, leak_class *in)
{
    while (in(leak_byte(text, at)))
        at++;
    return at;
}

/* The same, but no further than LEAK_AHEAD bytes. */
static inline size_t leak_run_ahead(struct text text, size_t at, leak_class *in)
{
    size_t limit = at + LEAK_AHEAD;
    while (at < limit && in(leak_byte(text, at)))
        at++;
    return at;
}

/* True where a run of `in` bytes starts. */
static inline bool leak_starts(struct text text, size_t at, leak_class *in)
{
    return in(leak_byte(text, at)) && !in(leak_before(text, at));
}

/* No leak starts inside a word, or with a blank, a control character or a byte above 0x7f. */
static inline bool leak_may_start(struct text text, size_t at)
{
    char byte = leak_byte(text, at);
    return leak_visible(byte) && !(leak_word(byte) && leak_word(leak_before(text, at)));
}

static inline bool leak_here(struct text text, size_t at, const char *literal)
{
    for (size_t i = 0; literal[i]; i++)
        if (leak_byte(text, at + i) != literal[i])
            return false;
    return true;
}

bool leak_any_case(struct text a, struct text b);

/* Is the word in the NULL-terminated list? In any case of letters, or exactly. */
bool leak_listed(struct text word, const char *const *list);
bool leak_listed_exactly(struct text word, const char *const *list);

#endif
