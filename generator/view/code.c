/*
 * What the C header and source need: enums, parameters, and one signature for all raises with the
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

static struct passing passing_of(struct view *view, struct text owner, const struct member *member,
                                 const struct shape *shape)
{
    switch (shape->type) {
    case MEMBER_DECIMAL:
        return (struct passing){TEXT("struct problem_decimal "), "decimal"};
    case MEMBER_NUMBER:
        return (struct passing){TEXT("double "), "number"};
    case MEMBER_BOOLEAN:
        return (struct passing){TEXT("bool "), "boolean"};
    case MEMBER_ENUM:
        return (struct passing){arena_format(view->arena, "enum %.*s_%.*s ", TEXT_ARGS(view->lower),
                                             TEXT_ARGS(enum_name(view->arena, owner, member))),
                                "enum"};
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
static struct text array_type(struct view *view, struct text item)
{
    if (text_ends_with(item, TEXT("*")))
        return arena_format(view->arena, "%.*sconst *", TEXT_ARGS(item));
    return arena_format(view->arena, "const %.*s*", TEXT_ARGS(item));
}

/* What the documentation says of a parameter: what it means, and that it stays inside. */
static struct value *parameter_note(struct view *view, const struct member *member)
{
    struct text text = member->description.text;
    if (member->audience.value != AUDIENCE_LOG)
        return view_string(view, member->description);
    return value_text(view->arena,
                      text.length
                          ? arena_format(view->arena, "logged, never sent. %.*s", TEXT_ARGS(text))
                          : TEXT("logged, never sent."));
}

/*
 * A parameter: how it is declared when called `value<position>`, how the runtime is called with it,
 * and what the documentation says of it.
 */
static struct value *view_parameter(struct view *view, struct text owner,
                                    const struct member *member, size_t position)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    const struct shape *shape = member->shape.of ? member->shape.of : &member->shape;
    bool list = member->shape.of != NULL, of_enum = shape->type == MEMBER_ENUM;
    struct passing passing = passing_of(view, owner, member, shape);
    struct text c_type = list ? array_type(view, passing.c_type) : passing.c_type;
    int n = (int)position;
    struct text declared, arguments;
    if (list) {
        declared = arena_format(arena, "%.*svalue%d, size_t count%d", TEXT_ARGS(c_type), n, n);
        arguments = arena_format(
            arena, of_enum ? "value%d, sizeof *value%d, count%d" : "value%d, count%d", n, n, n);
    } else {
        declared = arena_format(arena, "%.*svalue%d", TEXT_ARGS(c_type), n);
        arguments = arena_format(arena, of_enum ? "(int)value%d" : "value%d", n);
    }
    value_set(arena, map, "name", value_identifier(arena, lower_name(arena, member->name.text)));
    value_set(arena, map, "c_type", value_identifier(arena, c_type));
    value_set(arena, map, "list", value_boolean(arena, list));
    value_set(arena, map, "declaration", value_identifier(arena, declared));
    value_set(arena, map, "put",
              value_identifier(arena, arena_format(arena, "%s%s", passing.put, list ? "s" : "")));
    value_set(arena, map, "arguments", value_identifier(arena, arguments));
    value_set(arena, map, "note", parameter_note(view, member));
    return map;
}

/* ---------------------------------------------------------------- signatures */

/* The number of the signature with these parameters, which is added to `list` when it is new. */
static int64_t signature_of(struct view *view, struct map *numbers, struct value *list,
                            struct value *parameters)
{
    struct arena *arena = view->arena;
    struct buffer key = buffer_create(arena);
    size_t number;
    for (size_t i = 0; i < parameters->as.list.count; i++) {
        const struct value *declared = value_get(parameters->as.list.items[i], TEXT("declaration"));
        buffer_text(&key, declared->as.text);
        buffer_string(&key, ", ");
    }
    if (map_get(numbers, buffer_contents(&key), &number))
        return (int64_t)number;
    number = list->as.list.count + 1;
    map_add(arena, numbers, buffer_contents(&key), number);
    struct value *signature = value_map(arena);
    value_set(arena, signature, "number", value_integer(arena, (int64_t)number));
    value_set(arena, signature, "parameters", parameters);
    value_add(arena, list, signature);
    return (int64_t)number;
}

/* `problem` is NULL for a member that every problem has. */
static struct value *view_setter(struct view *view, const struct problem_type *problem,
                                 struct text c_name, const struct member *member, unsigned ordinal)
{
    struct text owner = problem ? problem->code.text : TEXT("");
    struct arena *arena = view->arena;
    struct value *map = value_map(arena), *parameters = value_list(arena);
    value_add(arena, parameters, view_parameter(view, owner, member, 1));
    value_set(arena, map, "name", value_identifier(arena, c_name));
    value_set(arena, map, "member", value_identifier(arena, member->name.text));
    value_set(arena, map, "index",
              value_integer(arena, problem ? (int64_t)problem->index : PROBLEM_ANY));
    value_set(arena, map, "ordinal", value_integer(arena, ordinal));
    value_set(
        arena, map, "signature",
        value_integer(arena, signature_of(view, &view->setter_numbers, view->setters, parameters)));
    value_set(arena, map, "parameters", parameters);
    return map;
}

/* Parameters of members [begin, end), numbered from 1, each with the ordinal it is put at. */
static struct value *view_parameters(struct view *view, struct text owner,
                                     const struct ordinals *ordinals, unsigned begin, unsigned end)
{
    struct value *list = value_list(view->arena);
    for (unsigned i = begin; i < end; i++) {
        struct value *parameter = view_parameter(view, owner, ordinals->members[i], i - begin + 1);
        value_set(view->arena, parameter, "ordinal", value_integer(view->arena, i));
        value_add(view->arena, list, parameter);
    }
    return list;
}

