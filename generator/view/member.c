/*
 * Members in the view: what they are and which values fit.
 */
#include "view/view.h"

static bool has_bytes_or_items(const struct shape *shape)
{
    return shape->type == MEMBER_IDENTIFIER || shape->type == MEMBER_TEXT ||
           shape->type == MEMBER_URI || shape->type == MEMBER_UUID ||
           shape->type == MEMBER_POINTER || shape->type == MEMBER_LIST;
}

/* Every limit is there, absent where the type has none such. */
static void set_limits(struct view *view, const struct shape *shape, struct value *map)
{
    struct arena *arena = view->arena;
    bool ranged = shape->type == MEMBER_INTEGER || shape->type == MEMBER_DURATION;
    bool scaled = shape->type == MEMBER_DECIMAL, sized = has_bytes_or_items(shape);
    struct value *absent = value_absent(arena);
    value_set(arena, map, "min", ranged ? value_integer(arena, shape->minimum.value) : absent);
    value_set(arena, map, "max",
              ranged  ? value_integer(arena, shape->maximum.value)
              : sized ? value_integer(arena, shape->max.value)
                      : absent);
    value_set(arena, map, "scale_min",
              scaled ? value_integer(arena, shape->scale_min.value) : absent);
    value_set(arena, map, "scale_max",
              scaled ? value_integer(arena, shape->scale_max.value) : absent);
    value_set(arena, map, "precision",
              shape->type == MEMBER_TIMESTAMP
                  ? view_word(view, precision_names[shape->precision.value])
                  : absent);
}

static struct value *view_values(struct view *view, const struct shape *shape)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < shape->value_count; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "name", value_text(arena, shape->values[i].name.text));
        value_set(arena, map, "description", view_string(view, shape->values[i].description));
        value_add(arena, list, map);
    }
    return list;
}

struct value *view_shape(struct view *view, const struct shape *shape)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    value_set(arena, map, "type", view_word(view, member_type_names[shape->type]));
    value_set(arena, map, "named",
              shape->named ? value_identifier(arena, shape->named->name.text)
                           : value_absent(arena));
    value_set(arena, map, "as_string", value_boolean(arena, shape->as_string.value));
    set_limits(view, shape, map);
    value_set(arena, map, "pattern", view_string(view, shape->pattern));
    value_set(arena, map, "safe", view_string(view, shape->safe));
    value_set(arena, map, "values", view_values(view, shape));
    value_set(arena, map, "of", shape->of ? view_shape(view, shape->of) : value_absent(arena));
    value_set(arena, map, "value", view_string(view, shape->value));
    return map;
}

/* One scalar as it was written, or a list of them. */
static struct value *view_example(struct view *view, const struct member *member)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < member->example.count; i++)
        value_add(view->arena, list, value_text(view->arena, member->example.items[i].text));
    return list;
}

struct value *view_members(struct view *view, const struct members *members)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        struct value *map = value_map(arena);
        value_set(arena, map, "name", value_identifier(arena, member->name.text));
        value_set(arena, map, "shape", view_shape(view, &member->shape));
        value_set(arena, map, "audience", view_word(view, audience_names[member->audience.value]));
        value_set(arena, map, "optional", value_boolean(arena, member->optional.value));
        value_set(arena, map, "absent", view_string(view, member->absent));
        value_set(arena, map, "example", view_example(view, member));
        value_set(arena, map, "description", view_string(view, member->description));
        value_add(arena, list, map);
    }
    return list;
}
