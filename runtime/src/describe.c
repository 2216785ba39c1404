/*
 * Looking into a registry and an occurrence without rendering: for logs, and for services with a
 * serializer of their own.
 */
#include "program.h"
#include "violation.h"

#define NOT_FOUND UINT32_MAX

/* ------------------------------------------------------------------ lookups */

/* The only index that this key can have, or NOT_FOUND. */
static uint32_t probe(const unsigned char *lookup, const void *key, size_t length)
{
    uint32_t slots = image_u32(lookup + PROBLEM_LOOKUP_SLOTS);
    uint32_t buckets = image_u32(lookup + PROBLEM_LOOKUP_BUCKETS);
    const unsigned char *pilots = lookup + PROBLEM_LOOKUP_PILOTS;
    uint64_t hash = problem_hash(key, length, image_u64(lookup + PROBLEM_LOOKUP_SEED));
    uint16_t pilot = image_u16(pilots + 2 * (size_t)problem_bucket(hash, buckets));
    size_t slot = problem_slot(hash, pilot, slots);
    return image_u32(pilots + 2 * (size_t)buckets + 4 * slot);
}

static bool text_is(struct image_text text, const char *bytes, size_t length)
{
    return text.length == length && memcmp(text.bytes, bytes, length) == 0;
}

static uint32_t index_of_number(const unsigned char *image, uint32_t number)
{
    uint32_t numbers = image_u32(image + PROBLEM_HEAD_NUMBERS);
    if (number == 0)
        return NOT_FOUND;
    if (numbers == 0)
        return number <= image_u32(image + PROBLEM_HEAD_COUNT) ? number - 1 : NOT_FOUND;
    unsigned char key[4] = {(unsigned char)number, (unsigned char)(number >> 8),
                            (unsigned char)(number >> 16), (unsigned char)(number >> 24)};
    uint32_t index = probe(image + numbers, key, sizeof key);
    bool same = index != NOT_FOUND &&
                image_u32(image_record(image, index) + PROBLEM_RECORD_NUMBER) == number;
    return same ? index : NOT_FOUND;
}

static uint32_t number_of(const unsigned char *image, uint32_t index)
{
    return image_u32(image_record(image, index) + PROBLEM_RECORD_NUMBER);
}

static uint32_t index_of_code(const unsigned char *image, const char *code, size_t length)
{
    uint32_t index = probe(image + image_u32(image + PROBLEM_HEAD_CODES), code, length);
    bool same =
        index != NOT_FOUND &&
        text_is(image_text(image, image_record(image, index) + PROBLEM_RECORD_CODE), code, length);
    return same ? index : NOT_FOUND;
}

uint32_t problem_find_code(const struct problem_registry *registry, const char *code, size_t length)
{
    const unsigned char *image = image_of(registry);
    uint32_t index = code == NULL ? NOT_FOUND : index_of_code(image, code, length);
    return index == NOT_FOUND ? 0 : number_of(image, index);
}

/* The problem whose type is base + code. */
static uint32_t find_based(const unsigned char *image, const char *uri, size_t length)
{
    struct image_text base = image_text(image, image + PROBLEM_HEAD_BASE);
    if (base.length == 0 || length < base.length || memcmp(uri, base.bytes, base.length) != 0)
        return 0;
    uint32_t index = index_of_code(image, uri + base.length, length - base.length);
    if (index == NOT_FOUND || image_u32(image_record(image, index) + PROBLEM_RECORD_TYPE) != 0)
        return 0;
    return number_of(image, index);
}

uint32_t problem_find_type(const struct problem_registry *registry, const char *uri, size_t length)
{
    const unsigned char *image = image_of(registry);
    uint32_t types = image_u32(image + PROBLEM_HEAD_TYPES);
    uint32_t number = uri == NULL ? 0 : find_based(image, uri, length);
    if (number != 0 || uri == NULL || types == 0)
        return number;
    uint32_t index = probe(image + types, uri, length);
    if (index == NOT_FOUND)
        return 0;
    const unsigned char *type = image_record(image, index) + PROBLEM_RECORD_TYPE;
    return text_is(image_text(image, type), uri, length) ? number_of(image, index) : 0;
}

/* ------------------------------------------------------------------ a problem of the registry */

bool problem_describe(const struct problem_registry *registry, uint32_t number,
                      struct problem_info *info)
{
    const unsigned char *image = image_of(registry);
    uint32_t index = index_of_number(image, number);
    if (index == NOT_FOUND)
        return false;
    const unsigned char *record = image_record(image, index);
    uint32_t conceal = image_u32(record + PROBLEM_RECORD_CONCEAL);
    info->number = number;
    info->status = image_u16(record + PROBLEM_RECORD_STATUS);
    info->retry = (enum problem_retry)record[PROBLEM_RECORD_RETRY];
    info->log = (enum problem_log)record[PROBLEM_RECORD_LOG];
    info->code = image_text(image, record + PROBLEM_RECORD_CODE).bytes;
    info->title = image_text(image, record + PROBLEM_RECORD_TITLE).bytes;
    info->concealed_as = conceal != 0 ? number_of(image, conceal - 1) : 0;
    return true;
}

static void write_type(struct writer *writer, const unsigned char *image,
                       const unsigned char *record)
{
    struct image_text base = image_text(image, image + PROBLEM_HEAD_BASE);
    struct image_text code = image_text(image, record + PROBLEM_RECORD_CODE);
    if (image_u32(record + PROBLEM_RECORD_TYPE) != 0) {
        struct image_text type = image_text(image, record + PROBLEM_RECORD_TYPE);
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
    uint32_t index = index_of_number(image, number);
    if (index == NOT_FOUND)
        return 0;
    struct writer counted = {NULL, 0, 0};
    write_type(&counted, image, image_record(image, index));
    if (counted.used < size) {
        struct writer writer = {buffer, size, 0};
        write_type(&writer, image, image_record(image, index));
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
    return is_raised(problem) ? number_of(image_of(problem->registry), problem->raised - 1) : 0;
}

uint32_t problem_sent(const struct problem *problem)
{
    if (!is_raised(problem))
        return 0;
    struct sent sent = problem_sent_by(problem->registry, problem);
    return image_u32(sent.record + PROBLEM_RECORD_NUMBER);
}

int problem_status(const struct problem *problem)
{
    if (!is_raised(problem))
        return 500;
    struct sent sent = problem_sent_by(problem->registry, problem);
    return image_u16(sent.record + PROBLEM_RECORD_STATUS);
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
        sent = problem_sent_by(problem->registry, problem);
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
    struct sent sent = problem_sent_by(problem->registry, problem);
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
    member->name = image_text(scope->image, at + PROBLEM_MEMBER_NAME).bytes;
    member->audience = audience;
    return true;
}

bool problem_next_member(const struct problem *problem, enum problem_audience audience,
                         size_t *position, struct problem_member *member)
{
    if (problem == NULL || problem->registry == NULL)
        return false;
    struct sent sent = problem_sent_by(problem->registry, problem);
    if (audience != PROBLEM_PUBLIC) {
        sent.record = problem_record_of(problem);
        sent.scope = problem_scope(problem, sent.record, UINT64_MAX);
    }
    const unsigned char *order = sent.scope.image + image_u32(sent.record + PROBLEM_RECORD_ORDER);
    size_t count = sent.scope.count + (size_t)sent.record[PROBLEM_RECORD_CONSTANT_COUNT];
    while (*position < count) {
        if (read_entry(&sent, order[(*position)++], audience, member))
            return true;
    }
    return false;
}
