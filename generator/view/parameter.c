/*
 * What C functions take for members: parameters, setters, and one signature for all that take the
 * same C types.
 */
#include "names/names.h"
#include "problem.h"
#include "tables/ordinals.h"
#include "view/view.h"

/* ---------------------------------------------------------------- C types of members */

/* How a value is passed to C, and which function of the runtime takes it: problem_put_<put>. */
struct passing {
    struct text c_type;
    const char *put;
};

static struct passing passing_of(struct view *view, const struct parameter *parameter,
                                 const struct shape *shape)
{
    struct arena *arena = view->maker.arena;
    switch (shape->type) {
    case MEMBER_DECIMAL:
        return (struct passing){TEXT("struct problem_decimal "), "decimal"};
    case MEMBER_NUMBER:
        return (struct passing){TEXT("double "), "number"};
    case MEMBER_BOOLEAN:
        return (struct passing){TEXT("bool "), "boolean"};
    case MEMBER_ENUM: {
        struct text name = enum_name(arena, parameter->owner, parameter->member);
        return (struct passing){
            arena_format(arena, "enum %.*s_%.*s ", TEXT_ARGS(view->lower), TEXT_ARGS(name)),
            "enum"};
    }
    case MEMBER_IDENTIFIER:
    case MEMBER_TEXT:
    case MEMBER_URI:
    case MEMBER_UUID:
    case MEMBER_POINTER:
        return (struct passing){TEXT("const char *"), "string"};
    case MEMBER_TIMESTAMP:
        return (struct passing){TEXT("struct problem_time "), "time"};
    default:
        return (struct passing){TEXT("int64_t "), "integer"};
    }
}

/* "struct problem_decimal " -> "const struct problem_decimal *", "const char *" -> "const char
 * *const *" */
static struct text array_type(struct arena *arena, struct text item)
{
    if (text_ends_with(item, TEXT("*")))
        return arena_format(arena, "%.*sconst *", TEXT_ARGS(item));
    return arena_format(arena, "const %.*s*", TEXT_ARGS(item));
}

static const struct shape *item_shape(const struct parameter *parameter)
{
    const struct shape *shape = parameter->member->shape;
    return shape->of ? shape->of : shape;
}

static bool is_list(const struct parameter *parameter)
{
    return parameter->member->shape->of != NULL;
}

static struct text c_type_of(struct view *view, const struct parameter *parameter)
{
    struct text c_type = passing_of(view, parameter, item_shape(parameter)).c_type;
    return is_list(parameter) ? array_type(view->maker.arena, c_type) : c_type;
}

/* ---------------------------------------------------------------- parameters */

static struct value parameter_name(struct value_maker *maker, const void *of, size_t offset)
{
    const struct parameter *parameter = of;
    (void)offset;
    return identifier_value(lower_name(maker->arena, parameter->member->name.text));
}

static struct value parameter_c_type(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return identifier_value(c_type_of(view_of(maker), of));
}

static struct value parameter_list(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return boolean_value(is_list(of));
}

/* How it is declared when called `value<position>`. */
static struct value parameter_declaration(struct value_maker *maker, const void *of, size_t offset)
{
    const struct parameter *parameter = of;
    struct text c_type = c_type_of(view_of(maker), parameter);
    unsigned n = parameter->position;
    (void)offset;
    return identifier_value(
        is_list(parameter)
            ? arena_format(maker->arena, "%.*svalue%u, size_t count%u", TEXT_ARGS(c_type), n, n)
            : arena_format(maker->arena, "%.*svalue%u", TEXT_ARGS(c_type), n));
}

static struct value parameter_put(struct value_maker *maker, const void *of, size_t offset)
{
    const struct parameter *parameter = of;
    struct passing passing = passing_of(view_of(maker), parameter, item_shape(parameter));
    (void)offset;
    return identifier_value(
        arena_format(maker->arena, "%s%s", passing.put, is_list(parameter) ? "s" : ""));
}

/* How the runtime is called with it. */
static struct value parameter_arguments(struct value_maker *maker, const void *of, size_t offset)
{
    const struct parameter *parameter = of;
    bool of_enum = item_shape(parameter)->type == MEMBER_ENUM;
    unsigned n = parameter->position;
    (void)offset;
    if (!is_list(parameter))
        return identifier_value(
            arena_format(maker->arena, of_enum ? "(int)value%u" : "value%u", n));
    return identifier_value(
        of_enum ? arena_format(maker->arena, "value%u, sizeof *value%u, count%u", n, n, n)
                : arena_format(maker->arena, "value%u, count%u", n, n));
}

