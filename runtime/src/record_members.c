/*
 * What a record says about members and field errors: all of them, whoever may see them.
 */
#include "program.h"
#include "record.h"
#include "violation.h"

static void write_constant(struct writer *writer, const unsigned char *image,
                           const unsigned char *shape)
{
    struct image_text json = image_text(image, shape + PROBLEM_SHAPE_JSON);
    write_run(writer, json.bytes, json.length);
}

/* Room for a key without the name, and for any number behind it. */
enum { MEMBER_ROOM = 48 + PROBLEM_DECIMAL_MAX };

/* The key: a prefix and the member's name, which has no byte that needs an escape. */
static char *put_key(char *to, struct image_text name, bool inner)
{
    to = inner ? put_literal(to, ",\"member.") : put_literal(to, ",\"problem.member.");
    to = put_run(to, name.bytes, name.length);
    return put_literal(to, "\":");
}

static void write_value(struct writer *writer, const struct scope *scope, unsigned entry)
{
    const unsigned char *shape = scope_shape(scope, entry);
    if (entry >= scope->count)
        write_constant(writer, scope->image, shape);
    else
        problem_write_json(writer, scope->image, shape, scope_value(scope, entry), FORM_LOG);
}

/* Most values are numbers, or short. */
static void add_member(struct fields *fields, const struct scope *scope, unsigned entry)
{
    struct writer *writer = fields->writer;
    struct image_text name = scope_name(scope, entry);
    size_t begin = writer->used;
    if (entry < scope->count && !scope_has(scope, entry))
        return;
    if (writer_room(writer) < name.length + MEMBER_ROOM) {
        writer->used = writer->size + 1; /* does not fit, whatever the value is */
    } else {
        char *to = put_key(writer->buffer + begin, name, fields->inner);
        writer->used = (size_t)(to - writer->buffer);
        write_value(writer, scope, entry);
    }
    field_close(fields, begin);
}

/* The names of members whose values did not fit, behind `begin`, where the field was opened. */
static void add_misfits(struct fields *fields, const struct scope *scope, size_t begin)
{
    char before = '[';
    for (unsigned i = 0; i < scope->count; i++) {
        if ((scope->misfit >> i & 1) == 0)
            continue;
        struct image_text name = scope_name(scope, i);
        write_byte(fields->writer, before);
        problem_write_quoted(fields->writer, name.bytes, name.length);
        before = ',';
    }
    write_byte(fields->writer, ']');
    field_close(fields, begin);
}

/* ------------------------------------------------------------------ field errors */

/* Its key is the object's first. */
static void add_where(struct fields *fields, const struct problem_violation *violation)
{
    const char *place = violation->place;
    size_t length = violation->place_length;
    if (violation->kind == PROBLEM_WHERE_BODY)
        field_bytes(fields, FIELD("pointer"), place, length);
    else if (violation->kind == PROBLEM_WHERE_QUERY)
        field_bytes(fields, FIELD("query"), place, length);
    else if (violation->kind == PROBLEM_WHERE_PATH)
        field_bytes(fields, FIELD("path"), place, length);
    else
        field_bytes(fields, FIELD("header"), place, length);
}

static void put_violation(const struct fields *fields, const struct problem *problem,
                          const struct problem_violation *violation)
{
    uint16_t offsets[PROBLEM_MEMBERS_MAX];
    struct scope scope = problem_violation_scope(problem, violation, offsets);
    struct fields inner = problem_fields_inside(fields);
    add_where(&inner, violation);
    field_text(&inner, FIELD("rule"), violation->rule);
    for (unsigned i = 0; i < scope.count; i++)
        add_member(&inner, &scope, i);
    if (scope.misfit != 0)
        add_misfits(&inner, &scope, field_open(&inner, FIELD("misfits")));
    problem_fields_end(&inner);
}

static void add_violations(struct fields *fields, const struct problem *problem)
{
    struct problem_violation violation;
    size_t position = 0;
    if (problem->violation_count > 0) {
        size_t begin = field_open(fields, FIELD("problem.violations"));
        char before = '[';
        while (problem_walk_violations(problem, &position, &violation)) {
            write_byte(fields->writer, before);
            put_violation(fields, problem, &violation);
            before = ',';
        }
        write_byte(fields->writer, ']');
        field_close(fields, begin);
    }
    if (problem->violations_omitted > 0)
        field_number(fields, FIELD("problem.violations_omitted"), problem->violations_omitted);
}

void problem_record_members(struct fields *fields, const struct problem *problem)
{
    if (problem->registry == NULL)
        return;
    const unsigned char *record = problem_record_of(problem);
    struct scope scope = problem_scope(problem, record, UINT64_MAX);
    const unsigned char *profile = record_profile(scope.image, record);
    unsigned constants = problem->raised != 0 ? profile[PROBLEM_PROFILE_CONSTANT_COUNT] : 0;
    for (unsigned i = 0; i < scope.count + constants; i++)
        add_member(fields, &scope, i);
    if (scope.misfit != 0)
        add_misfits(fields, &scope, field_open(fields, FIELD("problem.misfits")));
    add_violations(fields, problem);
}
