/*
 * Looking into a registry and an occurrence without rendering: for logs, and for services with a
 * serializer of their own.
 */
#include "lookup.h"
#include "program.h"
#include "violation.h"

/* ------------------------------------------------------------------ a problem of the registry */

bool problem_describe(const struct problem_registry *registry, uint32_t number,
                      struct problem_info *info)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *record = find_number(image, number);
    if (record == NULL)
        return false;
    const unsigned char *profile = record_profile(image, record);
    uint32_t conceal = image_u32(profile + PROBLEM_PROFILE_CONCEAL);
    info->number = number;
    info->status = image_u16(profile + PROBLEM_PROFILE_STATUS);
    info->retry = (enum problem_retry)profile[PROBLEM_PROFILE_RETRY];
    info->log = (enum problem_log)profile[PROBLEM_PROFILE_LOG];
    info->code = record_code(record).bytes;
    info->title = record_title(record).bytes;
    info->concealed_as = conceal != 0 ? image_number(image, conceal - 1) : 0;
    return true;
}

static void write_type(struct writer *writer, const unsigned char *image,
                       const unsigned char *record)
{
    struct image_text base = image_text(image, image + PROBLEM_HEAD_BASE);
    struct image_text code = record_code(record);
    const unsigned char *own = record_profile(image, record) + PROBLEM_PROFILE_TYPE;
    if (image_u32(own) != 0) {
        struct image_text type = image_text(image, own);
        write_bytes(writer, type.bytes, type.length);
    } else if (base.length > 0) {
        write_bytes(writer, base.bytes, base.length);
        write_bytes(writer, code.bytes, code.length);
    } else {
        write_literal(writer, "about:blank");
    }
}

size_t problem_type(const struct problem_registry *registry, uint32_t number, char *buffer,
                    size_t size)
{
    const unsigned char *image = image_of(registry);
    const unsigned char *record = find_number(image, number);
    if (record == NULL)
        return 0;
    struct writer counted = {NULL, 0, 0};
    write_type(&counted, image, record);
    if (counted.used < size) {
        struct writer writer = {buffer, size, 0};
        write_type(&writer, image, record);
        write_byte(&writer, '\0');
    }
    return counted.used;
}

/* ------------------------------------------------------------------ an occurrence */

static bool is_raised(const struct problem *problem)
{
    return problem != NULL && problem->raised != 0;
}

size_t problem_response_max(const struct problem_registry *registry)
{
    return image_u32(image_of(registry) + PROBLEM_HEAD_RESPONSE_MAX);
}

uint32_t problem_raised(const struct problem *problem)
{
    return is_raised(problem) ? record_number(problem_record_of(problem)) : 0;
}

uint32_t problem_sent(const struct problem *problem)
{
    if (!is_raised(problem))
        return 0;
    struct sent sent;
    problem_sent_by(problem->registry, problem, &sent);
    return record_number(sent.record);
}

int problem_status(const struct problem *problem)
{
    if (!is_raised(problem))
        return 500;
    struct sent sent;
    problem_sent_by(problem->registry, problem, &sent);
    return image_u16(sent.profile + PROBLEM_PROFILE_STATUS);
}

void problem_raised_at(const struct problem *problem, const char **file, int *line,
                       const char **function)
{
    bool raised = is_raised(problem);
    *file = raised ? problem->file : NULL;
    *line = raised ? problem->line : 0;
    *function = raised ? problem->function : NULL;
}

size_t problem_detail(const struct problem *problem, char *buffer, size_t size)
{
    struct writer counted = {NULL, 0, 0};
    struct writer writer = {buffer, size, 0};
    bool known = problem != NULL && problem->registry != NULL;
    struct sent sent;
    if (known) {
        problem_sent_by(problem->registry, problem, &sent);
        problem_write_plain_detail(&counted, &sent);
    }
    if (counted.used < size) {
        if (known)
            problem_write_plain_detail(&writer, &sent);
        write_byte(&writer, '\0');
    }
    return counted.used;
}

size_t problem_violation_detail(const struct problem *problem,
                                const struct problem_violation *violation, char *buffer,
                                size_t size)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope = problem_violation_scope(problem, violation, offsets);
    const unsigned char *rule = image_rule(scope.image, problem_violation_rule(violation));
    struct writer counted = {NULL, 0, 0};
    problem_write_rule_detail(&counted, &scope, rule, FORM_PLAIN);
    if (counted.used < size) {
        struct writer writer = {buffer, size, 0};
        problem_write_rule_detail(&writer, &scope, rule, FORM_PLAIN);
        write_byte(&writer, '\0');
    }
    return counted.used;
}

bool problem_next_violation(const struct problem *problem, size_t *position,
                            struct problem_violation *violation)
{
    if (problem == NULL || problem->registry == NULL)
        return false;
    struct sent sent;
    problem_sent_by(problem->registry, problem, &sent);
    return sent.violations != NULL && problem_walk_violations(problem, position, violation);
}

/* Reads entry `entry` of a record: a member by ordinal, or one of the constants behind them. */
static bool read_entry(const struct sent *sent, unsigned entry, enum problem_audience audience,
                       struct problem_member *member)
{
    const struct scope *scope = &sent->scope;
    const unsigned char *at = scope_member(scope, entry);
    if (at[PROBLEM_MEMBER_AUDIENCE] != audience)
        return false;
    if (entry >= scope->count)
        problem_read_value(scope->image, image_shape(at), NULL, &member->value);
    else if (scope_has(scope, entry))
        scope_read(scope, entry, &member->value);
    else
        return false;
    member->name = scope_name(scope, entry).bytes;
    member->audience = audience;
    return true;
}

bool problem_next_member(const struct problem *problem, enum problem_audience audience,
                         size_t *position, struct problem_member *member)
{
    if (problem == NULL || problem->registry == NULL)
        return false;
    struct sent sent;
    problem_sent_by(problem->registry, problem, &sent);
    if (audience != PROBLEM_PUBLIC) {
        sent.record = problem_record_of(problem);
        sent.profile = record_profile(sent.scope.image, sent.record);
        sent.scope = problem_scope(problem, sent.record, UINT64_MAX);
    }
    const unsigned char *order = sent.scope.image + image_u32(sent.profile + PROBLEM_PROFILE_ORDER);
    size_t count = sent.scope.count + (size_t)sent.profile[PROBLEM_PROFILE_CONSTANT_COUNT];
    while (*position < count) {
        if (read_entry(&sent, order[(*position)++], audience, member))
            return true;
    }
    return false;
}