/* What the documentation says of it: what it means, and that it stays inside. */
static struct value parameter_note(struct value_maker *maker, const void *of, size_t offset)
{
    const struct member *member = ((const struct parameter *)of)->member;
    struct text text = member->description.text;
    (void)offset;
    if (member->audience.value != AUDIENCE_LOG)
        return text.length ? text_value(text) : absent_value();
    const struct text parts[] = {TEXT("logged, never sent. "), text};
    return text_value(text.length ? arena_join(maker->arena, parts, 2)
                                  : TEXT("logged, never sent."));
}

static struct value parameter_ordinal(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value(((const struct parameter *)of)->ordinal);
}

static const struct value_getter parameter_getters[] = {
    {"name", parameter_name, 0}, {"c_type", parameter_c_type, 0},
    {"list", parameter_list, 0}, {"declaration", parameter_declaration, 0},
    {"put", parameter_put, 0},   {"arguments", parameter_arguments, 0},
    {"note", parameter_note, 0}, {"ordinal", parameter_ordinal, 0},
};
static const struct value_class parameter_class = VALUE_CLASS(parameter_getters);

/* A setter has its ordinal itself. */
static const struct value_class lone_parameter_class = {
    parameter_getters, sizeof parameter_getters / sizeof *parameter_getters - 1};

static struct value parameter_at(const struct value_items *items, size_t i)
{
    return object_value(items->maker, &parameter_class, (const struct parameter *)items->of + i);
}

static struct value parameters_value(struct value_maker *maker, const struct parameter *parameters,
                                     size_t count)
{
    return items_value((struct value_items){parameter_at, maker, parameters}, count);
}

/* Parameters of members [begin, end), numbered from 1, each with the ordinal it is put at. */
static struct parameter *parameters_of(struct arena *arena, struct text owner,
                                       const struct ordinals *ordinals, unsigned begin,
                                       unsigned end)
{
    struct parameter *parameters = arena_array(arena, end - begin, sizeof *parameters);
    for (unsigned i = begin; i < end; i++)
        parameters[i - begin] = (struct parameter){ordinals->members[i], owner, i - begin + 1, i};
    return parameters;
}

struct value view_parameters(struct value_maker *maker, const struct problem_type *problem)
{
    struct ordinals ordinals;
    ordinals_of(view_of(maker)->registry, problem, &ordinals);
    return parameters_value(maker,
                            parameters_of(maker->arena, problem->code.text, &ordinals,
                                          ordinals.first_required, ordinals.first_optional),
                            ordinals.first_optional - ordinals.first_required);
}

struct value view_rule_parameters(struct value_maker *maker, const struct rule *rule)
{
    size_t count = rule->members.count;
    struct parameter *parameters = arena_array(maker->arena, count, sizeof *parameters);
    for (unsigned i = 0; i < count; i++)
        parameters[i] = (struct parameter){&rule->members.items[i], rule->name.text, i + 1, i};
    return parameters_value(maker, parameters, count);
}

/* ---------------------------------------------------------------- signatures */

static struct text key_of(struct view *view, const struct parameter *parameters, size_t count)
{
    struct buffer key = buffer_create(view->maker.arena);
    for (size_t i = 0; i < count; i++) {
        buffer_text(&key, c_type_of(view, &parameters[i]));
        buffer_byte(&key, ',');
    }
    return buffer_contents(&key);
}

/* The number of the signature with these types, which is added when it is new. */
static uint32_t number_of(struct view *view, struct signatures *signatures, struct text key,
                          struct signature signature)
{
    size_t number;
    if (map_get(&signatures->numbers, key, &number))
        return (uint32_t)number;
    signature.number = (int64_t)signatures->count + 1;
    *(struct signature *)arena_push(view->arena, &signatures->items, signatures->count++,
                                    sizeof signature) = signature;
    map_add(view->arena, &signatures->numbers, arena_copy(view->arena, key),
            (size_t)signature.number);
    return (uint32_t)signature.number;
}

static uint32_t setter_number(struct view *view, const struct parameter *parameter)
{
    return number_of(view, &view->setters, key_of(view, parameter, 1),
                     (struct signature){.parameter = *parameter});
}

static void find_setters(struct view *view, struct text owner, const struct ordinals *ordinals,
                         unsigned begin, unsigned end)
{
    for (unsigned i = begin; i < end; i++)
        setter_number(view, &(struct parameter){ordinals->members[i], owner, 1, i});
}

static void find_in_problem(struct view *view, const struct problem_type *problem)
{
    struct ordinals ordinals;
    ordinals_of(view->registry, problem, &ordinals);
    size_t count = ordinals.first_optional - ordinals.first_required;
    const struct parameter *parameters =
        parameters_of(view->maker.arena, problem->code.text, &ordinals, ordinals.first_required,
                      ordinals.first_optional);
    find_setters(view, problem->code.text, &ordinals, ordinals.first_optional, ordinals.count);
    view->raise_numbers[problem->index] =
        number_of(view, &view->raises, key_of(view, parameters, count),
                  (struct signature){.problem = problem});
}

