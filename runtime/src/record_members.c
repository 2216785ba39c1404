/*
 * What a record says about members and field errors: all of them, whoever may see them.
 */
#include "program.h"
#include "record_usual.h"
#include "violation.h"

struct fields problem_record_value(struct fields fields, char *to, const struct scope *scope,
                                   unsigned ordinal)
{
    struct writer writer = {to, (size_t)(fields.end - to), 0};
    problem_write_json(&writer, scope->image, scope_shape(scope, ordinal),
                       scope_value(scope, ordinal), FORM_LOG);
    field_take_written(&fields, &writer);
    return fields;
}

/* `entry` is behind the members. */
static void add_constant(struct fields *fields, const struct scope *scope, unsigned entry)
{
    struct image_text json =
        image_text(scope->image, scope_shape(scope, entry) + PROBLEM_SHAPE_JSON);
    char *to = open_member(fields, scope, entry, OF_PROBLEM);
    if (to == NULL)
        return;
    struct writer writer = {to, (size_t)(fields->end - to), 0};
    write_run(&writer, json.bytes, json.length);
    field_take_written(fields, &writer);
}

struct fields problem_record_constants(struct fields fields, const struct scope *scope)
{
    const unsigned char *profile = record_profile(scope->image, scope->record);
    for (unsigned i = 0; i < profile[PROBLEM_PROFILE_CONSTANT_COUNT]; i++)
        add_constant(&fields, scope, scope->count + i);
    return fields;
}

/* The names of members whose values did not fit, in a field that has been opened. */
static void put_misfits(struct fields *field, const struct scope *scope)
{
    char before[] = "[\"";
    for (unsigned i = 0; i < scope->count; i++) {
        if ((scope->misfit >> i & 1) == 0)
            continue;
        record_image(field, before, sizeof before - 1, scope_name(scope, i));
        before[0] = ',';
    }
    field_byte(field, ']');
}

struct fields problem_record_misfits(struct fields fields, const struct scope *scope)
{
    struct fields field = field_open(&fields, FIELD("problem.misfits"));
    put_misfits(&field, scope);
    field_close(&fields, &field);
    return fields;
}

/* ------------------------------------------------------------------ field errors */

static void put_where(struct fields *fields, const struct problem_violation *violation)
{
    const char *place = violation->place;
    size_t length = violation->place_length;
    if (violation->kind == PROBLEM_WHERE_BODY)
        field_bytes(fields, TEXT_FIELD("pointer"), place, length);
    else if (violation->kind == PROBLEM_WHERE_QUERY)
        field_bytes(fields, TEXT_FIELD("query"), place, length);
    else if (violation->kind == PROBLEM_WHERE_PATH)
        field_bytes(fields, TEXT_FIELD("path"), place, length);
    else
        field_bytes(fields, TEXT_FIELD("header"), place, length);
}

static void put_violation(struct fields *fields, const struct problem *problem,
                          const struct problem_violation *violation)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope = problem_violation_scope(problem, violation, offsets);
    char *begin = fields->to;
    put_where(fields, violation);
    field_text(fields, TEXT_FIELD("rule"), violation->rule);
    add_members(fields, &scope, OF_VIOLATION);
    if (scope.misfit != 0) {
        struct fields field = field_open(fields, FIELD("misfits"));
        put_misfits(&field, &scope);
        field_close(fields, &field);
    }
    field_end_object(fields, begin);
}

struct fields problem_record_violations(struct fields fields, const struct problem *problem)
{
    struct fields field = field_open(&fields, FIELD("problem.violations"));
    struct problem_violation violation;
    size_t position = 0;
    char before = '[';
    while (!field.cut && problem_walk_violations(problem, &position, &violation)) {
        field_byte(&field, before);
        put_violation(&field, problem, &violation);
        before = ',';
    }
    if (problem->violation_count > 0) {
        field_byte(&field, ']');
        field_close(&fields, &field);
    }
    if (problem->violations_omitted > 0)
        field_number(&fields, FIELD("problem.violations_omitted"), problem->violations_omitted);
    return fields;
}

/* ------------------------------------------------------------------ members that are not sent */

struct fields problem_record_hidden(struct fields fields, const struct problem *problem)
{
    struct scope scope = problem_scope(problem, problem_record_of(problem), UINT64_MAX);
    add_all_members(&fields, problem, &scope);
    return fields;
}
