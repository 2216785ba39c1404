#include "tables/ordinals.h"

static bool is_required(const struct member *member)
{
    return member->shape->type != MEMBER_CONSTANT && !member->optional.value;
}

static bool is_optional(const struct member *member)
{
    return member->shape->type != MEMBER_CONSTANT && member->optional.value;
}

static bool has_value(const struct member *member)
{
    return member->shape->type != MEMBER_CONSTANT;
}

static bool append(struct ordinals *ordinals, const struct members *members,
                   bool (*belongs)(const struct member *))
{
    for (size_t i = 0; i < members->count; i++) {
        if (!belongs(&members->items[i]))
            continue;
        if (ordinals->count == PROBLEM_MEMBERS_MAX)
            return false;
        ordinals->members[ordinals->count++] = &members->items[i];
    }
    return true;
}

bool ordinals_of(const struct registry *registry, const struct problem_type *problem,
                 struct ordinals *ordinals)
{
    ordinals->count = 0;
    bool fits = append(ordinals, &registry->members, has_value);
    ordinals->first_required = ordinals->count;
    fits = fits && append(ordinals, &problem->members, is_required);
    ordinals->first_optional = ordinals->count;
    return fits && append(ordinals, &problem->members, is_optional);
}

unsigned ordinal_of(const struct ordinals *ordinals, const struct member *member)
{
    unsigned ordinal = 0;
    while (ordinals->members[ordinal] != member)
        ordinal++;
    return ordinal;
}
