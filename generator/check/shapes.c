/*
 * Shapes: the limits that a type's definition sets. A named type is looked at once, where it is
 * declared.
 */
#include "check/checks.h"

enum {
    SCALE_MAX = 18, /* digits after the point that 64 bits hold */
    IDENTIFIER_MAX = 256,
    STRING_MAX = 1024,
    LIST_MAX = 256,
    ENUM_VALUES_MAX = 255,
    ENUM_VALUE_MAX = 64,
};

static const int64_t SAFE_INTEGER = ((int64_t)1 << 53) - 1; /* what a double holds exactly */

/* A definition: whose it is, and where its text is. */
struct definition {
    struct check_run *run;
    const struct problem_type *problem; /* NULL: a type's, a rule's or the registry's own */
    struct string name;                 /* of the member or type */
    bool hidden;                        /* its values get to nobody but the log */
    uint32_t end;                       /* where its text ends, at the latest */
    const struct shape *shape;
    struct span type_span; /* of its type's name */
};

/* What seems to be missing may only be unreadable. */
static bool is_faulty(const struct definition *definition)
{
    return check_faulty(definition->run, definition->name.span.begin, definition->end);
}

static bool is_safe(int64_t value)
{
    return value >= -SAFE_INTEGER && value <= SAFE_INTEGER;
}

/* ---------------------------------------------------------------- numbers */

static void unsafe_limit(const struct definition *definition, struct integer limit,
                         const char *which)
{
    struct diagnostic *finding = check_report(
        definition->run, "unsafe-integer", definition->problem, limit.span,
        "%s is beyond 9007199254740991, the greatest integer that every JSON parser keeps exactly",
        which);
    check_help(finding, "add  as: string");
}

static void check_integer(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    bool wide = shape->limits->as_string.value;
    bool low = !wide && !is_safe(shape->limits->minimum.value),
         high = !wide && !is_safe(shape->limits->maximum.value);
    if (low)
        unsafe_limit(definition, shape->limits->minimum, "min");
    if (high)
        unsafe_limit(definition, shape->limits->maximum, "max");
    if (low || high || shape->limits->minimum.value <= shape->limits->maximum.value)
        return;
    bool at_max = span_is_set(shape->limits->maximum.span);
    struct diagnostic *finding = check_report(
        definition->run, "empty-range", definition->problem,
        at_max ? shape->limits->maximum.span : shape->limits->minimum.span,
        "no value of %.*s fits: min is greater than max", TEXT_ARGS(definition->name.text));
    if (at_max && span_is_set(shape->limits->minimum.span))
        check_note(finding, shape->limits->minimum.span, "min is set here");
}

static void bad_scale(const struct definition *definition, struct span span, const char *message)
{
    check_report(definition->run, "bad-scale", definition->problem, span, "%s", message);
}

static void check_decimal(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    struct integer least = shape->limits->scale_min, most = shape->limits->scale_max;
    if (!span_is_set(least.span) || !span_is_set(most.span)) {
        if (is_faulty(definition))
            return;
        struct diagnostic *finding =
            check_report(definition->run, "bad-scale", definition->problem, definition->type_span,
                         "a decimal needs a scale: how many digits follow the point");
        check_help(finding, "add  scale: 2");
        return;
    }
    if (least.value < 0 || least.value > SCALE_MAX)
        bad_scale(definition, least.span, "a scale is 0 to 18");
    else if (most.value < 0 || most.value > SCALE_MAX)
        bad_scale(definition, most.span, "a scale is 0 to 18");
    else if (least.value > most.value)
        bad_scale(definition, least.span, "a scale is written as [least, most]");
}

/* ---------------------------------------------------------------- sizes */

static int64_t greatest_max(enum member_type type)
{
    switch (type) {
    case MEMBER_IDENTIFIER:
        return IDENTIFIER_MAX;
    case MEMBER_LIST:
        return LIST_MAX;
    default:
        return STRING_MAX;
    }
}

static void check_max(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    int64_t greatest = greatest_max(shape->type);
    if (!span_is_set(shape->max.span) || (shape->max.value >= 1 && shape->max.value <= greatest))
        return;
    check_report(definition->run, "bad-max", definition->problem, shape->max.span,
                 "max is 1 to %lld %s here", (long long)greatest,
                 shape->type == MEMBER_LIST ? "items" : "bytes");
}

