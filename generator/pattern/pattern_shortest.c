#include "pattern/pattern.h"

#include "problem_tables.h"

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