void view_find_signatures(struct view *view)
{
    const struct registry *registry = view->registry;
    struct arena *scratch = view->maker.arena;
    struct ordinals ordinals;
    view->raise_numbers =
        arena_array(view->arena, registry->problem_count, sizeof *view->raise_numbers);
    for (size_t i = 0; i < registry->problem_count; i++) {
        struct arena_mark mark = arena_mark(scratch);
        find_in_problem(view, &registry->problems[i]);
        arena_release(scratch, mark);
    }
    if (registry->problem_count == 0)
        return;
    ordinals_of(registry, &registry->problems[0], &ordinals);
    find_setters(view, TEXT(""), &ordinals, 0, ordinals.first_required);
}

static struct value signature_parameters(struct value_maker *maker, const void *of, size_t offset);

static struct value signature_number(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value(((const struct signature *)of)->number);
}

static const struct value_getter signature_getters[] = {
    {"number", signature_number, 0},
    {"parameters", signature_parameters, 0},
};
static const struct value_class signature_class = VALUE_CLASS(signature_getters);

static struct value signature_at(const struct value_items *items, size_t i)
{
    const struct signatures *signatures = items->of;
    return object_value(items->maker, &signature_class, &signatures->items[i]);
}

struct value view_signatures(struct value_maker *maker, const struct signatures *signatures)
{
    return items_value((struct value_items){signature_at, maker, signatures}, signatures->count);
}

/* ---------------------------------------------------------------- setters */

static struct value setter_name(struct value_maker *maker, const void *of, size_t offset)
{
    const struct setter *setter = of;
    struct text name = lower_name(maker->arena, setter->parameter.member->name.text);
    (void)offset;
    if (setter->problem == NULL)
        return identifier_value(name);
    const struct text parts[] = {lower_name(maker->arena, setter->problem->code.text), TEXT("_"),
                                 name};
    return identifier_value(arena_join(maker->arena, parts, 3));
}

static struct value setter_member(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return identifier_value(((const struct setter *)of)->parameter.member->name.text);
}

static struct value setter_index(struct value_maker *maker, const void *of, size_t offset)
{
    const struct problem_type *problem = ((const struct setter *)of)->problem;
    (void)maker, (void)offset;
    return integer_value(problem ? (int64_t)problem->index : PROBLEM_ANY);
}

static struct value setter_ordinal(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value(((const struct setter *)of)->parameter.ordinal);
}

static struct value setter_signature(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return integer_value(setter_number(view_of(maker), &((const struct setter *)of)->parameter));
}

static struct value lone_parameter(const struct value_items *items, size_t i)
{
    (void)i;
    return object_value(items->maker, &lone_parameter_class, items->of);
}

static struct value lone_parameters(struct value_maker *maker, const struct parameter *parameter)
{
    return items_value((struct value_items){lone_parameter, maker, parameter}, 1);
}

static struct value setter_parameters(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return lone_parameters(maker, &((const struct setter *)of)->parameter);
}

static struct value signature_parameters(struct value_maker *maker, const void *of, size_t offset)
{
    const struct signature *signature = of;
    (void)offset;
    return signature->problem ? view_parameters(maker, signature->problem)
                              : lone_parameters(maker, &signature->parameter);
}

static const struct value_getter setter_getters[] = {
    {"name", setter_name, 0},           {"member", setter_member, 0},
    {"index", setter_index, 0},         {"ordinal", setter_ordinal, 0},
    {"signature", setter_signature, 0}, {"parameters", setter_parameters, 0},
};
static const struct value_class setter_class = VALUE_CLASS(setter_getters);

static struct value setter_at(const struct value_items *items, size_t i)
{
    return object_value(items->maker, &setter_class, (const struct setter *)items->of + i);
}

/* Of the problem's optional members; NULL: of those that every problem has. */
struct value view_setters(struct value_maker *maker, const struct problem_type *problem)
{
    const struct registry *registry = view_of(maker)->registry;
    struct ordinals ordinals = {0};
    if (problem || registry->problem_count)
        ordinals_of(registry, problem ? problem : &registry->problems[0], &ordinals);
    unsigned begin = problem ? ordinals.first_optional : 0;
    unsigned end = problem ? ordinals.count : ordinals.first_required;
    struct text owner = problem ? problem->code.text : TEXT("");
    struct setter *setters = arena_array(maker->arena, end - begin, sizeof *setters);
    for (unsigned i = begin; i < end; i++)
        setters[i - begin] = (struct setter){problem, {ordinals.members[i], owner, 1, i}};
    return items_value((struct value_items){setter_at, maker, setters}, end - begin);
}
