#include "base/text.h"

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool text_equal_ignoring_case(struct text a, struct text b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (small(a.bytes[i]) != small(b.bytes[i]))
            return false;
    return true;
}

int text_compare(struct text a, struct text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.bytes, b.bytes, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* The last eight bytes, or all there are. */
static uint64_t last_word(struct text text)
{
    uint64_t word = 0;
    if (text.length >= sizeof word)
        memcpy(&word, text.bytes + text.length - sizeof word, sizeof word);
    else
        for (size_t left = text.length; left; left--)
            word = word << 8 | (unsigned char)text.bytes[left - 1];
    return word;
}

/* Eight bytes at a time, each folded in by a multiplication whose halves change places; then a
 * finishing mix so that low bits are usable as a table index. */
uint64_t text_hash(struct text text)
{
    const uint64_t odd = 0x9e3779b97f4a7c15u;
    uint64_t hash = text.length * odd, other = odd, words[2];
    size_t at = 0;
    for (; at + sizeof words < text.length; at += sizeof words) { /* neither waits for the other */
        memcpy(words, text.bytes + at, sizeof words);
        hash = (hash ^ words[0]) * odd;
        hash = hash >> 32 | hash << 32;
        other = (other ^ words[1]) * odd;
        other = other >> 32 | other << 32;
    }
    hash ^= other;
    if (at + sizeof words[0] < text.length) {
        memcpy(words, text.bytes + at, sizeof words[0]);
        hash = (hash ^ words[0]) * odd;
        hash = hash >> 32 | hash << 32;
    }
    hash = (hash ^ last_word(text)) * odd;
    hash ^= hash >> 32;
    hash *= odd;
    return hash ^ (hash >> 29);
}

enum {
    NEAREST_MAX = 64
}; /* longer names are not compared: nobody mistypes them by a letter or two */

/* Optimal string alignment distance; both texts are at most NEAREST_MAX bytes. */
static size_t distance(struct text a, struct text b)
{
    size_t row[3][NEAREST_MAX + 1];
    for (size_t j = 0; j <= b.length; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t cost = a.bytes[i - 1] != b.bytes[j - 1];
            size_t best = last[j - 1] + cost;
            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (now[j - 1] + 1 < best)
                best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a.bytes[i - 1] == b.bytes[j - 2] &&
                a.bytes[i - 2] == b.bytes[j - 1] && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            now[j] = best;
        }
    }
    return row[a.length % 3][b.length];
}

struct text text_nearest(struct text wrong, struct text (*name)(const void *context, size_t i),
                         const void *context, size_t count)
{
    struct text nearest = {NULL, 0};
    size_t best = wrong.length / 3 + 1; /* about one slip in three letters */
    if (wrong.length > NEAREST_MAX)
        return nearest;
    for (size_t i = 0; i < count; i++) {
        struct text candidate = name(context, i);
        if (candidate.length > NEAREST_MAX || candidate.length == 0)
            continue;
        size_t far = distance(wrong, candidate);
        if (far < best || (far == best && nearest.bytes == NULL)) {
            best = far;
            nearest = candidate;
        }
    }
    return nearest;
}
