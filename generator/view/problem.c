/*
 * A problem in the view.
 */
#include "problem.h"
#include "names/names.h"
#include "view/view.h"

/* ---------------------------------------------------------------- parts */

static const struct value_getter header_getters[] = {
    {"name", view_text, offsetof(struct header, name)},
    {"value", view_text, offsetof(struct header, value.raw)},
};
static const struct value_class header_class = VALUE_CLASS(header_getters);

static struct value header_at(const struct value_items *items, size_t i)
{
    const struct headers *headers = items->of;
    return object_value(items->maker, &header_class, &headers->items[i]);
}

static const struct value_getter link_getters[] = {
    {"title", view_text, offsetof(struct link, title)},
    {"url", view_text, offsetof(struct link, url)},
};
static const struct value_class link_class = VALUE_CLASS(link_getters);

static struct value link_at(const struct value_items *items, size_t i)
{
    const struct links *links = items->of;
    return object_value(items->maker, &link_class, &links->items[i]);
}

static const struct value_getter deprecated_getters[] = {
    {"since", view_written, offsetof(struct deprecated, since)},
    {"replaced_by", view_written, offsetof(struct deprecated, replaced_by)},
    {"sunset", view_written, offsetof(struct deprecated, sunset)},
};
static const struct value_class deprecated_class = VALUE_CLASS(deprecated_getters);

static const struct value_getter operator_getters[] = {
    {"runbook", view_written, offsetof(struct operator_notes, runbook)},
    {"owner", view_written, offsetof(struct operator_notes, owner)},
    {"notes", view_written, offsetof(struct operator_notes, notes)},
};
static const struct value_class operator_class = VALUE_CLASS(operator_getters);

/* ---------------------------------------------------------------- field errors */

static const struct value_getter violation_name_getters[] = {
    {"pointer", view_written, offsetof(struct violation_names, pointer)},
    {"parameter", view_written, offsetof(struct violation_names, parameter)},
    {"header", view_written, offsetof(struct violation_names, header)},
    {"detail", view_written, offsetof(struct violation_names, detail)},
    {"rule", view_written, offsetof(struct violation_names, rule)},
    {"omitted", view_written, offsetof(struct violation_names, omitted)},
};
static const struct value_class violation_names_class = VALUE_CLASS(violation_name_getters);

static struct value rule_name_at(const struct value_items *items, size_t i)
{
    const struct violations *violations = items->of;
    return identifier_value(violations->rules[i]->name.text);
}

static struct value violation_rules(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return items_value((struct value_items){rule_name_at, maker, of},
                       ((const struct violations *)of)->rule_count);
}

static struct value violation_names(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return object_value(maker, &violation_names_class, &((const struct violations *)of)->names);
}

static struct value violation_style(struct value_maker *maker, const void *of, size_t offset)
{
    const struct violations *violations = of;
    (void)maker, (void)offset;
    return identifier_value(text_of(pointer_style_names[violations->pointer_style.value]));
}

static const struct value_getter violations_getters[] = {
    {"member", view_text, offsetof(struct violations, member)},
    {"max", view_number, offsetof(struct violations, max)},
    {"rules", violation_rules, 0},
    {"names", violation_names, 0},
    {"pointer_style", violation_style, 0},
};
static const struct value_class violations_class = VALUE_CLASS(violations_getters);

/* ---------------------------------------------------------------- fields */

static const struct extras *extras_of(const void *problem)
{
    return ((const struct problem_type *)problem)->extras;
}

static struct value problem_reason_text(struct value_maker *maker, const void *of, size_t offset)
{
    const struct problem_type *problem = of;
    (void)maker, (void)offset;
    return text_value(text_of(problem_reason((int)problem->status.value)));
}

static struct value problem_type_text(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return text_value(problem_type_uri(of, maker->arena));
}

static struct value problem_headers(struct value_maker *maker, const void *of, size_t offset)
{
    const struct headers *headers = &extras_of(of)->headers;
    (void)offset;
    return items_value((struct value_items){header_at, maker, headers}, headers->count);
}

