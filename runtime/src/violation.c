#include "violation.h"

#include "place.h"
#include "room.h"

/* ------------------------------------------------------------------ adding */

struct writer problem_open_writer(struct problem *problem)
{
    size_t room = problem_room(problem, problem_record_of(problem), PROBLEM_PUBLIC);
    struct writer writer = {(char *)problem->values + problem->values_used,
                            room > PROBLEM_VIOLATION_TRAILER ? room - PROBLEM_VIOLATION_TRAILER : 0,
                            problem->open};
    return writer;
}

void problem_open_advance(struct problem *problem, const struct writer *writer)
{
    if (writer->used > writer->size)
        problem->open_rule = PROBLEM_RULE_REFUSED;
    else
        problem->open = (uint16_t)writer->used;
}

void problem_violation_begin(struct problem *problem, const struct problem_registry *registry,
                             uint32_t rule, const struct problem_where *where)
{
    if (problem == NULL)
        return;
    if (!problem_adopt(problem, registry) ||
        rule >= image_u16(image_of(registry) + PROBLEM_HEAD_RULE_COUNT)) {
        problem->open_rule = PROBLEM_RULE_REFUSED;
        return;
    }
    unsigned kind = PROBLEM_WHERE_BODY;
    size_t length = 0;
    if (where != NULL && where->kind >= PROBLEM_WHERE_BODY && where->kind <= PROBLEM_WHERE_HEADER) {
        kind = where->kind;
        /* Once more, for places that did not come from problem_at. */
        length = problem_place_length((enum problem_where_kind)kind, where->text, where->length);
    }
    unsigned char head[PROBLEM_VIOLATION_PLACE] = {(unsigned char)rule, (unsigned char)(rule >> 8),
                                                   (unsigned char)kind, (unsigned char)length};
    struct writer writer = problem_open_writer(problem);
    write_bytes(&writer, head, sizeof head);
    if (length > 0)
        write_bytes(&writer, where->text, length);
    problem->open_rule = (uint16_t)(rule + 1);
    problem_open_advance(problem, &writer);
}

void problem_violation_end(struct problem *problem)
{
    if (problem == NULL || problem->open_rule == 0)
        return;
    if (problem->open_rule == PROBLEM_RULE_REFUSED) {
        problem->violations_omitted++;
    } else {
        unsigned char *begin = problem->values + problem->values_used;
        uint16_t length = (uint16_t)(problem->open + PROBLEM_VIOLATION_TRAILER);
        begin[problem->open] = (unsigned char)length;
        begin[problem->open + 1] = (unsigned char)(length >> 8);
        problem->violations_used = (uint16_t)(problem->violations_used + length);
        problem->violation_count++;
        memmove(problem->values + sizeof problem->values - problem->violations_used, begin, length);
    }
    problem->open = 0;
    problem->open_rule = 0;
}

/* ------------------------------------------------------------------ reading */

/* A violation's `record` points behind its record, where the length is. */
static const unsigned char *record_begin(const struct problem_violation *violation)
{
    return violation->record - image_u16(violation->record - PROBLEM_VIOLATION_TRAILER);
}

uint32_t problem_violation_rule(const struct problem_violation *violation)
{
    return image_u16(record_begin(violation));
}

bool problem_walk_violations(const struct problem *problem, size_t *position,
                             struct problem_violation *violation)
{
    struct stored_violation stored;
    if (!next_stored_violation(problem, position, &stored))
        return false;
    const unsigned char *image = image_of(problem->registry);
    struct image_text place = stored_place(stored);
    violation->record = stored.end;
    violation->rule =
        image_text(image, image_rule(image, stored_rule(stored)) + PROBLEM_RULE_NAME).bytes;
    violation->kind = stored_kind(stored);
    violation->place = place.bytes;
    violation->place_length = place.length;
    return true;
}

struct scope problem_violation_scope(const struct problem *problem,
                                     const struct problem_violation *violation,
                                     uint16_t offsets[PROBLEM_MEMBERS_MAX])
{
    struct scope scope;
    struct stored_violation stored = {record_begin(violation), violation->record};
    read_stored_scope(image_of(problem->registry), stored, &scope, offsets);
    return scope;
}
