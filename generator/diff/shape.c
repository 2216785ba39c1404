/*
 * The values that fit a member, and how they are written.
 */
#include "base/escape.h"
#include "diff/compare.h"
#include "pattern/pattern.h"

/* What identifiers are made of where they have no pattern. */
#define IDENTIFIER "^[A-Za-z0-9._:@-]+$"

/* Two shapes of one type. `item`: what is said of: "it " or "each item ". */
struct shapes {
    const struct subject *subject;
    const struct shape *old, *new;
    const char *item;
};

static void compare_as(struct comparison *comparison, const struct subject *subject,
                       const struct shape *old, const struct shape *new, const char *item);

/* ---------------------------------------------------------------- narrower and wider */

static struct places places_of(const struct shapes *shapes, struct span old, struct span new)
{
    return (struct places){span_or(old, span_or(shapes->old->span, shapes->subject->places.old)),
                           span_or(new, span_or(shapes->new->span, shapes->subject->places.new))};
}

static void narrowed(struct comparison *comparison, struct change *change)
{
    change_help(
        comparison, change,
        "what a service gives and no longer fits is left out, with the detail that names it");
}

static void widened(struct comparison *comparison, struct change *change)
{
    change_help(comparison, change, "callers may have relied on the old limit");
}

/* ---------------------------------------------------------------- numbers */

static struct span first_set(struct span a, struct span b)
{
    return span_is_set(a) ? a : b;
}

static void compare_range(struct comparison *comparison, const struct shapes *shapes)
{
    const struct shape *old = shapes->old, *new = shapes->new;
    bool narrower = new->limits->minimum.value > old->limits->minimum.value ||
                    new->limits->maximum.value < old->limits->maximum.value;
    bool wider = new->limits->minimum.value < old->limits->minimum.value ||
                 new->limits->maximum.value > old->limits->maximum.value;
    bool lower = new->limits->minimum.value != old->limits->minimum.value;
    struct places places =
        places_of(shapes,
                  lower ? first_set(old->limits->minimum.span, old->limits->maximum.span)
                        : first_set(old->limits->maximum.span, old->limits->minimum.span),
                  lower ? first_set(new->limits->minimum.span, new->limits->maximum.span)
                        : first_set(new->limits->maximum.span, new->limits->minimum.span));
    if (!narrower && !wider)
        return;
    struct change *change =
        change_add(comparison, narrower ? "member-narrowed" : "member-widened", shapes->subject,
                   places, "%sis %lld to %lld, was %lld to %lld", shapes->item,
                   (long long)new->limits->minimum.value, (long long)new->limits->maximum.value,
                   (long long)old->limits->minimum.value, (long long)old->limits->maximum.value);
    (narrower ? narrowed : widened)(comparison, change);
}

static struct text digits(struct comparison *comparison, const struct shape *shape)
{
    long long least = (long long)shape->limits->scale_min.value,
              most = (long long)shape->limits->scale_max.value;
    struct text range = arena_format(comparison->arena, "%lld to ", least);
    return arena_format(comparison->arena, "%s%lld", least == most ? "" : range.bytes, most);
}

/* Fewer digits at most are values that are left out. More at least are zeros at the end. */
static void compare_scale(struct comparison *comparison, const struct shapes *shapes)
{
    const struct shape *old = shapes->old, *new = shapes->new;
    int64_t least = new->limits->scale_min.value - old->limits->scale_min.value;
    int64_t most = new->limits->scale_max.value - old->limits->scale_max.value;
    if (least == 0 && most == 0)
        return;
    const char *id = most < 0                ? "member-narrowed"
                     : most > 0 || least < 0 ? "member-widened"
                                             : "member-form-changed";
    struct change *change =
        change_add(comparison, id, shapes->subject,
                   places_of(shapes, old->limits->scale_max.span, new->limits->scale_max.span),
                   "%shas a scale of %.*s, had %.*s", shapes->item,
                   TEXT_ARGS(digits(comparison, new)), TEXT_ARGS(digits(comparison, old)));
    if (most < 0)
        narrowed(comparison, change);
    else if (most > 0 || least < 0)
        widened(comparison, change);
}

/* ---------------------------------------------------------------- sizes and forms */

