#include "template/resolve.h"

bool template_first_finding(struct template_node *node)
{
    bool first = !node->reported;
    node->reported = true;
    return first;
}

static size_t field_count(const struct value *value)
{
    return value->kind == VALUE_MAP ? value_field_count(value) : 0;
}

static bool look_for_field(const struct value *map, struct path_name *name, size_t *place)
{
    size_t found = value_find(map, name->text);
    if (found == SIZE_MAX)
        return false;
    name->field = value_field_name(map, found);
    *place = found;
    return true;
}

/* Whether the map has the name; its place goes to `*place`, where it is looked for first. Names of
 * fields are literals, so that an address says which it is. */
static inline bool find_field(const struct value *map, struct path_name *name, size_t *place)
{
    if (name->field && *place < value_field_count(map) &&
        value_field_name(map, *place) == name->field)
        return true;
    return look_for_field(map, name, place);
}

/* A field that is there; `*made` holds it where the map makes it. */
static const struct value *field_at(const struct value *map, size_t place, struct value *made)
{
    if (!map->made)
        return map->as.map.fields[place].value;
    *made = value_field(map, place);
    return made;
}

/* The two values in whose fields a name was looked for. */
struct candidates {
    const struct value *first, *second;
};

static struct text candidate(const void *context, size_t i)
{
    const struct candidates *candidates = context;
    size_t count = field_count(candidates->first);
    return text_of(i < count ? value_field_name(candidates->first, i)
                             : value_field_name(candidates->second, i - count));
}

static void report_name(struct template_node *node, struct text name, struct candidates candidates,
                        struct diagnostics *diagnostics)
{
    if (!template_first_finding(node))
        return;
    struct text nearest =
        text_nearest(name, candidate, &candidates,
                     field_count(candidates.first) + field_count(candidates.second));
    struct diagnostic *finding =
        diagnose(diagnostics, SEVERITY_ERROR, "template-unknown-name", node->span,
                 "\"%.*s\" is not known here", TEXT_ARGS(name));
    if (nearest.bytes)
        diagnostic_help(finding, "did you mean %.*s?", TEXT_ARGS(nearest));
}

void template_report_kind(struct template_node *node, struct text name, enum value_kind kind,
                          const char *ruled_out, struct diagnostics *diagnostics)
{
    static const char *const kinds[] = {
        [VALUE_ABSENT] = "absent",      [VALUE_BOOLEAN] = "a boolean",
        [VALUE_INTEGER] = "an integer", [VALUE_IDENTIFIER] = "an identifier",
        [VALUE_TEXT] = "text",          [VALUE_BYTES] = "bytes",
        [VALUE_JSON] = "JSON",          [VALUE_LIST] = "a list",
        [VALUE_MAP] = "a map",
    };
    if (template_first_finding(node))
        diagnose(diagnostics, SEVERITY_ERROR, "template-kind", node->span, "\"%.*s\" is %s: it %s",
                 TEXT_ARGS(name), kinds[kind], ruled_out);
}

/* What the path's names from `i` on lead to in `value`; an absent value has every field, absent. */
static const struct value *descend(struct template_node *node, const struct value *value, size_t i,
                                   struct diagnostics *diagnostics, struct value *made)
{
    const struct path *path = &node->path;
    for (; i < path->count && value->kind != VALUE_ABSENT; i++) {
        struct path_name *name = &path->names[i];
        if (value->kind != VALUE_MAP) {
            template_report_kind(node, i ? path->names[i - 1].text : TEXT("$"), value->kind,
                                 "has no fields", diagnostics);
            return NULL;
        }
        if (!find_field(value, name, &name->place)) {
            report_name(node, name->text, (struct candidates){value, value}, diagnostics);
            return NULL;
        }
        value = field_at(value, name->place, made);
    }
    return value;
}

/* The path's first name in the item, else in the root; NULL: it is in neither. */
static const struct value *find_first(struct template_node *node, const struct scope *scope,
                                      struct value *made)
{
    struct path *path = &node->path;
    struct path_name *name = &path->names[0];
    if (scope->item->kind == VALUE_MAP && find_field(scope->item, name, &name->place))
        return field_at(scope->item, name->place, made);
    if (scope->root->kind == VALUE_MAP && find_field(scope->root, name, &path->root_place))
        return field_at(scope->root, path->root_place, made);
    return NULL;
}

static const struct value *place_in_list(struct template_node *node, const struct scope *scope,
                                         struct diagnostics *diagnostics, struct value *made)
{
    if (scope->count == 0) {
        if (template_first_finding(node))
            diagnose(diagnostics, SEVERITY_ERROR, "template-unknown-name", node->span,
                     "\"%.*s\" is known in the items of a list only",
                     TEXT_ARGS(node->path.written));
        return NULL;
    }
    if (node->path.scope == PATH_INDEX)
        *made = integer_value((int64_t)scope->index + 1);
    else if (node->path.scope == PATH_FIRST)
        *made = boolean_value(scope->index == 0);
    else
        *made = boolean_value(scope->index + 1 == scope->count);
    return made;
}

const struct value *template_resolve(struct template_node *node, const struct scope *scope,
                                     struct diagnostics *diagnostics, struct value *made)
{
    const struct path *path = &node->path;
    const struct value *value;
    switch (path->scope) {
    case PATH_ITEM:
        return scope->item;
    case PATH_ROOT:
        return descend(node, scope->root, 0, diagnostics, made);
    case PATH_NAME:
        value = find_first(node, scope, made);
        if (value)
            return descend(node, value, 1, diagnostics, made);
        report_name(node, path->names[0].text, (struct candidates){scope->item, scope->root},
                    diagnostics);
        return NULL;
    case PATH_FIRST:
    case PATH_LAST:
    case PATH_INDEX:
        break;
    }
    return place_in_list(node, scope, diagnostics, made);
}
