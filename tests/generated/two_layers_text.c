#include "two_layers_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char mark[] = "\xe2\x80\xa6";

/* ---------------------------------------------------------------- reading UTF-8 */

/* The code points that a sequence may still become: its first bytes are known, `missing` are not.
 */
struct candidates {
    uint32_t least, most;
    unsigned missing;
};

static struct candidates begin_sequence(unsigned char byte)
{
    struct candidates none = {1, 0, 0};
    if (byte < 0x80)
        return (struct candidates){byte, byte, 0};
    unsigned missing = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    uint32_t bits = byte & (0x3fu >> missing), below = (1u << 6 * missing) - 1;
    if (byte < 0xc0 || byte > 0xf7)
        return none;
    return (struct candidates){bits << 6 * missing, bits << 6 * missing | below, missing};
}

static struct candidates continue_sequence(struct candidates before, unsigned char byte)
{
    unsigned missing = before.missing - 1;
    uint32_t least = before.least | (uint32_t)(byte & 0x3f) << 6 * missing;
    return (struct candidates){least, least | ((1u << 6 * missing) - 1), missing};
}

/* Whether one of them is a scalar value that takes as many bytes as this sequence has. */
static bool any_is_character(struct candidates these, size_t length)
{
    static const uint32_t firsts[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t least = these.least < firsts[length] ? firsts[length] : these.least;
    uint32_t most = these.most > 0x10ffff ? 0x10ffff : these.most;
    if (least >= 0xd800 && least <= 0xdfff)
        least = 0xe000;
    return least <= most;
}

/* One character, or the part of one that there is: its length, and -1 for the part. */
static size_t read_character(const char *bytes, size_t length, int32_t *character)
{
    struct candidates these = begin_sequence((unsigned char)bytes[0]);
    size_t whole = (size_t)these.missing + 1, taken = 1;
    *character = -1;
    if (!any_is_character(these, whole))
        return 1;
    for (; these.missing > 0; taken++) {
        if (taken == length || ((unsigned char)bytes[taken] & 0xc0) != 0x80)
            return taken;
        struct candidates next = continue_sequence(these, (unsigned char)bytes[taken]);
        if (!any_is_character(next, whole))
            return taken;
        these = next;
    }
    *character = (int32_t)these.least;
    return taken;
}

/* ---------------------------------------------------------------- what is shown */

size_t text_shown(char *out, const char *bytes, size_t length)
{
    size_t used = 0;
    for (size_t at = 0; at < length;) {
        int32_t character;
        size_t taken = read_character(bytes + at, length - at, &character);
        const char *shown = character < 0 ? "\xef\xbf\xbd" : bytes + at;
        size_t size = character < 0 ? 3 : taken;
        memcpy(out + used, shown, size);
        used += size;
        at += taken;
    }
    out[used] = '\0';
    return used;
}

static bool shows(const char *logged, const char *given, size_t length, const char *end)
{
    char *shown = malloc(3 * length + sizeof mark);
    if (shown == NULL)
        abort();
    size_t used = text_shown(shown, given, length);
    memcpy(shown + used, end, strlen(end) + 1);
    bool same = strcmp(logged, shown) == 0;
    free(shown);
    return same;
}

bool text_is_shown(const char *logged, const char *given, size_t length, size_t limit, size_t cut)
{
    if (length <= limit)
        return shows(logged, given, length, "");
    /* Where a sequence would be split, up to three bytes of it go, too. */
    for (size_t end = cut; end + 4 > cut; end--) {
        if (shows(logged, given, end, mark))
            return true;
        if (end == 0 || ((unsigned char)given[end] & 0xc0) != 0x80)
            return false;
    }
    return false;
}

/* ---------------------------------------------------------------- what may be shown */

static bool is_control(int32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0);
}

bool text_may_be_sent(const char *bytes, size_t length, size_t max)
{
    size_t sent = 0;
    for (size_t at = 0; at < length;) {
        int32_t character;
        size_t taken = read_character(bytes + at, length - at, &character);
        if (character >= 0 && is_control(character))
            return false;
        sent += character < 0 ? 3 : taken;
        at += taken;
    }
    return length <= max && sent <= max;
}

static bool is_active(int32_t character)
{
    static const int32_t ranges[][2] = {
        {0x61c, 0x61c}, {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069}, {0xfeff, 0xfeff}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i][0] && character <= ranges[i][1])
            return true;
    return character < 0 || is_control(character);
}

bool text_is_record_line(const char *bytes, size_t length)
{
    if (length == 0 || bytes[length - 1] != '\n')
        return false;
    for (size_t at = 0; at < length - 1;) {
        int32_t character;
        at += read_character(bytes + at, length - 1 - at, &character);
        if (is_active(character))
            return false;
    }
    return true;
}

const char *text_target_path(const char *target)
{
    const char *scheme_end = strpbrk(target, "/?#");
    bool absolute =
        scheme_end != NULL && scheme_end > target && strncmp(scheme_end - 1, "://", 3) == 0;
    if (!absolute)
        return target;
    const char *end = strpbrk(scheme_end + 2, "/?#");
    return end != NULL ? end : strchr(scheme_end, '\0');
}
