/*
 * Named types: what has changed about one is told once, with those who have it, not for each of
 * their members.
 */
#include "diff/compare.h"
#include "names/names.h"

static struct text place_of(struct comparison *comparison, const struct subject *subject)
{
    struct change change = {
        .kind = subject->kind, .name = subject->name, .member = subject->member};
    struct text place = change_subject(&change, comparison->arena);
    return text_slice(place, 0, place.length - TEXT(": ").length);
}

bool use_type(struct comparison *comparison, const struct subject *subject, const struct shape *old,
              const struct shape *new)
{
    if (old->named == NULL || new->named == NULL ||
        !text_equal(old->named->name.text, new->named->name.text))
        return false;
    struct type_use *use = &comparison->uses[old->named - comparison->old->types];
    if (use->count++ == 0) {
        use->old = old;
        use->new = new;
    }
    if (use->first.length == 0 || (!use->seen && !subject->unseen))
        use->first = place_of(comparison, subject);
    use->seen = use->seen || !subject->unseen;
    return true;
}

static struct text users(struct comparison *comparison, const struct type_use *use)
{
    if (use->count == 1)
        return use->first;
    return arena_format(comparison->arena, "%.*s and %zu more", TEXT_ARGS(use->first),
                        use->count - 1);
}

/* Its own values, not those of a type that it is another name for or a list of. */
static bool has_enum(const struct shape *shape)
{
    return shape->type == MEMBER_ENUM || (shape->of && shape->of->type == MEMBER_ENUM);
}

static const struct shape *enum_of(const struct shape *shape)
{
    return shape->of ? shape->of : shape;
}

static void compare_type(struct comparison *comparison, const struct named_type *type,
                         const struct type_use *use)
{
    struct shape old = *use->old, new = *use->new;
    struct subject subject = {
        .kind = SUBJECT_TYPE,
        .name = type->name.text,
        .places = {old.named->name.span, new.named->name.span},
        .unseen = !use->seen,
        .users = users(comparison, use),
    };
    old.named = new.named = NULL; /* what it is, not what it is called */
    compare_shapes(comparison, &subject, &old, &new);
    bool listed = old.of && new.of &&old.of->named &&new.of->named;
    if (has_enum(&old) && has_enum(&new) && !listed)
        compare_enums(comparison, &subject, lower_name(comparison->arena, type->name.text),
                      enum_of(&old), enum_of(&new));
}

/* Types of lists' items come into use while their lists are compared: until there are no more. */
void compare_types(struct comparison *comparison)
{
    size_t count = comparison->old->type_count;
    bool *done = arena_array(comparison->arena, count, sizeof *done), again;
    do {
        again = false;
        for (size_t i = 0; i < count; i++) {
            const struct type_use *use = &comparison->uses[i];
            if (use->count == 0 || done[i])
                continue;
            done[i] = again = true;
            compare_type(comparison, &comparison->old->types[i], use);
        }
    } while (again);
}