static void check_text(const struct definition *definition)
{
    if (definition->hidden || span_is_set(definition->shape->limits->safe.span) ||
        is_faulty(definition))
        return;
    struct diagnostic *finding =
        check_report(definition->run, "missing-safe", definition->problem, definition->type_span,
                     "free text may carry anything to callers");
    check_help(finding, "say why it may be shown:  safe: \"...\"; or use enum or identifier, or "
                        "audience: log");
}

/* ---------------------------------------------------------------- enums */

static bool is_enum_byte(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/* Why the value can't be sent in bodies and headers alike, or NULL. */
static const char *value_fault(struct text value)
{
    if (value.length == 0)
        return "is empty";
    if (value.length > ENUM_VALUE_MAX)
        return "has more than 64 bytes";
    for (size_t i = 0; i < value.length; i++)
        if (!is_enum_byte(value.bytes[i]))
            return "holds more than printable ASCII without \" and \\";
    if (value.bytes[0] == ' ' || value.bytes[value.length - 1] == ' ')
        return "begins or ends with a blank";
    return NULL;
}

static void check_enum_values(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    struct map seen = {0};
    for (size_t i = 0; i < shape->value_count; i++) {
        struct string value = shape->values[i].name;
        const char *fault = value_fault(value.text);
        size_t first;
        if (fault) {
            check_report(definition->run, "bad-enum", definition->problem, value.span,
                         "this value of %.*s %s", TEXT_ARGS(definition->name.text), fault);
        } else if (map_get(&seen, value.text, &first)) {
            struct diagnostic *finding =
                check_report(definition->run, "bad-enum", definition->problem, value.span,
                             "%.*s is a value of %.*s already", TEXT_ARGS(value.text),
                             TEXT_ARGS(definition->name.text));
            check_note(finding, shape->values[first].name.span, "first declared here");
        } else {
            map_add(definition->run->arena, &seen, value.text, i);
        }
    }
}

static void check_enum(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    struct span span = span_is_set(shape->limits->values_span) ? shape->limits->values_span
                                                               : definition->type_span;
    if (shape->value_count == 0 && !is_faulty(definition)) {
        struct diagnostic *finding = check_report(definition->run, "bad-enum", definition->problem,
                                                  span, "an enum needs values to choose from");
        check_help(finding, "add  values: [first, second]");
    } else if (shape->value_count > ENUM_VALUES_MAX) {
        check_report(definition->run, "bad-enum", definition->problem,
                     shape->values[ENUM_VALUES_MAX].name.span, "an enum has at most %d values",
                     ENUM_VALUES_MAX);
    } else {
        check_enum_values(definition);
    }
}

/* ---------------------------------------------------------------- lists and constants */

static void check_shape(const struct definition *definition);

static void check_list(const struct definition *definition)
{
    const struct shape *of = definition->shape->of;
    if (of == NULL) {
        if (is_faulty(definition))
            return;
        struct diagnostic *finding =
            check_report(definition->run, "bad-list", definition->problem, definition->type_span,
                         "a list needs to say what its items are");
        check_help(finding, "add  of: integer");
    } else if (of->type == MEMBER_LIST || of->type == MEMBER_CONSTANT) {
        if (is_faulty(definition)) /* a type that is made of itself */
            return;
        check_report(definition->run, "bad-list", definition->problem, of->span,
                     "the items of a list can't be %s",
                     of->type == MEMBER_LIST ? "lists" : "constants");
    } else if (of->named == NULL) {
        struct definition item = *definition;
        item.shape = of;
        item.type_span = of->span;
        check_shape(&item);
    }
}

/* Whether the digits, as integer_syntax has them, give a number within +-(2^53 - 1). */
static bool is_safe_text(struct text digits)
{
    size_t sign = digits.length && digits.bytes[0] == '-';
    struct text number = text_slice(digits, sign, digits.length);
    struct text greatest = TEXT("9007199254740991");
    return number.length < greatest.length ||
           (number.length == greatest.length && text_compare(number, greatest) <= 0);
}

static void check_constant(const struct definition *definition)
{
    const struct shape *shape = definition->shape;
    if (!span_is_set(shape->limits->value.span)) {
        if (is_faulty(definition))
            return;
        struct diagnostic *finding =
            check_report(definition->run, "bad-constant", definition->problem,
                         definition->type_span, "a constant needs a value");
        check_help(finding, "add  value: text");
    } else if (shape->limits->constant == CONSTANT_INTEGER &&
               !is_safe_text(shape->limits->value.text)) {
        struct diagnostic *finding = check_report(
            definition->run, "unsafe-integer", definition->problem, shape->limits->value.span,
            "the value is beyond 9007199254740991, the greatest integer that every JSON parser "
            "keeps exactly");
        check_help(finding, "send it as a text:  value: \"%.*s\"",
                   TEXT_ARGS(shape->limits->value.text));
    }
}

static void check_shape(const struct definition *definition)
{
    switch (definition->shape->type) {
    case MEMBER_INTEGER:
        check_integer(definition);
        return;
    case MEMBER_DECIMAL:
        check_decimal(definition);
        return;
    case MEMBER_ENUM:
        check_enum(definition);
        return;
    case MEMBER_TEXT:
        check_text(definition);
        check_max(definition);
        return;
    case MEMBER_IDENTIFIER:
    case MEMBER_URI:
    case MEMBER_POINTER:
        check_max(definition);
        return;
    case MEMBER_LIST:
        check_max(definition);
        check_list(definition);
        return;
    case MEMBER_CONSTANT:
        check_constant(definition);
        return;
    default:
        return;
    }
}

/* ---------------------------------------------------------------- every definition */

static uint32_t file_end(const struct check_run *run, struct span span)
{
    const struct source *source = source_of(run->sources, span);
    return source ? source->base + (uint32_t)source->bytes.length : UINT32_MAX;
}

/* Marks the named types whose values callers get to see. `shown` stands beside the types. */
static void mark_shown(const struct registry *registry, const struct members *members, bool *shown)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct shape *shape = members->items[i].shape;
        if (members->items[i].audience.value == AUDIENCE_LOG)
            continue;
        if (shape->named)
            shown[shape->named - registry->types] = true;
        if (shape->of && shape->of->named)
            shown[shape->of->named - registry->types] = true;
    }
}

