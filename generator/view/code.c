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

/* ---------------------------------------------------------------- tables */

enum {
    PIECE_MAX = 4000, /* bytes of one string literal: C99 promises 4,095 */
};

/* A literal: bytes of a chunk from `at` on. */
struct piece_of_chunk {
    const struct chunk *chunk;
    size_t at, number;
};

static struct value piece_name(struct value_maker *maker, const void *of, size_t offset)
{
    const struct piece_of_chunk *piece = of;
    struct buffer name = buffer_create(maker->arena);
    (void)offset;
    buffer_string(&name, piece->chunk->part);
    buffer_byte(&name, '_');
    buffer_integer(&name, (int64_t)piece->number);
    return identifier_value(buffer_contents(&name));
}

static struct value piece_about(struct value_maker *maker, const void *of, size_t offset)
{
    const struct piece_of_chunk *piece = of;
    (void)maker, (void)offset;
    return piece->at == 0 && piece->chunk->about.length ? text_value(piece->chunk->about)
                                                        : absent_value();
}

static size_t piece_length(const struct piece_of_chunk *piece)
{
    size_t left = piece->chunk->length - piece->at;
    return left < PIECE_MAX ? left : PIECE_MAX;
}

static struct value piece_size(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value((int64_t)piece_length(of));
}

static struct value piece_bytes(struct value_maker *maker, const void *of, size_t offset)
{
    const struct piece_of_chunk *piece = of;
    (void)offset;
    return bytes_value(text_slice(view_of(maker)->image.bytes, piece->chunk->offset + piece->at,
                                  piece_length(piece)));
}

static const struct value_getter piece_getters[] = {
    {"name", piece_name, 0},
    {"about", piece_about, 0},
    {"size", piece_size, 0},
    {"bytes", piece_bytes, 0},
};
static const struct value_class piece_class = VALUE_CLASS(piece_getters);

/* Which piece is the first of each chunk, and behind these how many there are. */
struct first_pieces {
    uint32_t *of_chunk;
    size_t chunk_count;
};

static struct first_pieces *first_pieces(struct view *view)
{
    size_t count = view->image.chunk_count;
    struct first_pieces *first = arena_allocate(view->arena, sizeof *first);
    uint32_t *at = arena_array(view->arena, count + 1, sizeof *at);
    for (size_t i = 0; i < count; i++)
        at[i + 1] = at[i] + (uint32_t)((view->image.chunks[i].length + PIECE_MAX - 1) / PIECE_MAX);
    *first = (struct first_pieces){at, count};
    return first;
}

static struct value piece_at(const struct value_items *items, size_t i)
{
    const struct first_pieces *pieces = items->of;
    const uint32_t *first = pieces->of_chunk;
    size_t low = 0, high = pieces->chunk_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (first[middle] <= i)
            low = middle;
        else
            high = middle;
    }
    struct piece_of_chunk *piece = arena_allocate(items->maker->arena, sizeof *piece);
    *piece = (struct piece_of_chunk){&view_of(items->maker)->image.chunks[low],
                                     (i - first[low]) * PIECE_MAX, i};
    return object_value(items->maker, &piece_class, piece);
}

static struct value *view_tables(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    const struct first_pieces *first = first_pieces(view);
    value_set(arena, map, "size", value_integer(arena, (int64_t)view->image.bytes.length));
    value_set(arena, map, "chunks",
              value_put(arena, items_value((struct value_items){piece_at, &view->maker, first},
                                           first->of_chunk[first->chunk_count])));
    return map;
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
