#include "template/resolve.h"

bool template_first_finding(struct template_node *node)
{
    bool first = !node->reported;
    node->reported = true;
    return first;
}

static size_t field_count(const struct value *value)
{
    return value->kind == VALUE_MAP ? value->as.map.count : 0;
}

static const struct value *field_of(const struct value *value, struct text name)
{
    return value->kind == VALUE_MAP ? value_get(value, name) : NULL;
}

/* The two values in whose fields a name was looked for. */
struct candidates {
    const struct value *first, *second;
};

static struct text candidate(const void *context, size_t i)
{
    const struct candidates *candidates = context;
    size_t count = field_count(candidates->first);
    return text_of(i < count ? candidates->first->as.map.fields[i].name
                             : candidates->second->as.map.fields[i - count].name);
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
                                   struct diagnostics *diagnostics)
{
    const struct path *path = &node->path;
    for (; i < path->count && value->kind != VALUE_ABSENT; i++) {
        const struct value *field = field_of(value, path->names[i]);
        if (value->kind != VALUE_MAP)
            template_report_kind(node, i ? path->names[i - 1] : TEXT("$"), value->kind,
                                 "has no fields", diagnostics);
        else if (field == NULL)
            report_name(node, path->names[i], (struct candidates){value, value}, diagnostics);
        if (field == NULL)
            return NULL;
        value = field;
    }
    return value;
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
    *made = (struct value){.kind = VALUE_BOOLEAN};
    if (node->path.scope == PATH_FIRST)
        made->as.boolean = scope->index == 0;
    else if (node->path.scope == PATH_LAST)
        made->as.boolean = scope->index + 1 == scope->count;
    else
        *made = (struct value){VALUE_INTEGER, {.integer = (int64_t)scope->index + 1}};
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
        return descend(node, scope->root, 0, diagnostics);
    case PATH_NAME:
        value = field_of(scope->item, path->names[0]);
        if (value == NULL)
            value = field_of(scope->root, path->names[0]);
        if (value)
            return descend(node, value, 1, diagnostics);
        report_name(node, path->names[0], (struct candidates){scope->item, scope->root},
                    diagnostics);
        return NULL;
    case PATH_FIRST:
    case PATH_LAST:
    case PATH_INDEX:
        break;
    }
    return place_in_list(node, scope, diagnostics, made);
}