void view_problem_code(struct view *view, const struct problem_type *problem, struct value *map)
{
    struct arena *arena = view->arena;
    struct text code = problem->code.text, name = lower_name(arena, code);
    struct ordinals ordinals;
    ordinals_of(view->registry, problem, &ordinals);
    struct value *parameters =
        view_parameters(view, code, &ordinals, ordinals.first_required, ordinals.first_optional);
    struct value *setters = value_list(arena);
    for (unsigned i = ordinals.first_optional; i < ordinals.count; i++) {
        const struct member *member = ordinals.members[i];
        struct text setter = arena_format(arena, "%.*s_%.*s", TEXT_ARGS(name),
                                          TEXT_ARGS(lower_name(arena, member->name.text)));
        value_add(arena, setters, view_setter(view, problem, setter, member, i));
    }
    value_set(arena, map, "name", value_identifier(arena, name));
    value_set(arena, map, "constant",
              value_identifier(arena, problem_constant(arena, view->registry, problem)));
    value_set(arena, map, "number", value_integer(arena, problem->number));
    value_set(arena, map, "index", value_integer(arena, (int64_t)problem->index));
    value_set(arena, map, "signature",
              value_integer(arena, signature_of(view, &view->signature_numbers, view->signatures,
                                                parameters)));
    value_set(arena, map, "parameters", parameters);
    value_set(arena, map, "setters", setters);
}

/* ---------------------------------------------------------------- rules */

struct value *view_rules(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < view->registry->rule_count; i++) {
        const struct rule *rule = &view->registry->rules[i];
        struct value *map = value_map(arena), *parameters = value_list(arena);
        for (size_t k = 0; k < rule->members.count; k++) {
            struct value *parameter =
                view_parameter(view, rule->name.text, &rule->members.items[k], k + 1);
            value_set(arena, parameter, "ordinal", value_integer(arena, (int64_t)k));
            value_add(arena, parameters, parameter);
        }
        value_set(arena, map, "rule", value_identifier(arena, rule->name.text));
        value_set(arena, map, "name", value_identifier(arena, lower_name(arena, rule->name.text)));
        value_set(arena, map, "index", value_integer(arena, (int64_t)rule->index));
        value_set(arena, map, "detail", value_text(arena, rule->detail.raw.text));
        value_set(arena, map, "description", view_string(view, rule->description));
        value_set(arena, map, "members", view_members(view, &rule->members));
        value_set(arena, map, "parameters", parameters);
        value_add(arena, list, map);
    }
    return list;
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

/* ---------------------------------------------------------------- tables */

enum {
    PIECE_MAX = 4000, /* bytes of one string literal: C99 promises 4,095 */
};

static void add_chunk(struct view *view, struct value *list, const struct chunk *chunk)
{
    struct arena *arena = view->arena;
    for (size_t at = 0; at < chunk->length; at += PIECE_MAX) {
        struct value *map = value_map(arena);
        size_t left = chunk->length - at, size = left < PIECE_MAX ? left : PIECE_MAX;
        int number = (int)list->as.list.count;
        bool first = at == 0;
        value_set(arena, map, "name",
                  value_identifier(arena, arena_format(arena, "%s_%d", chunk->part, number)));
        value_set(arena, map, "about",
                  first && chunk->about.length ? value_text(arena, chunk->about)
                                               : value_absent(arena));
        value_set(arena, map, "size", value_integer(arena, (int64_t)size));
        value_set(arena, map, "bytes",
                  value_bytes(arena, text_slice(view->image->bytes, chunk->offset + at, size)));
        value_add(arena, list, map);
    }
}

static struct value *view_tables(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena), *chunks = value_list(arena);
    for (size_t i = 0; i < view->image->chunk_count; i++)
        add_chunk(view, chunks, &view->image->chunks[i]);
    value_set(arena, map, "size", value_integer(arena, (int64_t)view->image->bytes.length));
    value_set(arena, map, "chunks", chunks);
    return map;
}

void view_registry_code(struct view *view, struct value *map)
{
    struct arena *arena = view->arena;
    struct enum_list enums = {view, value_list(arena)};
    struct value *setters = value_list(arena);
    struct ordinals ordinals = {0};
    names_each_enum(arena, view->registry, add_enum, &enums);
    if (view->registry->problem_count)
        ordinals_of(view->registry, &view->registry->problems[0], &ordinals);
    for (unsigned i = 0; i < ordinals.first_required; i++)
        value_add(arena, setters,
                  view_setter(view, NULL, lower_name(arena, ordinals.members[i]->name.text),
                              ordinals.members[i], i));
    value_set(arena, map, "lower", value_identifier(arena, view->lower));
    value_set(arena, map, "upper", value_identifier(arena, view->upper));
    value_set(arena, map, "abi", value_integer(arena, PROBLEM_ABI));
    value_set(arena, map, "digest",
              value_identifier(arena, arena_format(arena, "0x%016llx",
                                                   (unsigned long long)view->image->digest)));
    value_set(arena, map, "response_max", value_integer(arena, (int64_t)view->image->response_max));
    value_set(arena, map, "numbered",
              value_boolean(arena, view->registry->problem_count &&
                                       span_is_set(view->registry->problems[0].id.span)));
    value_set(arena, map, "enums", enums.list);
    value_set(arena, map, "setters", setters);
    value_set(arena, map, "raise_signatures", view->signatures);
    value_set(arena, map, "set_signatures", view->setters);
    value_set(arena, map, "tables", view_tables(view));
}
