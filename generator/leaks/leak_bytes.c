#include "leaks/leak_bytes.h"

/* Does the word equal this string? The first bytes decide it nearly always. */
static bool is_word(struct text word, const char *string, char (*fold)(char byte))
{
    size_t i = 0;
    while (i < word.length && string[i] && fold(word.bytes[i]) == fold(string[i]))
        i++;
    return i == word.length && string[i] == '\0';
}

static char as_it_is(char byte)
{
    return byte;
}

bool leak_any_case(struct text a, struct text b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (leak_fold(a.bytes[i]) != leak_fold(b.bytes[i]))
            return false;
    return true;
}

bool leak_listed(struct text word, const char *const *list)
{
    for (; *list; list++)
        if (is_word(word, *list, leak_fold))
            return true;
    return false;
}

bool leak_listed_exactly(struct text word, const char *const *list)
{
    for (; *list; list++)
        if (is_word(word, *list, as_it_is))
            return true;
    return false;
}
