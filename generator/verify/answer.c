#include "verify/answer.h"

#include <stdlib.h>

/* ---------------------------------------------------------------- reporting */

static bool is_allowed(const struct verify_request *request, const char *id)
{
    for (size_t i = 0; i < request->allowed_count; i++)
        if (text_is(text_of(id), request->allowed[i]))
            return true;
    return false;
}

/* What the registry says of its own texts goes for answers, too: a leak that it allows, with its
 * reason, or sets another level for. False: it is off. */
static bool settings_of(const struct answer *answer, const char *id, enum severity *severity)
{
    const struct registry *registry = answer->verifier->request->registry;
    const struct problem_type *problem = answer->problem;
    for (size_t i = 0; i < registry->check_count; i++) {
        const struct check_setting *setting = &registry->checks[i];
        if (!text_is(setting->check.text, id))
            continue;
        if (setting->level.value == LEVEL_OFF)
            return false;
        *severity = setting->level.value == LEVEL_ERROR ? SEVERITY_ERROR : SEVERITY_WARNING;
    }
    for (size_t i = 0; problem && i < problem->extras->allow.count; i++)
        if (text_is(problem->extras->allow.items[i].check.text, id))
            return false;
    return true;
}

static struct span span_of(const struct answer *answer, struct text at)
{
    if (at.bytes == NULL)
        at = answer->message->line;
    uint32_t begin = answer->source->base + (uint32_t)(at.bytes - answer->source->bytes.bytes);
    return (struct span){begin, begin + (uint32_t)at.length};
}

struct diagnostic *answer_report(struct answer *answer, const char *id, struct text at,
                                 const char *format, ...)
{
    const struct verify_finding *row = verify_find(text_of(id));
    if (row == NULL)
        abort(); /* an id that is not in the table: a mistake in this layer */
    enum severity severity = row->severity;
    if (is_allowed(answer->verifier->request, id) ||
        (text_starts_with(text_of(id), TEXT("leak-")) && !settings_of(answer, id, &severity)) ||
        answer->counts[row - verify_findings]++ >= FINDINGS_PER_ID)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    struct text message = arena_vformat(answer->verifier->arena, format, arguments);
    va_end(arguments);
    return diagnose(answer->verdict->findings, severity, row->id, span_of(answer, at), "%.*s",
                    TEXT_ARGS(message));
}

size_t answer_shown(struct text text)
{
    enum { MOST = 60 };
    size_t length = text.length < MOST ? text.length : MOST;
    while (length < text.length && length && ((unsigned char)text.bytes[length] & 0xc0) == 0x80)
        length--;
    return length;
}

/* ---------------------------------------------------------------- what is as declared */

void answer_settle(struct answer *answer, const char *at)
{
    if (at != NULL && answer->settled_count < SETTLED_MAX)
        answer->settled[answer->settled_count++] = at;
}

bool answer_is_settled(const struct answer *answer, const char *at)
{
    for (size_t i = 0; i < answer->settled_count; i++)
        if (answer->settled[i] == at)
            return true;
    return false;
}
