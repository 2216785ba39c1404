#include "scope.h"

const unsigned char *problem_record_of(const struct problem *problem)
{
    const unsigned char *image = image_of(problem->registry);
    uint32_t index =
        problem->raised != 0 ? problem->raised - 1 : image_u32(image + PROBLEM_HEAD_FALLBACK);
    return image_record(image, index);
}

struct scope problem_scope(const struct problem *problem, const unsigned char *record,
                           uint64_t visible)
{
    const unsigned char *image = image_of(problem->registry);
    struct scope scope = {
        .image = image,
        .members = image + image_u32(record + PROBLEM_RECORD_MEMBERS),
        .count = record[PROBLEM_RECORD_MEMBER_COUNT],
        .present = problem->present & visible,
        .misfit = problem->misfit & visible,
        .values = problem->values,
        .offsets = problem->offsets,
    };
    return scope;
}

struct sent problem_sent_by(const struct problem_registry *registry, const struct problem *problem)
{
    const unsigned char *image = image_of(registry);
    struct sent sent;
    if (problem == NULL || problem->registry != registry) {
        sent.record = image_record(image, image_u32(image + PROBLEM_HEAD_FALLBACK));
        sent.scope = (struct scope){
            .image = image, .members = image + image_u32(sent.record + PROBLEM_RECORD_MEMBERS)};
        sent.violations = NULL;
        return sent;
    }
    sent.record = problem_record_of(problem);
    uint32_t conceal = problem->raised != 0 ? image_u32(sent.record + PROBLEM_RECORD_CONCEAL) : 0;
    if (conceal != 0)
        sent.record = image_record(image, conceal - 1);
    /* Field errors would tell a concealed problem from the one that it answers like. */
    sent.violations = conceal != 0 ? NULL : problem;
    sent.scope =
        problem_scope(problem, sent.record, conceal != 0 ? image_own_members(image) : UINT64_MAX);
    return sent;
}