static void compare_max(struct comparison *comparison, const struct shapes *shapes)
{
    const struct shape *old = shapes->old, *new = shapes->new;
    bool narrower = new->max.value < old->max.value;
    if (new->max.value == old->max.value)
        return;
    struct change *change =
        change_add(comparison, narrower ? "member-narrowed" : "member-widened", shapes->subject,
                   places_of(shapes, old->max.span, new->max.span),
                   "%shas at most %lld %s, had %lld", shapes->item, (long long)new->max.value,
                   new->type == MEMBER_LIST ? "items" : "bytes", (long long)old->max.value);
    (narrower ? narrowed : widened)(comparison, change);
}

static bool automaton_of(struct comparison *comparison, const struct shape *shape,
                         struct text *automaton)
{
    struct pattern_error error;
    *automaton = shape->limits->automaton;
    if (automaton->length)
        return true;
    return !span_is_set(shape->limits->pattern.span) &&
           pattern_compile(comparison->arena, TEXT(IDENTIFIER), automaton, &error);
}

/* By the texts that fit, however they are described. */
static void compare_pattern(struct comparison *comparison, const struct shapes *shapes)
{
    const struct shape *old = shapes->old, *new = shapes->new;
    struct text before, after;
    if (text_equal(old->limits->pattern.text, new->limits->pattern.text) ||
        !automaton_of(comparison, old, &before) || !automaton_of(comparison, new, &after))
        return;
    bool narrower = !pattern_within(before, after, comparison->arena);
    bool wider = !pattern_within(after, before, comparison->arena);
    struct places places = places_of(shapes, old->limits->pattern.span, new->limits->pattern.span);
    if (narrower)
        narrowed(comparison,
                 change_add(comparison, "member-narrowed", shapes->subject, places,
                            wider
                                ? "%sis of another pattern: some texts fit no longer, others do now"
                                : "%sis of a pattern that fewer texts fit",
                            shapes->item));
    else if (wider)
        widened(comparison, change_add(comparison, "member-widened", shapes->subject, places,
                                       "%sis of a pattern that more texts fit", shapes->item));
}

static void compare_safe(struct comparison *comparison, const struct shapes *shapes)
{
    struct differing review = differing_create(comparison);
    differing_key(&review, "safe", shapes->old->limits->safe, shapes->new->limits->safe);
    differing_report(comparison, "review-changed", shapes->subject, &review);
}

static void compare_precision(struct comparison *comparison, const struct shapes *shapes)
{
    static const char *const units[] = {"seconds", "milliseconds", "microseconds"};
    struct choice old = shapes->old->limits->precision, new = shapes->new->limits->precision;
    if (old.value != new.value)
        change_add(comparison, new.value < old.value ? "member-narrowed" : "member-widened",
                   shapes->subject, places_of(shapes, old.span, new.span), "%sis in %s, was in %s",
                   shapes->item, units[new.value], units[old.value]);
}

/* ---------------------------------------------------------------- closed sets */

static const struct enum_value *find_value(const struct shape *shape, struct text name)
{
    for (size_t i = 0; i < shape->value_count; i++)
        if (text_equal(shape->values[i].name.text, name))
            return &shape->values[i];
    return NULL;
}

static void compare_value_texts(struct comparison *comparison, const struct shapes *shapes)
{
    struct differing docs = differing_create(comparison);
    for (size_t i = 0; i < shapes->new->value_count; i++) {
        const struct enum_value *new = &shapes->new->values[i];
        const struct enum_value *old = find_value(shapes->old, new->name.text);
        if (old)
            differing_key(&docs,
                          arena_format(comparison->arena, "the description of %.*s",
                                       TEXT_ARGS(new->name.text))
                              .bytes,
                          old->description, new->description);
    }
    differing_report(comparison, "docs-changed", shapes->subject, &docs);
}

