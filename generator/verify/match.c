#include "verify/match.h"

struct matching {
    const struct message *message;
    struct text *values;
    match_accept *accept;
    void *context;
    unsigned tries, steps;
};

enum { STEPS_MAX = 20000 }; /* places that are looked at, whatever comes of them */

static bool match_end(struct matching *matching, struct text rest)
{
    return rest.length == 0 && matching->tries++ < MATCH_TRIES &&
           matching->accept(matching->context, matching->values);
}

static bool match_from(struct matching *matching, size_t piece, struct text rest)
{
    if (piece == matching->message->count)
        return match_end(matching, rest);
    const struct piece *this = &matching->message->pieces[piece];
    if (!text_starts_with(rest, this->literal))
        return false;
    rest = text_slice(rest, this->literal.length, rest.length);
    if (!span_is_set(this->span))
        return match_end(matching, rest);
    for (size_t length = 0; length <= rest.length; length++) {
        if (matching->steps++ >= STEPS_MAX || matching->tries >= MATCH_TRIES)
            return false;
        matching->values[piece] = text_slice(rest, 0, length);
        if (match_from(matching, piece + 1, text_slice(rest, length, rest.length)))
            return true;
    }
    return false;
}

bool match_message(const struct message *message, struct text text, struct text *values,
                   match_accept *accept, void *context)
{
    struct matching matching = {message, values, accept, context, 0, 0};
    return message->count && match_from(&matching, 0, text);
}
