/*
 * Members in the view: what they are and which values fit.
 */
#include "view/view.h"

/* ---------------------------------------------------------------- limits */

/* Every limit is there, absent where the type has none such. Offsets are in struct limits. */

static const struct limits *limits_of(const void *shape)
{
    return ((const struct shape *)shape)->limits;
}

static struct value limits_boolean(struct value_maker *maker, const void *of, size_t offset)
{
    return view_boolean(maker, limits_of(of), offset);
}

static struct value limits_written(struct value_maker *maker, const void *of, size_t offset)
{
    return view_written(maker, limits_of(of), offset);
}

static bool is_ranged(const struct shape *shape)
{
    return shape->type == MEMBER_INTEGER || shape->type == MEMBER_DURATION;
}

static bool has_bytes_or_items(const struct shape *shape)
{
    return shape->type == MEMBER_IDENTIFIER || shape->type == MEMBER_TEXT ||
           shape->type == MEMBER_URI || shape->type == MEMBER_UUID ||
           shape->type == MEMBER_POINTER || shape->type == MEMBER_LIST;
}

static struct value shape_min(struct value_maker *maker, const void *of, size_t offset)
{
    return is_ranged(of) ? view_number(maker, limits_of(of), offset) : absent_value();
}

static struct value shape_max(struct value_maker *maker, const void *of, size_t offset)
{
    const struct shape *shape = of;
    (void)maker, (void)offset;
    if (is_ranged(shape))
        return integer_value(shape->limits->maximum.value);
    return has_bytes_or_items(shape) ? integer_value(shape->max.value) : absent_value();
}

static struct value shape_scale(struct value_maker *maker, const void *of, size_t offset)
{
    const struct shape *shape = of;
    return shape->type == MEMBER_DECIMAL ? view_number(maker, limits_of(of), offset)
                                         : absent_value();
}

static struct value shape_precision(struct value_maker *maker, const void *of, size_t offset)
{
    const struct shape *shape = of;
    (void)maker, (void)offset;
    return shape->type == MEMBER_TIMESTAMP
               ? identifier_value(text_of(precision_names[shape->limits->precision.value]))
               : absent_value();
}

/* ---------------------------------------------------------------- shapes */

static struct value shape_type(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return identifier_value(text_of(member_type_names[((const struct shape *)of)->type]));
}

static struct value shape_named(struct value_maker *maker, const void *of, size_t offset)
{
    const struct shape *shape = of;
    (void)maker, (void)offset;
    return shape->named ? identifier_value(shape->named->name.text) : absent_value();
}

static const struct value_getter enum_value_getters[] = {
    {"name", view_text, offsetof(struct enum_value, name)},
    {"description", view_written, offsetof(struct enum_value, description)},
};
static const struct value_class enum_value_class = VALUE_CLASS(enum_value_getters);

static struct value enum_value_at(const struct value_items *items, size_t i)
{
    const struct shape *shape = items->of;
    return object_value(items->maker, &enum_value_class, &shape->values[i]);
}

static struct value shape_values(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return items_value((struct value_items){enum_value_at, maker, of},
                       ((const struct shape *)of)->value_count);
}

static struct value shape_of(struct value_maker *maker, const void *of, size_t offset);

static const struct value_getter shape_getters[] = {
    {"type", shape_type, 0},
    {"named", shape_named, 0},
    {"as_string", limits_boolean, offsetof(struct limits, as_string)},
    {"min", shape_min, offsetof(struct limits, minimum)},
    {"max", shape_max, 0},
    {"scale_min", shape_scale, offsetof(struct limits, scale_min)},
    {"scale_max", shape_scale, offsetof(struct limits, scale_max)},
    {"precision", shape_precision, 0},
    {"pattern", limits_written, offsetof(struct limits, pattern)},
    {"safe", limits_written, offsetof(struct limits, safe)},
    {"values", shape_values, 0},
    {"of", shape_of, 0},
    {"value", limits_written, offsetof(struct limits, value)},
};
static const struct value_class shape_class = VALUE_CLASS(shape_getters);

static struct value shape_of(struct value_maker *maker, const void *of, size_t offset)
{
    const struct shape *shape = of;
    (void)offset;
    return shape->of ? object_value(maker, &shape_class, shape->of) : absent_value();
}

/* ---------------------------------------------------------------- members */

static struct value member_shape(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return object_value(maker, &shape_class, ((const struct member *)of)->shape);
}

static struct value member_audience(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return identifier_value(text_of(audience_names[((const struct member *)of)->audience.value]));
}

static struct value member_absent(struct value_maker *maker, const void *of, size_t offset)
{
    const struct string *absent = ((const struct member *)of)->absent;
    return absent ? view_written(maker, absent, offset) : absent_value();
}

static const struct value_getter member_getters[] = {
    {"name", view_name, offsetof(struct member, name)},
    {"shape", member_shape, 0},
    {"audience", member_audience, 0},
    {"optional", view_boolean, offsetof(struct member, optional)},
    {"absent", member_absent, 0},
    /* One scalar as it was written, or a list of them. */
    {"example", view_texts, offsetof(struct member, example)},
    {"description", view_written, offsetof(struct member, description)},
};
static const struct value_class member_class = VALUE_CLASS(member_getters);

static struct value member_at(const struct value_items *items, size_t i)
{
    const struct members *members = items->of;
    return object_value(items->maker, &member_class, &members->items[i]);
}

struct value view_members(struct value_maker *maker, const void *of, size_t offset)
{
    const struct members *members = (const void *)((const char *)of + offset);
    return items_value((struct value_items){member_at, maker, members}, members->count);
}
