#include "openapi/parts.h"

#include "problem_tables.h"

/* ---------------------------------------------------------------- as other engines read it */

static bool is_one_of(char byte, const char *characters)
{
    while (*characters && *characters != byte)
        characters++;
    return *characters != '\0';
}

/* Whether JavaScript's `u` flag allows a backslash before the character, and something needs it. */
static bool may_be_escaped(char byte, bool in_class)
{
    return is_one_of(byte, "^$\\.*+?()[]{}|/dw") || (in_class && byte == '-');
}

struct text pattern_portable(struct text pattern, struct arena *arena)
{
    struct buffer out = buffer_create(arena);
    bool in_class = false;
    for (size_t i = 0; i < pattern.length; i++) {
        char byte = pattern.bytes[i];
        if (byte == '\\' && i + 1 < pattern.length) {
            byte = pattern.bytes[++i];
            if (may_be_escaped(byte, in_class))
                buffer_byte(&out, '\\');
        } else if (byte == '[' || byte == ']') {
            in_class = byte == '[';
        }
        buffer_byte(&out, byte);
    }
    return buffer_contents(&out);
}

/* ---------------------------------------------------------------- a text that it accepts */

enum { START = 1, STATES_MAX = 256, FIRST = ' ', PRINTABLE = '~' - ' ' + 1 };

/* How a state was reached first: breadth first, so by a shortest way. */
struct step {
    bool reached;
    unsigned char from;
    char byte;
};

static struct text way_to(const struct step *steps, unsigned state, struct arena *arena)
{
    size_t length = 0;
    for (unsigned at = state; at != START || length == 0; at = steps[at].from)
        length++;
    char *text = arena_allocate(arena, length + 1);
    for (size_t i = length; i > 0; state = steps[state].from)
        text[--i] = steps[state].byte;
    return (struct text){text, length};
}

/* Letters come first, so that what is found looks like a word. */
static char candidate(unsigned i)
{
    return (char)(FIRST + (i + 'a' - FIRST) % PRINTABLE);
}

struct text pattern_shortest(struct text automaton, struct arena *arena)
{
    const unsigned char *bytes = (const unsigned char *)automaton.bytes;
    unsigned states = bytes[PROBLEM_PATTERN_STATES], classes = bytes[PROBLEM_PATTERN_CLASSES];
    const unsigned char *accepts = bytes + PROBLEM_PATTERN_ACCEPTS, *next = accepts + states;
    struct step steps[STATES_MAX] = {0};
    unsigned char queue[STATES_MAX + 1] = {START};
    size_t queued = 1;
    for (size_t head = 0; head < queued; head++)
        for (unsigned i = 0; i < PRINTABLE; i++) {
            char byte = candidate(i);
            unsigned class = bytes[PROBLEM_PATTERN_MAP + byte];
            unsigned char to = next[queue[head] * classes + class];
            if (to == 0 || steps[to].reached)
                continue;
            steps[to] = (struct step){true, queue[head], byte};
            if (accepts[to])
                return way_to(steps, to, arena);
            queue[queued++] = to;
        }
    return TEXT("");
}