static struct value problem_links(struct value_maker *maker, const void *of, size_t offset)
{
    const struct links *links = &extras_of(of)->links;
    (void)offset;
    return items_value((struct value_items){link_at, maker, links}, links->count);
}

static struct value problem_retry(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return identifier_value(text_of(retry_names[problem_type_retry(of)]));
}

static struct value problem_log(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return identifier_value(text_of(log_names[problem_type_log(of)]));
}

static struct value problem_concealed(struct value_maker *maker, const void *of, size_t offset)
{
    const struct problem_type *as = extras_of(of)->concealed_as;
    (void)maker, (void)offset;
    return as ? identifier_value(as->code.text) : absent_value();
}

static struct value object_or_absent(struct value_maker *maker, const struct value_class *class,
                                     const void *of)
{
    return of ? object_value(maker, class, of) : absent_value();
}

static struct value problem_violations(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return object_or_absent(maker, &violations_class, extras_of(of)->violations);
}

static struct value problem_operator(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return object_or_absent(maker, &operator_class, extras_of(of)->operator_notes);
}

static struct value problem_since(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return view_written(maker, extras_of(of), offsetof(struct extras, since));
}

static struct value problem_deprecated(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return object_or_absent(maker, &deprecated_class, extras_of(of)->deprecated);
}

/* ---------------------------------------------------------------- fields for C */

static struct value problem_body_bytes(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    const struct image *image = &view_of(maker)->image;
    return integer_value((int64_t)image->body_max[((const struct problem_type *)of)->index]);
}

static struct value problem_name(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return identifier_value(lower_name(maker->arena, ((const struct problem_type *)of)->code.text));
}

static struct value problem_enumerator(struct value_maker *maker, const void *of, size_t offset)
{
    struct text name = upper_name(maker->arena, ((const struct problem_type *)of)->code.text);
    const struct text parts[] = {view_of(maker)->upper, TEXT("_"), name};
    (void)offset;
    return identifier_value(arena_join(maker->arena, parts, 3));
}

static struct value problem_number(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value(((const struct problem_type *)of)->number);
}

static struct value problem_index(struct value_maker *maker, const void *of, size_t offset)
{
    (void)maker, (void)offset;
    return integer_value((int64_t)((const struct problem_type *)of)->index);
}

static struct value problem_signature(struct value_maker *maker, const void *of, size_t offset)
{
    const struct problem_type *problem = of;
    (void)offset;
    return integer_value(view_of(maker)->raise_numbers[problem->index]);
}

static struct value problem_parameters(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return view_parameters(maker, of);
}

static struct value problem_setters(struct value_maker *maker, const void *of, size_t offset)
{
    (void)offset;
    return view_setters(maker, of);
}

static const struct value_getter problem_getters[] = {
    {"code", view_name, offsetof(struct problem_type, code)},
    {"id", view_number_written, offsetof(struct problem_type, id)},
    {"status", view_number, offsetof(struct problem_type, status)},
    {"reason", problem_reason_text, 0},
    {"type", problem_type_text, 0},
    {"title", view_text, offsetof(struct problem_type, title)},
    {"detail", view_written, offsetof(struct problem_type, detail.raw)},
    {"members", view_members, offsetof(struct problem_type, members)},
    {"headers", problem_headers, 0},
    {"description", view_written, offsetof(struct problem_type, description)},
    {"help", view_written, offsetof(struct problem_type, help)},
    {"retry", problem_retry, 0},
    {"log", problem_log, 0},
    {"concealed_as", problem_concealed, 0},
    {"violations", problem_violations, 0},
    {"operator", problem_operator, 0},
    {"since", problem_since, 0},
    {"deprecated", problem_deprecated, 0},
    {"tags", view_texts, offsetof(struct problem_type, tags)},
    {"links", problem_links, 0},
    {"body_max", problem_body_bytes, 0},
    {"name", problem_name, 0},
    {"constant", problem_enumerator, 0},
    {"number", problem_number, 0},
    {"index", problem_index, 0},
    {"signature", problem_signature, 0},
    {"parameters", problem_parameters, 0},
    {"setters", problem_setters, 0},
};
const struct value_class view_problem_class = VALUE_CLASS(problem_getters);
