#include "view/view.h"

#include "names/names.h"

struct value *view_string(struct view *view, struct string string)
{
    return string.text.length ? value_text(view->arena, string.text) : value_absent(view->arena);
}

struct value *view_word(struct view *view, const char *word)
{
    return value_identifier(view->arena, text_of(word));
}

static struct value *view_reserved(struct view *view)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < view->registry->reserved_count; i++) {
        const struct reserved *reserved = &view->registry->reserved[i];
        struct value *map = value_map(arena);
        value_set(arena, map, "code", value_text(arena, reserved->code.text));
        value_set(arena, map, "id",
                  span_is_set(reserved->id.span) ? value_integer(arena, reserved->id.value)
                                                 : value_absent(arena));
        value_set(arena, map, "since", view_string(view, reserved->since));
        value_set(arena, map, "replaced_by", view_string(view, reserved->replaced_by));
        value_set(arena, map, "note", view_string(view, reserved->note));
        value_add(arena, list, map);
    }
    return list;
}

/* The file's name without directories: generated files say the same wherever they are made. */
static struct text file_name(struct text path)
{
    size_t at = path.length;
    while (at && path.bytes[at - 1] != '/')
        at--;
    return text_slice(path, at, path.length);
}

static struct value *view_registry(struct view *view)
{
    struct arena *arena = view->arena;
    const struct registry *registry = view->registry;
    struct value *map = value_map(arena);
    value_set(arena, map, "name", value_identifier(arena, registry->name.text));
    value_set(arena, map, "title", value_text(arena, registry->title.text));
    value_set(arena, map, "base", value_text(arena, registry->base.text));
    value_set(arena, map, "fallback", value_identifier(arena, registry->fallback.text));
    value_set(arena, map, "instance", value_text(arena, registry->instance.text));
    value_set(arena, map, "id_header", view_string(view, registry->id_header));
    value_set(arena, map, "language", view_string(view, registry->language));
    value_set(arena, map, "discriminator", view_string(view, registry->discriminator));
    value_set(arena, map, "intro", view_string(view, registry->docs.intro));
    value_set(arena, map, "contact", view_string(view, registry->docs.contact));
    value_set(arena, map, "license", view_string(view, registry->docs.license));
    value_set(arena, map, "members",
              value_put(arena, view_members(&view->maker, &registry->members, 0)));
    value_set(arena, map, "file", value_text(arena, file_name(registry->source->name)));
    return map;
}

static struct value problem_at(const struct value_items *items, size_t i)
{
    const struct registry *registry = items->of;
    return object_value(items->maker, &view_problem_class, &registry->problems[i]);
}

static struct value view_problems(struct view *view)
{
    return items_value((struct value_items){problem_at, &view->maker, view->registry},
                       view->registry->problem_count);
}

struct value *view_create(const struct registry *registry, const struct image *image,
                          struct arena *arena)
{
    struct c_names names = c_names_of(arena, registry);
    struct view *view = arena_allocate(arena, sizeof *view);
    *view = (struct view){
        .maker = {arena_create_within(arena)},
        .arena = arena,
        .registry = registry,
        .image = *image,
        .lower = names.lower,
        .upper = names.upper,
    };
    struct value *root = value_map(arena);
    view_find_signatures(view);
    value_set(arena, root, "registry", view_registry(view));
    value_set(arena, root, "problems", value_put(arena, view_problems(view)));
    value_set(arena, root, "rules", value_put(arena, view_rules(view)));
    value_set(arena, root, "reserved", view_reserved(view));
    value_set(arena, root, "sources", view_sources(view));
    value_set(arena, root, "source", value_absent(arena));
    view_registry_code(view, root);
    return root;
}
