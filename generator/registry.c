/*
 * The words of the format, and questions that the model answers by itself.
 */
#include "registry.h"

const char *const member_type_names[] = {
    "",     "integer", "decimal",   "number", "boolean",  "enum", "identifier", "text", "uri",
    "uuid", "pointer", "timestamp", "date",   "duration", "list", "constant",   NULL,
};
const char *const retry_names[] = {"", "never", "same-request", "after-delay", "after-fix", NULL};
const char *const log_names[] = {"", "debug", "info", "warn", "error", NULL};
const char *const audience_names[] = {"public", "header", "log", NULL};
const char *const precision_names[] = {"s", "ms", "us", NULL};
const char *const pointer_style_names[] = {"fragment", "plain", "3gpp", NULL};
const char *const level_names[] = {"error", "warning", "off", NULL};

bool status_is_transient(int64_t status)
{
    return status == 408 || status == 425 || status == 429 || (status >= 502 && status <= 504);
}

const struct duty *status_duty(int64_t status)
{
    static const struct duty duties[] = {
        {401, "WWW-Authenticate", "15.5.2", "{WWW-Authenticate: 'Bearer realm=\"%\"'}"},
        {405, "Allow", "15.5.6", "{Allow: \"GET, HEAD\"}, or name a member that lists the methods"},
        {407, "Proxy-Authenticate", "15.5.8", "{Proxy-Authenticate: 'Basic realm=\"%\"'}"},
        {426, "Upgrade", "15.5.22", "{Upgrade: HTTP/2.0}"},
    };
    for (size_t i = 0; i < sizeof duties / sizeof *duties; i++)
        if (duties[i].status == status)
            return &duties[i];
    return NULL;
}

struct string piece_name(const struct piece *piece)
{
    struct text name = {piece->literal.bytes + piece->literal.length + 1, 0};
    if (!span_is_set(piece->span))
        return (struct string){{NULL, 0}, {0, 0}};
    while (name.bytes[name.length] != '}')
        name.length++;
    return (struct string){name, piece->span};
}

struct text problem_type_uri(const struct problem_type *problem, struct arena *arena)
{
    const struct text parts[] = {problem->base->text, problem->code.text};
    if (span_is_set(problem->extras->type.span))
        return problem->extras->type.text;
    return problem_is_blank(problem) ? problem->base->text : arena_join(arena, parts, 2);
}

bool problem_is_blank(const struct problem_type *problem)
{
    struct string type = problem->extras->type;
    return text_is(span_is_set(type.span) ? type.text : problem->base->text, "about:blank");
}

enum retry problem_type_retry(const struct problem_type *problem)
{
    if (problem->retry.value != RETRY_UNSET)
        return (enum retry)problem->retry.value;
    return status_is_transient(problem->status.value) ? RETRY_AFTER_DELAY : RETRY_NEVER;
}

enum log_level problem_type_log(const struct problem_type *problem)
{
    if (problem->log.value != LOG_UNSET)
        return (enum log_level)problem->log.value;
    return problem->status.value >= 500 ? LOG_ERROR : LOG_INFO;
}

const struct problem_type *registry_problem(const struct registry *registry, struct text code)
{
    size_t index;
    return map_get(&registry->codes, code, &index) ? &registry->problems[index] : NULL;
}

const struct member *members_find(const struct members *members, struct text name)
{
    for (size_t i = 0; i < members->count; i++)
        if (text_equal(members->items[i].name.text, name))
            return &members->items[i];
    return NULL;
}

const struct member *problem_member(const struct registry *registry,
                                    const struct problem_type *problem, struct text name)
{
    const struct member *own = members_find(&problem->members, name);
    return own ? own : members_find(&registry->members, name);
}
