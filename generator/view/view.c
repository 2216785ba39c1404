#include "view/view.h"

#include "names/names.h"
#include "problem.h"

struct value *view_string(struct view *view, struct string string)
{
    return string.text.length ? value_text(view->arena, string.text) : value_absent(view->arena);
}

struct value *view_word(struct view *view, const char *word)
{
    return value_identifier(view->arena, text_of(word));
}

static struct value *view_strings(struct view *view, const struct strings *strings)
{
    struct value *list = value_list(view->arena);
    for (size_t i = 0; i < strings->count; i++)
        value_add(view->arena, list, value_text(view->arena, strings->items[i].text));
    return list;
}

static struct value *view_headers(struct view *view, const struct headers *headers)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < headers->count; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "name", value_text(arena, headers->items[i].name.text));
        value_set(arena, map, "value", value_text(arena, headers->items[i].value.raw.text));
        value_add(arena, list, map);
    }
    return list;
}

static struct value *view_links(struct view *view, const struct links *links)
{
    struct arena *arena = view->arena;
    struct value *list = value_list(arena);
    for (size_t i = 0; i < links->count; i++) {
        struct value *map = value_map(arena);
        value_set(arena, map, "title", value_text(arena, links->items[i].title.text));
        value_set(arena, map, "url", value_text(arena, links->items[i].url.text));
        value_add(arena, list, map);
    }
    return list;
}

static struct value *view_deprecated(struct view *view, const struct deprecated *deprecated)
{
    struct arena *arena = view->arena;
    if (deprecated == NULL)
        return value_absent(arena);
    struct value *map = value_map(arena);
    value_set(arena, map, "since", view_string(view, deprecated->since));
    value_set(arena, map, "replaced_by", view_string(view, deprecated->replaced_by));
    value_set(arena, map, "sunset", view_string(view, deprecated->sunset));
    return map;
}

static struct value *view_operator(struct view *view, const struct operator_notes *notes)
{
    struct arena *arena = view->arena;
    if (notes == NULL)
        return value_absent(arena);
    struct value *map = value_map(arena);
    value_set(arena, map, "runbook", view_string(view, notes->runbook));
    value_set(arena, map, "owner", view_string(view, notes->owner));
    value_set(arena, map, "notes", view_string(view, notes->notes));
    return map;
}

static struct value *view_violation_names(struct view *view, const struct violation_names *names)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    value_set(arena, map, "pointer", view_string(view, names->pointer));
    value_set(arena, map, "parameter", view_string(view, names->parameter));
    value_set(arena, map, "header", view_string(view, names->header));
    value_set(arena, map, "detail", view_string(view, names->detail));
    value_set(arena, map, "rule", view_string(view, names->rule));
    value_set(arena, map, "omitted", view_string(view, names->omitted));
    return map;
}

static struct value *view_violations(struct view *view, const struct violations *violations)
{
    struct arena *arena = view->arena;
    if (violations == NULL)
        return value_absent(arena);
    struct value *map = value_map(arena), *rules = value_list(arena);
    for (size_t i = 0; i < violations->rule_count; i++)
        value_add(arena, rules, value_identifier(arena, violations->rules[i]->name.text));
    value_set(arena, map, "member", value_text(arena, violations->member.text));
    value_set(arena, map, "max", value_integer(arena, violations->max.value));
    value_set(arena, map, "rules", rules);
    value_set(arena, map, "names", view_violation_names(view, &violations->names));
    value_set(arena, map, "pointer_style",
              view_word(view, pointer_style_names[violations->pointer_style.value]));
    return map;
}

static struct value *view_problem(struct view *view, const struct problem_type *problem)
{
    struct arena *arena = view->arena;
    struct value *map = value_map(arena);
    const struct problem_type *concealed = problem->concealed_as;
    value_set(arena, map, "code", value_identifier(arena, problem->code.text));
    value_set(arena, map, "id",
              span_is_set(problem->id.span) ? value_integer(arena, problem->id.value)
                                            : value_absent(arena));
    value_set(arena, map, "status", value_integer(arena, problem->status.value));
    value_set(arena, map, "reason",
              value_text(arena, text_of(problem_reason((int)problem->status.value))));
    value_set(arena, map, "type", value_text(arena, problem->type_uri));
    value_set(arena, map, "title", value_text(arena, problem->title.text));
    value_set(arena, map, "detail", view_string(view, problem->detail.raw));
    value_set(arena, map, "members", view_members(view, &problem->members));
    value_set(arena, map, "headers", view_headers(view, &problem->headers));
    value_set(arena, map, "description", view_string(view, problem->description));
    value_set(arena, map, "help", view_string(view, problem->help));
    value_set(arena, map, "retry", view_word(view, retry_names[problem_type_retry(problem)]));
    value_set(arena, map, "log", view_word(view, log_names[problem_type_log(problem)]));
    value_set(arena, map, "concealed_as",
              concealed ? value_identifier(arena, concealed->code.text) : value_absent(arena));
    value_set(arena, map, "violations", view_violations(view, problem->violations));
    value_set(arena, map, "operator", view_operator(view, problem->operator_notes));
    value_set(arena, map, "since", view_string(view, problem->since));
    value_set(arena, map, "deprecated", view_deprecated(view, problem->deprecated));
    value_set(arena, map, "tags", view_strings(view, &problem->tags));
    value_set(arena, map, "links", view_links(view, &problem->links));
    value_set(arena, map, "body_max",
              value_integer(arena, (int64_t)view->image->body_max[problem->index]));
    view_problem_code(view, problem, map);
    return map;
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
    value_set(arena, map, "members", view_members(view, &registry->members));
    value_set(arena, map, "file", value_text(arena, file_name(registry->source->name)));
    return map;
}

struct value *view_create(const struct registry *registry, const struct image *image,
                          struct arena *arena)
{
    struct c_names names = c_names_of(arena, registry);
    struct view view = {
        .arena = arena,
        .registry = registry,
        .image = image,
        .lower = names.lower,
        .upper = names.upper,
        .signatures = value_list(arena),
        .setters = value_list(arena),
    };
    struct value *root = value_map(arena), *problems = value_list(arena);
    for (size_t i = 0; i < registry->problem_count; i++)
        value_add(arena, problems, view_problem(&view, &registry->problems[i]));
    value_set(arena, root, "registry", view_registry(&view));
    value_set(arena, root, "problems", problems);
    value_set(arena, root, "rules", view_rules(&view));
    value_set(arena, root, "reserved", view_reserved(&view));
    value_set(arena, root, "sources", view_sources(&view));
    value_set(arena, root, "source", value_absent(arena));
    view_registry_code(&view, root);
    return root;
}
