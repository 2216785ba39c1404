/*
 * Plain words: letters alone, before what stands between the words of a sentence. Each shape that
 * begins with a letter needs something else around it, or is a certain word:
 *
 * - URLs and paths of Windows need a colon, assignments an equals sign, symbols "::", files, hosts
 *   and addresses a dot, a dash, a slash, a colon or a digit; localhost has nine letters
 * - an exception has a capital and is followed by a colon, " {" or ")"
 * - a version has a digit, which a blank, a quote, "engine", "version", "ver" or "v" may precede
 * - a variable of the environment has a low line
 * - a token is longer, or Bearer or Basic; "at", "select" and names of errno values begin with the
 *   letters below
 */
#include "leaks/leak_internal.h"

enum {
    LETTER = 1,
    ENDS = 2,    /* a plain word can stand before it */
    GOES_ON = 4, /* after a blank: what may make a version of the word */
    SUSPECT = 8, /* words with a shape of their own begin so */
};

static void add_class(struct leak_words *words, const char *bytes, unsigned char class)
{
    for (; *bytes; bytes++)
        words->classes[(unsigned char)*bytes] |= class;
}

void leak_words_build(struct leak_words *words)
{
    for (int byte = 0; byte < 128; byte++)
        words->classes[byte] = leak_letter((char)byte) ? LETTER : 0;
    words->classes[0] |= ENDS;
    add_class(words, " ,.;!?'\n}", ENDS);
    add_class(words, "eEvV\"0123456789", GOES_ON);
    add_class(words, "aBElLsS", SUSPECT);
}

/* Of a word by itself. */
static bool is_suspect(struct text word)
{
    switch (word.bytes[0]) {
    case 'a':
        return text_is(word, "at");
    case 's': /* select */
    case 'S':
        return word.length == 6;
    case 'l': /* localhost */
    case 'L':
        return word.length == 9;
    default: /* names of errno values; Bearer, Basic */
        return true;
    }
}

size_t leak_plain_word(const struct leak_words *words, struct text text, size_t at)
{
    const unsigned char *classes = words->classes;
    size_t end = at;
    while (end < text.length && classes[(unsigned char)text.bytes[end]] & LETTER)
        end++;
    char after = leak_byte(text, end), then = leak_byte(text, end + 1);
    if (!(classes[(unsigned char)after] & ENDS) || end - at + 1 >= LEAK_TOKEN_LEAST)
        return 0;
    if ((after == ' ' && classes[(unsigned char)then] & GOES_ON) ||
        (after == ' ' && then == '{' && leak_upper(text.bytes[at])) ||
        (after == '.' && then != '\0' && !leak_blank(then)) ||
        (after == '}' && leak_before(text, at) != '{'))
        return 0;
    bool may_be = classes[(unsigned char)text.bytes[at]] & SUSPECT;
    return may_be && is_suspect(text_slice(text, at, end - at)) ? 0 : end;
}