static void compare_values(struct comparison *comparison, const struct shapes *shapes)
{
    const struct shape *old = shapes->old, *new = shapes->new;
    for (size_t i = 0; i < old->value_count; i++) {
        struct string name = old->values[i].name;
        if (find_value(new, name.text) == NULL)
            change_add(comparison, "enum-value-removed", shapes->subject,
                       places_of(shapes, name.span, new->limits->values_span),
                       "%sis never %.*s any more", shapes->item, TEXT_ARGS(name.text));
    }
    for (size_t i = 0; i < new->value_count; i++) {
        struct string name = new->values[i].name;
        if (find_value(old, name.text))
            continue;
        struct change *change =
            change_add(comparison, "enum-value-added", shapes->subject,
                       places_of(shapes, old->limits->values_span, name.span), "%smay be %.*s, too",
                       shapes->item, TEXT_ARGS(name.text));
        change_help(comparison, change,
                    "callers may not be prepared for values that they don't know");
    }
    compare_value_texts(comparison, shapes);
}

/* As in JSON: 3 is not "3". */
static struct text constant_of(struct comparison *comparison, const struct shape *shape)
{
    struct buffer json = buffer_create(comparison->arena);
    bool quoted = shape->limits->constant == CONSTANT_STRING;
    buffer_string(&json, quoted ? "\"" : "");
    if (quoted)
        escape_json(&json, shape->limits->value.text);
    else
        buffer_text(&json, shape->limits->value.text);
    buffer_string(&json, quoted ? "\"" : "");
    return buffer_contents(&json);
}

static void compare_constants(struct comparison *comparison, const struct shapes *shapes)
{
    struct text old = constant_of(comparison, shapes->old);
    struct text new = constant_of(comparison, shapes->new);
    if (!text_equal(old, new))
        change_add(
            comparison, "constant-changed", shapes->subject,
            places_of(shapes, shapes->old->limits->value.span, shapes->new->limits->value.span),
            "%sis always %.*s, was %.*s", shapes->item, TEXT_ARGS(new), TEXT_ARGS(old));
}

/* ---------------------------------------------------------------- the whole */

static void compare_limits(struct comparison *comparison, const struct shapes *shapes)
{
    switch (shapes->new->type) {
    case MEMBER_INTEGER:
        compare_range(comparison, shapes);
        return;
    case MEMBER_DECIMAL:
        compare_scale(comparison, shapes);
        return;
    case MEMBER_IDENTIFIER:
        compare_max(comparison, shapes);
        compare_pattern(comparison, shapes);
        return;
    case MEMBER_TEXT:
        compare_max(comparison, shapes);
        compare_safe(comparison, shapes);
        return;
    case MEMBER_URI:
    case MEMBER_POINTER:
        compare_max(comparison, shapes);
        return;
    case MEMBER_TIMESTAMP:
        compare_precision(comparison, shapes);
        return;
    case MEMBER_ENUM:
        compare_values(comparison, shapes);
        return;
    case MEMBER_CONSTANT:
        compare_constants(comparison, shapes);
        return;
    case MEMBER_LIST:
        compare_max(comparison, shapes);
        if (shapes->old->of && shapes->new->of)
            compare_as(comparison, shapes->subject, shapes->old->of, shapes->new->of, "each item ");
        return;
    case MEMBER_NUMBER:
    case MEMBER_BOOLEAN:
    case MEMBER_UUID:
    case MEMBER_DATE:
    case MEMBER_DURATION:
        return;
    }
}

static void compare_as(struct comparison *comparison, const struct subject *subject,
                       const struct shape *old, const struct shape *new, const char *item)
{
    struct shapes shapes = {subject, old, new, item};
    if (use_type(comparison, subject, old, new))
        return;
    if (old->type != new->type)
        change_add(comparison, "member-retyped", subject, places_of(&shapes, old->span, new->span),
                   "%sis of type %s, was %s", item, member_type_names[new->type],
                   member_type_names[old->type]);
    else if (old->limits->as_string.value != new->limits->as_string.value)
        change_add(comparison, "member-retyped", subject,
                   places_of(&shapes, old->limits->as_string.span, new->limits->as_string.span),
                   "%sis a %s of JSON, was a %s", item,
                   new->limits->as_string.value ? "string" : "number",
                   old->limits->as_string.value ? "string" : "number");
    if (old->type == new->type)
        compare_limits(comparison, &shapes);
}

void compare_shapes(struct comparison *comparison, const struct subject *subject,
                    const struct shape *old, const struct shape *new)
{
    compare_as(comparison, subject, old, new, "it ");
}
