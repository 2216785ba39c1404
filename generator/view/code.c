/*
 * What the C header and source need of the registry as a whole: rules, enums, tables.
 */
#include "names/names.h"
#include "problem.h"
#include "view/view.h"

/* ---------------------------------------------------------------- rules */

static struct value rule_name(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return identifier_value(lower_name(maker->arena, ((const struct rule *)of)->name.text));
}

static struct value rule_index(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value((int64_t)((const struct rule *)of)->index);
}

static struct value rule_parameters(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return view_rule_parameters(maker, of);
}

static const struct value_getter rule_getters[] = {
    {"rule", view_name, offsetof(struct rule, name)},
    {"name", rule_name, 0},
    {"index", rule_index, 0},
    {"detail", view_text, offsetof(struct rule, detail.raw)},
    {"description", view_written, offsetof(struct rule, description)},
    {"members", view_members, offsetof(struct rule, members)},
    {"parameters", rule_parameters, 0},
};
static const struct value_class rule_class = VALUE_CLASS(rule_getters);

static struct value rule_at(const struct value_items *items, size_t i)
{
    const struct registry *registry = items->of;
    return object_value(items->maker, &rule_class, &registry->rules[i]);
}

struct value view_rules(struct view *view)
{
    return items_value((struct value_items){rule_at, &view->maker, view->registry},
                       view->registry->rule_count);
}

/* ---------------------------------------------------------------- enums */

static struct value *view_enum(struct view *view, struct text name, const struct shape *shape)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena), *values = value_list(arena);
    for (size_t i = 0; i < shape->value_count; i++) {
        const struct enum_value *value = &shape->values[i];
        struct value *item = value_map(arena);
        value_set(arena, item, "constant",
                  value_identifier(arena, enum_constant(arena, view->registry, name, value)));
        value_set(arena, item, "number", value_integer(arena, (int64_t)i + 1));
        value_set(arena, item, "value", value_text(arena, value->name.text));
        value_set(arena, item, "description", view_string(view, value->description));
        value_add(arena, values, item);
    }
    value_set(arena, map, "name", value_identifier(arena, name));
    value_set(arena, map, "values", values);
    return map;
}

struct enum_list {
    struct view *view;
    struct value *list;
};

static void add_enum(void *context, struct text name, const struct shape *shape)
{
    struct enum_list *enums = context;
    value_add(enums->view->arena, enums->list, view_enum(enums->view, name, shape));
}

void view_registry_code(struct view *view, struct value *map)
{
    struct arena *arena = view->arena;
    struct enum_list enums = {view, value_list(arena)};
    names_each_enum(arena, view->registry, add_enum, &enums);
    value_set(arena, map, "lower", value_identifier(arena, view->lower));
    value_set(arena, map, "upper", value_identifier(arena, view->upper));
    value_set(arena, map, "abi", value_integer(arena, PROBLEM_ABI));
    value_set(arena, map, "digest",
              value_identifier(
                  arena, arena_format(arena, "0x%016llx", (unsigned long long)view->image.digest)));
    value_set(arena, map, "response_max", value_integer(arena, (int64_t)view->image.response_max));
    value_set(arena, map, "numbered",
              value_boolean(arena, view->registry->problem_count &&
                                       span_is_set(view->registry->problems[0].id.span)));
    value_set(arena, map, "enums", enums.list);
    value_set(arena, map, "setters", value_put(arena, view_setters(&view->maker, NULL)));
    value_set(arena, map, "raise_signatures",
              value_put(arena, view_signatures(&view->maker, &view->raises)));
    value_set(arena, map, "set_signatures",
              value_put(arena, view_signatures(&view->maker, &view->setters)));
    value_set(arena, map, "tables", view_tables(view));
}
