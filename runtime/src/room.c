#include "room.h"

#include "scope.h"
#include "violation.h"

/* Bytes that members for the log take now. */
static size_t taken_for_log(const struct problem *problem, const unsigned char *record)
{
    struct scope scope = problem_scope(problem, record, UINT64_MAX);
    size_t taken = 0;
    for (unsigned i = 0; i < scope.count; i++) {
        const unsigned char *member = scope_member(&scope, i);
        if (!scope_has(&scope, i) || member[PROBLEM_MEMBER_AUDIENCE] != PROBLEM_LOG_ONLY)
            continue;
        const unsigned char *begin = scope.values + scope.offsets[i];
        struct problem_value value;
        taken +=
            (size_t)(problem_read_value(scope.image, image_shape(member), begin, &value) - begin);
    }
    return taken;
}

size_t problem_kept_for_log(const struct problem *problem, const unsigned char *record)
{
    size_t room =
        image_u32(record_profile(image_of(problem->registry), record) + PROBLEM_PROFILE_LOG_ROOM);
    return room > 0 ? room - taken_for_log(problem, record) : 0;
}

bool problem_make_room(struct problem *problem, size_t needed)
{
    size_t taken = problem->values_used + problem_kept_for_log(problem, problem_record_of(problem));
    if (needed + taken > sizeof problem->values)
        return false;
    size_t room = sizeof problem->values - taken - needed;

    struct problem_violation violation;
    size_t kept = 0, position = 0;
    uint16_t count = 0;
    while (problem_walk_violations(problem, &position, &violation) && position <= room) {
        kept = position;
        count++;
    }
    problem->violations_omitted += (uint32_t)(problem->violation_count - count);
    problem->violation_count = count;
    problem->violations_used = (uint16_t)kept;
    return true;
}
