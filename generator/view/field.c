/*
 * Getters of the view that serve many fields.
 */
#include "view/view.h"

static const void *at(const void *of, size_t offset)
{
    return (const char *)of + offset;
}

struct value view_text(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker;
    return text_value(((const struct string *)at(of, offset))->text);
}

struct value view_written(struct value_maker *maker, const void *of, size_t offset)
{
    const struct string *string = at(of, offset);
    return string->text.length ? view_text(maker, of, offset) : absent_value();
}

struct value view_name(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker;
    return identifier_value(((const struct string *)at(of, offset))->text);
}

struct value view_number(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker;
    return integer_value(((const struct integer *)at(of, offset))->value);
}

struct value view_number_written(struct value_maker *maker, const void *of, size_t offset)
{
    const struct integer *integer = at(of, offset);
    return span_is_set(integer->span) ? view_number(maker, of, offset) : absent_value();
}

struct value view_boolean(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker;
    return boolean_value(((const struct boolean *)at(of, offset))->value);
}

static struct value text_at(const struct value_items *items, size_t i)
{
    return text_value(((const struct strings *)items->of)->items[i].text);
}

struct value view_texts(struct value_maker *maker, const void *of, size_t offset)
{
    const struct strings *strings = at(of, offset);
    return items_value((struct value_items){text_at, maker, strings}, strings->count);
}
