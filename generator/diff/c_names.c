/*
 * C names of enums and their constants. Names begin with the old registry's prefix throughout: that
 * it is another is told once (registry-renamed).
 */
#include "diff/compare.h"
#include "names/names.h"

struct text c_function(struct comparison *comparison, const char *verb, struct text name)
{
    return arena_format(comparison->arena, "%.*s_%s_%.*s",
                        TEXT_ARGS(lower_name(comparison->arena, comparison->old->name.text)), verb,
                        TEXT_ARGS(name));
}

/* ---------------------------------------------------------------- constants */

/* Constants of one enum, by name; their numbers are their places from 1. */
static struct map constants_of(struct comparison *comparison, struct text name,
                               const struct shape *shape)
{
    struct map constants = {0};
    for (size_t i = 0; i < shape->value_count; i++)
        map_add(comparison->arena, &constants,
                enum_constant(comparison->arena, comparison->old, name, &shape->values[i]), i + 1);
    return constants;
}

/* "X", "X and Y", "X and 7 more" */
static struct text listed(struct comparison *comparison, struct text first, struct text second,
                          size_t count)
{
    if (count <= 1)
        return first;
    if (count == 2)
        return arena_format(comparison->arena, "%.*s and %.*s", TEXT_ARGS(first),
                            TEXT_ARGS(second));
    return arena_format(comparison->arena, "%.*s and %zu more", TEXT_ARGS(first), count - 1);
}

void compare_enums(struct comparison *comparison, const struct subject *subject, struct text name,
                   const struct shape *old, const struct shape *new)
{
    struct map now = constants_of(comparison, name, new);
    struct text gone[2] = {{NULL, 0}, {NULL, 0}}, moved[2] = {{NULL, 0}, {NULL, 0}};
    struct places places = {old->limits->values_span, new->limits->values_span};
    size_t gone_count = 0, moved_count = 0;
    for (size_t i = 0; i < old->value_count; i++) {
        struct text constant =
            enum_constant(comparison->arena, comparison->old, name, &old->values[i]);
        size_t number;
        if (!map_get(&now, constant, &number)) {
            if (gone_count++ < 2)
                gone[gone_count - 1] = constant;
        } else if (number != i + 1) {
            if (moved_count++ < 2)
                moved[moved_count - 1] = constant;
        }
    }
    if (gone_count)
        change_add(comparison, "c-names-removed", subject, places, "%.*s %s gone",
                   TEXT_ARGS(listed(comparison, gone[0], gone[1], gone_count)),
                   gone_count == 1 ? "is" : "are");
    if (moved_count)
        change_add(comparison, "constants-renumbered", subject, places, "%.*s %s",
                   TEXT_ARGS(listed(comparison, moved[0], moved[1], moved_count)),
                   moved_count == 1 ? "has another number" : "have other numbers");
}

/* ---------------------------------------------------------------- enums of members */

static const struct shape *enum_within(const struct member *member)
{
    const struct shape *shape = member->shape->of ? member->shape->of : member->shape;
    return shape->type == MEMBER_ENUM ? shape : NULL;
}

/* A type that both have is compared by itself. */
static bool is_named(const struct member *member)
{
    return member->shape->named || (member->shape->of && member->shape->of->named);
}

void compare_member_enum(struct comparison *comparison, const struct subject *subject,
                         const struct member_owner *owner, const struct member *old,
                         const struct member *new)
{
    const struct shape *before = enum_within(old), *after = enum_within(new);
    if (before == NULL || after == NULL)
        return;
    struct text old_name = enum_name(comparison->arena, owner->old_name, old);
    struct text new_name = enum_name(comparison->arena, owner->new_name, new);
    if (!text_equal(old_name, new_name)) {
        struct text prefix = lower_name(comparison->arena, comparison->old->name.text);
        change_add(comparison, "c-names-changed", subject,
                   (struct places){before->limits->values_span, after->limits->values_span},
                   "enum %.*s_%.*s was enum %.*s_%.*s; its constants follow", TEXT_ARGS(prefix),
                   TEXT_ARGS(new_name), TEXT_ARGS(prefix), TEXT_ARGS(old_name));
    } else if (!is_named(old) || !is_named(new)) {
        compare_enums(comparison, subject, new_name, before, after);
    }
}