static void check_types(struct check_run *run)
{
    const struct registry *registry = run->registry;
    bool *shown = arena_array(run->arena, registry->type_count, sizeof *shown);
    mark_shown(registry, &registry->members, shown);
    for (size_t i = 0; i < registry->rule_count; i++)
        mark_shown(registry, &registry->rules[i].members, shown);
    for (size_t i = 0; i < registry->problem_count; i++)
        mark_shown(registry, &registry->problems[i].members, shown);
    for (size_t i = 0; i < registry->type_count; i++) {
        const struct named_type *type = &registry->types[i];
        bool last = i + 1 == registry->type_count;
        struct definition definition = {
            .run = run,
            .name = type->name,
            .hidden = !shown[i],
            .end = last ? file_end(run, type->name.span) : type[1].name.span.begin,
            .shape = &type->shape,
            .type_span = type->shape.span,
        };
        if (type->shape.named == type)
            check_shape(&definition);
    }
}

/* `end`: where the text of the last one ends, at the latest. */
static void check_members_shapes(struct check_run *run, const struct problem_type *problem,
                                 const struct members *members, uint32_t end)
{
    for (size_t i = 0; i < members->count; i++) {
        const struct member *member = &members->items[i];
        bool last = i + 1 == members->count;
        struct definition definition = {
            .run = run,
            .problem = problem,
            .name = member->name,
            .hidden = member->audience.value == AUDIENCE_LOG,
            .end = last ? end : member[1].name.span.begin,
            .shape = member->shape,
            .type_span = member->type_span,
        };
        if (member->shape->named == NULL)
            check_shape(&definition);
    }
}

void check_shared_shapes(struct check_run *run)
{
    const struct registry *registry = run->registry;
    check_types(run);
    check_members_shapes(run, NULL, &registry->members, UINT32_MAX);
    for (size_t i = 0; i < registry->rule_count; i++) {
        const struct rule *rule = &registry->rules[i];
        check_members_shapes(run, NULL, &rule->members, file_end(run, rule->name.span));
    }
}

void check_shapes(struct check_run *run, const struct problem_type *problem)
{
    if (problem->members.count)
        check_members_shapes(run, problem, &problem->members, check_problem_end(run, problem));
}
